"""The offices of the places where people and firms live, and the seals that they use."""

from samples.regions import REGIONS, Region
from samples.seals import SealDesign, company_seal, office_seal, special_seal


def region_of(number: str) -> Region:
    """The county that an ID number (or a credit code's third to eighth digits) begins with."""
    return next((region for region in REGIONS if region.code == number[:6]), REGIONS[0])


def police_station(region: Region) -> str:
    """A police station of a county."""
    return f"{region.police}河东派出所"


def police_seal(office: str) -> SealDesign:
    """The seal that registers and certificates of the police bear."""
    return special_seal(office, "户口专用章")


def insurance_agency(region: Region) -> str:
    """Who keeps the contributions of a city."""
    return f"{region.seat}社会保险基金管理中心"


def insurance_seal(office: str) -> SealDesign:
    """The seal under records of contributions."""
    return special_seal(office, "业务专用章")


def registry_seal(office: str) -> SealDesign:
    """The seal under an office's notices and decisions."""
    return company_seal(office, width_mm=42.0)


def consulate_seal(office: str) -> SealDesign:
    """The seal of a mission abroad."""
    return office_seal(office)
