"""Many scores as one table of rates."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from pipeline.evaluation.rate import NOTHING, Rate
from pipeline.evaluation.score import FieldKey, Score

Key = TypeVar("Key", bound=Hashable)
Coarse = TypeVar("Coarse", bound=Hashable)


class Summary(NamedTuple):
    """How right all verdicts are together."""

    packets: int
    false_bounces: Rate
    straight_through: Rate
    defects_caught: Rate
    reason_precision: Rate
    document_types: Mapping[str, Rate]
    fields: Mapping[FieldKey, Rate]
    failing: tuple[Score, ...]

    def fields_by(self, part: Callable[[FieldKey], Coarse]) -> Mapping[Coarse, Rate]:
        """Pool the fields' accuracy by a part of their key."""
        return _pool((part(key), rate) for key, rate in self.fields.items())


def summarise(scores: Sequence[Score]) -> Summary:
    """Pool scores. Failing are those with anything wrong, worst first: false bounces, then by how much is wrong."""
    failing = sorted((score for score in scores if score.wrong), key=lambda score: (-score.false_bounce.hits, score.packet_id))
    return Summary(
        packets=len(scores),
        false_bounces=total(score.false_bounce for score in scores),
        straight_through=total(score.straight_through for score in scores),
        defects_caught=total(score.defects_caught for score in scores),
        reason_precision=total(score.reasons_right for score in scores),
        document_types=_pool(item for score in scores for item in score.document_types.items()),
        fields=_pool(item for score in scores for item in score.fields.items()),
        failing=tuple(failing),
    )


def total(rates: Iterable[Rate]) -> Rate:
    """Pool rates into one."""
    pooled = NOTHING
    for rate in rates:
        pooled = pooled + rate
    return pooled


def _pool(items: Iterable[tuple[Key, Rate]]) -> Mapping[Key, Rate]:
    pooled: dict[Key, Rate] = {}
    for key, rate in items:
        pooled[key] = pooled.get(key, NOTHING) + rate
    return pooled
