"""A packet on disk is read as its applicant meant it."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import InputError, ManifestError
from pipeline.folder import load_packet
from pipeline.packet import Packet, PacketDefaults

NOON = PacketDefaults(datetime(2024, 6, 10, 4, tzinfo=UTC))


def lay_out(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def names(packet: Packet) -> list[tuple[str, str | None]]:
    return [(file.name, file.slot) for file in packet.files]


def test_a_folder_without_manifest_is_named_after_itself(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "2024-000123", {"b.jpg": "b", "a.pdf": "a"})
    packet = load_packet([folder], NOON)
    assert (packet.packet_id, packet.scenario, packet.region) == ("2024-000123", "employer_withdrawal", "default")
    assert names(packet) == [("a.pdf", None), ("b.jpg", None)]
    assert packet.submitted_at == NOON.now


def test_a_manifest_gives_slots_and_order_and_the_rest_is_read_too(tmp_path: Path) -> None:
    manifest = '{"packet_id": "7", "files": [{"name": "z.jpg", "slot": "agent_id"}, {"name": "b.jpg"}]}'
    folder = lay_out(tmp_path, {"packet.json": manifest, "a.jpg": "a", "b.jpg": "b", "z.jpg": "z"})
    packet = load_packet([folder], NOON)
    assert packet.packet_id == "7"
    assert names(packet) == [("z.jpg", "agent_id"), ("b.jpg", None), ("a.jpg", None)]


def test_an_upload_chosen_for_two_places_is_there_twice(tmp_path: Path) -> None:
    manifest = '{"files": [{"name": "a.jpg", "slot": "legal_rep_id"}, {"name": "a.jpg", "slot": "agent_id"}]}'
    folder = lay_out(tmp_path, {"packet.json": manifest, "a.jpg": "a"})
    assert names(load_packet([folder], NOON)) == [("a.jpg", "legal_rep_id"), ("a.jpg", "agent_id")]


def test_the_manifest_may_be_named_instead_of_its_folder(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, {"packet.json": '{"packet_id": "7"}', "a.jpg": "a"})
    assert names(load_packet([folder / "packet.json"], NOON)) == [("a.jpg", None)]


def test_what_systems_leave_is_passed_over_and_subfolders_are_read(tmp_path: Path) -> None:
    left = {".DS_Store": "", "Thumbs.db": "", "desktop.ini": "", "__MACOSX/._a.jpg": "", ".hidden/x.jpg": "", "~$a.docx": ""}
    folder = lay_out(tmp_path, {**left, "身份证/正面.jpg": "f", "a.jpg": "a"})
    assert names(load_packet([folder], NOON)) == [("a.jpg", None), ("身份证/正面.jpg", None)]


def test_what_the_manifest_lists_is_read_although_systems_leave_such_files(tmp_path: Path) -> None:
    manifest = '{"files": [{"name": "a.jpg"}, {"name": "Thumbs.db"}, {"name": ".scan/b.jpg"}]}'
    folder = lay_out(tmp_path, {"packet.json": manifest, "a.jpg": "a", "Thumbs.db": "t", ".scan/b.jpg": "b", "desktop.ini": ""})
    assert names(load_packet([folder], NOON)) == [("a.jpg", None), ("Thumbs.db", None), (".scan/b.jpg", None)]


def test_a_name_composed_otherwise_by_the_file_system_is_the_same_name(tmp_path: Path) -> None:
    manifest = '{"files": [{"name": "caf\u00e9.jpg", "slot": "id_card"}]}'
    folder = lay_out(tmp_path, {"packet.json": manifest, "cafe\u0301.jpg": "a"})
    assert names(load_packet([folder], NOON)) == [("caf\u00e9.jpg", "id_card")]


def test_single_files_are_a_packet(tmp_path: Path) -> None:
    lay_out(tmp_path, {"front.jpg": "f", "back.jpg": "b"})
    packet = load_packet([tmp_path / "front.jpg", tmp_path / "back.jpg"], NOON)
    assert packet.packet_id == "front"
    assert names(packet) == [("front.jpg", None), ("back.jpg", None)]
    assert [file.read(99) for file in packet.files] == [b"f", b"b"]


def test_a_file_is_read_no_further_than_it_takes_to_see_that_it_is_too_large(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.jpg": "0123456789"})
    assert load_packet([tmp_path], NOON).files[0].read(4) == b"01234"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no files"),
        ({"packet.json": "{}"}, "holds no files"),
        ({".DS_Store": ""}, "holds no files"),
        ({"a/packet.json": "{}", "a/x.jpg": "", "b/packet.json": "{}"}, "yushen batch"),
    ],
)
def test_a_folder_that_is_no_packet_says_what_to_do(tmp_path: Path, files: Mapping[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        load_packet([lay_out(tmp_path, files)], NOON)


def test_a_listed_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    lay_out(tmp_path, {"packet.json": '{"files": [{"name": "yyzz.jpg"}]}', "a.jpg": "a"})
    with pytest.raises(ManifestError, match=r"yyzz\.jpg is not in the folder"):
        load_packet([tmp_path], NOON)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere is not there"):
        load_packet([tmp_path / "nowhere"], NOON)


def test_a_folder_among_files_is_refused(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.jpg": "a", "b/c.jpg": "c"})
    with pytest.raises(InputError, match="folder among several"):
        load_packet([tmp_path / "a.jpg", tmp_path / "b"], NOON)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    lay_out(tmp_path, {"outside.jpg": "o", "packet/a.jpg": "a"})
    (tmp_path / "packet" / "b.jpg").symlink_to(tmp_path / "outside.jpg")
    with pytest.raises(InputError, match=r"b\.jpg is a link that leads out"):
        load_packet([tmp_path / "packet"], NOON)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        load_packet([tmp_path], NOON)


def test_names_that_windows_wrote_in_gbk_are_read(tmp_path: Path) -> None:
    manifest = '{"files": [{"name": "营业执照.jpg", "slot": "business_license"}]}'
    folder = lay_out(tmp_path, {"packet.json": manifest})
    for name in ("营业执照.jpg", "离职证明.jpg"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name.encode("gbk"))).write_bytes(name.encode())
    packet = load_packet([folder], NOON)
    assert names(packet) == [("营业执照.jpg", "business_license"), ("离职证明.jpg", None)]


def test_no_file_is_lost_where_two_names_are_one_once_they_can_be_read(tmp_path: Path) -> None:
    for number, unreadable in enumerate((b"\xff\xfe.jpg", b"\xff\xff.jpg")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + unreadable)).write_bytes(bytes([number]))
    for name in ("e\u0301.jpg", "\u00e9.jpg"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    packet = load_packet([tmp_path], NOON)
    assert len({file.name for file in packet.files}) == 4
    assert len({file.read(9) for file in packet.files}) == 4


@pytest.mark.parametrize("asked", [{"scenario": "employer_withdrawal"}, {"region": "scans"}])
def test_an_option_that_contradicts_the_manifest_is_refused(tmp_path: Path, asked: dict[str, str]) -> None:
    manifest = '{"scenario": "individual_withdrawal", "region": "five_slots"}'
    folder = lay_out(tmp_path, {"packet.json": manifest, "a.jpg": "a"})
    with pytest.raises(ManifestError, match="leave out --"):
        load_packet([folder], PacketDefaults(NOON.now, **asked))


@pytest.mark.parametrize("manifest", ["{}", '{"scenario": "individual_withdrawal"}', '{"scenario": null}'])
def test_an_option_that_says_the_same_or_what_the_manifest_leaves_open_counts(tmp_path: Path, manifest: str) -> None:
    folder = lay_out(tmp_path, {"packet.json": manifest, "a.jpg": "a"})
    packet = load_packet([folder], PacketDefaults(NOON.now, "individual_withdrawal", "five_slots"))
    assert (packet.scenario, packet.region) == ("individual_withdrawal", "five_slots")
