"""Packets that look like unusual ones and are wrong: they are sent back."""

from dataclasses import dataclass, field

import pytest

from tests.validators.cases import (
    AGENT,
    OTHER_FIRM,
    STRANGER,
    TODAY,
    back,
    case,
    certificate,
    front,
    letter,
    paper,
    reading,
    sent,
)
from tests.validators.marks import marked, seal
from tests.validators.unusual import (
    AGENTS_CARD,
    BY_AGENT,
    BY_FIRM,
    CERTIFICATE,
    DEAD,
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
)
from validators.policy import load_policy
from validators.run import judge


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
        "a colleague's certificate, hardly read",
        E,
        (
            *FIRM_PAPERS,
            sent(
                certificate(
                    employee_name=reading(STRANGER.name, 0.7),
                    employee_id=reading(STRANGER.number, 0.7, checksum_ok=True),
                ),
                name="certificate.jpg",
            ),
        ),
        "bounce",
        code="match.person_id",
    ),
    Wrong(
        "a colleague's number by a pen",
        E,
        (
            *FIRM_PAPERS,
            sent(certificate(employee_id=reading(STRANGER.number, 0.97, checksum_ok=True, handwritten=True)), name="c.jpg"),
        ),
        "bounce",
        code="match.person_id",
    ),
    Wrong(
        "the stranger's papers for an heir who is nobody's",
        S,
        (
            sent(front(AGENT), slot="heir_id", name="heir-front.jpg"),
            sent(back(), slot="heir_id", name="heir-back.jpg"),
            *DEAD,
        ),
        "bounce",
        as_(BY_FIRM, reason="参保人死亡", applicant_name=AGENT.name, applicant_id=AGENT.number),
        code="match.person_id",
    ),
    Wrong(
        "another firm's seal, which no office has",
        E,
        (*FIRM_PAPERS, sent(marked(certificate(), seal(OTHER_FIRM)), name="certificate.jpg")),
        "bounce",
        code="seal.wrong_owner",
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
    given = case(*packet.files, declared=packet.declared)
    given = given.model_copy(update={"scenario": packet.scenario, "submitted_on": TODAY})
    findings = judge(given, load_policy(packet.scenario))
    bounced = {code for one in findings if one.severity == "bounce" for code in (one.code, *one.because_of)}
    assert packet.code in bounced, findings
