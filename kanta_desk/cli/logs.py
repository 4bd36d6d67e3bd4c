"""`log search`, `log show`, `log verify`: the access log, by those whose right it is."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Annotated, Any

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import labelled, plain, table
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, Event, EventFilter, EventKind
from kanta_desk.model.identifiers import masked
from kanta_desk.model.logreport import FAULT_NAMES
from kanta_desk.model.people import role_words
from kanta_desk.model.time import HELSINKI, finnish_time, from_finnish_date


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    log = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(log, name="log", help=t(texts.LOG))

    @log.command("search", help=t(texts.LOG_SEARCH))
    def search(
        user: Annotated[str, typer.Option(help=t(texts.LOG_USER))] = "",
        client: Annotated[str, typer.Option(help=t(texts.LOG_CLIENT))] = "",
        document: Annotated[str, typer.Option(help=t(texts.DOCUMENT))] = "",
        kind: Annotated[EventKind | None, typer.Option(help=t(texts.LOG_KIND))] = None,
        first: Annotated[str, typer.Option("--from", help=t(texts.FROM))] = "",
        last: Annotated[str, typer.Option("--to", help=t(texts.TO))] = "",
        limit: Annotated[int, typer.Option(min=1, max=10_000, help=t(texts.LIMIT))] = 100,
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        conditions = EventFilter(
            user=user,
            client=typer.prompt(t(texts.LOG_CLIENT), err=True) if client == "-" else client,
            document=document,
            kind=kind,
            time_from=_midnight(first) if first else None,
            time_to=_midnight(last, days=1) if last else None,
        )
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            found = desk.start(session.search_log, conditions).result()
            page, events = found.first, list(found.first.events)
            while page.before is not None and len(events) < limit:
                page = found.page(page.before)
                events += page.events
        events = events[:limit]
        if as_json:
            machine({"total": found.total, "events": [_plain(event) for event in events]})
            return
        _say_events(program, events)
        say(words.EVENTS.filled(program.language, found.total))

    @log.command("show", help=t(texts.LOG_SHOW))
    def show(
        number: Annotated[int, typer.Argument(min=1, help=t(texts.LOG_NUMBER), metavar="N")],
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                event = desk.start(session.event, number).result()
            except LookupError:
                note(t(words.NO_EVENT, number=number))
                raise typer.Exit(Status.FOUND_WRONG) from None
        if as_json:
            machine(_plain(event))
        else:
            _say_event(program, event)

    @log.command("verify", help=t(texts.LOG_VERIFY))
    def verify(
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            report = desk.start(session.verify_log).result()
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


def _midnight(day: str, days: int = 0) -> datetime:
    return datetime.combine(from_finnish_date(day) + timedelta(days), time(), HELSINKI)


def _plain(event: Event) -> Any:
    """An event for a program; who the client is stays in the log, as in what people see."""
    subject = replace(event.subject, client_id=masked(event.subject.client_id))
    return plain(replace(event, subject=subject))


def _say_events(program: Program, events: list[Event]) -> None:
    head = [program.text(text) for text in words.EVENT_HEAD]
    rows = [
        (
            str(event.seq),
            finnish_time(event.time, seconds=True),
            program.text(EVENT_NAMES[event.kind]),
            program.text(PHASE_NAMES[event.phase]),
            event.actor.user_name,
            masked(event.subject.client_id),
            event.subject.document_oid,
        )
        for event in events
    ]
    for line in table(head, rows):
        say(line)


def _say_event(program: Program, event: Event) -> None:
    subject, actor, t = event.subject, event.actor, program.text
    shown = [
        (words.EVENT_NUMBER, str(event.seq)),
        (words.EVENT_TIME, finnish_time(event.time, seconds=True)),
        (words.EVENT_KIND, f"{t(EVENT_NAMES[event.kind])} · {t(PHASE_NAMES[event.phase])}"),
        (words.EVENT_USER, f"{actor.user_name} ({actor.user_id})"),
        (words.EVENT_ROLE, role_words(actor.role, program.language)),
        (words.EVENT_UNIT, actor.unit_name),
        (words.EVENT_CLIENT, f"{subject.client_name} {masked(subject.client_id)}".strip()),
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
