"""Rights for tests: people who do not exist, their grants, and registers with a history."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from kanta_desk.desk.session import Session
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Register, Role
from kanta_desk.model.rights import Basis, ChangeKind, Decision, Deed, Grant, Mandate, RightsChange
from kanta_desk.rights.changes import encode, identified
from kanta_desk.rights.history import Book, Recorded
from tests.helpers.events import REGISTER

BEGINS = date(2026, 1, 1)
DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
DECISION = Decision("1/2026", BEGINS, "Toimitusjohtaja")
MANDATE = Mandate("Sosiaalihuollon asiakastietojen arkistointi", "V-1", BEGINS, date(2026, 12, 31))

MAIJA = Identity("99900011122", IdentifierKind.REGISTRATION, IssuerFamily.SOTE)
PEKKA = Identity("990000044", IdentifierKind.ISSUED, IssuerFamily.SOTE)
LIISA = Identity("990000055", IdentifierKind.ISSUED, IssuerFamily.SOTE)


def grant(
    person: Identity = PEKKA,
    role: Role = Role.VIEWER,
    *,
    name: str = "",
    register: Register = REGISTER,
    basis: Basis = DECISION,
    valid_from: date = BEGINS,
    valid_to: date | None = None,
) -> Grant:
    """A right that can be granted as it is."""
    return Grant(
        person, name or f"Henkilö {person.value}", role, register, basis, valid_from, valid_to
    )


def deed(by: Identity = MAIJA, at: datetime = NOON) -> Deed:
    """Who changed rights and when."""
    return Deed(by, f"Henkilö {by.value}", at)


def recorded(change: RightsChange, by: Identity = MAIJA, at: datetime = NOON) -> Recorded:
    """A change as the access log would hold it."""
    return Recorded(encode(identified(change)), deed(by, at), change.register.key)


def begun(*grants: Grant, by: Identity = MAIJA, at: datetime = NOON) -> Book:
    """A register whose first administrator is ``by``, with more grants of the same moment."""
    first = grant(by, Role.ADMINISTRATOR)
    change = RightsChange(1, "", ChangeKind.FIRST, REGISTER, (first, *grants))
    return Book(REGISTER).plus(recorded(change, by, at))


def after(book: Book, change: RightsChange, by: Identity = MAIJA, at: datetime = NOON) -> Book:
    """The book after one more change."""
    return book.plus(recorded(change, by, at))


def a_grant(session: Session, role: Role, number: int = 990000099) -> Grant:
    """A right for a person who has none, in the register that the session has in hand."""
    person = Identity(str(number), IdentifierKind.ISSUED, IssuerFamily.SOTE)
    return grant(person, role, register=session.context.register)


def a_table(session: Session, folder: Path, number: int = 990000098) -> Path:
    """A file with one new right of the session's register."""
    register = session.context.register
    head = (
        "identifier;kind;issuer;name;role;controller;controller_name;register;"
        "basis_kind;basis_number;basis_day;decider;valid_from"
    )
    row = (
        f"{number};issued;sote;Uusi Henkilö;viewer;{register.controller.oid};"
        f"{register.controller.name};{register.code.value};"
        "decision;2/2026;1.2.2026;Toimitusjohtaja;1.2.2026"
    )
    path = folder / "table.csv"
    path.write_text(f"{head}\n{row}\n", encoding="utf-8")
    return path
