"""What is seen of a picture as a picture: how plain print is in it, what may hide print, and what made the file."""

from typing import Literal

from pydantic import Field

from extractors.frozen import Box, Frozen


class Legibility(Frozen):
    """How well print in a place can be made out, measured on its pixels, whatever was read there.

    ``height_px``: of the text line on the page as it came; of a whole page, its longer side. ``edge``: how wide the strokes'
    edges are (their Gaussian deviation), as a share of that height. ``contrast`` and ``paper``: how far ink is from paper and
    how bright paper is, in shares of white. ``noise``: deviation of the paper's levels, a share of white. ``blown``: share of
    the place that is so bright that nothing is left in it, although the paper around it is not. ``blocks``: by what share the
    edges of JPEG's squares are steeper than what lies between them, times the squares' size over the line's height.
    """

    height_px: float = Field(ge=0)
    edge: float = Field(ge=0)
    contrast: float = Field(ge=0, le=1)
    paper: float = Field(ge=0, le=1)
    noise: float = Field(ge=0)
    blown: float = Field(default=0.0, ge=0, le=1)
    blocks: float = Field(default=0.0, ge=0)


FlawKind = Literal[
    "glare",  # blown highlights
    "covered",  # a finger or another thing lies over it
    "cut_off",  # text runs out of the frame
    "shadow",  # the edge of a shadow
    "blank",  # no ink
    "screen",  # the grid of a screen that was photographed
    "screen_bars",  # the bars of a phone's own screen
    "pasted",  # a patch without the noise of the picture around it
]


class Flaw(Frozen):
    """Something about a picture that may hide what stands there. ``strength`` (0..1): how plain it is to see."""

    kind: FlawKind
    box: Box
    strength: float = Field(ge=0, le=1)


class Origin(Frozen):
    """What a file says of its own making; anybody can write anything there, so it proves nothing by itself.

    ``camera``: maker and model; ``programs``: those that wrote it, as named in Exif, XMP, PNG or PDF metadata.
    """

    camera: str = ""
    programs: tuple[str, ...] = ()
