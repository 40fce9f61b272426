"""Options that several commands share, and what they mean for the exit code."""

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from pipeline.verdict import OUTCOME_RANK, Outcome
from validators.wording import Language

FailOn = Literal["bounce", "review"]

FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="End with exit code 1 when a verdict is this bad or worse.")
]
ScenarioOption = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        help="Scenario of a packet that names none (default employer_withdrawal); one that names another is refused.",
    ),
]
RegionOption = Annotated[
    str | None, typer.Option("--region", help="Region of a packet that names none; one that names another is refused.")
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", min=1, max=256, help="Reading processes; default one for each core.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, and nothing else.")]
RevealOption = Annotated[bool, typer.Option("--reveal", help="Show identity numbers in full.")]

LanguageOption = Annotated[Language, typer.Option("--lang", help="Language of what is said: zh or en.")]


def exit_code(outcomes: Iterable[Outcome], fail_on: FailOn | None) -> int:
    """Return 1 where an outcome is as bad as asked for or worse, else 0."""
    return int(fail_on is not None and any(OUTCOME_RANK[outcome] >= OUTCOME_RANK[fail_on] for outcome in outcomes))
