"""What became of every rule that was asked: silence is never a pass."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from extractors.evidence import Frozen
from validators.check import DoesNotApply, Outcome

State = Literal["judged", "not_compared", "cannot_tell"]


class Coverage(Frozen):
    """What became of one rule.

    ``judged``: it holds, or a finding says that it does not; ``not_compared``: nothing was here that it could be asked of;
    ``cannot_tell``: it leaves a question for a person.
    """

    check: str = Field(description="the rule's name, as `yushen rules` lists it")
    rules: tuple[str, ...] = Field(default=(), description="its numbers in the book of rules")
    state: State
    not_there: tuple[str, ...] = Field(
        default=(),
        description="sides of the comparison that were not there: `declared.<name>`, `<document type>.<field>` or "
        "`<holder>_id.<field>`; places of which one would have been enough are parted by |",
    )
    codes: tuple[str, ...] = Field(default=(), description="where nobody could tell: the findings that say why")


def state_of(outcomes: Iterable[Outcome], in_doubt: bool) -> State:
    """Return what became of a rule, by its answers and whether one of them is a question."""
    if in_doubt:
        return "cannot_tell"
    return "not_compared" if all(isinstance(one, DoesNotApply) for one in outcomes) else "judged"
