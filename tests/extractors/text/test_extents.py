"""Characters take the room that the recogniser's steps give them, and gaps that it does not write stay gaps."""

import pytest

from extractors.text.extents import extents_of


def widths(text: str, places: tuple[int, ...]) -> dict[str, tuple[int, int]]:
    folded, extents = extents_of(text, places)
    return {char: (round(1000 * start), round(1000 * end)) for char, (start, end) in zip(folded, extents, strict=True)}


def test_neighbours_meet_half_way() -> None:
    assert widths("姓名王芳", (125, 375, 625, 875)) == {"姓": (0, 250), "名": (250, 500), "王": (500, 750), "芳": (750, 1000)}


def test_a_gap_belongs_to_nobody() -> None:
    room = widths("姓名王芳", (50, 150, 850, 950))
    assert room["名"] == (100, 200)
    assert room["王"] == (800, 900)


def test_digits_take_less_than_characters() -> None:
    room = widths("第1页", (200, 500, 800))
    assert room["1"][1] - room["1"][0] < room["第"][1] - room["第"][0]


@pytest.mark.parametrize(("text", "places"), [("王芳", None), ("王芳", (500,)), ("①②", (250, 750))])
def test_without_places_an_even_spread(text: str, places: tuple[int, ...] | None) -> None:
    folded, extents = extents_of(text, places)
    assert extents[0][0] == 0.0
    assert extents[-1][1] == 1.0
    assert len(extents) == len(folded)
