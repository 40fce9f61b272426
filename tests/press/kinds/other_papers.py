"""Papers that are none of the types that are read, and that people upload all the same.

A section's head may tell who signs: ``== summons, by court``, where ``court`` is a fact that its rules may call ``authority``;
``by person`` and ``by both`` are the person, and the firm and the person. Without it, the firm signs.
"""

from collections.abc import Iterator
from typing import Final

from tests.press.choices import Weighted
from tests.press.facts import OTHER_FACTS, Facts
from tests.press.kinds.kind import Kind, Party
from tests.press.kinds.shared import person, source_of
from tests.press.wording import Wording

__all__ = ["OTHER_PAPERS"]


_FIRM: Final = Party("employer_name", "sign.firm")
_PERSON: Final = Party("name", "sign.person")
_PARTIES: Final[dict[str, tuple[Party, ...]]] = {"": (_FIRM,), "person": (_PERSON,), "both": (_FIRM, _PERSON)}


def _kinds() -> Iterator[tuple[Kind, float]]:
    common, *others = source_of("other_papers").split("\n== ")
    shared = common.removeprefix("== ").split("\n", 1)[1]
    for other in others:
        head, own = other.split("\n", 1)
        signer = head.partition(", by ")[2]
        office: Facts = {} if signer in _PARTIES else {"authority": OTHER_FACTS[signer]}
        kind = Kind(
            type="unknown",
            stated={},
            facts={**OTHER_FACTS, **office},
            wording=Wording(source_of("shared"), person("name", "id_number"), shared, own),
            parties=_PARTIES.get(signer, (Party("authority", "sign.authority"),)),
            bodies=Weighted(("letter", 50), ("form", 18), ("table", 18), ("form and letter", 9), ("intro and form", 5)),
            beside=("beside.handler", "beside.phone"),
            letterhead="authority" if office else "" if signer == "person" else "employer_name",
            is_sealed=signer != "person",
        )
        yield kind, 1.0


OTHER_PAPERS: Final = Weighted(*_kinds())
