"""The joining tasks on paper: what is to be done, by when and by whom, as PDF/A."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kanta_desk.model.joining import TASK_NAMES, Joining, Scheduled, TaskState
from kanta_desk.model.terms import joining as words
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_date, finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import Column, Fact, facts, paragraph, section, table
from kanta_desk.paper.sheet import LEFT, RIGHT, WIDTH, Mark, Sheet


def joining_pdf(
    project: Joining, organisation: str, language: Language, made: datetime, banner: str = ""
) -> bytes:
    """The whole list as the bytes of a PDF/A-2b; ``banner`` stands at the top of each page."""
    title = words.TITLE.of(language)
    page = Sheet(
        title=" · ".join(filter(None, (title, organisation))),
        subject=title,
        language=language.value,
        made=made,
        banner=banner,
    )
    page.begin(words.MADE.filled(language, time=finnish_time(made)))
    _head(page, project, organisation, language)
    for part in project.sections:
        rows = [each for each in project.tasks if each.task.section == part.key]
        if rows:
            section(page, part.title.of(language), 20)
            table(page, _columns(language), (_row(each, language) for each in rows))
    section(page, words.STATUTORY.of(language))
    for day in project.dates:
        paragraph(page, f"{finnish_date(day.day)}  {day.title.of(language)} ({day.source})")
    return bytes(page.output())


def _head(page: Sheet, project: Joining, organisation: str, language: Language) -> None:
    top = page.get_y()
    late = any(each.state is TaskState.LATE for each in project.tasks)
    done = f"{project.done}/{len(project.tasks)}"
    page.badge(RIGHT, top + 1, done, Mark.WARNING if late else Mark.GOOD)
    y = page.put(LEFT, top, WIDTH - 50, organisation, sheet.LABEL)
    page.set_y(page.put(LEFT, y + 0.6, WIDTH - 50, words.TITLE.of(language), sheet.TITLE) + 3)
    facts(page, _facts(project, language))
    if not project.can_be_kept:
        paragraph(page, words.CANNOT_BE_KEPT.of(language), sheet.STRONG)
        page.gap(3)


def _facts(project: Joining, language: Language) -> Iterator[Fact]:
    yield Fact(words.START.of(language), finnish_date(project.start))
    yield Fact(words.EARLIEST.of(language), finnish_date(project.earliest))
    yield Fact(words.TODAY.of(language), finnish_date(project.today))
    yield Fact(words.DONE.of(language), f"{project.done}/{len(project.tasks)}")


def _columns(language: Language) -> tuple[Column, ...]:
    return (
        Column(words.TASK.of(language), 66),
        Column(words.OWNER.of(language), 36),
        Column(words.BEGIN_BY.of(language), 21),
        Column(words.END_BY.of(language), 21),
        Column(words.STATE.of(language), 26, sheet.SMALL_STRONG),
        Column(words.NOTE.of(language), 40),
    )


def _row(each: Scheduled, language: Language) -> tuple[str, ...]:
    state = TASK_NAMES[each.state].of(language)
    if each.note.done:
        state = f"{state} {finnish_date(each.note.done)}"
    seen = each.evidence.said.of(language) if each.evidence else ""
    return (
        each.task.title.of(language),
        each.note.owner or each.task.who.of(language),
        finnish_date(each.begin),
        finnish_date(each.end),
        state,
        " ".join(filter(None, (each.note.note, seen))),
    )
