"""居民身份证: portrait side (人像面, ``front``) and emblem side (国徽面, ``back``), each wherever it lies on a page.

Temporary cards, residence permits, five-star cards, travel permits, passports and cards of the armed forces are ID cards too,
each with its trait and its name in the field ``kind`` (DOMAIN 2.5).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.boxes import area, shared_area
from extractors.documents.body import Found
from extractors.documents.card_fields import read_back, read_front
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
from extractors.documents.identity_papers import IdentityRegion, find_regions, kind_field, read_identity_paper
from extractors.documents.reader import Sheet
from extractors.evidence import Box, Document, DocumentType, FieldReading, Side, TextLine, Trait
from extractors.schema.identity import identity_paper
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
_PERMIT_REGIONS: Final = {"810000": "港澳居民居住证", "820000": "港澳居民居住证", "830000": "台湾居民居住证"}
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
_PLACE_SIGN: Final = re.compile("[省市区县旗州盟乡镇村街路道巷弄号栋幢楼室组屯社队庄寨湾港澳]")
_LEAST_ADDRESS: Final = 4
_OF_THE_HOLDER: Final = frozenset({"sex", "birth"})
"""What is read off nearly every card, and off no form where a card has it: beside it an odd address has lost a part."""
_NAME_LABEL: Final = re.compile("姓名|性[别別]")
_CARD_EM: Final = (-9.0, 16.0, 20.0)
"""Where the rest of a card is, in heights of its last row: left of it, above it, right of where it begins. Less than a card."""


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
        regions = find_regions(sheet, placed)
        rest = [item for item in placed if not any(item in region.placed for region in regions)]
        documents = [document for region in regions for document in _of_region(sheet, region)] + _resident_cards(sheet, rest)
        whole = len(documents) == 1
        return tuple(item.model_copy(update={"box": None}) if whole else item for item in documents)


def _of_region(sheet: Sheet, region: IdentityRegion) -> list[Document]:
    """The documents on a part of a page with another identity paper's title; those laid out as resident cards are read as such.

    Where a card of such a kind is laid out in another way, or is taken for an emblem side alone, its labels are what counts.
    """
    labelled = read_identity_paper(sheet, region)
    cards = _resident_cards(sheet, region.placed) if region.paper.resident else []
    fronts = [card for card in cards if card.side == "front" and {"name", "id_number"} <= card.fields.keys()]
    on_one = any(_overlap(card.box, front.box) for front in fronts for card in cards if card is not front)
    if not cards or on_one or (labelled.side == "front" and not fronts):
        return [labelled]
    return [_of_kind(card, region, labelled) for card in cards]


def _overlap(one: Box | None, other: Box | None) -> bool:
    """Whether two sides lie over one another, a third of the other at least: then they are one."""
    if one is None or other is None:
        return True
    return shared_area(one, other) > _ON_ONE * area(other)


_ON_ONE: Final = 1 / 3


def _of_kind(card: Document, region: IdentityRegion, labelled: Document) -> Document:
    """A card with the kind that its title names, and what its labels say besides on that side."""
    more = {name: field for name, field in labelled.fields.items() if name in _BESIDES or labelled.side == card.side}
    traits = tuple(dict.fromkeys((*card.traits, region.paper.kind)))
    fields = {**more, **card.fields, "kind": labelled.fields["kind"]}
    return card.model_copy(update={"fields": fields, "traits": traits, "title": region.name})


_BESIDES: Final = frozenset({"permit_number"})


def _resident_cards(sheet: Sheet, placed: Sequence[Placed]) -> list[Document]:
    """Every side of a card laid out as the resident ID card is."""
    text = bare("".join(item.line.text for item in placed))
    if _OTHER_PAPER.search(text):
        return []
    groups = _back_groups(placed)
    fronts = [(outline, [item for item in placed if outline.holds(item)]) for outline in portrait_outlines(placed)]
    found = [_front(sheet, outline, items, temporary=_holds_one(items, groups)) for outline, items in fronts]
    backs = [group for group in groups if not any(_within(group, items) for _, items in fronts)]
    taken = [item for _, items in fronts for item in items]
    found += [_back(sheet, group) for group in backs if not _names_somebody(group, [i for i in placed if i not in taken])]
    found += _unread_fronts(sheet, placed, taken, backs)
    return [item for item in found if item is not None]


def _holds_one(items: Sequence[Placed], groups: Sequence[Sequence[Placed]]) -> bool:
    """Whether an emblem side's rows, both of them, stand on a portrait side: a temporary card has both on one."""
    words = _BACK_WORDS[:2]
    return any(
        _within(group, items) and all(any(word.search(bare(item.line.text)) for item in group) for word in words)
        for group in groups
    )


def _names_somebody(group: Sequence[Placed], free: Sequence[Placed]) -> bool:
    """Whether a name is asked for right above an emblem side's rows: then they are another card's, and no emblem side."""
    lowest = max(group, key=lambda item: item.bottom)
    left, above, right = (em * lowest.height for em in _CARD_EM)
    return any(
        _NAME_LABEL.match(bare(item.line.text)) and 0 < lowest.top - item.top < above and left < item.left - lowest.left < right
        for item in free
    )


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


def _front(
    sheet: Sheet, outline: Outline, items: Sequence[Placed], least: int = _LABELS, *, temporary: bool = False
) -> Document | None:
    """The portrait side of this outline, if it shows so many labels where a card has them."""
    rows = rows_of([item.line for item in items if not outline.in_portrait(item)], sheet.width_px, sheet.height_px)
    seen = outline.labels_of(items)
    labelled = any(NUMBER_LABEL.search(bare(item.line.text)) for item in items)
    fields = read_front(sheet, outline, rows)
    evidence = seen + 2 * labelled + (fields["id_number"].checksum_ok is True if "id_number" in fields else 0)
    is_form = _is_no_address(fields.get("address")) and _OF_THE_HOLDER.isdisjoint(fields)
    if seen + labelled < least or is_form:
        return None
    text = bare("".join(item.line.text for item in items))
    traits: list[Trait] = ["temporary_card"] if temporary or _TEMPORARY.search(text) else []
    number = fields["id_number"].value if "id_number" in fields else ""
    if _PERMIT.search(text) or number.startswith(tuple(_PERMIT_REGIONS)):
        traits.append("residence_permit")
        fields.pop("ethnicity", None)  # what stands where others have it is the sex, or a title
    if number.startswith("9"):
        traits.append("foreigner_card")
    if "temporary_card" in traits:
        fields |= read_back(rows)
    return _document(sheet, "front", [item.line for item in items], fields, (_SURENESS.get(evidence, _CERTAIN), tuple(traits)))


def _is_no_address(address: Found | None) -> bool:
    """Whether words that no address is made of stand where a card has it: a form or a list has the same labels as a card."""
    return address is not None and len(address.value) >= _LEAST_ADDRESS and _PLACE_SIGN.search(address.value) is None


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


def _document(
    sheet: Sheet, side: Side, lines: Sequence[TextLine], fields: dict[str, Found], sureness: tuple[float, tuple[Trait, ...]]
) -> Document:
    confidence, traits = sureness
    readings = {name: found.reading(sheet.page_number) for name, found in fields.items()}
    name = _name_of(traits, readings)
    if name:
        readings["kind"] = kind_field(sheet.page_number, name, confidence=confidence)
    return Document(
        type="id_card",
        side=side,
        pages=(sheet.page_number,),
        box=box_of(lines),
        confidence=confidence,
        title=name or "居民身份证",
        fields=readings,
        traits=traits,
    )


def _name_of(traits: Sequence[Trait], fields: Mapping[str, FieldReading]) -> str:
    """What a card other than the resident one is called; of a permit by its number, which tells where its holder is from."""
    paper = identity_paper(traits)
    number = fields["id_number"].value if "id_number" in fields else ""
    return _PERMIT_REGIONS.get(number[:6], paper.zh) if paper else ""


READER: Final = IdCardReader()
