"""`log …`: the access log, by those whose right it is; what keeps it is in ``cli.log_keeping``."""

from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import (
    log_backups,
    log_cases,
    log_generate,
    log_keeping,
    log_losses,
    log_search,
    log_takeover,
    texts,
    words,
)
from kanta_desk.cli import log_texts as said
from kanta_desk.cli.help import group_in
from kanta_desk.cli.log_event import say_event
from kanta_desk.cli.log_query import NEGATIONS, conditions_of, event_number, query_argument
from kanta_desk.cli.log_search_texts import VERIFYING
from kanta_desk.cli.output import Progress, machine, make_folder, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import EventRef
from kanta_desk.model.logreport import FAULT_NAMES, Depth, VerifyReport

_MOST_KEPT = 64 * 1024
"""Characters read of a file of checkpoints, whose first counts."""


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    log = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(log, name="log", help=t(texts.LOG))

    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    numbered = Annotated[
        str, typer.Argument(help=t(texts.LOG_NUMBER), metavar="N", callback=event_number)
    ]
    asked = Annotated[list[str] | None, query_argument(program)]

    log_search.register(log, program)

    @log.command("show", help=t(texts.LOG_SHOW))
    def show(
        number: numbered,
        reveal: Annotated[str, typer.Option(help=t(said.REVEAL), metavar="REASON")] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                ref = EventRef.parse(number, session.context.register.key)
                if reveal:
                    record = desk.start(session.log.reveal, ref, reveal).result()
                else:
                    record = desk.start(session.log.event, ref).result()
            except (LookupError, ValueError):
                note(t(words.NO_EVENT, number=number))
                raise typer.Exit(Status.FOUND_WRONG) from None
        if as_json:
            machine({**plain(record.event), "proof": plain(record.proof)})
        else:
            say_event(program, record.event)

    @log.command("verify", help=t(texts.LOG_VERIFY))
    def verify(
        depth: Annotated[Depth, typer.Option(help=t(said.DEPTH))] = Depth.FULL,
        report_file: Annotated[
            Path | None, typer.Option("--report", help=t(said.REPORT_FILE), metavar="FILE")
        ] = None,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        try:
            with signed_in(program, practice=practice, register=register, purpose=purpose) as (
                desk,
                session,
            ):
                with Progress(t(VERIFYING)) as told:
                    act = session.keeping.verify
                    report = desk.start(act, told, told.cancelled, depth=depth).result()
                if report_file is not None:
                    write = session.keeping.write_verification
                    desk.start(write, report, report_file, program.language).result()
        except LogDamaged:
            # Damage at the log's end keeps everybody out; its place must be told all the same.
            report = _verified_unopened(program, report_file, practice=practice)
        tell = note if as_json else say
        if as_json:
            machine({"intact": report.intact, **plain(report)})
        else:
            log_losses.say_acknowledged(program, report)
        if report.intact:
            events = words.EVENTS.filled(program.language, report.size)
            tell(t(words.INTACT, events=events, root=report.root))
            return
        tell(t(words.NOT_INTACT))
        for fault in report.faults:
            where = f"{fault.seq_from}–{fault.seq_to}" if fault.seq_from else ""
            tell(f"  {fault.file} {where} {t(FAULT_NAMES[fault.kind])} {fault.detail}")
        raise typer.Exit(Status.FOUND_WRONG)

    @log.command("export", help=t(said.EXPORT), context_settings=NEGATIONS)
    def export(
        path: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False)],
        query: asked = None,
        unmask: Annotated[str, typer.Option(help=t(said.UNMASK), metavar="REASON")] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        conditions = conditions_of(program, query)
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            act = session.log.export
            count = desk.start(act, conditions, path, program.language, unmask=unmask).result()
        say(said.EXPORTED.filled(program.language, count))
        say(t(words.WRITTEN, path=path))

    @log.command("proof", help=t(said.PROOF))
    def proof(
        number: numbered,
        out: Annotated[
            Path, typer.Option(help=t(said.OUT), metavar="DIR", file_okay=False)
        ] = Path(),
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        make_folder(out)
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                ref = EventRef.parse(number, session.context.register.key)
                paths = desk.start(session.log.save_proof, ref, out).result()
            except (LookupError, ValueError):
                note(t(words.NO_EVENT, number=number))
                raise typer.Exit(Status.FOUND_WRONG) from None
        for path in paths:
            say(t(words.WRITTEN, path=path))

    @log.command("growth", help=t(said.GROWTH))
    def growth(
        checkpoint: Annotated[
            Path,
            typer.Argument(help=t(said.KEPT), metavar="FILE", exists=True, dir_okay=False),
        ],
        out: Annotated[
            Path, typer.Option(help=t(said.OUT), metavar="DIR", file_okay=False)
        ] = Path(),
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        make_folder(out)
        with checkpoint.open(encoding="utf-8", errors="replace") as file:
            kept = file.read(_MOST_KEPT)
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                paths = desk.start(session.log.save_growth, kept, out).result()
            except LookupError:
                note(t(said.NOT_OURS, path=checkpoint))
                raise typer.Exit(Status.FOUND_WRONG) from None
        for path in paths:
            say(t(words.WRITTEN, path=path))

    log_keeping.register(log, program)
    log_cases.register(log, program)
    log_generate.register(log, program)
    log_losses.register(log, program)
    log_takeover.register(log, program)
    log_backups.register(log, program)


def _verified_unopened(
    program: Program, report_file: Path | None, *, practice: bool
) -> VerifyReport:
    from kanta_desk.desk.custody import write_verification
    from kanta_desk.desk.restoring import verify_unopened, verify_unopened_practice

    if practice:
        report = verify_unopened_practice(program.practice_folder)
    else:
        report = verify_unopened(program.paths)
    if report_file is not None:
        write_verification(report, report_file, program.language, practice=practice)
    return report
