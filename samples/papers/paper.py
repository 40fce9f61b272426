"""A drawn page and what is true about it, and the facts that certificates and authorisation letters are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in fractions of the page (0..1, y down)."""

Point = tuple[float, float]
"""A place in millimetres from the page's upper left corner."""

Side = Literal["front", "back"]
Background = Literal["white", "licence", "card"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date somebody began to write: a year, perhaps a month, no day."""

    year: int
    month: int | None = None


TextFact = str | None
"""A text to print. None: the place for it is there, but empty. '': the paper does not mention it at all."""

DateFact = date | PartialDate | str | None
"""As TextFact; a string is printed as it is, for dates that no calendar knows."""


@dataclass(frozen=True, slots=True)
class Handwriting:
    """What a pen adds to the print: ``text`` within ``box``; the paper itself is empty there.

    ``field`` is the contract's name of the value it belongs to; a signature has a ``role`` instead.
    """

    text: str
    box: Box
    field: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One document on a page. ``fields`` holds the normalised value of everything that stands there in full."""

    type: str
    side: Side | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    boxes: Mapping[str, Box] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """One page: a PDF with real text, and the truth about it.

    ``anchors`` names the places (middle, in mm) where a seal (``seal``, ``seal_2``, ``name_seal``) or a signature
    (``signature_employee``, …) belongs. ``tags`` tell which layout was drawn and how.
    """

    pdf: bytes
    width_mm: float
    height_mm: float
    shown: tuple[Shown, ...]
    anchors: Mapping[str, Point] = field(default_factory=dict)
    background: Background = "white"
    handwriting: tuple[Handwriting, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """The first document's type."""
        return self.shown[0].type

    @property
    def side(self) -> Side | None:
        """The first document's side."""
        return self.shown[0].side

    @property
    def fields(self) -> Mapping[str, str]:
        """The first document's values."""
        return self.shown[0].fields

    @property
    def boxes(self) -> Mapping[str, Box]:
        """Where the first document's values stand."""
        return self.shown[0].boxes


@dataclass(frozen=True, slots=True)
class ContractTerm:
    """A fixed term; ``end`` None is 无固定期限."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate of termination says. What a layout has no place for is left out, and is not in the paper's truth."""

    employee_name: TextFact
    employer_name: TextFact
    separation_date: DateFact
    issue_date: DateFact
    employee_id: TextFact = ""
    start_date: DateFact = ""
    position: TextFact = ""
    years_of_service: TextFact = ""
    reason: TextFact = ""
    contract_term: ContractTerm | Literal[""] | None = ""
    sex: Literal["男", "女"] = "男"
    uscc: str = ""


@dataclass(frozen=True, slots=True)
class AuthorizationFacts:
    """What a letter of authorisation says. ``valid_until`` may be UNTIL_DONE."""

    principal: TextFact
    legal_rep: str
    agent_name: TextFact
    agent_id: TextFact
    matter: TextFact
    issue_date: DateFact
    valid_from: DateFact = ""
    valid_until: DateFact = ""
    uscc: str = ""
    legal_rep_id: str = ""
    agent_sex: Literal["男", "女"] = "男"


UNTIL_DONE: Final = "委托事项办理完毕之日止"
"""An authorisation that ends with its matter."""
