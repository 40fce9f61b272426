"""What has to be so before something is taken in. Asked before files are stored, and once more in the transaction."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from pipeline.api.looking_up import packet_to_change
from pipeline.api.problems import ProblemError
from pipeline.intake import Content, lacking
from pipeline.manifest import slots_by_name
from pipeline.packet import DEFAULT_REGION, DEFAULT_SCENARIO, Manifest
from pipeline.policies import policy_asked_for
from pipeline.settings import Settings
from pipeline.store.database import Unit
from pipeline.store.packets import StoredFile
from pipeline.store.tables import RevisionRow

MAX_ID_LENGTH: Final = 256
MAX_REGION_LENGTH: Final = 64
_MIB: Final = 1 << 20


def usable(manifest: Manifest) -> None:
    """Refuse a manifest that cannot be judged or stored.

    Raises:
        ProblemError, PolicyUnavailableError
    """
    if len(manifest.packet_id) > MAX_ID_LENGTH or len(manifest.region) > MAX_REGION_LENGTH:
        raise ProblemError("manifest", f"packet_id may have {MAX_ID_LENGTH} characters, region {MAX_REGION_LENGTH}")
    if any(unicodedata.category(character) == "Cc" for character in manifest.packet_id + manifest.region):
        raise ProblemError("manifest", "packet_id or region holds control characters")
    policy_asked_for(manifest.scenario or DEFAULT_SCENARIO, manifest.region or DEFAULT_REGION)


def whole(manifest: Manifest, files: Sequence[StoredFile]) -> None:
    """Refuse files that are not all that the manifest lists, or none at all.

    Raises:
        ProblemError
    """
    missing = lacking(manifest, (file.name for file in files))
    if missing:
        raise ProblemError("manifest", f"files: {missing[0]!r} is listed and was not sent")
    if not files:
        raise ProblemError("no_files")


def one_meaning(manifest: Manifest, there: Sequence[Content], added: Sequence[Content]) -> None:
    """Refuse a second file of a name that the manifest gives several slots, when the first was taken for all of them.

    Raises:
        ProblemError
    """
    known = {file.name: file.sha256 for file in there}
    slots = slots_by_name(manifest)
    if any(known.get(one.name, one.sha256) != one.sha256 and len(slots.get(one.name, ())) > 1 for one in added):
        raise ProblemError("file_twice", advice="send files of one name in one request, or list each under a name of its own")


def room(settings: Settings, files: Sequence[StoredFile]) -> None:
    """Refuse more files, or larger ones, than a packet may have.

    Raises:
        ProblemError
    """
    sizes = {file.name: file.size_bytes for file in files}
    if len(sizes) > settings.max_files:
        raise ProblemError("too_many_files", f"a packet may hold {settings.max_files} files")
    if sum(sizes.values()) > settings.max_packet_mb * _MIB:
        raise ProblemError("packet_too_large", f"a packet may take {settings.max_packet_mb} MiB")


def draft(unit: Unit, tenant: str, packet_id: str) -> RevisionRow:
    """Return a packet's draft, which nobody else changes until the transaction ends.

    Raises:
        ProblemError: there is no such packet, or it was handed in.
    """
    revision = packet_to_change(unit, tenant, packet_id).revision
    if revision.state != "draft":
        raise ProblemError("not_a_draft")
    return revision


def decided(unit: Unit, tenant: str, packet_id: str) -> RevisionRow:
    """Return a packet's latest revision, which has its verdict.

    Raises:
        ProblemError: there is no such packet, or it waits for its verdict.
    """
    revision = packet_to_change(unit, tenant, packet_id).revision
    if revision.state != "decided":
        raise ProblemError("undecided")
    return revision
