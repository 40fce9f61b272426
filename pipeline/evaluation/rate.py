"""A share with its uncertainty."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

Z_95: Final = 1.959964
"""The normal distribution's 97.5 % point: 95 % lie within."""


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` out of ``total``."""

    hits: int
    total: int

    def __add__(self, other: "Rate") -> "Rate":
        """Pool two rates."""
        return Rate(self.hits + other.hits, self.total + other.total)

    @property
    def share(self) -> float | None:
        """``hits / total``, None for nothing out of nothing."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval after Wilson (1927), which holds near 0 and 1 and for few trials; (0, 1) for none."""
        if not self.total:
            return (0.0, 1.0)
        share, squared = self.hits / self.total, Z_95**2 / self.total
        centre = (share + squared / 2) / (1 + squared)
        half = Z_95 * sqrt(share * (1 - share) / self.total + squared / (4 * self.total)) / (1 + squared)
        return (max(0.0, centre - half), min(1.0, centre + half))


def rate_of(hits: bool) -> Rate:
    """Return one trial as a rate."""
    return Rate(int(hits), 1)


NOTHING: Final = Rate(0, 0)
