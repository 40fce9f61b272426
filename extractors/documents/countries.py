"""Countries and regions that people move to, as papers name them in Chinese."""

import re
from typing import Final

_NAMES: Final = (
    "加拿大 澳大利亚 新西兰 美利坚合众国 美国 英国 法国 德国 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 爱尔兰 "
    "奥地利 希腊 匈牙利 波兰 俄罗斯 日本 韩国 大韩民国 新加坡 马来西亚 泰国 菲律宾 越南 印度尼西亚 老挝 柬埔寨 缅甸 巴西 "
    "阿根廷 "
    "智利 墨西哥 南非 埃及 阿联酋 阿拉伯联合酋长国 土耳其 以色列 哈萨克斯坦 蒙古国 马耳他 塞浦路斯 香港 澳门 台湾 "
    "香港特别行政区 澳门特别行政区"
)
COUNTRY: Final = "|".join(sorted(map(re.escape, _NAMES.split()), key=len, reverse=True))
"""A pattern of any of them, the longer names first."""
