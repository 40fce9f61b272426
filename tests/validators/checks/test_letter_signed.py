"""The table of ``letter_signed``."""

import pytest

from extractors.evidence import Seal, Signature
from tests.validators.cases import AGENT, FIRM, REP, Row, answer, case, certificate, letter, license_, sent
from tests.validators.marks import marked, seal, signature
from validators.case import Case
from validators.checks.letter_signed import CHECK

OF_REP = seal(REP.name, kind="square")
UNREAD = seal("", kind="rectangular", text_confidence=0.0)


def signed(*marks: Seal | Signature, principal: str = FIRM) -> Case:
    return case(sent(license_()), sent(marked(letter(principal=principal), *marks)))


ROWS = (
    Row("signed", signed(seal(), signature("legal_rep", "handwritten")), "ok"),
    Row("name seal", signed(seal(), signature("legal_rep", "name_seal")), "ok"),
    Row("no letter", case(sent(marked(certificate()))), "n/a"),
    Row("no place seen", signed(seal()), "n/a"),
    Row("only the agent's place", signed(seal(), signature("agent", "blank")), "n/a"),
    Row("left blank", signed(seal(), signature("legal_rep", "blank")), "signature.missing/representative"),
    Row("name in print", signed(seal(), signature("legal_rep", "printed")), "signature.missing/representative"),
    Row("a name seal off its line", signed(seal(), OF_REP, signature("legal_rep", "blank")), "ok"),
    Row("a name seal that nobody can read", signed(seal(), UNREAD, signature("legal_rep", "blank")), "ok"),
    Row(
        "the agent's name seal",
        signed(seal(), seal(AGENT.name, kind="square"), signature("legal_rep", "blank")),
        "signature.missing/representative",
    ),
    Row(
        "a person's letter, a name seal off its line",
        signed(OF_REP, signature("principal", "blank"), principal=REP.name),
        "signature.unclear",
    ),
    Row("perhaps something under the seal", signed(seal(), signature("legal_rep", "unclear", 0.6)), "ok"),
    Row("unclear, and no seal", signed(signature("legal_rep", "unclear", 0.6)), "signature.missing/representative"),
    Row("a person's, blank", signed(signature("principal", "blank"), principal=REP.name), "signature.missing"),
    Row("a person's, in print", signed(signature("principal", "printed"), principal=REP.name), "signature.unclear"),
    Row("a person's, thumbprint", signed(signature("principal", "thumbprint"), principal=REP.name), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_letter_signed(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
