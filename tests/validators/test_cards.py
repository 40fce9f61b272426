"""Whose ID card is whose."""

import pytest

from tests.validators.cases import (
    AGENT,
    ASKED,
    ILLEGIBLE,
    NOTHING_TOLD,
    REP,
    STRANGER,
    WORKER,
    back,
    case,
    certificate,
    front,
    letter,
    license_,
    on_page,
    sent,
    told,
)
from validators.cards import sort_cards
from validators.case import Case

PAPERS = sent(license_(), certificate(), letter(), name="papers.pdf", pages=3)


@pytest.mark.parametrize(
    ("title", "given", "names"),
    [
        ("by slot", case(sent(front(STRANGER), slot="legal_rep_id")), {"legal_rep": STRANGER.name}),
        ("by what is typed", case(sent(front(WORKER))), {"employee": WORKER.name}),
        ("by the papers", case(PAPERS, sent(front(AGENT)), declared=NOTHING_TOLD), {"agent": AGENT.name}),
        ("by content before the slot", case(sent(front(REP), slot="agent_id")), {"legal_rep": REP.name}),
        (
            "a managing firm's delegate",
            case(
                sent(license_(legal_rep=f"样例投资有限公司(委派代表:{REP.name})")),
                sent(front(REP)),
                sent(front(WORKER), name="2.jpg"),
                declared=NOTHING_TOLD,
            ),
            {"legal_rep": REP.name},
        ),
        ("by elimination", case(PAPERS, sent(front(STRANGER)), declared=NOTHING_TOLD), {"legal_rep": STRANGER.name}),
        ("nearly the name", case(sent(front(REP, name="赵明运"))), {"legal_rep": "赵明运"}),
        (
            "two strangers",
            case(
                sent(front(STRANGER)), sent(front(STRANGER, name="吴小妹", id_number=None), name="2.jpg"), declared=NOTHING_TOLD
            ),
            {},
        ),
        (
            "one person in two roles",
            case(sent(front(REP)), declared=told("agent", agent_name=REP.name, agent_id=REP.number)),
            {"legal_rep": REP.name, "agent": REP.name},
        ),
    ],
)
def test_fronts(title: str, given: Case, names: dict[str, str]) -> None:
    cards = sort_cards(given, ASKED)
    found = {holder: card.person.name.text for holder, card in cards.of.items() if card.person.name}
    assert found == names, title


@pytest.mark.parametrize(
    ("title", "given", "holders", "loose"),
    [
        (
            "beside its front",
            case(sent(front(AGENT), back()), sent(front(REP), name="2.jpg"), declared=told("agent")),
            {"agent"},
            0,
        ),
        (
            "in the order of the fronts",
            case(sent(front(AGENT), back(), on_page(front(REP), 2), on_page(back(), 2), pages=2), declared=told("agent")),
            {"agent", "legal_rep"},
            0,
        ),
        ("by slot", case(sent(front(REP)), sent(back(), slot="legal_rep_id")), {"legal_rep"}, 0),
        (
            "with the fronts of its slot",
            case(sent(front(REP), slot="agent_id", name="1.jpg"), sent(back(), slot="agent_id", name="2.jpg")),
            {"legal_rep"},
            0,
        ),
        ("one of each", case(sent(front(REP)), sent(back())), {"legal_rep"}, 0),
        (
            "two fronts, one back",
            case(sent(front(REP)), sent(front(AGENT), name="2.jpg"), sent(back()), declared=told("agent")),
            set(),
            1,
        ),
    ],
)
def test_backs(title: str, given: Case, holders: set[str], loose: int) -> None:
    cards = sort_cards(given, ASKED)
    assert {holder for holder, card in cards.of.items() if card.backs} == holders, title
    assert len(cards.loose_sides("back")) == loose, title


def test_a_portrait_side_whose_number_was_read_speaks_for_the_card() -> None:
    spoiled = front(REP, id_number=ILLEGIBLE)
    given = case(sent(spoiled, slot="legal_rep_id"), sent(front(REP), slot="legal_rep_id", name="2.jpg"))
    person = sort_cards(given, ASKED).of["legal_rep"].person
    assert person.number
    assert person.number.text == REP.number
