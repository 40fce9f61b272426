"""How certificates of termination put things: labels of forms and sentences of letters (DOMAIN 3.3).

Patterns run over :class:`~extractors.documents.sentences.Sentences`: no spaces, half-width punctuation, ``DATE`` for any
date. The named group ``v`` is the value.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.sentences import DATE
from extractors.text.names import PERSON_PATTERN

_ENDED: Final = "(?:解除|终止|离职|离开|辞职|离岗|退工|离任|办理)"
_NOT_A_BEGINNING: Final = (
    rf"(?:(?!入职|进入|加入|到我|来我|到本|签订|入司|聘用|录用|起在|在我单位工作|在本单位工作)[^。;{DATE[1:-1]}])"
)
_NO_LABEL: Final = (
    r"(?!(?:(?:[或、/]|或者)(?:解除|终止))?(?:劳动|聘用)?(?:合同|关系)?(?:\([解除终止]{2}\))?的?"
    r"(?:日(?!起)|时间|年月|原因|事由|类型|类别))"
)
"""Behind words that end a sentence: where they begin the next label (解除劳动合同日期), the date before them is not theirs."""
_CONTRACT: Final = r"合同(?:的)?(?:起止)?(?:期限|期间|期|日期|时间|年限)(?:为|是)?:?"
_TO: Final = r"(?:起|开始)?[,]?(?:至|到|[-~—–―一])+"
_HERE: Final = r"(?:我|本|该|贵)?(?:单位|公司|企业|校|院|店|厂|处)"
_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"
_COURTESY: Final = "(?:同志|先生|女士)?"
_ENDS_NAME: Final = (
    r"(?=\((?![^()]{1,8}\)[^,。;]{0,20}公司)|[,。:]|同志|先生|女士|身份证|公民身份|居民身份|性别|男|女|自|于|系|为|与|"
    r"在|原|因|从|担任|的)"
)


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in sources)


LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple(words.split())
    for name, words in {
        "employee_name": "姓名 员工姓名 职工姓名 劳动者姓名 离职人员姓名 离职员工姓名 离职人员 离职员工 劳动者: 员工: 职工: "
        "乙方: 乙方(员工): 乙方(劳动者): 乙方姓名",
        "employee_id": "身份证号码 身份证号 公民身份号码 居民身份证号码 居民身份证号 身份证件号码 证件号码 证件号: 身份证:",
        "employer_name": "单位名称 用人单位: 用人单位名称 公司名称 企业名称 工作单位: 原工作单位: 证明单位 出具单位 "
        "单位: 公司: 用人单位全称 单位全称 甲方: 甲方(单位): 甲方(用人单位): 甲方名称",
        "start_date": "入职日期 入职时间 到岗日期 到岗时间 进单位日期 进单位时间 就业起始日期 用工起始日期 录用日期 "
        "参加工作(入职)时间 "
        "入司时间 入司日期 到职日期 参加本单位工作时间 本单位工作起始时间 入职年月 起始日期",
        "separation_date": "离职日期 离职时间 解除日期 终止日期 解除(终止)日期 终止(解除)日期 解除或终止日期 "
        "终止或解除日期 解除、终止日期 "
        "解除/终止日期 解除劳动合同日期 终止劳动合同日期 解除(终止)劳动合同日期 终止(解除)劳动合同日期 解除、终止劳动合同日期 "
        "解除或终止劳动合同日期 解除劳动合同时间 终止劳动合同时间 解除(终止)劳动合同时间 解除劳动关系日期 终止劳动关系日期 "
        "解除(终止)劳动关系日期 合同解除日期 合同终止日期 劳动合同解除日期 劳动合同终止日期 劳动合同解除(终止)日期 "
        "劳动关系解除日期 退工日期 退工时间 解除时间 终止时间 离岗日期 劳动合同解除时间 解除聘用合同日期",
        "last_day": "最后工作日 最后工作日期 最后工作日为",
        "issue_date": "开具日期 出具日期 填发日期 签发日期 证明日期 填表日期 开具时间 日期:",
        "position": "工作岗位 岗位: 职务: 职位: 担任职务 岗位名称 从事岗位 工种 任职岗位 从事工作 岗位(工种) 职务(岗位) "
        "工作岗位(工种)",
        "years_of_service": "本单位工作年限 工作年限 在本单位工作年限 本单位连续工龄 在本单位的工作年限 本单位工龄 工龄:",
        "reason": "离职原因 解除原因 终止原因 解除(终止)原因 终止(解除)原因 退工原因 离职类型 离职类别 离职事由 解除或终止原因 "
        "解除劳动合同原因 终止劳动合同原因 解除(终止)劳动合同原因 终止(解除)劳动合同原因 解除或终止劳动合同原因 "
        "解除劳动合同的原因 终止劳动合同的原因 解除或终止劳动合同的原因 解除、终止劳动合同原因 解除劳动关系原因 "
        "解除聘用合同原因",
        "contract_term": "劳动合同期限 合同期限 劳动合同起止日期 劳动合同起止时间 合同起止日期 合同起止时间 "
        "最后一次劳动合同期限",
        "": "性别 年龄 民族 部门: 所在部门 备注 联系电话 电话: 统一社会信用代码 社会信用代码 经办人 法定代表人: 签收人 "
        "家庭住址 住址 "
        "户籍地址 学历 出生年月 出生日期 档案编号 编号: 单位地址 社会保险: 文化程度 签收日期 签收: 劳动者签收 "
        "劳动者签字 员工签名 "
        "本人签字 注: 说明: 合同类型 劳动合同类型 合同起始日期 合同起始时间 合同开始日期 劳动合同起始日期 合同签订日期 "
        "劳动合同签订日期",
    }.items()
}
"""Spellings of each field's label; the last row's values are not ours, but end the value before them."""

NAME: Final = _patterns(
    rf"(?:兹证明|(?<!本)证明(?!单位)|兹有|现有|查)(?:{_HERE})?(?:原)?(?:职工|员工|劳动者|聘用人员|"
    rf"工作人员)?:?(?P<v>{PERSON_PATTERN}){_COURTESY}{_ENDS_NAME}",
    rf"{_HERE}(?:与|和|同)(?:原)?(?:职工|员工|劳动者)?(?P<v>{PERSON_PATTERN}){_COURTESY}{_ENDS_NAME}",
    rf"(?:^|[号。)]|\d(?!号))(?:原|兹)?(?:{_HERE})?(?:职工|员工)?(?P<v>{PERSON_PATTERN})(?:同志|先生|女士|"
    rf"[\(,]?(?:性别:?[男女][,]?)?{_ID_WORDS}|与{_HERE})",
    rf"(?:职工|员工|劳动者|同志):?(?P<v>{PERSON_PATTERN}){_COURTESY}[\(,]*(?:性别:?[男女][,]?)?{_ID_WORDS}",
)
NAME_FIRST: Final = re.compile(
    rf"(?:乙方(?:\([^()]{{2,6}}\))?:|兹|原)?(?:{_HERE})?(?:职工|员工)?(?P<v>{PERSON_PATTERN}){_COURTESY}[\(,:]*(?:(?:性别:?)?[男女],)?{_ID_WORDS}(?:号|码|:|为)"
)
"""At the beginning of a row, below a letterhead, a form's number or the words it is addressed with."""
NAME_BLANK: Final = _patterns(
    rf"(?:兹证明|兹有)(?:{_HERE})?(?:职工|员工)?(?P<v>)(?:同志|先生|女士|[\(,]{_ID_WORDS})",
    rf"(?:^|号)(?P<v>)同志[\(,]{_ID_WORDS}",
)
ID_NUMBER: Final = _patterns(rf"{_ID_WORDS}(?:为|是)?:?(?P<v>[0-9A-Za-z*×·.\-]*)")

SEPARATION: Final = _patterns(
    rf"(?<!日期)(?:于|在)(?P<v>{DATE})(?:起|前|止)?{_NOT_A_BEGINNING}{{0,40}}?{_ENDED}",
    rf"(?:自|从)(?P<v>{DATE})(?:之日)?起?[,]?(?:正式|双方|与{_HERE})?(?:的)?{_ENDED}{_NO_LABEL}",
    rf"(?P<v>{DATE})(?:起|止)?[,]?(?:正式|已|因[^。;,]{{1,20}},?)?(?:与{_HERE})?(?:离职|解除|终止|辞职|离开){_NO_LABEL}",
    rf"(?:解除|终止)(?:劳动|聘用)?(?:合同|关系)?(?:\((?:解除|终止)\))?(?:之?日期?|时间)?(?:为|是|于|:)+(?P<v>{DATE})",
    rf"(?:离职|退工|离岗)(?:日期|时间|之?日)?(?:为|是|于|:)+(?P<v>{DATE})",
)
WORKED_UNTIL: Final = _patterns(
    rf"(?<!期限为)(?<!期限)(?<!期限:)(?:自|从|于){DATE}{_TO}(?P<v>{DATE})(?:止|期间)?[,]?(?:在|于|担任|任|就职)"
)
"""The end of the time worked: the day of separation where no other is given."""
START: Final = _patterns(
    rf"(?:自|从|于|在)(?P<v>{DATE})(?:起|开始)?[,]?(?:入职|到|进入|加入|来|参加|受聘|被?录用|就职|入司|在{_HERE})",
    rf"(?:自|从|于)(?P<v>{DATE}){_TO}{DATE}(?:止|期间)?[,]?(?:在|于|担任|任|就职|从事)",
    rf"(?P<v>{DATE})(?:起|开始)?(?:入职|进入|加入|到岗|参加工作|到{_HERE}){_NO_LABEL}",
    rf"(?:入职|到岗|入司)(?:日期|时间|之日)?(?:为|是|于|:)+(?P<v>{DATE})",
)
TERM: Final = _patterns(rf"{_CONTRACT}(?:自|从)?(?P<a>{DATE}){_TO}(?:自)?(?P<b>{DATE})")
TERM_OPEN: Final = _patterns(
    rf"{_CONTRACT}(?:自|从|\(|{DATE}|起|至|为|签订|[,])*(?P<v>无固定期限)",
    rf"{_CONTRACT}(?:自|从|\(|{DATE}|起|至|为|签订|[,])*(?P<v>以完成一定(?:的)?工作任务为期限)",
    r"签订(?:的|了)?(?:为|是)?(?P<v>无固定期限)(?:的)?劳动合同",
)
POSITION: Final = _patterns(
    r"(?:工作岗位|任职岗位|岗位|职务|职位|工种)(?:为|是|:)+(?P<v>[^。;,:()]{2,24}?)(?=[。;,]|$)",
    r"(?:担任|任职)(?P<v>[^。;,:为]{2,24}?)(?:一职|职务|岗位|职位|工作)?(?=[。;,])",
    r"从事(?P<v>[^。;,:]{2,24}?)(?:岗位)?(?:的)?(?:工作|岗位)",
)
YEARS: Final = _patterns(
    r"(?:工作年限|连续工龄|工龄)(?:为|共计|共|合计|是|"
    r":)*(?P<v>[0-9一二三四五六七八九十]{1,3}年(?:零?[0-9一二三四五六七八九十]{1,3}个?月)?|[0-9一二三四五六七八九十]{1,3}个月)",
)
REASON: Final = _patterns(
    r"(?:解除|终止|离职|退工)(?:劳动|聘用)?(?:合同|关系)?的?(?:原因|事由)(?:为|是|:)+(?P<v>[^。;]{2,60}?)(?=[。;]|$)",
    rf"(?:现|后|并|。|,|^|{DATE})(?:由于|因)(?P<v>(?!下列|以下|上述|本证明)[^。;,{DATE[1:-1]}]{{2,40}}?)(?:而)?(?=,|"
    rf"已于|于{DATE}|双方|,?经双方)",
)
TICKED: Final = re.compile(
    r"^[\s(\[]*(?:[■√☑☒✓✔●✅☛▇█]|[vV](?=[\])]))[\s)\]]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[\s.、:]*(?P<v>.{2,60})$"
)
"""A line of a list of grounds whose box is ticked."""
TICKED_AMONG: Final = re.compile(r"[■√☑☒✓✔☛](?P<v>[^□☐○■√☑☒✓✔☛\s]{2,30})")
NOT_TICKED: Final = re.compile(r"[□☐○]\s*[^\W\d_]")
"""Grounds beside each other in one row: the ticked one, and the others."""
EMPTY_BOX: Final = re.compile(r"^[\s(\[]*[□☐○口◯〇Oo][\s)\]]*\d{1,2}[\s.、:]")
NUMBERED: Final = re.compile(r"^\s*\d{1,2}[.、](?P<v>\D.{2,60})$")
"""Lines of such a list with an empty box, and with a number alone."""
OTHER_GROUND: Final = re.compile(r"^其[他它]:")

EVIDENCE: Final = re.compile(
    r"(?:解除|终止)[^。;]{0,14}(?:劳动|聘用|用工|合同|关系)|(?:劳动|聘用)(?:合同|关系)[^。;]{0,20}(?:解除|终止)|离职|"
    r"退工|辞职|离岗"
)
LETTER: Final = re.compile(r"兹证明|兹有|特此证明|予以证明")
NO_CERTIFICATE: Final = re.compile(
    r"现任职|在职|月收入|年收入|工资收入|拟于|将于|申请辞去|特申请|请予批准|甲乙双方|经双方协商[^。]{0,30}如下协议|"
    r"通知你|现通知|交接|被申请人|请求事项|仲裁请求|原告|被告|尊敬的|辞职申请|恳请|此致"
)
"""Words of other papers about the same matter: proof of employment or income, letters of resignation, agreements, notices,
claims and rulings."""
COUNTERFOIL: Final = re.compile(
    r"^[(\[【]?(?:第?[一二三四1234]联)?:?(?:\(?(?:存根联?|单位留存联?|单位存根|留存联|存查联?|存根\(单位留存\)))[)\]】]?$"
)
RECEIPT: Final = re.compile(r"签收|签字|签名|领取|本人|经办")
"""A row with these belongs to whoever signs for the paper: its date is not the day of issue."""
