"""死亡证明: of a hospital, the police or a crematorium, any one of which will do (DOMAIN 4, A14).

``kind`` is the paper's title.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper, from_title

_GONE: Final = r"(?:死亡|病故|去世|逝世|身故|病逝|亡故|身亡)"
_KIND: Final = re.compile(r"(?P<v>.+)")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the kind of paper, which is its title."""
    return {**reading.fields, **from_title(reading, "kind", _KIND)}


READER: Final = TitledPaper(
    type="death_certificate",
    lends=re.compile(r"注销户口|户口注销|户籍注销|判决书$"),
    finish=_finished,
)
