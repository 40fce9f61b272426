"""The employer's own copy of a certificate."""

from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import is_sealed, is_stub
from validators.values import place_of


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is the worker's copy, not the stub

    The stub (存根) has no seal by design. It matters only where the worker's copy is not there too: many forms print both on
    one page. Where the employer applies itself, its copy serves once it is sealed (单位留存联). Source: DOMAIN 8.3 D20.
    """
    certificates = tuple(case.documents("termination_certificate"))
    stubs = [seen for seen in certificates if is_stub(case, seen)]
    for seen in stubs:
        if len(stubs) == len(certificates):
            yield _kept_back(seen)
    if len(stubs) < len(certificates):
        yield Passes()


def _kept_back(seen: Sighting) -> Outcome:
    reason = "doc.counterfoil/sealed" if is_sealed(seen) else "doc.counterfoil"
    return Finds(reason, place_of(seen), seen.document.confidence)


CHECK = Check(run, Limits, rules=("D20",), reasons=("doc.counterfoil", "doc.counterfoil/sealed"))
