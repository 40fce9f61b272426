"""What papers on social insurance share: the insured person's wording, and the kinds of insurance named."""

import re
from typing import Final

from extractors.documents.answers import Answers, patterns
from extractors.documents.body import Found
from extractors.text.names import PERSON_PATTERN

NAME: Final = patterns(
    rf"(?:兹证明|兹有|证明)(?:参保人员?|本市参保人员?|(?:我|本)(?:单位|公司)(?:原)?(?:职工|员工))?(?P<v>{PERSON_PATTERN})"
    r"(?:同志|先生|女士)?(?=[,(:]|身份证|公民|社会保障|性别|原?于|原?自|原?在|系|原系)",
    rf"参保人(?:员)?:?(?P<v>{PERSON_PATTERN})(?=[,(]|身份证|公民|社会保障)",
    rf"^(?P<v>{PERSON_PATTERN})(?:同志|先生|女士)?(?=[,(](?:性别|[男女]|身份证|公民|社会保障))",
)
_INSURANCE: Final = re.compile(
    r"(?:(?:城镇)?(?:企业)?职工)?(?:基本)?(?:养老|医疗|失业|工伤|生育)(?:\((?:含|含生育)[^)]*\))?保险"
)


def insurances(answers: Answers) -> Found | None:
    """The kinds of insurance the paper names, each once, joined by 、."""
    matches = list(_INSURANCE.finditer(answers.sentences.text))
    if not matches:
        return None
    value = "、".join(dict.fromkeys(match[0] for match in matches))
    first = answers.sentences.span(*matches[0].span())
    return Found(value, answers.sentences.passage, first)
