"""`doctor`: the diagnosis. Without the practice set it opens no desk, so that it always runs."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.output import machine, note, say, write_file
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import open_desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.model.diagnosis import CheckResult, CheckState

Told = Callable[[CheckResult], None]


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t = program.text

    @app.command("doctor", help=t(texts.DOCTOR))
    def doctor(
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
        report: Annotated[
            Path | None,
            typer.Option("--report", help=t(texts.REPORT_TEXT), metavar="FILE", dir_okay=False),
        ] = None,
    ) -> None:
        from kanta_desk.desk.diagnosing import as_text, as_value, found_wrong, result_lines

        def told(result: CheckResult) -> None:
            if result.state is not CheckState.RUNNING:
                evidence = result.state is not CheckState.OK
                for line in result_lines(result, program.language, evidence=evidence):
                    (note if as_json else say)(line)

        results = _run(program, told, practice=practice)
        now = datetime.now(UTC)
        if as_json:
            machine(as_value(results, program.language, now))
        if report is not None:
            write_file(report, as_text(results, program.language, now).encode())
            note(t(words.WRITTEN, path=report))
        raise typer.Exit(Status.FOUND_WRONG if found_wrong(results) else Status.DONE)


def _run(program: Program, told: Told, *, practice: bool) -> tuple[CheckResult, ...]:
    if not practice:
        from kanta_desk.desk.diagnosing import of_installation

        return of_installation(program.paths).run(told)
    with open_desk(program, practice=True) as desk:
        return desk.submit(Lane.CARD, desk.diagnose, told).result()
