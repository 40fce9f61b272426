"""个人声明, 情况说明: what a person declares on their own responsibility (DOMAIN 9, A3 and A11)."""

import re
from collections.abc import Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.titled_paper import Reading, TitledPaper, from_title

_ABOUT: Final = re.compile(r"关于(?P<v>.{2,30}?)的(?:个人)?(?:情况)?(?:说明|声明)书?")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """A statement whose title says what it is about need not say so again."""
    subject = reading.fields.get("subject")
    return reading.fields if subject and subject.value else {**reading.fields, **from_title(reading, "subject", _ABOUT)}


READER: Final = TitledPaper(
    type="personal_statement",
    must_say=re.compile(r"本人|我(?!公司|单位|司|厂|店|院|校|们)"),
    finish=_finished,
)
