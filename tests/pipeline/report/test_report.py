"""A report shows each finding on its page, needs nothing from elsewhere, and lets nobody write HTML into it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from tests.pipeline.pages import write_page

Command = Callable[..., int]

HOSTILE = "<script>alert(1)</script>\"'&.png"


class Tags(HTMLParser):
    """Collects every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def report(yushen: Command, packet: Path, path: Path) -> str:
    assert yushen("screen", packet, "--report", path) == 0
    return path.read_text(encoding="utf-8")


def test_hostile_names_and_values_stay_text(yushen: Command, tmp_path: Path) -> None:
    write_page(tmp_path / "p" / HOSTILE.replace("/", "_"))
    manifest = '{"packet_id": "<img src=x onerror=alert(1)>", "declared": {"reason": "<b>x</b>"}}'
    (tmp_path / "p" / "packet.json").write_text(manifest, encoding="utf-8")
    html = report(yushen, tmp_path / "p", tmp_path / "out.html")
    tags = Tags()
    tags.feed(html)
    assert "script" not in {tag for tag, _ in tags.seen}
    assert not [attribute for _, attributes in tags.seen for attribute in attributes if attribute.startswith("on")]
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_nothing_is_loaded_from_anywhere(yushen: Command, tmp_path: Path) -> None:
    write_page(tmp_path / "p" / "a.png")
    html = report(yushen, tmp_path / "p", tmp_path / "out.html")
    tags = Tags()
    tags.feed(html)
    addresses = [attributes[name] or "" for _, attributes in tags.seen for name in ("src", "href") if name in attributes]
    assert addresses
    assert all(address.startswith(("data:image/jpeg;base64,", "#")) for address in addresses)
    assert "default-src 'none'" in html
    assert not re.search(r"url\(|@import|https?:", html)


def test_what_is_wrong_stands_beside_how_to_mend_it(yushen: Command, tmp_path: Path) -> None:
    write_page(tmp_path / "p" / "a.png")
    (tmp_path / "p" / "b.pdf").write_bytes(b"")
    html = report(yushen, tmp_path / "p", tmp_path / "out.html")
    assert html.index("有一个文件是空的，请重新选择文件上传") < html.index("请在手机相册或文件夹里找到原来的照片或文件")


def test_every_link_has_its_place(yushen: Command, tmp_path: Path) -> None:
    write_page(tmp_path / "p" / "a.png")
    (tmp_path / "p" / "b.pdf").write_bytes(b"")
    tags = Tags()
    tags.feed(report(yushen, tmp_path / "p", tmp_path / "out.html"))
    places = {attributes.get("id") for _, attributes in tags.seen}
    links = {(attributes.get("href") or "#")[1:] for tag, attributes in tags.seen if tag == "a"}
    assert links - places == set()
