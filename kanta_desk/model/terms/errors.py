"""Every error in Finnish, Swedish and English: what happened, what it means, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.errors import KantaError
from kanta_desk.model.terms import (
    texts_archive,
    texts_auditing,
    texts_card,
    texts_checks,
    texts_desk,
    texts_invalidation,
    texts_log,
    texts_pins,
    texts_query,
    texts_rights,
    texts_signers,
    texts_trust,
)
from kanta_desk.model.terms.told import Told
from kanta_desk.model.text import Language

TEXTS: dict[type[KantaError], Told] = (
    texts_archive.TEXTS
    | texts_auditing.TEXTS
    | texts_card.TEXTS
    | texts_checks.TEXTS
    | texts_desk.TEXTS
    | texts_invalidation.TEXTS
    | texts_log.TEXTS
    | texts_pins.TEXTS
    | texts_query.TEXTS
    | texts_rights.TEXTS
    | texts_signers.TEXTS
    | texts_trust.TEXTS
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error as a person reads it; ``code`` is for support."""

    code: str
    title: str
    meaning: str
    remedy: str


def explain(error: KantaError, language: Language) -> Explanation:
    """What to tell a person of ``error``. Never fails: a field that is missing is not mentioned."""
    told = next(TEXTS[kind] for kind in type(error).__mro__ if kind in TEXTS)
    details = (detail.said(error.fields, language) for detail in told.details)
    return Explanation(
        code=error.code,
        title=told.title.of(language),
        meaning=" ".join([told.meaning.of(language), *filter(None, details)]),
        remedy=told.remedy.of(language),
    )


def explain_code(code: str, language: Language) -> Explanation | None:
    """What to tell of an error of which only the code was kept; None for an unknown code."""
    kind = next((kind for kind in TEXTS if kind.__dict__.get("code") == code), None)
    if kind is None:
        return None
    told = TEXTS[kind]
    return Explanation(
        code, told.title.of(language), told.meaning.of(language), told.remedy.of(language)
    )
