"""``rights.toml``: what the access log says of rights, written out for people, and never believed.

The program writes it after every change, with the number and hash of each register's last change.
At start it is compared with the log: what was altered by hand gives no right and is told, and a log
that holds fewer changes than the file has seen has lost some. A file without these numbers was
written by hand before the program kept rights in the log; its grants can be brought in by the first
administrator, as one deliberate act.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kanta_desk.errors import InvalidIdentifier, SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Register, Role
from kanta_desk.model.rights import (
    Basis,
    Decision,
    Grant,
    Mandate,
    RightsFault,
    RightsFinding,
    Statement,
)
from kanta_desk.rights.history import Book
from kanta_desk.settings.files import write_whole
from kanta_desk.settings.resources import read_toml

_MANDATORY = (
    "identifier",
    "name",
    "role",
    "controller",
    "controller_name",
    "register",
    "basis",
    "valid_from",
)
_OPTIONAL = ("register_name", "valid_to", "granted_by", "identifier_kind", "issuer", "id")
_OF_MANDATE = ("mandate", "number", "from", "to")
_OF_DECISION = ("number", "day", "decider")
_DIGITS_OF_REGISTRATION = 11
_HEAD = """\
# Kanta Desk kirjoittaa tämän tiedoston käyttölokin perusteella. Muutokset tähän eivät anna eivätkä
# poista oikeuksia: ne huomataan ja kerrotaan. Oikeudet myönnetään ja perutaan ohjelmassa.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the log had come in one register when the file was written."""

    register_key: str
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class RightsFile:
    """A file as read."""

    grants: tuple[Grant, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether it was written before rights lived in the log."""
        return not self.marks and bool(self.grants)

    @classmethod
    def load(cls, path: Path) -> RightsFile:
        """Read ``path``; one that is not there is empty.

        Raises:
            SettingsUnreadable: naming the file, the grant by its number, and the key.
        """
        if not path.exists():
            return cls()
        file = read_toml(path)
        for key in file.keys() - {"grant", "register"}:
            raise SettingsUnreadable(f"{path.name}: {key}", "unknown key")
        grants, marks = (_tables(file, key, path.name) for key in ("grant", "register"))
        return cls(
            tuple(_grant(row, f"{path.name}: grant {at}") for at, row in enumerate(grants, 1)),
            tuple(_mark(row, f"{path.name}: register {at}") for at, row in enumerate(marks, 1)),
        )


def compare(file: RightsFile, books: Iterable[Book]) -> tuple[RightsFinding, ...]:
    """What in a file that the program wrote is not as the log has it.

    A log with more changes than the file has seen is no finding: the file was not written in time.
    """
    known = {book.register.key: book for book in books}
    findings = []
    for mark in file.marks:
        book = known.get(mark.register_key)
        if book is None or book.number < mark.number:
            detail = f"{book.number if book else 0} of {mark.number} changes"
            findings.append(RightsFinding(RightsFault.LOST, mark.register_key, detail))
    newest = {mark.register_key: mark.number for mark in file.marks}
    granted = {(key, r.grant.id): r.grant for key, book in known.items() for r in book.records}
    for grant in file.grants if file.marks else ():
        real = granted.get((grant.register.key, grant.id))
        if real is None and _is_gone(grant, known.get(grant.register.key)):
            continue
        if real is None or not real.same_right(grant):
            findings.append(RightsFinding(RightsFault.EDITED, grant.register.key, grant.id))
    written = {(grant.register.key, grant.id) for grant in file.grants}
    for key, book in known.items():
        if newest.get(key) != book.number:
            continue
        findings += (
            RightsFinding(RightsFault.REMOVED, key, record.grant.id)
            for record in book.records
            if record.revoked is None and (key, record.grant.id) not in written
        )
    return tuple(findings)


def _is_gone(grant: Grant, book: Book | None) -> bool:
    """Whether the change that gave it was disposed of since the file was written."""
    number = grant.id.partition("-")[0]
    return book is not None and number.isdecimal() and int(number) in book.gone


def save(books: Iterable[Book], path: Path) -> None:
    """Write the file anew: whole, or not at all.

    Raises:
        FolderNotWritable: if the system does not let it.
    """
    listed = [book for book in books if book.number]
    parts = [_written_mark(book) for book in listed]
    parts += (_written(r.grant) for book in listed for r in book.records if r.revoked is None)
    write_whole(path, "\n".join([_HEAD, *parts]).encode())


def _tables(file: dict[str, Any], key: str, name: str) -> list[object]:
    rows = file.get(key, [])
    if not isinstance(rows, list):
        raise SettingsUnreadable(f"{name}: {key}", f"not a list of [[{key}]]")
    return rows


def _mark(row: object, place: str) -> Mark:
    if not isinstance(row, dict) or row.keys() != {"key", "number", "digest"}:
        raise SettingsUnreadable(place, "key, number and digest are needed")
    if not isinstance(row["number"], int):
        raise SettingsUnreadable(f"{place}, number", "not a number")
    return Mark(_text(row, "key", place), row["number"], _text(row, "digest", place))


def _grant(entry: object, place: str) -> Grant:
    if not isinstance(entry, dict):
        raise SettingsUnreadable(place, "not a [[grant]]")
    for key in entry.keys() - {*_MANDATORY, *_OPTIONAL}:
        raise SettingsUnreadable(f"{place}, {key}", "unknown key")
    for key in _MANDATORY:
        if key not in entry:
            raise SettingsUnreadable(f"{place}, {key}", "missing")
    valid_from = _day(entry, "valid_from", place)
    valid_to = _day(entry, "valid_to", place) if "valid_to" in entry else None
    if valid_to is not None and valid_to < valid_from:
        raise SettingsUnreadable(f"{place}, valid_to", "before valid_from")
    try:
        controller = Oid.parse(_text(entry, "controller", place))
    except InvalidIdentifier as error:
        raise SettingsUnreadable(f"{place}, controller", f"oid: {error.fields['reason']}") from None
    register_name = _text(entry, "register_name", place) if "register_name" in entry else ""
    return Grant(
        person=_person(entry, place),
        name=_text(entry, "name", place),
        role=_one_of(Role, entry, "role", place),
        register=Register(
            Party(controller, _text(entry, "controller_name", place)),
            Code(_text(entry, "register", place), CodeSystem.REGISTER, register_name),
        ),
        basis=_basis(entry, place),
        valid_from=valid_from,
        valid_to=valid_to,
        id=_text(entry, "id", place) if "id" in entry else "",
    )


def _person(entry: dict[str, Any], place: str) -> Identity:
    """Whose card; files written by hand say no kind, and a registration number has 11 digits."""
    value = _text(entry, "identifier", place)
    is_registration = len(value) == _DIGITS_OF_REGISTRATION and value.isascii() and value.isdigit()
    kind = IdentifierKind.REGISTRATION if is_registration else IdentifierKind.ISSUED
    issuer = IssuerFamily.SOTE
    if "identifier_kind" in entry:
        kind = _one_of(IdentifierKind, entry, "identifier_kind", place)
    if "issuer" in entry:
        issuer = _one_of(IssuerFamily, entry, "issuer", place)
    return Identity(value, kind, issuer)


def _basis(entry: dict[str, Any], place: str) -> Basis:
    value = entry["basis"]
    place = f"{place}, basis"
    if not isinstance(value, dict):
        return Statement(_text(entry, "basis", place.removesuffix(", basis")))
    for key in value.keys() - {*_OF_MANDATE, *_OF_DECISION}:
        raise SettingsUnreadable(f"{place}, {key}", "unknown key")
    for key in _OF_MANDATE if "mandate" in value else _OF_DECISION:
        if key not in value:
            raise SettingsUnreadable(f"{place}, {key}", "missing")
    if "mandate" in value:
        return Mandate(
            _text(value, "mandate", place),
            _text(value, "number", place),
            _day(value, "from", place),
            _day(value, "to", place),
        )
    return Decision(
        _text(value, "number", place), _day(value, "day", place), _text(value, "decider", place)
    )


def _one_of(kinds: Any, entry: dict[str, Any], key: str, place: str) -> Any:
    try:
        return kinds(_text(entry, key, place))
    except ValueError:
        raise SettingsUnreadable(f"{place}, {key}", f"not one of {', '.join(kinds)}") from None


def _text(entry: dict[str, Any], key: str, place: str) -> str:
    value = entry[key]
    if not isinstance(value, str):
        raise SettingsUnreadable(f"{place}, {key}", "not a text in quotes")
    if not value.strip():
        raise SettingsUnreadable(f"{place}, {key}", "empty")
    return value.strip()


def _day(entry: dict[str, Any], key: str, place: str) -> date:
    value = entry[key]
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SettingsUnreadable(f"{place}, {key}", "not a date such as 2026-12-31")
    return value


def _written_mark(book: Book) -> str:
    values = {"key": book.register.key, "number": book.number, "digest": book.digest}
    return "\n".join(["[[register]]", *_lines(values), ""])


def _written(grant: Grant) -> str:
    values: dict[str, object] = {
        "id": grant.id,
        "identifier": grant.person.value,
        "identifier_kind": grant.person.kind.value,
        "issuer": grant.person.issuer.value,
        "name": grant.name,
        "role": grant.role.value,
        "controller": grant.register.controller.oid.value,
        "controller_name": grant.register.controller.name,
        "register": grant.register.code.value,
        "register_name": grant.register.code.display or None,
        "basis": _written_basis(grant.basis),
        "valid_from": grant.valid_from,
        "valid_to": grant.valid_to,
    }
    return "\n".join(["[[grant]]", *_lines(values), ""])


def _written_basis(basis: Basis) -> object:
    match basis:
        case Mandate(name, number, first, last):
            return {"mandate": name, "number": number, "from": first, "to": last}
        case Decision(number, day, decider):
            return {"number": number, "day": day, "decider": decider}
        case Statement(text):
            return text


def _lines(values: dict[str, Any]) -> list[str]:
    return [f"{key} = {_value(value)}" for key, value in values.items() if value is not None]


def _value(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(_lines(value)) + " }"
        case date() | int():
            return str(value)
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


_ESCAPES = {'"': '\\"', "\\": "\\\\"} | {
    chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)
}
