"""What letters authorise to: the words of this office's services, and of other offices' and banks' business."""

from typing import Final

COVERING: Final = (
    "用工",
    "就业",
    "社保",
    "社会保险",
    "劳动关系",
    "劳动合同",
    "离职",
    "退工",
    "撤销",
    "撤消",
    "人社",
    "人力资源",
    "停保",
    "减员",
    "解聘",
    "养老",
    "参保",
    "丧葬",
    "抚恤",
    "退场",
    "劳动备案",
    "劳动人事",
    "劳资",
)
"""Words in a matter by which it is this service, or all services of this office."""
ELSEWHERE: Final = (
    "银行",
    "开户",
    "贷款",
    "车辆",
    "机动车",
    "房产",
    "不动产",
    "房屋",
    "工商",
    "市场监督",
    "营业执照",
    "股权",
    "投标",
    "招标",
    "采购",
    "诉讼",
    "专利",
    "商标",
    "税务",
    "发票",
    "公积金",
    "护照",
    "签证",
    "提货",
    "快递",
)
"""Words of other offices' and banks' business."""
PERHAPS: Final = ("更正", "变更", "修改", "账户", "备案", "实名", "工人", "职工", "员工", "人事", "劳动", "辞退")
"""Words that this office's services share with them."""


def is_another_matter(matter: str) -> bool:
    """Whether a letter is for somebody else's business and none of ours.

    >>> is_another_matter("办理银行开户手续"), is_another_matter("办理撤销用工备案"), is_another_matter("办理相关手续")
    (True, False, False)
    """
    return not any(word in matter for word in COVERING) and any(word in matter for word in ELSEWHERE)
