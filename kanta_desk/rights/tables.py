"""Rights as a table for other programs, and back: CSV as spreadsheets in Finland read and write it.

UTF-8 with a mark, semicolons, days as 31.12.2026. A cell that a spreadsheet would take for a
formula gets an apostrophe before it, which is taken off again when read. The columns after
``valid_to`` tell the history and are not read: a row that was revoked or has ended is passed over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kanta_desk.errors import (
    GrantInvalid,
    InvalidIdentifier,
    InvalidTime,
    RightsFileFault,
)
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Register, Role
from kanta_desk.model.rights import Basis, Decision, Grant, GrantRecord, Mandate, Statement
from kanta_desk.model.time import finnish_date, finnish_time, from_finnish_date
from kanta_desk.rights import rules
from kanta_desk.rights.changes import MOST_GRANTS
from kanta_desk.rights.history import Book
from kanta_desk.settings.files import write_whole

E = TypeVar("E", bound=StrEnum)

READ = (
    "identifier", "kind", "issuer", "name", "role", "controller", "controller_name", "register",
    "register_name", "basis_kind", "basis", "basis_number", "basis_day", "decider", "basis_from",
    "basis_to", "valid_from", "valid_to",
)  # fmt: skip
"""The columns that are read, in the order in which they are written."""
TOLD = ("id", "state", "granted", "granted_by", "revoked", "revoked_by", "reason")
"""The columns that only tell."""
_MAY_LACK = {"register_name", "basis", "basis_day", "decider", "basis_from", "basis_to"} | {
    "basis_number",
    "valid_to",
    *TOLD,
}
_LARGEST = 4 * 1024 * 1024
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KINDS = {Mandate: "mandate", Decision: "decision", Statement: "statement"}
_OVER = {"revoked", "ended"}


@dataclass(frozen=True, slots=True)
class TableRead:
    """What a file would bring in: ``fresh`` rights, how many are ``known`` already or over, and
    every fault with its row and column."""

    fresh: tuple[Grant, ...] = ()
    known: int = 0
    over: int = 0
    faults: tuple[RightsFileFault, ...] = ()


def write_table(records: Iterable[GrantRecord], on: date, path: Path) -> Path:
    """Write records to ``path``; a file that was there is replaced whole.

    Raises:
        FolderNotWritable: naming the folder.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow((*READ, *TOLD))
    for record in records:
        writer.writerow([_guarded(cell) for cell in (*_row(record.grant), *_told(record, on))])
    return write_whole(path, text.getvalue().encode("utf-8-sig"))


def read_table(path: Path, book: Book, on: date) -> TableRead:
    """Read a file for the register of ``book``; every fault is told, not the first alone."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise RightsFileFault(0, "", error.strerror or "") from None
    if len(data) > _LARGEST:
        return TableRead(faults=(RightsFileFault(0, "", "size"),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return TableRead(faults=(RightsFileFault(0, "", "encoding"),))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error:
        return TableRead(faults=(RightsFileFault(0, "", "form"),))
    return _read(rows, book, on)


def _read(rows: Sequence[Sequence[str]], book: Book, on: date) -> TableRead:
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    faults = [
        RightsFileFault(1, column, "missing column")
        for column in READ
        if column not in head and column not in _MAY_LACK
    ]
    faults += (
        RightsFileFault(1, column, "unknown column")
        for column in head
        if column not in READ and column not in TOLD
    )
    body = [(at, row) for at, row in enumerate(rows[1:], 2) if any(map(str.strip, row))]
    if not body and not faults:
        faults.append(RightsFileFault(1, "", "no rows"))
    if len(body) > MOST_GRANTS:
        faults.append(RightsFileFault(1, "", "size"))
    if faults:
        return TableRead(faults=tuple(faults))
    fresh: list[Grant] = []
    known = over = 0
    there = rules.in_force(book, on)
    for at, cells in body:
        if len(cells) != len(head):
            faults.append(RightsFileFault(at, "", "columns"))
            continue
        row = dict(zip(head, map(_unguarded, cells), strict=True))
        if row.get("state", "") in _OVER or row.get("revoked"):
            over += 1
            continue
        try:
            grant = _grant(row, book.register, on)
        except GrantInvalid as error:
            fields = error.fields
            faults.append(RightsFileFault(at, str(fields["field"]), str(fields["reason"])))
            continue
        if grant.right in there:
            known += 1
        else:
            there.add(grant.right)
            fresh.append(grant)
    return TableRead(tuple(fresh), known, over, tuple(faults))


def _grant(row: dict[str, str], register: Register, on: date) -> Grant:
    controller = _oid(row["controller"])
    if (controller, row["register"]) != (register.controller.oid, register.code.value):
        raise GrantInvalid("controller", "other register")
    return rules.checked(
        Grant(
            person=Identity(
                row["identifier"],
                _one_of(IdentifierKind, row["kind"], "kind"),
                _one_of(IssuerFamily, row["issuer"], "issuer"),
            ),
            name=row["name"],
            role=_one_of(Role, row["role"], "role"),
            register=register,
            basis=_basis(row),
            valid_from=_day(row["valid_from"], "valid_from"),
            valid_to=_day(row["valid_to"], "valid_to") if row.get("valid_to") else None,
        ),
        on,
    )


def _basis(row: dict[str, str]) -> Basis:
    def day(field: str) -> date:
        return _day(row.get(field, ""), field)

    number = row.get("basis_number", "")
    match row["basis_kind"]:
        case "mandate":
            return Mandate(row.get("basis", ""), number, day("basis_from"), day("basis_to"))
        case "decision":
            return Decision(number, day("basis_day"), row.get("decider", ""))
        case "statement":
            return Statement(row.get("basis", ""))
    raise GrantInvalid("basis_kind", "choice" if row["basis_kind"] else "empty")


def _one_of(kinds: type[E], value: str, field: str) -> E:
    try:
        return kinds(value)
    except ValueError:
        raise GrantInvalid(field, "choice" if value else "empty") from None


def _day(value: str, field: str) -> date:
    if not value:
        raise GrantInvalid(field, "empty")
    try:
        return from_finnish_date(value)
    except InvalidTime:
        raise GrantInvalid(field, "date") from None


def _oid(value: str) -> Oid:
    try:
        return Oid.parse(value)
    except InvalidIdentifier:
        raise GrantInvalid("controller", "form" if value else "empty") from None


def _row(grant: Grant) -> Iterator[str]:
    register, basis = grant.register, grant.basis
    yield from (grant.person.value, grant.person.kind, grant.person.issuer, grant.name, grant.role)
    yield from (register.controller.oid.value, register.controller.name)
    yield from (register.code.value, register.code.display, _KINDS[type(basis)])
    match basis:
        case Mandate(name, number, first, last):
            yield from (name, number, "", "", finnish_date(first), finnish_date(last))
        case Decision(number, day, decider):
            yield from ("", number, finnish_date(day), decider, "", "")
        case Statement(text):
            yield from (text, "", "", "", "", "")
    yield finnish_date(grant.valid_from)
    yield finnish_date(grant.valid_to) if grant.valid_to else ""


def _told(record: GrantRecord, on: date) -> Iterator[str]:
    yield from (record.grant.id, record.state(on).value)
    yield from (finnish_time(record.granted.at), record.granted.name)
    if record.revoked is None:
        yield from ("", "", "")
    else:
        yield from (finnish_time(record.revoked.at), record.revoked.name, record.reason)


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; one that began with an apostrophe gets one
    more, so that reading gives back what was written."""
    return "'" + cell if cell.startswith((*_FORMULA, "'")) else cell


def _unguarded(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text.startswith("'") else text


def _delimiter(text: str) -> str:
    """What parts the head's columns: a semicolon, a comma or a tab."""
    head = text.split("\n", 1)[0]
    count: Callable[[str], int] = head.count
    return max((";", ",", "\t"), key=count)
