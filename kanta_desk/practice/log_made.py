"""Makes a whole invented log at once, as large as twelve years of a county's work.

For benches, and to practise with. Each file is filled by ``accesslog.bulk`` from a story that is
told as it is written, so that ten million events need little memory. The log is what one written
event by event would be: a tree for each register and year, opened by the heads of the others as
they stood then, and acts that go over New Year are settled in the new file. It is made only where
no log is, and never where an installation keeps its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, groupby
from pathlib import Path

from kanta_desk import __version__
from kanta_desk.accesslog import entry as entries
from kanta_desk.accesslog.bulk import load
from kanta_desk.accesslog.files import WriterLock
from kanta_desk.accesslog.folder import ID_FILE, LogFolder
from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.model.events import Event, EventKind, EventRef, LogHead, TreeHead, TreeName
from kanta_desk.practice.events import Act, Part, Step, steps
from kanta_desk.practice.events_people import Population
from kanta_desk.practice.organisation import REGISTERS
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.paths import Paths

STATION = entries.Station("HARJOITUS-1", "harjoitus", f"Kanta Desk {__version__}")
"""Where an invented log says that it was written."""

_SHARE = 5
"""Of two registers, the first has so many times the events of the second."""
_OURS = frozenset({"config", "data", "cache", "pki", "archive", "plan", "ankkurit"})
"""What a practice set's folder holds."""
_TOLD_EVERY = 1_000

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Story:
    """What an invented log tells of: the same seed gives the same people and the same acts.

    ``first`` and ``last`` are days, both inclusive.
    """

    seed: int
    users: int
    clients: int
    documents: int
    events: int
    first: date
    last: date


class NotFree(ValueError):
    """There is a log already, or something else, or it is an installation's place."""


def make_log(
    root: Path,
    story: Story,
    installed: Paths,
    on_progress: Told = lambda done, total: None,
) -> tuple[TreeHead, ...]:
    """Make the log of the practice set in ``root``; the heads of its trees.

    ``installed`` are the folders of the installation, whose own log this must not be.

    Raises:
        NotFree: if no log may be made there; nothing is changed then.
        LogError, SecretStoreMissing, SettingsError: if it cannot be written; nothing is left of it.
    """
    demand_free(root, installed)
    paths = Paths.under(root).make()
    folder = log_folder(paths, LogKeeping(LogKeys.PRACTICE))
    lock = WriterLock(folder.path)
    try:
        if folder.trees():
            raise NotFree(folder.path.name)
        try:
            return _Maker(folder, story, on_progress).make()
        except BaseException:
            for each in {folder.folder_of(register.key) for register in REGISTERS}:
                shutil.rmtree(each, ignore_errors=True)
            raise
    finally:
        lock.free()


def demand_free(root: Path, installed: Paths) -> None:
    """Refuse a place for an invented log that is not free.

    Raises:
        NotFree: if a log was begun in it, it is a log itself, holds anything but a practice set,
            or is among an installation's data.
    """
    place, own = Paths.under(root.resolve()).access_log, installed.data.resolve()
    if place.is_relative_to(own) and not place.is_relative_to(own / "practice"):
        raise NotFree(str(root))
    if root.exists() and not root.is_dir():
        raise NotFree(str(root))
    held = {each.name for each in root.iterdir()} if root.exists() else set()
    if ID_FILE in held or LogFolder(root, None).trees() or held - _OURS:
        raise NotFree(str(root))
    if LogFolder(place, None).trees():
        raise NotFree(str(root))


class _Year:
    """What one register has of one year: its steps, of which the first is known."""

    def __init__(self, tree: TreeName, told: Iterator[Step]) -> None:
        self.tree = tree
        self.first = next(told)
        self.steps = chain([self.first], told)
        self.heads: list[TreeHead] = []
        """Of other registers' trees of this year, as they stand when this one begins."""

    @property
    def begins(self) -> tuple[datetime, TreeName]:
        return self.first.time, self.tree


class _Maker:
    def __init__(self, folder: LogFolder, story: Story, on_progress: Told) -> None:
        self._folder, self._story, self._on_progress = folder, story, on_progress
        self._made: list[TreeHead] = []
        self._whole: dict[str, TreeHead] = {}
        self._waiting: dict[Act, Event] = {}
        self._written = 0

    def make(self) -> tuple[TreeHead, ...]:
        coming = {years: year for years in self._told() if (year := next(years, None))}
        while coming:
            now = min(year.tree.year for year in coming.values())
            begun = [each for each in coming.items() if each[1].tree.year == now]
            # In the order in which they begin, so that what is later names what was there.
            begun.sort(key=lambda each: each[1].begins)
            before = dict(self._whole)
            for at, (years, year) in enumerate(begun):
                self._fill(year, before, [other for _, other in begun[at + 1 :]])
                del coming[years]
                if (following := next(years, None)) is not None:
                    coming[years] = following
        self._on_progress(self._written, self._story.events)
        return tuple(sorted(self._made, key=lambda head: head.tree))

    def _told(self) -> list[Iterator[_Year]]:
        """The story of each register, year by year."""
        story = self._story
        people = Population.draw(story.seed, story.users, story.clients, story.documents)
        of_all = sum(_SHARE**-rank for rank in range(len(REGISTERS)))
        counts = [int(story.events * _SHARE**-rank / of_all) for rank in range(len(REGISTERS))]
        counts[0] += story.events - sum(counts)
        return [
            _years(
                register.key,
                steps(people, [register], story.seed + rank, count, story.first, story.last),
            )
            for rank, (register, count) in enumerate(zip(REGISTERS, counts, strict=True))
        ]

    def _fill(self, year: _Year, before: dict[str, TreeHead], later: Sequence[_Year]) -> None:
        """Write one file; ``later`` are those of the year that begin after it."""
        sizes = dict.fromkeys((other.tree for other in later), 0)
        heads = {head.tree.register: head for head in year.heads}
        opening = LogHead(tuple(sorted((before | heads).values(), key=lambda head: head.tree)))
        with closing(self._folder.writer(year.tree)) as connection:
            head = load(connection, year.tree, self._entries(year, opening, later, sizes))
            nodes = Nodes(connection, str(year.tree))
            for other in later:
                if size := sizes[other.tree]:
                    other.heads.append(TreeHead(year.tree, size, nodes.root(size)))
        self._whole[year.tree.register] = head
        self._made.append(head)

    def _entries(
        self, year: _Year, opening: LogHead, later: Sequence[_Year], sizes: dict[TreeName, int]
    ) -> Iterator[bytes]:
        ref = EventRef(year.tree.register, year.tree.year, 1)
        kind = EventKind.LOG_YEAR
        yield entries.encode(entries.own_event(kind, ref, STATION, opening.text, year.first.time))
        for other in later:
            sizes[other.tree] = 1
        for seq, step in enumerate(year.steps, 2):
            yield entries.encode(self._event(step, replace(ref, seq=seq)))
            for other in later:
                if step.time <= other.first.time:
                    sizes[other.tree] = seq
            self._written += 1
            if not self._written % _TOLD_EVERY:
                self._on_progress(self._written, self._story.events)

    def _event(self, step: Step, ref: EventRef) -> Event:
        act = step.act
        if step.part is Part.OUTCOME:
            intent = self._waiting.pop(act)
            return entries.settling_event(intent, act.outcome, STATION, ref, step.time)
        entries.demand_complete(act.intent, act.outcome.phase)
        outcome = act.outcome if step.part is Part.WHOLE else None
        event = entries.first_event(act.intent, outcome, STATION, ref, step.time)
        if outcome is None:
            self._waiting[act] = event
        return event


def _years(register: str, told: Iterator[Step]) -> Iterator[_Year]:
    for year, of_year in groupby(told, key=lambda step: step.time.year):
        yield _Year(TreeName(register, year), of_year)
