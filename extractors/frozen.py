"""What every frozen value is made of. Coordinates are fractions of the page as shown upright: 0..1, x to the right, y down."""

from pydantic import BaseModel, ConfigDict

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
Box = tuple[float, float, float, float]


class Frozen(BaseModel):
    """Base of every value that crosses a boundary: immutable, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
