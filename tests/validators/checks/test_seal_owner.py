"""The table of ``seal_owner``."""

import pytest

from extractors.evidence import Seal
from tests.validators.cases import FIRM, OTHER_FIRM, REP, Row, answer, case, certificate, license_, sent
from tests.validators.marks import marked, seal
from validators.case import Case
from validators.check import Finds
from validators.checks.seal_owner import CHECK


def stamped(*seals: Seal) -> Case:
    return case(sent(license_()), sent(marked(certificate(), *seals)))


def stamped_by(firm: str, *seals: Seal) -> Case:
    return case(sent(license_(name=firm)), sent(marked(certificate(employer_name=firm), *seals)))


def typed_as(told: Case, name: str) -> Case:
    return told.model_copy(update={"declared": told.declared.model_copy(update={"employer_name": name})})


ROWS = (
    Row("the firm's", stamped(seal()), "ok"),
    Row("no seal", stamped(), "n/a"),
    Row("another firm's, read for sure", stamped(seal(OTHER_FIRM)), "seal.wrong_owner"),
    Row("the name that was typed", typed_as(stamped(seal(OTHER_FIRM)), OTHER_FIRM), "seal.wrong_owner?"),
    Row("a branch's", stamped(seal(FIRM + "云上市山前区第二分公司")), "seal.wrong_owner?"),
    Row("in traditional characters", stamped(seal("樣例市晨光科技有限公司")), "ok"),
    Row("another firm's, hardly read", stamped(seal(OTHER_FIRM, text_confidence=0.7)), "seal.illegible"),
    Row("a platform's electronic seal", stamped(seal(OTHER_FIRM, kind="electronic")), "seal.wrong_owner?"),
    Row("an electronic one that cannot be checked", stamped(seal("", kind="electronic", confidence=0.5)), "n/a"),
    Row("an office's, where the firm's was not found", stamped(seal("样例市人力资源和社会保障局")), "seal.wrong_owner?"),
    Row("an office's, worn at its beginning", stamped(seal("源和社会保障局")), "seal.wrong_owner?"),
    Row("an office's beside the firm's", stamped(seal("样例市公共就业服务中心"), seal()), "ok"),
    Row("another firm's that deals in people", stamped(seal("云上市远山人力资源服务有限公司")), "seal.wrong_owner"),
    Row(
        "digits of its code before the name",
        stamped(seal(f"6□□{FIRM}", text_confidence=0.5, alternatives=("8", "□", "□", *("",) * len(FIRM)))),
        "ok",
    ),
    Row(
        "read from where print hides a glyph of it",
        stamped(
            seal(
                "有限公司□□样例市□光科技",
                text_confidence=0.6,
                alternatives=("",) * 4 + ("□",) * 2 + ("",) * 3 + ("□", "", "", ""),
            )
        ),
        "ok",
    ),
    Row(
        "another firm's, read from where print hides a glyph of it",
        stamped(
            seal(
                "有限公司□□样例市明□贸易", text_confidence=0.6, alternatives=("",) * 4 + ("□",) * 2 + ("",) * 4 + ("□", "", "")
            )
        ),
        "seal.illegible",
    ),
    Row("one character read for sure", stamped(seal("司")), "seal.illegible"),
    Row("nothing read", stamped(seal("", text_confidence=0.0)), "seal.illegible"),
    Row("characters missing under print", stamped(seal("样例晨光技有限公司", text_confidence=0.7)), "ok"),
    Row("characters nobody could read", stamped(seal("样例市□光科技有限□司", text_confidence=0.7)), "ok"),
    Row(
        "one nobody could read, covered",
        stamped(seal("样例市晨□科技有限公司", text_confidence=0.7, alternatives=("",) * 4 + ("先□",) + ("",) * 6)),
        "ok",
    ),
    Row(
        "one nobody could read, whose strokes are not the firm's",
        stamped(seal("样例市晨□科技有限公司", text_confidence=0.7, alternatives=("",) * 4 + ("先元",) + ("",) * 6)),
        "seal.illegible",
    ),
    Row(
        "the end of the name, the rest off the page",
        stamped(seal("科技有限公司□□机", text_confidence=1.0)),
        "seal.wrong_owner?",
    ),
    Row(
        "a worn seal, a third of it unread, other glyphs beside their places",
        stamped(seal("样□□□□司云上贸易", text_confidence=0.3, alternatives=("", "先", "元", "一", "千", "", "", "", "", ""))),
        "seal.illegible",
    ),
    Row("too little of the name", stamped(seal("样例市□光□□有限□司", text_confidence=0.95)), "seal.wrong_owner?"),
    Row("one misread among them", stamped(seal("样例市晨元科技有限公司", text_confidence=0.7)), "seal.illegible"),
    Row(
        "one misread where the firm's own may stand as well",
        stamped(seal("样例市晨先科技有限公司", text_confidence=0.7, alternatives=("",) * 4 + ("光",) + ("",) * 6)),
        "ok",
    ),
    Row(
        "one off, read for sure among others that were not",
        stamped(seal("样例市晨元科技有限公司", text_confidence=0.5, alternatives=("",) * 7 + ("冇",) * 4)),
        "seal.illegible",
    ),
    Row(
        "another firm's, its glyphs read for sure but for one",
        stamped(seal(OTHER_FIRM, text_confidence=0.7, alternatives=("木",) + ("",) * (len(OTHER_FIRM) - 1))),
        "seal.wrong_owner",
    ),
    Row("one character off, read for sure", stamped(seal("样例市晨元科技有限公司")), "seal.wrong_owner?"),
    Row("one that looks like the firm's, read for sure", stamped(seal("样例市晨先科技有限公司")), "ok"),
    Row("one that looks like the firm's, another unread", stamped(seal("样例市晨先科技有□公司")), "ok"),
    Row("two that look like the firm's", stamped(seal("祥例市晨先科技有限公司")), "seal.wrong_owner?"),
    Row(
        "one of many characters", stamped_by("样例市晨光恒丰供应链管理有限公司", seal("样例市晨光恒丰供应琏管理有限公司")), "ok"
    ),
    Row(
        "one of many, which tells sisters apart",
        stamped_by("样例市晨光科技有限公司第一分公司", seal("样例市晨光科技有限公司第二分公司")),
        "seal.wrong_owner?",
    ),
    Row(
        "one that looks like the firm's, and tells sisters apart",
        stamped_by("东明科技有限公司", seal("来明科技有限公司")),
        "seal.wrong_owner?",
    ),
    Row("alike, read for sure", stamped(seal("样例市晨光贸易有限公司")), "seal.wrong_owner?"),
    Row("the firm's beside another's", stamped(seal(OTHER_FIRM), seal()), "ok"),
    Row("the purpose on the ring, too", stamped(seal(f"{FIRM}财务专用章")), "ok"),
    Row("a name seal says nothing", stamped(seal(REP.name, kind="square")), "n/a"),
    Row(
        "the firm that the certificate names, another on the licence",
        case(sent(license_()), sent(marked(certificate(employer_name=OTHER_FIRM), seal(OTHER_FIRM)))),
        "ok",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_seal_owner(row: Row) -> None:
    assert answer(CHECK, row) == row.answer


def test_nobody_is_shown_what_could_not_be_read() -> None:
    garbled = Row("garbled", stamped(seal("梨饰□□□(□□□有橡", text_confidence=0.2)), "seal.illegible")
    (outcome,) = (one for one in garbled.bound(CHECK).judge(garbled.case) if isinstance(one, Finds))
    assert outcome.words["here"] == "（未能读出）"
