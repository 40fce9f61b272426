"""Complete packets that come close to breaking a rule about dates, reasons and registrations (DOMAIN X28 to X48, D16, D20)."""

import io
import random
from dataclasses import replace
from datetime import date, timedelta

from PIL import Image

from samples.defects.photos import card_photographed, photographed
from samples.defects.registrations import as_pdfs
from samples.facts import Facts, service, telling
from samples.leaves import Wish
from samples.one_scenario import CLOSURE, OWN, has, lacks
from samples.papers.paper import ContractTerm
from samples.scenarios.offices import region_of
from samples.shoot import SentFile
from samples.tricks.stories import ended_earlier, worked_long
from samples.twist import NOT_BOUNCED, STATED, Sent, Twist

_ADVISED_DAYS = 30
"""Days after the separation within which portals advise to apply (DOMAIN 6.3)."""
_A_MONTH_MORE = "年1个月"
_EXPIRED = "期满"
_HERE, _HERE_IN_FULL = "云上", "样例省云上市山前区"
"""The city that the office of the region ``pdf_only`` serves, as people write it, and as papers do."""
_SOFTWARE_TAG = 305
_PROGRAM = "Adobe Photoshop 25.0 (Windows)"


def _after_days(facts: Facts, rng: random.Random) -> Facts:
    """Employed for some days, on trial."""
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    start = day - timedelta(days=rng.randint(3, 20))
    term = ContractTerm(start, start + timedelta(days=3 * 365))
    reason = "个人原因辞职"
    told = replace(facts.certificate, start_date=start, contract_term=term, years_of_service=service(start, day), reason=reason)
    return replace(facts, certificate=told)


def _whole_years(facts: Facts, rng: random.Random) -> Facts:
    """The years of service leave out the month beyond."""
    told = facts.certificate
    years = (told.years_of_service or "").removesuffix(_A_MONTH_MORE)
    return replace(facts, certificate=replace(told, years_of_service=f"{years}年"))


def _a_month_beyond(facts: Facts) -> bool:
    return (facts.certificate.years_of_service or "").endswith(_A_MONTH_MORE)


def _thirty_days_ago(facts: Facts, rng: random.Random) -> Facts:
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return ended_earlier(facts, timedelta(days=_ADVISED_DAYS) - (facts.today - day))


def _contract_ran_out(facts: Facts) -> bool:
    return _EXPIRED in (facts.certificate.reason or "")


def _explained(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, reason="其他", reason_detail=rng.choice(("员工因家庭原因离开单位", "员工回原籍就业，已离职")))


def _called_off(facts: Facts, rng: random.Random) -> Facts:
    """People say 注销 of a registration, too."""
    return telling(facts, reason_detail=rng.choice(("申请注销该员工的用工登记", "员工已离职，注销其用工备案")))


def _city_in_short(facts: Facts, rng: random.Random) -> Facts:
    """The city without its sign, the number in groups."""
    number, here = facts.declared["registration_id"], region_of(facts.employee.id_number)
    return telling(facts, registered_in=here.short, registration_id=f"{number[:6]} {number[6:10]} {number[10:]}")


def _registered_here(facts: Facts, rng: random.Random) -> Facts:
    """In a district of the city that the office serves."""
    proof = facts.told.registration
    assert proof is not None
    here = replace(proof, region=_HERE_IN_FULL, authority="云上市山前区公共就业服务中心")
    return telling(replace(facts, told=replace(facts.told, registration=here)), registered_in=_HERE)


def _a_month_early(facts: Facts, rng: random.Random) -> Facts:
    day, stopped = facts.certificate.separation_date, facts.told.stopped
    assert isinstance(day, date), "the story's certificate has a whole date"
    assert stopped is not None
    month = f"{day.replace(day=1) - timedelta(days=1):%Y-%m}"
    return replace(facts, told=replace(facts.told, stopped=replace(stopped, stop_month=month)))


def _after_leaving(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, reason_detail="离职后到外地工作，两地都参保了")


def _saved_by_retoucher(sent: Sent, rng: random.Random) -> Sent:
    """The licence's photo was cropped in a program for pictures, which left its name."""
    return tuple(_named_after_program(file) if file.slot == "business_license" else file for file in sent)


def _named_after_program(file: SentFile) -> SentFile:
    out = io.BytesIO()
    with Image.open(io.BytesIO(file.data)) as image:
        tags = image.getexif()
        tags[_SOFTWARE_TAG] = _PROGRAM
        image.save(out, "JPEG", quality="keep", exif=tags)
    return replace(file, data=out.getvalue())


NEAR_DATES: tuple[Twist, ...] = (
    Twist(
        "left_after_days",
        "The employment ended some days after it began.",
        wish=Wish((*STATED, "start_date")),
        facts=_after_days,
    ),
    Twist(
        "service_in_whole_years",
        "The years of service are rounded down.",
        wish=Wish((*STATED, "start_date")),
        suits=_a_month_beyond,
        facts=_whole_years,
    ),
    Twist("left_thirty_days_ago", "It is the last day of those that are advised.", suits=worked_long, facts=_thirty_days_ago),
    Twist(
        "contract_ran_out",
        "The form says 员工离职, the certificate that the contract ran out.",
        wish=Wish((*STATED, "reason")),
        suits=_contract_ran_out,
    ),
    Twist("reason_other_explained", "The reason 其他 was chosen and explained.", facts=_explained),
    Twist("registration_called_off", "The form speaks of 注销, and means the registration.", facts=_called_off),
    Twist("stub_and_slip", "Stub and slip of the certificate are on one page.", wish=Wish(STATED, layout="stub_and_slip")),
    Twist(
        "saved_by_retoucher",
        "The licence's photo was saved by a program that can change pictures.",
        NOT_BOUNCED,
        leaves=card_photographed,
        uploads=photographed,
        files=_saved_by_retoucher,
    ),
    OWN(
        "city_in_short",
        "The form writes the registration's city without its sign and its number in groups.",
        suits=lacks("complaint", "registration"),
        facts=_city_in_short,
    ),
    OWN(
        "registered_here",
        "A district of the office's own city keeps the registration.",
        region="pdf_only",
        suits=lacks("complaint", "registration"),
        facts=_registered_here,
        uploads=as_pdfs,
    ),
    OWN("stopped_a_month_early", "Contributions ended the month before.", suits=has("stopped"), facts=_a_month_early),
    CLOSURE("insured_twice_after_leaving", "Insured twice after leaving a job.", suits=has("records"), facts=_after_leaving),
)
