"""Workers on the list without a certificate of their own."""

from validators.case import Case, DeclaredPerson
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.finding import Place
from validators.listed import PROVING, is_about, lacking_of_listed, proofs
from validators.uploads import may_hold_more
from validators.values import Value, joined, read

_REASON = "doc.missing/listed"


def run(case: Case, limits: Limits) -> Outcomes:
    """Each worker on the list has a certificate of their own

    A sealed application may list all of them, and then a person looks; so does one where a page was not recognised or a name
    is nearly the same. Source: DOMAIN 8.2 X09.
    """
    if not case.declared.employees:
        yield DoesNotApply()
        return
    lacking = lacking_of_listed(case)
    if not lacking:
        yield Passes()
        return
    words, place = {"here": joined(Value(who.name or who.id_number) for who in lacking)}, Place(document=PROVING[0])
    doubt = _doubt(case, lacking)
    yield CannotTell(_REASON, doubt, place, words=words) if doubt else Finds(_REASON, place, words=words)


def _doubt(case: Case, lacking: tuple[DeclaredPerson, ...]) -> str:
    papers = proofs(case)
    if any(may_hold_more(file) for file in case.files):
        return "unread_file"
    if any(True for _ in case.documents("withdrawal_application")):
        return "several_people"
    nameless = any(read(seen, "employee_name") is None and read(seen, "employee_id") is None for seen in papers)
    near = any(is_about(seen, who, near=True) for seen in papers for who in lacking)
    return "misreading" if nameless or near else ""


CHECK = Check(run, Limits, rules=("X09",), reasons=(_REASON,))
