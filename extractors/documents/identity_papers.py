"""Identity papers other than the resident ID card: told by what they are headed, by their numbers, and by lines for machines.

Permits, five-star cards, passports and cards of the armed forces have labels in one language or two, beside their values or
above them, and no fixed geometry. Which kinds there are, what they are called and what their numbers look like is data:
``extractors/schema/identity_papers.toml`` (DOMAIN 2.5).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz

from extractors.documents.card_layout import bare, box_of
from extractors.documents.identity_fields import labels_on, machine_lines, number_behind, read_values
from extractors.documents.reader import Sheet
from extractors.evidence import Document, FieldReading, Side
from extractors.schema.identity import IDENTITY_PAPERS, IdentityKind, IdentityPaper
from extractors.text.identifiers import find_id_number
from extractors.text.labels import Labelled
from extractors.text.mrz import permit_code
from extractors.text.rows import Row, rows_of
from extractors.text.script import to_simplified
from extractors.text.straight import Placed

_SURE, _LIKELY, _UNTITLED = 0.97, 0.92, 0.85
"""Confidence of a paper whose title, name and number were read; by its title and less; without a title."""
_STATE: Final = re.compile(r"^(?:中华人民共和国|中国人民解放军|中国人民武装警察部队|中国人民武警部队)")
_HAN_PART: Final = re.compile(r"[\u3400-\u9fff()]+")
_A_TITLE: Final = re.compile(r"[\u3400-\u9fff()A-Za-z/'’.&-]+")
_FUZZY_FROM: Final = 7
_ALIKE: Final = 0.85
"""Characters of a title, and its likeness (0..1) to one known, from which it may be one misread; shorter ones must be exact."""
_LATIN_FUZZY_FROM: Final = 15
_LATIN_ALIKE: Final = 0.9
_REACH_EM: Final = 26.0
"""How far below its title (in heights of it) a card ends: titles are a seventeenth of a card's height, a passport's less."""
_ASKS_FOR_KIND: Final = re.compile("证件|类[型别]|种类|名称|:$")
"""What stands before the name of a paper in a form that asks which one somebody has."""
_SENTENCE: Final = re.compile("[。;]|^兹|特此|申请表|承诺")
_MOST_COLONS: Final = 1
"""Labels with a colon: cards have none, forms have."""
_LEAST_LABELS, _LABELS_UNTITLED = 2, 4
_FEW_LINES, _MANY_LINES = 12, 30
"""Lines on the other side of a card, and on one without a title at most."""
_OTHER_PAPER_LABEL: Final = re.compile(
    r"^(?:其他证件|(?:港澳|香港|澳门|台湾)(?:居民)?(?:身份)?证件?(?:号码|名称)?(?![^\d:]{4}))"
)
"""What the back of a permit says of its holder's paper at home."""
_AT_HOME: Final = re.compile(r"(?P<where>香港|澳门|台湾|国民).{0,6}身份证")
_CODES: Final[dict[str, IdentityKind]] = {
    "CR": "hk_macao_permit",
    "CT": "taiwan_permit",
    "CS": "exit_permit",
    "CD": "exit_permit",
}
_BY_NUMBER: Final[tuple[IdentityKind, ...]] = ("hk_macao_permit", "foreigner_card", "passport")
"""Kinds whose numbers are like no others, so that a card without a title is told by it."""


@dataclass(frozen=True)
class IdentityRegion:
    """The part of a page that one identity paper, or one side of it, fills. ``name``: what it is headed."""

    paper: IdentityPaper
    name: str
    title: Placed | None
    placed: tuple[Placed, ...]
    rows: tuple[Row, ...]

    @cached_property
    def labels(self) -> tuple[Labelled, ...]:
        """Its labels with their values."""
        return labels_on(self.rows)


def find_regions(sheet: Sheet, placed: Sequence[Placed]) -> tuple[IdentityRegion, ...]:
    """Every part of a page that is an identity paper other than a resident ID card."""
    titles = [(item, known) for item in placed if (known := title_of(item.line.text)) and not _answers_a_form(item, placed)]
    if not titles:
        untitled = _untitled(sheet, placed)
        return (untitled,) if untitled else ()
    heads = [item for item, _ in titles]
    regions = (
        _region(sheet, known, item, [one for one in placed if _title_above(one, heads) is item]) for item, known in titles
    )
    return tuple(region for region in regions if _is_card(sheet, region))


def title_of(text: str) -> tuple[IdentityPaper, str] | None:
    """The kind of identity paper that a line is the title of, and what it is called; None for any other line.

    >>> title_of("中华人民共和国外国人永久居留身份证")[1], title_of("证件类型：护照"), title_of("港澳居民来往内地通行证申请表")
    ('外国人永久居留身份证', None, None)
    """
    plain = to_simplified(bare(text))
    if not _A_TITLE.fullmatch(plain):
        return None
    chinese = _STATE.sub("", "".join(_HAN_PART.findall(plain)))
    letters = re.sub("[^A-Z]", "", plain.upper())
    known = _TITLES.get(chinese) or (None if chinese else _ENGLISH.get(letters))
    return known or (_misread_title(chinese) if chinese else _misread_english(letters))


def _misread_title(chinese: str) -> tuple[IdentityPaper, str] | None:
    if len(chinese) < _FUZZY_FROM or chinese.endswith(("表", "书", "号码")):
        return None
    near = [(fuzz.ratio(chinese, title) / 100, title) for title in _TITLES if abs(len(title) - len(chinese)) <= 1]
    likeness, title = max(near, default=(0.0, ""))
    return _TITLES[title] if likeness >= _ALIKE else None


def _misread_english(letters: str) -> tuple[IdentityPaper, str] | None:
    near = [(fuzz.ratio(letters, title) / 100, title) for title in _ENGLISH if len(title) >= _LATIN_FUZZY_FROM]
    likeness, title = max(near, default=(0.0, ""))
    return _ENGLISH[title] if len(letters) >= _LATIN_FUZZY_FROM and likeness >= _LATIN_ALIKE else None


_TITLES: Final = {title: (paper, title) for paper in IDENTITY_PAPERS.values() for title in paper.titles.split()}
_ENGLISH: Final = {title: (paper, paper.zh) for paper in IDENTITY_PAPERS.values() for title in paper.english.split()}


def _answers_a_form(item: Placed, placed: Sequence[Placed]) -> bool:
    """Whether words stand left of a title in its row that ask which paper somebody has."""
    return any(
        other.right <= item.left
        and min(other.bottom, item.bottom) - max(other.top, item.top) > min(other.height, item.height) / 2
        and _ASKS_FOR_KIND.search(bare(other.line.text))
        for other in placed
    )


def _title_above(item: Placed, titles: Sequence[Placed]) -> Placed | None:
    """The title of the card that a line is on: the lowest above it; of those abreast the nearest."""
    above = [one for one in titles if one is item or 0 <= item.middle[1] - one.middle[1] <= _REACH_EM * one.height]
    if not above:
        return None
    lowest = max(above, key=lambda one: one.top)
    abreast = [one for one in above if lowest.top - one.top <= 2 * lowest.height]
    return min(abreast, key=lambda one: abs(one.middle[0] - item.middle[0]))


def _region(sheet: Sheet, known: tuple[IdentityPaper, str], title: Placed | None, placed: Sequence[Placed]) -> IdentityRegion:
    rows = rows_of([item.line for item in placed if item is not title], sheet.width_px, sheet.height_px)
    return IdentityRegion(known[0], known[1], title, tuple(placed), rows)


def _is_card(sheet: Sheet, region: IdentityRegion) -> bool:
    """Whether a titled part of a page is the paper itself, and no form or letter that speaks of it."""
    if _is_written(region.placed) or _colons(region.labels) > _MOST_COLONS:
        return False
    if machine_lines(region.rows) or len({label.name for label in region.labels} - {""}) >= _LEAST_LABELS:
        return True
    return len(region.placed) <= _FEW_LINES and not any(title.type not in ("unknown", "id_card") for title in sheet.titles)


def _is_written(placed: Sequence[Placed]) -> bool:
    return any(_SENTENCE.search(bare(item.line.text)) for item in placed)


def _colons(labels: Sequence[Labelled]) -> int:
    return sum(label.passage.text[label.label[1] : label.label[1] + 2].lstrip()[:1] == ":" for label in labels)


def _untitled(sheet: Sheet, placed: Sequence[Placed]) -> IdentityRegion | None:
    """A page without such a title that is one of these papers all the same."""
    kind = _by_lines_for_machines(placed) or _as_other_side(placed)
    if kind is None and _LABELS_UNTITLED <= len(placed) <= _MANY_LINES:
        kind = _by_number(sheet, placed)
    paper = IDENTITY_PAPERS[kind] if kind else None
    return _region(sheet, (paper, paper.zh), None, placed) if paper else None


def _by_lines_for_machines(placed: Sequence[Placed]) -> IdentityKind | None:
    texts = [item.line.text for item in placed]
    if machine_lines(texts=texts):
        return "passport"
    return next((_CODES[code] for text in texts if (code := permit_code(text))), None)


def _as_other_side(placed: Sequence[Placed]) -> IdentityKind | None:
    """Of a permit, by the paper that its holder has at home."""
    texts = [to_simplified(bare(item.line.text)) for item in placed]
    home = next((match for text in texts if (match := _AT_HOME.search(text))), None)
    if home is None or len(texts) > _FEW_LINES or _is_written(placed) or not any(map(_OTHER_PAPER_LABEL.search, texts)):
        return None
    return "hk_macao_permit" if home["where"] in ("香港", "澳门") else "taiwan_permit"


def _by_number(sheet: Sheet, placed: Sequence[Placed]) -> IdentityKind | None:
    if sheet.titles or _is_written(placed) or any(find_id_number(item.line.text) for item in placed):
        return None
    labels = labels_on(rows_of([item.line for item in placed], sheet.width_px, sheet.height_px))
    if len({label.name for label in labels} - {""}) < _LABELS_UNTITLED or _colons(labels) > _MOST_COLONS:
        return None
    found = ((kind, number_behind(IDENTITY_PAPERS[kind], label)) for kind in _BY_NUMBER for label in labels)
    return next((kind for kind, number in found if number is not None), None)


def read_identity_paper(sheet: Sheet, region: IdentityRegion) -> Document:
    """One side of an identity paper with its values."""
    fields = {name: found.reading(sheet.page_number) for name, found in read_values(sheet, region.paper, region.rows).items()}
    side: Side = "front" if {"name", "id_number"} & fields.keys() else "back"
    whole = {"name", "id_number"} <= fields.keys()
    confidence = _UNTITLED if region.title is None else _SURE if whole else _LIKELY
    return Document(
        type="id_card",
        side=side,
        pages=(sheet.page_number,),
        box=box_of([item.line for item in region.placed]),
        confidence=confidence,
        title=region.name,
        fields={"kind": kind_field(sheet.page_number, region.name, region.title), **fields},
        traits=(region.paper.kind,),
    )


def kind_field(page: int, name: str, title: Placed | None = None, confidence: float = _LIKELY) -> FieldReading:
    """What kind of paper it is, as a field: where its title stands, or nowhere where other things tell it."""
    if title is None:
        return FieldReading(value=name, confidence=confidence, page=page)
    return FieldReading(value=name, confidence=title.line.score, page=page, box=title.line.box, raw=title.line.text)
