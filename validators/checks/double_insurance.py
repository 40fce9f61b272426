"""Two insurance records that do not show that they overlap."""

from itertools import combinations

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.months import month_of
from validators.values import certainty, read

_REASON = "scenario.reason_conflict/no_overlap"


def run(case: Case, limits: Limits) -> Outcomes:
    """Two records of contributions share months

    Otherwise nobody was insured twice, and a person looks. That both are the applicant's is told elsewhere.
    Source: DOMAIN 9 A11.
    """
    records = tuple(case.documents("contribution_record"))
    outcomes = [_judge(one, other) for one, other in combinations(records, 2)]
    yield next((found for found in outcomes if isinstance(found, Passes)), None) or next(iter(outcomes), Passes())


def _judge(one: Sighting, other: Sighting) -> Outcome:
    spans = [_span(one), _span(other)]
    words = {"here": spans[0][2], "there": spans[1][2]}
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]
    known = [month for month in (*starts, *ends) if month is not None]
    if len(known) < len(starts) + len(ends):
        return CannotTell(_REASON, "not_seen", words=words)
    if max(known[:2]) <= min(known[2:]):
        return Passes()
    values = [value for seen in (one, other) for name in ("first_month", "last_month") if (value := read(seen, name))]
    return Finds(_REASON, values[-1].place, certainty(*values), words)


def _span(seen: Sighting) -> tuple[int | None, int | None, str]:
    first, last = read(seen, "first_month"), read(seen, "last_month")
    text = f"{first.text if first else '?'}至{last.text if last else '?'}"
    return month_of(first.text) if first else None, month_of(last.text) if last else None, text


CHECK = Check(run, Limits, rules=(), reasons=(_REASON,))
