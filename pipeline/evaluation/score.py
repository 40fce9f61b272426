"""One verdict against what it should be."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from pipeline.evaluation.expected import Expected, ExpectedDocument
from pipeline.evaluation.rate import NOTHING, Rate, rate_of
from pipeline.verdict import Verdict, VerdictDocument

UNSAID: Final = "unsaid"
"""The capture of a document whose expectation names none."""

Key = TypeVar("Key", bound=Hashable)
Match = tuple[ExpectedDocument, VerdictDocument | None]
"""An expected document and the one that was seen for it."""


class FieldKey(NamedTuple):
    """What a field's accuracy is counted by."""

    document: str
    field: str
    capture: str


class Score(NamedTuple):
    """How right one verdict is. ``wrong`` says in words what is not."""

    packet_id: str
    false_bounce: Rate
    straight_through: Rate
    defects_caught: Rate
    reasons_right: Rate
    document_types: Mapping[str, Rate]
    fields: Mapping[FieldKey, Rate]
    wrong: tuple[str, ...]


def score(verdict: Verdict, expected: Expected) -> Score:
    """Compare a verdict with the expected one.

    A false bounce counts among packets that may not be bounced, straight-through among those that may be accepted, reasons
    among findings (bounces and reviews) on packets with a defect, documents and fields among those expected.
    """
    codes = [finding.code for finding in verdict.findings if finding.severity != "info"]
    matches = _match(verdict, expected)
    fields = ((document, found, name) for document, found in matches for name in document.fields)
    return Score(
        packet_id=verdict.packet_id,
        false_bounce=NOTHING if "bounce" in expected.outcome_ok else rate_of(verdict.outcome == "bounce"),
        straight_through=rate_of(verdict.outcome == "accept") if "accept" in expected.outcome_ok else NOTHING,
        defects_caught=Rate(len(expected.must_codes) - len(_missed(expected, codes)), len(expected.must_codes)),
        reasons_right=_reasons_right(codes, expected),
        document_types=_pool((document.type, found is not None) for document, found in matches),
        fields=_pool((_key(document, name), _read(found, name) == document.fields[name]) for document, found, name in fields),
        wrong=(*_wrong_judging(verdict, expected, codes), *_wrong_reading(matches)),
    )


def _match(verdict: Verdict, expected: Expected) -> list[Match]:
    """Give each expected document its own document of the verdict: same page, type and side.

    What is expected page by page may be one document of several pages.
    """
    free = [(document, (ref.file, ref.page)) for document in verdict.documents for ref in document.files]
    matches: list[Match] = []
    for document in expected.documents:
        found = next((one for one in free if _is_the_same(document, *one)), None)
        if found is not None:
            free.remove(found)
        matches.append((document, found[0] if found else None))
    return matches


def _is_the_same(expected: ExpectedDocument, seen: VerdictDocument, page: tuple[str, int]) -> bool:
    return page == (expected.file, expected.page) and (seen.type, seen.side) == (expected.type, expected.side)


def _reasons_right(codes: Sequence[str], expected: Expected) -> Rate:
    if not expected.must_codes:
        return NOTHING
    right = {code for alternatives in expected.must_codes for code in alternatives} | set(expected.may_codes)
    return Rate(sum(code in right for code in codes), len(codes))


def _read(found: VerdictDocument | None, name: str) -> str:
    """Return the value read. What is blank, illegible or not there reads as nothing."""
    field = found.fields.get(name) if found else None
    return field.value if field else ""


def _key(document: ExpectedDocument, name: str) -> FieldKey:
    return FieldKey(document.type, name, document.capture or UNSAID)


def _pool(trials: Iterable[tuple[Key, bool]]) -> Mapping[Key, Rate]:
    pooled: dict[Key, Rate] = {}
    for key, hit in trials:
        pooled[key] = pooled.get(key, NOTHING) + rate_of(hit)
    return pooled


def _wrong_judging(verdict: Verdict, expected: Expected, codes: Sequence[str]) -> Iterator[str]:
    if verdict.outcome not in expected.outcome_ok:
        yield f"outcome {verdict.outcome} ({', '.join(codes) or 'no finding'}), not {' or '.join(expected.outcome_ok)}"
    for alternatives in _missed(expected, codes):
        yield f"missed: {' or '.join(alternatives)}"


def _wrong_reading(matches: Sequence[Match]) -> Iterator[str]:
    for document, found in matches:
        where = f"{document.file} p{document.page} {document.type} {document.side or ''}".rstrip()
        if found is None:
            yield f"not recognised: {where}"
            continue
        for name, value in document.fields.items():
            if _read(found, name) != value:
                yield f"{where} {name}: {_read(found, name)!r}, not {value!r}"


def _missed(expected: Expected, codes: Sequence[str]) -> list[tuple[str, ...]]:
    return [alternatives for alternatives in expected.must_codes if not set(alternatives) & set(codes)]
