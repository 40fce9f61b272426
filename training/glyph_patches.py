"""Glyphs as seals show them, to learn from: cut narrow, worn, faint, blurred, and crossed by print that takes strokes away.

Patches are made many at a time: glyphs are drawn once per face into an atlas, everything else happens to whole batches.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor
from torch.nn import functional

from extractors.marks.glyph_model import CELL_PX
from samples.fonts import Face, faces_of

ATLAS_PX: Final = 48
_EM: Final = 160
_STROKES: Final = (0, 4, 9)
"""Widths added to the strokes of a glyph 160 pixels tall: seals are cut bolder than books."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Glyphs N×K×ATLAS_PX×ATLAS_PX, 0..255: every character in K ways of drawing it."""

    glyphs: Tensor


def draw_atlas(characters: str) -> Atlas:
    """Draw all characters in all faces and weights; what a face lacks is drawn with another."""
    faces = [*faces_of("song"), *faces_of("song"), *faces_of("hei"), *faces_of("kai")]
    ways = [(face, _STROKES[index % len(_STROKES)]) for index, face in enumerate(faces)]
    drawn = np.zeros((len(characters), len(ways), ATLAS_PX, ATLAS_PX), dtype=np.uint8)
    for column, (face, stroke) in enumerate(ways):
        for row, char in enumerate(characters):
            drawn[row, column] = _glyph(char, face if face.covers(char) else _other(char, face), stroke)
    return Atlas(torch.from_numpy(drawn))


def _other(char: str, preferred: Face) -> Face:
    every = [*faces_of(preferred.style), *faces_of("song"), *faces_of("hei"), *faces_of("kai"), *faces_of("hand")]
    return next(face for face in every if face.covers(char))


_fonts: dict[str, ImageFont.FreeTypeFont] = {}


def _glyph(char: str, face: Face, stroke: int) -> NDArray[np.uint8]:
    font = _fonts.setdefault(face.name, ImageFont.truetype(str(face.path), _EM, index=face.index))
    box = font.getbbox("国")
    image = Image.new("L", (round(box[2] - box[0]) + 8, round(box[3] - box[1]) + 8), 0)
    ImageDraw.Draw(image).text((4 - box[0], 4 - box[1]), char, fill=255, font=font, stroke_width=stroke // 2, stroke_fill=255)
    return np.asarray(image.resize((ATLAS_PX, ATLAS_PX), Image.Resampling.LANCZOS))


def draw_batch(atlas: Atlas, labels: Tensor, rng: torch.Generator) -> Tensor:
    """Patches B×2×CELL_PX×CELL_PX for labels (B): the seal's ink, and where print crossed it."""
    count = len(labels)
    ink = _placed(_pick(atlas, labels, rng), _glyph_places(count, rng))
    others = torch.randint(len(atlas.glyphs), (2, count), generator=rng)
    for side, other in zip((-1.0, 1.0), others, strict=True):
        beside = _glyph_places(count, rng)
        beside[:, 0, 2] += side * _uniform(count, 1.75, 2.35, rng) * beside[:, 0, 0]
        ink = torch.maximum(ink, _placed(_pick(atlas, other, rng), beside) * _chance(count, 0.7, rng))
    ink = torch.maximum(ink, _rim(count, rng))
    ink = ink * _wear(count, rng)
    crossing = _crossing(atlas, count, rng)
    return _captured(ink, crossing, rng)


def _pick(atlas: Atlas, labels: Tensor, rng: torch.Generator) -> Tensor:
    ways = torch.randint(atlas.glyphs.shape[1], (len(labels),), generator=rng)
    return atlas.glyphs[labels, ways].float()[:, None] / 255


def _glyph_places(count: int, rng: torch.Generator) -> Tensor:
    """Affine maps B×2×3 from the patch to the glyph: nearly filling it, a little askew."""
    sx, sy = _uniform(count, 1.0, 1.5, rng), _uniform(count, 1.0, 1.32, rng)
    turn, shear = _normal(count, 0.05, rng), _normal(count, 0.07, rng)
    maps = torch.zeros(count, 2, 3)
    maps[:, 0, 0], maps[:, 0, 1] = sx, sx * (turn + shear)
    maps[:, 1, 0], maps[:, 1, 1] = -sy * turn, sy
    maps[:, 0, 2], maps[:, 1, 2] = _normal(count, 0.13, rng), _normal(count, 0.1, rng)
    return maps


def _placed(glyphs: Tensor, maps: Tensor) -> Tensor:
    size = [len(glyphs), 1, CELL_PX, CELL_PX]
    return functional.grid_sample(glyphs, functional.affine_grid(maps, size, align_corners=False), align_corners=False)


def _rim(count: int, rng: torch.Generator) -> Tensor:
    """Remains of the rim above, of a star or a line below."""
    rows = torch.arange(CELL_PX)[None, :]
    top = (rows < torch.randint(0, 5, (count, 1), generator=rng)).float() * _chance(count, 0.25, rng)[:, 0, 0]
    bottom = (rows >= CELL_PX - torch.randint(0, 4, (count, 1), generator=rng)).float() * _chance(count, 0.08, rng)[:, 0, 0]
    return torch.maximum(top, bottom)[:, None, :, None].expand(-1, 1, -1, CELL_PX)


def _wear(count: int, rng: torch.Generator) -> Tensor:
    """Uneven pressure, and specks and patches where no ink came off."""
    pressure = 1 - 0.5 * _smooth(count, 3, rng).clamp(0, 1) * _chance(count, 0.5, rng)
    fine, coarse = _smooth(count, 14, rng), _smooth(count, 5, rng)
    holes = ((fine + 0.7 * coarse - _uniform(count, 0.75, 2.2, rng)[:, None, None, None]) * 2).clamp(0, 1)
    return pressure * (1 - holes * _chance(count, 0.5, rng) * 0.95)


def _smooth(count: int, cells: int, rng: torch.Generator) -> Tensor:
    coarse = torch.randn(count, 1, cells, cells, generator=rng)
    return functional.interpolate(coarse, size=(CELL_PX, CELL_PX), mode="bilinear", align_corners=False)


def _crossing(atlas: Atlas, count: int, rng: torch.Generator) -> Tensor:
    """Where glyphs of print, and ruled lines, lie across the seal: any way up, larger or smaller."""
    crossing = torch.zeros(count, 1, CELL_PX, CELL_PX)
    for share in (0.55, 0.3):
        labels = torch.randint(len(atlas.glyphs), (count,), generator=rng)
        zoom, turn = _uniform(count, 0.7, 2.0, rng), _uniform(count, -3.15, 3.15, rng)
        maps = torch.zeros(count, 2, 3)
        maps[:, 0, 0], maps[:, 0, 1] = zoom * turn.cos(), zoom * turn.sin()
        maps[:, 1, 0], maps[:, 1, 1] = -zoom * turn.sin(), zoom * turn.cos()
        maps[:, :, 2] = _uniform(2 * count, -1.4, 1.4, rng).reshape(count, 2)
        print_ = _placed(_pick(atlas, labels, rng), maps) * _chance(count, share, rng)
        crossing = torch.maximum(crossing, print_)
    widened = functional.max_pool2d(crossing, 3, stride=1, padding=1)
    return (widened > 0.45).float()  # half inked


def _captured(ink: Tensor, crossing: Tensor, rng: torch.Generator) -> Tensor:
    """Print taken out and its place filled from beside, through a lens or a scanner, normalised as cells are."""
    count = len(ink)
    ink = _blurred(ink, _uniform(count, 0.3, 1.5, rng))
    known = 1 - crossing
    near = _blurred(ink * known, torch.full((count,), 2.2)) / (_blurred(known, torch.full((count,), 2.2)) + 1e-3)
    fill = near * _uniform(count, 0.2, 1.1, rng)[:, None, None, None]
    ink = ink * known + fill * crossing
    ink = ink + torch.randn(ink.shape, generator=rng) * _uniform(count, 0.0, 0.08, rng)[:, None, None, None]
    ink = ink.clamp(0, 1) ** _uniform(count, 0.6, 1.7, rng)[:, None, None, None]
    return torch.cat([normalised(ink), crossing], dim=1)


def normalised(ink: Tensor) -> Tensor:
    """Each patch over its own strongest ink."""
    strongest = torch.quantile(ink.flatten(1), 0.95, dim=1).clamp(min=0.1)
    return (ink / strongest[:, None, None, None]).clamp(0, 1)


def _blurred(patches: Tensor, sigmas: Tensor) -> Tensor:
    """Each patch blurred by its own sigma (pixels)."""
    reach = torch.arange(-4, 5).float()
    kernels = torch.exp(-0.5 * (reach[None] / sigmas[:, None].clamp(min=0.2)) ** 2)
    kernels = kernels / kernels.sum(1, keepdim=True)
    count = len(patches)
    rows = functional.conv2d(patches.transpose(0, 1), kernels[:, None, None, :], padding=(0, 4), groups=count)
    return functional.conv2d(rows, kernels[:, None, :, None], padding=(4, 0), groups=count).transpose(0, 1)


def _uniform(count: int, low: float, high: float, rng: torch.Generator) -> Tensor:
    return torch.rand(count, generator=rng) * (high - low) + low


def _normal(count: int, sigma: float, rng: torch.Generator) -> Tensor:
    return torch.randn(count, generator=rng) * sigma


def _chance(count: int, share: float, rng: torch.Generator) -> Tensor:
    return (torch.rand(count, 1, 1, 1, generator=rng) < share).float()
