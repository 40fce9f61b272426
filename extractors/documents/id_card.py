"""居民身份证: portrait side (人像面, ``front``) and emblem side (国徽面, ``back``), each wherever it lies on a page.

Temporary cards, residence permits for residents of Hong Kong, Macao and Taiwan, and foreigners' permanent residence cards are
ID cards too, each with its trait (DOMAIN 2.5).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found
from extractors.documents.card_fields import read_back, read_foreigner, read_front
from extractors.documents.card_layout import (
    LABEL_PLACES,
    NUMBER_LABEL,
    Outline,
    bare,
    box_of,
    labelled_outlines,
    number_place,
    portrait_outlines,
)
from extractors.documents.reader import Sheet
from extractors.evidence import Document, DocumentType, FieldReading, Side, TextLine, Trait
from extractors.text.rows import rows_of
from extractors.text.straight import Placed, place

_SURENESS: Final = {1: 0.4, 2: 0.7, 3: 0.9, 4: 0.97}
"""Confidence by the number of things seen where a card has them; more than these are as sure as it gets."""
_CERTAIN: Final = 0.99
_LABELS, _LABELS_ALONE = 2, 4
"""Labels that a portrait side must show beside its number, which may stand on any paper, and without it."""
_UNREAD_SURENESS: Final = 0.88
"""Ceiling for a side known by its labels alone."""
_SURE_LINE: Final = 0.8
_MOST_BESIDES: Final = 0.3
"""Score (0..1) of lines that count, and the share of them that may stand beside such sides."""
_OTHER_PAPER: Final = re.compile(r"户主|籍贯|曾用名|常住人口|户别")
"""Words of a household register, which has the same labels."""
_TEMPORARY: Final = re.compile(r"临时居民身份证|临时.{0,3}身份证")
_PERMIT: Final = re.compile(r"(?:港澳|台湾)居民居住证|通行证号码")
_FOREIGNER: Final = re.compile(r"外国人永久居留|PERMANENT\s*RESIDENT", re.IGNORECASE)
_PERMIT_REGIONS: Final = ("810000", "820000", "830000")
_BACK_WORDS: Final = (
    re.compile("签发机关|发机关|签发机"),
    re.compile("有效期限|有效期|效期限"),
    re.compile("居民身份证|居民居住证|民身份证"),
    re.compile("中华人民共和国|人民共和国"),
)
_BACK_ANCHOR: Final = re.compile("有效期限|签发机关")
_BACK_ROWS_EM: Final = 5.0
_BACK_TITLE_EM: Final = 22.0
"""How far above its last row (in heights of that row) the other row and the title of an emblem side stand."""


@dataclass(frozen=True, slots=True)
class IdCardReader:
    """Reads both sides of ID cards."""

    @property
    def type(self) -> DocumentType:
        """``id_card``."""
        return "id_card"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """Every side of every card on the sheet."""
        placed = place([line for line in sheet.lines if line.text.strip()], sheet.width_px, sheet.height_px)
        text = bare("".join(item.line.text for item in placed))
        if _OTHER_PAPER.search(text):
            return ()
        if _FOREIGNER.search(text):
            return _foreigner(sheet)
        fronts = [(outline, [item for item in placed if outline.holds(item)]) for outline in portrait_outlines(placed)]
        found = [_front(sheet, outline, items) for outline, items in fronts]
        backs = [group for group in _back_groups(placed) if not any(_within(group, items) for _, items in fronts)]
        found += [_back(sheet, group) for group in backs]
        found += _unread_fronts(sheet, placed, [item for _, items in fronts for item in items], backs)
        documents = [item for item in found if item is not None]
        whole = len(documents) == 1
        return tuple(item.model_copy(update={"box": None}) if whole else item for item in documents)


def _within(group: Sequence[Placed], items: Sequence[Placed]) -> bool:
    """Whether an emblem side's rows stand on a portrait side: a temporary card has both on one."""
    return sum(item in items for item in group) * 2 > len(group)


def _unread_fronts(
    sheet: Sheet, placed: Sequence[Placed], taken: Sequence[Placed], backs: Sequence[Sequence[Placed]]
) -> list[Document | None]:
    """Portrait sides whose number cannot be read, among lines that belong to no other portrait side.

    Forms have the same labels: there must be nothing else on the page to speak of, no heading, and 民族 where a card has it.
    """
    free = [item for item in placed if item not in taken]
    outlines = labelled_outlines(free)
    titles = sheet.titles if outlines else ()
    if not outlines or not all(_BACK_WORDS[2].search(bare(title.text)) for title in titles):
        return []
    fronts = [(outline, [item for item in free if outline.holds(item)]) for outline in outlines]
    sure = [item for item in free if item.line.score >= _SURE_LINE and len(bare(item.line.text)) > 1]
    known = [item for _, items in fronts for item in items] + [item for group in backs for item in group]
    besides = sum(item not in known for item in sure)
    if besides > _MOST_BESIDES * len(sure):
        return []
    return [_unread_front(sheet, outline, items) for outline, items in fronts]


def _unread_front(sheet: Sheet, outline: Outline, items: Sequence[Placed]) -> Document | None:
    """Such a side, never quite sure, with the place of its number where the label of that was read."""
    nation = any("民族" in bare(item.line.text) and outline.at_place(item, LABEL_PLACES["民族"]) for item in items)
    front = _front(sheet, outline, items, _LABELS_ALONE) if nation else None
    if front is None or "id_number" in front.fields:
        return front
    fields = dict(front.fields)
    label = next((item.line for item in items if NUMBER_LABEL.match(bare(item.line.text))), None)
    place_of_number = label and number_place(label, outline, (sheet.width_px, sheet.height_px))
    if label and place_of_number:
        fields["id_number"] = FieldReading(
            value="", confidence=label.score, page=sheet.page_number, box=place_of_number, state="illegible", raw=""
        )
    return front.model_copy(update={"fields": fields, "confidence": min(front.confidence, _UNREAD_SURENESS)})


def _front(sheet: Sheet, outline: Outline, items: Sequence[Placed], least: int = _LABELS) -> Document | None:
    """The portrait side of this outline, if it shows so many labels where a card has them."""
    rows = rows_of([item.line for item in items if not outline.in_portrait(item)], sheet.width_px, sheet.height_px)
    seen = sum(
        any(label in bare(item.line.text) and outline.at_place(item, at) for item in items)
        for label, at in LABEL_PLACES.items()
    )
    labelled = any(NUMBER_LABEL.search(bare(item.line.text)) for item in items)
    fields = read_front(sheet, outline, rows)
    evidence = seen + 2 * labelled + (fields["id_number"].checksum_ok is True if "id_number" in fields else 0)
    if seen + labelled < least:
        return None
    text = bare("".join(item.line.text for item in items))
    traits: list[Trait] = ["temporary_card"] if _TEMPORARY.search(text) else []
    number = fields["id_number"].value if "id_number" in fields else ""
    if _PERMIT.search(text) or number.startswith(_PERMIT_REGIONS):
        traits.append("residence_permit")
    if number.startswith("9"):
        traits.append("foreigner_card")
    if "temporary_card" in traits:
        fields |= read_back(rows)
    return _document(sheet, "front", [item.line for item in items], fields, (_SURENESS.get(evidence, _CERTAIN), tuple(traits)))


def _back_groups(placed: Sequence[Placed]) -> list[list[Placed]]:
    """The lines of each emblem side: its two rows, and the title above them."""
    groups: list[list[Placed]] = []
    anchors = sorted((item for item in placed if _BACK_ANCHOR.search(bare(item.line.text))), key=lambda item: -item.bottom)
    for anchor in anchors:
        if any(anchor in group for group in groups):
            continue
        group = [item for item in placed if _belongs(item, anchor) and not any(item in other for other in groups)]
        groups.append(group)
    return groups


def _belongs(item: Placed, anchor: Placed) -> bool:
    """Whether a line is part of the emblem side whose lowest row is given."""
    above = anchor.middle[1] - item.middle[1]
    reach = _BACK_TITLE_EM if any(word.search(bare(item.line.text)) for word in _BACK_WORDS[2:]) else _BACK_ROWS_EM
    beside = (
        item.right > anchor.left - _BACK_TITLE_EM * anchor.height
        and item.left < anchor.left + 2 * _BACK_TITLE_EM * anchor.height
    )
    return -anchor.height <= above <= reach * anchor.height and beside


def _back(sheet: Sheet, items: Sequence[Placed]) -> Document | None:
    seen = sum(any(word.search(bare(item.line.text)) for item in items) for word in _BACK_WORDS)
    rows = rows_of([item.line for item in items], sheet.width_px, sheet.height_px)
    fields = read_back(rows)
    evidence = seen + ("valid_until" in fields and fields["valid_until"].state == "read") + ("authority" in fields)
    if seen < 2:  # noqa: PLR2004 - 有效期限 alone stands on many papers
        return None
    text = bare("".join(item.line.text for item in items))
    traits: tuple[Trait, ...] = ("residence_permit",) if _PERMIT.search(text) else ()
    sureness = _SURENESS.get(evidence - 1, _CERTAIN)
    return _document(sheet, "back", [item.line for item in items], fields, (sureness, traits))


def _foreigner(sheet: Sheet) -> tuple[Document, ...]:
    rows = sheet.rows
    fields = read_foreigner(rows)
    side: Side = "front" if "id_number" in fields or "name" in fields else "back"
    document = _document(sheet, side, sheet.lines, fields, (_SURENESS[3], ("foreigner_card",)))
    return (document.model_copy(update={"box": None}),)


def _document(
    sheet: Sheet, side: Side, lines: Sequence[TextLine], fields: dict[str, Found], sureness: tuple[float, tuple[Trait, ...]]
) -> Document:
    confidence, traits = sureness
    return Document(
        type="id_card",
        side=side,
        pages=(sheet.page_number,),
        box=box_of(lines),
        confidence=confidence,
        title="居民身份证",
        fields={name: found.reading(sheet.page_number) for name, found in fields.items()},
        traits=traits,
    )


READER: Final = IdCardReader()
