"""Every error in Finnish, Swedish and English: what happened, what it means, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.errors import KantaError
from kanta_desk.model.terms import texts_archive, texts_card, texts_desk
from kanta_desk.model.terms.told import Told
from kanta_desk.model.text import Language

TEXTS: dict[type[KantaError], Told] = texts_desk.TEXTS | texts_card.TEXTS | texts_archive.TEXTS


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
