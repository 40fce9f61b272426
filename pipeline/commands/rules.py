"""``yushen rules``: every rule with the check that keeps it, every code with its texts and its severity by scenario."""

from typing import Annotated

import typer

from pipeline.commands.options import JsonOption
from pipeline.policies import policy_asked_for
from validators.policy_file import DEFAULT_REGION, scenarios
from validators.registry import find_checks
from validators.rulebook import Rulebook, markdown, rulebook


def rules(
    json: JsonOption = False,
    region: Annotated[str, typer.Option("--region", help="Severities as a region has them.")] = DEFAULT_REGION,
) -> None:
    """Print the rulebook: rules, checks, codes, severities by scenario, messages and sources."""
    book = the_book(region)
    typer.echo(book.model_dump_json(indent=2) if json else markdown(book, scenarios()), nl=json)


def the_book(region: str = DEFAULT_REGION) -> Rulebook:
    """The rulebook of all scenarios."""
    return rulebook(find_checks(), [policy_asked_for(scenario, region) for scenario in scenarios()])
