"""What a packet's verdict should be: ``<id>.expected.json`` beside the folder ``<id>``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractors.evidence import Side
from pipeline.errors import ExpectationError, InputError
from pipeline.folder import display_name, list_folder
from pipeline.verdict import Outcome

SUFFIX: Final = ".expected.json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class ExpectedDocument(_Part):
    """A document that is there. ``capture`` says how it got into the computer (scan, photo, digital), where that is known."""

    file: str
    page: int = Field(ge=1)
    type: str
    side: Side | None = None
    fields: Mapping[str, str] = Field(default_factory=dict)
    capture: str | None = None


class Expected(_Part):
    """What is right for a packet.

    Each entry of ``must_codes`` is one defect: a finding with one of its codes must be made, as a bounce or for review.
    ``may_codes`` are right as well, without being required. ``title`` says what is special about the packet.
    """

    title: str = ""
    outcome_ok: tuple[Outcome, ...] = Field(min_length=1)
    must_codes: tuple[tuple[str, ...], ...] = ()
    may_codes: tuple[str, ...] = ()
    documents: tuple[ExpectedDocument, ...] = ()


class ExpectedPacket(_Part):
    """A packet's folder and what its verdict should be."""

    packet_id: str
    folder: Path
    expected: Expected


def find_expected(root: Path) -> tuple[ExpectedPacket, ...]:
    """Find all packets directly below a folder that have an expected verdict beside them.

    Raises:
        InputError: the folder cannot be read.
        ExpectationError: an expected verdict that cannot be used, or none at all.
    """
    paths = [path for path in list_folder(root) if path.name.endswith(SUFFIX)]
    packets = tuple(_load(path) for path in paths)
    if not packets:
        raise InputError(f"no packet below {display_name(str(root))} has an <id>{SUFFIX}", "give a folder of samples")
    return packets


def _load(path: Path) -> ExpectedPacket:
    where = display_name(str(path))
    folder = path.with_name(path.name.removesuffix(SUFFIX))
    if not folder.is_dir():
        raise ExpectationError(f"{where} has no folder {display_name(folder.name)} beside it")
    try:
        expected = Expected.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        problem = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error.strerror
        raise ExpectationError(f"{where}: {problem}") from error
    return ExpectedPacket(packet_id=display_name(folder.name), folder=folder, expected=expected)
