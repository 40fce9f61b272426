"""The table of ``legal_representative``."""

import pytest

from tests.validators.cases import (
    NOTHING_TOLD,
    OTHER_CODE,
    OTHER_FIRM,
    STRANGER,
    Row,
    answer,
    case,
    certificate,
    front,
    license_,
    sent,
    told,
)
from validators.checks.legal_representative import CHECK

ROWS = (
    Row("same", case(sent(license_()), sent(front(), slot="legal_rep_id")), "ok"),
    Row("another firm's licence", case(sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE, legal_rep="钱小宝"))), "n/a"),
    Row("no licence", case(sent(front(), slot="legal_rep_id")), "n/a"),
    Row(
        "a firm that manages a partnership",
        case(sent(license_(legal_rep="云上远山投资管理有限公司")), sent(front(), slot="legal_rep_id")),
        "match.legal_rep/typed? match.legal_rep?",
    ),
    Row(
        "the words of a name in another order",
        case(
            sent(license_(legal_rep="JOHN SMITH")),
            sent(front(name="SMITH JOHN"), slot="legal_rep_id"),
            declared=told(legal_rep_name="John Smith"),
        ),
        "match.legal_rep/typed? match.legal_rep?",
    ),
    Row(
        "a name in two scripts",
        case(
            sent(license_(legal_rep="约翰·史密斯")),
            sent(front(name="SMITH JOHN"), slot="legal_rep_id"),
            declared=told(legal_rep_name="约翰·史密斯"),
        ),
        "match.legal_rep?",
    ),
    Row("somebody else's card", case(sent(license_()), sent(front(STRANGER), slot="legal_rep_id")), "match.legal_rep"),
    Row(
        "somebody else's card, no slots",
        case(sent(license_(), certificate()), sent(front(STRANGER)), declared=NOTHING_TOLD),
        "match.legal_rep",
    ),
    Row("one character", case(sent(license_()), sent(front(name="赵明运"), slot="legal_rep_id")), "match.legal_rep?"),
    Row(
        "rare character taken for a common one",
        case(
            sent(license_(legal_rep="赵明盟")),
            sent(front(name="赵明曌"), slot="legal_rep_id"),
            declared=told(legal_rep_name="赵明曌"),
        ),
        "ok",
    ),
    Row(
        "variant that people know",
        case(sent(license_(legal_rep="赵明哲")), sent(front(name="赵明喆"), slot="legal_rep_id"), declared=NOTHING_TOLD),
        "match.legal_rep?",
    ),
    Row("traditional characters", case(sent(license_()), sent(front(name="趙明遠"), slot="legal_rep_id")), "match.legal_rep?"),
    Row(
        "partnership and its delegate",
        case(
            sent(license_(legal_rep="样例投资公司(委派代表:赵明远)")), sent(front(), slot="legal_rep_id"), declared=NOTHING_TOLD
        ),
        "match.legal_rep?",
    ),
    Row("typed name differs", case(sent(license_()), declared=told(legal_rep_name="钱小宝")), "match.legal_rep/typed"),
    Row("card in the agent's slot", case(sent(license_()), sent(front(), slot="agent_id")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_legal_representative(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
