"""How the wording of a kind is put together: its own rules, those of every kind, and those for a person within a sentence."""

from pathlib import Path
from typing import Final

from tests.press.wording import Wording

__all__ = ["person", "source_of", "wording_of"]

_HERE: Final = Path(__file__).parent


def wording_of(name: str, *more: str) -> Wording:
    """Return the wording of the file of that name, which may use the shared rules and more."""
    return Wording(source_of("shared"), *more, source_of(name))


def person(name: str, number: str) -> str:
    """Return rules for somebody within a sentence, whose name and number are those facts: ``person`` and ``id_tail``."""
    return source_of("person").replace("<NAME>", f"<{name}>").replace("<NUMBER>", f"<{number}>")


def source_of(name: str) -> str:
    """Return the rules of the file of that name."""
    return (_HERE / f"{name}.txt").read_text(encoding="utf-8")
