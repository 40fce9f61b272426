"""退出中国国籍证书, and 户口注销证明 of somebody who settled abroad: the account is not kept (DOMAIN 4, A13, X46).

The same title over a death is a proof of death, and is not taken here.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.documents.countries import COUNTRY
from extractors.documents.office_letters import document_number
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import PERSON_PATTERN

_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"
_KIND: Final = re.compile(r"(?P<v>.+)")
_SPELLINGS: Final = spelt(
    name="姓名 申请人姓名 当事人姓名 中文姓名 被注销人姓名 注销人姓名",
    id_number="公民身份号码 身份证号码 身份证号 居民身份证号码 原公民身份号码 公民身份证件编号",
    lost_on="注销日期 注销户口日期 批准日期 退籍日期 丧失国籍日期 户口注销日期 注销时间",
    reason="注销原因 注销户口原因 户口注销原因 原因:",
    issue_date="签发日期 发证日期 出具日期 填发日期 日期:",
    authority="签发机关 发证机关 审批机关 批准机关 户口登记机关",
    _="性别 出生日期 出生地 民族 住址 户籍地址 户籍所在地 原户籍地址 证书编号 编号: 护照号码 国外住址 现住址 承办人 "
    "经办民警 备注",
)
_NAME: Final = patterns(
    rf"(?:兹证明|兹有|证明)(?:我|本)?(?:所|局|村|社区)?(?:辖区)?(?:内)?(?:原)?(?:居民|村民|公民|中国公民)?:?(?P<v>{PERSON_PATTERN})"
    rf"(?=[(,]|性别|男|女|{_ID_WORDS}|因|于|已|申请)",
    rf"^(?P<v>{PERSON_PATTERN}),[男女],[^。]{{0,80}}(?:国籍|注销)",
    rf"(?:批准|准予|准许)(?P<v>(?!其){PERSON_PATTERN})退出(?:中国|中华人民共和国)国籍",
    rf"(?:^|[。号])(?P<v>{PERSON_PATTERN})(?:\([^()]*\)|,[^,。]*)*,?(?:申请)?(?:提出)?(?:的)?(?:退出中国国籍|退出中华人民共和国国籍)",
)
_NUMBER: Final = patterns(rf"{_ID_WORDS}(?:为|是)?:?(?P<v>[0-9Xx*×]{{15,18}})")
_LOST: Final = patterns(
    rf"(?:于|自)(?P<v>{DATE})(?:起)?[^。;{DATE[1:-1]}]{{0,24}}(?:注销|丧失|退出|批准)",
    rf"(?P<v>{DATE})(?:经批准|批准|注销|已注销|被批准)",
)
_REASON: Final = patterns(r"因(?P<v>[^,。;]{2,20}?)(?:,|于|已|注销|而)")


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "kind": text.titled(_KIND),
        "name": text.person("name", _NAME),
        "id_number": text.id_number("id_number", _NUMBER),
        "lost_on": text.day("lost_on", _LOST),
        "reason": text.words("reason", _REASON),
        "document_number": document_number(text, ""),
        "issue_date": text.issued(),
        "authority": text.office("authority"),
    }


READER: Final = TitledPaper(
    type="nationality_loss_proof",
    labels=_SPELLINGS,
    content=re.compile(
        rf"(?:退出|丧失)(?:中国|中华人民共和国)国籍|(?=.*注销)(?=.*(?:定居|国籍|出国|出境|国外|境外|移居|移民|{COUNTRY}))"
    ),
    read=_fields,
    contrary=re.compile(r"死亡|病故|去世|火化"),
    signer="authority",
    alone=(
        re.compile(r"(?:批准|准予|准许)[^。]{0,20}退出(?:中国|中华人民共和国)国籍|国籍法"),
        re.compile(r"退出(?:中国|中华人民共和国)国籍|丧失(?:中国|中华人民共和国)国籍"),
        re.compile(r"国家移民管理局|公安"),
    ),
)
