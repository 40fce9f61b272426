"""退出中国国籍证书, and 户口注销证明 of somebody who settled abroad: the account is not kept (DOMAIN 4, A13, X46).

The same title over a death is a proof of death, and is not taken here.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper, from_title

_KIND: Final = re.compile(r"(?P<v>.+)")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the kind of paper, which is its title."""
    return {**reading.fields, **from_title(reading, "kind", _KIND)}


READER: Final = TitledPaper(
    type="nationality_loss_proof",
    denies=re.compile("死亡|病故|去世|火化"),
    finish=_finished,
)
