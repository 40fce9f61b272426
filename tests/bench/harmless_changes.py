"""What people change about a complete packet that changes nothing: files that nobody asked for, and other ways of typing."""

import io
import json
import random
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np
import pikepdf
from PIL import Image

from samples.bundle import locked

Extra = tuple[str, Callable[[], bytes]]
Typed = Callable[[str, random.Random], str]


def _movie() -> bytes:
    return b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(5000)


def _settings_of_a_photo() -> bytes:
    return (
        b'<?xml version="1.0"?><plist version="1.0"><dict><key>adjustmentFormatVersion</key><string>1.4</string></dict></plist>'
    )


def _draft() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


def _pdf(pages: int) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(out)
    return out.getvalue()


def _white(format_: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(out, format_)
    return out.getvalue()


def _floor() -> bytes:
    """A photo that was taken by mistake."""
    dice = np.random.default_rng(5)
    grain = np.clip(dice.normal(0, 9, (900, 1200, 1)) + np.linspace(90, 150, 1200)[None, :, None], 0, 255)
    out = io.BytesIO()
    Image.fromarray(np.repeat(grain, 3, 2).astype(np.uint8)).save(out, "JPEG", quality=80)
    return out.getvalue()


EXTRAS: Final[tuple[Extra, ...]] = (
    ("IMG_2231.MOV", _movie),
    ("IMG_2231.AAE", _settings_of_a_photo),
    ("录音.m4a", lambda: b"\x00\x00\x00\x20ftypM4A " + bytes(3000)),
    ("离职证明 草稿.docx", _draft),
    ("说明.txt", "材料已全部上传，谢谢。".encode),
    ("备注.txt", lambda: "电话打不通请发短信".encode("gb18030")),
    ("empty.jpg", lambda: b""),
    ("空.pdf", lambda: b""),
    ("工资条(加密).pdf", lambda: locked(_pdf(1), "secret")),
    ("劳动合同.pdf", lambda: _pdf(35)),
    ("空白页.pdf", lambda: _pdf(1)),
    ("扫描_0009.png", lambda: _white("PNG")),
    ("扫描_0010.jpg", lambda: _white("JPEG")),
    ("IMG_2240.jpg", _floor),
    ("IMG_2241.jpg", lambda: _floor()[:9000]),
    (".DS_Store", lambda: b"\x00\x00\x00\x01Bud1" + bytes(600)),
    ("Thumbs.db", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ("desktop.ini", lambda: b"[.ShellClassInfo]\r\n"),
    ("官网.url", lambda: b"[InternetShortcut]\r\nURL=about:blank\r\n"),
    ("花名册.xlsx", _draft),
    ("材料.zip", _draft),
    ("网页.html", lambda: b"<!doctype html><p>1</p>"),
)
"""Files beside the papers: a name and what makes its bytes."""


def _day(value: str, rng: random.Random) -> str:
    day = date.fromisoformat(value)
    eve = day - timedelta(days=1)
    forms = (
        f"{day:%Y/%m/%d}", f"{day.year}/{day.month}/{day.day}", f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y.%m.%d}", f"{day}T00:00:00+08:00", f"{eve}T16:00:00.000Z", f"{eve}T16:00:00Z", f" {day} ",
    )  # fmt: skip
    return rng.choice(forms)


def _wide(value: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalnum() else sign for sign in value)


def _number(value: str, rng: random.Random) -> str:
    return rng.choice((value.lower(), f" {value}", _wide(value), f"{value[:6]} {value[6:14]} {value[14:]}", f"{value}\u200b"))


def _name(value: str, rng: random.Random) -> str:
    dotted = tuple(value.replace("·", dot) for dot in ("•", "．", ".", "・")) if "·" in value else ()
    return rng.choice((f" {value} ", " ".join(value) if len(value) <= 3 else f"{value}\u3000", f"{value}\t", *dotted))


def _firm(value: str, rng: random.Random) -> str:
    narrow = value.replace("（", "(").replace("）", ")")
    return rng.choice(
        (narrow, narrow.replace("(", "（").replace(")", "）"), f" {value}", f"{value}\u3000", narrow.replace("(", " ("))
    )


TYPED: Final[Mapping[str, Typed]] = {
    "separation_date": _day, "employee_id": _number, "agent_id": _number, "uscc": _number, "employee_name": _name,
    "agent_name": _name, "legal_rep_name": _name, "employer_name": _firm,
}  # fmt: skip
"""How each typed value may be typed as well."""

_SPOKEN: Final = (
    "微信图片_{n}",
    "IMG_{n}",
    "Screenshot_{n}",
    "未命名 {n}",
    "扫描全能王 2024-06-10 {n}",
    "📄材料{n}",
    "a" * 90 + "{n}",
)


def changed(manifest: Mapping[str, object], files: Mapping[str, bytes], rng: random.Random) -> dict[str, bytes]:
    """A packet's files, ``packet.json`` among them, with one to three extras, other file names and typed forms.

    ``manifest`` is the packet's own; a name is changed in both places.
    """
    declared = manifest.get("declared") or {}
    assert isinstance(declared, dict)
    typed = {
        key: TYPED[key](value, rng) if key in TYPED and isinstance(value, str) and value and rng.random() < 0.7 else value
        for key, value in declared.items()
    }
    listed = manifest.get("files") or ()
    assert isinstance(listed, (list, tuple))
    renamed = {name: _renamed(name, number, rng) for number, name in enumerate(sorted(files))}
    extras = rng.sample(EXTRAS, rng.randint(1, 3))
    entries = [{**entry, "name": renamed[entry["name"]]} for entry in listed]
    entries += [{"name": name} for name, _ in extras if rng.random() < 0.5]
    told = {**manifest, "declared": typed, "files": entries}
    kept = {renamed[name]: data for name, data in files.items()}
    return kept | {name: make() for name, make in extras} | {"packet.json": json.dumps(told, ensure_ascii=False).encode()}


def _renamed(name: str, number: int, rng: random.Random) -> str:
    stem, _, ending = name.rpartition(".")
    style = rng.choice((stem + "_{n}", *_SPOKEN)).format(n=f"{rng.randrange(10**4):04d}{number:02d}")
    return f"{style}.{ending.upper() if rng.random() < 0.3 else ending}"
