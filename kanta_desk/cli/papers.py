"""The papers of a deployment test, as `verify` and `runs report` write them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kanta_desk.cli import papers_texts as said
from kanta_desk.cli import texts, words
from kanta_desk.cli.output import make_folder, note
from kanta_desk.cli.pin2 import pin2
from kanta_desk.cli.program import Program
from kanta_desk.model.deployment import Verdict

if TYPE_CHECKING:  # `--help` needs none of the rooms
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.reporting import Papers
    from kanta_desk.desk.session import Session


class PaperOptions:
    """The options of a command that writes papers, in the program's language."""

    def __init__(self, program: Program) -> None:
        t = program.text
        self.report: Any = typer.Option(
            "--report", help=t(texts.REPORT_PDF), metavar="FILE", dir_okay=False
        )
        self.annex: Any = typer.Option("--annex", help=t(said.ANNEX))
        self.xlsx: Any = typer.Option("--xlsx", help=t(said.XLSX))
        self.verdict: Any = typer.Option("--verdict", help=t(said.VERDICT))
        self.mail: Any = typer.Option("--mail", help=t(said.MAIL))
        self.sign: Any = typer.Option("--sign", help=t(said.SIGN))
        self.performers: Any = typer.Option("--performer", help=t(said.PERFORMER), metavar="NAME")
        self.production: Any = typer.Option(
            "--production-start", help=t(said.PRODUCTION), formats=["%Y-%m-%d"]
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which papers a command was asked for; those beside the report go by its name."""

    report: Path | None
    annex: bool = False
    xlsx: bool = False
    verdict: bool = False
    mail: bool = False
    sign: bool = False
    performers: tuple[str, ...] = ()
    production: datetime | None = None

    def prepared(self, program: Program) -> Wanted:
        """Itself, with the report's folder made.

        Raises:
            typer.BadParameter: if other papers are wanted, and no report.
            FolderNotWritable: naming the folder.
        """
        if self.report is not None:
            make_folder(self.report.parent)
        elif self.annex or self.xlsx or self.verdict or self.mail or self.sign:
            raise typer.BadParameter(program.text(said.NO_REPORT))
        return self

    @property
    def papers(self) -> Papers:
        """The papers beside the report."""
        from kanta_desk.desk.reporting import Papers

        return Papers(self.annex, self.xlsx, self.verdict, self.mail, self.sign)


def write_papers(
    program: Program, desk: Desk, session: Session, verdict: Verdict, wanted: Wanted
) -> tuple[Path, ...]:
    """Write what is wanted and tell where it is; the paths, none where no report is wanted."""
    from kanta_desk.desk.planning import known_details

    if wanted.report is None:
        return ()
    known = known_details(desk.options, session, verdict)
    details = replace(
        known,
        performers=wanted.performers or known.performers,
        production_start=wanted.production.date() if wanted.production else None,
    )
    written = session.reports.write_all(
        verdict,
        details,
        wanted.report,
        program.language,
        wanted.papers,
        lambda pin: pin2(program, desk, pin),
    )
    for path in written:
        note(program.text(words.WRITTEN, path=path))
    return written
