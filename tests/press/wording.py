"""A small language for wording: one line holds all the ways in which an office may put the same thing.

``[a|b|]`` is one of several, ``{name}`` another rule, ``<field>`` a value, ``<!field>`` a remark that the text hints at a field
without stating it, so that nobody can say whether it is there. Each line of a rule is an alternative; ``3*`` before it makes
it three times as likely. An alternative is only chosen where all the fields that it names are to be stated. A rule headed
``name, once:`` keeps to one alternative all over a paper.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from tests.press.choices import Choices

__all__ = ["LABEL", "Piece", "Speaker", "Wording", "rules_of"]

Piece = tuple[str, str, int]
"""A stretch of text, the field whose value it is ("" for none), and which printing of that value.

What a field is asked by, its label, has the field's name with ``LABEL`` before it.
"""
LABEL: Final = "?"

_RULE: Final = re.compile(r"^([\w.]+)(, once)?:\s*$")
_NOTHING: Final[frozenset[str]] = frozenset()
_WEIGHT: Final = re.compile(r"^(\d+)\*")


class Speaker(Protocol):
    """Says values, and knows which fields this paper is to state."""

    choices: Choices
    withheld: frozenset[str]
    spent: set[str]
    kept: dict[object, int]

    def say(self, name: str, out: list[Piece]) -> None:
        """Append the value of a field or of another fact."""

    def hint(self, name: str) -> None:
        """Remember that the text hints at a field."""


class _Node:
    """A part of a wording. ``needs`` are the facts without which it surely cannot be said, ``reach`` all that it may state."""

    __slots__ = ("needs", "reach")

    def __init__(self, needs: frozenset[str] = _NOTHING, reach: frozenset[str] = _NOTHING) -> None:
        self.needs = needs
        self.reach = reach

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        raise NotImplementedError

    def can_tell(self, withheld: frozenset[str]) -> bool:
        """Whether this can be said without any of these."""
        if self.reach.isdisjoint(withheld):
            return True
        return self.needs.isdisjoint(withheld) and self._some_way(withheld)

    def _some_way(self, withheld: frozenset[str]) -> bool:
        return True


class _Text(_Node):
    __slots__ = ("piece",)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.piece = (text, "", 0)

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        out.append(self.piece)


class _Value(_Node):
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__(frozenset((name,)), frozenset((name,)))
        self.name = name

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        speaker.say(self.name, out)


class _Hint(_Node):
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        speaker.hint(self.name)


class _Row(_Node):
    """Parts said one after the other."""

    __slots__ = ("parts",)

    def __init__(self, parts: list[_Node]) -> None:
        super().__init__(_NOTHING.union(*(part.needs for part in parts)), _NOTHING.union(*(part.reach for part in parts)))
        self.parts = parts

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        for part in self.parts:
            part.tell(speaker, out)

    def _some_way(self, withheld: frozenset[str]) -> bool:
        return all([part.can_tell(withheld) for part in self.parts])


class _OneOf(_Node):
    """Alternatives of which one is said: one that says nothing twice, if there is such."""

    __slots__ = ("alternatives",)

    def __init__(self, alternatives: list[_Node]) -> None:
        needs = alternatives[0].needs.intersection(*(alternative.needs for alternative in alternatives))
        super().__init__(needs, _NOTHING.union(*(alternative.reach for alternative in alternatives)))
        self.alternatives = alternatives

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        choices = speaker.choices
        if not self.reach:
            choices.pick(self.alternatives).tell(speaker, out)
            return
        possible = self._possible(speaker.withheld | speaker.spent) or self._possible(speaker.withheld)
        choices.pick(possible).tell(speaker, out)

    def _some_way(self, withheld: frozenset[str]) -> bool:
        return any([alternative.can_tell(withheld) for alternative in self.alternatives])

    def _possible(self, withheld: frozenset[str]) -> list[_Node]:
        return [alternative for alternative in self.alternatives if alternative.can_tell(withheld)]


class _Once(_OneOf):
    """Alternatives of which a paper keeps to one."""

    __slots__ = ()

    def tell(self, speaker: Speaker, out: list[Piece]) -> None:
        if self not in speaker.kept:
            speaker.kept[self] = speaker.choices.count(0, len(self.alternatives) - 1)
        self.alternatives[speaker.kept[self]].tell(speaker, out)


class Wording:
    """All rules that the papers of one kind are worded by."""

    def __init__(self, *sources: str, voices: Mapping[str, "Wording"] | None = None) -> None:
        self.voices = voices or {}
        self._lines, self._kept = rules_of(*sources)
        self._rules: dict[str, _Node] = {}
        for name in self._lines:
            self._rule(name)

    def __contains__(self, rule: str) -> bool:
        return rule in self._rules

    @property
    def facts(self) -> frozenset[str]:
        """All facts that some rule may state."""
        return _NOTHING.union(*(rule.reach for rule in self._rules.values()))

    def alternatives(self, rule: str) -> int:
        """How many lines a rule has, however likely each is."""
        return len(set(self._lines[rule]))

    def needs(self, rule: str) -> frozenset[str]:
        """The facts without which a rule surely cannot be said."""
        return self._rules[rule].needs

    def listed(self, rule: str) -> list[str]:
        """All words of a rule that is no more than a list."""
        return " ".join(self._lines[rule]).split()

    def tell(self, rule: str, speaker: Speaker) -> list[Piece]:
        """Say something as a rule has it."""
        out: list[Piece] = []
        self._rules[rule].tell(speaker, out)
        return out

    def can_tell(self, rule: str, withheld: frozenset[str]) -> bool:
        """Whether a rule can be said without naming a field that the paper withholds."""
        return self._rules[rule].can_tell(withheld)

    def _rule(self, name: str) -> _Node:
        if name not in self._rules:
            made = _Once if name in self._kept else _OneOf
            self._rules[name] = made([_Parser(line, self._rule).whole() for line in self._lines[name]])
        return self._rules[name]


class _Parser:
    """Reads one line of a rule."""

    def __init__(self, text: str, rule: Callable[[str], _Node]) -> None:
        self._text = text
        self._at = 0
        self._rule = rule

    def whole(self) -> _Node:
        row = self._row("")
        if self._at < len(self._text):
            message = f"A bracket too many at character {self._at + 1} of: {self._text}"
            raise ValueError(message)
        return row

    def _row(self, ends: str) -> _Node:
        parts: list[_Node] = []
        while self._at < len(self._text) and self._text[self._at] not in ends:
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else _Row(parts)

    def _part(self) -> _Node:
        match self._text[self._at]:
            case "[":
                return self._one_of()
            case "{":
                return self._rule(self._until("}"))
            case "<":
                name = self._until(">")
                return _Hint(name[1:]) if name[0] == "!" else _Value(name)
            case _:
                found = re.compile(r"[^\[\]{<|]+").match(self._text, self._at)
                if not found:
                    message = f"Nothing can be read at character {self._at + 1} of: {self._text}"
                    raise ValueError(message)
                self._at = found.end()
                return _Text(found[0])

    def _one_of(self) -> _Node:
        alternatives: list[_Node] = []
        while not alternatives or self._text[self._at] == "|":
            self._at += 1
            alternatives.append(self._row("|]"))
        self._at += 1
        return _OneOf(alternatives)

    def _until(self, end: str) -> str:
        start, self._at = self._at + 1, self._text.index(end, self._at) + 1
        return self._text[start : self._at - 1]


def rules_of(*sources: str) -> tuple[Mapping[str, list[str]], frozenset[str]]:
    """Return the alternatives of every rule, and which rules keep to one; a later source's rule replaces an earlier one."""
    rules: dict[str, list[str]] = {}
    kept: set[str] = set()
    for source in sources:
        lines: list[str] = []
        for line in filter(None, map(str.strip, source.splitlines())):
            if line.startswith("#"):
                continue
            if head := _RULE.match(line):
                lines = rules[head[1]] = []
                kept |= {head[1]} if head[2] else set()
            else:
                weight = _WEIGHT.match(line)
                lines += [line[weight.end() :] if weight else line] * (int(weight[1]) if weight else 1)
    return rules, frozenset(kept)
