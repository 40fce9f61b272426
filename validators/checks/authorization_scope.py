"""Authorisations for something else."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import authorization_of
from validators.values import Value, place_of, read


class ScopeLimits(Limits):
    """``covering``: words in the matter by which it is this service, or all services of this office.

    ``elsewhere``: words of other offices' and banks' business; ``perhaps``: words that this office's services share with them.
    """

    covering: tuple[str, ...] = (
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
    elsewhere: tuple[str, ...] = (
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
    perhaps: tuple[str, ...] = ("更正", "变更", "修改", "账户", "备案", "实名", "工人", "职工", "员工", "人事", "劳动", "辞退")


def run(case: Case, limits: ScopeLimits) -> Outcomes:
    """The letter of authorisation covers this service

    A blank or another office's business is sent back; general words (办理相关手续) and what is neither go to a person.
    Source: DOMAIN 8.3 D17; Civil Code art. 165.
    """
    letter = authorization_of(case)
    yield _judge(letter, limits) if letter else DoesNotApply()


def _judge(letter: Sighting, limits: ScopeLimits) -> Outcome:
    reading = letter.field("matter")
    if reading is not None and reading.state == "blank":
        return Finds("authorization.out_of_scope", place_of(letter, reading), reading.confidence, {"here": "（空白）"})
    matter = read(letter, "matter")
    if matter is None:
        return CannotTell("authorization.out_of_scope", "not_seen", place_of(letter), words={"here": "（未读到）"})
    return _told(matter, limits)


def _told(matter: Value, limits: ScopeLimits) -> Outcome:
    if any(word in matter.text for word in limits.covering):
        return Passes()
    words = {"here": matter.text}
    if any(word in matter.text for word in limits.elsewhere):
        return Finds("authorization.out_of_scope", matter.place, matter.confidence, words)
    if any(word in matter.text for word in limits.perhaps):
        return Passes()
    return CannotTell("authorization.out_of_scope", "vague", matter.place, matter.confidence, words)


CHECK = Check(run, ScopeLimits, rules=("D17",), reasons=("authorization.out_of_scope",))
