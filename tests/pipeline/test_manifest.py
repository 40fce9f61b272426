"""A manifest is strict, says everything that is wrong at once, and where, and what would be right."""

import json
from datetime import date

import pytest

from pipeline.assemble import fold_declared
from pipeline.errors import ManifestError
from pipeline.manifest import parse_manifest, read_kept, slots_by_name
from pipeline.packet import DeclaredValues, Manifest, PacketDefaults, build_packet, now


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
    "text", ["{}", '{"packet_id": null, "scenario": null, "submitted_at": null, "declared": {"uscc": null}}']
)
def test_what_is_not_given_is_empty(text: str) -> None:
    manifest = parse(text)
    assert (manifest.packet_id, manifest.scenario, manifest.declared.uscc) == ("", "", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"declared": {"employe_name": "王五"}}',
            "declared: there is no key 'employe_name' (did you mean employer_name or emp",
        ),
        ('{"declared": {"seperation_date": "2025-08-04"}}', "'seperation_date' (did you mean separation_date?)"),
        ('{"declared": {"employerName": "王五"}}', "'employerName' (did you mean employer_name?)"),
        ('{"declared": {"员工姓名": "王五"}}', "'员工姓名' (did you mean employee_name?)"),
        ('{"declared": {"phone": "1"}}', "'phone' (known: "),
        ('{"declaired": {}}', "there is no key 'declaired' (did you mean declared?)"),
        ('{"packetId": "7"}', "there is no key 'packetId' (did you mean packet_id?)"),
        ('{"files": [{"name": "a.jpg", "slott": "id_card"}]}', "files.1: there is no key 'slott' (did you mean slot?)"),
        ('{"declared": {"employees": [{"nme": "王五"}]}}', "declared.employees.1: there is no key 'nme' (did you mean name?)"),
        (
            '{"files": [{"name": "a.jpg", "slot": "bussiness_license"}]}',
            "files.1.slot: there is no slot 'bussiness_license' (did",
        ),
        ('{"declared": {"applicant_role": "legal_repp"}}', "there is no role 'legal_repp' (did you mean legal_rep?)"),
        ('{"declared": {"applicant_role": "法定代表人"}}', "there is no role '法定代表人' (did you mean legal_rep?)"),
        ('{"declared": {"separation_date": "明天"}}', "declared.separation_date: it is no date, write it as 2025-08-04"),
        ('{"declared": {"separation_date": "2025-02-30"}}', "declared.separation_date: no calendar has this day"),
        ('{"declared": {"separation_date": true}}', "declared.separation_date: "),
        ('{"submitted_at": "2025-13-01T00:00:00Z"}', "submitted_at: no calendar has this day"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_name(text: str, said: str) -> None:
    with pytest.raises(ManifestError) as raised:
        parse(text)
    assert said in str(raised.value)
    assert "王五" not in str(raised.value)


@pytest.mark.parametrize("name", [name for name in DeclaredValues.model_fields if name != "extra"])
def test_no_slip_of_a_finger_in_a_key_goes_unseen(name: str) -> None:
    lost = {name[:at] + name[at + 1 :] for at in range(len(name))}
    swapped = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)}
    for slip in (lost | swapped | {name.upper(), name.replace("_", "-"), name + " "}) - set(DeclaredValues.model_fields):
        with pytest.raises(ManifestError) as raised:
            parse(json.dumps({"declared": {slip: ""}}))
        assert name in str(raised.value), slip


def test_everything_wrong_is_said_at_once() -> None:
    wrong = (
        '{"declared": {"employe_id": "1", "uscc": "1", "uscc": "2", "separation_date": "soon"}, "files": [{"name": "../a"}]}'
    )
    with pytest.raises(ManifestError) as raised:
        parse(wrong)
    places = [place for place, _ in raised.value.problems]
    assert places == ["declared", "declared", "declared.separation_date", "files.1.name"]
    assert str(raised.value).count("goes under `extra`") == 1


def test_of_very_many_problems_the_number_is_said() -> None:
    with pytest.raises(ManifestError, match="and 80 more"):
        parse(json.dumps({"declared": {f"x{number}": "" for number in range(100)}}))


def test_what_a_caller_carries_along_is_kept_and_never_looked_at() -> None:
    extra = '{"ticket": 7, "ticket": 8, "tags": ["x", {"employe_name": null}]}'
    manifest = parse(
        f'{{"extra": {extra}, "declared": {{"extra": {extra}, "uscc": "1"}}, "files": [{{"name": "a", "extra": {extra}}}]}}'
    )
    kept = {"ticket": 8, "tags": ["x", {"employe_name": None}]}
    assert manifest.extra == manifest.declared.extra == manifest.files[0].extra == kept
    assert read_kept(manifest.model_dump_json().encode()) == manifest
    assert not parse('{"extra": null}').extra


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ('{"declared": {"uscc": "1", "uscc": "2"}}', True),
        ('{"declared": {"uscc": "1", "uscc": "1"}}', False),
        ('{"declared": {"uscc": null, "uscc": "1"}}', True),
        ('{"declared": {"uscc": "2"}, "declared": {"uscc": "1"}}', True),
        ('{"files": [{"name": "a", "name": "a"}], "declared": {"uscc": "1"}}', False),
        ('{"files": [{"name": "a", "slot": "id_card", "slot": null}]}', True),
    ],
)
def test_a_key_that_is_there_twice_has_one_value(text: str, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(ManifestError, match="is there twice with two values"):
            parse(text)
    else:
        assert parse(text).declared.uscc == "1"


def test_a_manifest_that_was_taken_in_earlier_is_read_all_the_same() -> None:
    kept = read_kept(
        '{"priority": 1, "declared": {"phone": "1", "separation_date": "明天"}, "files": [{"name": "a", "sha": "0"}]}'.encode()
    )
    assert (kept.declared.separation_date, kept.files[0].name) == ("明天", "a")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_manifest(b"\xef\xbb\xbf" + b'{"packet_id": "7"}', "packet.json").packet_id == "7"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_byte_order_marks_of_windows_tell_the_encoding(encoding: str) -> None:
    assert parse_manifest('{"packet_id": "七"}'.encode(encoding), "packet.json").packet_id == "七"


def test_a_file_without_a_slot_says_so_in_several_ways() -> None:
    files = [{"name": "a.jpg", "slot": "agent_id"}, *({"name": "b.jpg", "slot": slot} for slot in ("unknown", "", None))]
    assert slots_by_name(parse(json.dumps({"files": files}))) == {"a.jpg": ("agent_id",), "b.jpg": (None,)}


@pytest.mark.parametrize("key", ["submitted_at", "separation_date"])
@pytest.mark.parametrize(
    "sent", ["2025-08-03T16:00:00.000Z", 1754236800000, "1754236800000", "2025-08-04 00:00:00", [2025, 8, 4]]
)
def test_dates_come_in_every_form(key: str, sent: object) -> None:
    manifest = parse(json.dumps({key: sent} if key == "submitted_at" else {"declared": {key: sent}}))
    packet = build_packet(manifest, (), "7", PacketDefaults(now()))
    told = str(packet.submitted_on) if key == "submitted_at" else fold_declared(packet.declared).separation_date
    assert told == "2025-08-04"


@pytest.mark.parametrize("sent", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999", "0001-01-01T00:00:00+08:00"])
def test_the_first_and_the_last_year_are_no_dates(sent: str) -> None:
    manifest = parse(json.dumps({"submitted_at": sent, "declared": {"separation_date": sent}}))
    assert manifest.submitted_at is None
    assert not fold_declared(manifest.declared).separation_date


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
