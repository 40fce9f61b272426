"""定居证明, 永久居留证, 国籍证明: a person has settled abroad or has become another country's citizen (DOMAIN 4, A13).

``kind`` is the paper's own title. Foreign originals are read only where a translation stands on the page.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper, from_title

_KIND: Final = re.compile(r"(?P<v>.+?)(?:\((?:中文)?(?:译本|译文|翻译件)\))?$")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the kind of paper, which is its title."""
    return {**reading.fields, **from_title(reading, "kind", _KIND)}


READER: Final = TitledPaper(
    type="emigration_proof",
    finish=_finished,
)
