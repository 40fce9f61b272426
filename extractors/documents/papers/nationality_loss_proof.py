"""退出中国国籍证书, and 户口注销证明 of somebody who settled abroad: the account is not kept (DOMAIN 4, A13, X46).

The same title over a death is a proof of death, and is not taken here.
"""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.countries import COUNTRY
from extractors.documents.titled_paper import Reading, TitledPaper, from_title

_KIND: Final = re.compile(r"(?P<v>.+)")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the kind of paper, which is its title."""
    return {**reading.fields, **from_title(reading, "kind", _KIND)}


READER: Final = TitledPaper(
    type="nationality_loss_proof",
    content=re.compile(
        rf"(?:退出|丧失)(?:中国|中华人民共和国)国籍|(?=.*注销)(?=.*(?:定居|国籍|出国|出境|国外|境外|移居|移民|{COUNTRY}))"
    ),
    contrary=re.compile(r"死亡|病故|去世|火化"),
    alone=(
        re.compile(r"(?:批准|准予|准许)[^。]{0,20}退出(?:中国|中华人民共和国)国籍|国籍法"),
        re.compile(r"退出(?:中国|中华人民共和国)国籍|丧失(?:中国|中华人民共和国)国籍"),
        re.compile(r"国家移民管理局|公安"),
    ),
    finish=_finished,
)
