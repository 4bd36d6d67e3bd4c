"""`log …`: the access log, by those whose right it is; what keeps it is in ``cli.log_keeping``."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import log_cases, log_keeping, texts, words
from kanta_desk.cli import log_texts as said
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, make_folder, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import labelled, plain, table
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import (
    EVENT_NAMES,
    PHASE_NAMES,
    Event,
    EventFilter,
    EventKind,
    EventRef,
    Facets,
)
from kanta_desk.model.logquery import parse_query
from kanta_desk.model.logreport import FAULT_NAMES, Depth, VerifyReport
from kanta_desk.model.people import role_words
from kanta_desk.model.time import HELSINKI, finnish_time, from_finnish_date

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
        str, typer.Argument(help=t(texts.LOG_NUMBER), metavar="N", callback=_a_number)
    ]
    asked = Annotated[str, typer.Argument(help=t(said.QUERY), metavar="QUERY")]

    @log.command("search", help=t(texts.LOG_SEARCH))
    def search(
        query: asked = "",
        user: Annotated[str, typer.Option(help=t(texts.LOG_USER))] = "",
        client: Annotated[str, typer.Option(help=t(texts.LOG_CLIENT))] = "",
        document: Annotated[str, typer.Option(help=t(texts.DOCUMENT))] = "",
        kind: Annotated[EventKind | None, typer.Option(help=t(texts.LOG_KIND))] = None,
        first: Annotated[str, typer.Option("--from", help=t(texts.FROM))] = "",
        last: Annotated[str, typer.Option("--to", help=t(texts.TO))] = "",
        limit: Annotated[int, typer.Option(min=1, max=10_000, help=t(texts.LIMIT))] = 100,
        facets: Annotated[bool, typer.Option("--facets", help=t(said.FACETS))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        asked_for = _conditions(program, query)
        conditions = replace(
            asked_for,
            user=user or asked_for.user,
            client=_client(program, client) or asked_for.client,
            document=document or asked_for.document,
            kind=kind or asked_for.kind,
            time_from=_midnight(first) if first else asked_for.time_from,
            time_to=_midnight(last, days=1) if last else asked_for.time_to,
        )
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            found = desk.start(session.log.search, conditions).result()
            page, events = found.first, list(found.first.events)
            while page.before is not None and len(events) < limit:
                page = found.page(page.before)
                events += page.events
        events = events[:limit]
        if as_json:
            answer = {"total": found.total, "events": [plain(event) for event in events]}
            machine(answer | ({"facets": plain(found.facets)} if facets else {}))
            return
        _say_events(program, events)
        if facets:
            _say_facets(program, found.facets)
        say(words.EVENTS.filled(program.language, found.total))

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
            _say_event(program, record.event)

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
                report = desk.start(session.keeping.verify, depth=depth).result()
                if report_file is not None:
                    act = session.keeping.write_verification
                    desk.start(act, report, report_file, program.language).result()
        except LogDamaged:
            # Damage at the log's end keeps everybody out; its place must be told all the same.
            report = _verified_unopened(program, report_file, practice=practice)
        tell = note if as_json else say
        if as_json:
            machine({"intact": report.intact, **plain(report)})
        if report.intact:
            events = words.EVENTS.filled(program.language, report.size)
            tell(t(words.INTACT, events=events, root=report.root))
            return
        tell(t(words.NOT_INTACT))
        for fault in report.faults:
            where = f"{fault.seq_from}–{fault.seq_to}" if fault.seq_from else ""
            tell(f"  {fault.file} {where} {t(FAULT_NAMES[fault.kind])} {fault.detail}")
        raise typer.Exit(Status.FOUND_WRONG)

    @log.command("export", help=t(said.EXPORT))
    def export(
        path: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False)],
        query: asked = "",
        unmask: Annotated[str, typer.Option(help=t(said.UNMASK), metavar="REASON")] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        conditions = _conditions(program, query)
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


def _a_number(number: str) -> str:
    """Refuse what is no event's number before anything is opened."""
    try:
        EventRef.parse(number, "register")
    except ValueError:
        raise typer.BadParameter(number) from None
    return number


def _conditions(program: Program, query: str) -> EventFilter:
    asked = parse_query(query, datetime.now(HELSINKI).date()).filter()
    return replace(asked, client=_client(program, asked.client))


def _client(program: Program, client: str) -> str:
    """The client asked for; ``-`` has it typed, so that it stays out of the shell's history."""
    return typer.prompt(program.text(texts.LOG_CLIENT), err=True) if client == "-" else client


def _midnight(day: str, days: int = 0) -> datetime:
    return datetime.combine(from_finnish_date(day) + timedelta(days), time(), HELSINKI)


def _say_events(program: Program, events: list[Event]) -> None:
    head = [program.text(text) for text in words.EVENT_HEAD]
    rows = [
        (
            event.ref.short,
            finnish_time(event.time, seconds=True),
            program.text(EVENT_NAMES[event.kind]),
            program.text(PHASE_NAMES[event.phase]),
            event.actor.user_name,
            event.subject.client_id,
            event.subject.document_oid,
        )
        for event in events
    ]
    for line in table(head, rows):
        say(line)


def _say_facets(program: Program, facets: Facets) -> None:
    for title, shares in zip(said.SHARES, _shares(program, facets), strict=True):
        say(program.text(title))
        for name, count in shares:
            say(f"  {count:>8}  {name}")


def _shares(program: Program, facets: Facets) -> list[list[tuple[str, int]]]:
    return [
        [(program.text(EVENT_NAMES[EventKind(each.key)]), each.count) for each in facets.kinds],
        [(f"{each.name} ({each.key})", each.count) for each in facets.users],
        [(each.key, each.count) for each in facets.months],
    ]


def _say_event(program: Program, event: Event) -> None:
    subject, actor, t = event.subject, event.actor, program.text
    shown = [
        (words.EVENT_NUMBER, event.ref.short),
        (words.EVENT_TIME, finnish_time(event.time, seconds=True)),
        (words.EVENT_KIND, f"{t(EVENT_NAMES[event.kind])} · {t(PHASE_NAMES[event.phase])}"),
        (words.EVENT_USER, f"{actor.user_name} ({actor.user_id})"),
        (words.EVENT_ROLE, role_words(actor.role, program.language)),
        (words.EVENT_UNIT, actor.unit_name),
        (words.EVENT_CLIENT, f"{subject.client_name} {subject.client_id}".strip()),
        (words.EVENT_DOCUMENT, subject.document_oid),
        (words.EVENT_DOCUMENTS, " ".join(subject.documents)),
        (words.EVENT_QUERY, subject.query),
        (words.EVENT_REGISTER, f"{event.controller_name} ({event.controller_oid})"),
        (words.EVENT_PURPOSE, event.purpose),
        (words.EVENT_RESULT, "" if event.result_count is None else str(event.result_count)),
        (words.EVENT_ERROR, event.error_code),
        (words.EVENT_STATION, f"{event.workstation} · {event.os_user} · {event.software}"),
        (words.EVENT_HASH, event.leaf_hash),
    ]
    for line in labelled(shown, program.language):
        say(line)
