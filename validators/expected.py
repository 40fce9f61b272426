"""Asked and answered: what the applicant typed is looked for on a paper on which the field that asks for it was not read.

Labels and sentences that no reader understands keep a value from being read, not from standing there. A value that does stand
there, and that no other field of the paper claims, counts as said, with a doubt that tells the reviewer how it was found. A
value that was read is never replaced: one that contradicts remains a contradiction.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from extractors.evidence import Box, Document, FieldReading, PageEvidence, TextLine
from extractors.schema import NAMES, NUMBERS, PAPERS, Kind
from validators.alike_glyphs import glyphs_alike
from validators.case import Case, CaseFile
from validators.values import day_of

_NOT_READ: Final = frozenset({"blank", "illegible"})
_HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"
_ENDS_A_NAME: Final = re.compile(rf"$|[^{_HAN}·]|[同先女小于系自因为的男与在身职从任到是曾受之]")
"""What follows a name of two characters: its third, if it had one, is no word that sentences go on with."""
_GOES_ON: Final = re.compile(rf"[{_HAN}()]{{0,12}}(?:分公司|支公司|分店|办事处|营业部|分支机构)")
"""What makes a firm's name that of its branch."""
_REGION: Final = re.compile("[省市区县州]$")
"""What makes it the name of another firm: 样例(市)晨光有限公司 is not 晨光有限公司."""
_SHORT: Final = 2
_FORGIVEN_FROM: Final = 3
"""Characters of a name from which one that looks alike in print may stand in its place."""
_DIGITS: Final = "〇一二三四五六七八九"
_TENS: Final = ("", "十", "二十", "三十")


class _Text(NamedTuple):
    """A line's text in plain characters, without spaces, and which character of the line each came from."""

    plain: str
    origins: tuple[int, ...]
    length: int


def with_expected(case: Case) -> Case:
    """The case with what the applicant typed in those fields that were not read, where it stands on the paper."""
    return case.model_copy(update={"files": tuple(_file(case, file) for file in case.files)})


def stands_on(file: CaseFile, document: Document, kind: Kind, wanted: str) -> bool:
    """Whether a value stands on a paper where none of its fields was read."""
    pages = (page for page in file.evidence.pages if page.number in document.pages)
    return any(True for page in pages for _ in _on_page(page, document, dict(document.fields), kind, wanted))


def _file(case: Case, file: CaseFile) -> CaseFile:
    documents = tuple(_document(case, file, document) for document in file.evidence.documents)
    if documents == file.evidence.documents:
        return file
    return file.model_copy(update={"evidence": file.evidence.model_copy(update={"documents": documents})})


def _document(case: Case, file: CaseFile, document: Document) -> Document:
    paper = PAPERS.get(document.type)
    fields = dict(document.fields)
    for name, schema in paper.fields.items() if paper else ():
        reading = fields.get(name)
        wanted = getattr(case.declared, schema.typed) if schema.typed else ""
        if not wanted or (reading is not None and reading.state not in _NOT_READ):
            continue
        pages = (page for page in file.evidence.pages if page.number in document.pages)
        found = next((one for page in pages for one in _on_page(page, document, fields, schema.kind, wanted)), None)
        if found is not None:
            fields[name] = found
    return document if fields == dict(document.fields) else document.model_copy(update={"fields": fields})


def _on_page(
    page: PageEvidence, document: Document, fields: dict[str, FieldReading], kind: Kind, wanted: str
) -> Iterator[FieldReading]:
    """Every place on a page where an expected value stands that no field of the paper claims."""
    claimed = [field.box for field in fields.values() if field.page == page.number and field.box and field.value]
    for line in page.printed:
        if document.box is not None and not _within(_middle(line.box), document.box):
            continue
        text = _plain(line.text)
        for start, end in _spans(text.plain, kind, wanted):
            box = _box(line, text, start, end)
            if not any(_within(_middle(box), other) for other in claimed):
                raw = line.text[text.origins[start] : text.origins[end - 1] + 1]
                yield FieldReading(
                    value=wanted, confidence=line.score, page=page.number, box=box, raw=raw, doubts=("expected",)
                )


def _plain(text: str) -> _Text:
    signs = [(sign, at) for at, char in enumerate(text) for sign in unicodedata.normalize("NFKC", char) if not sign.isspace()]
    return _Text("".join(sign for sign, _ in signs), tuple(at for _, at in signs), len(text))


def _spans(plain: str, kind: Kind, wanted: str) -> Iterator[tuple[int, int]]:
    day = day_of(wanted) if kind == "date" else None
    if day is not None:
        yield from (match.span() for match in _written(day).finditer(plain))
    elif kind in NUMBERS:
        yield from (match.span() for match in re.finditer(rf"(?<![0-9A-Za-z]){re.escape(wanted)}(?![0-9A-Za-z])", plain))
    elif kind in NAMES:
        yield from _names(plain, wanted)


def _names(plain: str, wanted: str) -> Iterator[tuple[int, int]]:
    """A name, letter by letter; in a longer one a single character may be one that looks alike."""
    for start in range(len(plain) - len(wanted) + 1):
        end = start + len(wanted)
        differing = [(here, there) for here, there in zip(plain[start:end], wanted, strict=True) if here != there]
        alike = len(differing) == 1 and len(wanted) >= _FORGIVEN_FROM and glyphs_alike(*differing[0])
        if (not differing or alike) and _stands_alone(plain, start, end):
            yield start, end


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether what stands before and after a name does not make it another."""
    if _REGION.search(plain, 0, start) or _GOES_ON.match(plain, end):
        return False
    return end - start > _SHORT or _ENDS_A_NAME.match(plain, end) is not None


def _written(day: date) -> re.Pattern[str]:
    """A day in every form in which papers write it.

    >>> bool(_written(date(2024, 3, 5)).search("二〇二四年三月五日")), bool(_written(date(2024, 3, 5)).search("2024.03.05"))
    (True, True)
    >>> bool(_written(date(2024, 3, 5)).search("2024年3月15日"))
    False
    """
    year = "".join("[〇○零O0]" if digit == "0" else _DIGITS[int(digit)] for digit in str(day.year))
    month, of_month = _chinese(day.month), _chinese(day.day)
    return re.compile(
        rf"(?<!\d){day.year}(?:年|[-./])0?{day.month}(?:月|[-./])0?{day.day}(?!\d)[日号]?"
        rf"|(?<!\d){day:%Y%m%d}(?!\d)|{year}年{month}月{of_month}[日号]"
    )


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (_DIGITS[ones] if ones else "")


def _box(line: TextLine, text: _Text, start: int, end: int) -> Box:
    """The part of a line's box that some of its characters take."""
    first, last = text.origins[start], text.origins[end - 1]
    places = line.places
    if places is not None and len(places) == text.length:
        left = (places[first - 1] + places[first]) / 2000 if first else 0.0
        right = (places[last] + places[last + 1]) / 2000 if last + 1 < len(places) else 1.0
    else:
        left, right = first / max(text.length, 1), (last + 1) / max(text.length, 1)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.quad
    corners = [
        (ax + (bx - ax) * left, ay + (by - ay) * left),
        (ax + (bx - ax) * right, ay + (by - ay) * right),
        (dx + (cx - dx) * right, dy + (cy - dy) * right),
        (dx + (cx - dx) * left, dy + (cy - dy) * left),
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _within(point: tuple[float, float], box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
