"""On which line of a TOML file something stands: tomllib keeps no lines, and a clerk needs them."""

import re
from collections.abc import Sequence
from typing import Final

_TABLE: Final = re.compile(r"^\s*(\[{1,2})\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w.-]+))\s*=""")
_PART: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^.\s]+))\s*\.?""")

Path = tuple[str | int, ...]


class Lines:
    """The lines of a text by the path of what stands on them: ``("requirements", 0, "slot")``. Lines count from 1."""

    def __init__(self, text: str) -> None:
        self._lines: Final = text.splitlines()
        self._of: dict[Path, int] = {}
        self._read()

    def of(self, path: Sequence[str | int]) -> int:
        """The line of a key, or of the nearest thing around it; of an item in a list, the line that holds its text."""
        for end in range(len(path), 0, -1):
            found = self._of.get(tuple(path[:end]))
            if found is not None:
                return found
        return 1

    def of_text(self, path: Sequence[str | int], text: str) -> int:
        """The first line from a key on that holds a text in quotes; the key's own where there is none."""
        start = self.of(path)
        quoted = (f'"{text}"', f"'{text}'")
        found = (number for number, line in self._from(start) if any(one in line for one in quoted))
        return next(found, start)

    def _from(self, start: int) -> list[tuple[int, str]]:
        return list(enumerate(self._lines[start - 1 :], start=start))

    def _read(self) -> None:
        table: Path = ()
        counts: dict[Path, int] = {}
        for number, line in enumerate(self._lines, start=1):
            heading, key = _TABLE.match(line), _KEY.match(line)
            if heading:
                name = _parts(heading[2])
                table = (*name, counts.get(name, 0)) if heading[1] == "[[" else name
                counts[name] = counts.get(name, 0) + 1
                self._of.setdefault(table, number)
            elif key:
                self._of.setdefault((*table, *_parts(key[1])), number)


def _parts(name: str) -> Path:
    return tuple(quoted or single or bare for quoted, single, bare in _PART.findall(name))
