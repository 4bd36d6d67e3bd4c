"""Joining the archive (liittyminen): the tasks, when each is due, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kanta_desk.model.text import Text


class Sees(StrEnum):
    """What the program can see for itself of a task."""

    CONNECTION = "connection"
    READER = "reader"
    CARD = "card"
    UNITS = "units"
    RIGHTS = "rights"
    TEST = "test"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Section:
    """A group of tasks."""

    key: str
    title: Text


@dataclass(frozen=True, slots=True)
class Task:
    """One task: ``days`` are Finnish working days, ``after`` the keys of what must come before.

    ``who`` is usually in charge. ``verified`` is false where no source could be read.
    """

    key: str
    section: str
    title: Text
    why: Text
    who: Text
    days: int
    after: tuple[str, ...] = ()
    sees: Sees | None = None
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class StatutoryDate:
    """A day that the law sets."""

    day: date
    title: Text
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the program saw of a task: whether it is done, what was seen, and on which day."""

    done: bool
    said: Text
    day: date


@dataclass(frozen=True, slots=True)
class TaskNote:
    """What the organisation's own people say of a task. ``done`` is the day it was ticked."""

    done: date | None = None
    owner: str = ""
    note: str = ""


class TaskState(StrEnum):
    """Where a task stands on a day."""

    DONE = "done"
    LATE = "late"
    NOW = "now"
    WAITING = "waiting"
    AHEAD = "ahead"


TASK_NAMES: dict[TaskState, Text] = {
    TaskState.DONE: Text("tehty", "gjort", "done"),
    TaskState.LATE: Text("myöhässä", "försenad", "late"),
    TaskState.NOW: Text("aloitettava", "ska inledas", "to begin"),
    TaskState.WAITING: Text("odottaa", "väntar", "waits"),
    TaskState.AHEAD: Text("ehtii", "i god tid", "in good time"),
}


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A task with its days: it must begin by ``begin`` and be done by ``end``.

    ``slack`` is how many working days it can still be put off; below zero the wanted start cannot
    be kept. ``waits_for`` are the keys of what is not done before it.
    """

    task: Task
    note: TaskNote
    begin: date
    end: date
    state: TaskState
    slack: int
    waits_for: tuple[str, ...] = ()
    evidence: Evidence | None = None

    @property
    def done(self) -> bool:
        """Whether it is done, as people or the program say."""
        return self.state is TaskState.DONE


@dataclass(frozen=True, slots=True)
class Joining:
    """The whole project as it stands ``today``; ``start`` is the wanted day to begin storing.

    ``earliest`` is the first day on which that is possible if all goes on from today.
    """

    start: date
    today: date
    earliest: date
    sections: tuple[Section, ...]
    tasks: tuple[Scheduled, ...]
    dates: tuple[StatutoryDate, ...]

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(task.done for task in self.tasks)

    @property
    def can_be_kept(self) -> bool:
        """Whether the wanted start is still possible."""
        return self.earliest <= self.start
