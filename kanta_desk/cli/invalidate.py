"""`invalidate`: documents for good, with confirmation and PIN2 on the terminal."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import invalidate_texts as words
from kanta_desk.cli import texts
from kanta_desk.cli.output import machine, make_folder, note, say
from kanta_desk.cli.pin2 import pin2
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import (
    FATE_NAMES,
    BatchProgress,
    BatchReport,
    Confirmation,
    Fate,
    InvalidationEntry,
    InvalidationPlan,
    Step,
)
from kanta_desk.model.terms.errors import explain, explain_code
from kanta_desk.model.time import finnish_time

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session
    from kanta_desk.desk.signing import Elsewhere, PinWanted

_SHOWN = 4


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t = program.text

    @app.command("invalidate", help=t(words.INVALIDATE))
    def invalidate(
        oids: Annotated[
            list[str] | None, typer.Argument(help=t(texts.DOCUMENT), metavar="OID…")
        ] = None,
        reason: Annotated[str, typer.Option("--reason", help=t(words.REASON))] = "",
        text: Annotated[str, typer.Option("--text", help=t(words.TEXT))] = "",
        verdict: Annotated[
            Path | None,
            typer.Option("--from", help=t(words.FROM), metavar="VERDICT.json", dir_okay=False),
        ] = None,
        plan_id: Annotated[str, typer.Option("--plan", help=t(words.PLAN), metavar="ID")] = "",
        dry_run: Annotated[bool, typer.Option("--dry-run", help=t(words.DRY_RUN))] = False,
        propose: Annotated[bool, typer.Option("--propose", help=t(words.PROPOSE))] = False,
        settle: Annotated[bool, typer.Option("--settle", help=t(words.SETTLE))] = False,
        listed: Annotated[bool, typer.Option("--list", help=t(words.LIST))] = False,
        stop: Annotated[bool, typer.Option("--stop", help=t(words.STOP))] = False,
        receipts: Annotated[
            Path | None, typer.Option("--receipts", help=t(words.RECEIPTS), file_okay=False)
        ] = None,
        report: Annotated[
            Path | None,
            typer.Option("--report", help=t(words.REPORT), metavar="FILE.pdf", dir_okay=False),
        ] = None,
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        from kanta_desk.desk.invalidating import documents_of_verdict

        wanted = [Oid.parse(oid) for oid in oids or ()]
        if verdict is not None:
            wanted += documents_of_verdict(verdict)
        if not (settle or listed or plan_id) and not _named(program, wanted, reason):
            raise typer.Exit(Status.COULD_NOT_RUN)
        if report is not None and (settle or listed) and not plan_id:
            note(program.text(words.REPORT_OF_WHICH))
            raise typer.Exit(Status.COULD_NOT_RUN)
        if receipts is not None:
            make_folder(receipts)
        if report is not None:
            make_folder(report.parent)
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            work = _Work(program, desk, session, as_json)
            if settle or listed:
                status = work.settle() if settle else work.show()
                if report is not None:
                    work.report(plan_id, report)
                raise typer.Exit(status)
            plan = (
                desk.start(session.invalidations.take_up, plan_id).result()
                if plan_id
                else desk.start(session.invalidations.plan, wanted, reason, text).result()
            )
            raise typer.Exit(
                work.carry_out(
                    plan,
                    dry_run=dry_run,
                    propose=propose,
                    stop=stop,
                    folder=receipts,
                    report_to=report,
                )
            )


def _named(program: Program, wanted: Sequence[Oid], reason: str) -> bool:
    """Whether it is said what to invalidate and why; if not, what can be said is told."""
    from kanta_desk.desk.invalidating import reasons

    if not wanted:
        note(program.text(words.NOTHING))
        return False
    if reason:
        return True
    note(program.text(words.REASONS))
    for each in reasons():
        note(f"  {each.code}  {program.text(each.name)}{' (--text)' if each.needs_text else ''}")
    return False


class _Work:
    """The command with a session in hand."""

    def __init__(self, program: Program, desk: "Desk", session: "Session", as_json: bool) -> None:
        self._program = program
        self._desk = desk
        self._session = session
        self._as_json = as_json
        self._tell = note if as_json else say

    def settle(self) -> Status:
        """Ask for what is unsettled."""
        entries = self._desk.start(self._session.invalidations.settle).result()
        self._say_entries(entries)
        self._tell(words.SETTLED.filled(self._program.language, len(entries)))
        left = any(entry.fate is Fate.UNSETTLED for entry in entries)
        return Status.FOUND_WRONG if left else Status.DONE

    def show(self) -> Status:
        """The list of invalidations, and what waits."""
        overview = self._desk.start(self._session.invalidations.overview).result()
        if self._as_json:
            machine(plain(overview))
            return Status.DONE
        self._say_entries(overview.entries)
        waiting = (*overview.interrupted, *overview.proposals)
        if waiting:
            say(self._program.text(words.WAITING))
        for plan in waiting:
            say(f"  {plan.plan_id}  {finnish_time(plan.time)}  {plan.user_name}  "
                f"{plan.done}/{plan.total}  {plan.reason_code}")  # fmt: skip
        return Status.FOUND_WRONG if overview.unsettled else Status.DONE

    def report(self, plan_id: str, path: Path) -> None:
        """Write what became of each document of a batch."""
        act, language = self._session.invalidations.report, self._program.language
        self._desk.start(act, plan_id, path, language).result()
        note(self._program.text(words.REPORTED, path=path))

    def carry_out(
        self,
        plan: InvalidationPlan,
        *,
        dry_run: bool,
        propose: bool,
        stop: bool,
        folder: Path | None,
        report_to: Path | None,
    ) -> Status:
        """Show, confirm, sign, send, tell."""
        from kanta_desk.desk.invalidating import Control

        acts, language = self._session.invalidations, self._program.language
        statement = acts.statement(plan, language)
        for line in statement.lines():
            self._tell(line)
        if not plan.items:
            note(self._program.text(words.NOTHING))
            return Status.FOUND_WRONG
        if dry_run:
            for item in plan.items:
                say(acts.frame(plan, item).decode())
            return Status.DONE
        if len(plan.items) > 1 or plan.refused:  # the beginning has long scrolled away
            for line in ("", *statement.reminder()):
                note(line)
        if not self._confirmed(plan):
            note(self._program.text(words.NOT_CONFIRMED))
            return Status.COULD_NOT_RUN
        confirmation = Confirmation(plan.digest, len(plan.items))
        if propose:
            self._desk.start(acts.propose, plan, confirmation).result()
            self._tell(self._program.text(words.PROPOSED, plan=plan.plan_id))
            return Status.DONE
        report = self._desk.start(
            acts.run, plan, confirmation, self._pin, Control(stop), self._progress
        ).result()
        if report_to is not None:
            self.report(plan.plan_id, report_to)
        return self._told(report, folder)

    def _told(self, report: BatchReport, folder: Path | None) -> Status:
        language, done = self._program.language, report.count(Fate.DONE)
        for result in report.results:
            if result.fate is not Fate.DONE:
                why = explain(result.error, language).title if result.error else ""
                said = self._program.text(FATE_NAMES[result.fate])
                note(f"{result.item.oid}  {said}  {why}".rstrip())
        if folder is not None:
            for result in report.results:
                if result.fate is Fate.DONE:
                    path = folder / f"{result.item.message_id}.pdf"
                    receipt = self._session.invalidations.receipt
                    self._desk.start(receipt, result.item.message_id, path, language).result()
        if self._as_json:
            machine(
                [
                    {
                        "document_oid": result.item.oid.value,
                        "new_oid": result.item.new_oid.value,
                        "message_id": result.item.message_id,
                        "fate": result.fate.value,
                        "error": result.error.code if result.error else "",
                    }
                    for result in report.results
                ]
            )
        self._tell(words.DONE.filled(language, done))
        if not report.finished:
            left = len(report.results) - done
            note(self._program.text(words.LEFT, count=left, plan=report.plan.plan_id))
        for text, code in ((words.STOPPED, report.stopped_by), (words.UNSEALED, report.unsealed)):
            if code:
                told = explain_code(code, language)
                note(self._program.text(text, title=told.title if told else "", code=code))
        return Status.DONE if done == len(report.results) else Status.FOUND_WRONG

    def _confirmed(self, plan: InvalidationPlan) -> bool:
        """One types what cannot be typed without having looked."""
        one = len(plan.items) == 1
        asked = words.CONFIRM_ONE if one else words.CONFIRM_MANY
        expected = plan.items[0].oid.value[-_SHOWN:] if one else str(len(plan.items))
        typed = str(
            typer.prompt(self._program.text(asked), default="", show_default=False, err=True)
        )
        return typed.strip() == expected

    def _pin(self, wanted: "PinWanted") -> "bytearray | Elsewhere":
        when = self._program.text(words.EACH if wanted.each else words.ONCE)
        return pin2(self._program, self._desk, wanted, when)

    def _progress(self, told: BatchProgress) -> None:
        if told.step is Step.SETTLED and told.total > 1:
            note(f"{told.done}/{told.total}")

    def _say_entries(self, entries: Sequence[InvalidationEntry]) -> None:
        if self._as_json:
            machine(plain(entries))
            return
        if not entries:
            return
        rows = [
            (
                finnish_time(entry.time),
                entry.document_oid,
                self._program.text(FATE_NAMES[entry.fate]),
                entry.user_name,
                entry.reason_code,
            )
            for entry in entries
        ]
        for line in table([self._program.text(each) for each in words.HEAD], rows):
            say(line)
