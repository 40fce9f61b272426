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
        "ok",
    ),
    *(
        Row(
            f"a delegate, put as {partners}", case(sent(license_(legal_rep=partners)), sent(front(), slot="legal_rep_id")), "ok"
        )
        for partners in (
            "样例投资(云上)有限公司(委派代表:赵明远)",
            "样例投资有限公司(执行事务合伙人委派代表:赵明远)",
            "样例投资有限公司(委派赵明远为代表)",
            "样例投资有限公司(代表:赵明远)",
            "样例投资有限公司委派代表:赵明远",
            "样例投资有限公司(委派代表:赵明远",
            "(委派代表)赵明远",
            "钱小宝、赵明远",
            "样例投资有限公司(委派代表:钱小宝),远山资本管理有限公司(委派代表:赵明远)",
            "样例投资有限公司(委派代表:钱小宝)远山资本管理有限公司(委派代表:赵明远)",
            "样例投资有限公司(委派代表:钱小宝);赵明远",
            "样例投资有限公司,赵明远",
        )
    ),
    Row(
        "a delegate, the managing firm typed",
        case(
            sent(license_(legal_rep="样例投资有限公司(委派代表:赵明远)")),
            sent(front(), slot="legal_rep_id"),
            declared=told(legal_rep_name="样例投资有限公司"),
        ),
        "ok",
    ),
    Row(
        "a delegate, all of it typed",
        case(
            sent(license_(legal_rep="样例投资有限公司(委派代表:赵明远)")),
            sent(front(), slot="legal_rep_id"),
            declared=told(legal_rep_name="样例投资有限公司(委派代表:赵明远)"),
        ),
        "ok",
    ),
    Row(
        "somebody else than the delegate",
        case(
            sent(license_(legal_rep="样例投资有限公司(委派代表:钱小宝)")),
            sent(front(), slot="legal_rep_id"),
            declared=NOTHING_TOLD,
        ),
        "match.legal_rep",
    ),
    Row(
        "somebody else than both delegates",
        case(
            sent(license_(legal_rep="样例投资有限公司(委派代表:钱小宝),远山资本管理有限公司(委派代表:吴小妹)")),
            sent(front(), slot="legal_rep_id"),
        ),
        "match.legal_rep match.legal_rep/typed",
    ),
    Row(
        "of two firms one has a delegate, and it is somebody else",
        case(
            sent(license_(legal_rep="样例投资有限公司(委派代表:钱小宝),远山资本管理有限公司")),
            sent(front(), slot="legal_rep_id"),
            declared=NOTHING_TOLD,
        ),
        "match.legal_rep?",
    ),
    Row(
        "the beginning of a firm's name",
        case(sent(license_(legal_rep="样例投资")), sent(front(), slot="legal_rep_id"), declared=NOTHING_TOLD),
        "match.legal_rep?",
    ),
    *(
        Row(
            f"a foreign name with its Chinese one: {name}, {card}, {typed}",
            case(
                sent(license_(legal_rep=name)),
                sent(front(name=card), slot="legal_rep_id"),
                declared=told(legal_rep_name=typed),
            ),
            "ok",
        )
        for name, card, typed in (
            ("JOHN SMITH(约翰·史密斯)", "约翰·史密斯", "JOHN SMITH"),
            ("约翰·史密斯(JOHN SMITH)", "JOHN SMITH", "约翰·史密斯(JOHN SMITH)"),
            ("JOHN SMITH", "JOHN SMITH 约翰·史密斯", "JOHN SMITH"),
            ("样例投资有限公司(委派代表:JOHN SMITH(约翰·史密斯))", "JOHN SMITH", "约翰·史密斯"),
        )
    ),
    Row(
        "another foreigner's Chinese name",
        case(
            sent(license_(legal_rep="JOHN SMITH(约翰·史密斯)")),
            sent(front(name="玛丽·琼斯"), slot="legal_rep_id"),
            declared=NOTHING_TOLD,
        ),
        "match.legal_rep?",
    ),
    Row(
        "a former name in brackets is no second name",
        case(sent(license_(legal_rep="钱小宝(曾用名赵明远)")), sent(front(), slot="legal_rep_id"), declared=NOTHING_TOLD),
        "match.legal_rep?",
    ),
    Row("typed name differs", case(sent(license_()), declared=told(legal_rep_name="钱小宝")), "match.legal_rep/typed"),
    Row("card in the agent's slot", case(sent(license_()), sent(front(), slot="agent_id")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_legal_representative(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
