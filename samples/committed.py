"""The packets that are committed below ``samples/packets``: id → the twist's name and a seed that made a good example.

``python -m samples.make --committed --out samples/packets`` makes them anew.
"""

COMMITTED: dict[str, tuple[str, int]] = {
    "c01-brackets": ("brackets", 1),
    "c02-card-in-one-pdf": ("card_in_one_pdf", 1),
    "c03-heavy-seals": ("heavy_seals", 1),
    "c04-handwritten": ("handwritten", 1),
    "c05-reissued": ("reissued", 1),
    "c06-long-term-card": ("long_term_card", 1),
    "c07-no-term": ("no_term", 1),
    "c08-individual-business": ("individual_business", 1),
    "c09-name-with-dot": ("name_with_dot", 1),
    "c10-printed-early": ("printed_early", 1),
    "c11-upside-down": ("upside_down", 1),
    "c12-tagged-photos": ("tagged_photos", 1),
    "c13-one-file": ("one_file", 1),
    "c14-stray-page": ("stray_page", 1),
    "d01-missing-certificate": ("missing_certificate", 1),
    "d02-id-back-missing": ("id_back_missing", 1),
    "d03-no-authorization": ("agent_without_authorization", 1),
    "d04-still-employed": ("still_employed", 1),
    "d05-same-file-twice": ("same_file_twice", 1),
    "d06-counterfoil-only": ("counterfoil_only", 1),
    "d07-other-person": ("certificate_of_other_person", 1),
    "d08-certificate-id": ("certificate_id", 1),
    "d09-other-company": ("licence_of_other_company", 1),
    "d10-other-legal-rep": ("other_legal_rep", 1),
    "d11-card-expired": ("card_expired", 1),
    "d12-other-agent": ("authorization_of_other_agent", 1),
    "d13-declared-uscc": ("declared_uscc_typo", 1),
    "d14-declared-separation": ("declared_separation", 1),
    "d15-issue-incomplete": ("issue_incomplete", 1),
    "d16-separation-in-future": ("separation_in_future", 1),
    "d17-encrypted": ("encrypted_pdf", 1),
    "d18-cut-off": ("cut_off_jpeg", 1),
}
