"""The table of causes: what every reason asks for, whom two against one speak against, and what follows from what."""

import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from extractors.frozen import Frozen
from validators.reasons import CATALOGUE

Does = Literal["replace", "renew", "complete", "retake", "resend", "correct", "add", "elsewhere", "wait", "nothing"]
Shared = Literal["page", "paper", "file", "about", "thing", "ground", "value", "reason", "packet"]


class Instruction(Frozen):
    """What a reason asks the applicant to do (``does``), and to ``what``.

    ``here`` and ``there`` name the places of the two values compared, by the reason's words of that name; empty for none.
    """

    does: Does
    what: str
    here: str = ""
    there: str = ""


class OddOne(Frozen):
    """A side of comparisons that is at fault where two others agree against it.

    ``say``: the reason that is given then. ``typed``: the entry that must not speak for it.
    """

    side: str
    say: str
    typed: str = ""


class Follows(Frozen):
    """What follows from what, and ``why``. The flags are explained at the head of the table."""

    causes: tuple[str, ...]
    takes: tuple[str, ...]
    shared: Shared
    why: str
    in_doubt: bool = False
    questions_only: bool = False
    doubts: tuple[str, ...] = ()
    unclear: bool = False
    even_worse: bool = False


class Causes(Frozen):
    """The whole table."""

    instructions: Mapping[str, Instruction]
    odd: tuple[OddOne, ...]
    follows: tuple[Follows, ...]


def read_causes(text: str) -> Causes:
    """Read a table from TOML.

    Raises:
        pydantic.ValidationError: a line with something missing, or with something else besides.
    """
    return Causes.model_validate(tomllib.loads(text))


CAUSES: Final = read_causes(files("validators.causes").joinpath("causes.toml").read_text(encoding="utf-8"))


@cache
def instruction_of(reason: str) -> Instruction:
    """What a reason asks for: by its own line, else by that of the longest pattern that fits.

    Raises:
        KeyError: the table has no line for it.
    """
    lines = CAUSES.instructions
    fitting = [pattern for pattern in lines if fnmatchcase(reason, pattern)]
    if not fitting:
        raise KeyError(f"causes.toml: no instruction for reason {reason!r}: add a line")
    return lines[reason] if reason in lines else lines[max(fitting, key=len)]


@cache
def reasons_named(selectors: tuple[str, ...]) -> frozenset[str]:
    """The catalogue's reasons that selectors name: by key, by pattern, or by what they ask for."""
    return frozenset(reason for reason in CATALOGUE.reasons if _is_named(reason, selectors))


def _is_named(reason: str, selectors: Iterable[str]) -> bool:
    does = instruction_of(reason).does
    return any(one == does or fnmatchcase(reason, one) for one in selectors)
