"""What papers about people's standing and firms' endings say. None leaves a place empty, '' leaves it out."""

from dataclasses import dataclass
from typing import Literal

from samples.papers.paper import DateFact, TextFact

Sex = Literal["男", "女"]


@dataclass(frozen=True, slots=True)
class PoliceFacts:
    """A police office says what was changed in the register: from ``old_value`` to ``new_value``."""

    name: TextFact
    id_number: TextFact
    old_value: TextFact
    new_value: TextFact
    changed: TextFact
    reason: TextFact
    issue_date: DateFact
    authority: TextFact
    changed_on: DateFact = ""
    sex: Sex = "男"


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    """A household and one of its members. ``change``: item, new content and ISO day of an entry, if there is one."""

    head: str
    name: str
    relation: str
    sex: Sex
    ethnicity: str
    birth: DateFact
    id_number: str
    address: str
    registered_on: DateFact
    former_name: str = ""
    change: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class DeregistrationFacts:
    """A registry says that a firm is no more."""

    name: TextFact
    uscc: TextFact
    document_number: TextFact
    deregistered_on: DateFact
    issue_date: DateFact
    authority: TextFact


@dataclass(frozen=True, slots=True)
class RevocationFacts:
    """A registry revokes a licence."""

    name: TextFact
    uscc: TextFact
    document_number: TextFact
    penalty: TextFact
    issue_date: DateFact
    authority: TextFact
    address: str = ""


@dataclass(frozen=True, slots=True)
class LiquidationFacts:
    """Liquidators say what became of the workers."""

    name: TextFact
    head: TextFact
    issue_date: DateFact
    uscc: str = ""
    workers: str = "3"


@dataclass(frozen=True, slots=True)
class ListFacts:
    """A platform's list of registered people: each with an ID number, all under one registration."""

    employer_name: str
    registration_id: str
    members: tuple[tuple[str, str], ...]
    issue_date: DateFact
    registered_on: DateFact = ""


@dataclass(frozen=True, slots=True)
class EmigrationFacts:
    """Somebody has settled abroad."""

    name: TextFact
    id_number: TextFact
    passport: TextFact
    country: TextFact
    issue_date: DateFact
    authority: TextFact
    sex: Sex = "男"


@dataclass(frozen=True, slots=True)
class NationalityLossFacts:
    """Somebody is no longer a citizen."""

    name: TextFact
    id_number: TextFact
    issue_date: DateFact
    authority: TextFact
    lost_on: DateFact = ""
    sex: Sex = "男"


@dataclass(frozen=True, slots=True)
class DeathFacts:
    """Somebody has died."""

    name: TextFact
    id_number: TextFact
    died_on: DateFact
    issue_date: DateFact
    authority: TextFact
    sex: Sex = "男"
    relative: str = ""


@dataclass(frozen=True, slots=True)
class KinshipFacts:
    """``relative`` is the ``relation`` (妻, 丈夫, 儿子 …) of ``name``."""

    name: TextFact
    id_number: TextFact
    relative: TextFact
    relative_id: TextFact
    relation: str
    issue_date: DateFact
    authority: TextFact


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """An account: whose it is and where. ``latin`` is the holder's name as cards print it, empty where they do not."""

    holder: TextFact
    account_number: TextFact
    bank: TextFact
    latin: str = ""
