"""A font's map to Unicode, cut down to plain pairs."""

import pytest

from extractors.files.pdf_unicode_maps import plain_unicode_map


def pairs(data: str) -> list[str]:
    lines = plain_unicode_map(data.encode()).decode().splitlines()
    return [line for line in lines if line.startswith("<")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("1 beginbfchar <01> <4E00> endbfchar", ["<01> <4E00>"]),
        ("2 beginbfchar <01><4E00> <02> < 4E 01 > endbfchar", ["<01> <4E00>", "<02> <4E01>"]),
        ("1 beginbfrange <0a> <0C> <4E00> endbfrange", ["<0A> <4E00>", "<0B> <4E01>", "<0C> <4E02>"]),
        ("1 beginbfrange <01> <02> [<4E00> <4E8C>] endbfrange", ["<01> <4E00>", "<02> <4E8C>"]),
        ("1 beginbfrange <FFFE> <FFFF> <DBFFDFFF> endbfrange", ["<FFFE> <DBFFDFFF>", "<FFFF> <DBFFE000>"]),
        ("1 beginbfchar <01> <00660069> endbfchar", ["<01> <00660069>"]),
        ("1 begincidrange <00> <ff> 0 endcidrange", []),
        ("1 beginbfrange <02> <01> <4E00> endbfrange", []),
        ("1 beginbfchar <0> <4E00> endbfchar", []),
        ("1 beginbfchar <01> <4E00>", []),
        ("", []),
    ],
)
def test_pairs_ranges_and_lists_come_out_as_pairs(data: str, expected: list[str]) -> None:
    assert pairs(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        "1 beginbfrange <00000000> <FFFFFFFF> <4E00> endbfrange",
        "1 beginbfrange <0000> <FFFF> <4E00> endbfrange " * 100,
        "1 beginbfchar " + "<01> <4E00> " * 80_000 + "endbfchar",
    ],
    ids=["one range", "many ranges", "many pairs"],
)
def test_a_map_that_never_ends_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="never ends"):
        plain_unicode_map(data.encode())
