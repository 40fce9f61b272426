"""The table of causes speaks of every reason, names nothing that is not there, and says why."""

import pytest

from extractors.evidence import DOCUMENT_TYPES
from extractors.schema import PAPERS
from validators.case import Declared
from validators.causes.table import CAUSES, Follows, instruction_of, reasons_named
from validators.reasons import CATALOGUE, Reason
from validators.requirements import HOLDER_OF_SLOT

WHERE = {"", "page", "file", "packet", "paper"}
GROUPED = {"agent", "applicant"}
"""An agent's and an applicant's name and number, which are compared by one reason."""


@pytest.mark.parametrize("reason", CATALOGUE.reasons)
def test_every_reason_says_what_it_asks_for(reason: str) -> None:
    assert instruction_of(reason)


def test_every_line_of_an_instruction_is_used() -> None:
    used = {id(instruction_of(reason)) for reason in CATALOGUE.reasons}
    assert not [pattern for pattern, one in CAUSES.instructions.items() if id(one) not in used]


def test_every_place_is_one() -> None:
    for one in CAUSES.instructions.values():
        for place in "|".join((one.what, one.here, one.there)).split("|"):
            kind, _, field = place.partition(".")
            if kind == "declared":
                assert field in {*Declared.model_fields, *GROUPED}, place
            elif kind == "paper":
                assert not field or any(field in paper.fields for paper in PAPERS.values()), place
            else:
                assert kind in {*WHERE, *DOCUMENT_TYPES, *HOLDER_OF_SLOT}, place


@pytest.mark.parametrize("line", CAUSES.follows, ids=lambda line: line.why)
def test_every_line_names_reasons_and_says_why(line: Follows) -> None:
    assert all(reasons_named((selector,)) for selector in (*line.causes, *line.takes))
    assert line.why.endswith(".")


def test_a_reason_without_a_line_is_an_error_that_says_so() -> None:
    with pytest.raises(KeyError, match=r"no instruction for reason 'nobody\.knows'"):
        instruction_of("nobody.knows")


def test_what_asks_for_nothing_is_told_by_no_other_verb() -> None:
    """What a person looks at, or nobody does, is never the applicant's to mend."""

    def asks(reason: Reason) -> bool:
        return reason.severity == "bounce"

    assert not [key for key, reason in CATALOGUE.reasons.items() if asks(reason) and instruction_of(key).does == "nothing"]
