"""What may be disposed of and when: twelve years, by two clocks, a month at a time, less holds.

Law 703/2023 and its retention annex: log data is kept for twelve years. A month may go when all of
it is twelve years old by every clock that there is (``clocks``), so that setting one forward
disposes of nothing. Some events stay: a year's opening, which names no person and ties the years
together, what explains the log to a verification, and what the rights in force rest on.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

from kanta_desk.accesslog.clocks import LogTime
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import milliseconds
from kanta_desk.accesslog.holds import Hold
from kanta_desk.accesslog.schema import YEARS
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import CARRIED, EventKind, EventRef, TreeName
from kanta_desk.model.time import HELSINKI

STAYING = (
    EventKind.LOG_YEAR,
    EventKind.LOG_YEAR_SEAL,
    EventKind.LOG_INCIDENT,
    EventKind.LOG_CLOCK,
)
"""Kinds of event without which the log could no longer be verified, or told its time."""

_RIGHTS = (EventKind.RIGHTS_CHANGE, EventKind.LOG_DISPOSAL)
"""Changes of rights, and the disposals that name those which are gone."""


@dataclass(frozen=True, slots=True)
class Resting:
    """What of a register's record of rights must stay: ``stays`` is what rights in force rest on.

    Of the other changes of rights, which may go, ``may_go`` tells number and digest: the disposal
    keeps them, so that the changes that are left still follow one another.
    """

    stays: frozenset[EventRef] = frozenset()
    may_go: Mapping[EventRef, tuple[int, str]] = field(default_factory=dict)


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
    root at ``size``, so that what is approved is this history and no other. ``rights`` are number
    and digest of the changes of rights that go.
    """

    tree: TreeName
    months: tuple[Month, ...]
    ranges: tuple[tuple[int, int], ...]
    count: int
    held: int
    holds: tuple[str, ...]
    size: int
    root: bytes
    rights: tuple[tuple[int, str], ...] = ()

    @property
    def until(self) -> datetime:
        """All that goes is older than this."""
        return self.months[-1].ends

    @property
    def evidence(self) -> str:
        """As it stands in the event of the disposal."""
        said = {
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
        }
        if self.rights:
            said["rights"] = self.rights
        return json.dumps(said, separators=(",", ":"))

    @classmethod
    def parse(cls, evidence: str) -> DisposalPlan:
        """The plan that the event of a disposal holds.

        Raises:
            ValueError: if it holds none.
        """
        try:
            said = json.loads(evidence)
            register, _, year = said["disposal"].rpartition("/")
            return cls(
                TreeName(register, int(year)),
                tuple(Month(int(each[:-3]), int(each[-2:])) for each in said["months"]),
                tuple((int(first), int(last)) for first, last in said["ranges"]),
                int(said["count"]),
                int(said["held"]),
                tuple(map(str, said["holds"])),
                int(said["size"]),
                base64.b64decode(said["root"], validate=True),
                tuple((int(number), str(digest)) for number, digest in said.get("rights", ())),
            )
        except (AttributeError, LookupError, TypeError, ValueError):
            raise ValueError("not the plan of a disposal") from None


def oldest_allowed(believed: datetime) -> datetime:
    """What is older than this may go: twelve years before the time that is believed."""
    earlier = believed.astimezone(UTC)  # as the guard in the file counts
    try:
        return earlier.replace(year=earlier.year - YEARS)
    except ValueError:  # the 29th of February where there is none
        return earlier.replace(year=earlier.year - YEARS, day=28)


@dataclass(frozen=True, slots=True)
class Share:
    """A register's events in a file: all of its own, some of those carried over from the old form.

    ``connection`` reads the file of ``tree``. What stays in any case is left out; without
    ``resting`` that is every change of rights.
    """

    connection: Connection
    tree: TreeName
    register: str
    resting: Resting | None = None

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
        kinds = STAYING if self.resting else (*STAYING, *_RIGHTS)
        terms = [f"kind NOT IN ({', '.join('?' * len(kinds))})"]
        values = [kind.value for kind in kinds]
        if self.resting:
            kept = [ref.seq for ref in self.resting.stays if ref.tree == self.tree]
            terms.insert(0, "seq NOT IN (SELECT value FROM json_each(?))")
            values.insert(0, json.dumps(kept))
        if self.tree.register == CARRIED:
            controller, _, code = self.register.partition("/")
            terms.append("controller_oid = ? AND register = ?")
            values += [controller, code]
        return " AND ".join(terms), tuple(values)


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
    time: LogTime,
) -> DisposalPlan:
    """The plan for months of one file.

    Args:
        share: what of the file may go at all.
        root: the file's size and root now.
        holds: those in force in the register.
        waiting: the register's intents that nothing has settled.
        time: the clocks.

    Raises:
        DisposalRefused: if a month is too young, or an intent of it waits for its outcome.
        driver.Error: as SQLite says it.
    """
    tree, months = share.tree, sorted(set(months))
    if not months or months[-1].ends > oldest_allowed(time.believed):
        raise DisposalRefused(str(tree), time.doubt or "younger than twelve years")
    going: set[int] = set()
    for month in months:
        going.update(share.of(month))
    of_months, kept_by = len(going), []
    for hold in holds:
        sql, values = hold.condition
        rows = share.connection.execute(
            f"SELECT seq FROM event WHERE time_ms >= ? AND time_ms < ? AND {sql}",  # noqa: S608
            (milliseconds(months[0].begins), milliseconds(months[-1].ends), *values),
        )
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
        _rights_gone(share, going),
    )


def _rights_gone(share: Share, going: Collection[int]) -> tuple[tuple[int, str], ...]:
    """Number and digest of the changes of rights that go."""
    may_go = share.resting.may_go if share.resting else {}
    gone = [said for ref, said in may_go.items() if ref.tree == share.tree and ref.seq in going]
    return tuple(sorted(gone))


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
