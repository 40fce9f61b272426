"""Employers' packets that are complete and right though unusual: nobody is sent away with them."""

import pytest

from tests.validators.cases import (
    FIRM,
    OTHER_CODE,
    OTHER_FIRM,
    REP,
    STRANGER,
    WORKER,
    back,
    case,
    certificate,
    front,
    letter,
    license_,
    paper,
    sent,
)
from tests.validators.marks import marked, seal, signature
from tests.validators.unusual import (
    AGENTS_CARD,
    BY_AGENT,
    BY_FIRM,
    CERTIFICATE,
    EXPIRED,
    FIRM_PAPERS,
    LICENCE,
    OTHERS_CERTIFICATE,
    PROOF,
    RANK,
    REPS_CARD,
    TWO_WORKERS,
    E,
    Packet,
    as_,
    bare,
    verdict,
    worst,
)

PACKETS = (
    Packet(
        "a letter for what the office does in other words",
        E,
        (*FIRM_PAPERS, CERTIFICATE, *AGENTS_CARD, sent(letter(matter="办理停保减员手续"), name="letter.jpg")),
        "accept",
        BY_AGENT,
    ),
    Packet(
        "a letter for something nobody thought of",
        E,
        (*FIRM_PAPERS, CERTIFICATE, *AGENTS_CARD, sent(letter(matter="办理员工花名册核对"), name="letter.jpg")),
        "review",
        BY_AGENT,
    ),
    Packet(
        "the expired card beside the new one",
        E,
        (
            LICENCE,
            sent(front(), EXPIRED, slot="legal_rep_id", name="old.jpg"),
            sent(front(), back(valid_from="2024-06-09", valid_until="2044-06-09"), slot="legal_rep_id", name="new.jpg"),
            CERTIFICATE,
        ),
        "review",
    ),
    Packet("the firm applies", E, (*FIRM_PAPERS, CERTIFICATE), "accept", as_(BY_FIRM, applicant_name=FIRM)),
    Packet("a department applies", E, (*FIRM_PAPERS, CERTIFICATE), "review", as_(BY_FIRM, applicant_name="综合人事部")),
    Packet(
        "the representative is the worker, one card in two slots",
        E,
        (
            *FIRM_PAPERS,
            sent(front(), slot="employee_id", name="2.jpg", sha256="rep-front.jpg"),
            sent(back(), slot="employee_id", name="3.jpg", sha256="rep-back.jpg"),
            sent(certificate(employee_name=REP.name, employee_id=REP.number), name="certificate.jpg"),
        ),
        "accept",
        as_(BY_FIRM, employee_name=REP.name, employee_id=REP.number),
    ),
    Packet(
        "a stranger's card before the right one",
        E,
        (LICENCE, sent(front(STRANGER), back(), slot="legal_rep_id", name="stray.jpg"), *REPS_CARD, CERTIFICATE),
        "review",
    ),
    Packet(
        "two workers, their cards in the other order",
        E,
        (
            *FIRM_PAPERS,
            CERTIFICATE,
            sent(OTHERS_CERTIFICATE, name="certificate-2.jpg"),
            sent(front(STRANGER), back(), name="card-2.jpg"),
            sent(front(WORKER), back(), name="card-1.jpg"),
        ),
        "review",
        TWO_WORKERS,
    ),
    Packet(
        "two workers' registrations",
        E,
        (
            *FIRM_PAPERS,
            CERTIFICATE,
            sent(OTHERS_CERTIFICATE, name="certificate-2.jpg"),
            PROOF,
            sent(paper("registration_proof", name=STRANGER.name, id_number=STRANGER.number), name="proof-2.jpg"),
        ),
        "accept",
        TWO_WORKERS,
    ),
    Packet(
        "an unsealed draft beside the sealed certificate",
        E,
        (*FIRM_PAPERS, CERTIFICATE, bare(sent(marked(certificate()), name="draft.jpg"))),
        "review",
    ),
    Packet(
        "last year's letter beside this year's",
        E,
        (
            *FIRM_PAPERS,
            CERTIFICATE,
            *AGENTS_CARD,
            sent(letter(issue_date="2023-01-01", valid_until="2023-12-31"), name="old.jpg"),
            sent(letter(), name="new.jpg"),
        ),
        "review",
        BY_AGENT,
    ),
    Packet(
        "another firm's licence before the right one, no code typed",
        E,
        (
            sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE, legal_rep=STRANGER.name), name="stray.jpg"),
            *FIRM_PAPERS,
            CERTIFICATE,
        ),
        "review",
        as_(BY_FIRM, uscc=""),
    ),
    Packet(
        "the seal of a branch",
        E,
        (*FIRM_PAPERS, sent(marked(certificate(), seal(f"{FIRM}云上市山前区第二分公司")), name="certificate.jpg")),
        "review",
    ),
    Packet(
        "a registration that is struck out is no firm",
        E,
        (*FIRM_PAPERS, CERTIFICATE),
        "accept",
        as_(BY_FIRM, reason="注销用工备案", reason_detail="单位注销该员工用工备案"),
    ),
    Packet(
        "a letter for another matter beside the right one, which names the agent less well",
        E,
        (
            *FIRM_PAPERS,
            CERTIFICATE,
            *AGENTS_CARD,
            sent(letter(matter="办理银行开户手续"), name="bank.jpg"),
            sent(letter(agent_name="孙晓云"), name="letter.jpg"),
        ),
        "review",
        BY_AGENT,
    ),
    Packet(
        "a firm, its representative and a worker with characters that the recogniser does not know",
        E,
        (
            sent(license_(name="样例市明商贸有限公司", legal_rep="佟称称"), name="licence.jpg"),
            sent(front(name="佟小"), slot="legal_rep_id", name="rep-front.jpg"),
            REPS_CARD[1],
            sent(
                marked(
                    certificate(employer_name="样例市朋商贸有限公司", employee_name="陈称称"), seal("样例市朋□商贸有限公司")
                ),
                name="certificate.jpg",
            ),
        ),
        "review",
        as_(BY_FIRM, employer_name="样例市飚岄商贸有限公司", legal_rep_name="佟尛尛", employee_name="陈尛尛"),
    ),
    Packet(
        "two glyphs of the firm under a thumb",
        E,
        (
            *FIRM_PAPERS,
            sent(
                marked(
                    certificate(employer_name="样例市远山科技有限公司"),
                    seal(),
                    signature("other", "thumbprint").model_copy(update={"box": (0.2, 0.1, 0.3, 0.2)}),
                ),
                name="certificate.jpg",
            ),
        ),
        "review",
    ),
    Packet("one character of the code", E, (*FIRM_PAPERS, CERTIFICATE), "review", as_(BY_FIRM, uscc="91110105PDYO0001XG")),
    Packet(
        "the representative is typed as the agent",
        E,
        (*FIRM_PAPERS, CERTIFICATE),
        "accept",
        as_(BY_FIRM, applicant_role="agent", agent_name=REP.name, agent_id=REP.number),
    ),
)


@pytest.mark.parametrize("packet", PACKETS, ids=str)
def test_nobody_is_sent_away_with_it(packet: Packet) -> None:
    found = verdict(packet.scenario, case(*packet.files, declared=packet.declared))
    assert worst(found) <= RANK[packet.worst], found
