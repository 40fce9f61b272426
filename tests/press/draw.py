"""Draws composed papers as pages: print, rules, underlined blanks, pale watermarks, a red seal over the sign-off, noise."""

import math
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.press.camera import View, make_view
from tests.press.compose import Plan, read_plan
from tests.press.paper import PressPaper
from tests.press.sheet import WIDTH, Print
from tests.press.wording import LABEL

__all__ = ["draw"]

_FONTS: Final = Path("/usr/share/fonts/truetype")
_PRINT_FACES: Final = (
    ("arphic/uming.ttc", 0),
    ("arphic-gbsn00lp/gbsn00lp.ttf", 0),
    ("wqy/wqy-zenhei.ttc", 0),
    ("arphic/ukai.ttc", 0),
    ("wqy/wqy-microhei.ttc", 0),
)
_WHOLE_FACE: Final = ("wqy/wqy-zenhei.ttc", 0)
"""Holds every character that the press knows."""
_PEN_FACES: Final = (("lxgw-wenkai/LXGWWenKai-Regular.ttf", 0), ("arphic-gkai00mp/gkai00mp.ttf", 0))
_TITLE_FACES: Final = (("wqy/wqy-zenhei.ttc", 0), ("wqy/wqy-microhei.ttc", 0), ("arphic/uming.ttc", 0))
_INK: Final = (25, 25, 30)
_PALE: Final = (208, 208, 212)
_SEAL_RED: Final = (205, 35, 40)
_WIDEST_PX: Final = 1654
_SEALED: Final = 0.7
_FILLED_BY_PEN: Final = 0.25

_DRAWN_AS: Final = {"☑": "√"}
"""Characters that no face has, and what stands for them."""

Face = tuple[str, int]


def draw(made: Plan, rng: random.Random) -> tuple[Image.Image, PressPaper]:
    """Return a plan as a page, and the paper that it is."""
    made = replace(made, width_px=min(made.width_px, _WIDEST_PX))
    view = make_view(made.sheet.height, made.teller.choices)
    page = Image.new("RGB", (made.width_px, made.height_px), _paper_colour(rng))
    artist = _Artist(page, made.width_px / WIDTH, rng)
    for x0, y0, x1, y1 in made.sheet.rules:
        artist.rule(x0, y0, x1, y1)
    for pressed in sorted(made.sheet.prints, key=lambda pressed: pressed.role != "watermark"):
        artist.press(pressed)
    if made.sheet.seal_at and rng.random() < _SEALED:
        page = artist.seal(made.seal_text, *made.sheet.seal_at)
    return _captured(_as_seen(page, view, made.sheet.height), rng), read_plan(made, view)


def _paper_colour(rng: random.Random) -> tuple[int, int, int]:
    level = rng.randint(238, 255)
    return level, level, level - rng.randint(0, 6)


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / face[0], size, index=face[1])


@cache
def _signs(face: Face) -> frozenset[int]:
    """The characters that a face has."""
    path = _FONTS / face[0]
    font = TTCollection(path).fonts[face[1]] if path.suffix == ".ttc" else TTFont(path)
    return frozenset(font.getBestCmap())


class _Artist:
    """Draws on one page, with the faces that this page is set in."""

    def __init__(self, page: Image.Image, scale: float, rng: random.Random) -> None:
        self._page = page
        self._draw = ImageDraw.Draw(page)
        self._scale = scale
        self._rng = rng
        self._body = rng.choice(_PRINT_FACES)
        self._title = rng.choice(_TITLE_FACES)
        self._filled = rng.choice(_PEN_FACES) if rng.random() < _FILLED_BY_PEN else self._body

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        scale = self._scale
        self._draw.line((x0 * scale, y0 * scale, x1 * scale, y1 * scale), _INK, max(1, round(scale)))

    def press(self, pressed: Print) -> None:
        if pressed.angle:
            self._press_slanted(pressed)
            return
        face = self._title if pressed.role in ("title", "letterhead") else self._body
        ink = _PALE if pressed.role == "watermark" else _INK
        x, y, size = pressed.x * self._scale, pressed.y * self._scale, pressed.size * self._scale
        values = [(start, end) for start, end, name, _ in pressed.spans if not name.startswith(LABEL)]
        valued = {at for start, end in values for at in range(start, end)}
        underlined = {
            at for start, end in values for at in range(start, end) if "_" in pressed.text[max(start - 1, 0) : end + 1]
        }
        for at, sign in enumerate(pressed.text):
            room = (0.5 if sign < "\x7f" else 1.0) * size
            if sign == "_" or at in underlined:
                self._draw.line((x, y + size * 1.08, x + room, y + size * 1.08), ink, max(1, round(self._scale)))
            if sign not in "_ \u3000":
                self._sign(
                    sign, x, y, round(size), (self._filled if at in valued else face, ink, room, pressed.role == "title")
                )
            x += room + pressed.tracking * size

    def _sign(self, sign: str, x: float, y: float, size: int, how: tuple[Face, tuple[int, int, int], float, bool]) -> None:
        face, ink, room, is_bold = how
        sign = _DRAWN_AS.get(sign, sign)
        font = _font(face if ord(sign) in _signs(face) else _WHOLE_FACE, size)
        shift = max(0.0, (room - font.getlength(sign)) / 2)
        self._draw.text((x + shift, y + size / 2), sign, ink, font, "lm", stroke_width=1 if is_bold else 0)

    def _press_slanted(self, pressed: Print) -> None:
        size = round(pressed.size * self._scale)
        font = _font(_WHOLE_FACE, size)
        length = round(font.getlength(pressed.text)) + size
        tile = Image.new("L", (length, size * 2), 0)
        ImageDraw.Draw(tile).text((0, size // 2), pressed.text, 255, font)
        turned = tile.rotate(pressed.angle, expand=True)
        lift = math.sin(math.radians(pressed.angle)) * length
        where = round(pressed.x * self._scale), round(pressed.y * self._scale - lift)
        self._page.paste(_PALE, where, turned)

    def seal(self, text: str, x: float, y: float) -> Image.Image:
        """Return the page with a round seal over a point of the sheet."""
        radius = round(95 * self._scale)
        ink = Image.new("L", (radius * 2 + 8, radius * 2 + 8), 0)
        pen = ImageDraw.Draw(ink)
        middle = radius + 4
        pen.ellipse((4, 4, radius * 2 + 4, radius * 2 + 4), outline=255, width=max(2, radius // 26))
        pen.polygon(_star(middle, radius * 0.3), fill=255)
        size = max(10, min(round(radius * 0.3), round(radius * 4.2 / max(len(text), 1))))
        for at, sign in enumerate(text):
            angle = math.radians(-215 + 250 * (at + 0.5) / len(text))
            _paste_turned(
                ink, sign, middle + math.cos(angle) * radius * 0.76, middle + math.sin(angle) * radius * 0.76, (size, angle)
            )
        strength = self._rng.uniform(0.55, 0.95)
        mask = ink.rotate(self._rng.uniform(-12, 12)).point([round(level * strength) for level in range(256)])
        layer = Image.new("RGB", self._page.size, (255, 255, 255))
        where = round(x * self._scale) - middle, round(y * self._scale) - middle
        layer.paste(_SEAL_RED, where, mask)
        pixels = np.asarray(self._page, dtype=np.uint16) * np.asarray(layer, dtype=np.uint16) // 255
        return Image.fromarray(pixels.astype(np.uint8))


def _star(middle: float, radius: float) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star."""
    reach = [(radius, radius * 0.38)[at % 2] for at in range(10)]
    angles = [math.radians(-90 + 36 * at) for at in range(10)]
    return [(middle + math.cos(angle) * far, middle + math.sin(angle) * far) for angle, far in zip(angles, reach, strict=True)]


def _paste_turned(ink: Image.Image, sign: str, x: float, y: float, how: tuple[int, float]) -> None:
    size, angle = how
    tile = Image.new("L", (size * 2, size * 2), 0)
    ImageDraw.Draw(tile).text((size, size), sign, 255, _font(_WHOLE_FACE, size), "mm")
    turned = tile.rotate(-math.degrees(angle) - 90)
    ink.paste(255, (round(x) - size, round(y) - size), turned)


def _as_seen(page: Image.Image, view: View, height: float) -> Image.Image:
    """Return the page tilted and in perspective, as the view has it."""
    corners = [(0.0, 0.0), (WIDTH, 0.0), (WIDTH, height), (0.0, height)]
    scale = page.width / WIDTH
    rows, wanted = [], []
    for corner in corners:
        u, v = view.at(*corner)
        u, v, x, y = u * page.width, v * page.height, corner[0] * scale, corner[1] * scale
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
        wanted += [x, y]
    coefficients = np.linalg.solve(np.array(rows), np.array(wanted))
    return page.transform(
        page.size, Image.Transform.PERSPECTIVE, coefficients.tolist(), Image.Resampling.BICUBIC, fillcolor=(120, 115, 108)
    )


def _captured(page: Image.Image, rng: random.Random) -> Image.Image:
    """Return the page as a camera or scanner hands it over: a little soft, a little noisy."""
    if rng.random() < 0.4:
        page = page.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 0.7) * page.width / 1240))
    noise = np.random.default_rng(rng.getrandbits(32)).normal(0, rng.uniform(0.5, 5), (page.height, page.width, 1))
    shade = np.linspace(1, rng.uniform(0.9, 1.0), page.width).reshape(1, -1, 1)
    pixels = np.asarray(page, dtype=np.float32) * shade + noise
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
