"""What papers say: per document type its fields, each with its kind and its names. Pure data, one file for each type.

Everything that has to know a field's name asks here: what must be read, which values are dates or names, what a second look
does, what messages call it.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field as Setting

from extractors.frozen import Frozen
from extractors.schema.kinds import DAYS, KINDS, NAMES, NUMBERS, Kind

__all__ = [
    "DAYS",
    "KINDS",
    "NAMES",
    "NUMBERS",
    "PAPERS",
    "FieldSchema",
    "Kind",
    "PaperSchema",
    "about_on",
    "bare_title",
    "fields_of",
    "kind_of",
    "needed_on",
]


_SIGNS: Final = re.compile(r"[\W_]")
_CLOSING: Final = re.compile(r"(?<=.{3})[书表信]$")


def bare_title(text: str) -> str:
    """A heading without blanks and signs, and without the 书, 表 or 信 at its end, which papers print or leave out.

    >>> bare_title("员工 离职证明（书）")
    '员工离职证明'
    """
    return _CLOSING.sub("", _SIGNS.sub("", text))


class FieldSchema(Frozen):
    """One field of a paper. ``zh`` and ``en`` are what messages call it.

    ``needed``: without it the paper proves nothing. ``compared``: a valid paper may lack it, but where it stands it must be
    read. ``about``: it names whom, or which firm, the paper is about, and that must be the application's. ``typed``: what an
    applicant types that is expected to stand there, by its name in the contract. ``side``: of a card with two sides.
    ``labels``: what usually asks for it, parted by spaces; papers word it otherwise, too, and are read all the same.
    """

    kind: Kind
    zh: str
    en: str
    needed: bool = False
    compared: bool = False
    about: bool = False
    typed: str | None = None
    side: Literal["front", "back"] | None = None
    labels: str = ""


class PaperSchema(Frozen):
    """One document type.

    ``titles``: what such papers are headed, parted by spaces, without brackets and separators. ``signer``: the field that names
    who signs at the paper's end, where somebody does. ``dated``: the day that may not lie in the future. ``filled_in``: people
    write it themselves, so that a blank on it is theirs, no misreading of an office's print.
    """

    zh: str
    en: str
    titles: str = ""
    signer: str | None = None
    dated: str | None = None
    filled_in: bool = False
    fields: Mapping[str, FieldSchema] = Setting(min_length=1)


@cache
def _papers() -> Mapping[str, PaperSchema]:
    folder = files(__name__).joinpath("papers")
    found = sorted((one.name, one.read_text(encoding="utf-8")) for one in folder.iterdir() if one.name.endswith(".toml"))
    return MappingProxyType(
        {name.removesuffix(".toml"): PaperSchema.model_validate(tomllib.loads(text)) for name, text in found}
    )


PAPERS: Final[Mapping[str, PaperSchema]] = _papers()
"""The schema of each document type but ``unknown``, by its name."""


def fields_of(type_: str, *kinds: Kind) -> tuple[str, ...]:
    """The names of a type's fields, all of them or those of some kinds; none for a type without a schema."""
    paper = PAPERS.get(type_)
    return tuple(name for name, field in paper.fields.items() if not kinds or field.kind in kinds) if paper else ()


def kind_of(type_: str, field: str) -> Kind:
    """The kind of a field; ``words`` for one that the type does not have."""
    paper = PAPERS.get(type_)
    return paper.fields[field].kind if paper and field in paper.fields else "words"


def needed_on(type_: str, side: str | None = None) -> tuple[str, ...]:
    """The fields without which a paper, or one side of a card, proves nothing."""
    paper = PAPERS.get(type_)
    wanted = paper.fields.items() if paper else ()
    return tuple(name for name, field in wanted if field.needed and field.side in (None, side or field.side))


def about_on(type_: str, *kinds: Kind) -> str | None:
    """The field of some kinds that says whom, or which firm, a paper is about."""
    paper = PAPERS.get(type_)
    wanted = paper.fields.items() if paper else ()
    return next((name for name, field in wanted if field.about and field.kind in kinds), None)
