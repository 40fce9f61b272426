"""定居证明, 永久居留证, 国籍证明: a person has settled abroad or has become another country's citizen (DOMAIN 4, A13).

``kind`` is the paper's own title. Foreign originals are read only where a translation stands on the page.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.countries import COUNTRY
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import PERSON_PATTERN

_CHINA: Final = re.compile("中国|中华人民共和国|CHN|CHINA")
_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"
_KIND: Final = re.compile(r"(?P<v>.+?)(?:\((?:中文)?(?:译本|译文|翻译件)\))?$")
_SPELLINGS: Final = spelt(
    name="姓名 中文姓名 持证人姓名 申请人姓名 当事人姓名 持证人",
    id_number="公民身份号码 身份证号码 身份证号 居民身份证号码 原身份证号码 中国公民身份号码 中国居民身份证号码",
    passport="护照号码 护照号 中国护照号码 护照编号 旅行证件号码",
    country="定居国家 定居国 定居国家(地区) 居住国 居住国家 居留国家 所在国 国家(地区) 国家: 现国籍 取得国籍 国籍: 移居国家 "
    "移民国家 "
    "签发国 签发国家",
    issue_date="签发日期 发证日期 出具日期 日期: 翻译日期",
    authority="签发机关 发证机关 出具机关 签发机构",
    _="性别 出生日期 出生地 出生地点 有效期至 有效期 有效期限 居留类别 类别 证件号码 证件编号 备注 登陆日期 定居日期 "
    "取得日期 "
    "居留起始日期 国外住址 现住址 住址 编号: 职业",
)
_NAME: Final = patterns(
    rf"(?:兹证明|兹有|证明)(?:中国公民|我国公民|旅[^,。]{{1,6}}侨胞|华侨)?:?(?P<v>{PERSON_PATTERN})(?=[(,]|先生|女士|性别|男|女|护照|{_ID_WORDS}|于|自|已|系)",
)
_NUMBER: Final = patterns(rf"{_ID_WORDS}(?:为|是)?:?(?P<v>[0-9Xx*×]{{15,18}})")
_PASSPORT: Final = patterns(r"护照(?:号码|号)?(?:为|是)?:?(?P<v>[A-Z]{1,2}\d{7,8})")
_COUNTRY: Final = patterns(
    rf"(?:在|于|获得|取得|加入|移居|移民|定居|赴|前往|依照|获)(?P<v>{COUNTRY})",
    rf"(?P<v>{COUNTRY})(?:政府|移民|国籍|永久|长期|定居|联邦|公民)",
    rf"(?P<v>{COUNTRY})",
)


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "kind": text.titled(_KIND),
        "name": text.person("name", _NAME),
        "id_number": text.id_number("id_number", _NUMBER),
        "passport": text.code("passport", _PASSPORT),
        "country": _country(text),
        "issue_date": text.issued(),
        "authority": first_of(text.office("authority"), text.words("authority")),
    }


def _country(text: Answers) -> Found | None:
    """The country behind a label or in the text; a permit's holder is of Chinese nationality, which is not the one meant."""
    labels = tuple(label for label in text.labels if label.name != "country" or not _CHINA.match(label.rest_text))
    return replace(text, labels=labels).words("country", _COUNTRY)


READER: Final = TitledPaper(
    type="emigration_proof",
    labels=_SPELLINGS,
    content=re.compile(r"定居|永久居(?:留|民)|移民|国籍|入籍"),
    read=_fields,
    contrary=re.compile(r"注销户口|户口(?:已)?注销|死亡|退出中国国籍|丧失中国国籍"),
    signer="authority",
    alone=(
        re.compile(r"兹证明|特此证明"),
        re.compile(r"(?:取得|获得|持有)[^。]{0,20}永久居(?:留|民)|定居(?:国外|境外|在)|在[^。]{2,10}定居|加入[^。]{1,8}国籍"),
        re.compile(r"护照|大使馆|领事馆"),
    ),
)
