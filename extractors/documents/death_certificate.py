"""死亡证明: of a hospital, the police or a crematorium, any one of which will do (DOMAIN 4, A14).

``kind`` is the paper's title.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import PERSON_PATTERN

_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"
_GONE: Final = r"(?:死亡|病故|去世|逝世|身故|病逝|亡故|身亡)"
_KIND: Final = re.compile(r"(?P<v>.+)")
_SPELLINGS: Final = spelt(
    name="死者姓名 逝者姓名 亡者姓名 死亡人姓名 死亡者姓名 被注销人姓名 姓名",
    id_number="死者身份证号码 死者身份证号 死者公民身份号码 逝者身份证号码 亡者身份证号码 身份证件号码 有效身份证件号码 "
    "公民身份号码 "
    "居民身份证号码 身份证号码 身份证号 证件号码",
    died_on="死亡日期 死亡时间 死亡年月日 逝世日期 逝世时间 去世日期 去世时间",
    issue_date="填发日期 签发日期 出具日期 开具日期 填表日期 发证日期 日期:",
    authority="医疗卫生机构名称 医疗机构名称 出具单位 火化单位 殡仪馆名称 签发单位 填发单位 户口登记机关",
    _="性别 民族 国家或地区 身份证件类别 证件类别 有效身份证件类别 出生日期 年龄 婚姻状况 文化程度 个人身份 死亡地点 "
    "死亡原因 死因 "
    "直接死因 根本死因 死亡时是否处于妊娠期或妊娠终止后42天内 生前工作单位 户籍地址 常住地址 户籍所在地 家庭住址 住址 "
    "可联系的家属姓名 家属姓名 家属身份证号码 家属身份证号 亲属姓名 亲属身份证号码 申请人姓名 申请人身份证号码 "
    "联系电话 家属住址或工作单位 与死者关系 医师签名 民警 承办人 编号: 火化日期 火化时间 火化证编号 火化编号 骨灰去向 "
    "注销日期 备注",
)
_NAME: Final = patterns(
    rf"(?:死者|逝者|亡者):?(?P<v>{PERSON_PATTERN})(?=[(,]|性别|男|女|{_ID_WORDS}|于|因|系|生前)",
    rf"(?:兹证明|兹有|证明)(?:我|本)?(?:院|所|局|馆|村|社区|居委会|村委会)?(?:辖区)?(?:内)?(?:原)?(?:居民|村民|患者|病人|公民)?:?(?P<v>{PERSON_PATTERN})"
    rf"(?=[(,]|同志|性别|男|女|{_ID_WORDS}|因|于|已|遗体)",
    rf"^(?P<v>{PERSON_PATTERN}),[男女],[^。]{{0,60}}{_GONE}",
    rf"(?:宣告)(?!公民死亡)(?P<v>{PERSON_PATTERN})(?:\([^()]*\))?死亡",
)
_NUMBER: Final = patterns(rf"{_ID_WORDS}(?:为|是)?:?(?P<v>[0-9Xx*×]{{15,18}})")
_DIED: Final = patterns(
    rf"(?:于|在)(?P<v>{DATE})[^。;{DATE[1:-1]}]{{0,40}}?{_GONE}",
    rf"{_GONE}(?:日期|时间)?(?:为|是|于|:)+(?P<v>{DATE})",
    rf"(?P<v>{DATE})[^。;{DATE[1:-1]}]{{0,20}}?{_GONE}",
)


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "kind": text.titled(_KIND),
        "name": text.person("name", _NAME),
        "id_number": text.id_number("id_number", _NUMBER),
        "died_on": text.day("died_on", _DIED),
        "issue_date": text.issued(),
        "authority": text.office("authority"),
    }


READER: Final = TitledPaper(
    type="death_certificate",
    labels=_SPELLINGS,
    content=re.compile(rf"死者|逝者|火化|{_GONE}"),
    read=_fields,
    borrowed=(
        re.compile(r"注销户口|户口注销|户籍注销|判决书$"),
        re.compile(rf"因[^。]{{0,20}}{_GONE}|宣告[^。]{{2,12}}死亡|{_GONE}[^。]{{0,20}}注销"),
    ),
    signer="authority",
    alone=(
        re.compile(r"死者|逝者|死亡(?:日期|时间|原因)"),
        re.compile(r"医疗(?:卫生)?机构|医院|殡仪馆|派出所|医师"),
        re.compile(r"死亡(?:日期|时间)|火化(?:日期|时间)"),
        re.compile(r"证明|火化证"),
    ),
)
