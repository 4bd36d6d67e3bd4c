"""Plans: what a client information system says it stored, read from a file or a folder.

CSV, XLSX and JSON tables whose columns are all known are taken as they are; others are first looked
at (``mapping``). All faults of a plan are told at once, each with its place; ``model.terms.plans``
says the reasons in words. No message repeats a value, since it might be a person's.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from pathlib import Path

from kanta_desk.deployment.mapping import mapped, sheets_of
from kanta_desk.deployment.moments import day
from kanta_desk.deployment.plan_folder import FolderPlan, read_folder
from kanta_desk.deployment.plan_forms import Whole, read_whole
from kanta_desk.deployment.plan_row import RowReader
from kanta_desk.deployment.plan_sources import with_sources
from kanta_desk.deployment.raw import RawDocument, RawPlan, raise_all, safe_name
from kanta_desk.errors import InvalidIdentifier, InvalidTime, PlanFault, PlanUnreadable
from kanta_desk.model.deployment import KIND_NAMES, Plan, SystemPair, TestKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.planning import Column, ColumnMapping, Export, Fact

OWN_NAME = "plan.json"

_KINDS = {
    said: kind
    for kind, name in KIND_NAMES.items()
    for said in (kind.value, *(told.casefold() for told in (name.fi, name.sv, name.en)))
}


def read_plan(
    path: Path,
    mappings: Sequence[ColumnMapping] = (),
    type_of: Callable[[str], str] = lambda _: "",
) -> Plan:
    """Read a plan from a file, or from a folder of exported files.

    Its source files lie in its folder or below it. ``mappings`` are those kept of client
    information systems, of which the one that fits is used. ``type_of`` gives the code of a
    document type for its name.

    Raises:
        PlanUnreadable: naming file, sheet, row and column, and the reason of each fault.
    """
    if path.is_dir():
        return plan_of_folder(path, type_of)[0]
    whole = read_whole(path)
    if whole.raw is not None:
        return _plan(whole, whole.raw, path.parent)
    export = sheets_of(whole, mappings)
    return _of_export(whole, export, export.kept, strict=True)


def open_plan(
    path: Path, mappings: Sequence[ColumnMapping] = ()
) -> tuple[Plan | None, Export | None]:
    """The plan of a file, where nothing is to be asked, and its tables, where it has such.

    Raises:
        PlanUnreadable: with all faults.
    """
    whole = read_whole(path)
    if whole.raw is not None:
        return _plan(whole, whole.raw, path.parent), None
    export = sheets_of(whole, mappings)
    return (_of_export(whole, export, export.kept) if export.is_sure else None), export


def look_at(path: Path, mappings: Sequence[ColumnMapping] = (), sheet: str = "") -> Export | None:
    """A file's tables and what their columns were taken for; None for a plan of our own form.

    Raises:
        PlanUnreadable: if the file cannot be read at all.
    """
    whole = read_whole(path)
    return None if whole.raw is not None else sheets_of(whole, mappings, sheet)


def plan_by(path: Path, mapping: ColumnMapping, sheet: str = "", *, strict: bool = False) -> Plan:
    """The plan of a file whose columns a person has told; ``sheet`` names one of several.

    With ``strict``, a column that neither the mapping nor its own name tells is a fault.

    Raises:
        PlanUnreadable: with all faults.
    """
    whole = read_whole(path)
    if whole.raw is not None:
        return _plan(whole, whole.raw, path.parent)
    return _of_export(whole, sheets_of(whole, (), sheet), mapping, strict=strict)


def plan_of_folder(
    path: Path,
    type_of: Callable[[str], str] = lambda _: "",
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Plan, FolderPlan | None]:
    """The plan that a folder of exported files makes, with what each file told.

    A folder with a ``plan.json`` of ours is that plan.

    Raises:
        PlanUnreadable: if no file was recognised, or what was recognised has faults.
    """
    own = path / OWN_NAME
    if own.is_file() and (whole := read_whole(own)).raw is not None:
        return _plan(whole, whole.raw, path), None
    found = read_folder(path, type_of, on_progress)
    return _plan(Whole(found.raw.place, found.sha256, (), found.raw, path), found.raw, path), found


def _of_export(
    whole: Whole, export: Export, mapping: ColumnMapping | None, *, strict: bool = False
) -> Plan:
    raw = mapped(whole, export.sheets[0], mapping, strict=strict)
    return with_sources(_plan(whole, raw, export.path.parent))


def _plan(whole: Whole, raw: RawPlan, folder: Path) -> Plan:
    if not raw.documents and not raw.faults:
        raise PlanUnreadable(whole.name, "no documents")
    faults = list(raw.faults)
    rows = [row for row in raw.documents if Column.COUNT not in row.values]
    documents = tuple(
        RowReader(row, folder, faults).document(number) for number, row in enumerate(rows, 1)
    )
    counted = [row for row in raw.documents if Column.COUNT in row.values]
    counts = tuple(
        RowReader(row, folder, faults).count(number) for number, row in enumerate(counted, 1)
    )
    faults += _repeated(rows, Column.KEY, [d.key for d in documents], "duplicate key")
    ids = [None if d.must_not else d.document_oid for d in documents]
    faults += _repeated(rows, Column.DOCUMENT_OID, ids, "duplicate document")
    facts = _Facts(raw, faults)
    plan = Plan(
        name=raw.facts.get(Fact.NAME) or safe_name(whole.path.stem),
        path=whole.path,
        sha256=whole.sha256,
        documents=documents,
        test_case=raw.facts.get(Fact.TEST_CASE, ""),
        system=raw.facts.get(Fact.SYSTEM, ""),
        system_version=raw.facts.get(Fact.SYSTEM_VERSION, ""),
        vendor=raw.facts.get(Fact.VENDOR, ""),
        test_day=facts.test_day(),
        kind=facts.kind(bool(counts)),
        pair=facts.pair(),
        counts=counts,
    )
    raise_all(faults)
    return plan


class _Facts:
    """Reads the facts of the whole test."""

    def __init__(self, raw: RawPlan, faults: list[PlanFault]) -> None:
        self._raw = raw
        self._faults = faults

    def test_day(self) -> date | None:
        text = self._raw.facts.get(Fact.TEST_DAY)
        try:
            return day(text) if text else None
        except InvalidTime:
            self._fault(Fact.TEST_DAY, "time")
            return None

    def kind(self, has_counts: bool) -> TestKind:
        """The kind that is said; else what the plan's other facts show."""
        if said := self._raw.facts.get(Fact.KIND, ""):
            kind = _KINDS.get(" ".join(said.split()).casefold())
            if kind is None:
                self._fault(Fact.KIND, "kind of test")
            return kind or TestKind.FIRST
        if any(self._raw.facts.get(fact) for fact in _OF_A_PAIR):
            return TestKind.REGISTER_USE
        return TestKind.OLD_DOCUMENTS if has_counts else TestKind.FIRST

    def pair(self) -> SystemPair | None:
        if not any(self._raw.facts.get(fact) for fact in _OF_A_PAIR):
            return None
        return SystemPair(
            producer_system=self._raw.facts.get(Fact.PRODUCER_SYSTEM, ""),
            organiser_system=self._raw.facts.get(Fact.ORGANISER_SYSTEM, ""),
            producer=self._oid(Fact.PRODUCER_REGISTER),
            organiser=self._oid(Fact.ORGANISER_REGISTER),
        )

    def _oid(self, fact: Fact) -> Oid | None:
        text = self._raw.facts.get(fact)
        try:
            return Oid.parse(text) if text else None
        except InvalidIdentifier:
            self._fault(fact, "oid")
            return None

    def _fault(self, fact: Fact, reason: str) -> None:
        self._faults.append(PlanFault(f"{self._raw.place}:{fact}", reason))


_OF_A_PAIR = (
    Fact.PRODUCER_SYSTEM,
    Fact.PRODUCER_REGISTER,
    Fact.ORGANISER_SYSTEM,
    Fact.ORGANISER_REGISTER,
)


def _repeated(
    rows: Sequence[RawDocument], column: Column, values: Iterable[Hashable], reason: str
) -> list[PlanFault]:
    """A fault for every row whose value an earlier row has."""
    seen: set[Hashable] = set()
    faults = []
    for row, value in zip(rows, values, strict=True):
        if value is not None and value in seen:
            faults.append(PlanFault(row.at(column), reason))
        seen.add(value)
    return faults
