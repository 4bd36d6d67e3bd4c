"""`verify`: the deployment test over a plan, with the matrix, the report and the verdict."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.output import machine, make_folder, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.model.deployment import Progress, Verdict

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t = program.text

    @app.command("verify", help=t(texts.VERIFY))
    def verify(
        plan: Annotated[Path, typer.Argument(help=t(texts.PLAN), metavar="PLAN")],
        report: Annotated[
            Path | None,
            typer.Option("--report", help=t(texts.REPORT_PDF), metavar="FILE", dir_okay=False),
        ] = None,
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        from kanta_desk.desk.planning import matrix_lines, read_plan, verdict_json

        read_plan(plan)  # a fault in the plan is told before anybody signs in
        if report is not None:
            make_folder(report.parent)
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            verdict = run_plan(program, desk, session, plan)
            for line in matrix_lines(verdict, program.language):
                (note if as_json else say)(line)
            if as_json:
                machine(verdict_json(verdict))
            if report is not None:
                note(t(words.WRITTEN, path=report_on(program, desk, session, verdict, report)))
        if not verdict.complete:
            note(t(words.INCOMPLETE))
            raise typer.Exit(Status.COULD_NOT_RUN)
        raise typer.Exit(Status.DONE if verdict.passed else Status.FOUND_WRONG)


def run_plan(program: Program, desk: "Desk", session: "Session", path: Path) -> Verdict:
    """Run the deployment test of the plan at ``path``, telling its progress."""
    from kanta_desk.desk.planning import read_plan

    def told(progress: Progress) -> None:
        if progress.row is not None:
            key = progress.row.expected.key
            note(program.text(words.PROGRESS, done=progress.done, total=progress.total, key=key))

    return desk.start(session.verify, read_plan(path), told).result()


def report_on(
    program: Program, desk: "Desk", session: "Session", verdict: Verdict, path: Path
) -> Path:
    """Write the report on ``verdict`` as PDF to ``path``."""
    from kanta_desk.desk.planning import known_details

    details = known_details(desk.options, session, verdict)
    return desk.start(session.write_report, verdict, details, path, program.language).result()
