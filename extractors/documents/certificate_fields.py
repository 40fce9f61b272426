"""The values of a certificate of termination: what its labels say, else what its sentences say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from extractors.documents import certificate_patterns as patterns
from extractors.documents.body import Found, Part, found_date
from extractors.documents.claimed import claimed_dates, unclaimed
from extractors.documents.date_beside import date_beside
from extractors.documents.papers import date_after, id_after, mentioned_company, signed_by, signed_on, worse
from extractors.documents.sentences import Sentences, sentences_of
from extractors.text.fold import fold_person
from extractors.text.labels import Labelled, find_labels
from extractors.text.names import read_organisation, read_person
from extractors.text.rows import Row

_LEAST_BOXES: Final = 3
_EMPTY_VALUES: Final = ("", "为", "无", "/", "—", "-", "***")
_CLAUSE_END: Final = re.compile(r"[。;,]")


def read_fields(part: Part) -> dict[str, Found | None]:
    """Every field that is there, blanks included; a field that is nowhere on the paper is None."""
    sentences = sentences_of(part.body)
    labels = find_labels(part.rows, patterns.LABELS)
    return {
        "employee_name": _name(labels, part, sentences),
        "employee_id": id_after(_named(labels, "employee_id"), sentences, patterns.ID_NUMBER),
        "employer_name": _employer(labels, part, sentences),
        "start_date": _start(labels, sentences),
        "separation_date": _separation(labels, part, sentences),
        "issue_date": signed_on(part, _named(labels, "issue_date"), patterns.RECEIPT),
        "position": _position(labels, part, sentences),
        "years_of_service": _years(labels, sentences),
        "reason": _ticked(part) or _words(labels, sentences, "reason", patterns.REASON),
        "contract_term": _term(labels, sentences),
    }


def _named(labels: tuple[Labelled, ...], name: str) -> tuple[Labelled, ...]:
    return tuple(label for label in labels if label.name == name)


def _name(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    for label in _named(labels, "employee_name"):
        name = read_person(label.text)
        if name:
            return Found(name, label.passage, label.cell)
    for match in sentences.search(patterns.NAME):
        name = read_person(match["v"])
        if name:
            return Found(fold_person(name), sentences.passage, sentences.span(*match.span("v")))
    for row in part.rows:
        first = patterns.NAME_FIRST.match(row.passage.compact[0])
        name = read_person(first["v"]) if first else None
        if first and name:
            return Found(fold_person(name), row.passage, row.passage.spread(first.span("v")))
    return _blank_name(labels, sentences)


def _blank_name(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    for label in _named(labels, "employee_name"):
        if not label.text:
            return Found("", label.passage, label.label, "blank")
    blank = next(sentences.search(patterns.NAME_BLANK), None)
    return Found("", sentences.passage, sentences.span(*blank.span()), "blank") if blank else None


def _employer(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    own = _named(labels, "employer_name")
    for label in own:
        for span in (label.cell, label.rest):
            name = read_organisation(label.passage.text[slice(*span)])
            if name:
                return _with_partnership(Found(name, label.passage, span), part)
    found = signed_by(part) or mentioned_company(sentences)
    if found is None and own and not own[-1].text and own[-1].passage.text[own[-1].label[1] :].lstrip()[:1] in (":", "("):
        return Found("", own[-1].passage, own[-1].label, "blank")
    return found


_PARTNERSHIP: Final = re.compile(r"\((?:有限|普通|特殊的?普通)合伙\)")


def _with_partnership(found: Found, part: Part) -> Found:
    """The name with how its partners are liable, where that stands by itself beside it or on the next line."""
    if not found.value.endswith("合伙企业"):
        return found
    lines = found.passage.lines
    below = max(line.box[3] for line in lines)
    for row in part.rows:
        for cell in row.passage.text.split("\t"):
            form = _PARTNERSHIP.fullmatch(re.sub(r"\s", "", cell))
            gap = min(item.line.box[1] for item in row.placed) - below
            if form and -_LINE < gap / (lines[0].box[3] - lines[0].box[1]) < _LINE:
                return replace(found, value=found.value + form[0])
    return found


_LINE: Final = 2.0
"""Heights of a line within which the next one begins, a page's tilt allowed for."""


def _start(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    taken = [label for label in labels if label.name in ("separation_date", "issue_date")]
    said = _date(sentences, patterns.START, taken)
    return _surest(date_after(_named(labels, "start_date")), said)


def _separation(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    taken = [label for label in labels if label.name in ("start_date", "contract_term", "issue_date")]
    stated, said = date_after(_named(labels, "separation_date")), _date(sentences, patterns.SEPARATION, taken)
    stated = (stated and date_beside(part.rows, stated)) or stated
    found = _surest(stated, _unsure(said) if said and _left_open(stated) else said)
    found = found or date_after(_named(labels, "last_day"))
    if found is not None:
        return found
    until = _date(sentences, patterns.WORKED_UNTIL, ())
    return _unsure(until) if until else None


def _left_open(stated: Found | None) -> bool:
    """Whether a label has the empty form of a date behind it (年 月 日): then what the text says elsewhere needs a person."""
    return stated is not None and stated.state == "blank" and "年" in stated.passage.text[slice(*stated.span)]


def _unsure(found: Found) -> Found:
    return found.doubted("elsewhere")


def _surest(*found: Found | None) -> Found | None:
    """The first that has a value, else the first: a label at a line's end looks blank although its value is on the next."""
    there = [item for item in found if item is not None]
    return next((item for item in there if item.value), there[0] if there else None)


def _date(sentences: Sentences, wordings: tuple[re.Pattern[str], ...], taken: Iterable[Labelled]) -> Found | None:
    """The date a sentence gives, dates behind the labels in ``taken`` left out."""
    claimed = claimed_dates(taken)
    matches = (match for match in sentences.search(wordings) if unclaimed(sentences, match["v"], claimed))
    return _surest(*(found_date(sentences.date(match["v"]), sentences.passage) for match in matches))


def _words(
    labels: tuple[Labelled, ...], sentences: Sentences, name: str, wordings: tuple[re.Pattern[str], ...]
) -> Found | None:
    """A value in free words."""
    own = _named(labels, name)
    for label in own:
        start, end = label.cell[0], label.cell[0] + len(_CLAUSE_END.split(label.text, maxsplit=1)[0])
        value = _clean(label.passage.text[start:end])
        if value not in _EMPTY_VALUES:
            return Found(value, label.passage, (start, end))
    for match in sentences.search(wordings):
        value = _clean(match["v"])
        if value not in _EMPTY_VALUES:
            return Found(value, sentences.passage, sentences.span(*match.span("v")))
    return Found("", own[0].passage, own[0].label, "blank") if own else None


def _position(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    """The position; behind a label that ends its line the running text may go on with it (…,岗位 / 质检员,合同…)."""
    found = _words(labels, sentences, "position", patterns.POSITION)
    if found is None or found.state != "blank":
        return found
    label = re.escape(found.passage.text[slice(*found.span)].strip())
    match = re.search(rf"{label}[ _:]*(?P<v>[^\s_。;,:()]{{2,24}})[ _]*[。;,]", part.body.text)
    return Found(match["v"], part.body, match.span("v")) if match else found


def _clean(text: str) -> str:
    return re.sub(r"[\s_]", "", text).strip(":,;。.、-☑√✓✔")


def _years(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    for match in sentences.search(patterns.YEARS):
        return Found(match["v"], sentences.passage, sentences.span(*match.span("v")))
    return _words(_named(labels, "years_of_service"), sentences, "years_of_service", ())


def _ticked(part: Part) -> Found | None:
    """The ground whose box is ticked; where no tick was read, the only one that has no empty box."""
    for row in part.rows:
        match = patterns.TICKED.match(row.passage.text)
        if match and not patterns.NOT_TICKED.search(row.passage.text):
            return _ground(row, match)
        among = list(patterns.TICKED_AMONG.finditer(row.passage.compact[0]))
        if len(among) == 1 and patterns.NOT_TICKED.search(row.passage.text):
            value, span = _clean(among[0]["v"]), row.passage.spread(among[0].span("v"))
            return Found(value, row.passage, span)
    boxes = [row for row in part.rows if patterns.EMPTY_BOX.match(row.passage.text)]
    bare = [(row, match) for row in part.rows if (match := patterns.NUMBERED.match(row.passage.text))]
    if len(boxes) >= _LEAST_BOXES and len(bare) == 1:
        ground = _ground(*bare[0])
        return ground.doubted("tick_not_seen") if ground else None
    return None


def _ground(row: Row, match: re.Match[str]) -> Found | None:
    value = _clean(patterns.OTHER_GROUND.sub("", _clean(match["v"])))
    return Found(value, row.passage, match.span("v")) if value else None


def _term(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    for match in sentences.search(patterns.TERM):
        first, last = sentences.date(match["a"]), sentences.date(match["b"])
        span = sentences.span(match.start("a"), match.end("b"))
        if first.state == last.state == "read":
            return Found(f"{first.value}至{last.value}", sentences.passage, span)
        return Found("", sentences.passage, span, worse(first, last))
    for match in sentences.search(patterns.TERM_OPEN):
        return Found(match["v"], sentences.passage, sentences.span(*match.span("v")))
    return next(_blank_term(labels), None)


def _blank_term(labels: tuple[Labelled, ...]) -> Iterator[Found]:
    for label in _named(labels, "contract_term"):
        if not label.text:
            yield Found("", label.passage, label.label, "blank")
