"""What papers are called: the titles of every document type, which its schema gives, and of papers that are none of them.

A title is recognised by what it is nearest to, so that other papers' must be known as well: 解除劳动合同通知书 is two
characters away from 解除劳动合同证明书 and is another paper (DOMAIN 3.2 and 4).
"""

from collections.abc import Mapping
from typing import Final, get_args

from extractors.evidence import DocumentType
from extractors.schema import PAPERS

_OF_OTHERS: Final = (
    "解除劳动合同通知书 终止劳动合同通知书 解除终止劳动合同通知书 解除劳动关系通知书 离职通知书 离职交接单 "
    "离职交接表 离职手续单 离职手续办理单 离职结算单 离职承诺书 离职面谈表 工作交接单 工作证明 在职证明 收入证明 "
    "在职收入证明 工作收入证明 在岗证明 实习证明 录用证明 开除决定 关于给予开除处分的决定 劳动合同 "
    "劳动合同书 介绍信 单位介绍信 法定代表人身份证明 法定代表人证明 "
    "法人代表证明 负责人身份证明 承诺书 退休证明 竞业限制协议书 保密协议书 劳务合同 劳务派遣协议书 聘用合同 委托合同 "
    "委托代理合同 委托协议书 银行授权书 商标授权书 产品授权书 品牌授权书 解除劳动合同申请书 解除劳动合同说明 "
    "解除劳动合同声明 解除劳动合同决定书 解除劳动合同报告 解除劳动合同审批表 解除劳动合同备案表 解除劳动关系申请书 "
    "解除劳动关系说明 解除劳动关系声明 解除劳动关系决定书 终止劳动合同申请书 终止劳动合同说明 终止劳动合同意向书 "
    "终止劳动合同审批表 续订劳动合同通知书 离职证明申请表 离职证明开具申请 离职证明签收单 离职证明领取单 "
    "委托书公证书 公证书 撤销委托书 解除委托声明书 解除劳务合同协议书 劳动合同变更协议书 劳动合同补充协议 补充协议 "
    "调解协议书 人民调解协议书 离职审批表 员工离职审批表 员工离职登记表 辞退证明 辞退通知书 失业登记证明 "
    "失业登记表 失业证明 求职登记表 居住登记表 公司注销登记申请书 企业注销登记申请书 注销登记申请书 "
    "个体工商户注销登记申请书 变更登记申请书 设立登记申请书 社会保险登记表 社会保险登记证 参保人员增加表 "
    "社会保险参保人员增加表 单位参保证明 完税证明 纳税证明 医疗保险参保凭证 仲裁申请书 劳动仲裁申请书 仲裁决定书 "
    "仲裁裁定书 民事起诉状 民事裁定书 行政判决书 刑事判决书 行政裁定书 受理通知书 立案通知书 开庭通知书 举证通知书 "
    "不予受理通知书 入场确认表 进场确认表 工人进场登记表 工资结清证明 工资结清承诺书 工资结清确认书 信访事项受理告知书 "
    "投诉书 投诉信 举报信 会议纪要 会议记录 发票 增值税普通发票 增值税专用发票 收据 毕业证书 学位证书 结业证书 "
    "荣誉证书 工资条 工资单 工资表 个人简历 入职登记表 入职通知书 录用通知书 保证书 担保书 道歉信 检讨书 申请书 "
    "遗失声明 辞职证明申请 请假条 请假单 请假申请表 休假申请表 年休假申请表 加班申请表 调休申请表 "
    "死亡证明申请书 死亡证明申请表 死亡证明开具申请书 "
    "不予登记通知书 登记驳回通知书 准予设立登记通知书 准予变更登记通知书 准予备案通知书 注销税务登记通知书 清税证明 "
    "税务事项通知书 处罚告知书 行政处罚告知书 行政处罚事先告知书 责令改正通知书 行政处理决定书 开户许可证 银行流水 "
    "账户交易明细 "
    "转账凭证 业务回单 电子回单 存款证明 资信证明 居住证 居住证明 暂住证 出生医学证明 离婚证 单身证明 无犯罪记录证明 "
    "疾病诊断证明书 出院记录 员工花名册 职工花名册 通讯录 考勤表 资格证书 户口迁移证 户口登记表 年终总结 审计报告 验资报告 "
    "评估报告"
)
"""Parted by spaces, without brackets and separators: papers of no type of ours."""

_FAR: Final = (
    "工作证明 在职证明 收入证明 在职收入证明 工作收入证明 在岗证明 实习证明 录用证明 劳动合同 劳动合同书 介绍信 "
    "单位介绍信 退休证明 竞业限制协议书 保密协议书 劳务合同 聘用合同 录用通知书 入职通知书 入职登记表 个人简历 "
    "请假条 请假单 请假申请表 休假申请表 年休假申请表 加班申请表 调休申请表 工资条 工资单 工资表 完税证明 纳税证明 "
    "会议纪要 会议记录 发票 增值税普通发票 增值税专用发票 收据 毕业证书 学位证书 结业证书 荣誉证书 资格证书 离婚证 "
    "单身证明 无犯罪记录证明 疾病诊断证明书 出院记录 年终总结 审计报告 验资报告 评估报告 考勤表 通讯录"
)
FAR_FROM_OURS: Final = frozenset(_FAR.split())
"""Those of them that nobody could take for one of ours: they end no employment, authorise nobody and register nothing."""


def _titles(type_: DocumentType) -> str:
    return PAPERS[type_].titles if type_ in PAPERS else _OF_OTHERS


TITLES: Final[Mapping[DocumentType, tuple[str, ...]]] = {
    type_: tuple(_titles(type_).split()) for type_ in get_args(DocumentType)
}
"""The titles of each type. A closing 书, 表 or 信 is optional in print."""
