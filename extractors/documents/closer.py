"""Which of two readings of the same place is taken: the page as a whole, or a part of it seen closer."""

from collections.abc import Sequence
from typing import Final

from extractors.boxes import shared_of_smaller
from extractors.documents.title import names_another_kind
from extractors.evidence import Box, Document, Doubt, FieldReading, Seal
from extractors.schema.identity import identity_paper

_WHOLE_PAGE: Final[Box] = (0.0, 0.0, 1.0, 1.0)
SAME_PLACE: Final = 0.5
"""Documents that share this much of the smaller one's area are the same paper."""
SURER: Final = 0.02
"""How much surer (0..1, on average) a reading of the same values must be to be taken instead."""
READ_WELL: Final = 0.85
"""Confidence (0..1) from which a value needs no second look."""
MENDED_FROM_NEAR: Final[frozenset[Doubt]] = frozenset(
    {
        "readings_differ",
        "second_look",
        "contradicted",
        "odd_shape",
        "unproven",
        "unsure_blank",
        "only_mentioned",
        "tick_not_seen",
    }
)
"""Doubts that finer pixels may settle."""
_DOUBTED: Final = 0.7
"""What each such doubt leaves of a value where two readings of a paper are compared."""
CUT: Final = 0.15
"""Share of its outline (0..1) by which a seal seen closer falls short of the same seal where the look has cut it."""
WHOLE_SIDES: Final = {
    "front": frozenset({"name", "sex", "ethnicity", "birth", "address", "id_number"}),
    "back": frozenset({"authority", "valid_from", "valid_until"}),
}
"""What a side of a resident ID card that was read whole has: less, and a part of it was not seen."""


def with_closer(documents: Sequence[Document], closer: Sequence[Document]) -> tuple[Document, ...] | None:
    """Return a page's documents with those of a part of it that were read better there; None where none was."""
    result, changed = list(documents), False
    for document in closer:
        if document.type == "unknown":
            continue
        rivals = [other for other in result if _same_place(document, other)]
        if not all(is_better(document, other) for other in rivals):
            continue
        result = [other for other in result if other not in rivals]
        result.append(_completed(document, rivals))
        changed = True
    if not changed:
        return None
    known = [document for document in result if document.type != "unknown"]
    return tuple(sorted(known or result, key=_order))


def is_better(document: Document, other: Document) -> bool:
    """Whether a reading of a paper says more than another, or the same more surely."""
    if other.type == "unknown":
        return bool(document.title) or not names_another_kind(other.title, document.type)
    if document.type != other.type or document.side != other.side:
        return False
    proven = {name for name, field in other.fields.items() if field.checksum_ok}
    if any(name not in document.fields or not document.fields[name].checksum_ok for name in proven):
        return False
    more = len(_sound(document)) - len(_sound(other))
    return more > 0 or (more == 0 and _mean(document) >= _mean(other) + SURER)


def reads_well(document: Document) -> bool:
    """Whether nothing on a document asks for a closer look."""
    if document.type == "unknown" or not document.fields:
        return False
    resident = document.type == "id_card" and identity_paper(document.traits) is None
    whole = WHOLE_SIDES.get(document.side or "", frozenset()) if resident else frozenset()
    return whole <= _sound(document).keys() and all(_is_plain(field) for field in document.fields.values())


def _is_plain(field: FieldReading) -> bool:
    """Whether nothing that a closer look could mend speaks against a value: days under a stamp stay in doubt from near, too."""
    return field.confidence >= READ_WELL and not MENDED_FROM_NEAR.intersection(field.doubts)


def place_of(document: Document) -> Box:
    """Where a document lies: its box, or what its values span where it is all of its page."""
    boxes = [field.box for field in document.fields.values() if field.box]
    if document.box is not None or not boxes:
        return document.box or _WHOLE_PAGE
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _same_place(document: Document, other: Document) -> bool:
    return _share_place(place_of(document), place_of(other)) or _share_values(document, other)


def _share_values(document: Document, other: Document) -> bool:
    """Whether most values of one document stand where another has them: a part of a page may reach beyond its papers."""
    places = [(name, field.box) for name, field in document.fields.items() if field.box]
    shared = [box for name, box in places if (beside := _box_of(other, name)) and _share_place(box, beside)]
    return bool(places) and len(shared) > len(places) * SAME_PLACE


def _box_of(document: Document, name: str) -> Box | None:
    field = document.fields.get(name)
    return field.box if field else None


def _share_place(a: Box, b: Box) -> bool:
    return shared_of_smaller(a, b) >= SAME_PLACE


def _sound(document: Document) -> dict[str, FieldReading]:
    return {
        name: field
        for name, field in document.fields.items()
        if field.state == "read" and field.value and field.checksum_ok is not False
    }


def _mean(document: Document) -> float:
    fields = _sound(document).values()
    return sum(field.confidence * _DOUBTED ** len(MENDED_FROM_NEAR.intersection(field.doubts)) for field in fields) / max(
        len(fields), 1
    )


def _completed(document: Document, rivals: Sequence[Document]) -> Document:
    """A closer reading with what only the reading before it has seen.

    It lacks for sure only what the page as a whole lacks, too: of a part alone the paper's foot may lie outside.
    """
    same = [other for other in rivals if other.type == document.type]
    fields = {name: field for other in same for name, field in other.fields.items() if name not in document.fields}
    seals = max((other.seals for other in same), key=len, default=())
    signatures = max((other.signatures for other in same), key=len, default=())
    surest = max((document, *same), key=lambda one: one.confidence)
    lacks = set(document.lacks).intersection(*(other.lacks for other in same)) - fields.keys() if same else set[str]()
    return document.model_copy(
        update={
            "confidence": surest.confidence,
            "title": document.title or surest.title,
            "fields": {**document.fields, **fields},
            "lacks": tuple(sorted(lacks)),
            "seals": tuple(_whole(seal, seals) for seal in document.seals) if len(document.seals) >= len(seals) else seals,
            "signatures": document.signatures if len(document.signatures) >= len(signatures) else signatures,
            "box": None if any(other.box is None for other in same) else document.box,
        }
    )


def _whole(seal: Seal, earlier: Sequence[Seal]) -> Seal:
    """A seal as the page as a whole shows it, where the part that was looked at cuts it (a table's frame through its ring)."""
    same = [other for other in earlier if _share_place(seal.box, other.box) and other.visible >= seal.visible + CUT]
    return max(same, key=lambda other: other.visible, default=seal)


def _order(document: Document) -> tuple[bool, float, float]:
    left, top, _, _ = document.box or _WHOLE_PAGE
    return ("counterfoil" in document.traits, top, left)
