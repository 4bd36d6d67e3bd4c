"""The joining tasks counted back from the wanted start.

The tasks are data (``resources/joining/tasks.toml``). Each has its last possible days, counted back
in Finnish working days from the day on which storing should begin, and its first possible ones,
counted on from today by what is done; the difference is its slack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from kanta_desk.deployment import workdays
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.joining import (
    Evidence,
    Joining,
    Scheduled,
    Section,
    Sees,
    StatutoryDate,
    Task,
    TaskNote,
    TaskState,
)
from kanta_desk.model.text import Text
from kanta_desk.settings.resources import read_toml, resource

SOON = 5
"""With so little slack, in working days, a task is to be begun now."""

_PLACE = "joining/tasks.toml"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tasks, each after those that it depends on; ``anchor`` is the one that ends on the wanted
    start."""

    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    dates: tuple[StatutoryDate, ...]
    anchor: str


@cache
def catalogue() -> Catalogue:
    """The tasks of the program.

    Raises:
        SettingsUnreadable: naming the task at fault.
    """
    return read_catalogue(read_toml(resource("joining", "tasks.toml")))


def read_catalogue(data: Mapping[str, Any]) -> Catalogue:
    """The catalogue in a parsed TOML file.

    Raises:
        SettingsUnreadable: naming the task at fault; also where tasks wait for each other.
    """
    try:
        sections = tuple(Section(s["key"], _text(s)) for s in data["section"])
        dates = tuple(StatutoryDate(d["day"], _text(d), d["source"]) for d in data["date"])
        tasks = {t["key"]: _task(t) for t in data["task"]}
        anchor = str(data["anchor"])
    except (KeyError, TypeError, ValueError) as error:
        raise SettingsUnreadable(_PLACE, str(error)) from None
    if anchor not in tasks or len(tasks) != len(data["task"]):
        raise SettingsUnreadable(_PLACE, "anchor or key")
    return Catalogue(sections, tuple(_in_order(tasks)), dates, anchor)


def _task(data: Mapping[str, Any]) -> Task:
    if data["days"] < 1:
        raise ValueError(f"{data['key']}: days")
    return Task(
        key=data["key"],
        section=data["section"],
        title=_text(data),
        why=_text(data, "why_"),
        who=_text(data, "who_"),
        days=data["days"],
        after=tuple(data.get("after", ())),
        sees=Sees(data["sees"]) if "sees" in data else None,
        source=data["source"],
        verified=data.get("verified", True),
    )


def _text(data: Mapping[str, Any], prefix: str = "") -> Text:
    return Text(data[f"{prefix}fi"], data[f"{prefix}sv"], data[f"{prefix}en"])


def _in_order(tasks: Mapping[str, Task]) -> Iterable[Task]:
    """Each task after those that it depends on, otherwise as they are listed."""
    given: set[str] = set()
    left = list(tasks.values())
    while left:
        ready = next((task for task in left if given.issuperset(task.after)), None)
        if ready is None:
            raise SettingsUnreadable(_PLACE, f"{left[0].key}: after")
        left.remove(ready)
        given.add(ready.key)
        yield ready


def default_start(plan: Catalogue, today: date) -> date:
    """The first day on which storing could begin if nothing is done yet and all begins today."""
    return _earliest(plan, {task.key: None for task in plan.tasks}, today)[plan.anchor][1]


def schedule(
    plan: Catalogue,
    notes: Mapping[str, TaskNote],
    seen: Mapping[Sees, Evidence],
    start: date,
    today: date,
) -> Joining:
    """Where the project stands ``today``, with storing to begin on ``start``."""
    done = {task.key: _done_on(task, notes, seen) for task in plan.tasks}
    latest = _latest(plan, start)
    earliest = _earliest(plan, done, today)
    scheduled = []
    for task in plan.tasks:
        begin, end = latest[task.key]
        waits_for = tuple(key for key in task.after if done[key] is None)
        slack = workdays.between(earliest[task.key][0], begin)
        state = _state(done[task.key] is not None, slack, bool(waits_for))
        note = notes.get(task.key, TaskNote())
        evidence = seen.get(task.sees) if task.sees else None
        scheduled.append(Scheduled(task, note, begin, end, state, slack, waits_for, evidence))
    order = {section.key: at for at, section in enumerate(plan.sections)}
    scheduled.sort(key=lambda each: order[each.task.section])
    possible = done[plan.anchor] or earliest[plan.anchor][1]
    return Joining(start, today, possible, plan.sections, tuple(scheduled), plan.dates)


def _done_on(
    task: Task, notes: Mapping[str, TaskNote], seen: Mapping[Sees, Evidence]
) -> date | None:
    """The day it was done: as somebody ticked it, or as the program saw it."""
    if (note := notes.get(task.key)) and note.done:
        return note.done
    evidence = seen.get(task.sees) if task.sees else None
    return evidence.day if evidence and evidence.done else None


def _state(done: bool, slack: int, waits: bool) -> TaskState:
    if done:
        return TaskState.DONE
    if slack < 0:
        return TaskState.LATE
    if waits:
        return TaskState.WAITING
    return TaskState.NOW if slack <= SOON else TaskState.AHEAD


def _latest(plan: Catalogue, start: date) -> dict[str, tuple[date, date]]:
    """The last days on which each may begin and end; what follows the start is counted on."""
    tasks = {task.key: task for task in plan.tasks}
    limits = {plan.anchor: _ending(tasks[plan.anchor], start)}
    for task in reversed(plan.tasks):
        followers = [limits[key][0] for key in limits if task.key in tasks[key].after]
        if followers and task.key != plan.anchor:
            limits[task.key] = _ending(task, workdays.before(min(followers), 1))
    for task in plan.tasks:
        if task.key not in limits:
            last = max((limits[key][1] for key in task.after), default=start)
            begin = workdays.after(last, 1)
            limits[task.key] = begin, workdays.after(begin, task.days - 1)
    return limits


def _ending(task: Task, end: date) -> tuple[date, date]:
    """First and last day of a task that is to be done by ``end``."""
    last = end if workdays.is_working_day(end) else workdays.before(end, 1)
    return workdays.before(last, task.days - 1), last


def _earliest(
    plan: Catalogue, done: Mapping[str, date | None], today: date
) -> dict[str, tuple[date, date]]:
    """The first days on which each could begin and end, from ``today`` on."""
    first = today if workdays.is_working_day(today) else workdays.after(today, 1)
    found: dict[str, tuple[date, date]] = {}
    for task in plan.tasks:
        if (day := done[task.key]) is not None:
            found[task.key] = day, min(day, today - timedelta(days=1))
            continue
        before = max((found[key][1] for key in task.after), default=date.min)
        begin = first if before < first else workdays.after(before, 1)
        found[task.key] = begin, workdays.after(begin, task.days - 1)
    return found
