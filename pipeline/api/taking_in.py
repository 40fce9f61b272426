"""Packets are begun, filled, handed in and revised: the work behind the routes, each in its caller's transaction."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final, NamedTuple

from pipeline import handing_in
from pipeline.api.idempotent import Done
from pipeline.api.looking_up import packet_to_change, seen_revisions
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import PacketCreated, links_of
from pipeline.api.shelving import Brought
from pipeline.intake import arrange, follow_up, lacking, take_over
from pipeline.packet import DEFAULT_REGION, DEFAULT_SCENARIO, Manifest
from pipeline.policies import policy_for
from pipeline.revisions import RevisionSeen, SentBack, sent_back
from pipeline.service import Service
from pipeline.store import drafts, packets
from pipeline.store.audit import Entry, record
from pipeline.store.database import Unit
from pipeline.store.keys import Caller
from pipeline.store.packets import Stored, StoredFile
from pipeline.store.tables import Priority, RevisionRow

MAX_ID_LENGTH: Final = 256
MAX_REGION_LENGTH: Final = 64
CREATED: Final = 201
ACCEPTED: Final = 202
OK: Final = 200
_MIB: Final = 1 << 20


class Desk(NamedTuple):
    """Who brings something, when, and how soon it is wanted."""

    service: Service
    caller: Caller
    now: datetime
    priority: Priority = "live"


def begin(unit: Unit, desk: Desk, manifest: Manifest) -> Done:
    """Begin a packet as a draft."""
    require_usable(manifest)
    revision = packets.begin(unit, desk.caller.tenant, manifest, desk.priority, desk.now)
    _note(unit, desk, "packet.begun", revision)
    return Done(CREATED, _created(revision, 0))


def create(unit: Unit, desk: Desk, manifest: Manifest, brought: Brought) -> Done:
    """Take in a whole packet and hand it in."""
    require_usable(manifest)
    revision = packets.begin(unit, desk.caller.tenant, manifest, desk.priority, desk.now)
    return _fill_and_hand_in(unit, desk, revision, arrange(manifest, brought.contents), brought)


def add_files(unit: Unit, desk: Desk, packet_id: str, brought: Brought, slot: str | None) -> Done:
    """Add files to a draft; ``slot`` is where they belong if the manifest does not say."""
    revision = _draft(unit, desk, packet_id)
    there = packets.files_of(unit, revision.id)
    if {file.name for file in there} & {content.name for content in brought.contents}:
        raise ProblemError("file_twice", advice="delete the file first to replace it")
    files = [file._replace(slot=file.slot or slot) for file in arrange(packets.manifest_of(unit, revision), brought.contents)]
    _require_room(desk, [*there, *files])
    _add(unit, revision, files, brought)
    _note(unit, desk, "files.added", revision)
    return Done(CREATED, _created(revision, len({file.name for file in [*there, *files]})))


def remove_file(unit: Unit, desk: Desk, packet_id: str, name: str) -> None:
    """Take a file out of a draft."""
    revision = _draft(unit, desk, packet_id)
    if not drafts.remove_file(unit, revision.id, name):
        raise ProblemError("not_found", "the draft has no such file")
    _note(unit, desk, "file.removed", revision)


def submit(unit: Unit, desk: Desk, packet_id: str) -> Done:
    """Hand a draft in."""
    revision = _draft(unit, desk, packet_id)
    files = packets.files_of(unit, revision.id)
    missing = lacking(packets.manifest_of(unit, revision), (file.name for file in files))
    if missing:
        raise ProblemError("files_lacking", f"{len(missing)} of the listed files are not there, first {missing[0]!r}")
    return _hand_in(unit, desk, revision, files)


def revise(unit: Unit, desk: Desk, packet_id: str, given: Manifest | None, brought: Brought) -> Done:
    """Take in a packet's next revision and hand it in."""
    stored = packet_to_change(unit, desk.caller.tenant, packet_id)
    if stored.revision.state != "decided":
        raise ProblemError("undecided")
    manifest = follow_up(given, packets.manifest_of(unit, stored.revision))
    require_usable(manifest)
    files = take_over(manifest, brought.contents, packets.files_of(unit, stored.revision.id))
    earlier = seen_revisions(unit, packet_id)
    revision = packets.begin_revision(unit, packet_id, manifest, desk.priority, desk.now)
    done = _fill_and_hand_in(unit, desk, revision, files, brought)
    this = RevisionSeen(revision.number, [(file.name, file.sha256) for file in files], None)
    return done._replace(body=_created(revision, _count(files), sent_back(this, earlier)))


def require_usable(manifest: Manifest) -> None:
    """Refuse a manifest that cannot be judged or stored.

    Raises:
        ProblemError, PolicyUnavailableError
    """
    if len(manifest.packet_id) > MAX_ID_LENGTH or len(manifest.region) > MAX_REGION_LENGTH:
        raise ProblemError("manifest", f"packet_id may have {MAX_ID_LENGTH} characters, region {MAX_REGION_LENGTH}")
    if any(unicodedata.category(character) == "Cc" for character in manifest.packet_id + manifest.region):
        raise ProblemError("manifest", "packet_id or region holds control characters")
    policy_for(manifest.scenario or DEFAULT_SCENARIO, manifest.region or DEFAULT_REGION)


def _fill_and_hand_in(unit: Unit, desk: Desk, revision: RevisionRow, files: Sequence[StoredFile], brought: Brought) -> Done:
    missing = lacking(packets.manifest_of(unit, revision), (file.name for file in files))
    if missing:
        raise ProblemError("manifest", f"files: {missing[0]!r} is listed and was not sent")
    _require_room(desk, files)
    _add(unit, revision, files, brought)
    return _hand_in(unit, desk, revision, files)


def _add(unit: Unit, revision: RevisionRow, files: Sequence[StoredFile], brought: Brought) -> None:
    if not packets.add_files(unit, revision, files):
        raise ProblemError("not_a_draft")
    brought.keep()


def _hand_in(unit: Unit, desk: Desk, revision: RevisionRow, files: Sequence[StoredFile]) -> Done:
    if not files:
        raise ProblemError("no_files")
    reading_ids = handing_in.hand_in(unit, desk.service, revision.id, revision.priority, desk.now)
    if reading_ids is None:
        raise ProblemError("not_a_draft")
    unit.session.refresh(revision)
    _note(unit, desk, "revision.handed_in", revision)
    push = partial(handing_in.push, desk.service, revision.id, reading_ids, revision.priority)
    return Done(ACCEPTED, _created(revision, _count(files)), push)


def _draft(unit: Unit, desk: Desk, packet_id: str) -> RevisionRow:
    stored: Stored = packet_to_change(unit, desk.caller.tenant, packet_id)
    if stored.revision.state != "draft":
        raise ProblemError("not_a_draft")
    return stored.revision


def _require_room(desk: Desk, files: Sequence[StoredFile]) -> None:
    settings = desk.service.settings
    sizes = {file.name: file.size_bytes for file in files}
    if len(sizes) > settings.max_files:
        raise ProblemError("too_many_files", f"a packet may hold {settings.max_files} files")
    if sum(sizes.values()) > settings.max_packet_mb * _MIB:
        raise ProblemError("packet_too_large", f"a packet may take {settings.max_packet_mb} MiB")


def _note(unit: Unit, desk: Desk, action: str, revision: RevisionRow) -> None:
    entry = Entry(desk.caller.tenant, desk.caller.key_id, action, revision.packet_id, detail=f"revision {revision.number}")
    record(unit, desk.now, entry)


def _count(files: Sequence[StoredFile]) -> int:
    return len({file.name for file in files})


def _created(revision: RevisionRow, files: int, before: tuple[SentBack, ...] = ()) -> PacketCreated:
    return PacketCreated(
        id=revision.packet_id,
        packet_id=revision.external_id,
        revision=revision.number,
        state=revision.state,
        files=files,
        sent_back_before=before,
        links=links_of(revision.packet_id),
    )
