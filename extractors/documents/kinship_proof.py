"""亲属关系证明: who is whose relative (DOMAIN 4, A14). ``name`` is the insured or deceased where the paper says who that is.

A marriage certificate and a notary's certificate of kinship are such proofs too.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.papers import id_in
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.names import PERSON_PATTERN, read_person

_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"
_SPELLINGS: Final = spelt(
    name="死者姓名 参保人姓名 被继承人姓名 亡者姓名 本人姓名 当事人姓名 姓名",
    id_number="死者身份证号码 死者身份证号 参保人身份证号码 被继承人身份证号码 本人身份证号码 公民身份号码 居民身份证号码 "
    "身份证号码 "
    "身份证号 身份证件号",
    relative="亲属姓名 申请人姓名 继承人姓名 关系人姓名 家属姓名 申领人姓名 配偶姓名",
    relative_id="亲属身份证号码 亲属身份证号 申请人身份证号码 申请人身份证号 继承人身份证号码 关系人身份证号码 "
    "家属身份证号码 申领人身份证号码 "
    "配偶身份证号码",
    relation="与死者关系 与参保人关系 与被继承人关系 与本人关系 与当事人关系 与申请人关系 双方关系 亲属关系 相互关系 关系",
    issue_date="出具日期 开具日期 登记日期 发证日期 签发日期 日期:",
    authority="出具单位 证明单位 登记机关 发证机关 公证机构",
    _="性别 民族 国籍 出生日期 年龄 住址 户籍地址 结婚证字号 持证人 婚姻登记员 备注 联系电话 经办人 承办人 用途 编号:",
)
_GAP: Final = (
    rf"(?:\([^()]*\)|[,、]?(?:性别:?)?[男女](?=[,、(])|[,、(]?{_ID_WORDS}(?:为|是)?:?[0-9Xx*×]+\)?|"
    rf"[,、]?{DATE}(?:出生|生)|[,、]?现住[^,。]*)*[,、]?"
)
_OF_DEAD: Final = r"(?:死者|亡者|已故(?:人员|居民)?|参保人|被继承人)"
_RELATION: Final = (
    r"父子|父女|母子|母女|夫妻|配偶|兄弟|姐妹|兄妹|姐弟|祖孙|养父母子女|丈夫|妻子|父亲|母亲|儿子|女儿|长子|长女|次子|次女|独生子女|"
    r"独生子|独生女|哥哥|姐姐|弟弟|妹妹|夫|妻|父|母|子|女"
)
_PAIRS: Final = (
    re.compile(
        rf"(?P<da>{_OF_DEAD})?:?(?P<a>{PERSON_PATTERN})(?P<ga>{_GAP})(?:与|和|同)(?P<db>{_OF_DEAD})?(?:本人|居民|申请人)?"
        rf"(?P<b>{PERSON_PATTERN})(?P<gb>{_GAP})(?:二人|两人|双方)?(?:系|为|是|属于?)(?P<v>{_RELATION})(?:关系)?"
    ),
    re.compile(
        rf"(?P<da>{_OF_DEAD})?:?(?P<a>{PERSON_PATTERN})(?P<ga>{_GAP})(?:系|为|是)(?P<db>{_OF_DEAD})?(?:本人|居民)?"
        rf"(?P<b>{PERSON_PATTERN})(?P<gb>{_GAP})(?:之|的)(?P<v>{_RELATION})"
    ),
)
_LEAD: Final = re.compile(
    r"^.*?(?:兹证明|兹有|证明|特证明|经查|查明)(?:我|本)?(?:村|社区|居委会|辖区|所|村委会|单位)?(?:内)?(?:居民|村民|公民|申请人)?:?"
)
_AUTHORITY: Final = patterns(r"(?:^|[。,])(?P<v>[^,。;:()0-9]{3,24}公证处)")


def _fields(text: Answers) -> Mapping[str, Found | None]:
    said = _said(text)
    fields = {
        "name": text.person("name"),
        "id_number": text.id_number("id_number", ()),
        "relative": text.person("relative") or _second_person(text),
        "relative_id": text.id_number("relative_id", ()) or _second_number(text),
        "relation": text.words("relation"),
    }
    fields = {name: first_of(said.get(name), found) for name, found in fields.items()}
    return fields | {"issue_date": text.issued(), "authority": first_of(text.office("authority"), text.body("", _AUTHORITY))}


def _second_person(text: Answers) -> Found | None:
    """The other of two people whose names have the same label."""
    return replace(text, labels=text.behind("name")[1:]).person("name")


def _second_number(text: Answers) -> Found | None:
    return replace(text, labels=text.behind("id_number")[1:]).id_number("id_number", ())


def _said(text: Answers) -> dict[str, Found]:
    """The two people and their relation as a sentence tells them; a deceased or insured one is ``name``."""
    for pattern in _PAIRS:
        for match in pattern.finditer(text.sentences.text):
            found = _pair(text, match)
            if found:
                return found
    return {}


def _pair(text: Answers, match: re.Match[str]) -> dict[str, Found]:
    first, second = read_person(_LEAD.sub("", match["a"])), read_person(match["b"])
    if first is None or second is None:
        return {}
    passage, span = text.sentences.passage, text.sentences.span
    people = [
        (Found(first, passage, span(match.end("a") - len(first), match.end("a"))), id_in(passage, span(*match.span("ga")))),
        (Found(second, passage, span(*match.span("b"))), id_in(passage, span(*match.span("gb")))),
    ]
    if match["db"]:
        people.reverse()
    (name, number), (relative, other_number) = people
    found = {"name": name, "id_number": number, "relative": relative, "relative_id": other_number}
    relation = replace(name, value=match["v"], span=span(*match.span("v")))
    return {field: value for field, value in (found | {"relation": relation}).items() if value is not None}


READER: Final = TitledPaper(
    type="kinship_proof",
    labels=_SPELLINGS,
    content=re.compile(
        rf"关系|配偶|结婚|持证人|直系亲属|(?:妻子|丈夫|儿子|女儿|父亲|母亲):|系[^。]{{2,60}}(?:之|的)(?:{_RELATION})"
    ),
    read=_fields,
    borrowed=(
        re.compile(r"公证书$|^户籍证明|^户口证明"),
        re.compile(rf"亲属关系|(?:{_RELATION})关系|(?:之|的)(?:{_RELATION})[。,]"),
    ),
    signer="authority",
    contrary=re.compile(r"劳动关系|用工关系|解除|委托"),
    alone=(
        re.compile(r"兹证明|特此证明"),
        re.compile(rf"系(?:{_RELATION})关系|亲属关系"),
        re.compile(r"派出所|公证处|居民委员会|村民委员会|社区"),
        re.compile(r"身份证|公民身份"),
    ),
)
