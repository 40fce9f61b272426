"""Cuts the font that the package carries out of Noto Sans CJK: ``python scripts/fallback_font.py``.

Needs fonttools, pypinyin-dict 0.9.0 (which lists the 8105 characters of 通用规范汉字表) and Debian's fonts-noto-cjk
(1:20220127+repack1-1, Noto Sans CJK 2.004). The same inputs give the same bytes. Half a minute.

The font draws text whose own font a PDF does not bring. It holds GB 2312, the 8105 standard characters, ASCII, Latin letters
with marks and the punctuation between them, upright, without hinting and without layout rules, under a name of its own.
A character that it has not leaves nothing, not a box: what left no ink is what could not be drawn.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pypinyin_dict.pinyin_data import ktghz2013

SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SIMPLIFIED = 2
"""The collection's font with the shapes of the mainland."""
TARGET = Path(__file__).parents[1] / "extractors" / "files" / "fallback_font" / "fallback.otf"
FAMILY = "Yushen Fallback Sans"
NAMED = (0, 1, 2, 4, 5, 6, 13, 14)
"""Entries of its name table: copyright, names, version, licence."""
LAYOUT_TABLES = ("BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
RANGES = (
    range(0x20, 0x7F),  # ASCII
    range(0xA0, 0x180),  # Latin letters with marks
    range(0x2010, 0x2060),  # punctuation
    range(0x2460, 0x2500),  # numbers in circles and brackets
    range(0x3000, 0x3040),  # punctuation of Chinese
    range(0xFE10, 0xFE1A),  # punctuation set upright
    range(0xFE30, 0xFE50),
    range(0xFF01, 0xFF5F),  # full width
)
ROWS = range(0xA1, 0xF8)
"""Lead bytes of GB 2312."""


def main() -> None:
    """Write the font."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--source", type=Path, default=SOURCE)
    arguments.add_argument("--out", type=Path, default=TARGET)
    asked = arguments.parse_args()
    font = TTFont(asked.source, fontNumber=SIMPLIFIED, recalcTimestamp=False)
    _cut(font, _characters())
    _rename(font)
    font.save(asked.out)


def _characters() -> set[int]:
    return {*ktghz2013.pinyin_dict, *(code for each in RANGES for code in each), *_gb2312()}


def _gb2312() -> Iterator[int]:
    for lead in ROWS:
        for trail in range(0xA1, 0xFF):
            text = bytes([lead, trail]).decode("gb2312", errors="ignore")
            yield from map(ord, text)


def _cut(font: TTFont, characters: set[int]) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += LAYOUT_TABLES
    options.notdef_outline = False
    options.name_IDs = list(NAMED)
    options.name_languages = [0x409]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = FAMILY
        elif record.nameID == 6:  # noqa: PLR2004  the PostScript name
            record.string = FAMILY.replace(" ", "")
    top = font["CFF "].cff
    top.fontNames = [FAMILY.replace(" ", "")]
    top[0].FullName = top[0].FamilyName = FAMILY


if __name__ == "__main__":
    main()
