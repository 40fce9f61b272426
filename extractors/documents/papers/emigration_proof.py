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
    content=re.compile(r"定居|永久居(?:留|民)|移民|国籍|入籍"),
    contrary=re.compile(r"注销户口|户口(?:已)?注销|死亡|退出中国国籍|丧失中国国籍"),
    alone=(
        re.compile(r"兹证明|特此证明"),
        re.compile(r"(?:取得|获得|持有)[^。]{0,20}永久居(?:留|民)|定居(?:国外|境外|在)|在[^。]{2,10}定居|加入[^。]{1,8}国籍"),
        re.compile(r"护照|大使馆|领事馆"),
    ),
    finish=_finished,
)
