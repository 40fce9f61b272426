"""就业登记证明, 灵活就业登记表: a person is registered as employed, where, since when and under which number (DOMAIN 4)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.office_places import with_region
from extractors.documents.titled_paper import Reading, TitledPaper, patterns


def _finished(reading: Reading) -> Mapping[str, Found]:
    """Where no label gives the place, it is the one that the office is named after."""
    return with_region(reading.fields)


READER: Final = TitledPaper(
    type="registration_proof",
    content=re.compile(r"就业登记|登记编号|就业(?:类型|形式|类别)|灵活就业|登记机[构关]"),
    alone=patterns(
        r"就业(?:失业)?登记",
        r"登记(?:编号|日期|时间)",
        r"就业(?:类型|形式|类别)|灵活就业",
        r"证明|登记机[构关]|经办机构|公共就业",
    ),
    contrary=re.compile(r"撤销(?:原因|理由|登记)|注销原因|申请撤销|裁决|停保|委托事项|受托人"),
    finish=_finished,
)
