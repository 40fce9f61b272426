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
    content=re.compile(
        rf"关系|配偶|结婚|持证人|直系亲属|(?:妻子|丈夫|儿子|女儿|父亲|母亲):|系[^。]{{2,60}}(?:之|的)(?:{_RELATION})"
    ),
    borrowed=(
        re.compile(r"公证书$|^户籍证明|^户口证明"),
        re.compile(rf"亲属关系|(?:{_RELATION})关系|(?:之|的)(?:{_RELATION})[。,]"),
    ),
    contrary=re.compile(r"劳动关系|用工关系|解除|委托"),
    alone=(
        re.compile(r"兹证明|特此证明"),
        re.compile(rf"系(?:{_RELATION})关系|亲属关系"),
        re.compile(r"派出所|公证处|居民委员会|村民委员会|社区"),
        re.compile(r"身份证|公民身份"),
    ),
)
