"""`runs …`: the runs of deployment tests: gone on with, run again, compared, decided on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import runs_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, say
from kanta_desk.cli.papers import PaperOptions, Wanted, write_papers
from kanta_desk.cli.papers_texts import NO_REPORT
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.verify import follow, plan_at, tell_verdict
from kanta_desk.errors import RunUnknown
from kanta_desk.model.deployment import ASPECT_NAMES, CELL_NAMES, Aspect, CellState, Ruling
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.testruns import RUN_STATE_NAMES, RunChanges, TestRun
from kanta_desk.model.time import HELSINKI, finnish_time

if TYPE_CHECKING:  # `--help` needs none of the rooms
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session

_SHORT = 8
_WHOLE_ROW = "row"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class _At:
    """Whom a command signs in, and where."""

    practice: bool
    controller: str
    purpose: str


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t, of = program.text, PaperOptions(program)
    group = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(group, name="runs", help=t(said.RUNS))
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    trying = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    of_run = Annotated[str, typer.Argument(help=t(said.RUN), metavar="RUN")]
    reason = Annotated[str, typer.Option("--reason", help=t(said.REASON), metavar="TEXT")]

    @group.command("list", help=t(said.LIST))
    def listed(
        controller: where = "", purpose: why = "", practice: trying = False, as_json: json = False
    ) -> None:
        with _signed_in(program, _At(practice, controller, purpose)) as (_, session):
            runs = session.tests.runs()
        if as_json:
            machine([_value(run) for run in runs])
        for run in () if as_json else runs:
            say(_line(program, run))
        if not runs and not as_json:
            say(t(said.NO_RUNS))

    @group.command("show", help=t(said.SHOW))
    def show(
        run: of_run = "", controller: where = "", purpose: why = "",
        practice: trying = False, as_json: json = False,
    ) -> None:  # fmt: skip
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            verdict = desk.start(session.tests.verdict, _found(session, run).run_id).result()
        raise typer.Exit(tell_verdict(program, verdict, as_json=as_json))

    @group.command("resume", help=t(said.RESUME))
    def resume(
        run: of_run = "", controller: where = "", purpose: why = "",
        practice: trying = False, as_json: json = False,
    ) -> None:  # fmt: skip
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            found = _found(session, run, halted=True)
            told = follow(program)
            verdict = desk.start(session.tests.resume, found.run_id, told).result()
        raise typer.Exit(tell_verdict(program, verdict, as_json=as_json))

    @group.command("again", help=t(said.AGAIN))
    def again(
        run: of_run = "",
        plan: Annotated[
            Path | None, typer.Option("--plan", help=t(said.PLAN), metavar="PLAN")
        ] = None,
        controller: where = "", purpose: why = "", practice: trying = False, as_json: json = False,
    ) -> None:  # fmt: skip
        corrected = plan_at(program, plan) if plan else None
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            found, told = _found(session, run), follow(program)
            work = desk.start(session.tests.rerun, found.run_id, told, plan=corrected)
            verdict = work.result()
        raise typer.Exit(tell_verdict(program, verdict, as_json=as_json))

    @group.command("changes", help=t(said.CHANGES))
    def changes(
        before: Annotated[str, typer.Argument(help=t(said.RUN), metavar="BEFORE")],
        after: Annotated[str, typer.Argument(help=t(said.RUN), metavar="AFTER")] = "",
        controller: where = "", purpose: why = "", practice: trying = False, as_json: json = False,
    ) -> None:  # fmt: skip
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            runs = (_found(session, before).run_id, _found(session, after).run_id)
            found = desk.start(session.tests.changes, *runs).result()
        if as_json:
            machine(_changes_value(found))
        else:
            _tell_changes(program, found)

    @group.command("choose", help=t(said.CHOOSE))
    def choose(
        run: of_run,
        row: Annotated[str, typer.Argument(help=t(said.ROW), metavar="ROW")],
        document: Annotated[str, typer.Argument(help=t(said.DOCUMENT), metavar="OID")],
        because: reason = "",
        controller: where = "", purpose: why = "", practice: trying = False,
    ) -> None:  # fmt: skip
        oid = None if document == _NONE else Oid.parse(document)
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            found = _found(session, run)
            work = desk.start(session.tests.choose, found.run_id, row, oid, because)
            _of_row(program, row, work.result)
        say(t(said.CHOSEN, run=found.run_id[:_SHORT]))

    @group.command("decide", help=t(said.DECIDE))
    def decide(
        run: of_run,
        row: Annotated[str, typer.Argument(help=t(said.ROW), metavar="ROW")],
        cell: Annotated[str, typer.Argument(help=t(said.ASPECT), metavar="CELL")],
        ruling: Annotated[str, typer.Argument(help=t(said.RULING), metavar="RULING")],
        because: reason = "",
        controller: where = "", purpose: why = "", practice: trying = False,
    ) -> None:  # fmt: skip
        try:
            aspect = None if cell == _WHOLE_ROW else Aspect(cell)
            judged = Ruling(ruling.replace("-", " "))
        except ValueError:
            raise typer.BadParameter(f"{cell} {ruling}") from None
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            found = _found(session, run).run_id
            work = desk.start(session.tests.decide, found, row, aspect, judged, because)
            _of_row(program, row, work.result)
        say(t(said.KEPT))

    @group.command("reported", help=t(said.REPORTED))
    def reported(
        run: of_run = "",
        day: Annotated[
            datetime | None, typer.Option("--day", help=t(said.DAY), formats=["%Y-%m-%d"])
        ] = None,
        how: Annotated[str, typer.Option("--how", help=t(said.HOW), metavar="TEXT")] = "",
        controller: where = "", purpose: why = "", practice: trying = False,
    ) -> None:  # fmt: skip
        when: date = day.date() if day else datetime.now(HELSINKI).date()
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            found = _found(session, run).run_id
            desk.start(session.tests.mark_reported, found, when, how).result()
        say(t(said.KEPT))

    @group.command("report", help=t(said.PAPERS))
    def report(
        run: of_run = "",
        report: Annotated[Path | None, of.report] = None,
        annex: Annotated[bool, of.annex] = False,
        xlsx: Annotated[bool, of.xlsx] = False,
        verdict: Annotated[bool, of.verdict] = False,
        mail: Annotated[bool, of.mail] = False,
        sign: Annotated[bool, of.sign] = False,
        performer: Annotated[list[str] | None, of.performers] = None,
        production: Annotated[datetime | None, of.production] = None,
        controller: where = "", purpose: why = "", practice: trying = False,
    ) -> None:  # fmt: skip
        if report is None:
            raise typer.BadParameter(t(NO_REPORT))
        people = tuple(performer or ())
        wanted = Wanted(report, annex, xlsx, verdict, mail, sign, people, production)
        wanted.prepared(program)
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            found = _found(session, run).run_id
            kept = desk.start(session.tests.verdict, found).result()
            write_papers(program, desk, session, kept, wanted)

    @group.command("forget", help=t(said.FORGET))
    def forget(
        run: of_run, controller: where = "", purpose: why = "", practice: trying = False
    ) -> None:
        with _signed_in(program, _At(practice, controller, purpose)) as (desk, session):
            desk.start(session.tests.forget, _found(session, run).run_id).result()
        say(t(said.KEPT))


@contextmanager
def _signed_in(program: Program, at: _At) -> "Iterator[tuple[Desk, Session]]":
    with signed_in(
        program, practice=at.practice, register=at.controller, purpose=at.purpose
    ) as both:
        yield both


def _found(session: "Session", run: str, *, halted: bool = False) -> TestRun:
    """The run whose identifier begins so; without one the newest (of those that may go on)."""
    runs = [r for r in session.tests.runs() if r.can_resume or not halted]
    fitting = [r for r in runs if r.run_id.startswith(run)]
    if not fitting or (run and len(fitting) > 1):
        raise RunUnknown(run or "–")
    return fitting[0]


def _of_row(program: Program, row: str, result: Callable[[], object]) -> None:
    """Wait for an act on a row, and say so where the run has no such row."""
    try:
        result()
    except ValueError:
        raise typer.BadParameter(program.text(said.NO_ROW, row=row)) from None


def _line(program: Program, run: TestRun) -> str:
    state = program.text(RUN_STATE_NAMES[run.state])
    if run.result is not None:
        state += f" · {program.text(CELL_NAMES[run.result])}"
    return program.text(
        said.LINE,
        run=run.run_id[:_SHORT],
        day=finnish_time(run.started),
        plan=run.plan_name,
        done=run.done,
        total=run.total,
        state=state,
    )


def _value(run: TestRun) -> dict[str, object]:
    return {
        "run_id": run.run_id, "plan": run.plan_name, "plan_sha256": run.plan_sha256,
        "kind": run.kind, "started": run.started, "ended": run.ended, "by": run.by,
        "state": run.state, "result": run.result, "done": run.done, "total": run.total,
        "continues": run.continues, "real_clients": run.real_clients,
        "stopped_by": run.stopped_by,
    }  # fmt: skip


def _changes_value(changes: RunChanges) -> dict[str, object]:
    return {
        "before": changes.before,
        "after": changes.after,
        "rows": [
            {
                "key": row.key,
                "cells": {
                    c.aspect.value: {"before": c.before, "after": c.after} for c in row.cells
                },
                "pair_changed": row.pair_changed,
                "content_changed": row.content_changed,
            }
            for row in changes.rows
        ],
        "appeared": changes.appeared,
        "gone": changes.gone,
    }


def _tell_changes(program: Program, changes: RunChanges) -> None:
    t = program.text

    def named(state: CellState | None) -> str:
        return t(CELL_NAMES[state]) if state else "–"

    for row in changes.rows:
        parts = [
            f"{t(ASPECT_NAMES[c.aspect])}: {named(c.before)} → {named(c.after)}" for c in row.cells
        ]
        parts += [t(said.OTHER_PAIR)] if row.pair_changed else []
        parts += [t(said.OTHER_CONTENT)] if row.content_changed else []
        say(f"{row.key}  {', '.join(parts)}")
    for oid in changes.appeared:
        say(t(said.APPEARED, oid=oid))
    for oid in changes.gone:
        say(t(said.GONE, oid=oid))
    if not (changes.rows or changes.appeared or changes.gone):
        say(t(said.NOTHING_CHANGED))
    raise typer.Exit(Status.DONE)
