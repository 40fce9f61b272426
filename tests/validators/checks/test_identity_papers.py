"""The table of ``identity_papers``."""

import pytest

from extractors.schema.identity import IdentityKind
from tests.validators.cases import (
    AGENT,
    ASKED_OF_WORKER,
    REP,
    WORKER,
    Row,
    Someone,
    answer,
    back,
    case,
    front,
    license_,
    sent,
    told,
    with_traits,
)
from validators.case import Case
from validators.check import Finds
from validators.checks.identity_papers import CHECK

OTHER = "doc.wrong_type/other_identity"


def shows(kind: IdentityKind | None, who: Someone = REP, slot: str = "legal_rep_id") -> Case:
    """A case in which somebody shows a paper of a kind; None for the resident ID card."""
    side = front(who) if kind is None else with_traits(front(who), kind)
    return case(sent(side, slot=slot), declared=told("agent" if slot == "agent_id" else "legal_rep"))


ROWS = (
    Row("resident ID card", shows(None), "ok"),
    Row("no card", case(sent(license_())), "n/a"),
    Row("the other side alone", case(sent(back(), slot="legal_rep_id")), "n/a"),
    *(Row(kind, shows(kind), "ok") for kind in ("temporary_card", "residence_permit", "foreigner_card")),
    *(Row(kind, shows(kind), OTHER) for kind in ("hk_macao_permit", "taiwan_permit", "exit_permit", "passport")),
    *(Row(kind, shows(kind), OTHER) for kind in ("service_card", "regional_card")),
    Row("an agent's passport", shows("passport", AGENT, "agent_id"), OTHER),
    Row("a worker's residence permit", shows("residence_permit", WORKER, "employee_id"), "ok", asked=ASKED_OF_WORKER),
    Row("a foreign worker", shows("foreigner_card", WORKER, "employee_id"), OTHER, asked=ASKED_OF_WORKER),
    Row(
        "a passport beside the ID card",
        case(sent(with_traits(front(), "passport"), name="1.jpg"), sent(front(), name="2.jpg")),
        "ok",
    ),
    Row("an office that takes passports", shows("passport"), "ok", limits={"accepted": ["passport"]}),
    Row("an office that takes nothing else", shows("temporary_card"), OTHER, limits={"accepted": []}),
    Row("nobody asked for it", case(sent(license_(), with_traits(front(WORKER), "passport"))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_identity_papers(row: Row) -> None:
    assert answer(CHECK, row) == row.answer


def test_the_paper_is_called_what_it_is() -> None:
    titled = with_traits(front(), "service_card").model_copy(update={"title": "军官证"})
    row = Row("", case(sent(titled, slot="legal_rep_id")), OTHER)
    (found,) = (outcome for outcome in row.bound(CHECK).judge(row.case) if isinstance(outcome, Finds))
    assert found.words == {"wanted": "法定代表人身份证", "seen": "军官证"}
