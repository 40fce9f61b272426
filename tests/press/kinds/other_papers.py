"""Papers that are none of the types that are read, and that people upload all the same."""

from collections.abc import Iterator
from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import OTHER_FACTS
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import source_of
from tests.press.wording import Wording

__all__ = ["OTHER_PAPERS"]


def _kinds() -> Iterator[tuple[Kind, float]]:
    common, *others = source_of("other_papers").split("\n== ")
    shared = common.removeprefix("== ").split("\n", 1)[1]
    for other in others:
        kind = Kind(
            type="unknown",
            stated={},
            facts=OTHER_FACTS,
            wording=Wording(source_of("shared"), shared, other.split("\n", 1)[1]),
            parties=(Party("employer_name", "sign.firm"),),
            bodies=Weighted(("letter", 50), ("form", 20), ("table", 20), ("form and letter", 10)),
            letterhead="employer_name",
        )
        yield kind, 1.0


OTHER_PAPERS: Final = Weighted(*_kinds())
