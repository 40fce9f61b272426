"""What a paper's seals say: whose they are, and what they may be used for (DOMAIN 5.3, 8.2 X24 and X25)."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from rapidfuzz.distance import Editop, Levenshtein

from extractors.evidence import Seal
from validators.alike_glyphs import glyphs_alike
from validators.case import Sighting
from validators.finding import Place
from validators.names import FirmNames, compare_firms, lookalikes, simplified

SURE_TEXT: Final = 0.90
"""Confidence from which a seal's text was read to the character (DOMAIN 8.1)."""
OTHER_BELOW: Final = 0.60
"""Similarity (Levenshtein, 0..1) below which a text read for sure is another firm's (DOMAIN 8.2 X24)."""
OWN_FROM: Final = 0.92
"""Similarity from which one character against a name is a misreading: DOMAIN 8.2 X25 asks a person up to 0.90."""
SISTERS: Final = frozenset("一二三四五六七八九十东南西北中大小新老上下前后内外甲乙丙丁")
"""What alone tells firms of one family apart (第一分公司, 第二分公司)."""
LEAST_TEXT: Final = 4
"""Characters that a text must have to be held against anybody, or to be taken for a misreading of a name."""
ONE_MISREAD_OF: Final = 8
"""Of so many characters of a name one may be read as one that looks like it; of shorter names one, too."""
UNREAD: Final = "□"
"""Stands in a seal's text for a character that could not be read."""
LEAST_READ: Final = 0.75
"""Share of the name that a reading must show, without one character against it, to be the firm's."""

SURE_AGAINST: Final = 4
"""So many characters against a name, each of them read for sure, are another firm's, however the rest was read."""

MOST_UNREAD: Final = 0.25
"""Share of a reading's places that may be unread for it to be held against a firm: a partial reading leaves doubt, no more."""
LEAST_AGAINST: Final = 0.3
"""Share of a reading that must stand against a name before it is another firm's: a short one lacks most of any name."""

SIGNING_KINDS: Final = frozenset({"round", "oval", "square", "rectangular", "electronic"})
"""All but the strip across the pages (骑缝章), which signs nothing."""


LONGEST_NAME: Final = 5
"""Characters on a person's seal at most: four of a name, and 印. Names of firms are longer."""


class Owner(Enum):
    """Whose a seal is, compared with the names that it may bear."""

    RIGHT = "right"
    DOUBTFUL = "doubtful"
    OTHER = "other"


class Use(Enum):
    """What a seal is cut for."""

    GENERAL = "general"
    PERSONNEL = "personnel"
    SPECIAL = "special"


_PERSONNEL: Final = ("人事", "人力资源", "劳动合同", "动合同", "劳动人事", "劳资")
"""Also with the first character worn away: what is left must not pass for a seal for contracts."""
_SPECIAL: Final = ("财务", "合同", "发票", "项目", "业务", "仓库", "销售", "采购", "收货", "行政")
_PURPOSE: Final = re.compile(rf"(?:{'|'.join((*_PERSONNEL, *_SPECIAL))})(?:(?:部|专用)+章?|章)$")
"""What ends a ring after the firm's name."""


_CODE: Final = re.compile(rf"[{UNREAD}]*\d[\d{UNREAD}]*(?=[\u4e00-\u9fff]{{2}})")
"""Digits, some of them unread, before a name."""
_OFFICE: Final = re.compile(
    "局|厅|政府|办事处|委员会|人社|人力资源|社会保[险障]|社保|就业|劳动保障|劳动监察|仲裁|法院|行政审批|政务|便民|派出所|公证|税务|"
    "市场监督|工商行政|档案|人才|备案|受理|收件|村委|居委|社区"
)
"""What the seals of offices say, also where a part of them is worn: most stand for filing, receipt or archive."""
_FIRM: Final = re.compile("公司|合伙|集团|企业|[厂店行部]$")


def signing_seals(seen: Sighting) -> tuple[Seal, ...]:
    """The seals of a paper that can sign it, surest first."""
    signing = (seal for seal in seen.document.seals if seal.kind in SIGNING_KINDS)
    return tuple(sorted(signing, key=lambda seal: -seal.confidence))


def is_a_persons(seal: Seal) -> bool:
    """Whether a square or a row bears a person's name, or nothing that could be read: it stands for no firm."""
    return seal.kind in ("square", "rectangular") and len(seal.text) <= LONGEST_NAME


def is_an_offices(seal: Seal) -> bool:
    """Whether a seal names a public office and no firm: it files or receives papers, and signs none for an employer."""
    return bool(_OFFICE.search(seal.text)) and not _FIRM.search(seal.text)


def owner(seal: Seal, names: Iterable[str]) -> Owner:
    """Compare a seal's text with the names it may bear: the best relation to any of them."""
    read = (seal, _without_code(seal))
    found = [_relation(one, name) for name in names if name for one in read]
    order = (Owner.RIGHT, Owner.DOUBTFUL, Owner.OTHER)
    return min(found, key=order.index, default=Owner.RIGHT)


def _relation(seal: Seal, name: str) -> Owner:
    """The best relation of a reading to a name, begun anywhere: a ring that is worn in its text seems to begin there."""
    found = _read_from_here(seal, name)
    if found is Owner.RIGHT or not seal.alternatives or UNREAD not in seal.text:
        return found
    turned = (_read_from_here(_begun_at(seal, start), name) for start in range(1, len(seal.text)))
    best = min(turned, key=tuple(Owner).index, default=Owner.OTHER)
    return found if best is Owner.OTHER else best


def _without_code(seal: Seal) -> Seal:
    """The seal without digits before its name, where the code on its lower arc was taken for the beginning of the ring."""
    code = _CODE.match(seal.text)
    if code is None:
        return seal
    return seal.model_copy(update={"text": seal.text[code.end() :], "alternatives": seal.alternatives[code.end() :]})


def _begun_at(seal: Seal, start: int) -> Seal:
    text = seal.text[start:] + seal.text[:start]
    return seal.model_copy(update={"text": text, "alternatives": seal.alternatives[start:] + seal.alternatives[:start]})


def _read_from_here(seal: Seal, name: str) -> Owner:
    """What is missing from a reading, or unread in it, says nothing, as long as enough of the name is there.

    Nor does a character against the name where the name's own may stand there as well, or one that looks like it.
    """
    text, sure = simplified(_name_part(seal.text)), seal.text_confidence >= SURE_TEXT
    name = simplified(name)
    if text == name or _alike(text, name):
        return Owner.RIGHT
    edits = Levenshtein.editops(text, name)
    against = [edit for edit in edits if not _open(seal, text, name, edit)]
    plain = [edit for edit in against if not _tells_sisters_apart(text, name, edit)]
    misread = [edit for edit in plain if glyphs_alike(text[edit.src_pos], name[edit.dest_pos])]
    if len(misread) <= max(1, len(name) // ONE_MISREAD_OF):
        against = [edit for edit in against if edit not in misread]
    if len(against) == 1 and against[0] in plain and how_alike(text, name) >= OWN_FROM:
        against = []
    if not against:
        shown = len(name) - sum(edit.tag != "delete" for edit in edits)
        return Owner.RIGHT if shown >= LEAST_READ * len(name) else Owner.DOUBTFUL
    other = sure or sum(_settled(seal, edit) for edit in against) >= SURE_AGAINST
    other &= len(against) >= LEAST_AGAINST * len(text) and text.count(UNREAD) <= MOST_UNREAD * len(text)
    if other and len(text) >= LEAST_TEXT and how_alike(text, name) < OTHER_BELOW and not _akin(text, name):
        return Owner.OTHER
    return Owner.DOUBTFUL


def _open(seal: Seal, text: str, name: str, edit: Editop) -> bool:
    """Whether a difference says nothing against the name: what stands there may be the name's, or cannot be seen."""
    if edit.tag == "insert":
        return True
    read, others = text[edit.src_pos], seal.alternatives[edit.src_pos] if seal.alternatives else UNREAD
    if read == UNREAD and (edit.tag == "delete" or UNREAD in others):
        return True
    return edit.tag == "replace" and name[edit.dest_pos] in others


def _tells_sisters_apart(text: str, name: str, edit: Editop) -> bool:
    """Whether a character is there or not, or is one of those that alone tell two firms apart."""
    return edit.tag != "replace" or bool({text[edit.src_pos], name[edit.dest_pos]} & SISTERS)


def _settled(seal: Seal, edit: Editop) -> bool:
    """Whether a character that stands against a name was read for sure: nothing else may stand there."""
    return edit.tag == "replace" and bool(seal.alternatives) and not seal.alternatives[edit.src_pos]


def _akin(text: str, name: str) -> bool:
    """Whether one name holds the other, as a branch's holds its head office's, or they are one written in another way."""
    return compare_firms(text, name) is not FirmNames.DIFFERENT


def _alike(text: str, name: str) -> bool:
    return len(text) == len(name) and all(lookalikes(one, other) for one, other in zip(text, name, strict=True))


def _name_part(text: str) -> str:
    """The firm's name without the purpose that some seals carry along the ring, too."""
    purpose = _PURPOSE.search(text)
    return text[: purpose.start()] if purpose and purpose.start() else text


def how_alike(text: str, name: str) -> float:
    """The similarity of two names (Levenshtein, 0..1)."""
    return Levenshtein.normalized_similarity(text, name)


def names_in_full(seal: Seal, name: str) -> bool:
    """Whether a ring, read for sure, says a name to the character."""
    return seal.text_confidence >= SURE_TEXT and _name_part(seal.text) == name


def spells(seal: Seal, name: str) -> bool:
    """Whether a ring says a name to the character, however badly it was read: slips do not make one firm's name of another's.

    It tells nothing of a name that stands on the same page, which rings are read with in mind.
    """
    return len(name) >= LEAST_TEXT and _name_part(seal.text) == name


def use(seal: Seal) -> tuple[Use, float]:
    """What a seal is cut for, by the line in its middle or by how its ring ends, and how sure that is.

    A firm may have such words in its name (人力资源服务有限公司); on the ring they count only where the name has ended.
    """
    behind = seal.text[len(_name_part(seal.text)) :]
    for text, confidence in ((seal.center_text, seal.center_confidence), (behind, seal.text_confidence)):
        if any(word in text for word in _PERSONNEL):
            return Use.PERSONNEL, confidence
        if ("章" in text or "专用" in text) and any(word in text for word in _SPECIAL):
            return Use.SPECIAL, confidence
    if seal.kind == "oval" and _TAX_NUMBER.fullmatch(seal.code):
        return Use.SPECIAL, min(seal.code_confidence, _BY_ITS_NUMBER)
    return Use.GENERAL, 1.0


_TAX_NUMBER: Final = re.compile(r"[0-9A-Z]{15}|[0-9A-Z]{18}|[0-9A-Z]{20}")
"""What seals for invoices, which are oval, carry in their middle; other seals have 13 digits on their rim."""
_BY_ITS_NUMBER: Final = 0.85
"""Ceiling of a use that is known by shape and number alone."""


def place_of_seal(seen: Sighting, seal: Seal) -> Place:
    """Where a seal lies."""
    return Place(document=seen.document.type, file=seen.file.name, page=seal.page, bbox=seal.box)


def best(seals: Sequence[Seal], names: Iterable[str]) -> Seal | None:
    """The seal that speaks best for the paper: the right owner's before a doubtful one's, a general one before a special."""
    wanted = tuple(names)
    owners, uses = tuple(Owner), tuple(Use)
    return min(seals, key=lambda seal: (owners.index(owner(seal, wanted)), uses.index(use(seal)[0])), default=None)
