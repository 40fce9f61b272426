"""Packets that look like unusual ones and are wrong: they are sent back."""

from dataclasses import dataclass, field

import pytest

from tests.validators.cases import AGENT, STRANGER, case, front, letter, paper, sent
from tests.validators.marks import marked
from tests.validators.unusual import (
    AGENTS_CARD,
    BY_AGENT,
    BY_FIRM,
    CERTIFICATE,
    EXPIRED,
    FIRM_PAPERS,
    LICENCE,
    OTHERS_CERTIFICATE,
    OWN,
    RECORDS,
    TWO_WORKERS,
    WORKERS_AGENT,
    E,
    Packet,
    S,
    as_,
    bare,
    verdict,
)


@dataclass(frozen=True)
class Wrong(Packet):
    """A packet that looks like one of the above, and the code that it is sent back for."""

    code: str = field(default="")


WRONG = (
    Wrong(
        "an agent's account",
        S,
        (
            *OWN,
            *RECORDS,
            sent(paper("bank_card", holder=AGENT.name), name="bank.jpg"),
            *AGENTS_CARD,
            sent(letter(matter="代为办理社保账号注销"), name="letter.jpg"),
        ),
        "bounce",
        as_(WORKERS_AGENT, reason="重复参保", applicant_name=AGENT.name, applicant_id=AGENT.number),
        code="match.bank_account",
    ),
    Wrong(
        "a letter for a bank",
        E,
        (*FIRM_PAPERS, CERTIFICATE, *AGENTS_CARD, sent(letter(matter="办理银行开户手续"), name="letter.jpg")),
        "bounce",
        BY_AGENT,
        code="authorization.out_of_scope",
    ),
    Wrong(
        "an expired card and no other",
        E,
        (LICENCE, sent(front(), EXPIRED, name="rep.jpg"), CERTIFICATE),
        "bounce",
        code="field.expired",
    ),
    Wrong(
        "a listed worker's certificate without a seal",
        E,
        (*FIRM_PAPERS, CERTIFICATE, bare(sent(marked(OTHERS_CERTIFICATE), name="certificate-2.jpg"))),
        "bounce",
        TWO_WORKERS,
        code="seal.missing",
    ),
    Wrong(
        "a stranger applies",
        E,
        (*FIRM_PAPERS, CERTIFICATE),
        "bounce",
        as_(BY_FIRM, applicant_name=STRANGER.name),
        code="match.applicant",
    ),
)


@pytest.mark.parametrize("packet", WRONG, ids=str)
def test_what_only_looks_like_it_is_sent_back(packet: Wrong) -> None:
    found = verdict(packet.scenario, case(*packet.files, declared=packet.declared))
    assert found.get(packet.code) == "bounce", found
