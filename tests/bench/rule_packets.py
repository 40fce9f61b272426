"""Packets for each rule of DOMAIN 8.2 and 8.3: those that break it alone, and a complete one that nearly does.

A row names twists of ``samples.make``, the codes that tell the rule, and the severity that DOMAIN gives it. A rule that no
packet can break has the reason instead. ``python -m tests.bench.rules`` makes and judges them.
"""

from dataclasses import dataclass
from typing import Final

from validators.finding import Severity


@dataclass(frozen=True, slots=True)
class RulePackets:
    """``breaking`` and ``tricky`` are names of twists; ``untested`` says why there are none, and is empty where there are."""

    rule: str
    breaking: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    severity: Severity = "bounce"
    tricky: str = ""
    untested: str = ""


def _row(rule: str, breaking: str, codes: str, severity: Severity, tricky: str) -> RulePackets:
    return RulePackets(rule, tuple(breaking.split()), tuple(codes.split()), severity, tricky)


RULE_PACKETS: Final[tuple[RulePackets, ...]] = (
    _row("X01", "missing_certificate", "doc.missing", "bounce", "one_file"),
    _row("X02", "card_as_certificate", "doc.wrong_type", "bounce", "slots_swapped"),
    _row("X03", "id_back_missing same_side_twice", "doc.side_missing", "bounce", "card_on_one_page"),
    _row("X04", "same_file_twice", "file.duplicate", "bounce", "one_pdf_in_two_slots"),
    _row("X05", "own_typed_id", "match.person_id", "bounce", "own_typed_carelessly"),
    _row("X06", "own_typed_name", "match.person_name", "bounce", "own_typed_carelessly"),
    _row("X07", "certificate_name", "match.person_name", "bounce", "name_with_dot"),
    _row("X08", "certificate_id", "match.person_id", "bounce", "masked_number"),
    _row("X09", "listed_without_certificate", "doc.missing", "bounce", "all_certified"),
    _row("X10", "contradicting_certificates", "match.certificates", "review", "issued_twice"),
    _row("X11", "card_expired", "field.expired", "bounce", "card_ends_today"),
    _row("X12", "mixed_card", "field.inconsistent", "review", "moved_within_the_city"),
    _row("X13", "other_legal_rep", "match.legal_rep", "bounce", "individual_business"),
    _row("X14", "authorization_of_other_agent authorization_number", "match.agent", "bounce", "letter_without_number"),
    _row("X15", "applied_by_stranger", "match.applicant", "bounce", "applied_by_representative"),
    _row("X16", "declared_uscc_other", "match.uscc", "bounce", "small_x"),
    _row("X17", "declared_employer_name", "match.employer_name", "review", "brackets"),
    _row("X18", "licence_of_other_company", "match.uscc match.employer_name", "bounce", "goes_by_operator"),
    _row("X19", "certificate_of_other_employer", "match.employer_name", "bounce", "brackets"),
    _row("X20", "certificate_company_suffix", "match.employer_name", "review", "brackets"),
    _row("X21", "certificate_of_branch", "match.employer_name", "review", "branch_itself"),
    _row("X22", "certificate_with_old_name", "match.employer_name", "review", "renamed_before"),
    _row("X23", "certificate_of_dispatcher", "match.employer_name", "review", "deals_in_people"),
    _row("X24", "seal_other_company", "seal.wrong_owner", "bounce", "brackets"),
    _row("X25", "seal_worn", "seal.illegible", "review", "pale_seal"),
    _row("X26", "issue_in_future", "date.future", "bounce", "left_today"),
    _row("X27", "separation_in_future", "date.future", "bounce", "left_today"),
    _row("X28", "separation_before_start", "date.out_of_order", "bounce", "left_after_days"),
    _row("X29", "declared_separation", "match.separation_date", "bounce", "printed_early"),
    _row("X30", "service_too_long contract_goes_on", "field.inconsistent", "review", "service_in_whole_years"),
    _row("X31", "separation_long_ago", "date.overdue", "review", "left_thirty_days_ago"),
    _row("X32", "reason_conflict", "scenario.reason_conflict", "review", "contract_ran_out"),
    _row("X33", "principal", "match.employer_name", "bounce", "letter_brackets"),
    _row("X34", "seal_missing_letter", "seal.missing", "bounce", "letter_of_trader"),
    _row("X35", "authorization_expired authorization_in_future", "field.expired", "bounce", "letter_ends_today"),
    _row("X36", "licence_expired", "field.expired", "review", "no_term"),
    _row("X37", "licence_for_something_else", "doc.purpose_conflict", "review", "licence_for_this"),
    _row("X38", "own_other_registration", "match.registration", "bounce", "city_in_short"),
    _row("X39", "own_registered_elsewhere", "scenario.wrong_region", "bounce", "registered_here"),
    _row("X40", "own_stop_of_other", "match.contribution_stop", "bounce", "stopped_instead"),
    _row("X41", "stopped_early", "match.contribution_stop", "review", "stopped_a_month_early"),
    _row("X42", "no_proof other_new_value", "doc.missing field.unproven_change", "bounce", "correct_by_register"),
    _row("X43", "struck_off revoked", "scenario.offline_only", "review", "registration_called_off"),
    _row("X44", "payee_other", "match.bank_account", "bounce", "heir"),
    _row("X45", "out_of_a_job", "scenario.advice", "review", "insured_twice_after_leaving"),
    _row("X46", "still_a_citizen", "scenario.advice", "review", "gone_for_good"),
    _row("X47", "no_kinship kinship_of_other", "doc.missing match.applicant", "bounce", "heir"),
    _row("X48", "address_rewritten", "image.edited", "review", "saved_by_retoucher"),
    _row("D01", "blurred_card", "image.blurry", "bounce", "slightly_blurred"),
    _row("D02", "glare_on_number", "image.glare", "bounce", "glare_beside_text"),
    _row("D03", "declared_id_typo", "field.bad_checksum", "bounce", "wide_digits"),
    _row("D04", "card_number", "field.inconsistent", "review", "card_ends_in_x"),
    _row("D05", "certificate_without_id", "field.missing", "review", "masked_number"),
    _row("D06", "card_term", "field.inconsistent", "review", "leap_day_card"),
    _row("D07", "licence_code", "field.bad_checksum", "review", "grainy"),
    _row("D08", "licence_of_another_kind", "field.inconsistent", "review", "individual_business"),
    _row("D09", "seal_missing", "seal.missing", "bounce", "pale_seal"),
    _row("D10", "seal_finance seal_invoice", "seal.wrong_kind", "bounce", "deals_in_finance"),
    _row("D11", "seal_personnel", "seal.wrong_kind", "review", "deals_in_people"),
    _row("D12", "seal_copied", "seal.monochrome", "review", "photocopied_card"),
    _row("D13", "seal_far", "seal.misplaced", "review", "seal_beside"),
    _row("D14", "issue_blank", "date.missing", "bounce", "heavy_seals"),
    _row("D15", "separation_blank", "field.missing", "bounce", "reissued"),
    _row("D16", "reason_other_without_text", "scenario.reason_unspecific", "bounce", "reason_other_explained"),
    _row("D17", "letter_for_other_matter", "authorization.out_of_scope", "bounce", "broad_letter"),
    _row("D18", "letter_unsigned", "signature.missing", "review", "letter_stamped_by_name"),
    _row("D19", "letter_without_period", "field.missing", "review", "letter_until_done"),
    _row("D20", "counterfoil_only", "doc.counterfoil", "review", "stub_and_slip"),
    _row("D21", "old_value_missing", "field.unproven_change", "review", "correct_name"),
)
