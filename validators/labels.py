"""Words that ask for a value on a paper, or stand for somebody whom the paper names elsewhere: none of them is a name."""

from functools import cache
from typing import Final

from extractors.schema import PAPERS

_STAND_INS: Final = """
    当事人 当事人双方 双方当事人 本人 员工 职工 雇员 劳动者 工人 离职人员 离职员工 离职人 被解除人 申请人 申请单位
    声明人 被继承人 继承人 委托人 委托方 委托单位 受托人 受托方 被委托人 代理人 代办人 经办人 授权人 被授权人
    法定代表人 法人代表 法人 负责人 经营者 投资人 用人单位 用工单位 工作单位 单位 本单位 我单位 公司 本公司 我公司
    单位名称 企业名称 公司名称 名称 甲方 乙方 丙方 姓名 签名 签字 签章 盖章 签收人 领取人 收件人 联系人 男 女 先生
    女士 同志 持卡人 户名 开户名 死者 亡者 参保人 收款人
"""
"""What papers call people and firms without naming them, and what is printed where they sign."""


def is_label(text: str) -> bool:
    """Whether a text is such a word and no name.

    >>> is_label("当事人"), is_label("用人单位"), is_label("李思涵")
    (True, True, False)
    """
    return text.strip(":()·") in _labels()


@cache
def _labels() -> frozenset[str]:
    asked = (label for paper in PAPERS.values() for field in paper.fields.values() for label in field.labels.split())
    return frozenset((*_STAND_INS.split(), *asked))
