"""Every error in Finnish, Swedish and English: what happened, what it means, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.errors import ArchiveError, Issue, KantaError
from kanta_desk.model.terms import (
    texts_archive,
    texts_auditing,
    texts_card,
    texts_checks,
    texts_desk,
    texts_documents,
    texts_imports,
    texts_invalidation,
    texts_log,
    texts_pins,
    texts_query,
    texts_rights,
    texts_signers,
    texts_testing,
    texts_trust,
    texts_wire,
)
from kanta_desk.model.terms.told import Told
from kanta_desk.model.text import Language, Text

TEXTS: dict[type[KantaError], Told] = (
    texts_archive.TEXTS
    | texts_auditing.TEXTS
    | texts_card.TEXTS
    | texts_checks.TEXTS
    | texts_desk.TEXTS
    | texts_documents.TEXTS
    | texts_imports.TEXTS
    | texts_invalidation.TEXTS
    | texts_log.TEXTS
    | texts_pins.TEXTS
    | texts_query.TEXTS
    | texts_rights.TEXTS
    | texts_signers.TEXTS
    | texts_testing.TEXTS
    | texts_trust.TEXTS
    | texts_wire.TEXTS
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
    details = [detail.said(error.fields, language) for detail in told.details]
    issues = error.issues if isinstance(error, ArchiveError) else ()
    causes = [_cause(issue, language, first=n == 0) for n, issue in enumerate(issues)]
    remedies = dict.fromkeys(Text(*i.remedy).of(language) for i in issues if i.remedy)
    return Explanation(
        code=error.code,
        title=told.title.of(language),
        meaning=" ".join([told.meaning.of(language), *filter(None, [*details, *causes])]),
        remedy=" ".join(remedies) or told.remedy.of(language),
    )


def _cause(issue: Issue, language: Language, *, first: bool) -> str:
    """What an issue of the archive's means. The details have told the first one's code and words;
    one whose code is not known has nothing more than those."""
    cause = Text(*issue.cause).of(language) if issue.cause else ""
    return cause if first else " ".join(filter(None, (f"{issue.code}:", issue.said, cause)))


def explain_code(code: str, language: Language) -> Explanation | None:
    """What to tell of an error of which only the code was kept; None for an unknown code."""
    kind = next((kind for kind in TEXTS if kind.__dict__.get("code") == code), None)
    if kind is None:
        return None
    told = TEXTS[kind]
    return Explanation(
        code, told.title.of(language), told.meaning.of(language), told.remedy.of(language)
    )
