"""A manifest is tolerant of what is new, strict about what is wrong, and says where."""

import json
from datetime import date

import pytest

from pipeline.errors import ManifestError
from pipeline.manifest import parse_manifest, slots_by_name
from pipeline.packet import Manifest, PacketDefaults, build_packet, now


def parse(text: str) -> Manifest:
    return parse_manifest(text.encode(), "packet.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "packet.json: Invalid JSON"),
        ("[]", "packet.json: "),
        ('{"packet_id": 7}', "packet.json: packet_id: "),
        ('{"declared": {"employee_id": 110199199003070113}}', "packet.json: declared.employee_id: "),
        ('{"declared": "张三"}', "packet.json: declared: "),
        ('{"submitted_at": "next week"}', "packet.json: submitted_at: "),
        ('{"files": [{"slot": "id_card"}]}', "packet.json: files.1.name: "),
        ('{"files": [{"name": "a.jpg"}, {"name": ""}]}', "packet.json: files.2.name: "),
        ('{"files": [{"name": "../a.jpg"}]}', "is not inside the packet"),
        ('{"files": [{"name": "/etc/passwd"}]}', "is not inside the packet"),
        ('{"files": [{"name": "C:\\\\a.jpg"}]}', "is not inside the packet"),
    ],
)
def test_what_is_wrong_is_one_line_that_names_the_place(text: str, said: str) -> None:
    with pytest.raises(ManifestError) as raised:
        parse(text)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
    assert str(raised.value).count("correct packet.json") == 1


def test_what_is_no_text_at_all_is_said_so() -> None:
    with pytest.raises(ManifestError, match="is not UTF-8"):
        parse_manifest(b'{"packet_id": "\xd5\xc5"}', "packet.json")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"priority": 1, "declared": {"phone": "1", "tags": [1]}, "files": [{"name": "a.jpg", "sha": "0"}]}',
        '{"packet_id": null, "scenario": null, "submitted_at": null, "declared": {"uscc": null}}',
    ],
)
def test_what_is_new_or_not_given_is_passed_over(text: str) -> None:
    manifest = parse(text)
    assert (manifest.packet_id, manifest.scenario, manifest.declared.uscc) == ("", "", "")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_manifest(b"\xef\xbb\xbf" + b'{"packet_id": "7"}', "packet.json").packet_id == "7"


def test_slots_that_nobody_knows_are_as_none() -> None:
    files = [{"name": "a.jpg", "slot": "agent_id"}, {"name": "b.jpg", "slot": "court_ruling"}, {"name": "c.jpg", "slot": None}]
    assert slots_by_name(parse(json.dumps({"files": files}))) == {"a.jpg": ("agent_id",), "b.jpg": (None,), "c.jpg": (None,)}


def test_one_upload_may_be_chosen_for_several_places() -> None:
    files = [{"name": "a.jpg", "slot": slot} for slot in ("legal_rep_id", "agent_id", "agent_id")]
    assert slots_by_name(parse(json.dumps({"files": files}))) == {"a.jpg": ("legal_rep_id", "agent_id")}


@pytest.mark.parametrize(
    ("submitted_at", "day"),
    [
        ("2024-06-10T10:00:00+08:00", date(2024, 6, 10)),
        ("2024-06-10T17:00:00Z", date(2024, 6, 11)),
        ("2024-06-10T23:59:00", date(2024, 6, 10)),
        ("2024-06-10", date(2024, 6, 10)),
    ],
)
def test_the_day_of_submission_is_the_day_in_china(submitted_at: str, day: date) -> None:
    packet = build_packet(parse(json.dumps({"submitted_at": submitted_at})), (), "7", PacketDefaults(now()))
    assert packet.submitted_on == day
