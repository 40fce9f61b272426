"""Lists of words, kept as text: names, trades, places, jobs."""

from functools import cache
from pathlib import Path

__all__ = ["signs", "words"]


@cache
def words(file: str, name: str) -> tuple[str, ...]:
    """Return one list of a file: the words below its heading."""
    return _lists(file)[name]


@cache
def signs(file: str, name: str) -> str:
    """Return one list of a file as a row of single characters."""
    return "".join(words(file, name))


@cache
def _lists(file: str) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    heading = ""
    for line in Path(__file__).with_name(f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(" "):
            heading = line.removesuffix(":")
        lists[heading] = (*lists.get(heading, ()), *(line.split() if line.startswith(" ") else ()))
    return lists
