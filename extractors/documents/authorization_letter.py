"""授权委托书 and its other names: who lets whom do what, and until when (DOMAIN 4). A letter of introduction (介绍信) is none.

Besides the published fields it reads what stands beside them: ``principal_uscc``, ``legal_rep``, ``agent_role`` and
``valid_from``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found, Part, found_date, part_of
from extractors.documents.papers import date_after, id_after, id_in, signed_by, signed_on
from extractors.documents.reader import Sheet
from extractors.documents.second_look import completed
from extractors.documents.sentences import DATE, Sentences, sentences_of
from extractors.documents.title import Title, find_titles
from extractors.documents.two_readings import read_twice
from extractors.evidence import Document, DocumentType, Trait
from extractors.text.fold import fold_name
from extractors.text.identifiers import find_uscc
from extractors.text.labels import Labelled, find_labels
from extractors.text.names import COMPANY_PATTERN, PERSON_PATTERN, read_organisation, read_person
from extractors.text.rows import Row, rows_of

_CERTAIN: Final = 0.99
_TITLE_ONLY: Final = 0.85
"""Confidence: a known title over words of authorisation, and such a title alone."""

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


_AGENT: Final = _patterns(
    rf"(?:授权委托|委托授权|授权|委托|委派|指派)(?:{_HERE})?{_STAFF}:?(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=\(|,|"
    rf"{_ID_WORDS}|性别|为|作为|代表|前往|到|办理|代为|全权)",
    rf"(?:受托人|被委托人|被授权人|代理人):(?P<v>{PERSON_PATTERN})(?=[,(。]|{_ID_WORDS})",
)
_AGENT_ID: Final = _patterns(rf"{_ID_WORDS}(?:为|是)?:?(?P<v>[0-9A-Za-z*×]*)")
_MATTER: Final = _patterns(
    r"(?:委托|授权|代理|办理)(?:的)?事项(?:为|是|如下|:)+(?P<v>[^。;]{2,120}?)(?=[。;]|委托权限|授权权限|权限|委托期限|"
    r"授权期限|$)",
    r"(?:代表|以)(?:我|本)(?:单位|公司|人|方|企业)(?:的)?(?:名义)?,?(?P<v>[^。;]{4,120}?)(?=[。;])",
    r"(?:全权|代为|前往|前来|到|负责|代理)(?P<v>[^。;]{0,40}?(?:办理|申请|撤销|领取)[^。;]{2,80}?)(?=[。;])",
    r"(?P<v>办理[^。;]{4,100}?)(?=[。;])",
)
_MATTER_BLANK: Final = _patterns(r"(?:代表|以)(?:我|本)(?:单位|公司|人|方|企业)(?:的)?(?:名义)?(?P<v>)(?=[。;,])")
_PRINCIPAL: Final = _patterns(
    rf"(?:委托人|授权人|委托单位|委托方|本单位|我单位|本公司|我公司|我方|本企业)[(:]?(?P<v>{COMPANY_PATTERN})",
    rf"(?:系|为|是)(?P<v>{COMPANY_PATTERN})(?:的)?(?:法定代表人|负责人|经营者|投资人)",
    rf"(?:^|[。;,])(?:兹|现)?(?:有|由)?(?P<v>{COMPANY_PATTERN})(?:\([^)]*\))?,?(?:兹|现|特|在此)?(?:授权|委托)",
    r"(?:系|为|是)(?P<v>[^,。;]{2,40}?)(?:的)(?:法定代表人|负责人|经营者|投资人)",
    r"(?:本单位|我单位|本公司|我公司):(?P<v>[^,。;]{2,40}?)(?=[,。;])",
)
_PERSON_PRINCIPAL: Final = _patterns(rf"(?:委托人|授权人|本人):?(?P<v>{PERSON_PATTERN})(?=[(,]|性别|{_ID_WORDS}|因|现)")
_REP: Final = _patterns(
    rf"本人(?P<v>{PERSON_PATTERN})(?:\([^)]*\))?(?:系|为|是)", rf"法定代表人:?(?P<v>{PERSON_PATTERN})(?=[,(。;])"
)
_PERIOD: Final = _patterns(
    rf"(?:期限|有效期)[^。;]{{0,14}}?(?P<a>{DATE})(?:起|开始|日)?[,]?(?:生效)?[,]?(?:至|到|[-~—–―一])+(?P<b>{DATE})",
    rf"(?:自|从)(?P<a>{DATE})(?:起|开始)?[,]?(?:至|到|[-~—–―一])+(?P<b>{DATE})",
    rf"(?:期限|有效期)[^。;{DATE[1:-1]}]{{0,24}}?(?:至|到|截止)(?P<b>{DATE})",
)
_FROM: Final = _patterns(rf"(?:自|从)(?P<a>{DATE})(?:起|开始)")
_UNTIL_DONE: Final = re.compile(
    r"(?:至|到|直至)[^。;]{0,24}(?:办理?完毕|办理?完成|办结|完结|结束|完毕|办妥|终结)[^。;]{0,6}(?:止|为止|之日)?|"
    r"办理?完毕(?:之日)?(?:为?止|失效)"
)
_WORDS: Final = re.compile(r"兹?(?:授权|委托)|受托人|代理人|委托(?:事项|权限|期限)")
_SIGNATURE: Final = re.compile(r"签[字名收]|受托人|被委托人|被授权人|代理人")
_ROLE: Final = re.compile(r"(?:职务|系我(?:单位|公司)(?:的)?):?(?P<v>[^,。;:()\s]{2,10})")


@dataclass(frozen=True, slots=True)
class AuthorizationLetterReader:
    """Reads letters of authorisation."""

    @property
    def type(self) -> DocumentType:
        """``authorization_letter``."""
        return "authorization_letter"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """The letter on the sheet, if its title says that it is one."""
        words = [label for spellings in LABELS.values() for label in spellings]
        rows = rows_of(sheet.lines, sheet.width_px, sheet.height_px, words)
        titles = find_titles(rows)
        if not titles or titles[0].type != self.type:
            return ()
        return (_read(sheet, titles[0], rows),)


def _read(sheet: Sheet, title: Title, rows: tuple[Row, ...]) -> Document:
    part = part_of(sheet.page_number, tuple(row for row in rows if not set(row.placed) & set(title.placed)))
    text = sentences_of(part.body).text
    fields = completed(sheet, part, read_twice(part, _fields), "principal")
    traits: tuple[Trait, ...] = ("until_done",) if _UNTIL_DONE.search(text) else ()
    certain = _CERTAIN if _WORDS.search(text) else _TITLE_ONLY
    return Document(
        type="authorization_letter",
        pages=(sheet.page_number,),
        confidence=round(certain * title.score, 4),
        title=title.text,
        fields={name: found.reading(sheet.page_number) for name, found in fields.items()},
        traits=traits,
    )


def _fields(part: Part) -> dict[str, Found | None]:
    sentences = sentences_of(part.body)
    labels = find_labels(part.rows, LABELS)
    return {
        "principal": _principal(labels, part, sentences),
        "agent_name": _agent(labels, sentences),
        "agent_id": _agent_id(labels, sentences),
        "matter": _matter(labels, sentences),
        **_period(labels, sentences),
        "issue_date": signed_on(part, [label for label in labels if label.name == "issue_date"], _SIGNATURE),
        "legal_rep": _person(labels, "legal_rep") or _first(sentences, _REP),
        "principal_uscc": _uscc(part),
        "agent_role": _role(sentences),
    }


def _principal(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    own = [label for label in labels if label.name == "principal"]
    for label in own:
        name = read_organisation(label.text)
        if name:
            return Found(name, label.passage, label.cell)
    for match in sentences.search(_PRINCIPAL):
        name = read_organisation(match["v"])
        if name:
            return Found(name, sentences.passage, sentences.span(*match.span("v")))
    person = _person(labels, "principal") or _first(sentences, _PERSON_PRINCIPAL)
    signer = signed_by(part)
    blank = next((Found("", label.passage, label.label, "blank") for label in own if not label.text), None)
    return signer or person or blank


def _agent(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    # A label that asks for the name comes first; a mere 受托人 at the foot may be where the agent signs.
    asking = tuple(label for label in labels if "姓名" in label.passage.text[slice(*label.label)])
    found = _person(asking, "agent_name") or _first(sentences, _AGENT) or _person(labels, "agent_name")
    if found is not None:
        return found
    own = [label for label in labels if label.name == "agent_name" and not label.text]
    return Found("", own[0].passage, own[0].label, "blank") if own else None


def _person(labels: tuple[Labelled, ...], name: str) -> Found | None:
    for label in labels:
        person = read_person(label.text) if label.name == name else None
        if person:
            return Found(person, label.passage, label.cell)
    return None


def _first(sentences: Sentences, wordings: tuple[re.Pattern[str], ...]) -> Found | None:
    for match in sentences.search(wordings):
        person = read_person(match["v"])
        if person:
            return Found(person, sentences.passage, sentences.span(*match.span("v")))
    return None


def _agent_id(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    """The number that follows the agent's name, not the one of whoever gives the authority."""
    own = [label for label in labels if label.name == "agent_id"]
    if own:
        return id_after(own, sentences, ())
    agent_at = next((index for index, label in enumerate(labels) if label.name == "agent_name" and label.text), None)
    if agent_at is not None:
        after = [label for label in labels[agent_at + 1 :] if label.name == "id"]
        if after:
            return id_after(after[:1], sentences, ())
    for match in sentences.search(_AGENT):
        if read_person(match["v"]):
            return _id_behind(sentences, match.end("v"))
    return id_after([label for label in labels if label.name == "id"][-1:], sentences, _AGENT_ID)


def _id_behind(sentences: Sentences, at: int) -> Found | None:
    start = sentences.span(at, at)[0]
    found = id_in(sentences.passage, (start, len(sentences.passage.text)))
    if found is not None:
        return found
    label = next((match for match in sentences.search(_AGENT_ID) if match.start() >= at), None)
    return Found("", sentences.passage, sentences.span(*label.span()), "blank") if label else None


def _matter(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    for match in sentences.search(_MATTER):
        value = fold_name(sentences.passage.text[slice(*sentences.span(*match.span("v")))]).strip(":,。;")
        if value:
            return Found(value, sentences.passage, sentences.span(*match.span("v")))
    own = [label for label in labels if label.name == "matter"]
    for label in own:
        if label.text:
            return Found(fold_name(label.text).strip(":,。;"), label.passage, label.cell)
    if own:
        return Found("", own[0].passage, own[0].label, "blank")
    blank = next(sentences.search(_MATTER_BLANK), None)
    return Found("", sentences.passage, sentences.span(*blank.span()), "blank") if blank else None


def _period(labels: tuple[Labelled, ...], sentences: Sentences) -> dict[str, Found | None]:
    for match in sentences.search(_PERIOD):
        groups = match.groupdict()
        first = found_date(sentences.date(groups["a"]), sentences.passage) if groups.get("a") else None
        return {"valid_from": first, "valid_until": found_date(sentences.date(groups["b"]), sentences.passage)}
    start = next((found_date(sentences.date(match["a"]), sentences.passage) for match in sentences.search(_FROM)), None)
    until = None if _UNTIL_DONE.search(sentences.text) else date_after([label for label in labels if label.name == "valid"])
    return {"valid_from": start, "valid_until": until}


def _uscc(part: Part) -> Found | None:
    for row in part.rows:
        reading = find_uscc(row.passage.text)
        if reading is not None and re.search("[A-Z]", reading.value[:17]):
            return Found(
                reading.value,
                row.passage,
                (0, len(row.passage.text)),
                checksum_ok=reading.valid,
                repaired=reading.repaired,
            )
    return None


def _role(sentences: Sentences) -> Found | None:
    match = _ROLE.search(sentences.text)
    return Found(match["v"], sentences.passage, sentences.span(*match.span("v"))) if match else None


READER: Final = AuthorizationLetterReader()
