"""The fonts that samples are drawn with, looked up among those installed.

Only TrueType outlines will do: reportlab cannot embed the CFF outlines of Noto CJK. A seed gives the same samples
wherever the same fonts are installed, so that all of them are asked for.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path
from reportlab.pdfbase.ttfonts import TTFont

Style = Literal["song", "hei", "kai", "hand", "signature"]

FETCHED_FOLDER = user_cache_path("yushen") / "fonts"
"""Where ``samples.fetch_fonts`` keeps what it fetched."""

FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("~/.local/share/fonts"), Path("~/.fonts"))

_KNOWN: tuple[tuple[str, Style, str], ...] = (
    ("uming.ttc", "song", "fonts-arphic-uming"),
    ("gbsn00lp.ttf", "song", "fonts-arphic-gbsn00lp"),
    ("wqy-zenhei.ttc", "hei", "fonts-wqy-zenhei"),
    ("wqy-microhei.ttc", "hei", "fonts-wqy-microhei"),
    ("ukai.ttc", "kai", "fonts-arphic-ukai"),
    ("gkai00mp.ttf", "kai", "fonts-arphic-gkai00mp"),
    ("LXGWWenKai-Regular.ttf", "kai", "fonts-lxgw-wenkai"),
    ("LXGWWenKai-Light.ttf", "hand", "fonts-lxgw-wenkai"),
)
_FETCHED: tuple[tuple[str, Style], ...] = (
    ("LongCang-Regular.ttf", "hand"),
    ("ZhiMangXing-Regular.ttf", "signature"),
    ("LiuJianMaoCao-Regular.ttf", "signature"),
)
"""Pens that may or may not be there."""


class MissingFontsError(RuntimeError):
    """The fonts samples are drawn with are not installed."""


@dataclass(frozen=True)
class Face:
    """A font file, and which face of a collection is meant."""

    path: Path
    index: int = 0
    style: Style = "song"

    @property
    def name(self) -> str:
        """A name that is unique among the faces."""
        return f"{self.path.stem}-{self.index}"

    @cached_property
    def loaded(self) -> TTFont:
        """The font as reportlab embeds it."""
        return TTFont(self.name, str(self.path), subfontIndex=self.index)

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for every character."""
        return all(ord(char) in self.loaded.face.charToGlyph for char in text)


@cache
def faces() -> tuple[Face, ...]:
    """Every face samples are drawn with, in a fixed order, fetched pens last.

    Raises:
        MissingFontsError: naming the Debian packages to install.
    """
    installed = {path.name: path for folder in FONT_FOLDERS for path in sorted(folder.expanduser().rglob("*.tt[fc]"))}
    missing = sorted({package for name, _, package in _KNOWN if name not in installed})
    if missing:
        raise MissingFontsError(f"fonts to draw samples with are missing; install them: apt-get install {' '.join(missing)}")
    pens = tuple(Face(FETCHED_FOLDER / name, 0, style) for name, style in _FETCHED if (FETCHED_FOLDER / name).is_file())
    return (*(Face(installed[name], 0, style) for name, style, _ in _KNOWN), *pens)


def faces_of(style: Style) -> tuple[Face, ...]:
    """The faces of one style: ``song`` (宋), ``hei`` (黑), ``kai`` (楷), ``hand`` and ``signature`` (pens, the likest first).

    Where no ``signature`` was fetched, people sign as they write.
    """
    found = tuple(face for face in faces() if face.style == style)
    if style == "signature" and not found:
        return faces_of("hand")
    return found[::-1] if style == "hand" else found


def first_covering(text: str, preferred: Face) -> Face:
    """The preferred face where it has all glyphs, else one of its style, else any that does, as office software falls back.

    Raises:
        MissingFontsError: no installed face knows a character.
    """
    for face in (preferred, *faces_of(preferred.style), *faces()):
        if face.covers(text):
            return face
    raise MissingFontsError(f"no installed font has a glyph for every character of {text!r}")
