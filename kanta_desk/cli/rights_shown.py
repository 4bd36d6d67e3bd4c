"""Rights as the terminal shows them, and a basis as it is typed there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import typer

from kanta_desk.cli import rights_texts as said
from kanta_desk.cli.output import note
from kanta_desk.cli.program import Program, Status
from kanta_desk.model.people import ROLE_NAMES
from kanta_desk.model.rights import (
    GRANT_STATE_NAMES,
    Basis,
    Decision,
    Grant,
    GrantRecord,
    Mandate,
)
from kanta_desk.model.rights_words import basis_words, days
from kanta_desk.model.text import Language
from kanta_desk.model.time import from_finnish_date


def rows_of(records: Sequence[GrantRecord], on: date, language: Language) -> list[tuple[str, ...]]:
    """The rows of a table of rights."""
    return [
        (
            record.grant.id,
            record.grant.name,
            record.grant.person.value,
            ROLE_NAMES[record.grant.role].of(language),
            days(record.grant, language),
            GRANT_STATE_NAMES[record.state(on)].of(language),
            basis_words(record.grant.basis, language),
        )
        for record in records
    ]


def in_words(grant: Grant, language: Language) -> str:
    """Whose right, and of which role, on one line."""
    role = ROLE_NAMES[grant.role].of(language)
    return f"{grant.id}  {grant.name} ({grant.person.value}), {role}"


def basis_of(
    program: Program, decision: tuple[str, str, str], mandate: tuple[str, str, str, str]
) -> Basis:
    """The basis of the options: number, day and decider, or name, number, first and last day.

    Raises:
        typer.Exit: if it is neither, or both.
        InvalidTime: if a day is none.
    """
    if all(decision) and not any(mandate):
        number, day, decider = decision
        return Decision(number, from_finnish_date(day), decider)
    if all(mandate) and not any(decision):
        name, number, first, last = mandate
        return Mandate(name, number, from_finnish_date(first), from_finnish_date(last))
    note(program.text(said.WHICH_BASIS))
    raise typer.Exit(Status.COULD_NOT_RUN)
