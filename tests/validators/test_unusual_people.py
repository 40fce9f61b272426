"""People's own packets that are complete and right though unusual: nobody is sent away with them."""

import pytest

from tests.validators.cases import AGENT, OTHER_FIRM, STRANGER, WORKER, back, case, certificate, front, letter, paper, sent
from tests.validators.marks import marked, seal, signature
from tests.validators.unusual import (
    AGENTS_CARD,
    BY_WORKER,
    CERTIFICATE,
    DEAD,
    EXPIRED,
    I_,
    OF_DEAD,
    OWN,
    OWN_LETTER,
    PROOF,
    RANK,
    RECORDS,
    WORKERS_AGENT,
    M,
    Packet,
    S,
    as_,
    bare,
    verdict,
    worst,
)

PACKETS = (
    Packet(
        "a person's own letter has no firm's seal",
        I_,
        (*OWN, PROOF, CERTIFICATE, *AGENTS_CARD, bare(sent(OWN_LETTER, slot="authorization_letter", name="letter.jpg"))),
        "accept",
        WORKERS_AGENT,
    ),
    Packet(
        "an expired card that nobody asked for",
        I_,
        (*OWN, PROOF, CERTIFICATE, sent(front(STRANGER), EXPIRED, name="family.jpg")),
        "accept",
        BY_WORKER,
    ),
    Packet(
        "an earlier employer's certificate beside the right one",
        I_,
        (*OWN, PROOF, CERTIFICATE, sent(marked(certificate(employer_name=OTHER_FIRM), seal(OTHER_FIRM)), name="old.jpg")),
        "review",
        BY_WORKER,
    ),
    Packet(
        "a small trader's paper, signed, and no licence asked for",
        I_,
        (
            *OWN,
            PROOF,
            bare(
                sent(
                    marked(certificate(employer_name="山前区老王面馆"), signature("legal_rep", "handwritten")),
                    name="certificate.jpg",
                )
            ),
        ),
        "review",
        as_(BY_WORKER, employer_name="山前区老王面馆"),
    ),
    Packet("a district typed", I_, (*OWN, PROOF, CERTIFICATE), "review", as_(BY_WORKER, registered_in="山前区")),
    Packet(
        "a certificate, and no new job",
        I_,
        (*OWN, PROOF, CERTIFICATE),
        "accept",
        as_(BY_WORKER, reason_detail="离职后未就业"),
    ),
    Packet(
        "nothing is owed",
        M,
        (*OWN, sent(marked(paper("exit_confirmation", wages_settled="未拖欠"), seal()), name="exit.jpg")),
        "accept",
        as_(BY_WORKER, reason="退场"),
    ),
    Packet(
        "an agent closes an account, the refund is the insured's",
        S,
        (
            *OWN,
            *RECORDS,
            sent(paper("bank_card"), name="bank.jpg"),
            *AGENTS_CARD,
            sent(letter(matter="代为办理社保账号注销"), name="letter.jpg"),
        ),
        "accept",
        as_(WORKERS_AGENT, reason="重复参保", applicant_name=AGENT.name, applicant_id=AGENT.number),
    ),
    Packet(
        "the heir named first, the card of who died in the packet",
        S,
        (
            sent(front(STRANGER), back(), slot="employee_id", name="dead.jpg"),
            sent(front(AGENT), slot="heir_id", name="heir-front.jpg"),
            sent(back(), slot="heir_id", name="heir-back.jpg"),
            *DEAD,
        ),
        "accept",
        OF_DEAD,
    ),
    Packet(
        "the heir typed as the one who died",
        S,
        (
            sent(front(AGENT), slot="heir_id", name="heir-front.jpg"),
            sent(back(), slot="heir_id", name="heir-back.jpg"),
            *DEAD,
        ),
        "review",
        as_(OF_DEAD, employee_name=AGENT.name, employee_id=AGENT.number),
    ),
    Packet(
        "the heir typed as the one who died, and nobody as the one who applies",
        S,
        (
            sent(front(AGENT), slot="employee_id", name="heir-front.jpg"),
            sent(back(), slot="employee_id", name="heir-back.jpg"),
            *DEAD,
        ),
        "review",
        as_(OF_DEAD, employee_name=AGENT.name, employee_id=AGENT.number, applicant_name="", applicant_id=""),
    ),
    Packet(
        "a label taken for whoever gives a person's letter",
        I_,
        (
            *OWN,
            PROOF,
            CERTIFICATE,
            *AGENTS_CARD,
            bare(sent(marked(letter(principal="当事人", matter="代为办理撤销灵活就业登记手续")), name="letter.jpg")),
        ),
        "review",
        WORKERS_AGENT,
    ),
    Packet(
        "a label taken for the worker's name",
        I_,
        (*OWN, PROOF, sent(certificate(employee_name="当事人"), name="certificate.jpg")),
        "accept",
        BY_WORKER,
    ),
    Packet(
        "a name with characters that the recogniser does not know, another glyph on every paper",
        I_,
        (
            sent(front(WORKER, name="陈称称"), slot="employee_id", name="own-front.jpg"),
            sent(back(), slot="employee_id", name="own-back.jpg"),
            sent(paper("registration_proof", name="陈小"), name="proof.jpg"),
            sent(certificate(employee_name="陈尔你"), name="certificate.jpg"),
        ),
        "accept",
        as_(BY_WORKER, employee_name="陈尛尛"),
    ),
    Packet(
        "the heir's card where the worker's is asked for",
        S,
        (
            sent(front(AGENT), slot="employee_id", name="heir-front.jpg"),
            sent(back(), slot="employee_id", name="heir-back.jpg"),
            *DEAD,
        ),
        "review",
        OF_DEAD,
    ),
)


@pytest.mark.parametrize("packet", PACKETS, ids=str)
def test_nobody_is_sent_away_with_it(packet: Packet) -> None:
    found = verdict(packet.scenario, case(*packet.files, declared=packet.declared))
    assert worst(found) <= RANK[packet.worst], found
