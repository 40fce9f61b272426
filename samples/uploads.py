"""What an applicant makes of the papers: which of them go into which file, how each is captured and what the file is called."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from samples.leaves import Leaf, Pile

Capture = Literal["photo", "scan", "scan_pdf", "digital"]
NameStyle = Literal["chinese", "pinyin", "camera", "scanner", "long"]
NAME_STYLES: tuple[NameStyle, ...] = ("chinese", "pinyin", "camera", "scanner", "long")

_EXTENSIONS: dict[Capture, str] = {"photo": "jpg", "scan": "jpg", "scan_pdf": "pdf", "digital": "pdf"}
_CHINESE = {
    "business_license": "营业执照",
    "legal_rep_id": "法人身份证",
    "agent_id": "经办人身份证",
    "employee_id": "身份证",
    "termination_certificate": "离职证明",
    "authorization_letter": "授权委托书",
    "registration_proof": "就业登记证明",
    "heir_id": "继承人身份证",
    "police_certificate": "派出所证明",
    "household_register": "户口本",
    "deregistration_notice": "注销通知书",
    "revocation_decision": "吊销决定书",
    "liquidation_statement": "清算组说明",
    "registration_list": "花名册",
    "exit_confirmation": "退场确认表",
    "contribution_record": "参保证明",
    "contribution_stop_proof": "停保证明",
    "personal_statement": "个人声明",
    "emigration_proof": "定居证明",
    "nationality_loss_proof": "退籍证明",
    "death_certificate": "死亡证明",
    "kinship_proof": "亲属关系证明",
    "bank_card": "银行卡",
    "termination_agreement": "解除协议",
    "ruling": "裁决书",
    "complaint_receipt": "投诉回执",
}
_PINYIN = {
    "business_license": "yyzz",
    "legal_rep_id": "frsfz",
    "agent_id": "jbrsfz",
    "employee_id": "sfz",
    "termination_certificate": "lizhi",
    "authorization_letter": "wts",
    "registration_proof": "jydj",
    "heir_id": "jcrsfz",
    "police_certificate": "pcszm",
    "household_register": "hkb",
    "deregistration_notice": "zxtzs",
    "revocation_decision": "dxjds",
    "liquidation_statement": "qszsm",
    "registration_list": "hmc",
    "exit_confirmation": "tcqrb",
    "contribution_record": "cbzm",
    "contribution_stop_proof": "tbzm",
    "personal_statement": "grsm",
    "emigration_proof": "djzm",
    "nationality_loss_proof": "tjzm",
    "death_certificate": "swzm",
    "kinship_proof": "qsgx",
    "bank_card": "yhk",
    "termination_agreement": "jcxy",
    "ruling": "cjs",
    "complaint_receipt": "tshz",
}
_SIDES = {"front": ("正面", "1"), "back": ("反面", "2"), None: ("", "")}


@dataclass(frozen=True, slots=True)
class Upload:
    """One file before it exists, a page for each leaf. ``turn`` is by how many quarter turns clockwise it lies wrong.

    ``orientation`` is the EXIF value of a photo. ``name`` has its extension. ``grey`` is a black-and-white copy.
    """

    slot: str | None
    leaves: tuple[Leaf, ...]
    capture: Capture
    name: str
    turn: int = 0
    orientation: int = 1
    grey: bool = False

    def shows(self, type_: str) -> bool:
        """Whether a paper of a type is in it."""
        return any(leaf.paper.type == type_ for leaf in self.leaves)

    def captured_as(self, capture: Capture) -> "Upload":
        """The same papers captured another way, with the file's extension to match.

        What a pen wrote on is never a digital original: it becomes a scan.
        """
        if capture == "digital" and any(leaf.paper.handwriting for leaf in self.leaves):
            capture = "scan_pdf"
        name = f"{self.name.rsplit('.', 1)[0]}.{_EXTENSIONS[capture]}"
        return replace(self, capture=capture, name=name, orientation=1)


def arrange(pile: Pile, rng: random.Random) -> tuple[Upload, ...]:
    """One file for each paper and one to two for each card, in a habit of naming and capturing that the applicant sticks to."""
    style = rng.choice(NAME_STYLES)
    camera = rng.random() < _PHOTOGRAPHERS
    uploads: list[Upload] = []
    for slot, leaves in pile.items():
        whole = _cards(slot, leaves, rng) if slot.endswith("_id") else [_sheet(slot, (leaf,), camera, rng) for leaf in leaves]
        uploads.extend(whole)
    return named(uploads, style, rng)


def photographed(uploads: Iterable[Upload]) -> tuple[Upload, ...]:
    """What was scanned page by page, photographed instead."""
    return tuple(
        upload.captured_as("photo") if upload.capture in ("scan", "scan_pdf") and len(upload.leaves) == 1 else upload
        for upload in uploads
    )


_HABITS: dict[bool, tuple[Capture, ...]] = {
    True: ("photo", "photo", "photo", "digital"),
    False: ("scan", "scan_pdf", "scan_pdf", "digital"),
}
_PHOTOGRAPHERS = 0.55
"""Share of applicants who use the phone rather than a scanner."""


def _sheet(slot: str, leaves: tuple[Leaf, ...], camera: bool, rng: random.Random) -> Upload:
    """A full-size paper; a digital original is sent as it came, unless somebody wrote on it."""
    capture = rng.choice(_HABITS[camera])
    return Upload(slot, leaves, "scan", ".").captured_as(capture)


def _cards(slot: str, leaves: tuple[Leaf, ...], rng: random.Random) -> list[Upload]:
    """The two sides of a card: two photos mostly, or two pages of a PDF; both on one page are a sheet like others."""
    if not leaves[0].is_card:
        return [Upload(slot, leaves, rng.choice(("photo", "scan", "scan_pdf")), "")]
    if rng.random() < _PHOTOGRAPHED_CARDS:
        return [Upload(slot, (leaf,), "photo", "") for leaf in leaves]
    return [Upload(slot, leaves, "scan_pdf", "")]


_PHOTOGRAPHED_CARDS = 0.75
"""Share of cards whose sides are photographed one by one."""


def named(uploads: Iterable[Upload], style: NameStyle, rng: random.Random) -> tuple[Upload, ...]:
    """Give every file a name of its own in one style."""
    stamp = f"2024{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}", rng.randint(100000, 180000)
    result: list[Upload] = []
    taken: Counter[str] = Counter()
    for number, upload in enumerate(uploads, start=1):
        first = upload.leaves[0]
        single = first.paper.side if len(upload.leaves) == 1 and first.is_card else None
        stem = _stem(upload.slot or "", single, style, (number, *stamp))
        taken[stem] += 1
        again = str(taken[stem]) if taken[stem] > 1 else ""
        result.append(replace(upload, name=f"{stem}{again}.{_EXTENSIONS[upload.capture]}"))
    return tuple(result)


def _stem(slot: str, side: str | None, style: NameStyle, serial: tuple[int, str, int]) -> str:
    number, day, clock = serial
    in_chinese, in_pinyin = _SIDES[side]
    return {
        "chinese": f"{_CHINESE.get(slot, '材料')}{in_chinese}",
        "pinyin": f"{_PINYIN.get(slot, 'cl')}{in_pinyin}",
        "camera": f"IMG_{day}_{clock + number * 37}",
        "scanner": f"扫描件{number:04d}",
        "long": f"微信图片_{day}{clock + number * 37}（{_CHINESE.get(slot, '材料')}{in_chinese}）",
    }[style]
