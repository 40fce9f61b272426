"""What is laid across a page's print is told from it by its direction, what it says, and how often."""

import math

import pytest

from extractors.evidence import TextLine
from extractors.page.slanted import slanted_marks
from extractors.page.watermarks import watermarks_apart, without_rest

SIZE = (1000, 700)
EM = 30


def line(text: str, x: float, y: float, degrees: float = 0.0, *, size: float = EM) -> TextLine:
    """A line that begins at a place in pixels and falls by so many degrees."""
    along = (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    corners = [
        (x + along[0] * right - along[1] * down, y + along[1] * right + along[0] * down)
        for right, down in ((0, 0), (size * len(text), 0), (size * len(text), size), (0, size))
    ]
    quad = tuple((px / SIZE[0], py / SIZE[1]) for px, py in corners)
    return TextLine.model_validate({"quad": quad, "text": text, "score": 0.99})


def card(degrees: float = 0.0) -> list[TextLine]:
    """The print of a card."""
    rows = ("姓名王芳芳", "性别女民族汉", "出生1990年3月7日", "住址天津市河鹭区创业大道", "公民身份号码", "120199199003070114")
    return [line(text, 60, 100 + 90 * at, degrees) for at, text in enumerate(rows)]


TABLE = [
    *card(),
    *(line("某某农业开发有限公司", 400, 100 + 40 * at) for at in range(8)),
    *(line("企业职工基本养老", 700, 100 + 40 * at) for at in range(8)),
]
"""A table that says the same row by row."""


PHRASE = "仅供办理社保业务使用"
TILED = [line(PHRASE, 40, 300, -20), line("办理社保业务使用", 500, 250, -21), line("仅供办理社", 300, 600, -18)]
OTHER_CARD = [line(text, 560, 60 + 90 * at, 18) for at, text in enumerate(("签发机关某市公安局", "有效期限长期", "居民身份证"))]
RING = [line("样例科技有", 300, 300, -40), line("限公司章", 420, 300, 50)]
TWO_RINGS = [line("样例科技有", 300, 300, -40), line("样例科技有", 600, 500, -41)]
AROUND_THEM = [(0.25, 0.2, 0.5, 0.6), (0.55, 0.5, 0.85, 0.85)]


@pytest.mark.parametrize(
    ("print_", "laid", "is_mark"),
    [
        pytest.param(card(), TILED, True, id="tiled, its pieces cut by the frame"),
        pytest.param(card(), [line(PHRASE, 100, 500, -30)], True, id="once, by its words"),
        pytest.param(
            card(), [line("王芳芳专属", 100, 500, -30), line("王芳芳专属", 400, 300, -30)], True, id="any words, twice"
        ),
        pytest.param(card(), [line("保业务", 200, 450, -37, size=90)], True, id="a piece of a large one"),
        pytest.param(
            TABLE, [line("样例社保", 60 + 200 * at, 300, -30) for at in range(4)], True, id="beside rows that repeat themselves"
        ),
        pytest.param(
            TABLE, [line("另一份文件", 60, 300, -30), line("复制章某某", 500, 500, 40)], False, id="rows that repeat themselves"
        ),
        pytest.param(card(), [line(PHRASE, 100, 200, 25), line("供办理社保业务使用", 500, 300, 24)], True, id="falling"),
        pytest.param(card(-12), [line(PHRASE, 60, 300), line(PHRASE, 500, 500)], True, id="level, over a card that lies askew"),
        pytest.param(card(), [line("本证件仅供本人使用", 60, 620, 1)], False, id="level: a paper's own print"),
        pytest.param(card(4), [line("住址天津市河鹭区", 60, 640, -1)], False, id="fanned out by perspective"),
        pytest.param(card(), OTHER_CARD, False, id="another card beside it"),
        pytest.param(card(), RING, False, id="the ring of a seal"),
        pytest.param(card(), [line("天津市河鹭区公安局", 60, 640)], False, id="a place named twice"),
        pytest.param(card()[:1], TILED, True, id="over a card of which it left one line whole"),
        pytest.param([], [line(PHRASE, 60, 300, 5), line(PHRASE, 60, 500, 5)], False, id="a page that lies a little askew"),
    ],
)
def test_a_mark_across_the_print(print_: list[TextLine], laid: list[TextLine], is_mark: bool) -> None:
    found = slanted_marks([*print_, *laid], SIZE)
    assert found == (frozenset(range(len(print_), len(print_) + len(laid))) if is_mark else frozenset())


def test_pieces_of_two_seals_that_say_the_same_are_no_mark_and_a_purpose_over_a_seal_is_one() -> None:
    lines = [*card(), *TWO_RINGS]
    assert slanted_marks(lines, SIZE) == {6, 7}
    assert slanted_marks(lines, SIZE, AROUND_THEM) == frozenset()
    assert slanted_marks([*card(), line(PHRASE, 260, 480, -30)], SIZE, AROUND_THEM) == {6}


@pytest.mark.parametrize("print_", [card(), TABLE])
@pytest.mark.parametrize("seals", [(), ((0.25, 0.2, 0.6, 0.6),)])
def test_print_that_says_what_it_is_for_stays_print_beside_the_pieces_of_a_ring(
    print_: list[TextLine], seals: tuple[tuple[float, float, float, float], ...]
) -> None:
    lines = [*print_, line("本证明仅供办理社保业务使用", 60, 640), line("样例科", 300, 300, -40), line("有限公", 420, 300, -38)]
    assert slanted_marks(lines, SIZE, seals).isdisjoint(range(len(print_) + 1))


def test_its_bits_are_marks_too_and_none_of_them_is_left_in_what_is_read_without_it() -> None:
    bit, own = line("使用", 900, 20), line("使女", 400, 20)
    apart = watermarks_apart([*card(), *TILED, bit, own], SIZE)
    assert [one.text for one in apart if one.layer == "watermark"] == [*(one.text for one in TILED), "使用"]
    again = [*card(), line("社保业", 300, 560, -19), line("供办", 330, 540)]
    assert [one.text for one in without_rest(again, apart, SIZE)] == [one.text for one in card()]
