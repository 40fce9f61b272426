"""How letters of authorisation put things: labels of forms and sentences (DOMAIN 4). The named group ``v`` is the value."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.sentences import DATE
from extractors.text.names import COMPANY_PATTERN, PERSON_PATTERN

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple(words.split())
    for name, words in {
        "principal": "委托单位: 委托人: 委托方: 委托单位名称 授权单位: 授权人: 委托人名称 委托人姓名 委托人(单位) "
        "委托企业 单位名称 委托单位(人)",
        "agent_name": "受托人: 受托人姓名 被委托人: 被委托人姓名 被授权人: 被授权人姓名 受委托人: 受委托人姓名 代理人: "
        "代理人姓名 经办人: "
        "经办人姓名 受托方: 委托代理人: 委托代理人姓名 姓名 受托人(经办人)",
        "agent_id": "受托人身份证号码 受托人身份证号 被委托人身份证号码 被委托人身份证号 被授权人身份证号码 "
        "被授权人身份证号 代理人身份证号码 "
        "代理人身份证号 经办人身份证号码 经办人身份证号 受托人身份证件号码",
        "id": "身份证号码 身份证号 公民身份号码 居民身份证号码 证件号码 身份证件号码",
        "matter": "委托事项 授权事项 委托办理事项 办理事项 代理事项 委托事宜 授权内容 委托内容",
        "valid": "委托期限 授权期限 代理期限 有效期限 有效期 委托有效期 授权有效期 委托书有效期 本授权书有效期限 "
        "本委托书有效期限 委托时限",
        "legal_rep": "法定代表人: 法定代表人(负责人): 负责人: 法定代表人姓名",
        "issue_date": "签署日期 委托日期 授权日期 出具日期",
        "": "性别 年龄 职务: 联系电话 电话: 委托权限 授权权限 代理权限 权限: 地址: 住址 统一社会信用代码 社会信用代码 "
        "法定代表人(签字或盖章) "
        "法定代表人签字 受托人签字 被委托人(签字) 工作单位: 日期: 备注 营业执照号 部门:",
    }.items()
}
_HERE: Final = r"(?:我|本)(?:单位|公司|企业|厂|店|人)?"
_STAFF: Final = r"(?:的)?(?:工作人员|员工|职工|职员|同事|经办人|人事专员|人员)?"
_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in sources)


AGENT: Final = _patterns(
    rf"(?:授权委托|委托授权|授权|委托|委派|指派)(?!人(?!员)|单位|方)(?:{_HERE})?{_STAFF}:?(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=\(|,|"
    rf"{_ID_WORDS}|性别|为|作为|代表|前往|到|办理|代为|全权)",
    rf"(?:受托人|被委托人|被授权人|代理人):(?P<v>{PERSON_PATTERN})(?=[,(。]|{_ID_WORDS})",
)
AGENT_ID: Final = _patterns(rf"{_ID_WORDS}(?:为|是)?:?(?P<v>[0-9A-Za-z*×]*)")
ROW_OF_ID: Final = re.compile(r"\W{0,2}\d[0-9Xx*× ]{14,21}(?![0-9A-Za-z])")
"""A row that begins with an ID number."""
OTHER_PERSON: Final = re.compile(
    rf"(?:法定代表人|负责人|(?<![受被])委托人|(?<!被)授权人)(?!员)(?:\([^)]*\))?(?::|{PERSON_PATTERN}[,(]?(?:\(|,)?{_ID_WORDS})"
)
"""Who else has a number on the letter: named with a colon or with the number right behind."""
WHO: Final = re.compile(
    r"(?P<agent>受托|被委托|被授权|委托代理|代理人|经办|(?:委托|授权|委派|指派)(?!人|单位|方|企业|书|事|期|权|代))|"
    r"(?P<other>法定代表人|负责人|委托人|授权人)"
)
"""Words on a row that tell whom a number behind them belongs to."""
_END: Final = r"(?=[。;]|(?:委托|授权|代理)?(?:权限|期限):"
"""A matter ends with its sentence, or where the next label begins though the full stop was not read."""
MATTER: Final = _patterns(
    rf"(?:委托|授权|代理|办理)(?:的)?事项(?:为|是|如下|:)+(?P<v>[^。;]{{2,120}}?){_END}|权限|$)",
    rf"(?:代表|以)(?:我|本)(?:单位|公司|人|方|企业)(?:的)?(?:名义)?,?(?P<v>[^。;]{{4,120}}?){_END})",
    rf"(?:全权|代为|前往|前来|到|负责|代理)(?P<v>[^。;]{{0,40}}?(?:办理|申请|撤销|领取)[^。;]{{2,80}}?){_END})",
    rf"(?P<v>办理[^。;]{{4,100}}?){_END})",
)
MATTER_BLANK: Final = _patterns(r"(?:代表|以)(?:我|本)(?:单位|公司|人|方|企业)(?:的)?(?:名义)?(?P<v>)(?=[。;,])")
PRINCIPAL: Final = _patterns(
    rf"(?:委托人|授权人|委托单位|委托方|本单位|我单位|本公司|我公司|我方|本企业)[(:]?(?P<v>{COMPANY_PATTERN})",
    rf"(?:系|为|是)(?P<v>{COMPANY_PATTERN})(?:的)?(?:法定代表人|负责人|经营者|投资人)",
    rf"(?:^|[。;,])(?:兹|现)?(?:有|由)?(?P<v>{COMPANY_PATTERN})(?:\([^)]*\))?,?(?:兹|现|特|在此)?(?:授权|委托)",
    r"(?:系|为|是)(?P<v>[^,。;]{2,40}?)(?:的)(?:法定代表人|负责人|经营者|投资人)",
    r"(?:本单位|我单位|本公司|我公司):(?P<v>[^,。;]{2,40}?)(?=[,。;])",
)
PERSON_PRINCIPAL: Final = _patterns(rf"(?:委托人|授权人|本人):?(?P<v>{PERSON_PATTERN})(?=[(,]|性别|{_ID_WORDS}|因|现)")
REP: Final = _patterns(
    rf"本人(?P<v>{PERSON_PATTERN})(?:\([^)]*\))?(?:系|为|是)", rf"法定代表人:?(?P<v>{PERSON_PATTERN})(?=[,(。;])"
)
PERIOD: Final = _patterns(
    rf"(?:期限|有效期)[^。;]{{0,14}}?(?P<a>{DATE})(?:起|开始|日)?[,]?(?:生效)?[,]?(?:至|到|[-~—–―一])+(?P<b>{DATE})",
    rf"(?:自|从)(?P<a>{DATE})(?:起|开始)?[,]?(?:至|到|[-~—–―一])+(?P<b>{DATE})",
    rf"(?:期限|有效期)[^。;{DATE[1:-1]}]{{0,24}}?(?:至|到|截止)(?P<b>{DATE})",
)
FROM: Final = _patterns(rf"(?:自|从)(?P<a>{DATE})(?:起|开始)")
_LASTS: Final = r"(?P<n>\d{1,3}|[一二两三四五六七八九十壹贰叁]{1,3})(?P<u>[日天]|个?月|年)"
LASTS: Final = _patterns(
    rf"(?:期限|有效期)(?:限)?(?:为|是|:)*{_LASTS}(?!\d)",
    rf"之日起,?{_LASTS}(?:之?内)?有效",
)
"""So long from the day of issue: 有效期30天, 自签署之日起90日内有效."""
UNTIL_DONE: Final = re.compile(
    r"(?:至|到|直至)[^。;]{0,24}(?:办理?完毕|办理?完成|完成|办结|完结|结束|完毕|办妥|办完|办好|终结|终了)[^。;]{0,6}(?:止|为止|之日)?|"
    r"办理?完毕(?:之日)?(?:为?止|失效)"
)
WORDS: Final = re.compile(r"兹?(?:授权|委托)|受托人|代理人|委托(?:事项|权限|期限)")
SIGNATURE: Final = re.compile(r"签[字名收]|受托人|被委托人|被授权人|代理人")
ROLE: Final = re.compile(r"(?:职务|系我(?:单位|公司)(?:的)?):?(?P<v>[^,。;:()\s]{2,10})")
