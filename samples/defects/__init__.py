"""The defects that bad packets have, one each."""

from samples.defects.applicants import APPLICANT_DEFECTS
from samples.defects.closures import CLOSURE_DEFECTS
from samples.defects.dates import DATE_DEFECTS
from samples.defects.employers import EMPLOYER_DEFECTS
from samples.defects.files import FILE_DEFECTS
from samples.defects.form import FORM_DEFECTS
from samples.defects.lacking import LACKING_DEFECTS
from samples.defects.letters import LETTER_DEFECTS
from samples.defects.licences import LICENCE_DEFECTS
from samples.defects.people import PEOPLE_DEFECTS
from samples.defects.photos import PHOTO_DEFECTS
from samples.defects.registrations import REGISTRATION_DEFECTS
from samples.defects.seals import SEAL_DEFECTS
from samples.twist import Twist

DEFECTS: tuple[Twist, ...] = (
    *LACKING_DEFECTS,
    *PEOPLE_DEFECTS,
    *EMPLOYER_DEFECTS,
    *FORM_DEFECTS,
    *DATE_DEFECTS,
    *FILE_DEFECTS,
    *SEAL_DEFECTS,
    *PHOTO_DEFECTS,
    *REGISTRATION_DEFECTS,
    *CLOSURE_DEFECTS,
    *APPLICANT_DEFECTS,
    *LICENCE_DEFECTS,
    *LETTER_DEFECTS,
)
