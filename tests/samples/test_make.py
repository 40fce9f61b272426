"""Packets: the same seed gives the same bytes, and what is expected of them names what is there."""

import json
import random
from pathlib import Path
from typing import get_args

import pytest

from samples.committed import COMMITTED
from samples.defects import DEFECTS
from samples.facts import Scenario
from samples.make import TWISTS, plan
from samples.packets import build
from samples.shoot import Fidelity
from samples.tricks import GUIDED, TRICKS
from tests.fonts import need_fonts

COARSE = Fidelity(scan_dpi=60, sheet_megapixels=0.3, card_megapixels=0.2, quality=(40, 50))
"""Too coarse to read, quick to make."""

QUICK = ("ordinary", "missing_licence", "encrypted_pdf", "no_manifest", "correct_by_register", "revoked", "heir", "left_site")
BY_NAME = {twist.name: twist for twist in TWISTS}
PACKETS = Path(__file__).parents[2] / "samples" / "packets"


@pytest.fixture
def _fonts() -> None:
    need_fonts()


@pytest.mark.usefixtures("_fonts")
@pytest.mark.parametrize("name", QUICK)
def test_the_same_seed_makes_the_same_packet(name: str) -> None:
    first, second = (build("p", BY_NAME[name], random.Random(7), COARSE) for _ in range(2))
    assert first == second


@pytest.mark.usefixtures("_fonts")
@pytest.mark.parametrize("name", QUICK)
def test_manifest_and_expectation_name_files_that_are_there(name: str, tmp_path: Path) -> None:
    build("p", BY_NAME[name], random.Random(8), COARSE).write(tmp_path)
    there = {path.name for path in (tmp_path / "p").iterdir()} - {"packet.json"}
    expected = json.loads((tmp_path / "p.expected.json").read_text(encoding="utf-8"))
    assert {document["file"] for document in expected["documents"]} <= there
    if name == "no_manifest":
        assert not (tmp_path / "p" / "packet.json").exists()
    else:
        manifest = json.loads((tmp_path / "p" / "packet.json").read_text(encoding="utf-8"))
        assert {file["name"] for file in manifest["files"]} == there


@pytest.mark.usefixtures("_fonts")
@pytest.mark.parametrize("name", ["insured_twice", "agreement_of_two_pages"])
def test_two_papers_of_a_kind_are_two_files(name: str) -> None:
    for seed in range(3):
        names = [file.name for file in build("p", BY_NAME[name], random.Random(seed), COARSE).files]
        assert len(names) == len(set(names))


@pytest.mark.usefixtures("_fonts")
def test_a_defect_takes_away_only_what_it_says() -> None:
    packet = build("p", BY_NAME["missing_licence"], random.Random(9), COARSE)
    types = {truth.type for file in packet.files for truth in file.truths}
    assert "business_license" not in types
    assert {"id_card", "termination_certificate"} <= types


def test_every_twist_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(TWISTS)


def test_complete_packets_are_never_to_be_bounced() -> None:
    assert not [trick.name for trick in TRICKS if "bounce" in trick.outcome_ok or trick.must_codes]


def test_defects_are_never_to_be_accepted_and_say_which_code_tells_them() -> None:
    assert not [defect.name for defect in DEFECTS if "accept" in defect.outcome_ok or not defect.must_codes]


def test_whoever_is_guided_has_everything_and_goes_to_a_person() -> None:
    assert all(twist.complete and twist.outcome_ok == ("review",) and twist.must_codes for twist in GUIDED)


def test_every_scenario_has_complete_packets_and_bad_ones() -> None:
    scenarios = set(get_args(Scenario))
    assert {twist.scenario for twist in (*TRICKS, *GUIDED)} == scenarios
    assert {twist.scenario for twist in DEFECTS} == scenarios


def test_a_longer_run_begins_with_the_same_packets() -> None:
    short = [(packet_id, twist.name) for packet_id, twist, _ in plan(10, 3)]
    long = [(packet_id, twist.name) for packet_id, twist, _ in plan(40, 3)]
    assert long[:10] == short


def test_half_of_a_run_is_complete_and_all_defects_take_their_turn() -> None:
    names = [twist.name for _, twist, _ in plan(2 * len(DEFECTS), 4)]
    assert sorted(names[1::2]) == sorted(defect.name for defect in DEFECTS)


@pytest.mark.parametrize("packet_id", COMMITTED)
def test_committed_packets_lie_beside_what_is_expected_of_them(packet_id: str) -> None:
    expected = json.loads((PACKETS / f"{packet_id}.expected.json").read_text(encoding="utf-8"))
    there = {path.name for path in (PACKETS / packet_id).iterdir()}
    assert expected["twist"] == COMMITTED[packet_id][0]
    assert {document["file"] for document in expected["documents"]} <= there
