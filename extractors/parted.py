"""Tall pages that carry several papers, one below the other: which stretch of the page each takes.

A cut is made where the picture allows one (:mod:`extractors.page.tall`) and a paper begins below it: one with its own title, or
a side of a card. What begins nothing goes on with the paper above, unless the ground itself changes between them. So a long
certificate stays whole, whatever lies between its paragraphs, and a web page whose sections have headings of their own.
"""

from collections.abc import Mapping, Sequence, Set
from typing import Final, NamedTuple

from extractors.documents.classify import find_documents
from extractors.documents.reader import Sheet
from extractors.evidence import Document, Point, TextLine
from extractors.ocr.engine import Image
from extractors.page.lines import in_reading_order
from extractors.page.tall import Cut, cuts, is_tall

_PRINTED_WHOLE: Final = frozenset({"id_card", "business_license"})
"""Papers that are known by what they are laid out like; all others have a title of their own."""


class Stretch(NamedTuple):
    """A part of a page from edge to edge, between two heights (shares of the page's)."""

    top: float
    bottom: float


def papers_below_one_another(image: Image, lines: Sequence[TextLine]) -> tuple[Stretch, ...]:
    """The stretches of an upright page (H×W×3 BGR), each a paper or a picture by itself; none where it is not several papers.

    ``lines`` are those of its print.
    """
    if not is_tall(image.shape):
        return ()
    size = (image.shape[1], image.shape[0])
    stretches: list[_Begun] = []
    top, firm = 0.0, True
    for cut in (*cuts(image), Cut(1.0, firm=True)):
        one = _begun(Stretch(top, cut.at), lines, size)
        if stretches and not firm and not one.begins:
            before = stretches.pop()
            longer = _begun(Stretch(before.stretch.top, cut.at), lines, size)
            one = longer._replace(begins=before.begins or longer.begins)
        stretches.append(one)
        top, firm = cut.at, cut.firm
    stretches = _sections_joined(stretches)
    return tuple(one.stretch for one in stretches) if sum(one.begins for one in stretches) > 1 else ()


class _Begun(NamedTuple):
    """A stretch, whether a paper begins in it, and what is read there by type: the names of its fields."""

    stretch: Stretch
    begins: bool
    fields: Mapping[str, Set[str]]


def _sections_joined(stretches: Sequence[_Begun]) -> list[_Begun]:
    """The stretches, sections of one paper put together: two of one type that say nothing twice are no two papers."""
    joined: list[_Begun] = []
    for one in stretches:
        last = next((at for at in reversed(range(len(joined))) if joined[at].begins), None)
        if one.begins and last is not None and _goes_on(joined[last], one):
            first = joined[last]
            said = {kind: first.fields.get(kind, frozenset()) | names for kind, names in one.fields.items()}
            del joined[last:]
            joined.append(_Begun(Stretch(first.stretch.top, one.stretch.bottom), True, {**first.fields, **said}))
        else:
            joined.append(one)
    return joined


def _goes_on(one: _Begun, other: _Begun) -> bool:
    kinds = one.fields.keys() & other.fields.keys() - _PRINTED_WHOLE
    return len(one.fields) == 1 and bool(kinds) and all(not one.fields[kind] & other.fields[kind] for kind in kinds)


def _begun(stretch: Stretch, lines: Sequence[TextLine], size_px: tuple[int, int]) -> _Begun:
    """A stretch, by the lines in it."""
    own = tuple(_within(line, stretch) for line in lines if stretch.top <= _middle(line) < stretch.bottom)
    if not own:
        return _Begun(stretch, False, {})
    high = max(1, round((stretch.bottom - stretch.top) * size_px[1]))
    sheet = Sheet(1, size_px[0], high, in_reading_order(own))
    documents = find_documents(sheet)
    begins = bool(sheet.titles) or any(_is_headed(document) for document in documents)
    fields = {str(document.type): frozenset(document.fields) for document in documents if document.type != "unknown"}
    return _Begun(stretch, begins, fields)


def _is_headed(document: Document) -> bool:
    known = document.type in _PRINTED_WHOLE or "other_paper" in document.traits
    return known or (document.type != "unknown" and bool(document.title))


def _middle(line: TextLine) -> float:
    return (line.box[1] + line.box[3]) / 2


def _within(line: TextLine, stretch: Stretch) -> TextLine:
    """A line of the page as it lies in a stretch of it."""
    high = stretch.bottom - stretch.top
    corners: list[Point] = [(x, min(1.0, max(0.0, (y - stretch.top) / high))) for x, y in line.quad]
    return line.model_copy(update={"quad": (corners[0], corners[1], corners[2], corners[3])})
