"""`joining`: the tasks of joining, with their dates; nobody need be signed in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.joining_texts import (
    DONE,
    HELP,
    LOOK,
    NOTE,
    OWNER,
    PDF,
    START,
    TASK,
    UNDO,
    UNKNOWN_TASK,
)
from kanta_desk.cli.output import machine, make_folder, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import open_desk
from kanta_desk.cli.values import plain
from kanta_desk.desk.joining import JoiningTasks
from kanta_desk.desk.lanes import Lane
from kanta_desk.model.joining import TASK_NAMES, Joining, Scheduled, TaskNote, TaskState
from kanta_desk.model.terms import joining as terms
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_date, from_finnish_date

_SIGNS = {
    TaskState.DONE: "✓",
    TaskState.LATE: "✗",
    TaskState.NOW: "!",
    TaskState.WAITING: "…",
    TaskState.AHEAD: "·",
}


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t = program.text

    @app.command("joining", help=t(HELP))
    def joining(
        start: Annotated[str, typer.Option("--start", help=t(START), metavar="DATE")] = "",
        look: Annotated[bool, typer.Option("--look", help=t(LOOK))] = False,
        task: Annotated[str, typer.Option("--task", help=t(TASK), metavar="KEY")] = "",
        done: Annotated[str, typer.Option("--done", help=t(DONE), metavar="DATE")] = "",
        undo: Annotated[bool, typer.Option("--undo", help=t(UNDO))] = False,
        owner: Annotated[str | None, typer.Option("--owner", help=t(OWNER))] = None,
        said: Annotated[str | None, typer.Option("--note", help=t(NOTE))] = None,
        pdf: Annotated[
            Path | None, typer.Option("--pdf", help=t(PDF), metavar="FILE", dir_okay=False)
        ] = None,
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        wanted = from_finnish_date(start) if start else None
        ticked = from_finnish_date(done) if done else None
        if pdf is not None:
            make_folder(pdf.parent)
        with open_desk(program, practice=practice) as desk:
            tasks = desk.joining
            if wanted is not None:
                tasks.start_on(wanted)
            if task:
                _note(program, tasks, task, lambda before: replace(
                    before,
                    done=None if undo else ticked or before.done,
                    owner=before.owner if owner is None else owner,
                    note=before.note if said is None else said,
                ))  # fmt: skip
            project = desk.submit(Lane.CARD, tasks.look).result() if look else tasks.project()
            for line in _lines(project, program.language):
                (note if as_json else say)(line)
            if as_json:
                machine(plain(project))
            if pdf is not None:
                note(t(words.WRITTEN, path=tasks.write_paper(pdf, program.language)))
        raise typer.Exit(Status.DONE if project.can_be_kept else Status.FOUND_WRONG)


def _note(
    program: Program, tasks: JoiningTasks, key: str, change: Callable[[TaskNote], TaskNote]
) -> None:
    found = next((each for each in tasks.project().tasks if each.task.key == key), None)
    if found is None:
        keys = ", ".join(each.task.key for each in tasks.project().tasks)
        note(program.text(UNKNOWN_TASK, key=key, keys=keys))
        raise typer.Exit(Status.COULD_NOT_RUN)
    tasks.note(key, change(found.note))


def _lines(project: Joining, language: Language) -> Iterator[str]:
    """The list for the terminal: a head, a line for each task under its section's name."""
    yield (
        f"{terms.START.of(language)}: {finnish_date(project.start)} · "
        f"{terms.EARLIEST.of(language)}: {finnish_date(project.earliest)} · "
        f"{terms.DONE.of(language)}: {project.done}/{len(project.tasks)}"
    )
    if not project.can_be_kept:
        yield terms.CANNOT_BE_KEPT.of(language)
    width = max(len(each.task.key) for each in project.tasks)
    for section in project.sections:
        yield f"\n{section.title.of(language)}"
        for each in project.tasks:
            if each.task.section == section.key:
                yield from _task(each, width, language)


def _task(each: Scheduled, width: int, language: Language) -> Iterator[str]:
    days = f"{finnish_date(each.begin):>10}–{finnish_date(each.end):<10}"
    state = TASK_NAMES[each.state].of(language)
    title = each.task.title.of(language)
    yield f"  {_SIGNS[each.state]} {each.task.key:<{width}}  {days}  {state:<12} {title}"
    seen = each.evidence.said.of(language) if each.evidence else ""
    told = (each.note.owner, each.note.note, seen)
    if any(told):
        yield " " * (width + 6) + " · ".join(filter(None, told))
