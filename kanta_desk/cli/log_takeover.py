"""`log import` and `log imported`: logs that other controllers handed over."""

from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import log_takeover_texts as said
from kanta_desk.cli import texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.log_event import say_event
from kanta_desk.cli.log_query import NEGATIONS, conditions_of, query_argument
from kanta_desk.cli.log_search import say_events
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.model.events import EventRef
from kanta_desk.model.time import finnish_time


def register(log: typer.Typer, program: Program) -> None:
    """Add the commands to the group ``log`` in the program's language."""
    t = program.text
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    numbered = Annotated[str, typer.Argument(help=t(said.NUMBER), metavar="N")]
    asked = Annotated[list[str] | None, query_argument(program)]

    @log.command("import", help=t(said.IMPORT))
    def take(
        source: Annotated[
            Path, typer.Argument(help=t(said.FROM), metavar="DIR", exists=True, file_okay=False)
        ],
        reason: Annotated[str, typer.Option(help=t(said.REASON))],
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            act = session.takeover.take
            taken = desk.start(act, source, reason, program.language).result()
        if as_json:
            machine(plain(taken))
            return
        size = sum(head.size for head in taken.heads.trees)
        say(t(said.TAKEN, size=size, register=taken.register, number=taken.number))

    imported = typer.Typer(
        cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True
    )
    log.add_typer(imported, name="imported", help=t(said.IMPORTED))

    @imported.command("list", help=t(said.LIST))
    def listed(
        register: where = "", purpose: why = "", practice: practised = False, as_json: json = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            found = desk.start(session.takeover.listed).result()
        if as_json:
            machine([plain(each) for each in found])
            return
        rows = [
            (
                each.log.number,
                each.log.register,
                str(sum(head.size for head in each.log.heads.trees)),
                ", ".join(str(head.tree.year) for head in each.log.heads.trees),
                finnish_time(each.time),
                each.by,
            )
            for each in found
        ]
        for line in table([t(text) for text in said.HEAD], rows) if rows else (t(said.NOTHING),):
            say(line)

    @imported.command("search", help=t(said.SEARCH), context_settings=NEGATIONS)
    def search(
        number: numbered,
        query: asked = None,
        limit: Annotated[int, typer.Option(min=1, max=10_000, help=t(texts.LIMIT))] = 100,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        conditions = conditions_of(program, query)
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                found = desk.start(session.takeover.search, number, conditions).result()
            except LookupError:
                raise _missing(program, number) from None
            page, events = found.first, list(found.first.events)
            while page.before is not None and len(events) < limit:
                page = found.page(page.before)
                events += page.events
        events = events[:limit]
        if as_json:
            machine({"total": found.total, "events": [plain(event) for event in events]})
            return
        say_events(program, events)
        say(words.EVENTS.filled(program.language, found.total))

    @imported.command("show", help=t(said.SHOW))
    def show(
        number: numbered,
        event: Annotated[str, typer.Argument(help=t(said.EVENT), metavar="EVENT")],
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
                known = desk.start(session.takeover.listed).result()
                logs = {each.log.number: each.log for each in known}
                ref = EventRef.parse(event, logs[number].register)
                found = desk.start(session.takeover.event, number, ref).result()
            except (LookupError, ValueError):
                raise _missing(program, number) from None
        if as_json:
            machine(plain(found))
        else:
            say_event(program, found)

    @imported.command("check", help=t(said.CHECK))
    def check(
        number: numbered, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                found = desk.start(session.takeover.check, number).result()
            except LookupError:
                raise _missing(program, number) from None
        say(t(said.SOUND, size=sum(head.size for head in found.heads.trees)))


def _missing(program: Program, number: str) -> typer.Exit:
    note(program.text(said.NO_LOG, number=number))
    return typer.Exit(Status.FOUND_WRONG)
