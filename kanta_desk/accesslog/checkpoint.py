"""Makes the checkpoints: signs the heads of the trees as they grow, keeps them, and anchors them.

Works in a thread of its own beside the writer's: after every 256 events, an hour after the first
event that no checkpoint covers, and when asked (sign-in, sign-out, around invalidations and
disposals). A place that cannot be reached gets what it missed when it answers again.

::

    seals = Checkpoints(folder, key_holder, places, clock=…, software=…)
    log = AccessLog.open(folder, …, on_commit=seals.committed)
    seals.attach(log)
    …
    seals.make(Why.SIGN_OUT)        # returns when it is kept with the log
    statement = seals.statement()   # what a card signs: str(statement) goes into the challenge,
                                    # CardStatement(statement, …).evidence into the outcome
    seals.close(); log.close()
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta

from kanta_desk.accesslog import renewal
from kanta_desk.accesslog.anchors import AnchorPlace
from kanta_desk.accesslog.catchup import newest_notes
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.memory import Memory
from kanta_desk.accesslog.nodes import STEP, Nodes
from kanta_desk.accesslog.notes import Checkpoint, Note, Why
from kanta_desk.accesslog.sealing import unsealed
from kanta_desk.accesslog.signing import Keys, SigningKey
from kanta_desk.accesslog.statement import HeadStatement
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import KantaError, LogDamaged, LogError, LogUnavailable, SecretStoreMissing
from kanta_desk.model.events import CARRIED, EventRef, LogHead, TreeHead, TreeName
from kanta_desk.model.logreport import AnchorState, Had

HOUR = timedelta(hours=1)
"""An event waits no longer for a checkpoint; a key signs no longer."""

_MOST_WAITING = 10_000
"""Notes that wait for one place; of more, the oldest are let go (the newest vouch for them)."""

_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Sealed:
    """The last checkpoint of one tree."""

    size: int = 0
    digest: bytes = b""


class _Anchor:
    """One place, with what it has not got yet."""

    def __init__(self, place: AnchorPlace) -> None:
        self.place = place
        self.waiting: deque[tuple[str, Note]] = deque(maxlen=_MOST_WAITING)
        self.reached: datetime | None = None
        self.reason = ""
        self.lacked: int | None = None

    def catch_up(self, writer: str, notes: Mapping[str, Sequence[Note]]) -> None:
        """Have what the place should hold by now, and does not, wait to be sent again.

        What waited when the program ended was never sent; and somebody may have deleted a file.
        """
        try:
            kept = self.place.kept(writer)
        except LogUnavailable as error:
            self.reason = str(error.fields.get("reason", ""))
            return
        coming = {str(note) for _, note in self.waiting}
        lacking = []
        for origin, wanted in notes.items():
            known = coming | {str(note) for note in kept.get(origin, ())}
            lacking += [(origin, note) for note in wanted if str(note) not in known]
        self.waiting.extendleft(reversed(lacking))
        self.lacked = len(lacking)

    def send(self, now: datetime) -> None:
        """Hand over all that waits; what cannot be handed over waits on."""
        try:
            while self.waiting:
                self.place.keep(*self.waiting[0])
                self.waiting.popleft()
                self.reached, self.reason = now, ""
        except LogUnavailable as error:
            self.reason = str(error.fields.get("reason", ""))

    @property
    def state(self) -> AnchorState:
        """For people."""
        waiting, lacked = len(self.waiting), self.lacked or 0
        return AnchorState(self.place.name, self.reached, waiting, self.reason, lacked)


class Checkpoints:
    """The signing of one log that is being written. Callable from any thread."""

    def __init__(
        self,
        folder: LogFolder,
        keys: Keys,
        places: Sequence[AnchorPlace],
        *,
        clock: Callable[[], datetime],
        software: str,
    ) -> None:
        """``keys`` holds the signing key; ``clock`` gives aware times.

        A renewal of a file that was cut short is settled first, so that the log can be opened.

        Raises:
            LogError, SecretStoreMissing: if that cannot be done.
        """
        renewal.finish(folder)
        self._folder, self._keys, self._clock, self._software = folder, keys, clock, software
        self._anchors = [_Anchor(place) for place in places]
        self._lock = threading.Condition()
        self._remembering = threading.Lock()
        self._heads: dict[TreeName, TreeHead] = {}
        self._newest = LogHead()
        self._sealed: dict[TreeName, _Sealed] = {}
        self._waiting_since: datetime | None = None
        self._asked: list[tuple[Why, Future[None]]] = []
        self._closing = False
        self._log: AccessLog | None = None
        self._key: SigningKey | None = None
        self._thread = threading.Thread(target=self._run, name="log-seal", daemon=True)

    def attach(self, log: AccessLog) -> None:
        """Begin, with what the log holds: what no checkpoint covers yet gets one at once.

        Years that are over too, if they were cut short or loaded whole; sealed ones have theirs.
        What is remembered of the log is first laid beside it as it is.

        Raises:
            LogError, SecretStoreMissing: if the key chain or a file cannot be read.
        """
        head = log.head()
        over = [self._head_of(tree) for tree in unsealed(self._folder)]
        for tree in (*head.trees, *over):
            self._sealed[tree.tree] = self._last_of(tree.tree)
        try:
            self._key = SigningKey.open(
                self._keys, self._folder.path, self._folder.writer_id, self._clock(), head.digest
            )
        except SecretStoreMissing:
            # A machine without a keyring can be diagnosed all the same: it has no log yet, and
            # cannot begin one, since that takes keys too.
            if self._folder.trees():
                raise
        else:
            writer = self._folder.writer_id
            self._remember(lambda memory: memory.compared(writer, self._standing))
        self._anchor_link()
        self._log = log
        with self._lock:
            self._take(head)
            self._heads |= {tree.tree: tree for tree in over}
            if self._open_trees():
                self._asked.append((Why.OPENED, Future()))
        self._thread.start()

    def committed(self, head: LogHead) -> None:
        """The log grew; called in the writer's thread, and short."""
        with self._lock:
            self._take(head)
            grown = (t.size - self._sealed_of(t.tree).size for t in self._heads.values())
            if max(grown, default=0) >= STEP:
                self._lock.notify()
            elif self._waiting_since is None and self._open_trees():
                self._waiting_since = self._clock()
                self._lock.notify()

    def make(self, why: Why = Why.ASKED) -> None:
        """Make checkpoints of all that has none, now; they are kept with the log on return.

        Raises:
            LogError, SecretStoreMissing: if they could not be made or kept.
        """
        self.ask(why).result()

    def ask(self, why: Why) -> Future[None]:
        """As ``make``, for who does not wait: places outside may be slow to answer.

        Raises:
            LogUnavailable: if nothing is signed any more.
        """
        answer: Future[None] = Future()
        with self._lock:
            if self._closing or not self._thread.is_alive():
                raise LogUnavailable(self._folder.path.name, "closed")
            self._asked.append((why, answer))
            self._lock.notify()
        return answer

    def statement(self) -> HeadStatement:
        """What a card should sign now: the heads of the log and the workstation's key.

        Raises:
            LogUnavailable: before ``attach``.
        """
        with self._lock:
            if self._key is None or self._log is None:
                raise LogUnavailable(self._folder.path.name, "closed")
            return HeadStatement.of(self._log.head().text, self._key.link)

    def forget(self, losses: Iterable[Had]) -> None:
        """Let the key holder forget losses that the log itself now holds as acknowledged.

        Raises:
            SecretStoreMissing: if it cannot.
        """

        def without(memory: Memory) -> Memory:
            for had in losses:
                memory = memory.without(had)
            return memory

        self._remember(without)

    @property
    def anchors(self) -> tuple[AnchorState, ...]:
        """How it stands with each place."""
        with self._lock:
            return tuple(anchor.state for anchor in self._anchors)

    @property
    def key(self) -> SigningKey | None:
        """The signing key, for seals; use it inside ``AccessLog.exclusively`` only."""
        return self._key

    def close(self) -> None:
        """Make the last checkpoint and end the key's epoch. Before the log's own ``close``."""
        with self._lock:
            if self._closing:
                return
            self._closing = True
            self._lock.notify()
        if self._thread.is_alive():
            self._thread.join()

    def _take(self, head: LogHead) -> None:
        self._newest = head
        self._heads |= {tree.tree: tree for tree in head.trees if tree.tree.register != CARRIED}

    def _open_trees(self) -> list[TreeHead]:
        """The heads that no checkpoint covers."""
        heads = self._heads.values()
        return [head for head in heads if head.size > self._sealed_of(head.tree).size]

    def _sealed_of(self, tree: TreeName) -> _Sealed:
        return self._sealed.setdefault(tree, _Sealed())

    def _run(self) -> None:
        """The thread: waits for a reason, makes what is due, answers whoever asked."""
        going = True
        while going:
            with self._lock:
                why = self._due()
                while why is None and not self._asked and not self._closing:
                    self._lock.wait(self._patience())
                    why = self._due()
                asked, self._asked = self._asked, []
                going = not self._closing
            reason = asked[0][0] if asked else why or Why.CLOSED
            try:
                self._seal(reason)
            except Exception as error:  # the thread's edge: whoever waits is told
                if not asked and not isinstance(error, KantaError):
                    _logger.error("checkpoint: %s", type(error).__name__)
                for _, answer in asked:
                    answer.set_exception(error)
                if not asked:
                    self._rest()
                continue
            for _, answer in asked:
                answer.set_result(None)
            self._catch_up()

    def _catch_up(self) -> None:
        """Once for each place, when whoever waited has gone on: a place may be slow to read."""
        late = [anchor for anchor in self._anchors if anchor.lacked is None]
        if not late:
            return
        writer = self._folder.writer_id
        try:
            notes = newest_notes(self._folder)
        except LogError as error:
            _logger.error("what was anchored was not compared: %s", error.code)
            return
        for anchor in late:
            anchor.catch_up(writer, notes)
            anchor.send(self._clock())

    def _due(self) -> Why | None:
        grown = (head.size - self._sealed_of(head.tree).size for head in self._heads.values())
        if max(grown, default=0) >= STEP:
            return Why.COUNT
        if self._waiting_since and self._clock() - self._waiting_since >= HOUR:
            return Why.HOUR
        return None

    def _patience(self) -> float | None:
        """Seconds until the hour is full; None where nothing waits."""
        if self._waiting_since is None:
            return None
        left = self._waiting_since + HOUR - self._clock()
        return min(max(left.total_seconds(), 1.0), HOUR.total_seconds())

    def _rest(self) -> None:
        """After a failure that nobody waits for: try again in a minute, or when asked."""
        with self._lock:
            if not self._closing and not self._asked:
                self._lock.wait(60.0)

    def _seal(self, why: Why) -> None:
        key = self._key
        with self._lock:
            heads, newest = self._open_trees(), self._newest
            self._waiting_since = None
        if key is None:
            return
        now = self._clock()
        if heads and now - key.link.since >= HOUR:
            self._end_epoch(key, now, newest)
        try:
            for head in heads:
                current = newest.of(head.tree) is not None
                self._seal_tree(key, head, why if current else Why.YEAR, now, current=current)
        finally:
            with self._lock:
                if self._open_trees() and self._waiting_since is None:
                    self._waiting_since = now
        if why is Why.CLOSED and heads:
            self._end_epoch(key, now, newest)
        if heads:
            writer = self._folder.writer_id
            self._remember(lambda memory: memory.grown(writer, newest, self._standing))
        self._send(now)

    def _seal_tree(
        self, key: SigningKey, head: TreeHead, why: Why, now: datetime, *, current: bool
    ) -> None:
        sealed = self._sealed_of(head.tree)
        note = key.sign(
            Checkpoint(
                origin=f"kanta-desk/{self._folder.writer_id}/{head.tree}",
                size=head.size,
                root=head.root,
                time=now,
                why=why,
                epoch=0,
                key=b"",
                previous=sealed.digest,
                event=self._event_id(head),
                software=self._software,
            )
        )
        self._keep(head, str(note), current=current)
        with self._lock:
            sealed.size, sealed.digest = head.size, note.digest
            for anchor in self._anchors:
                anchor.waiting.append((f"kanta-desk/{self._folder.writer_id}/{head.tree}", note))

    def _keep(self, head: TreeHead, text: str, *, current: bool) -> None:
        if self._log is None:
            return
        if current:
            # Should the year turn at this moment, the book is another: then it is kept below.
            with contextlib.suppress(ValueError):
                self._log.keep_note(head, text)
                return
        self._log.exclusively(lambda folder: _keep_in(folder, head, text))

    def _event_id(self, head: TreeHead) -> str:
        if self._log is None:
            return "-"
        ref = EventRef(head.tree.register, head.tree.year, head.size)
        return self._log.event(ref).uuid

    def _end_epoch(self, key: SigningKey, now: datetime, newest: LogHead) -> None:
        key.move_on(now, newest.digest)
        self._anchor_link()

    def _anchor_link(self) -> None:
        if self._key is not None:
            for anchor in self._anchors:
                origin = f"kanta-desk/{self._folder.writer_id}/keys"
                anchor.waiting.append((origin, self._key.note))

    def _send(self, now: datetime) -> None:
        for anchor in self._anchors:
            anchor.send(now)

    def _remember(self, change: Callable[[Memory], Memory]) -> None:
        with self._remembering:
            memory = Memory.recalled(self._keys)
            if (changed := change(memory)) != memory:
                changed.keep(self._keys)

    def _standing(self, tree: TreeName, size: int) -> tuple[int, bytes | None] | None:
        """As ``memory.Standing``."""
        if tree not in self._folder.trees():
            return 0, None
        now = 0
        try:
            with explained(str(tree)), contextlib.closing(self._folder.reader(tree)) as reader:
                head = head_of(reader, tree)
                now = head.size if head else 0
                return now, Nodes(reader, str(tree)).root(size) if now >= size else None
        except LogDamaged:
            return now, None
        except LogError:
            return None

    def _head_of(self, tree: TreeName) -> TreeHead:
        with explained(str(tree)), contextlib.closing(self._folder.reader(tree)) as reader:
            return head_of(reader, tree) or TreeHead(tree, 0, b"")

    def _last_of(self, tree: TreeName) -> _Sealed:
        with explained(str(tree)), contextlib.closing(self._folder.reader(tree)) as reader:
            row = reader.execute(
                "SELECT size, note FROM checkpoint ORDER BY id DESC LIMIT 1"
            ).fetchone()
        try:
            return _Sealed(row[0], Note.parse(row[1]).digest) if row else _Sealed()
        except ValueError:
            return _Sealed(row[0])


def _keep_in(folder: LogFolder, head: TreeHead, text: str) -> None:
    """Keep a note in the file of a year that is over."""
    with explained(str(head.tree)), contextlib.closing(folder.writer(head.tree)) as connection:
        connection.execute("INSERT INTO checkpoint(size, note) VALUES (?, ?)", (head.size, text))
