"""Plans: what a client information system says it stored, read from JSON or CSV.

Every fault is a ``PlanUnreadable`` that names its place; ``model.terms.plans`` says the reasons
in words. No message repeats a value, since it might be a person's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path, PureWindowsPath

from kanta_desk.deployment.plan_csv import read_csv
from kanta_desk.deployment.plan_json import read_json
from kanta_desk.deployment.raw import Column, Fact, RawDocument, RawPlan
from kanta_desk.deployment.sources import SOURCE_KINDS
from kanta_desk.errors import InvalidIdentifier, InvalidTime, PlanUnreadable, SourceMissing
from kanta_desk.model.deployment import ExpectedDocument, Plan
from kanta_desk.model.identifiers import (
    ORGANISATION_ROOT,
    ClientId,
    Henkilotunnus,
    Oid,
    TemporaryId,
)
from kanta_desk.model.time import HELSINKI, from_finnish_date

MAX_BYTES = 5_000_000
_YEARS = range(1900, 2200)

_FORMS = {".csv": read_csv, ".txt": read_csv, ".tsv": read_csv, ".json": read_json}
_CODE_AND_NAME = re.compile(r"(\d+)\s+\D.*", re.S)
_MOMENT = re.compile(
    r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?:(?:\s+klo)?\s+(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?)?"
)


def read_plan(path: Path) -> Plan:
    """Read a plan. Its source files lie in its folder or below it.

    Raises:
        PlanUnreadable: naming file, row and column, and the reason.
        SourceMissing: if a source file is not there.
    """
    reader = _FORMS.get(path.suffix.lower())
    if reader is None:
        raise PlanUnreadable(path.name, "kind")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise PlanUnreadable(path.name, "unreadable") from None
    if len(data) > MAX_BYTES:
        raise PlanUnreadable(path.name, "too large")
    raw = reader(data, path.name)
    if not raw.documents:
        raise PlanUnreadable(path.name, "no documents")
    documents = tuple(
        _document(row, number, path.parent) for number, row in enumerate(raw.documents, 1)
    )
    _no_two(raw.documents, Column.KEY, (d.key for d in documents), "duplicate key")
    _no_two(
        raw.documents,
        Column.DOCUMENT_OID,
        (d.document_oid for d in documents),
        "duplicate document",
    )
    return Plan(
        name=raw.facts.get(Fact.NAME, path.stem),
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        documents=documents,
        test_case=raw.facts.get(Fact.TEST_CASE, ""),
        system=raw.facts.get(Fact.SYSTEM, ""),
        system_version=raw.facts.get(Fact.SYSTEM_VERSION, ""),
        vendor=raw.facts.get(Fact.VENDOR, ""),
        test_day=_test_day(raw),
    )


def _document(row: RawDocument, number: int, folder: Path) -> ExpectedDocument:
    return ExpectedDocument(
        key=row.values.get(Column.KEY, str(number)),
        client_id=_client(row),
        document_oid=_oid(row, Column.DOCUMENT_OID),
        title=row.values.get(Column.TITLE, ""),
        document_type=_code(row, Column.TYPE),
        service_task=_code(row, Column.SERVICE_TASK),
        created=_created(row),
        version=_version(row),
        controller=_oid(row, Column.CONTROLLER),
        organiser=_oid(row, Column.ORGANISER),
        producer=_oid(row, Column.PRODUCER),
        source=_source(row, folder),
        place=row.place,
    )


def _client(row: RawDocument) -> ClientId:
    text = row.values.get(Column.CLIENT, "")
    here = row.at(Column.CLIENT)
    if not text:
        raise PlanUnreadable(here, "no client")
    if text.startswith(ORGANISATION_ROOT + "."):
        root, _, value = text.replace("/", " ").partition(" ")
        try:
            return TemporaryId.parse(root, value)
        except InvalidIdentifier:
            raise PlanUnreadable(here, "temporary") from None
    try:
        client = Henkilotunnus.parse(text)
    except InvalidIdentifier:
        raise PlanUnreadable(here, "henkilotunnus") from None
    if not client.is_artificial:
        raise PlanUnreadable(here, "not a test person")
    return client


def _oid(row: RawDocument, column: Column) -> Oid | None:
    if (text := row.values.get(column)) is None:
        return None
    try:
        return Oid.parse(text)
    except InvalidIdentifier:
        raise PlanUnreadable(row.at(column), "oid") from None


def _code(row: RawDocument, column: Column) -> str:
    """The value as it is, or the code alone where a name follows it."""
    text = row.values.get(column, "")
    found = _CODE_AND_NAME.fullmatch(text)
    return found[1] if found else text


def _created(row: RawDocument) -> datetime | None:
    if (text := row.values.get(Column.CREATED)) is None:
        return None
    try:
        moment = _moment(text)
        if moment.year not in _YEARS:
            raise InvalidTime(text)
        return moment
    except (InvalidTime, ValueError, OverflowError):
        raise PlanUnreadable(row.at(Column.CREATED), "time") from None


def _moment(text: str) -> datetime:
    """A Finnish or ISO time; without a zone it is Helsinki's, without a clock its midnight."""
    if found := _MOMENT.fullmatch(text):
        day, hour, minute, second = found.groups()
        clock = time(int(hour or 0), int(minute or 0), int(second or 0))
        return datetime.combine(from_finnish_date(day), clock, HELSINKI).astimezone(UTC)
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=HELSINKI)).astimezone(UTC)


def _version(row: RawDocument) -> int | None:
    if (text := row.values.get(Column.VERSION)) is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
        raise PlanUnreadable(row.at(Column.VERSION), "version")
    return int(text)


def _source(row: RawDocument, folder: Path) -> Path | None:
    if (text := row.values.get(Column.SOURCE)) is None:
        return None
    here = row.at(Column.SOURCE)
    # Read as Windows would: both slashes part folders, and a drive or root is seen as such.
    named = PureWindowsPath(text)
    if named.anchor or "\0" in text:
        raise PlanUnreadable(here, "path")
    if named.suffix.lower() not in SOURCE_KINDS:
        raise PlanUnreadable(here, "source kind")
    try:
        path = (folder / named.as_posix()).resolve()
        inside, there = path.is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError):  # a loop of links, or a name that the system refuses
        raise PlanUnreadable(here, "path") from None
    if not inside:
        raise PlanUnreadable(here, "path")
    if not there:
        raise SourceMissing(here, text)
    return path


def _test_day(raw: RawPlan) -> date | None:
    if (text := raw.facts.get(Fact.TEST_DAY)) is None:
        return None
    try:
        day = from_finnish_date(text)
        if day.year not in _YEARS:
            raise InvalidTime(text)
        return day
    except InvalidTime:
        raise PlanUnreadable(f"{raw.place}:{Fact.TEST_DAY}", "time") from None


def _no_two(
    rows: tuple[RawDocument, ...], column: Column, values: Iterable[object], reason: str
) -> None:
    for row, value in zip(rows, _seen_before(values), strict=True):
        if value:
            raise PlanUnreadable(row.at(column), reason)


def _seen_before(values: Iterable[object]) -> Iterator[bool]:
    seen: set[object] = set()
    for value in values:
        yield value is not None and value in seen
        seen.add(value)
