"""`log search` and `log saved`: searching the log, page by page, and searches that are kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import log_search_texts as said
from kanta_desk.cli import log_texts, texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.log_query import (
    NEGATIONS,
    client_of,
    conditions_of,
    event_number,
    query_argument,
    read_query,
    today,
    typed,
)
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.desk.lanes import Lane
from kanta_desk.model.events import (
    EVENT_NAMES,
    PHASE_NAMES,
    Event,
    EventFilter,
    EventKind,
    EventRef,
    Facets,
    Phase,
)
from kanta_desk.model.logquery_time import read_span
from kanta_desk.model.time import HELSINKI, finnish_time, from_finnish_date

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.logbook import LogSearch
    from kanta_desk.desk.session import Session


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of a search: how many, from where, and how."""

    limit: int
    facets: bool
    before: str
    at: str
    as_json: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """The events shown; ``skipped``: how many newer ones match; ``before`` continues it."""

    events: list[Event]
    skipped: int
    before: EventRef | None


def register(log: typer.Typer, program: Program) -> None:
    """Add the commands to the group ``log`` in the program's language."""
    t = program.text
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    many = Annotated[int, typer.Option(min=1, max=10_000, help=t(texts.LIMIT))]
    shared = Annotated[bool, typer.Option("--facets", help=t(log_texts.FACETS))]
    older = Annotated[
        str, typer.Option("--before", help=t(said.BEFORE), metavar="N", callback=event_number)
    ]
    jumped = Annotated[str, typer.Option("--at", help=t(said.AT), metavar="TIME")]
    named = Annotated[str, typer.Argument(help=t(said.NAME), metavar="NAME")]
    asked = Annotated[list[str] | None, query_argument(program)]

    @log.command("search", help=t(texts.LOG_SEARCH), context_settings=NEGATIONS)
    def search(
        query: asked = None,
        user: Annotated[str, typer.Option(help=t(texts.LOG_USER))] = "",
        client: Annotated[str, typer.Option(help=t(texts.LOG_CLIENT))] = "",
        document: Annotated[str, typer.Option(help=t(texts.DOCUMENT))] = "",
        kind: Annotated[EventKind | None, typer.Option(help=t(texts.LOG_KIND))] = None,
        first: Annotated[str, typer.Option("--from", help=t(texts.FROM))] = "",
        last: Annotated[str, typer.Option("--to", help=t(texts.TO))] = "",
        limit: many = 100,
        facets: shared = False,
        before: older = "",
        at: jumped = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        shown = _checked(program, _Shown(limit, facets, before, at, as_json))
        asked_for = conditions_of(program, query)
        conditions = replace(
            asked_for,
            user=user or asked_for.user,
            client=client_of(program, client) or asked_for.client,
            document=document or asked_for.document,
            kind=kind or asked_for.kind,
            time_from=_midnight(first) if first else asked_for.time_from,
            time_to=_midnight(last, days=1) if last else asked_for.time_to,
        )
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            _search(program, desk, session, conditions, shown)

    saved = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    log.add_typer(saved, name="saved", help=t(said.SAVED))

    @saved.command("list", help=t(said.SAVED_LIST))
    def searches(
        register: where = "", purpose: why = "", practice: practised = False, as_json: json = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            found = desk.submit(Lane.LOG, session.supervision.searches).result()
        if as_json:
            machine([plain(each) for each in found])
            return
        rows = [(each.name, each.query, each.saved_by, finnish_time(each.saved)) for each in found]
        for line in table([t(text) for text in said.SAVED_HEAD], rows) if rows else ():
            say(line)
        if not rows:
            say(t(said.NO_SEARCHES))

    @saved.command("save", help=t(said.SAVED_SAVE), context_settings=NEGATIONS)
    def save(
        name: named,
        query: asked = None,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        read_query(query)  # what cannot be read is not kept
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            desk.submit(Lane.LOG, session.supervision.save_search, name, typed(query)).result()
        say(t(said.KEPT, name=name))

    @saved.command("run", help=t(said.SAVED_RUN))
    def run(
        name: named,
        limit: many = 100,
        facets: shared = False,
        before: older = "",
        at: jumped = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        shown = _checked(program, _Shown(limit, facets, before, at, as_json))
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            query = _saved(program, desk, session, name)
            _search(program, desk, session, conditions_of(program, [query]), shown)

    @saved.command("remove", help=t(said.SAVED_REMOVE))
    def remove(
        name: named, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            _saved(program, desk, session, name)
            desk.submit(Lane.LOG, session.supervision.forget_search, name).result()
        say(t(said.REMOVED, name=name))


def _checked(program: Program, shown: _Shown) -> _Shown:
    """What was asked for, unless it cannot be: told before anything is opened."""
    if shown.before and shown.at:
        note(program.text(said.ONE_START))
        raise typer.Exit(Status.COULD_NOT_RUN)
    if shown.at:
        read_span(shown.at, today(), 1)
    return shown


def _saved(program: Program, desk: "Desk", session: "Session", name: str) -> str:
    """The query saved under a name."""
    for each in desk.submit(Lane.LOG, session.supervision.searches).result():
        if each.name == name:
            return each.query
    note(program.text(said.NO_SEARCH, name=name))
    raise typer.Exit(Status.FOUND_WRONG)


def _search(
    program: Program, desk: "Desk", session: "Session", conditions: EventFilter, shown: _Shown
) -> None:
    found = desk.start(session.log.search, conditions).result()
    try:
        page = desk.submit(Lane.LOG, _page, found, shown, session.context.register.key).result()
    except LookupError:
        note(program.text(words.NO_EVENT, number=shown.before))
        raise typer.Exit(Status.FOUND_WRONG) from None
    if shown.as_json:
        machine(
            {
                "total": found.total,
                "skipped": page.skipped,
                "events": [plain(event) for event in page.events],
                "before": plain(page.before),
            }
            | ({"facets": plain(found.facets)} if shown.facets else {})
        )
        return
    say_events(program, page.events)
    if shown.facets:
        purposes = {each.code: program.text(each.name) for each in desk.options.purposes}
        _say_facets(program, found.facets, lambda code: purposes.get(code, code))
    say(words.EVENTS.filled(program.language, found.total))
    if page.skipped:
        note(said.SKIPPED.filled(program.language, page.skipped))
    if page.before is not None:
        note(program.text(said.GO_ON, event=page.before.short))


def _page(found: "LogSearch", shown: _Shown, register: str) -> _Page:
    """As many events as were asked for, from where they were asked for.

    Raises:
        LookupError: if the event to go on from is not in the log.
    """
    page, skipped = found.first, 0
    if shown.before:
        page = found.page(EventRef.parse(shown.before, register))
    elif shown.at and (moment := read_span(shown.at, today(), 1).time_to) is not None:
        at, skipped = found.before_time(moment)
        page = found.first if at is None else found.page(at)
    events = list(page.events)
    while page.before is not None and len(events) < shown.limit:
        page = found.page(page.before)
        events += page.events
    is_more = page.before is not None or len(events) > shown.limit
    events = events[: shown.limit]
    return _Page(events, skipped, events[-1].ref if is_more else None)


def _midnight(day: str, days: int = 0) -> datetime:
    return datetime.combine(from_finnish_date(day) + timedelta(days), time(), HELSINKI)


def say_events(program: Program, events: list[Event]) -> None:
    """Write events as a table to standard output."""
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


def _say_facets(program: Program, facets: Facets, purpose_of: Callable[[str], str]) -> None:
    t = program.text
    shares = (
        [(t(EVENT_NAMES[EventKind(each.key)]), each.count) for each in facets.kinds],
        [(t(PHASE_NAMES[Phase(each.key)]), each.count) for each in facets.phases],
        [(f"{each.name} ({each.key})", each.count) for each in facets.users],
        [(each.key, each.count) for each in facets.units],
        [(purpose_of(each.key), each.count) for each in facets.purposes],
        [(each.key, each.count) for each in facets.months],
    )
    for title, rows in zip(said.SHARES, shares, strict=True):
        say(t(title))
        for name, count in rows:
            say(f"  {count:>8}  {name or '–'}")
