"""The cases of a scenario that are each treated in their own way: told by the typed reason, or by the papers brought."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import StringConstraints

from extractors.evidence import DocumentType, Frozen
from validators.case import Case
from validators.finding import Severity

Name = Annotated[str, StringConstraints(min_length=1)]


class Variant(Frozen):
    """One case of a scenario.

    ``words`` in the typed reason or its explanation tell it, those of ``not_words`` taken out before, unless a paper of
    ``not_with`` is there; or else one of the papers in ``shown_by``; a variant with neither
    is for everybody else. ``advice`` is the reason (a key of the catalogue) to give, unless one of the papers in ``unless``
    is there; with ``unless_told``, unless the portal says itself whether fees are owed. ``worst``: the gravest that anything
    found may be: what is settled at a counter is not sent back.
    """

    name: Name
    title: Name
    title_en: str = ""
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    not_with: tuple[DocumentType, ...] = ()
    shown_by: tuple[DocumentType, ...] = ()
    advice: str = ""
    unless: tuple[DocumentType, ...] = ()
    unless_told: bool = False
    worst: Severity = "bounce"

    @property
    def is_for_the_rest(self) -> bool:
        """Whether it takes every case that no other takes."""
        return not self.words and not self.shown_by


def variant_of(case: Case, variants: Iterable[Variant]) -> Variant | None:
    """The first variant that the typed reason or its explanation names, else the papers; at last the one for the rest."""
    known = tuple(variants)
    told = f"{case.declared.reason} {case.declared.reason_detail}"
    types = {seen.document.type for seen in case.documents()}
    for variant in known:
        if _is_told(variant, told) and not types.intersection(variant.not_with):
            return variant
    shown = (variant for variant in known if types.intersection(variant.shown_by))
    return next(shown, None) or next((variant for variant in known if variant.is_for_the_rest), None)


def _is_told(variant: Variant, told: str) -> bool:
    plain = told
    for word in variant.not_words:
        plain = plain.replace(word, "")
    return any(word in plain for word in variant.words)
