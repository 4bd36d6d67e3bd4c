"""Ten thousand search results in the window: first rows, scrolling, narrowing, memory a row.

``python -m tests.bench.archive_window [--quick] [--json FILE]``. Drawn without a screen. The
yardstick is the same table without a model's words: a bare list of the same texts in the same view.
"""

from __future__ import annotations

import gc
import os
import tempfile
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import thread_time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from kanta_desk.archive.cda import read_document
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.gui.app import application
from kanta_desk.gui.documents.columns import WIDTHS, Column
from kanta_desk.gui.documents.results_side import ResultsSide
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria, SearchResult
from kanta_desk.model.facets import Facet
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.look import Look
from kanta_desk.model.sharing import shared
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import PROFILE
from kanta_desk.practice.seed import seeded
from kanta_desk.practice.seed_data import SeedSet
from tests.bench.figures import Figure, run

_PAGE = 500
_FIRST_MS, _FRAME_MS, _ROW = 100.0, 20.0, 2048
_BEGINNING = datetime(2015, 1, 1, 8, tzinfo=UTC)


def answers(count: int) -> list[DocumentMetadata]:
    """As many documents as an archive would answer with, each with objects of its own.

    The header is read once for each kind, and copied value by value: reading all of them would
    measure the parser.
    """
    profile = MessageProfile.load(PROFILE)
    kinds = [
        version.cda(profile) for version in seeded(SeedSet.load()) if version.metadata.version == 1
    ]
    read = [read_document(cda, profile).metadata for cda in kinds[:12]]
    return [_numbered(read[number % len(read)], number) for number in range(count)]


def _numbered(metadata: DocumentMetadata, number: int) -> DocumentMetadata:
    created = _BEGINNING + timedelta(hours=7 * number)
    return replace(
        metadata,
        document_oid=Oid(f"1.2.246.10.99999204.11.{created.year}.{700_000 + number}"),
        set_id=Oid(f"1.2.246.10.99999204.11.{created.year}.{700_000 + number}"),
        created=created,
        archived=created + timedelta(seconds=50),
        author_time=created - timedelta(minutes=2),
    )


def drawn(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, in which others on the machine do not count, until the window
    has done the work and painted what came of it."""
    start = thread_time()
    work()
    for _ in range(3):
        QCoreApplication.processEvents()
    return (thread_time() - start) * 1000


def side(folder: Path) -> ResultsSide:
    """The left side of the page as it stands in the window, facets and all."""
    codes = CodeSets.load()

    def name_of(code: Code | None, on: date) -> str:
        return codes.name_of(code, on, Language.FI) if code else ""

    made = ResultsSide(name_of, folder)
    made.resize(900, 640)
    made.narrow.setChecked(True)
    made.show()
    return made


def bare(documents: list[DocumentMetadata]) -> Table:
    """The same view over texts that stand ready."""
    model = QStandardItemModel(len(documents), len(WIDTHS))
    for row, document in enumerate(documents):
        for column in range(len(WIDTHS)):
            model.setItem(row, column, QStandardItem(document.title or ""))
    table = Table(model, "", WIDTHS, lines=2)
    table.resize(700, 560)
    table.show()
    QCoreApplication.processEvents()
    return table


def jumps(table: Table, steps: int) -> list[float]:
    """Milliseconds for each step of a drag through the whole table, each painted anew."""
    bar = table.verticalScrollBar()
    return [_step(table, bar.maximum() * step // steps, whole=True) for step in range(steps)]


def turns(table: Table, steps: int) -> list[float]:
    """Milliseconds for each turn of the wheel, three rows: what comes in sight is painted."""
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QCoreApplication.processEvents()
    rows = 3 * table.rowHeight(0)
    return [_step(table, bar.value() + rows, whole=False) for _ in range(steps)]


def _step(table: Table, to: int, *, whole: bool) -> float:
    start = thread_time()
    table.verticalScrollBar().setValue(to)
    if whole:
        table.viewport().repaint()
    QCoreApplication.processEvents()
    return (thread_time() - start) * 1000


def _time(documents: list[DocumentMetadata], folder: Path, quick: bool) -> Iterable[Figure]:
    count = f"{len(documents):,} results"
    result = SearchResult(SearchCriteria(), tuple(documents), len(documents))
    window = side(folder)
    QCoreApplication.processEvents()
    took = thread_time()
    window.show_first(result)
    window.table.viewport().repaint()
    first = (thread_time() - took) * 1000
    yield _figure(f"{count} at once: first rows after the answer", first, _FIRST_MS)
    yield Figure(f"{count} at once: and then the facets", drawn(lambda: None), "ms")
    one = replace(result, documents=result.documents[:_PAGE])
    again = side(folder)
    QCoreApplication.processEvents()
    yield _figure(
        f"one page of {_PAGE}: first rows after the answer",
        median([drawn(lambda: again.show_first(one)) for _ in range(5)]),
        _FIRST_MS,
    )
    again.close()
    steps = 100 if quick else 400
    yardstick = bare(documents[:2000])
    for name, scroll in (("a turn of the wheel", turns), ("a jump", jumps)):
        yard = median(scroll(yardstick, steps))
        told = f"bare texts in the same view: {yard:.2f} ms a step"
        took_each = sorted(scroll(window.table, steps))
        middle, worst = took_each[steps // 2], took_each[int(steps * 0.99)]
        yield Figure(f"{count}: {name}, median", middle, "ms", told, middle / yard)
        yield Figure(
            f"{count}: {name}, 99 of 100", worst, "ms", told, worst / yard,
            "≤ 20 ms, 50 fps", worst <= _FRAME_MS,
        )  # fmt: skip
    yardstick.close()
    key = next(part.key for part in window.facets.parts[Facet.YEAR])
    narrowed = drawn(lambda: window.facets.choose(Facet.YEAR, key, chosen=True))
    yield _figure(f"{count}: narrow by a facet, counts and rows anew", narrowed, _FIRST_MS)
    window.facets.clear()
    for column in (Column.TYPE, Column.TITLE, Column.OID):
        sort = partial(window.table.sortByColumn, column, Qt.SortOrder.AscendingOrder)
        yield Figure(f"{count}: sort by {column.name.lower()}", drawn(sort), "ms")
    window.close()


def _memory(count: int, folder: Path) -> Iterable[Figure]:
    profile = MessageProfile.load(PROFILE)
    kinds = [version.cda(profile) for version in seeded(SeedSet.load())][:12]
    read_document(kinds[0], profile)
    gc.collect()
    tracemalloc.start()
    try:
        empty = tracemalloc.get_traced_memory()[0]
        parsed = [
            _numbered(read_document(kinds[number % len(kinds)], profile).metadata, number)
            for number in range(count)
        ]
        gc.collect()
        apart = (tracemalloc.get_traced_memory()[0] - empty) / count
        result = SearchResult(SearchCriteria(), shared(parsed), count)
        del parsed
        window = side(folder)
        window.show_first(result)
        window.judge([(document.document_oid, None) for document in result.documents])
        QCoreApplication.processEvents()
        gc.collect()
        held = (tracemalloc.get_traced_memory()[0] - empty) / count
    finally:
        tracemalloc.stop()
    window.close()
    yield Figure(
        "memory a row: metadata, table and facets", held, "bytes",
        f"as read, nothing shared: {apart:,.0f} bytes", held / apart, "≤ 2 KB", held <= _ROW,
    )  # fmt: skip


def _figure(name: str, took: float, goal: float) -> Figure:
    return Figure(name, took, "ms", goal=f"≤ {goal:.0f} ms", met=took <= goal)


def measure(quick: bool) -> Iterable[Figure]:
    """All figures of the results table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application(language=Language.FI, look=Look.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        yield from _time(answers(2_000 if quick else 10_000), Path(folder), quick)
        yield from _memory(500 if quick else 2_000, Path(folder))


if __name__ == "__main__":
    run(__doc__, measure)
