"""Upright boxes, in fractions of a page or in pixels: how large they are, and how much of them two have in common."""

from extractors.frozen import Box


def area(box: Box) -> float:
    """Width times height, in the square of the box's own unit; 0 for one without extent."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def shared_area(one: Box, other: Box) -> float:
    """The area of what two boxes have in common; 0 where they are apart."""
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, width) * max(0.0, height)


def shared_of_smaller(one: Box, other: Box) -> float:
    """Share (0..1) of the smaller of two boxes that lies in the other; 0 where either has no area."""
    smaller = min(area(one), area(other))
    return shared_area(one, other) / smaller if smaller > 0 else 0.0


def overlap(one: Box, other: Box) -> float:
    """Intersection over union (0..1) of two boxes; of two without any area, whether they are the same."""
    shared = shared_area(one, other)
    union = area(one) + area(other) - shared
    return shared / union if union > 0 else float(one == other)
