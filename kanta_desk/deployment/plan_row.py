"""One row of a plan understood: every value read, and every fault of the row kept, not the first.

No fault repeats a value, since it might be a person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PureWindowsPath

from kanta_desk.deployment.moments import day, moment, with_clock
from kanta_desk.deployment.raw import FORMULA_ERRORS, RawDocument, limit_of
from kanta_desk.deployment.sources import SOURCE_KINDS
from kanta_desk.errors import InvalidIdentifier, InvalidTime, PlanFault
from kanta_desk.model.deployment import ExpectedCount, ExpectedDocument
from kanta_desk.model.identifiers import (
    ORGANISATION_ROOT,
    ClientId,
    Henkilotunnus,
    Oid,
    TemporaryId,
)
from kanta_desk.model.planning import Column

_CODE_AND_NAME = re.compile(r"(\d+)\s+\D.*", re.S)
_WHOLE = re.compile(r"([1-9]\d{0,5})(?:\.0+)?", re.ASCII)
_NUMBER = re.compile(r"(\d{1,7})(?:\.0+)?", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_YES = {"x", "kyllä", "k", "on", "ja", "j", "yes", "y", "true", "1", "ei saa löytyä"}
_NO = {"", "ei", "e", "nej", "n", "no", "false", "0", "-", "–"}
_NOBODY = TemporaryId(Oid(ORGANISATION_ROOT), "–")


@dataclass(slots=True)
class RowReader:
    """Reads one row; what is wrong goes to ``faults``, and what is then returned means nothing."""

    row: RawDocument
    folder: Path
    faults: list[PlanFault]

    def document(self, number: int) -> ExpectedDocument:
        """The row as an expected document."""
        self._check_lengths()
        if not self._text(Column.CLIENT):
            self._fault(Column.CLIENT, "no client")
        whole = ExpectedDocument(
            key=self._text(Column.KEY) or str(number),
            client_id=self._client() or _NOBODY,
            document_oid=self._oid(Column.DOCUMENT_OID),
            set_id=self._oid(Column.SET_ID),
            title=self._text(Column.TITLE),
            document_type=self._code(Column.TYPE),
            service_task=self._code(Column.SERVICE_TASK),
            service_process=self._code(Column.SERVICE_PROCESS),
            case_id=self._text(Column.CASE),
            created=self._created(),
            version=self._version(),
            controller=self._oid(Column.CONTROLLER),
            organiser=self._oid(Column.ORGANISER),
            producer=self._oid(Column.PRODUCER),
            implementer=self._oid(Column.IMPLEMENTER),
            structure=self._oid(Column.STRUCTURE),
            source=self._source(),
            source_text=self._text(Column.SOURCE_TEXT),
            source_sha256=self._sha256(),
            must_not=self._must_not(),
            not_in=self._not_in(),
            place=self.row.place,
        )
        if whole.source and whole.source_text:
            self._fault(Column.SOURCE_TEXT, "two sources")
        return whole

    def count(self, number: int) -> ExpectedCount:
        """The row as a number of documents."""
        self._check_lengths()
        found = _NUMBER.fullmatch(self._text(Column.COUNT))
        if not found:
            self._fault(Column.COUNT, "count")
        since, until = self._day(Column.SINCE), self._day(Column.UNTIL)
        if since and until and since > until:
            self._fault(Column.UNTIL, "days reversed")
        return ExpectedCount(
            key=self._text(Column.KEY) or str(number),
            number=int(found[1]) if found else 0,
            client_id=self._client(),
            document_type=self._code(Column.TYPE),
            service_task=self._code(Column.SERVICE_TASK),
            controller=self._oid(Column.CONTROLLER),
            since=since,
            until=until,
            place=self.row.place,
        )

    def _text(self, column: Column) -> str:
        return self.row.values.get(column, "")

    def _fault(self, column: Column, reason: str) -> None:
        self.faults.append(PlanFault(self.row.at(column), reason))

    def _check_lengths(self) -> None:
        for column, value in self.row.values.items():
            if len(value) > limit_of(column):
                self._fault(column, "too long")
            elif value in FORMULA_ERRORS:
                self._fault(column, "formula error")

    def _client(self) -> ClientId | None:
        text = self._text(Column.CLIENT)
        if not text:
            return None
        temporary = text.startswith(ORGANISATION_ROOT + ".")
        try:
            if not temporary:
                return Henkilotunnus.parse(text)
            root, _, value = text.replace("/", " ").partition(" ")
            return TemporaryId.parse(root, value)
        except InvalidIdentifier:
            self._fault(Column.CLIENT, "temporary" if temporary else "henkilotunnus")
            return None

    def _oid(self, column: Column) -> Oid | None:
        if not (text := self._text(column)):
            return None
        try:
            return Oid.parse(text)
        except InvalidIdentifier:
            self._fault(column, "oid")
            return None

    def _code(self, column: Column) -> str:
        """The value as it is, or the code alone where a name follows it."""
        text = self._text(column)
        found = _CODE_AND_NAME.fullmatch(text)
        return found[1] if found else text

    def _created(self) -> datetime | None:
        if not (text := self._text(Column.CREATED)):
            return None
        try:
            at = moment(text)
        except InvalidTime:
            self._fault(Column.CREATED, "time")
            return None
        try:
            return with_clock(at, clock) if (clock := self._text(Column.CLOCK)) else at
        except InvalidTime:
            self._fault(Column.CLOCK, "clock")
            return None

    def _day(self, column: Column) -> date | None:
        if not (text := self._text(column)):
            return None
        try:
            return day(text)
        except InvalidTime:
            self._fault(column, "time")
            return None

    def _version(self) -> int | None:
        if not (text := self._text(Column.VERSION)):
            return None
        if not (found := _WHOLE.fullmatch(text)):
            self._fault(Column.VERSION, "version")
            return None
        return int(found[1])

    def _sha256(self) -> str:
        text = self._text(Column.SOURCE_SHA256).lower()
        if text and not _SHA256.fullmatch(text):
            self._fault(Column.SOURCE_SHA256, "sha256")
        return text

    def _must_not(self) -> bool:
        said = self._text(Column.MUST_NOT).casefold()
        if said not in _YES | _NO:
            self._fault(Column.MUST_NOT, "yes or no")
        return said in _YES

    def _not_in(self) -> tuple[Oid, ...]:
        text = self._text(Column.NOT_IN)
        try:
            return tuple(Oid.parse(part) for part in re.split(r"[\s,;|]+", text) if part)
        except InvalidIdentifier:
            self._fault(Column.NOT_IN, "oid")
            return ()

    def _source(self) -> Path | None:
        if not (text := self._text(Column.SOURCE)):
            return None
        # Read as Windows would: both slashes part folders, and a drive or root is seen as such.
        named = PureWindowsPath(text)
        if named.anchor or "\0" in text:
            reason = "path"
        elif named.suffix.lower() not in SOURCE_KINDS:
            reason = "source kind"
        else:
            try:
                path = (self.folder / named.as_posix()).resolve()
                if not path.is_relative_to(self.folder.resolve()):
                    reason = "path"
                elif path.is_file():
                    return path
                else:
                    reason = "source missing"
            except (OSError, RuntimeError):  # a loop of links, or a name that the system refuses
                reason = "path"
        self._fault(Column.SOURCE, reason)
        return None
