"""The readings of a ring vote on each glyph; what nobody can read is said to be unread."""

import numpy as np
import pytest

from extractors.marks.glyph_model import NOTHING, Likelihoods, characters
from extractors.marks.glyph_votes import UNREAD, along
from extractors.marks.seal_cells import Cells
from extractors.marks.seal_vote import voted
from extractors.ocr.engine import Reading

NAME = "云杉科技有限公司"


def glyphs(*says: dict[str, float]) -> Likelihoods:
    """The model's say on each glyph: some characters with their likelihood, all others share the rest."""
    known = characters()
    rows = []
    for say in says:
        row = np.full(len(known), (1 - sum(say.values())) / len(known) + 1e-9)
        for char, likely in say.items():
            row[known.index(char)] = likely
        rows.append(np.log(row))
    return np.array(rows, dtype=np.float32)


def cells(*says: dict[str, float]) -> Cells:
    """Glyphs in a row, with a place without ink at both ends."""
    return Cells(glyphs({"一": 0.6}, *says, {"二": 0.6}), np.array([0.02, *[0.3] * len(says), 0.02], dtype=np.float32))


def sure(text: str) -> Cells:
    return cells(*({char: 0.97} for char in text))


@pytest.mark.parametrize(
    ("line", "laid"),
    [
        (NAME, list(NAME)),
        ("云杉科技有公司", ["云", "杉", "科", "技", "有", "", "公", "司"]),
        ("技有限公司", ["", "", "", "技", "有", "限", "公", "司"]),
        ("1云杉科技有限公司8", list(NAME)),
        ("", [""] * 8),
    ],
)
def test_a_line_is_laid_along_the_glyphs_it_names(line: str, laid: list[str]) -> None:
    assert along(sure(NAME).likelihoods[1:-1], line) == laid


def test_a_glyph_that_the_lines_dropped_is_read_by_itself() -> None:
    read = voted(sure(NAME), [Reading("云杉科技有公司", 1.0), Reading("云杉科技有公司", 1.0)])
    assert read.text == NAME
    assert read.confidence > 0.7


def test_lines_that_agree_outvote_a_glyph_that_is_hardly_seen() -> None:
    say = [{char: 0.97} for char in NAME]
    say[1] = {"衫": 0.5, "杉": 0.3}
    assert voted(cells(*say), [Reading(NAME, 0.99), Reading(NAME, 0.99)]).text == NAME


def test_a_glyph_that_nobody_can_read_stays_unread() -> None:
    say = [{char: 0.97} for char in NAME]
    say[1] = {"衫": 0.2, "杉": 0.15, "彬": 0.15, "松": 0.15}
    assert voted(cells(*say), [Reading("云科技有限公司", 0.9)]).text == NAME[0] + UNREAD + NAME[2:]


def test_what_else_may_stand_for_a_glyph_is_kept() -> None:
    say = [{char: 0.98} for char in NAME]
    say[1] = {"杉": 0.6, "衫": 0.3}
    assert voted(cells(*say), [Reading("", 0.0)]).alternatives == ("", "衫", "", "", "", "", "", "")


def test_places_that_hold_no_glyph_are_left_out_at_the_ends_and_unread_between() -> None:
    say = [{char: 0.98} for char in NAME]
    say[1] = {NOTHING: 0.95}
    beyond = {NOTHING: 0.99}
    assert voted(cells(*say, beyond, beyond), [Reading("", 0.0)]).text == NAME[0] + UNREAD + NAME[2:]


@pytest.mark.parametrize(
    ("says", "read"),
    [
        ([{"限": 0.3, "服": 0.5}, {"公": 0.97}], "云杉科技有限公司"),
        ([{"限": 0.97}, {"八": 0.97}], "云杉科技有限公司"),
    ],
    ids=["one in doubt", "one read for sure"],
)
def test_a_legal_form_settles_its_glyphs(says: list[dict[str, float]], read: str) -> None:
    say = [{char: 0.97} for char in NAME]
    say[5], say[6] = says
    assert voted(cells(*say), [Reading("", 0.0)]).text == read


def test_what_a_firm_calls_itself_is_not_guessed() -> None:
    say = [{char: 0.97} for char in "云松信患技术有限公司"]
    assert voted(cells(*say), [Reading("", 0.0)]).text == "云松信患技术有限公司"
    say[3] = {"患": 0.5, "息": 0.4}
    assert voted(cells(*say), [Reading("", 0.0)]).text == "云松信息技术有限公司"


@pytest.mark.parametrize(
    ("name", "start", "read"),
    [
        ("石家庄市云杉科技有限公司", [{"石": 0.5, "古": 0.2}], "石家庄市云杉科技有限公司"),
        ("驻马店市云杉科技有限公司", [{"汪": 0.02}], "驻马店市云杉科技有限公司"),
        ("郑州云杉科技有限公司", [{"邓": 0.5, "郑": 0.2}], "郑州云杉科技有限公司"),
        ("郑州云杉科技有限公司", [{"徐": 0.97}], "徐州云杉科技有限公司"),
        ("晨州云杉科技有限公司", [{"晨": 0.97}], "晨州云杉科技有限公司"),
    ],
    ids=["may be it", "no other is like it", "a city of two characters", "another city, read for sure", "no city at all"],
)
def test_a_region_at_the_beginning_settles_a_glyph_in_doubt(name: str, start: list[dict[str, float]], read: str) -> None:
    say = start + [{char: 0.97} for char in name[len(start) :]]
    assert voted(cells(*say), [Reading(name[len(start) :], 0.9)]).text == read


def test_a_glyph_read_for_sure_does_not_give_way_to_the_longest_region() -> None:
    name = "黔东桂苗族侗族自治州云杉"
    assert voted(sure(name), [Reading(name, 0.99)] * 3).text == name


def test_a_legal_form_that_is_hardly_seen_at_the_end_is_read_out() -> None:
    say = [{char: 0.97} for char in NAME[:-1]] + [{"司": 0.17, "间": 0.06}]
    assert voted(cells(*say), [Reading(NAME[:-1], 0.9)]).text == NAME


def test_a_glyph_at_the_beginning_that_no_line_named_is_read_if_it_is_likely() -> None:
    say = [{"云": 0.7}, *({char: 0.97} for char in NAME[1:])]
    assert voted(cells(*say), [Reading(NAME[1:], 0.9)]).text == NAME


@pytest.mark.parametrize(
    ("say", "anything"),
    [({NOTHING: 0.9}, False), ({"衫": 0.06, "杉": 0.05}, True), ({"衫": 0.3, "彬": 0.3, "松": 0.3}, False)],
    ids=["worn away", "covered", "strokes are seen"],
)
def test_an_unread_glyph_may_be_any_character_only_where_print_hides_it(say: dict[str, float], anything: bool) -> None:
    says = [{char: 0.97} for char in NAME]
    says[1] = say
    read = voted(cells(*says), [Reading("", 0.0)])
    assert read.text == NAME[0] + UNREAD + NAME[2:]
    assert (UNREAD in read.alternatives[1]) is anything


@pytest.mark.parametrize("read_as", [{"八": 0.97}, {"晒": 0.2}])
def test_what_closes_a_bracket_around_a_word_is_a_bracket(read_as: dict[str, float]) -> None:
    name = "云杉（集团）有限公司"
    say = [{char: 0.97} for char in name]
    say[name.index("）")] = read_as
    assert voted(cells(*say), [Reading("云杉（集团有限公司", 0.97)]).text == name


def test_a_word_that_lies_within_a_longer_one_leaves_the_rest_to_it() -> None:
    name = "嘉玥人力资源服务有限公司"
    say = [{char: 0.97} for char in name]
    say[name.index("力")] = {"农": 0.4, "力": 0.2}
    say[name.index("服")] = {"脾": 0.14}
    assert voted(cells(*say), [Reading("嘉玥人资源务有限公司", 0.94)]).text == name
