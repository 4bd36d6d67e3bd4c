"""Verification of the log: every entry and its number, the trees, and all that vouches for them.

Hashes alone miss damage to an index, and SQLite's checks alone miss a rewritten entry; both agree
with a history that was rewritten whole, which only the signed checkpoints, the cards' signatures
and the anchors outside contradict. So all are compared. Works on a folder whose log does not open,
too: it only reads.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from kanta_desk.accesslog import verifylists as lists
from kanta_desk.accesslog import verifytrust as trust
from kanta_desk.accesslog.anchors import AnchorPlace
from kanta_desk.accesslog.carry import strangers
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import explained, snapshot
from kanta_desk.accesslog.folder import ID_FILE, LogFolder
from kanta_desk.accesslog.incidents import Incident, answered, incidents_of
from kanta_desk.accesslog.nodes import STEP
from kanta_desk.accesslog.rounds import ALL, Rounds
from kanta_desk.accesslog.sealing import compare_seal, compare_told, unsealed
from kanta_desk.accesslog.sealtold import ToldSeal, told_seals
from kanta_desk.accesslog.signing import CHAIN_FILE, Chain, SigningKey, checked_chain, read_chain
from kanta_desk.accesslog.verifychain import compare_heads, compare_keys
from kanta_desk.accesslog.verifyoutside import Outside, compare_anchors, compare_memory
from kanta_desk.accesslog.verifypool import PARALLEL_FROM, Job, cores, in_parallel, in_turn
from kanta_desk.accesslog.verifyrows import SPAN, SpanResult
from kanta_desk.accesslog.verifytree import Tree, assemble, check_pages, opened, spans
from kanta_desk.accesslog.verifyyears import compare_openings, compare_waiting
from kanta_desk.errors import Cancelled, LogError, LogLocked, LogUnavailable
from kanta_desk.model.events import CARRIED, EventRef
from kanta_desk.model.logreport import (
    Acknowledged,
    Depth,
    FaultKind,
    LogFault,
    TreeReport,
    VerifyReport,
)

MAX_FAULTS = 100
"""More are not kept; a log with this many is lost anyway."""

_INSTRUCTIONS = 50_000
"""How many of SQLite's own steps pass between two looks at whether somebody cancelled."""

_NEWEST = 20
"""Checkpoints of each place that are looked at in passing."""

_SHORT_SPAN = 16 * STEP
"""Events in a piece of work where there is but one process."""


def verify(
    folder: LogFolder,
    clock: Callable[[], datetime],
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    depth: Depth = Depth.FULL,
    anchors: Sequence[AnchorPlace] = (),
    processes: int | None = None,
    again: Sequence[LogFault] = (),
) -> VerifyReport:
    """Check the log in ``folder`` and name what does not hold.

    ``on_progress`` gets the rows done and their number (a ``FULL`` verification counts them twice:
    read, and compared with the lists). What held is remembered in the folder, for the daily ones.
    ``processes`` None: as many as there are cores, where there are rows enough for it. The rows of
    the faults ``again`` are read whatever the depth.

    Raises:
        Cancelled: if ``cancelled`` says so, asked at least a few times a second.
        LogUnavailable: if the folder or a file cannot be read at all.
        SecretStoreMissing: if there is no keyring.
    """
    started = clock()
    if nameless := _nameless(folder):
        return VerifyReport(started=started, ended=clock(), depth=depth, faults=(nameless,))
    with contextlib.ExitStack() as stack:
        check = _Check(folder, depth, on_progress, cancelled, processes, anchors)
        check.open(stack)
        check.read_rows(started, again)
        check.hear_incidents()
        check.compare_trust()
        check.compare_outside()
        check.compare_strangers()
        if depth is Depth.FULL:
            check.compare_lists()
        check.compare_definitions()
        trees = tuple(check.reports())
        check.keep_rounds(started)
    return VerifyReport(
        started=started,
        ended=clock(),
        depth=depth,
        trees=trees,
        faults=tuple(check.faults[:MAX_FAULTS]),
        cut=len(check.faults) > MAX_FAULTS,
        anchors=check.outside.compared,
        unreachable=check.outside.unreachable,
        acknowledged=tuple(check.acknowledged[:MAX_FAULTS]),
    )


def against_outside(folder: LogFolder, anchors: Sequence[AnchorPlace]) -> tuple[LogFault, ...]:
    """What the key holder and the places outside say against a log, looked at only in passing.

    Reads no rows but the last few: for every start, before anything is signed anew.

    Raises:
        LogError, SecretStoreMissing: as ``verify``.
    """
    if nameless := _nameless(folder):
        return (nameless,)
    with contextlib.ExitStack() as stack:
        check = _Check(folder, Depth.DAILY, None, None, 1, anchors)
        check.open(stack)
        check.hear_incidents()
        check.compare_outside(newest=_NEWEST)
        check.compare_folder()
        return tuple(check.faults)


def _nameless(folder: LogFolder) -> LogFault | None:
    """A log that has lost its name can be read by nobody: that is all there is to tell."""
    try:
        return None if folder.writer_id else LogFault(FaultKind.MISSING, ID_FILE)
    except LogUnavailable as error:
        return LogFault(FaultKind.MISSING, ID_FILE, detail=error.code)


class _Check:
    """One verification under way."""

    def __init__(
        self,
        folder: LogFolder,
        depth: Depth,
        on_progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
        processes: int | None,
        anchors: Sequence[AnchorPlace],
    ) -> None:
        self.outside = Outside.of(folder, anchors)
        self._folder, self._depth, self._processes = folder, depth, processes
        self._on_progress = on_progress or (lambda done, total: None)
        self._cancelled = cancelled or (lambda: False)
        self.faults: list[LogFault] = []
        self.acknowledged: list[Acknowledged] = []
        self._incidents: tuple[Incident, ...] = ()
        self._rounds = Rounds.read(folder.path)
        self._shares: dict[str, frozenset[int]] = {}
        self.trees: dict[str, Tree] = {}
        self._all_opened = True
        self._jobs: list[Job] = []
        self._done = self._total = 0

    def open(self, stack: contextlib.ExitStack) -> None:
        """Open all files, each at one moment, the newest first.

        So what a writer adds meanwhile cannot make an older file contradict a newer one.
        """
        names = self._folder.trees()
        found = []
        for name in reversed(names):
            with self._noting_damage(str(name)):
                connection = stack.enter_context(contextlib.closing(self._folder.reader(name)))
                connection.set_progress_handler(self._cancelled, _INSTRUCTIONS)
                stack.enter_context(snapshot(connection))
                if tree := opened(connection, name):
                    found.append(tree)
                elif any(tree.name.register == name.register for tree in found):
                    # A newest one may have been made, and nothing written to it.
                    self._tell(LogFault(FaultKind.STORE, str(name), detail="never begun"))
        self.trees = {tree.place: tree for tree in reversed(found)}
        self._all_opened = not self.faults

    def read_rows(self, now: datetime, again: Sequence[LogFault]) -> None:
        """Read the rows that the depth asks for, and make the trees of them."""
        newest = {tree.name.register: tree.place for tree in self.trees.values()}
        rows = sum(tree.size for tree in self.trees.values())
        processes = self._processes or (cores() if rows >= PARALLEL_FROM else 1)
        length = SPAN if processes > 1 else _SHORT_SPAN
        for tree in self.trees.values():
            path, key = self._folder.file_of(tree.name), self._folder.key_of(tree.name)
            place = tree.place
            all_of_it = self._depth in (Depth.ROWS, Depth.FULL) or (
                self._depth is Depth.YEAR and place == newest[tree.name.register]
            )
            shares = ALL if all_of_it else self._rounds.due(place, now.date())
            self._shares[place] = shares
            for first, last in spans(tree, length, self._wanted(place, shares, again)):
                at = len(self._jobs)
                self._jobs.append(Job(at, path, tree.place, key, first, last, tree.pruned))
        self._total = sum(job.last - job.first + 1 for job in self._jobs)
        if self._depth is Depth.FULL:
            self._total += rows
        results = self._results(processes)
        for tree in self.trees.values():
            with self._noting_damage(tree.place):
                assemble(tree, results.get(tree.place, []), self._tell)

    def _wanted(
        self, place: str, shares: frozenset[int], again: Sequence[LogFault]
    ) -> Callable[[int], bool]:
        ranges = [
            ((each.seq_from - 1) // STEP, (each.seq_to - 1) // STEP)
            for each in again
            if each.file == place and each.seq_from
        ]

        def wanted(position: int) -> bool:
            return self._rounds.wants(place, position, shares) or any(
                first <= position <= last for first, last in ranges
            )

        return wanted

    def keep_rounds(self, now: datetime) -> None:
        """Remember what of the rows was read and held; what did not is read again next time."""
        kept = self._rounds
        for tree in self.trees.values():
            if not tree.bad:
                kept = kept.after(tree.place, tree.size, self._shares[tree.place], now.date())
        kept.keep(self._folder.path)

    def hear_incidents(self) -> None:
        """Find out which losses somebody has answered for."""
        with self._noting_damage(self._folder.path.name):
            path, writer = self._folder.path / CHAIN_FILE, self.outside.writer
            self._incidents = incidents_of(
                self.trees, lambda: checked_chain(read_chain(path)), writer
            )

    def compare_trust(self) -> None:
        """Compare what vouches for the trees."""
        writer, told = self._folder.writer_id, self._told_seals()
        held = SigningKey.held(self._folder.keys, writer) if self._folder.keys else None
        chain = self._chain()
        trust.compare_chain(chain, self._tell)
        for tree in self.trees.values():
            with self._noting_damage(tree.place):
                trust.compare_checkpoints(tree, writer, chain, self._tell)
                trust.compare_disposals(tree, self.trees, self._tell)
                compare_seal(self._folder, tree, chain, told.get(tree.place), self._tell)
        with self._noting_damage(self._folder.path.name):
            compare_openings(self.trees, self._tell)
        with self._noting_damage(self._folder.path.name):
            trust.compare_cards(self.trees, self._tell)
            compare_keys(self.trees, chain, held, self.outside, self._tell)
        if self._all_opened:  # what the log was cannot be made without a file of it
            with self._noting_damage(self._folder.path.name):
                compare_heads(self.trees, chain, self._tell)

    def compare_folder(self) -> None:
        """Look in passing for what is missing in the folder, and for what does not belong there."""
        told = self._told_seals()
        for tree in self.trees.values():
            with self._noting_damage(tree.place):
                compare_told(self._folder, tree.name, told.get(tree.place), self._tell)
        self.compare_strangers()

    def compare_strangers(self) -> None:
        """Name the files that are no part of the log."""
        with self._noting_damage(self._folder.path.name):
            for name in (*self._folder.strangers(), *strangers(self._folder)):
                self._tell(LogFault(FaultKind.STRANGER, name))

    def compare_outside(self, newest: int | None = None) -> None:
        """Compare what the key holder remembers, and what is anchored; of that the ``newest``."""
        noting = self._noting_damage
        compare_memory(self.trees, self.outside, self._tell, noting)
        compare_anchors(self.trees, self.outside, self._tell, noting, newest)

    def compare_lists(self) -> None:
        """Let SQLite check the files, and compare the search lists where the rows hold."""
        waiting: dict[str, set[EventRef] | None] = {}
        for tree in self.trees.values():
            with self._noting_damage(tree.place):
                at_fault, register = self._is_at_fault(tree), tree.name.register
                if not at_fault:
                    lists.compare_lengths(tree, self._tell)
                if not self._pages_hold(tree) or not lists.check_store(tree, self._tell):
                    continue
                lists.compare_numbers(tree, self._tell)
                if not at_fault:
                    lists.compare_lists(tree, self._tell)
                if not at_fault and register != CARRIED:
                    trust.compare_clock(tree, self._tell)
                    waiting[register] = lists.compare_open(tree, waiting.get(register), self._tell)
        compare_waiting(self.trees, waiting, self._tell)
        self._step(sum(tree.size for tree in self.trees.values()))

    def _pages_hold(self, tree: Tree) -> bool:
        """Whether every page is as it was encrypted, in use or not, where nobody writes any more.

        Of a sealed file its seal says so.
        """
        path = self._folder.file_of(tree.name)
        wal = path.with_name(f"{path.name}-wal")
        if (
            all(tree.name != over for over in unsealed(self._folder))
            or self._folder.key_of(tree.name) is None
            or (wal.exists() and wal.stat().st_size)
        ):
            return True
        return check_pages(tree, self._tell)

    def compare_definitions(self) -> None:
        """Compare what each file defines with what it should."""
        for tree in self.trees.values():
            with self._noting_damage(tree.place):
                lists.compare_definitions(tree, self._tell)

    def reports(self) -> Iterator[TreeReport]:
        """What was made of each tree."""
        for tree in self.trees.values():
            with self._noting_damage(tree.place):
                root, path = tree.root(tree.size), self._folder.file_of(tree.name)
                yield TreeReport(
                    tree.place,
                    f"{path.parent.name}/{path.name}",
                    tree.size,
                    root.hex() if root else "",
                    tree.checked,
                    tree.checkpoints,
                    tree.cards,
                    tree.disposed,
                )

    def _results(self, processes: int) -> dict[str, list[SpanResult]]:
        connections: dict[str, Connection] = {
            place: tree.connection for place, tree in self.trees.items()
        }
        found: dict[str, list[SpanResult]] = {}
        unread: set[str] = set()
        coming = (
            in_parallel(self._jobs, processes, self._cancelled)
            if processes > 1 and len(self._jobs) > 1
            else in_turn(self._jobs, connections, self._cancelled)
        )
        for done in coming:
            job = self._jobs[done.at]
            if done.result is not None:
                found.setdefault(job.place, []).append(done.result)
            elif self._cancelled():
                raise Cancelled
            elif job.place not in unread:
                unread.add(job.place)
                fault = LogFault(FaultKind.STORE, job.place, job.first, job.last, done.reason)
                self._tell(fault)
            self._step(job.last - job.first + 1)
        return {
            place: sorted(results, key=lambda result: result.first)
            for place, results in found.items()
        }

    def _told_seals(self) -> dict[str, ToldSeal]:
        """The seals that the log tells of, by the sealed tree."""
        told: dict[str, ToldSeal] = {}
        with self._noting_damage(self._folder.path.name):
            files = ((tree.name, tree.connection) for tree in self.trees.values())
            told.update(told_seals(files, self._folder.writer_id))
        return told

    def _chain(self) -> Chain:
        try:
            return checked_chain(read_chain(self._folder.path / CHAIN_FILE))
        except LogError as error:
            self._tell(LogFault(FaultKind.KEY, CHAIN_FILE, detail=error.code))
            return Chain()

    def _is_at_fault(self, tree: Tree) -> bool:
        return any(fault.file == tree.place for fault in self.faults)

    def _step(self, rows: int) -> None:
        if self._cancelled():
            raise Cancelled
        self._done += rows
        self._on_progress(self._done, self._total)

    def _tell(self, fault: LogFault) -> None:
        if fault.had and not fault.had.writer:
            fault = replace(fault, had=replace(fault.had, writer=self.outside.writer))
        if answer := answered(fault, self._incidents):
            self.acknowledged.append(answer)
        elif len(self.faults) <= MAX_FAULTS:
            self.faults.append(fault)

    @contextlib.contextmanager
    def _noting_damage(self, place: str) -> Iterator[None]:
        """Make a fault of what stops the reading of one file, and go on with the next."""
        try:
            with explained(place):
                yield
        except LogLocked:  # in use, not at fault
            raise
        except LogError as error:
            if self._cancelled():
                raise Cancelled from None
            reason = str(error.fields.get("reason") or error.code)
            self._tell(LogFault(FaultKind.STORE, place, detail=reason[:200]))
