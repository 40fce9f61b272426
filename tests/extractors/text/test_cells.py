"""Lines of one drawn cell are one text, whatever stands level with them."""

from extractors.evidence import Box, TextLine
from extractors.text.rows import rows_of

SIDE_PX = 1000


def line(text: str, left: float, top: float, right: float) -> TextLine:
    quad = ((left, top), (right, top), (right, top + 0.02), (left, top + 0.02))
    return TextLine(quad=quad, text=text, score=1.0, source="pdf_text")


TABLE = (
    line("单位名称", 0.10, 0.21, 0.20),
    line("云上市样例晨光供应链", 0.31, 0.20, 0.50),
    line("管理有限公司", 0.31, 0.23, 0.44),
    line("联系人", 0.55, 0.20, 0.62),
    line("王芳", 0.70, 0.20, 0.75),
    line("电话", 0.55, 0.23, 0.60),
    line("0571-1", 0.70, 0.23, 0.76),
)
FRAMES: tuple[Box, ...] = ((0.09, 0.19, 0.3, 0.26), (0.3, 0.19, 0.52, 0.26))


def texts(frames: tuple[Box, ...]) -> str:
    return "\n".join(row.passage.text for row in rows_of(TABLE, SIDE_PX, SIDE_PX, frames))


def test_a_value_broken_in_its_cell_is_read_as_one() -> None:
    assert "云上市样例晨光供应链管理有限公司" in texts(FRAMES)
    assert "云上市样例晨光供应链管理有限公司" not in texts(())


def test_a_frame_around_everything_joins_nothing() -> None:
    assert texts(((0.05, 0.1, 0.95, 0.4),)) == texts(())
