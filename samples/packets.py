"""One packet: its files, its manifest, and the verdict that is right for it."""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samples.facts import Facts
from samples.scenarios import draw_story, lay_papers
from samples.shoot import Fidelity, SentFile, Studio, shoot
from samples.textures import DESKS
from samples.twist import Twist
from samples.uploads import arrange, photographed

Json = Mapping[str, object]

_STORIES = 5000
"""Stories drawn before giving up on one that suits; the rarest suit about one in a hundred."""

_WHOLE_MANIFESTS = 0.7
"""Share of whole manifests where it is left to chance."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as it lies on disk; ``manifest`` None is no packet.json."""

    packet_id: str
    files: tuple[SentFile, ...]
    manifest: Json | None
    expected: Json

    def write(self, folder: Path) -> None:
        """Write ``<id>/`` with the files and ``<id>.expected.json`` beside it."""
        home = folder / self.packet_id
        home.mkdir(parents=True, exist_ok=True)
        for file in self.files:
            (home / file.name).write_bytes(file.data)
        if self.manifest is not None:
            _write_json(home / "packet.json", self.manifest)
        _write_json(folder / f"{self.packet_id}.expected.json", self.expected)


def build(packet_id: str, twist: Twist, rng: random.Random, fidelity: Fidelity, *, photos: bool = False) -> Packet:
    """Draw a story that suits the twist, twist it, and make the packet; with ``photos`` nobody has a scanner."""
    facts = twist.facts(suitable(twist, rng), rng)
    leaves = twist.leaves(lay_papers(facts, rng, twist.wish), facts, rng)
    arranged = arrange(leaves, rng)
    uploads = twist.uploads(photographed(arranged) if photos else arranged, facts, rng)
    studio = Studio(fidelity, rng.randrange(DESKS))
    sent = twist.files(tuple(shoot(upload, rng, studio) for upload in uploads), rng)
    manifest = _manifest(packet_id, facts, sent, twist, rng)
    return Packet(packet_id, sent, manifest, _expected(twist, facts, sent))


def suitable(twist: Twist, rng: random.Random) -> Facts:
    """A story the twist can be told with.

    Raises:
        ValueError: none was found.
    """
    role = rng.choice(twist.roles)
    for _ in range(_STORIES):
        facts = draw_story(rng, twist.scenario, role)
        if twist.suits(facts):
            return facts
    raise ValueError(f"no story suits {twist.name}")


def _manifest(packet_id: str, facts: Facts, sent: tuple[SentFile, ...], twist: Twist, rng: random.Random) -> Json | None:
    """packet.json, with the gaps that applicants leave: fields not filled in, files without a slot."""
    how = twist.manifest
    if how == "any":
        how = "full" if rng.random() < _WHOLE_MANIFESTS else "partial"
    if how == "absent":
        return None
    declared = facts.form
    slotted = {file.name: file.slot for file in sent if file.slot}
    if how == "partial":
        declared = {key: value for key, value in declared.items() if key == "applicant_role" or rng.random() < 0.5}
        slotted = {name: slot for name, slot in slotted.items() if slot.endswith("_id") or rng.random() < 0.5}
    return {
        "packet_id": packet_id,
        "scenario": facts.scenario,
        "region": twist.region,
        "submitted_at": facts.submitted_at.isoformat(),
        "declared": declared,
        "files": [{"name": file.name} | ({"slot": slotted[file.name]} if file.name in slotted else {}) for file in sent],
    }


def _expected(twist: Twist, facts: Facts, sent: tuple[SentFile, ...]) -> Json:
    """The truth beside the packet."""
    return {
        "title": twist.title,
        "defect": twist.name if twist.must_codes and not twist.complete else None,
        "twist": twist.name,
        "outcome_ok": list(twist.outcome_ok),
        "must_codes": [list(codes) for codes in twist.must_codes],
        "may_codes": list(twist.may_codes),
        "documents": [
            {
                "file": truth.file,
                "page": truth.page,
                "type": truth.type,
                "side": truth.side,
                "capture": truth.capture,
                "fields": dict(truth.fields),
            }
            for file in sent
            for truth in file.truths
        ],
    }


def _write_json(path: Path, value: Json) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
