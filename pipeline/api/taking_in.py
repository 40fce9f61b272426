"""Packets are begun, filled, handed in and revised: the work behind the routes, each in its caller's transaction.

What is called ``plan_…`` says what would be stored and refuses what would be refused, before files are put anywhere.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final, NamedTuple

from pipeline import handing_in
from pipeline.api import requiring
from pipeline.api.idempotent import Done
from pipeline.api.looking_up import seen_revisions
from pipeline.api.problems import ProblemError
from pipeline.api.shapes import PacketCreated, links_of
from pipeline.api.shelving import Brought
from pipeline.intake import Content, arrange, follow_up, lacking, take_over, tell_apart
from pipeline.packet import Manifest
from pipeline.revisions import RevisionSeen, SentBack, sent_back
from pipeline.service import Service
from pipeline.store import drafts, packets
from pipeline.store.audit import Entry, record
from pipeline.store.database import Unit
from pipeline.store.keys import Caller
from pipeline.store.packets import StoredFile
from pipeline.store.tables import Priority, RevisionRow

CREATED: Final = 201
ACCEPTED: Final = 202


class Desk(NamedTuple):
    """Who brings something, when, and how soon it is wanted."""

    service: Service
    caller: Caller
    now: datetime
    priority: Priority = "live"


class Plan(NamedTuple):
    """What a revision is to hold. ``names``: what each file that was sent is called, in the order of the parts."""

    manifest: Manifest
    files: Sequence[StoredFile]
    names: tuple[str, ...] = ()


def begin(unit: Unit, desk: Desk, manifest: Manifest) -> Done:
    """Begin a packet as a draft."""
    requiring.usable(manifest)
    revision = packets.begin(unit, desk.caller.tenant, manifest, desk.priority, desk.now)
    _note(unit, desk, "packet.begun", revision)
    return Done(CREATED, _taken_in(revision, ()))


def plan_packet(desk: Desk, given: Manifest | None, contents: Sequence[Content]) -> Plan:
    """Plan a packet that is handed in at once."""
    manifest, contents, names = tell_apart(given or Manifest(), contents)
    return _sound(desk, Plan(manifest, arrange(manifest, contents), names))


def create(unit: Unit, desk: Desk, plan: Plan, brought: Brought) -> Done:
    """Take in a whole packet and hand it in."""
    revision = packets.begin(unit, desk.caller.tenant, plan.manifest, desk.priority, desk.now)
    _add(unit, revision, plan.files, brought)
    return _hand_in(unit, desk, revision, plan)


def plan_addition(unit: Unit, desk: Desk, packet_id: str, contents: Sequence[Content], slot: str | None) -> Plan:
    """Plan what is added to a draft; ``slot`` is where it belongs if the manifest does not say."""
    revision = requiring.draft(unit, desk.caller.tenant, packet_id)
    there = packets.files_of(unit, revision.id)
    manifest = packets.manifest_of(unit, revision)
    kept = [Content(file.name, file.sha256, file.size_bytes) for file in there]
    requiring.one_meaning(manifest, kept, contents)
    manifest, contents, names = tell_apart(manifest, contents, kept)
    added = [file._replace(slot=file.slot or slot) for file in arrange(manifest, contents)]
    files = [file for file in added if file not in there]
    requiring.room(desk.service.settings, [*there, *files])
    return Plan(manifest, files, names)


def add_files(unit: Unit, desk: Desk, packet_id: str, brought: Brought, slot: str | None) -> Done:
    """Add files to a draft."""
    plan = plan_addition(unit, desk, packet_id, brought.contents, slot)
    revision = requiring.draft(unit, desk.caller.tenant, packet_id)
    packets.set_manifest(unit, revision, plan.manifest)
    _add(unit, revision, plan.files, brought)
    _note(unit, desk, "files.added", revision)
    return Done(CREATED, _taken_in(revision, packets.files_of(unit, revision.id), names=plan.names))


def remove_file(unit: Unit, desk: Desk, packet_id: str, name: str) -> None:
    """Take a file out of a draft."""
    revision = requiring.draft(unit, desk.caller.tenant, packet_id)
    if not drafts.remove_file(unit, revision.id, name):
        raise ProblemError("not_found", "the draft has no such file")
    _note(unit, desk, "file.removed", revision)


def submit(unit: Unit, desk: Desk, packet_id: str) -> Done:
    """Hand a draft in."""
    revision = requiring.draft(unit, desk.caller.tenant, packet_id)
    files = packets.files_of(unit, revision.id)
    missing = lacking(packets.manifest_of(unit, revision), (file.name for file in files))
    if missing:
        raise ProblemError("files_lacking", f"{len(missing)} of the listed files are not there, first {missing[0]!r}")
    return _hand_in(unit, desk, revision, Plan(packets.manifest_of(unit, revision), files))


def plan_revision(unit: Unit, desk: Desk, packet_id: str, given: Manifest | None, contents: Sequence[Content]) -> Plan:
    """Plan a packet's next revision: what is sent now, and what is taken over."""
    earlier = requiring.decided(unit, desk.caller.tenant, packet_id)
    told, contents, names = tell_apart(given or Manifest(), contents)
    manifest = follow_up(told if given else None, packets.manifest_of(unit, earlier))
    return _sound(desk, Plan(manifest, take_over(manifest, contents, packets.files_of(unit, earlier.id)), names))


def revise(unit: Unit, desk: Desk, packet_id: str, given: Manifest | None, brought: Brought) -> Done:
    """Take in a packet's next revision and hand it in."""
    plan = plan_revision(unit, desk, packet_id, given, brought.contents)
    earlier = seen_revisions(unit, packet_id)
    revision = packets.begin_revision(unit, packet_id, plan.manifest, desk.priority, desk.now)
    _add(unit, revision, plan.files, brought)
    this = RevisionSeen(revision.number, [(file.name, file.sha256) for file in plan.files], None)
    return _hand_in(unit, desk, revision, plan, sent_back(this, earlier))


def _sound(desk: Desk, plan: Plan) -> Plan:
    requiring.usable(plan.manifest)
    requiring.whole(plan.manifest, plan.files)
    requiring.room(desk.service.settings, plan.files)
    return plan


def _add(unit: Unit, revision: RevisionRow, files: Sequence[StoredFile], brought: Brought) -> None:
    if not packets.add_files(unit, revision, files):
        raise ProblemError("not_a_draft")
    brought.keep()


def _hand_in(unit: Unit, desk: Desk, revision: RevisionRow, plan: Plan, before: tuple[SentBack, ...] = ()) -> Done:
    if not plan.files:
        raise ProblemError("no_files")
    reading_ids = handing_in.hand_in(unit, desk.service, revision.id, revision.priority, desk.now)
    if reading_ids is None:
        raise ProblemError("not_a_draft")
    unit.session.refresh(revision)
    _note(unit, desk, "revision.handed_in", revision)
    push = partial(handing_in.push, desk.service, revision.id, reading_ids, revision.priority)
    return Done(ACCEPTED, _taken_in(revision, plan.files, before, plan.names), push)


def _note(unit: Unit, desk: Desk, action: str, revision: RevisionRow) -> None:
    entry = Entry(desk.caller.tenant, desk.caller.key_id, action, revision.packet_id, detail=f"revision {revision.number}")
    record(unit, desk.now, entry)


def _taken_in(
    revision: RevisionRow, files: Sequence[StoredFile], before: tuple[SentBack, ...] = (), names: tuple[str, ...] = ()
) -> PacketCreated:
    return PacketCreated(
        id=revision.packet_id,
        packet_id=revision.external_id,
        revision=revision.number,
        state=revision.state,
        files=len({file.name for file in files}),
        file_names=names,
        sent_back_before=before,
        links=links_of(revision.packet_id),
    )
