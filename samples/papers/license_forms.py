"""The printed forms of business licences, each in the millimetres of its duplicate (副本), scaled for the original (正本)."""

from dataclasses import dataclass

from samples.companies import Company
from samples.papers.dates import write_date
from samples.papers.license_rows import Row, license_rows
from samples.papers.ornament import braided_border, emblem, qr_code, waves
from samples.papers.paper import Point
from samples.papers.prose import Piece, flow
from samples.papers.sheet import RGB, Align, Area, Sheet, Type

FORM_2019, FORM_2014 = (297.0, 210.0), (210.0, 297.0)
"""Width and height of the duplicates in mm."""

_PAPER_TINTS: tuple[RGB, ...] = ((0.99, 0.985, 0.95), (0.975, 0.97, 0.945), (0.985, 0.98, 0.985), (0.97, 0.975, 0.955))
_LINES: RGB = (0.90, 0.875, 0.80)
_FRAME: RGB = (0.62, 0.53, 0.33)
_GOLD: RGB = (0.72, 0.55, 0.18)
_NEAR_BLACK: RGB = (0.13, 0.12, 0.11)


@dataclass(frozen=True, slots=True)
class Look:
    """How a licence is set. ``variant`` is a random number that decides its small things; ``scale`` 1 is the duplicate."""

    title: Type
    label: Type
    body: Type
    copy: bool
    numbered: bool
    scale: float
    variant: int

    def one_in(self, count: int, salt: int) -> bool:
        """A coin that falls the same way for the same licence and question."""
        return (self.variant >> salt) % count == 0


class _Form:
    """A sheet seen in the duplicate's millimetres."""

    def __init__(self, sheet: Sheet, look: Look) -> None:
        self.sheet, self.look, self._scale = sheet, look, look.scale

    def area(self, left: float, top: float, right: float, bottom: float) -> Area:
        """An area in the sheet's own millimetres."""
        return Area(*(side * self._scale for side in (left, top, right, bottom)))

    def at(self, x: float, y: float) -> Point:
        """A place in the sheet's own millimetres."""
        return x * self._scale, y * self._scale

    def sized(self, style: Type, size: float, colour: RGB = _NEAR_BLACK) -> Type:
        """A style in points of the duplicate."""
        return Type(style.face, size * self._scale, style.bold, style.gap * self._scale, colour)

    def ground(self, width: float, height: float, frame_mm: float) -> None:
        """Paper tint, line work and border."""
        sheet = self.sheet
        sheet.fill(Area(0, 0, sheet.width_mm, sheet.height_mm), _PAPER_TINTS[self.look.variant % len(_PAPER_TINTS)])
        inner = self.area(frame_mm, frame_mm, width - frame_mm, height - frame_mm)
        waves(sheet, inner.shrunk(8 * self._scale, 8 * self._scale), _LINES)
        braided_border(sheet, inner, 7 * self._scale, _FRAME)

    def title(self, middle_x: float, y: float, text: str, size: float, gap: float) -> Area:
        """The title, golden or black, widely spaced."""
        gold = not self.look.one_in(3, 1)
        face = self.sized(self.look.title, size, _GOLD if gold else _NEAR_BLACK)
        style = Type(face.face, face.size, face.bold, gap * self._scale, face.colour)
        return self.sheet.text(self.at(middle_x, y), text, style, "centre")

    def small(self, x: float, y: float, text: str, size: float, align: Align = "left") -> None:
        """A line of small print."""
        self.sheet.text(self.at(x, y), text, self.sized(self.look.body, size), align)

    def rows(self, rows: list[Row], column: Area, label_mm: float, size: float, step: float) -> None:
        """Labels spread over ``label_mm`` with their values to the right; long values wrap."""
        y = column.top
        label, body = self.sized(self.look.label, size), self.sized(self.look.body, size)
        for row in rows:
            top = y
            label_size = label if len(row.label) <= 6 else self.sized(self.look.label, size * 6 / len(row.label))
            self.sheet.spread(self.area(column.left, top, column.left + label_mm, top + 4.6), row.label, label_size)
            value = self.area(column.left + label_mm + 6, top - 0.7, column.right, column.bottom)
            style = body if row.field else self.sized(self.look.body, size * 0.86)
            bottom = flow(self.sheet, value, [Piece(row.value, row.field)], style, 1.5, indent=0)
            y = max(y + step, bottom / self._scale + step * 0.35)

    def number(self, x: float, y: float, size: float, align: Align = "left", *, below: float = 0.0) -> None:
        """The credit code or registration number behind its label, or ``below`` mm under it."""
        label = "注册号" if self.look.numbered else "统一社会信用代码"
        company_number, field = self._number
        label_style = self.sized(self.look.label, size)
        number_style = self.sized(self.look.body, size * 1.05)
        width = label_style.width(label) / self._scale
        if align == "right":
            x -= width + 3 + number_style.width(company_number) / self._scale
        self.sheet.text(self.at(x, y), label, label_style)
        place = self.at(x, y + below) if below else self.at(x + width + 3, y)
        self.sheet.text(place, company_number, number_style, field=field)

    _number: tuple[str, str] = ("", "")

    def numbered_as(self, company: Company) -> None:
        """Choose the number the licence bears."""
        numbered = self.look.numbered
        self._number = (company.registration_number, "registration_number") if numbered else (company.uscc, "uscc")

    def issue(self, company: Company, right_x: float, y: float, size: float) -> None:
        """登记机关 and the day of issue below it."""
        label, body = self.sized(self.look.label, size), self.sized(self.look.body, size)
        spaced = Type(label.face, label.size, label.bold, 2.2 * self._scale, label.colour)
        self.sheet.text(self.at(right_x - 44, y), "登记机关", spaced, "centre")
        if self.look.one_in(3, 3):
            self.sheet.text(self.at(right_x - 30, y + 7), company.registrar, self.sized(self.look.body, size * 0.9), "centre")
        day = company.issued_on
        gaps = "  " if self.look.one_in(2, 5) else " "
        text = f"{day:%Y}{gaps}年{gaps}{day:%m}{gaps}月{gaps}{day:%d}{gaps}日"
        self.sheet.text(self.at(right_x, y + 18), text, body, "right", "issued_on")

    def qr(self, company: Company, area: Area) -> None:
        """The code that leads to the company's public record."""
        qr_code(self.sheet, area, f"https://license.example/record?uniscid={company.uscc}&date={company.issued_on:%Y%m%d}")


def draw_2019(sheet: Sheet, company: Company, look: Look) -> None:
    """Landscape, two columns, code at the upper left, QR code at the upper right."""
    form = _Form(sheet, look)
    form.numbered_as(company)
    width, height = FORM_2019
    form.ground(width, height, 9)
    emblem(sheet, form.at(width / 2, 27), 24 * look.scale)
    form.title(width / 2, 60, "营业执照", 40, 9)
    if look.copy:
        sheet.text(form.at(width / 2, 69), "（副  本）", form.sized(look.label, 14), "centre")
        form.small(width / 2 + 24, 69, f"({1 + look.variant % 2}-{1 + look.variant % 2})", 9)
    form.number(30, 42, 11.5, below=6.5)
    form.qr(company, form.area(236, 26, 262, 52))
    for index, line in enumerate(("扫描二维码登录“国家企业信用", "信息公示系统”了解更多登记、", "备案、许可、监管信息。")):
        form.small(249, 56.5 + index * 3.2, line, 6.2, "centre")
    rows = license_rows(company, spaced_dates=look.one_in(3, 2))
    left = [rows[key] for key in ("name", "type", "person", "scope") if key in rows]
    right = [rows[key] for key in ("capital", "form", "established", "term", "address") if key in rows]
    size = 11.5 if look.one_in(2, 4) else 11.0
    form.rows(left, Area(30, 80, 148, 190), 26, size, 10)
    form.rows(right, Area(158, 80, 268, 190), 26, size, 10)
    form.issue(company, 262, 158, 13)
    if look.copy:
        form.small(
            width / 2, 193.5, "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告。", 7, "centre"
        )
    form.small(14, 205.5, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 7)
    form.small(width - 14, 205.5, "国家市场监督管理总局监制", 7.5, "right")


def draw_2014(sheet: Sheet, company: Company, look: Look) -> None:
    """Portrait, one column, code right of the middle below the title, QR code at the lower left."""
    form = _Form(sheet, look)
    form.numbered_as(company)
    width, height = FORM_2014
    form.ground(width, height, 10)
    emblem(sheet, form.at(width / 2, 40), 28 * look.scale)
    form.title(width / 2, 80, "营业执照", 44, 10)
    if look.copy:
        sheet.text(form.at(width / 2, 91), "（副  本）", form.sized(look.label, 15), "centre")
        form.small(width - 30, 94, f"({1 + look.variant % 3}-{1 + look.variant % 3})", 9, "right")
    form.number(width - 28, 101, 11, "right")
    rows = license_rows(company, spaced_dates=not look.one_in(3, 2))
    order = ("name", "type", "address", "person", "capital", "form", "established", "term", "scope")
    form.rows([rows[key] for key in order if key in rows], Area(36, 112, 180, 235), 28, 11.5, 10.5)
    form.qr(company, form.area(38, 216, 64, 242))
    form.issue(company, 176, 240, 13)
    form.small(36, 273, "提示：每年1月1日至6月30日通过企业信用信息公示系统报送并公示上一年度年度报告。", 7)
    form.small(14, 292, "企业信用信息公示系统网址：http://gsxt.gov.cn", 7)
    form.small(width - 14, 292, "中华人民共和国国家工商行政管理总局监制", 7.5, "right")


def draw_before_2014(sheet: Sheet, company: Company, look: Look) -> None:
    """Landscape, one column, wide labels, dates in Chinese numerals, notes in a box."""
    form = _Form(sheet, look)
    form.numbered_as(company)
    width, height = sheet.width_mm, sheet.height_mm
    form.ground(width, height, 7)
    emblem(sheet, form.at(width / 2, 18), 20)
    title = "个体工商户营业执照" if company.kind == "individual" else "企业法人营业执照"
    area = form.title(width / 2, 46, title, 28, 2.5)
    if look.one_in(2, 6):
        sheet.text((area.right + 4, 46), "（副本）", form.sized(look.label, 14))
    form.number(width - 28, 54, 10, "right")
    rows = license_rows(company, spaced_dates=False)
    rows["established"] = Row(rows["established"].label, write_date(company.established_on, "numerals"), "established_on")
    order = ("name", "address", "person", "capital", "type", "scope", "established")
    form.rows([rows[key] for key in order if key in rows], Area(26, 60, 216, 132), 32, 11, 8.4)
    label = form.sized(look.label, 12)
    sheet.text((140, 134), "登记机关", Type(label.face, label.size, label.bold, 2.0))
    sheet.text((212, 146), write_date(company.issued_on, "numerals"), form.sized(look.body, 12), "right", "issued_on")
    form.small(12, 168, "每年三月一日至六月三十日参加年度检验", 7)
    form.small(width - 12, 168, "中华人民共和国国家工商行政管理总局制", 7, "right")
