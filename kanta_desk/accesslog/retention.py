"""What may be disposed of and when: twelve years, by two clocks, a month at a time, less holds.

Law 703/2023 and its retention annex: log data is kept for twelve years. A month may go when all of
it is twelve years old by the wall clock *and* by the time of the last signed checkpoint, so that
setting the clock forward disposes of nothing. The opening events stay: they name no person, and
they are what ties the years together.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode, milliseconds
from kanta_desk.accesslog.holds import Hold
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.schema import YEARS
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import CARRIED, EventKind, EventRef, TreeName
from kanta_desk.model.time import HELSINKI

_SLACK = timedelta(days=2)
"""A checkpoint's time may be so much later than the events it covers."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month in Helsinki."""

    year: int
    month: int

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return datetime(self.year, self.month, 1, tzinfo=HELSINKI)

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return self.following.begins

    @property
    def following(self) -> Month:
        """The next one."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @classmethod
    def of(cls, moment: datetime) -> Month:
        """The month in which a moment falls."""
        local = moment.astimezone(HELSINKI)
        return cls(local.year, local.month)


@dataclass(frozen=True, slots=True)
class DisposalPlan:
    """What one act would dispose of: ranges of numbers of one tree, ``count`` events in all.

    ``held`` events of the months stay because of ``holds`` (their numbers); ``root`` is the tree's
    root at ``size``, so that what is approved is this history and no other.
    """

    tree: TreeName
    months: tuple[Month, ...]
    ranges: tuple[tuple[int, int], ...]
    count: int
    held: int
    holds: tuple[str, ...]
    size: int
    root: bytes

    @property
    def until(self) -> datetime:
        """All that goes is older than this."""
        return self.months[-1].ends

    @property
    def evidence(self) -> str:
        """As it stands in the event of the disposal."""
        return json.dumps(
            {
                "disposal": str(self.tree),
                "months": [str(month) for month in self.months],
                "until": self.until.isoformat(),
                "ranges": self.ranges,
                "count": self.count,
                "held": self.held,
                "holds": self.holds,
                "size": self.size,
                "root": base64.b64encode(self.root).decode("ascii"),
                "basis": "703/2023 §10, 12 v",
            },
            separators=(",", ":"),
        )


def oldest_allowed(now: datetime, signed: datetime | None) -> datetime:
    """What is older than this may go: twelve years by the earlier of the two clocks.

    Raises:
        DisposalRefused: if no checkpoint was ever signed.
    """
    if signed is None:
        raise DisposalRefused("log", "no signed checkpoint")
    earlier = min(now, signed).astimezone(UTC)  # as the guard in the file counts
    try:
        return earlier.replace(year=earlier.year - YEARS)
    except ValueError:  # the 29th of February where there is none
        return earlier.replace(year=earlier.year - YEARS, day=28)


def last_signed(files: Iterable[tuple[TreeName, Connection]]) -> datetime | None:
    """The time of the last checkpoint of a register's files.

    Raises:
        driver.Error: as SQLite says it.
    """
    times = []
    for _, connection in files:
        row = connection.execute("SELECT note FROM checkpoint ORDER BY id DESC LIMIT 1").fetchone()
        try:
            times += [Checkpoint.parse(Note.parse(row[0]).text).time] if row else []
        except ValueError:
            continue
    return max(times, default=None)


@dataclass(frozen=True, slots=True)
class Share:
    """A register's events in a file: all of its own, some of those carried over from the old form.

    ``connection`` reads the file of ``tree``. The opening events, which stay, are left out.
    """

    connection: Connection
    tree: TreeName
    register: str

    def span(self) -> tuple[int | None, int | None]:
        """Time of the first and of the last, in milliseconds.

        Raises:
            driver.Error: as SQLite says it.
        """
        sql, values = self._condition
        found: tuple[int | None, int | None] = self.connection.execute(
            f"SELECT min(time_ms), max(time_ms) FROM event WHERE {sql}",  # noqa: S608
            values,
        ).fetchone()
        return found

    def of(self, month: Month) -> Iterator[int]:
        """The numbers of a month's events.

        Raises:
            driver.Error: as SQLite says it.
        """
        sql, values = self._condition
        rows = self.connection.execute(
            f"SELECT seq FROM event WHERE time_ms >= ? AND time_ms < ? AND {sql}",  # noqa: S608
            (*_span(month), *values),
        )
        return (seq for (seq,) in rows)

    @property
    def _condition(self) -> tuple[str, tuple[str, ...]]:
        if self.tree.register != CARRIED:
            return "kind != ?", (EventKind.LOG_YEAR.value,)
        controller, _, code = self.register.partition("/")
        return "controller_oid = ? AND register = ?", (controller, code)


def months_in(share: Share, before: datetime) -> list[Month]:
    """The months of which there are events and that ended by ``before``, the oldest first.

    Raises:
        driver.Error: as SQLite says it.
    """
    oldest, newest = share.span()
    if oldest is None or newest is None:
        return []
    month = Month.of(datetime.fromtimestamp(oldest / 1000, HELSINKI))
    found = []
    while month.ends <= before and milliseconds(month.begins) <= newest:
        if next(share.of(month), None) is not None:
            found.append(month)
        month = month.following
    return found


def plan(
    share: Share,
    root: tuple[int, bytes],
    months: Sequence[Month],
    holds: Sequence[Hold],
    waiting: Collection[EventRef],
    before: datetime,
) -> DisposalPlan:
    """The plan for months of one file.

    Args:
        share: what of the file may go at all.
        root: the file's size and root now.
        holds: those in force in the register.
        waiting: the register's intents that nothing has settled.
        before: what is older may go.

    Raises:
        DisposalRefused: if a month is too young, or an intent of it waits for its outcome.
        driver.Error: as SQLite says it.
    """
    tree, months = share.tree, sorted(set(months))
    if not months or months[-1].ends > before:
        raise DisposalRefused(str(tree), "younger than twelve years")
    going: set[int] = set()
    for month in months:
        going.update(share.of(month))
    of_months, kept_by = len(going), []
    for hold in holds:
        sql, values = hold.condition
        rows = share.connection.execute(f"SELECT seq FROM event WHERE {sql}", values)  # noqa: S608
        kept = going.intersection(seq for (seq,) in rows)
        # The hold's own event stays as long as the hold.
        if hold.placed and hold.placed.tree == tree:
            kept |= {hold.placed.seq} & going
        if kept:
            going -= kept
            kept_by.append(hold.number)
    if going.intersection(ref.seq for ref in waiting if ref.tree == tree):
        raise DisposalRefused(str(tree), "an intent without an outcome")
    return DisposalPlan(
        tree,
        tuple(months),
        tuple(_ranges(sorted(going))),
        len(going),
        of_months - len(going),
        tuple(kept_by),
        *root,
    )


def backing_fault(
    note: str, tree: TreeName, span: tuple[int, int], files: Mapping[str, Connection]
) -> str:
    """Why the disposal of a range is not backed by an approval in the log; empty if it is.

    ``files`` by the trees' names. The approval must name the range, and be twelve years younger
    than the checkpoints that lie in it.

    Raises:
        driver.Error: as SQLite says it.
    """
    try:
        ref = EventRef.parse(json.loads(note)["event"], tree.register)
        connection = files[str(ref.tree)]
        row = connection.execute(
            "SELECT entry, leaf_hash FROM event WHERE seq = ?", (ref.seq,)
        ).fetchone()
        if row is None:
            (gone,) = connection.execute(
                "SELECT EXISTS (SELECT 1 FROM pruned WHERE ? BETWEEN seq_from AND seq_to)",
                (ref.seq,),
            ).fetchone()
            return "" if gone else "its approval is not in the log"
        event = decode(row[0], row[1], ref.tree)
        said = json.loads(event.evidence)
        named = said["disposal"] == str(tree) and list(span) in said["ranges"]
    except (KeyError, TypeError, ValueError, binascii.Error):
        return "no approval"
    if event.kind is not EventKind.LOG_DISPOSAL or not named:
        return "its approval is of something else"
    limit = oldest_allowed(event.time, event.time)
    for (text,) in files[str(tree)].execute(
        "SELECT note FROM checkpoint WHERE size BETWEEN ? AND ?", span
    ):
        try:
            time = Checkpoint.parse(Note.parse(text).text).time
        except ValueError:
            continue
        if time - _SLACK > limit:
            return "younger than twelve years"
    return ""


def _span(month: Month) -> tuple[int, int]:
    return milliseconds(month.begins), milliseconds(month.ends)


def _ranges(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Numbers in order as ranges without gaps."""
    if not numbers:
        return
    first = numbers[0]
    for one, other in pairwise(numbers):
        if other != one + 1:
            yield first, one
            first = other
    yield first, numbers[-1]
