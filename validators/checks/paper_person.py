"""Papers about somebody else."""

from validators.case import Case
from validators.check import Check, Limits, Outcomes
from validators.paper_fields import PERSON_ON, about_paper, is_extra, person_on
from validators.persons import Differences, compare
from validators.subject import subject_of

_REASONS = Differences(name="match.person_name/paper", number="match.person_id/paper")


def run(case: Case, limits: Limits) -> Outcomes:
    """Agreements, applications, rulings, records and proofs are about the person the application is for

    Compared with the ID card, or where it is not asked for with what was typed. An application that lists several people is
    about each of them. A paper that the case would do without leaves a question. Source: DOMAIN 8.2 X07, X08, 8.4; 9.
    """
    subject = subject_of(case, limits)
    listed = {part for one in case.declared.employees for part in (one.name, one.id_number) if part}
    for kind in PERSON_ON:
        for seen in case.documents(kind):
            person, extra = person_on(seen), is_extra(case, seen, limits.requirements)
            if person.name and (person.name.text in listed or "、" in person.name.text):
                continue
            yield from (about_paper(found, seen, extra=extra) for found in compare(person, subject, _REASONS))


CHECK = Check(run, Limits, rules=("X07", "X08"), reasons=(_REASONS.name, _REASONS.number))
