"""What a check is: one rule, a pure function of a case and its limits that answers with one of four outcomes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Generic, Protocol, TypeVar

from extractors.evidence import Frozen
from validators.case import Case
from validators.finding import Place
from validators.reasons import CATALOGUE
from validators.requirements import Requirement
from validators.sayable import Words
from validators.variants import Variant

NO_WORDS: Final[Words] = MappingProxyType({})
NOWHERE: Final = Place()


@dataclass(frozen=True, slots=True)
class Passes:
    """The rule was looked at and holds."""


@dataclass(frozen=True, slots=True)
class Finds:
    """The rule is broken. ``reason`` is a key of the catalogue, ``words`` fill its texts: what things are called, and the
    values compared.

    ``confidence`` (0..1) is the least of the values compared. ``about`` names the thing wanted, so that of two findings about
    it the better one is kept.
    """

    reason: str
    place: Place = NOWHERE
    confidence: float = 1.0
    words: Words = field(default_factory=lambda: NO_WORDS)
    about: str = ""


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The rule may be broken. ``doubt`` is a key of the catalogue's doubts: why this is not certain."""

    reason: str
    doubt: str
    place: Place = NOWHERE
    confidence: float = 0.5
    words: Words = field(default_factory=lambda: NO_WORDS)
    about: str = ""


@dataclass(frozen=True, slots=True)
class DoesNotApply:
    """There is nothing here that the rule speaks about."""


Outcome = Passes | Finds | CannotTell | DoesNotApply
Outcomes = Iterable[Outcome]


class Limits(Frozen):
    """What a policy sets for a check. ``requirements`` and ``variants`` are the policy's own, the same for every check."""

    requirements: tuple[Requirement, ...] = ()
    variants: tuple[Variant, ...] = ()


L = TypeVar("L", bound=Limits)


@dataclass(frozen=True, slots=True)
class BoundCheck:
    """A check with its limits filled in, ready to be asked. It answers at least once."""

    name: str
    judge: Callable[[Case], tuple[Outcome, ...]]
    rules: tuple[str, ...] = ()


class AnyCheck(Protocol):
    """A check, whatever its limits."""

    @property
    def name(self) -> str:
        """The module it lives in."""
        ...

    @property
    def title(self) -> str:
        """One line for operators."""
        ...

    @property
    def rationale(self) -> str:
        """The rule in plain words, and its source."""
        ...

    @property
    def limits(self) -> type[Limits]:
        """What a policy may set for it."""
        ...

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of the field it implements."""
        ...

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason it can give."""
        ...

    @property
    def codes(self) -> tuple[str, ...]:
        """The published codes of its reasons."""
        ...

    def bind(self, given: Mapping[str, object]) -> BoundCheck:
        """Fill in the limits; see :meth:`Check.bind`."""
        ...


@dataclass(frozen=True, slots=True)
class Check(Generic[L]):
    """One rule. ``run`` may answer any number of times; no answer means that there was nothing to judge."""

    run: Callable[[Case, L], Outcomes]
    limits: type[L]
    rules: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        """The module it lives in, by which policies call it."""
        return self.run.__module__.rpartition(".")[2]

    @property
    def title(self) -> str:
        """The first line of the docstring."""
        return (self.run.__doc__ or "").strip().partition("\n")[0]

    @property
    def rationale(self) -> str:
        """The rest of the docstring: the rule in plain words, and its source."""
        return " ".join((self.run.__doc__ or "").strip().partition("\n")[2].split())

    @property
    def codes(self) -> tuple[str, ...]:
        """The published codes of its reasons, each once."""
        return tuple(dict.fromkeys(CATALOGUE.reasons[reason].code for reason in self.reasons))

    def bind(self, given: Mapping[str, object]) -> BoundCheck:
        """Fill in the limits that a policy gives; the rest keep their defaults.

        Raises:
            pydantic.ValidationError: a limit that does not exist or has the wrong type.
        """
        limits = self.limits.model_validate(given)
        return BoundCheck(self.name, lambda case: tuple(self.run(case, limits)) or (DoesNotApply(),), self.rules)
