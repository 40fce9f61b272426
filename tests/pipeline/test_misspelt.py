"""A hundred packets with a slip in a key, a region or a value: each is refused, and told where and what would be right."""

import json
import random
from typing import Final

import pytest

from pipeline.errors import YushenError
from pipeline.manifest import parse_manifest
from pipeline.packet import DeclaredValues, ListedFile, Manifest, PacketDefaults, build_packet, now
from pipeline.policies import policy_asked_for
from validators.policy_file import regions

SEED: Final = 20261130
SOUND: Final[dict[str, object]] = {
    "packet_id": "2024-000123",
    "scenario": "employer_withdrawal",
    "region": "small_jpg",
    "submitted_at": "2024-06-10T10:00:00+08:00",
    "declared": {
        "employer_name": "样例科技有限公司",
        "legal_rep_name": "李小明",
        "employee_name": "张三",
        "employee_id": "110199199003070113",
        "applicant_role": "agent",
        "agent_name": "王芳",
        "separation_date": "2024-05-31",
    },
    "files": [{"name": "yyzz.jpg", "slot": "business_license"}, {"name": "id.pdf", "slot": "legal_rep_id"}],
}
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_IMPOSSIBLE: Final = {
    "separation_date": ("明天", "2024-02-30", "2024-13-01", "上个月底", "8/4/2024", "2024年6月"),
    "applicant_role": ("agnet", "legalrep", "individul", "本人", "owner"),
}
_KEYS: Final = {
    "": sorted(Manifest.model_fields), "declared": sorted(DeclaredValues.model_fields), "files": sorted(ListedFile.model_fields)
}  # fmt: skip


def slip(word: str, rng: random.Random) -> str:
    """The word with a letter lost, doubled, replaced or exchanged with the next."""
    at = rng.randrange(len(word) - 1)
    return rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + rng.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def misspelt(number: int) -> tuple[dict[str, object], str, str]:
    """A manifest with one slip, what was meant, and what is written instead."""
    rng = random.Random(f"{SEED}/{number}")
    manifest = json.loads(json.dumps(SOUND))
    declared, files = manifest["declared"], manifest["files"]
    kind = ("declared", "key", "region", "value", "slot", "scenario")[number % 6]
    places = {"declared": (declared, list(declared)), "key": (manifest, ["declared", "files", "region", "scenario"])}
    if kind == "value":
        name = rng.choice(sorted(_IMPOSSIBLE))
        declared[name] = rng.choice(_IMPOSSIBLE[name])
        return manifest, name, declared[name]
    if kind in places:
        holder, names = places[kind]
        meant = rng.choice(names)
        written = _other(meant, rng, {*_KEYS["declared" if kind == "declared" else ""]})
        holder[written] = holder.pop(meant)
        return manifest, meant, written
    if kind == "slot":
        meant = files[0]["slot"]
        files[0]["slot"] = _other(meant, rng, {meant})
        return manifest, meant, files[0]["slot"]
    meant = manifest[kind]
    manifest[kind] = _other(meant, rng, {*regions(), meant})
    return manifest, meant, manifest[kind]


def _other(word: str, rng: random.Random, known: set[str]) -> str:
    return next(made for _ in range(99) if (made := slip(word, rng)) not in known)


def judged_by(manifest: dict[str, object]) -> str:
    """The version of the policy that a packet with this manifest would be judged by."""
    packet = build_packet(parse_manifest(json.dumps(manifest).encode(), "packet.json"), (), "folder", PacketDefaults(now()))
    return policy_asked_for(packet.scenario, packet.region).version


def test_the_sound_one_is_judged() -> None:
    assert judged_by(SOUND)


@pytest.mark.parametrize("number", range(100))
def test_a_slip_is_refused_and_the_right_word_named(number: int) -> None:
    manifest, meant, written = misspelt(number)
    with pytest.raises(YushenError) as refused:
        judged_by(manifest)
    assert meant in str(refused.value)
    assert written in str(refused.value) or number % 6 == 3
