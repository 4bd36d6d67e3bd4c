"""`verify`: the deployment test over a plan, with the matrix, the report and the verdict."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import runs_texts, texts, words
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.papers import PaperOptions, Wanted, write_papers
from kanta_desk.cli.plans import told_plan, write_template
from kanta_desk.cli.plans_texts import NO_PLAN, TEMPLATE
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.model.deployment import KIND_NAMES, Plan, Progress, Verdict

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t, of = program.text, PaperOptions(program)

    @app.command("verify", help=t(texts.VERIFY))
    def verify(
        plan: Annotated[Path | None, typer.Argument(help=t(texts.PLAN), metavar="PLAN")] = None,
        report: Annotated[Path | None, of.report] = None,
        annex: Annotated[bool, of.annex] = False,
        xlsx: Annotated[bool, of.xlsx] = False,
        verdict: Annotated[bool, of.verdict] = False,
        mail: Annotated[bool, of.mail] = False,
        sign: Annotated[bool, of.sign] = False,
        performer: Annotated[list[str] | None, of.performers] = None,
        production: Annotated[datetime | None, of.production] = None,
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
        real_clients: Annotated[
            str, typer.Option("--real-clients", help=t(runs_texts.REAL), metavar="TEXT")
        ] = "",
        template: Annotated[
            Path | None,
            typer.Option("--template", help=t(TEMPLATE), metavar="FILE", dir_okay=False),
        ] = None,
    ) -> None:
        if template is not None:
            write_template(program, template)
            return
        if plan is None:
            raise typer.BadParameter(t(NO_PLAN))
        told_plan(program, plan)  # a fault in the plan is told before anybody signs in
        people = tuple(performer or ())
        wanted = Wanted(report, annex, xlsx, verdict, mail, sign, people, production)
        wanted.prepared(program)
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            found = run_plan(program, desk, session, plan, real_clients)
            status = tell_verdict(program, found, as_json=as_json)
            write_papers(program, desk, session, found, wanted)
        raise typer.Exit(status)


def run_plan(
    program: Program, desk: "Desk", session: "Session", path: Path, real_clients: str = ""
) -> Verdict:
    """Run the deployment test of the plan at ``path``, telling its progress."""
    from kanta_desk.desk.testing import asked_by

    plan = plan_at(program, path)
    note(f"{plan.name}: {program.text(KIND_NAMES[plan.kind])}")
    for asked in asked_by(plan.kind):
        note(f"– {program.text(asked)}")
    for run in session.tests.runs():
        if run.can_resume and run.plan_sha256 == plan.sha256:
            note(program.text(runs_texts.HALTED, run=run.run_id[:8]))
            break
    return desk.start(session.tests.run, plan, follow(program), real_clients=real_clients).result()


def tell_verdict(program: Program, verdict: Verdict, *, as_json: bool) -> Status:
    """Show the matrix, or print the verdict as JSON; the exit status that it deserves."""
    from kanta_desk.desk.planning import matrix_lines, verdict_json

    for line in matrix_lines(verdict, program.language):
        (note if as_json else say)(line)
    if as_json:
        machine(verdict_json(verdict))
    if not verdict.complete:
        note(program.text(words.INCOMPLETE))
        return Status.COULD_NOT_RUN
    return Status.DONE if verdict.passed else Status.FOUND_WRONG


def follow(program: Program) -> Callable[[Progress], None]:
    """What tells a run's progress, row by row."""

    def told(progress: Progress) -> None:
        if progress.row is not None:
            key = progress.row.expected.key
            note(program.text(words.PROGRESS, done=progress.done, total=progress.total, key=key))

    return told


def plan_at(program: Program, path: Path) -> Plan:
    """A plan, read as the columns kept of client information systems tell."""
    from kanta_desk.desk.plans import Plans

    return Plans(program.paths).read(path)
