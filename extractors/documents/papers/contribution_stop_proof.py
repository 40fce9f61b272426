"""停保证明, 减员回执: contributions of a person ended with a month, or have not ended (DOMAIN 4)."""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper, patterns

_STOPPED: Final = r"(?:停保|停缴|停止缴费|暂停缴费|中断缴费|终止缴费|减员|办理减少|暂停参保|终止参保)"
READER: Final = TitledPaper(
    type="contribution_stop_proof",
    content=re.compile(
        rf"(?=.*(?:保险|社保|参保))(?=.*(?:{_STOPPED}|减少|正常缴费|参保缴费))|(?:减少|减员|停保)(?:日期|年月|时间|原因)",
        re.DOTALL,
    ),
    alone=patterns(
        r"社会保险|社保|养老保险",
        r"(?:停保|停缴|减员|减少|停止缴费|暂停缴费|终止缴费)(?:年月|时间|日期|月份)|(?:办理|已)[^。;]{0,30}(?:停保|减员|停缴)",
        r"姓名|兹证明",
        r"身份证|社会保障号|公民身份",
    ),
    contrary=re.compile(r"增员|参保人员增加|新增参保|离职手续|劳动合同(?:已|于)|裁决|撤销原因"),
)
