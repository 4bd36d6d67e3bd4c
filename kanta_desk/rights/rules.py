"""What a change of rights must hold to be made: checked before it is written to the log."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date

from kanta_desk.errors import (
    GrantInvalid,
    InvalidIdentifier,
    LastAdministrator,
    RegisterNotEmpty,
    SelfGrant,
)
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.people import IdentifierKind, Identity, Register, Role
from kanta_desk.model.rights import (
    Basis,
    ChangeKind,
    Decision,
    Grant,
    GrantRecord,
    GrantState,
    Mandate,
    Revocation,
    RightsChange,
    Statement,
)
from kanta_desk.rights.changes import LONGEST, fits, plain
from kanta_desk.rights.history import Book

REGISTRATION_DIGITS = 11
"""A registration number of Terhikki or Suosikki (Valvira)."""


def first(book: Book, grant: Grant, adopted: tuple[Grant, ...], on: date) -> RightsChange:
    """The change that makes the first administrator, with grants of an older file beside.

    Raises:
        RegisterNotEmpty: if the register of rights is not empty.
        GrantInvalid: as ``granted``.
    """
    if book.number or book.findings:
        raise RegisterNotEmpty
    mine = checked(grant, on)
    if isinstance(mine.basis, Statement):
        raise GrantInvalid("basis", "statement")
    return _change(book, ChangeKind.FIRST, grants=(mine, *adopted))


def granted(book: Book, by: Identity, grant: Grant, on: date, replaces: str = "") -> RightsChange:
    """The change that gives a right, perhaps in place of an older one.

    Raises:
        GrantInvalid: naming the field and what is wrong with it.
        SelfGrant: if one would grant oneself where another administrator could.
        LastAdministrator: if nobody would administer the register today.
    """
    grant = checked(grant, on)
    if isinstance(grant.basis, Statement):
        raise GrantInvalid("basis", "statement")
    _not_to_oneself(book, by, grant, on)
    old = _in_force(book, replaces) if replaces else None
    if grant.right in in_force(book, on):
        raise GrantInvalid("identifier", "duplicate")
    if old is not None:
        if (old.grant.person, old.grant.role) != (grant.person, grant.role):
            raise GrantInvalid("id", "another right")
        _keep_an_administrator(book, {replaces}, (grant,), on)
    revoked = (Revocation(replaces, _REPLACED),) if replaces else ()
    return _change(book, ChangeKind.GRANT, grants=(grant,), revoked=revoked)


def revoked(book: Book, grant_id: str, reason: str, on: date) -> RightsChange:
    """The change that takes a right away.

    Raises:
        GrantInvalid: if there is no such right in force, or no reason.
        LastAdministrator: if nobody would administer the register today.
    """
    record = _in_force(book, grant_id)
    said = plain(reason)
    if not said or len(said) > LONGEST:
        raise GrantInvalid("reason", "length" if said else "empty")
    if record.grant.role is Role.ADMINISTRATOR:
        _keep_an_administrator(book, {grant_id}, (), on)
    return _change(book, ChangeKind.REVOKE, revoked=(Revocation(grant_id, said),))


def imported(book: Book, by: Identity, grants: tuple[Grant, ...], on: date) -> RightsChange:
    """The change that brings in grants of a file that are not in force yet.

    Raises:
        GrantInvalid, SelfGrant: as ``granted``; also if nothing is left to bring in.
    """
    there = in_force(book, on)
    fresh = tuple(g for g in (checked(grant, on) for grant in grants) if g.right not in there)
    for grant in fresh:
        _not_to_oneself(book, by, grant, on)
    if not fresh:
        raise GrantInvalid("file", "nothing new")
    return _change(book, ChangeKind.IMPORT, grants=fresh)


def two_persons(book: Book, wanted: bool) -> RightsChange:
    """The change of the two-person rule.

    Raises:
        GrantInvalid: if the rule is so already.
    """
    if book.two_persons == wanted:
        raise GrantInvalid("two_persons", "unchanged")
    return _change(book, ChangeKind.TWO_PERSONS, two_persons=wanted)


def in_force(book: Book, on: date) -> set[Hashable]:
    """The rights (``Grant.right``) that are in force or coming."""
    return {
        r.grant.right for r in book.records if r.state(on) in (GrantState.VALID, GrantState.COMING)
    }


def checked(grant: Grant, on: date) -> Grant:
    """The grant with its texts as they are kept.

    Raises:
        GrantInvalid: naming the field and what is wrong with it.
    """
    person = replace(grant.person, value=_text(grant.person.value, "identifier"))
    if " " in person.value:
        raise GrantInvalid("identifier", "form")
    if person.kind is IdentifierKind.UNKNOWN:
        raise GrantInvalid("kind", "empty")
    if _is_henkilotunnus(person.value):
        raise GrantInvalid("identifier", "henkilotunnus")
    if person.kind is IdentifierKind.REGISTRATION and not (
        person.value.isascii()
        and person.value.isdigit()
        and len(person.value) == REGISTRATION_DIGITS
    ):
        raise GrantInvalid("identifier", "registration")
    whole = replace(
        grant,
        person=person,
        name=_text(grant.name, "name"),
        basis=_basis(grant.basis, on),
        id="",
    )
    first_day, last_day = whole.first_day, whole.last_day
    if grant.valid_to is not None and grant.valid_to < grant.valid_from:
        raise GrantInvalid("valid_to", "order")
    if last_day is not None and last_day < first_day:
        raise GrantInvalid("valid_to", "outside the mandate")
    if last_day is not None and last_day < on:
        raise GrantInvalid("valid_to", "past")
    return whole


def _basis(basis: Basis, on: date) -> Basis:
    match basis:
        case Mandate(name, number, first_day, last_day):
            if last_day < first_day:
                raise GrantInvalid("basis_to", "order")
            name, number = _text(name, "basis"), _text(number, "basis_number")
            return Mandate(name, number, first_day, last_day)
        case Decision(number, day, decider):
            if day > on:
                raise GrantInvalid("basis_day", "future")
            return Decision(_text(number, "basis_number"), day, _text(decider, "decider"))
        case Statement(text):
            return Statement(_text(text, "basis"))


def _text(value: str, field: str) -> str:
    text = plain(value)
    if not text or len(text) > LONGEST:
        raise GrantInvalid(field, "length" if text else "empty")
    return text


def _is_henkilotunnus(value: str) -> bool:
    try:
        Henkilotunnus.parse(value)
    except InvalidIdentifier:
        return False
    return True


def _in_force(book: Book, grant_id: str) -> GrantRecord:
    record = book.record(grant_id)
    if record is None or record.revoked is not None:
        raise GrantInvalid("id", "unknown")
    return record


def _not_to_oneself(book: Book, by: Identity, grant: Grant, on: date) -> None:
    """Only one who is alone may, and the report tells of it."""
    administrators = book.as_register().administrators(book.register.key, on)
    others = {person.value for person in administrators} - {by.value}
    if grant.person.value == by.value and others:  # also on another of one's own cards
        raise SelfGrant


def _keep_an_administrator(
    book: Book, leaving: set[str], coming: tuple[Grant, ...], on: date
) -> None:
    stay = [r.grant for r in book.records if r.revoked is None and r.grant.id not in leaving]
    if not any(g.role is Role.ADMINISTRATOR and g.holds(on) for g in (*stay, *coming)):
        raise LastAdministrator


def _change(
    book: Book,
    kind: ChangeKind,
    *,
    grants: tuple[Grant, ...] = (),
    revoked: tuple[Revocation, ...] = (),
    two_persons: bool | None = None,
) -> RightsChange:
    register: Register = book.register
    if any(grant.register.key != register.key for grant in grants):
        raise GrantInvalid("controller", "other register")
    change = RightsChange(
        book.number + 1, book.digest, kind, register, grants, revoked, two_persons
    )
    if not fits(change):
        raise GrantInvalid("file", "size")
    return change


_REPLACED = "korvattu uudella"
"""The reason of a right that a new one of the same person and role replaces."""
