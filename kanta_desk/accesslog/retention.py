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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode, milliseconds
from kanta_desk.accesslog.holds import Hold
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import EventKind, EventRef, TreeName
from kanta_desk.model.time import HELSINKI

YEARS = 12
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
    earlier = min(now, signed).astimezone(HELSINKI)
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


def months_in(connection: Connection, before: datetime) -> list[Month]:
    """The months that a file has events of and that ended by ``before``, the oldest first.

    Raises:
        driver.Error: as SQLite says it.
    """
    oldest, newest = connection.execute(
        "SELECT min(time_ms), max(time_ms) FROM event WHERE kind != ?", (EventKind.LOG_YEAR.value,)
    ).fetchone()
    if oldest is None:
        return []
    month = Month.of(datetime.fromtimestamp(oldest / 1000, HELSINKI))
    found = []
    while month.ends <= before and milliseconds(month.begins) <= newest:
        (there,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM event WHERE time_ms >= ? AND time_ms < ?)", _span(month)
        ).fetchone()
        if there:
            found.append(month)
        month = month.following
    return found


def plan(
    connection: Connection,
    tree: TreeName,
    root: tuple[int, bytes],
    months: Sequence[Month],
    holds: Sequence[Hold],
    before: datetime,
) -> DisposalPlan:
    """The plan for months of one file; ``root`` is its size and root now.

    Raises:
        DisposalRefused: if a month is too young, or an intent of it waits for its outcome.
        driver.Error: as SQLite says it.
    """
    months = sorted(set(months))
    if not months or months[-1].ends > before:
        raise DisposalRefused(str(tree), "younger than twelve years")
    going: set[int] = set()
    for month in months:
        rows = connection.execute(
            "SELECT seq FROM event WHERE time_ms >= ? AND time_ms < ? AND kind != ?",
            (*_span(month), EventKind.LOG_YEAR.value),
        )
        going.update(seq for (seq,) in rows)
    of_months, kept_by = len(going), []
    for hold in holds:
        sql, values = hold.condition
        rows = connection.execute(f"SELECT seq FROM event WHERE {sql}", values)  # noqa: S608
        kept = going.intersection(seq for (seq,) in rows)
        # The hold's own event stays as long as the hold.
        if hold.placed and hold.placed.tree == tree:
            kept |= {hold.placed.seq} & going
        if kept:
            going -= kept
            kept_by.append(hold.number)
    waiting = connection.execute(
        "SELECT seq FROM open_intent WHERE register = ? AND year = ?", (tree.register, tree.year)
    )
    if going.intersection(seq for (seq,) in waiting):
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
