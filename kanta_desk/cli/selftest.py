"""`self-test`: the installed program does its main job once, in a folder that it removes again."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.output import say
from kanta_desk.cli.papers import Wanted, write_papers
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import open_desk, sign_in
from kanta_desk.errors import BadAnswer, KantaError, LogDamaged, ReportFailed, SettingsUnreadable
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.terms.errors import explain

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session
    from kanta_desk.model.deployment import Plan, Verdict


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""

    @app.command("self-test", help=program.text(texts.SELF_TEST))
    def self_test() -> None:
        with tempfile.TemporaryDirectory(prefix="kanta-desk-") as folder:
            status = _Run(program, Path(folder)).run()
        raise typer.Exit(status)


@dataclass(slots=True)
class _Run:
    """One self-test: its steps in order, each telling whether it held and how long it took."""

    program: Program
    root: Path
    session: Session = field(init=False)
    plan: Plan = field(init=False)
    verdict: Verdict = field(init=False)

    def run(self) -> Status:
        if not self._step("parts", self._parts):
            return Status.FOUND_WRONG
        began = time.perf_counter()
        try:
            with open_desk(self.program, practice=True, state=self.root) as desk:
                self._told("practice", began)
                steps: tuple[tuple[str, Callable[[Desk], None]], ...] = (
                    ("sign-in", self._sign_in),
                    ("archive", self._archive),
                    ("deployment test", self._deployment_test),
                    ("report", self._report),
                    ("access log", self._access_log),
                )
                for name, step in steps:
                    if not self._step(name, step, desk):
                        return Status.FOUND_WRONG
        except KantaError as error:
            self._told("practice", began, error)
            return Status.FOUND_WRONG
        return Status.DONE

    def _step(self, name: str, step: Callable[..., None], *given: object) -> bool:
        began = time.perf_counter()
        try:
            step(*given)
        except KantaError as error:
            self._told(name, began, error)
            return False
        self._told(name, began)
        return True

    def _told(self, name: str, began: float, error: KantaError | None = None) -> None:
        step = self.program.text(words.TEST_STEPS[name])
        if error is None:
            say(f"✓ {step} ({time.perf_counter() - began:.1f} s)")
        else:
            said = explain(error, self.program.language)
            say(f"✗ {step}: {said.title} ({said.code}). {said.meaning}")

    def _parts(self) -> None:
        from kanta_desk.desk.diagnosing import of_installation

        (result,) = of_installation(self.program.paths, only=("program",)).run()
        if result.state is CheckState.FAILED:
            missing = ", ".join(line for line in result.evidence if line.startswith("✗"))
            raise SettingsUnreadable(self.program.text(result.summary), missing)

    def _sign_in(self, desk: Desk) -> None:
        self.session = sign_in(self.program, desk)

    def _archive(self, desk: Desk) -> None:
        from kanta_desk.desk.planning import read_plan

        if desk.practice_plan is None:
            raise SettingsUnreadable("practice plan", "missing")
        self.plan = read_plan(desk.practice_plan)
        client = self.plan.documents[0].client_id
        found = desk.start(self.session.search, SearchCriteria(client_id=client)).result()
        if not found.documents:
            raise BadAnswer("search", "no documents")
        oid = found.documents[0].document_oid
        if not desk.start(self.session.open, oid).result().payloads:
            raise BadAnswer("document", "no content")

    def _deployment_test(self, desk: Desk) -> None:
        self.verdict = desk.start(self.session.tests.run, self.plan).result()
        if not self.verdict.complete:
            raise BadAnswer("deployment test", "not complete")

    def _report(self, desk: Desk) -> None:
        wanted = Wanted(self.root / "report.pdf")
        path, *_ = write_papers(self.program, desk, self.session, self.verdict, wanted)
        if not path.read_bytes().startswith(b"%PDF-"):
            raise ReportFailed(path.name, "not a PDF")

    def _access_log(self, desk: Desk) -> None:
        report = desk.start(self.session.keeping.verify).result()
        if not report.intact:
            raise LogDamaged(report.faults[0].file, report.faults[0].kind)
