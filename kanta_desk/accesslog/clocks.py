"""What time it may be taken to be when twelve years are counted: never by one clock alone.

The wall clock and the last signed checkpoint are the same computer's. So a third party's time of
the session counts too (an issuer's signed answer about a certificate, the archive's date), and the
log must have been used all the way to today: where its clock leapt over months, the time before the
leap is believed, until a third party confirms a later one or an auditor states it.

A third party's time is a lower bound: when it was told, it was that late, and now it is later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import EventKind, TreeName

LONGEST_GAP = timedelta(days=45)
"""A log that nobody used for longer has leapt, as far as it can tell itself."""

ARCHIVE, AUDITOR = "archive", "auditor"
"""Who told a time, beside the sources of revocation."""

_PROVING = (EventKind.SIGN_IN, EventKind.UNLOCK, EventKind.LOG_SEAL)
"""Events that keep what issuers answered meanwhile (``desk.signin.evidence_of``)."""

_NEWEST = 40
"""Events of a kind that are looked at for one that tells a time."""

_Island = tuple[datetime, datetime]
Files = Sequence[tuple[TreeName, Connection]]


@dataclass(frozen=True, slots=True)
class Witness:
    """A time that another than this computer told, or that an auditor stated; and who."""

    time: datetime
    source: str


@dataclass(frozen=True, slots=True)
class LogTime:
    """The clocks by which months of a register fall due.

    ``signed`` is of the last checkpoint, ``witness`` the latest that a third party told this
    session, ``leap`` the moments between which the log's clock leapt unconfirmed.
    """

    now: datetime
    signed: datetime | None
    witness: Witness | None = None
    leap: tuple[datetime, datetime] | None = None

    @property
    def believed(self) -> datetime:
        """What time it may be taken to be.

        Raises:
            DisposalRefused: if no checkpoint was ever signed.
        """
        if self.signed is None:
            raise DisposalRefused("log", "no signed checkpoint")
        times = [self.now, self.signed]
        times += [self.witness.time] if self.witness else []
        times += [self.leap[0]] if self.leap else []
        return min(times)

    @property
    def doubt(self) -> str:
        """Why it may not be taken to be as late as the wall clock says; empty if it may."""
        if self.leap:
            before, after = (f"{each.astimezone(UTC):%Y-%m-%d}" for each in self.leap)
            return (
                f"younger than twelve years by a clock that can be believed: it leapt from {before}"
                f" to {after}, and nobody else has confirmed that"
            )
        if self.witness and self.witness.time < min(self.now, self.signed or self.now):
            told = f"{self.witness.time.astimezone(UTC):%Y-%m-%d}"
            return f"younger than twelve years by the time that {self.witness.source} told: {told}"
        return ""

    @property
    def evidence(self) -> dict[str, str]:
        """As the event of a disposal keeps it."""
        said = {"clock": self.now.isoformat(), "signed": self.signed and self.signed.isoformat()}
        if self.witness:
            said |= {"told": self.witness.time.isoformat(), "by": self.witness.source}
        return {name: value for name, value in said.items() if value}


def log_time(files: Files, now: datetime, told: Iterable[Witness] = ()) -> LogTime:
    """The clocks of a register.

    Args:
        files: the register's, and what was carried over, the oldest first.
        told: third parties' times of this session.

    Raises:
        driver.Error: as SQLite says it.
    """
    latest = max(told, key=lambda each: each.time, default=None)
    return LogTime(now, last_signed(files), latest, _leap(files, now, latest))


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


def stated(now: datetime, reason: str, moved: Iterable[tuple[str, int]] = ()) -> str:
    """What the event of an auditor's statement holds as evidence.

    ``moved``: the trees and numbers of events at which a verification finds that the clock was set
    back, which the auditor answers for.
    """
    said: dict[str, object] = {"clock": now.isoformat(), "reason": reason}
    if places := [[tree, seq] for tree, seq in moved]:
        said["moved"] = places
    return json.dumps(said, ensure_ascii=False)


def answered_for(files: Files) -> frozenset[tuple[str, int]]:
    """Where auditors answered for a clock that was set back: that keeps no disposal from others.

    Raises:
        driver.Error: as SQLite says it.
    """
    found: set[tuple[str, int]] = set()
    for tree, connection in files:
        rows = connection.execute(
            "SELECT entry, leaf_hash FROM event WHERE kind = ? AND phase = 'toteutui'",
            (EventKind.LOG_CLOCK.value,),
        )
        for entry, leaf in rows:
            try:
                said = json.loads(decode(entry, leaf, tree).evidence)
                found |= {(str(where), int(seq)) for where, seq in said.get("moved", ())}
            except (AttributeError, TypeError, ValueError, RecursionError):
                continue
    return frozenset(found)


def witnesses_in(evidence: str) -> tuple[Witness, ...]:
    """The times in the evidence of a sign-in, or of an auditor's statement."""
    try:
        said = json.loads(evidence)
        if "clock" in said:
            return (Witness(_aware(said["clock"]), AUDITOR),)
        return tuple(
            Witness(_aware(each["produced_at"]), str(each["source"]))
            for each in said.get("revocation", ())
            if each["state"] != "unknown" and each["produced_at"]
        )
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return ()


def _leap(files: Files, now: datetime, told: Witness | None) -> tuple[datetime, datetime] | None:
    """From when to when the clock leapt, if nobody confirmed it; None if the log was in use."""
    islands = _islands(each for _, connection in files for each in _of_events(connection))
    if not islands:
        return None
    leap = _end_of_use(islands, now, told.time if told else islands[0][0])
    if leap is None:
        return None
    # What was disposed of leaves a gap, and its checkpoints in it.
    signed = [(day, day) for _, connection in files for day in _days_of_checkpoints(connection)]
    islands = _islands([*islands, *signed])
    leap = _end_of_use(islands, now, told.time if told else islands[0][0])
    if leap is None:
        return None
    if (known := _newest_witness(files)) is None:
        return leap
    return _end_of_use(islands, now, max(known.time, leap[0]))


def _end_of_use(
    islands: Sequence[_Island], now: datetime, known: datetime
) -> tuple[datetime, datetime] | None:
    """Where the use of the log that goes on from ``known`` ends before its next, or today."""
    reached = max(islands[0][1], known)
    for begins, ends in islands:
        if begins > now:
            break
        if begins - reached > LONGEST_GAP:
            return reached, begins
        reached = max(reached, ends)
    return (reached, now) if now - reached > LONGEST_GAP else None


def _islands(spans: Iterable[_Island]) -> list[_Island]:
    """When the log was in use: spans in which no gap is too long, in order of time."""
    whole: list[_Island] = []
    for begins, ends in sorted(spans):
        if whole and begins - whole[-1][1] <= LONGEST_GAP:
            whole[-1] = (whole[-1][0], max(ends, whole[-1][1]))
        else:
            whole.append((begins, ends))
    return whole


def _of_events(connection: Connection) -> Iterable[_Island]:
    """By leaps along the index of times: a few for each year."""
    gap = LONGEST_GAP // timedelta(milliseconds=1)

    def one(sql: str, value: int) -> int | None:
        found: int | None = connection.execute(
            f"SELECT {sql} FROM event WHERE time_ms {'<=' if 'max' in sql else '>'} ?",  # noqa: S608
            (value,),
        ).fetchone()[0]
        return found

    begins = one("min(time_ms)", -1)
    while begins is not None:
        ends = begins
        while (later := one("max(time_ms)", ends + gap)) is not None and later > ends:
            ends = later
        yield _moment(begins), _moment(ends)
        begins = one("min(time_ms)", ends)


def _days_of_checkpoints(connection: Connection) -> Iterable[datetime]:
    """What was disposed of leaves its checkpoints."""
    rows = connection.execute(
        "SELECT DISTINCT substr(note, instr(note, char(10) || 'time: ') + 7, 10) FROM checkpoint"
    )
    for (day,) in rows:
        try:
            yield datetime.fromisoformat(day).replace(tzinfo=UTC)
        except ValueError:
            continue


def _newest_witness(files: Files) -> Witness | None:
    """The latest time that the log itself holds of others."""
    for _, connection in reversed(files):
        found: list[Witness] = []
        for kind in (*_PROVING, EventKind.LOG_CLOCK):
            rows = connection.execute(
                "SELECT json_extract(entry, '$[36][1]') FROM event WHERE seq IN"
                " (SELECT seq FROM event WHERE kind = ? AND phase = 'toteutui'"
                " ORDER BY seq DESC LIMIT ?)",
                (kind.value, _NEWEST),
            )
            found += (each for (said,) in rows for each in witnesses_in(str(said or "")))
        if found:
            return max(found, key=lambda each: each.time)
    return None


def _moment(time_ms: int) -> datetime:
    return datetime.fromtimestamp(time_ms / 1000, UTC)


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("not an aware time")
    return moment
