"""Rights in words: a basis, days, a change, and what a supervisor should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kanta_desk.model.people import ROLE_NAMES, Role
from kanta_desk.model.rights import (
    CHANGE_NAMES,
    RIGHTS_FAULT_NAMES,
    Basis,
    Decision,
    Grant,
    GrantRecord,
    GrantState,
    Mandate,
    PastChange,
    RightsOverview,
    Statement,
)
from kanta_desk.model.terms import rights as words
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_date


def basis_words(basis: Basis, language: Language) -> str:
    """A basis as one line."""
    match basis:
        case Mandate(name, number, first, last):
            return words.MANDATE.filled(
                language,
                name=name,
                number=number,
                first=finnish_date(first),
                last=finnish_date(last),
            )
        case Decision(number, day, decider):
            return words.DECISION.filled(
                language, number=number, day=finnish_date(day), decider=decider
            )
        case Statement(text):
            return text


def days(grant: Grant, language: Language) -> str:
    """From when to when a right can be used."""
    last = finnish_date(grant.last_day) if grant.last_day else words.OPEN_END.of(language)
    return f"{finnish_date(grant.first_day)}–{last}"


def change_words(past: PastChange, grants: dict[str, Grant], language: Language) -> str:
    """A change as a sentence: what kind, whose rights, and why. ``grants`` are known by id."""

    def said(grant: Grant) -> str:
        return f"{grant.name} ({ROLE_NAMES[grant.role].of(language)})"

    change = past.change
    parts = [said(grant) for grant in change.grants]
    for each in change.revoked:
        whose = grants.get(each.grant_id)
        parts.append(f"{said(whose) if whose else each.grant_id}: {each.reason}")
    if change.two_persons is not None:
        two = words.TWO_ON if change.two_persons else words.TWO_OFF
        parts.append(two.of(language))
    return f"{CHANGE_NAMES[change.kind].of(language)}: {', '.join(parts)}"


def noticed(view: RightsOverview, language: Language) -> tuple[str, ...]:
    """What a supervisor should look at, a sentence each."""
    return tuple(_noticed(view, language))


def _noticed(view: RightsOverview, language: Language) -> Iterator[str]:
    def named(record: GrantRecord) -> dict[str, str]:
        grant = record.grant
        return {"name": grant.name, "role": ROLE_NAMES[grant.role].of(language)}

    for finding in view.findings:
        said = RIGHTS_FAULT_NAMES[finding.fault].of(language)
        yield f"{said[:1].upper()}{said[1:]}. {finding.detail}".strip()
    valid = [r for r in view.records if r.state(view.day) is GrantState.VALID]
    administrators = {r.grant.person for r in valid if r.grant.role is Role.ADMINISTRATOR}
    if len(administrators) == 1:
        yield words.ALONE.of(language)
    for ending in view.expiring:
        text = words.LAST_ENDS if ending.last_administrator else words.ENDS
        yield text.filled(language, **named(ending.record), day=finnish_date(ending.last_day))
    for record in view.records:
        if record.by_oneself:  # also what was taken back since: that is how one would do it
            yield words.BY_ONESELF.filled(language, **named(record))
    if view.two_persons:
        for name in _on_two_cards(r.grant for r in valid if r.grant.role is Role.INVALIDATOR):
            yield words.TWO_CARDS.filled(language, name=name)
    for record in valid:
        if isinstance(record.grant.basis, Statement):
            yield words.STATEMENT.filled(language, **named(record))


def _on_two_cards(grants: Iterable[Grant]) -> list[str]:
    """Names that stand on more than one card: perhaps one person, who then counts as two."""
    cards: dict[str, dict[str, str]] = {}
    for grant in grants:
        cards.setdefault(grant.name.casefold(), {})[grant.person.value] = grant.name
    return [next(iter(held.values())) for held in cards.values() if len(held) > 1]
