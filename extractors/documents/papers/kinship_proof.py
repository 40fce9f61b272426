"""亲属关系证明: who is whose relative (DOMAIN 4, A14). ``name`` is the insured or deceased where the paper says who that is.

A marriage certificate and a notary's certificate of kinship are such proofs too.
"""

import re
from typing import Final

from extractors.documents.titled_paper import TitledPaper

_RELATION: Final = (
    r"父子|父女|母子|母女|夫妻|配偶|兄弟|姐妹|兄妹|姐弟|祖孙|养父母子女|丈夫|妻子|父亲|母亲|儿子|女儿|长子|长女|次子|次女|独生子女|"
    r"独生子|独生女|哥哥|姐姐|弟弟|妹妹|夫|妻|父|母|子|女"
)
READER: Final = TitledPaper(
    type="kinship_proof",
    lends=re.compile(r"公证书$|^户籍证明|^户口证明"),
)
