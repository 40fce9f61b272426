"""What papers are called: the titles of every document type, and of papers that are none of them (DOMAIN 3.2 and 4).

All of them are known even before their type has a reader, since a title is recognised by what it is nearest to:
解除劳动合同通知书 is two characters away from 解除劳动合同证明书 and is another paper.
"""

from collections.abc import Mapping
from typing import Final

from extractors.evidence import DocumentType

_TABLE: Final[Mapping[DocumentType, str]] = {
    "termination_certificate": (
        "离职证明 离职证明信 员工离职证明 职工离职证明 辞职证明 解除劳动合同证明 终止劳动合同证明 解除终止劳动合同证明 "
        "终止解除劳动合同证明 解除或终止劳动合同证明 终止或解除劳动合同证明 解除或者终止劳动合同证明 "
        "终止或者解除劳动合同证明 解除劳动关系证明 终止劳动关系证明 解除终止劳动关系证明 终止解除劳动关系证明 "
        "解除或终止劳动关系证明 劳动关系解除证明 劳动合同解除证明 劳动合同终止证明 退工证明 退工单 单位退工证明 "
        "解除聘用合同证明 终止聘用合同证明 解除终止聘用合同证明 解除聘用关系证明 解除终止聘用关系证明 工作离职证明 "
        "离岗证明"
    ),
    "authorization_letter": (
        "授权委托书 委托书 委托授权书 授权书 法人授权委托书 法人授权书 法人委托书 法定代表人授权委托书 "
        "法定代表人授权书 法人代表授权委托书 单位授权委托书 企业授权委托书 公司授权委托书 经办人授权书 经办人授权委托书 "
        "代办委托书 个人授权委托书 个人委托书"
    ),
    "termination_agreement": (
        "解除劳动合同协议书 终止劳动合同协议书 解除终止劳动合同协议书 协商解除劳动合同协议书 解除劳动关系协议书 "
        "用工关系解除协议 离职协议书"
    ),
    "resignation_letter": "辞职信 辞职报告 辞职申请书 辞职书 离职申请 离职申请表 员工离职申请 辞呈",
    "withdrawal_application": (
        "撤销登记申请表 撤销登记申请书 用工备案撤销申请表 撤销用工备案申请表 就业登记撤销申请表 就业登记注销申请表 "
        "劳动用工备案变更表 劳动用工备案注销表"
    ),
    "registration_proof": "灵活就业登记证明 灵活就业登记表 就业登记证明 就业创业证 就业失业登记证",
    "contribution_stop_proof": "参保人员减少表 社会保险参保人员减少表 停保证明 社保停缴证明 社会保险停保证明 "
    "社会保险个人停保单 单位减员回执",
    "household_register": "居民户口簿 户口簿 常住人口登记卡",
    "police_certificate": "户口登记项目变更更正证明 公民身份号码更正证明 身份证号码变更证明 姓名变更证明 户籍证明 同一人证明",
    "deregistration_notice": "准予注销登记通知书 注销登记通知书 企业注销通知书 个体工商户注销通知书 注销证明 登记通知书",
    "revocation_decision": "行政处罚决定书 营业执照吊销决定书 吊销营业执照决定书",
    "liquidation_statement": "清算组说明 关于用工关系处理情况的说明 清算组备案通知书 清算报告",
    "registration_list": "用工备案花名册 就业登记花名册 原用工登记记录清单",
    "emigration_proof": "退出中国国籍证书 户口注销证明 永久居留证 定居证明",
    "death_certificate": "居民死亡医学证明 居民死亡医学证明推断书 死亡证明 死亡注销户口证明 火化证明 遗体火化证",
    "business_license": "营业执照 企业法人营业执照 个体工商户营业执照",
    "unknown": (
        "解除劳动合同通知书 终止劳动合同通知书 解除终止劳动合同通知书 解除劳动关系通知书 离职通知书 离职交接单 "
        "离职交接表 离职手续单 离职手续办理单 离职结算单 离职承诺书 离职面谈表 工作交接单 工作证明 在职证明 收入证明 "
        "在职收入证明 工作收入证明 在岗证明 实习证明 录用证明 开除决定 关于给予开除处分的决定 劳动合同 "
        "劳动合同书 仲裁裁决书 仲裁调解书 民事判决书 民事调解书 介绍信 单位介绍信 法定代表人身份证明 法定代表人证明 "
        "法人代表证明 负责人身份证明 承诺书 情况说明 个人声明 参保证明 社会保险参保证明 个人权益记录 缴费证明 "
        "退休证明 竞业限制协议书 保密协议书 离场证明 退场确认表 劳务合同 劳务派遣协议书 聘用合同 委托合同 "
        "委托代理合同 委托协议书 银行授权书 商标授权书 产品授权书 品牌授权书 解除劳动合同申请书 解除劳动合同说明 "
        "解除劳动合同声明 解除劳动合同决定书 解除劳动合同报告 解除劳动合同审批表 解除劳动合同备案表 解除劳动关系申请书 "
        "解除劳动关系说明 解除劳动关系声明 解除劳动关系决定书 终止劳动合同申请书 终止劳动合同说明 终止劳动合同意向书 "
        "终止劳动合同审批表 续订劳动合同通知书 离职证明申请表 离职证明开具申请 离职证明签收单 离职证明领取单 "
        "委托书公证书 公证书 撤销委托书 解除委托声明书"
    ),
}
"""Parted by spaces, without brackets and separators. ``unknown``: papers of no type of ours."""

TITLES: Final[Mapping[DocumentType, tuple[str, ...]]] = {type_: tuple(titles.split()) for type_, titles in _TABLE.items()}
"""The titles of each type. A closing 书, 表 or 信 is optional in print."""
