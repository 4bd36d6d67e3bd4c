"""The access log in keeping: open for writing, signed and anchored; what its keepers do with it.

Nothing here asks who may: the verbs of ``desk.keeping`` and its like do, and pass the gate.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kanta_desk.accesslog import disposal, disposed, papers, prooffile, proving
from kanta_desk.accesslog.anchors import AnchorPlace, folder_places
from kanta_desk.accesslog.backup import back_up
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.clocks import LogTime, Witness
from kanta_desk.accesslog.closing import close_years
from kanta_desk.accesslog.disposal import Approval, DisposalRecord, Due
from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.export import write_csv
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.handover import hand_over
from kanta_desk.accesslog.holds import Hold
from kanta_desk.accesslog.incidents import Loss
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.notes import Note, Why
from kanta_desk.accesslog.retention import DisposalPlan, Month, Resting
from kanta_desk.accesslog.sidebase import SideBase
from kanta_desk.accesslog.statement import HeadStatement
from kanta_desk.accesslog.workbase import WorkBase
from kanta_desk.desk.vigil import Vigil
from kanta_desk.errors import DisposalRefused, FolderNotWritable, LogError, RightMissing
from kanta_desk.model.events import CARRIED, EventFilter, EventKind, EventRef, LogHead
from kanta_desk.model.logreport import (
    AnchorState,
    Depth,
    Had,
    KeptCheckpoint,
    ProofState,
    Verified,
    VerifyReport,
)
from kanta_desk.model.people import WorkContext
from kanta_desk.model.text import Language
from kanta_desk.settings.files import write_whole
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.secrets import KeyHolder, PlainFileKeys

_logger = logging.getLogger(__name__)
_SIGNING_KEYS = "signing-keys.json"
_MOST_CHECKPOINTS = 200


@dataclass(frozen=True, slots=True)
class Grounds:
    """What others say about a disposal: times that third parties told this session, and what of
    the log the rights in force rest on; None: every change of rights."""

    told: tuple[Witness, ...] = ()
    resting: Resting | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """How a register's log is kept: what signs it, where it is anchored, what may go and when.

    ``time`` are the clocks by which months fall ``due``, ``persons`` is how many must approve a
    disposal. ``verified`` tells of the last
    verification of each depth.
    """

    checkpoints: tuple[KeptCheckpoint, ...]
    anchors: tuple[AnchorState, ...]
    due: tuple[Due, ...]
    holds: tuple[Hold, ...]
    persons: int
    time: LogTime
    verified: tuple[Verified, ...] = ()


class Custody:
    """One log with what signs and anchors it; every thread may call it."""

    @classmethod
    @contextmanager
    def opened(
        cls,
        folder: LogFolder,
        paths: Paths,
        *,
        anchor_folders: Sequence[Path],
        persons: int,
        station: Station,
        clock: Callable[[], datetime],
        practice: bool,
    ) -> Iterator[Custody]:
        """Open the log for writing, with its checkpoints; both end with the block.

        Raises:
            LogError, SecretStoreMissing: as ``AccessLog.open``.
        """
        places = folder_places(anchor_folders)
        # A log that is not encrypted, by choice, is signed all the same.
        keys: KeyHolder = folder.keys or PlainFileKeys(paths.data / _SIGNING_KEYS)
        seals = Checkpoints(folder, keys, places, clock=clock, software=station.software)
        log = AccessLog.open(
            folder,
            workstation=station.workstation,
            os_user=station.os_user,
            software=station.software,
            clock=clock,
            on_commit=seals.committed,
        )
        try:
            # Before anything is signed anew: what is remembered now is of the log as it was.
            vigil = Vigil(folder, places, clock)
            seals.attach(log)
            custody = cls(log, seals, places, persons, clock, vigil, practice=practice)
            try:
                custody.take_up_disposals()
                custody.seal_years()
                vigil.begin()
                yield custody
            finally:
                vigil.close()
                custody.close()
        finally:
            seals.close()
            log.close()

    def __init__(
        self,
        log: AccessLog,
        seals: Checkpoints,
        places: Sequence[AnchorPlace],
        persons: int,
        clock: Callable[[], datetime],
        vigil: Vigil,
        *,
        practice: bool = False,
    ) -> None:
        """``seals`` are attached to ``log``; use ``opened``, which sees to that."""
        self.log = log
        self.vigil = vigil
        self.practice = practice
        self._seals, self._places, self._persons, self._clock = seals, places, persons, clock
        self._opening = threading.Lock()
        self._side: SideBase | None = None
        self._work: WorkBase | None = None

    @property
    def anchored(self) -> tuple[AnchorState, ...]:
        """How it stands with each place outside."""
        return self._seals.anchors

    def statement(self) -> HeadStatement:
        """What a card signs of the log now.

        Raises:
            LogError.
        """
        return self._seals.statement()

    def ask_checkpoint(self, why: Why) -> None:
        """Have a checkpoint made soon; a log that cannot be signed now is signed later."""
        try:
            self._seals.ask(why)
        except LogError as error:
            _logger.error("no checkpoint at %s: %s", why.value, error.code)

    def make_checkpoint(self) -> None:
        """Make a checkpoint now.

        Raises:
            LogError, SecretStoreMissing.
        """
        self._seals.make(Why.ASKED)

    def take_up_disposals(self) -> None:
        """Finish the disposals that a crash cut short; names that only they held are forgotten."""
        if disposed.take_up(self.log, self._seals, self._clock):
            self.side.learn(self.log.folder)

    def seal_years(self) -> None:
        """As ``accesslog.closing.close_years``."""
        close_years(self.log, self._seals, self._clock)

    def verify(
        self,
        depth: Depth,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> VerifyReport:
        """As ``Vigil.verify``: what is found is an alarm, what is sound again is none."""
        return self.vigil.verify(depth, on_progress, cancelled)

    def lost(self, register: str, losses: Sequence[Had]) -> tuple[Loss, ...]:
        """Losses as they are found now, each beside how the log stands.

        Raises:
            LookupError: if one of them is none that was found.
            RightMissing: if one is of another register than ``register``.
            LogError.
        """
        report = self.verify(Depth.DAILY)
        trees = {tree.tree: tree for tree in report.trees}
        found = []
        for had in losses:
            known = next((each for each in report.losses if had.is_of(each)), None)
            if known is None:
                raise LookupError(f"no loss {had.tree} {had.size}")
            if known.tree.rpartition("/")[0] not in (register, CARRIED, ""):
                raise RightMissing(EventKind.LOG_INCIDENT, register)
            now = trees.get(known.tree)
            found.append(Loss(known, now.size, now.root) if now else Loss(known))
        return tuple(found)

    def answered(self, losses: Sequence[Loss]) -> None:
        """Sign the log with an acknowledgement in it; what it covers is no alarm any more.

        The key holder forgets only what a verification has found to be acknowledged.

        Raises:
            LogError, SecretStoreMissing.
        """
        self._seals.make(Why.ASKED)
        covered = [each.fault.had for each in self.verify(Depth.DAILY).acknowledged]
        self._seals.forget(
            loss.had for loss in losses if any(had and had.is_of(loss.had) for had in covered)
        )

    def kept(self, register: str, grounds: Grounds) -> Kept:
        """How a register's log is kept.

        Raises:
            LogError.
        """
        now, told = self._clock(), grounds.told
        return Kept(
            proving.checkpoints_of(self.log.folder, register, _MOST_CHECKPOINTS),
            self.anchored,
            disposal.due(self.log, register, now, told=told, resting=grounds.resting),
            self.holds(register),
            self._persons,
            disposal.clocks(self.log, register, now, told),
            verified=self.vigil.verified,
        )

    def holds(self, register: str) -> tuple[Hold, ...]:
        """The holds in force in a register.

        Raises:
            LogError.
        """
        return disposal.holds(self.log, register)

    def proof_state(self, ref: EventRef) -> ProofState:
        """What vouches for an event.

        Raises:
            LogError.
        """
        return proving.state_of(self.log.folder, ref)

    def save_proof(self, ref: EventRef, folder: Path) -> tuple[Path, ...]:
        """Write the proof of an event, its annex and the program that checks them.

        Where no checkpoint covers the event yet, one is made.

        Raises:
            LookupError: if there is no such event, or it was disposed of.
            FolderNotWritable, LogError.
        """
        if proving.state_of(self.log.folder, ref).sealed is None:
            self.make_checkpoint()
        made = proving.prove(self.log.folder, ref)
        name = f"todiste-{ref.year}-{ref.seq}"
        return prooffile.export(folder, name, made.proof, made.annex)

    def save_growth(self, register: str, kept: str, folder: Path) -> tuple[Path, ...]:
        """Write the proof that the log as it stands begins with what a checkpoint signed.

        Raises:
            LookupError, LogContradicted: as ``accesslog.proving.prove_growth_since``.
            FolderNotWritable, LogError.
        """
        self.make_checkpoint()
        name, made = proving.prove_growth_since(self.log.folder, register, kept)
        return prooffile.export(folder, f"kasvu-{name}", made.proof, made.annex)

    def export(
        self, conditions: EventFilter, path: Path, language: Language, *, unmasked: bool
    ) -> int:
        """Write what matches as CSV; how many events.

        Raises:
            FolderNotWritable, LogError.
        """
        draft = path.with_name(f"{path.name}.part")
        try:
            with draft.open("w", encoding="utf-8", newline="") as file:
                entries = self.log.entries(conditions, upto=self.log.head())
                count = write_csv(entries, file, language, unmasked=unmasked)
            draft.replace(path)
        except OSError as error:
            raise FolderNotWritable(str(path.parent), error.strerror or "") from None
        finally:
            draft.unlink(missing_ok=True)
        return count

    def back_up(self, target: Path, on_progress: Callable[[int, int], None]) -> LogHead:
        """As ``accesslog.backup.back_up``."""
        return back_up(self.log.folder, target, on_progress, clock=self._clock)

    def hand_over(self, register: str, target: Path) -> LogHead:
        """As ``accesslog.handover.hand_over``."""
        return hand_over(self.log.folder, register, target)

    def plan_disposal(self, register: str, months: Sequence[Due], grounds: Grounds) -> DisposalPlan:
        """What the disposal of months of one year would take.

        Raises:
            DisposalRefused: also if they are of more years than one.
            LogError.
        """
        tree, *others = {each.tree: None for each in months}
        if others:
            raise DisposalRefused(register, "months of two years: each year is an act of its own")
        return disposal.propose(
            self.log,
            register,
            tree,
            [each.month for each in months],
            self._clock(),
            told=grounds.told,
            resting=grounds.resting,
        )

    def dispose(
        self,
        plan: DisposalPlan,
        approvals: Sequence[Approval],
        context: WorkContext,
        grounds: Grounds,
    ) -> DisposalRecord:
        """As ``accesslog.disposal.dispose``; names that only it held are forgotten too.

        Raises:
            DisposalRefused, LogError.
        """
        try:
            record = disposal.dispose(
                self.log,
                self._seals,
                plan,
                approvals,
                context,
                self._clock,
                persons=self._persons,
                told=grounds.told,
                resting=grounds.resting,
            )
        except LogError:
            with suppress(LogError):  # the seal that was broken for nothing
                self.seal_years()
            raise
        self.side.learn(self.log.folder)
        self.seal_years()  # the log tells of the new seal
        return record

    def disposals(self, register: str) -> tuple[DisposalRecord, ...]:
        """The disposals of a register that were carried out, the newest first.

        Raises:
            LogError.
        """
        return disposed.records(self.log, register)

    def disposal(self, register: str, ref: EventRef) -> DisposalRecord:
        """As ``accesslog.disposed.record_of``.

        Raises:
            LookupError, LogError.
        """
        return disposed.record_of(self.log, register, ref)

    def approval_is_enough(self, approvals: Sequence[Approval]) -> bool:
        """Whether as many persons have approved as must."""
        return len({each.actor.user_id for each in approvals}) >= self._persons

    @property
    def now(self) -> datetime:
        """The desk's time."""
        return self._clock()

    @property
    def side(self) -> SideBase:
        """The side database, opened when it is first asked for, with the names that the log knows.

        Raises:
            LogError, SecretStoreMissing.
        """
        with self._opening:
            if self._side is None:
                self._side = SideBase(self.log.folder)
                try:
                    self._side.learn(self.log.folder)
                except LogError as error:  # a file cannot be read: searches and cases can
                    _logger.error("names were not learnt: %s", error.code)
        return self._side

    @property
    def work(self) -> WorkBase:
        """The journals of deployment tests, opened when they are first asked for.

        Raises:
            LogError, SecretStoreMissing.
        """
        with self._opening:
            if self._work is None:
                self._work = WorkBase(self.log.folder)
            return self._work

    def close(self) -> None:
        """Let the side database and the work base go."""
        if self._side is not None:
            self._side.close()
        if self._work is not None:
            self._work.close()


def write_verification(
    report: VerifyReport, path: Path, language: Language, *, practice: bool
) -> Path:
    """Write a verification as PDF/A, or as text where the name ends in ``.txt``.

    Raises:
        FolderNotWritable.
    """
    if path.suffix.lower() == ".txt":
        return write_whole(path, papers.verification_text(report, language).encode())
    return write_whole(path, papers.verification_paper(report, language, practice=practice))


def write_anchor_page(
    checkpoint: KeptCheckpoint, path: Path, language: Language, now: datetime, *, practice: bool
) -> Path:
    """Write a checkpoint as a page with a QR code, to be kept on paper.

    Raises:
        FolderNotWritable.
    """
    note = Note.parse(checkpoint.note)
    return write_whole(path, papers.anchor_paper(note, language, now, practice=practice))


def write_disposal(
    record: DisposalRecord, path: Path, language: Language, *, practice: bool
) -> Path:
    """Write the record of a disposal (hävittämispöytäkirja).

    Raises:
        FolderNotWritable.
    """
    return write_whole(path, papers.disposal_paper(record, language, practice=practice))


__all__ = [
    "Approval", "Custody", "DisposalPlan", "DisposalRecord", "Due", "Grounds", "Hold", "Kept",
    "Month",
    "write_anchor_page", "write_disposal", "write_verification",
]  # fmt: skip
