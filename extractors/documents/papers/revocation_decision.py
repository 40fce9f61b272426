"""行政处罚决定书 that revokes a business licence: which firm, which penalty, by whom (DOMAIN 4).

Decisions on other penalties are no such paper.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.body import Found
from extractors.documents.sentences import sentences_of
from extractors.documents.titled_paper import Reading, TitledPaper

_DECIDED: Final = re.compile(
    r"(?<!可以)(?<!可)(?<!可处)(?<!重的)(?<!重的,)(?<!直至)(?<!或者)吊销[^。;]{0,16}营业执照|营业执照[^。;]{0,6}吊销"
)
"""What was decided; the law that is quoted says what else may be (情节严重的，吊销营业执照)."""
_PENALTY: Final = re.compile(
    r"吊销(?:(?:当事人|该(?:公司|企业|单位)|其|你(?:单位|公司)?|上述企业)(?:的)?)?(?:企业法人|个体工商户)?营业执照"
)
_LISTED: Final = re.compile(r"等\d+(?:户|家)(?:企业|公司|单位)?(?:\(.*\))?$")


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the penalty decided on, which the cited law mentions earlier; of a list (某某公司等126户企业) one firm's name."""
    fields, sentences = dict(reading.fields), sentences_of(reading.part.body)
    matches = list(_PENALTY.finditer(sentences.text))
    if matches:
        fields["penalty"] = Found("吊销营业执照", sentences.passage, sentences.span(*matches[-1].span()))
    if "name" in fields:
        fields["name"] = replace(fields["name"], value=_LISTED.sub("", fields["name"].value))
    return fields


READER: Final = TitledPaper(
    type="revocation_decision",
    must_say=_DECIDED,
    finish=_finished,
)
