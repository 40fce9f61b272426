"""The table of ``counterfoil``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, sent, told, with_traits
from tests.validators.marks import marked, seal
from validators.checks.counterfoil import CHECK

STUB = with_traits(marked(certificate()), "counterfoil")
ROWS = (
    Row("worker's copy", case(sent(certificate())), "ok"),
    Row("none", case(), "n/a"),
    Row("stub alone", case(sent(STUB)), "doc.counterfoil"),
    Row("both on one page", case(sent(STUB, certificate())), "ok"),
    Row("the employer's copy, sealed, in its own matter", case(sent(marked(STUB, seal()))), "ok"),
    Row("the same by an agent", case(sent(marked(STUB, seal())), declared=told("agent")), "ok"),
    Row("only a person's name seal on it", case(sent(marked(STUB, seal("王小芳印", kind="square")))), "doc.counterfoil"),
    Row("only half a seal across the edge", case(sent(marked(STUB, seal(kind="cross_page")))), "doc.counterfoil"),
    Row(
        "the employer's copy, sealed, in the worker's matter",
        case(sent(marked(STUB, seal())), declared=told("individual"), scenario="individual_withdrawal"),
        "doc.counterfoil/sealed",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_counterfoil(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
