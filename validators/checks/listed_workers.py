"""Workers on the list without a certificate of their own."""

from validators.case import Case, DeclaredPerson, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.finding import Place
from validators.names import PersonNames, compare_people
from validators.numbers import Numbers, compare_numbers
from validators.uploads import may_hold_more
from validators.values import read, typed

_REASON = "doc.missing/listed"
_PROVING = ("termination_certificate", "termination_agreement")


def run(case: Case, limits: Limits) -> Outcomes:
    """Each worker on the list has a certificate of their own

    A sealed application may list all of them, and then a person looks; so does one where a page was not recognised or a name
    is nearly the same. Source: DOMAIN 8.2 X09.
    """
    if not case.declared.employees:
        yield DoesNotApply()
        return
    papers = [seen for kind in _PROVING for seen in case.documents(kind)]
    lacking = [who for who in case.declared.employees if not any(_is_about(seen, who, near=False) for seen in papers)]
    if not lacking:
        yield Passes()
        return
    words, place = {"here": "、".join(who.name or who.id_number for who in lacking)}, Place(document=_PROVING[0])
    doubt = _doubt(case, papers, lacking)
    yield CannotTell(_REASON, doubt, place, words=words) if doubt else Finds(_REASON, place, words=words)


def _doubt(case: Case, papers: list[Sighting], lacking: list[DeclaredPerson]) -> str:
    if any(may_hold_more(file) for file in case.files):
        return "unread_file"
    if any(True for _ in case.documents("withdrawal_application")):
        return "several_people"
    nameless = any(read(seen, "employee_name") is None and read(seen, "employee_id") is None for seen in papers)
    near = any(_is_about(seen, who, near=True) for seen in papers for who in lacking)
    return "misreading" if nameless or near else ""


def _is_about(seen: Sighting, who: DeclaredPerson, near: bool) -> bool:
    number = compare_numbers(read(seen, "employee_id"), typed(who.id_number))
    if number is not Numbers.UNKNOWN and not near:
        return number is Numbers.SAME
    name = read(seen, "employee_name")
    relation = compare_people(name.text, who.name) if name and who.name else PersonNames.DIFFERENT
    return (near and number is Numbers.UNSURE) or (
        relation is not PersonNames.DIFFERENT if near else relation is PersonNames.SAME
    )


CHECK = Check(run, Limits, rules=("X09",), reasons=(_REASON,))
