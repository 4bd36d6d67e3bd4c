"""What names and contents of exported files tell of the documents in them.

Each answer gives every value that was told, since two different ones tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from kanta_desk.archive.payloads import json_value
from kanta_desk.deployment.columns import column_of, is_client
from kanta_desk.deployment.json_tables import flat
from kanta_desk.deployment.moments import is_moment
from kanta_desk.deployment.raw import HETU, MAX_VALUE
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.identifiers import ORGANISATION_ROOT, Oid
from kanta_desk.model.planning import Column

Told = dict[Column, set[str]]

# Some programs part the numbers of an OID in a name by lines.
_OID = re.compile(r"(?<![\d.])(?:urn:oid:)?([0-2](?:[._]\d{1,39}){5,30})(?![\d.]*\d)", re.A)
_TIME = re.compile(
    r"(?<!\d)(?:(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])"
    r"|(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(20\d\d))"
    r"(?:[T_ -]{1,2}(?:klo[ _]?)?([01]\d|2[0-3])[.:_-]?([0-5]\d)(?:[.:_-]?([0-5]\d))?)?(?!\d)",
    re.A,
)
_VERSION = re.compile(
    r"(?:^|[_\s-])(?:v|versio|version|ver)[_\s.-]?([1-9]\d{0,2})(?=$|[_\s.-])", re.I
)
_STRUCTURE = "1.2.246.537.6."
_LABELLED = re.compile(r"^\s*([^:\t\n]{2,40}?)\s*(?::|\t)\s*(\S[^\t\n]{0,199}?)\s*$", re.M)
_LINES, _HEADINGS = 400, 4
_CLIENTS = re.compile(r"asiaka|asiakkaa|klient|client", re.I)
_TAKEN = {
    Column.CLIENT, Column.DOCUMENT_OID, Column.SET_ID, Column.CREATED, Column.TYPE,
    Column.SERVICE_TASK, Column.VERSION, Column.CONTROLLER, Column.ORGANISER, Column.PRODUCER,
    Column.IMPLEMENTER, Column.STRUCTURE, Column.CASE,
}  # fmt: skip
_OIDS = {
    Column.DOCUMENT_OID, Column.SET_ID, Column.CONTROLLER, Column.ORGANISER, Column.PRODUCER,
    Column.IMPLEMENTER, Column.STRUCTURE,
}  # fmt: skip


def in_name(name: str, type_of: Callable[[str], str]) -> Told:
    """What the file's own name tells; for what it does not, the folders' names, nearest first."""
    parts = PurePosixPath(name)
    told: Told = {}
    for part in (parts.stem, *reversed(parts.parent.parts)):
        for column, values in _in_part(part, type_of).items():
            told.setdefault(column, values)
    return told


def _in_part(part: str, type_of: Callable[[str], str]) -> Told:
    told: Told = {}
    codes = {code.upper() for code in HETU.findall(part) if is_client(code)}
    if codes:
        told[Column.CLIENT] = codes
    rest = HETU.sub(" ", part)
    for match in _OID.finditer(rest):
        value = match[1].replace("_", ".")
        if (column := _oid_column(value)) is not None:
            told.setdefault(column, set()).add(value)
    rest = _OID.sub(" ", rest)
    for match in _TIME.finditer(rest):
        told.setdefault(Column.CREATED, set()).add(_time(match))
    rest = _TIME.sub(" ", rest)
    for match in _VERSION.finditer(rest):
        told.setdefault(Column.VERSION, set()).add(match[1])
    rest = _VERSION.sub(" ", rest)
    words = " ".join(re.sub(r"[_\-]+", " ", rest).split())
    if words and (code := type_of(words)):
        told[Column.TYPE] = {code}
    return told


def in_text(text: str, type_of: Callable[[str], str]) -> Told:
    """What labelled lines tell (``Henkilötunnus: …``); an identity code tells itself, and so does
    a heading that is the name of a document type."""
    told: Told = {}
    lines = text.splitlines()[:_LINES]
    for line in [line for line in lines if line.strip()][:_HEADINGS]:
        if code := type_of(line):
            told.setdefault(Column.TYPE, set()).add(code)
    for label, value in _LABELLED.findall("\n".join(lines)):
        column = column_of(label)
        if column in _TAKEN and _fits(column, value):
            told.setdefault(column, set()).add(value)
    codes = {code.upper() for code in HETU.findall(text) if is_client(code)}
    if codes and Column.CLIENT not in told:
        told[Column.CLIENT] = codes
    return told


def in_json(data: bytes) -> Told:
    """What the members tell whose names are known.

    Guardians and others have identity codes too: where a member is the client's by name, those
    alone count.
    """
    told: Told = {}
    clients: set[str] = set()
    for path, value in flat(json_value(data)):
        column = column_of(path)
        if column in _TAKEN and _fits(column, value):
            told.setdefault(column, set()).add(value)
            if column is Column.CLIENT and _CLIENTS.search(path):
                clients.add(value)
    if clients:
        told[Column.CLIENT] = clients
    return told


def _fits(column: Column, value: str) -> bool:
    if len(value) > MAX_VALUE:
        return False
    if column is Column.CLIENT:
        return is_client(value)
    if column is Column.CREATED:
        return is_moment(value)
    return _is_oid(value) if column in _OIDS else True


def _oid_column(value: str) -> Column | None:
    """What an OID in a name is of: a document's, unless it is one of THL's structures."""
    if not _is_oid(value):
        return None
    if value.startswith(_STRUCTURE):
        return Column.STRUCTURE
    return Column.DOCUMENT_OID if value.startswith(ORGANISATION_ROOT + ".") else None


def _is_oid(value: str) -> bool:
    try:
        Oid.parse(value)
    except InvalidIdentifier:
        return False
    return True


def _time(match: re.Match[str]) -> str:
    year, month, day, day2, month2, year2, hour, minute, second = match.groups()
    on = f"{year or year2}-{int(month or month2):02}-{int(day or day2):02}"
    return f"{on}T{hour}:{minute}:{second or '00'}" if hour else on
