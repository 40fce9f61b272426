"""Places for fictitious people and companies: real provinces and cities, counties that do not exist (county code 99)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A county. ``city`` is empty in the municipalities."""

    code: str
    province: str
    city: str
    county: str

    @property
    def address(self) -> str:
        """Province, city and county as addresses begin."""
        return f"{self.province}{self.city}{self.county}"

    @property
    def seat(self) -> str:
        """The city, as its offices are named after it."""
        return self.city or self.province

    @property
    def short(self) -> str:
        """The city's name as companies carry it (杭州)."""
        return self.seat.removesuffix("市").removesuffix("地区")

    @property
    def police(self) -> str:
        """The office that issues ID cards here."""
        if self.county.endswith(("区", "镇")):
            return f"{self.seat}公安局{self.county[:-1]}分局"
        return f"{self.county}公安局"

    @property
    def registrar(self) -> str:
        """The office that registers companies here."""
        return f"{self.seat if self.county.endswith(('区', '镇')) else ''}{self.county}市场监督管理局"


REGIONS = (
    Region("110199", "北京市", "", "云杉区"),
    Region("120199", "天津市", "", "河鹭区"),
    Region("310199", "上海市", "", "青浜区"),
    Region("500199", "重庆市", "", "渝杉区"),
    Region("130199", "河北省", "石家庄市", "槐林区"),
    Region("210199", "辽宁省", "沈阳市", "北桦区"),
    Region("320199", "江苏省", "南京市", "栖云区"),
    Region("320599", "江苏省", "苏州市", "荷塘区"),
    Region("330199", "浙江省", "杭州市", "云栖区"),
    Region("330399", "浙江省", "温州市", "瓯桥区"),
    Region("340199", "安徽省", "合肥市", "杏湖区"),
    Region("350299", "福建省", "厦门市", "白鹭区"),
    Region("370299", "山东省", "青岛市", "海杨区"),
    Region("410199", "河南省", "郑州市", "嵩荷区"),
    Region("420199", "湖北省", "武汉市", "江枫区"),
    Region("430199", "湖南省", "长沙市", "岳桂区"),
    Region("440199", "广东省", "广州市", "木棉区"),
    Region("440399", "广东省", "深圳市", "榕湾区"),
    Region("441999", "广东省", "东莞市", "松涛镇"),
    Region("450199", "广西壮族自治区", "南宁市", "邕桂区"),
    Region("510199", "四川省", "成都市", "芙蓉区"),
    Region("522699", "贵州省", "黔东南苗族侗族自治州", "云台县"),
    Region("530199", "云南省", "昆明市", "滇松区"),
    Region("610199", "陕西省", "西安市", "灞柳区"),
    Region("650199", "新疆维吾尔自治区", "乌鲁木齐市", "雪杉区"),
    Region("152599", "内蒙古自治区", "锡林郭勒盟", "白音旗"),
    Region("130299", "河北省", "唐山市", "滦北县"),
    Region("411799", "河南省", "驻马店市", "天桐县"),
)

ROADS = (
    "云杉路", "样例大道", "青禾路", "桂雨街", "长亭北路", "松涛路", "望江东路", "银杏大街", "晨曦路", "科创二路",
    "槐荫南街", "梧桐西路", "锦绣中路", "创业大道", "和平里东街", "滨河路", "建设三路", "玉兰街", "枫林路", "祥云巷",
)  # fmt: skip
ESTATES = ("云庭花园", "青禾家苑", "桂雨新村", "松风里", "望江苑", "银杏小区", "和顺里", "锦绣华庭", "晨光社区", "翠屏山庄")
VILLAGES = ("上塘村", "杨树湾村", "大槐树村", "青石桥村", "柳林村", "白沙村", "石盘村", "南岗村")
BUILDINGS = ("样例大厦", "云杉中心", "科创园", "青禾产业园", "银杏广场", "时代国际", "孵化基地", "物流园")
