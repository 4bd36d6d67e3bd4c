"""`log case …`: what is being looked into, by which events, until when, and what was found."""

from datetime import datetime
from typing import Annotated

import typer

from kanta_desk.cli import log_texts as said
from kanta_desk.cli import texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.errors import EventMissing
from kanta_desk.model.events import EventRef
from kanta_desk.model.time import finnish_date, finnish_time, from_finnish_date


def register(log: typer.Typer, program: Program) -> None:
    """Add the commands to the group ``log`` in the program's language."""
    t = program.text
    case = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    log.add_typer(case, name="case", help=t(said.CASE))
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]

    @case.command("list", help=t(said.CASE_LIST))
    def cases(
        register: where = "", purpose: why = "", practice: practised = False, as_json: json = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            _,
            session,
        ):
            found = session.supervision.cases()
        if as_json:
            machine([plain(each) for each in found])
            return
        rows = [
            (
                str(each.id),
                finnish_time(each.opened),
                finnish_date(datetime.fromisoformat(each.due).date()) if each.due else "",
                each.title,
                " ".join(EventRef.parse(event, each.register).short for event in each.events),
                each.decision,
            )
            for each in found
        ]
        if rows:
            for line in table([t(text) for text in said.CASE_HEAD], rows):
                say(line)
        else:
            say(t(said.NO_CASES))

    @case.command("open", help=t(said.CASE_OPEN))
    def open_case(
        title: Annotated[str, typer.Argument(help=t(said.CASE_TITLE), metavar="TITLE")],
        events: Annotated[
            list[str] | None, typer.Option("--event", help=t(said.CASE_EVENT), metavar="N")
        ] = None,
        due: Annotated[str, typer.Option(help=t(said.CASE_DUE))] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        day = from_finnish_date(due) if due else None
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            _,
            session,
        ):
            own = session.context.register.key
            try:
                refs = [EventRef.parse(event, own) for event in events or ()]
                made = session.supervision.open_case(title, refs, day)
            except (EventMissing, ValueError):
                note(t(words.NO_EVENT, number=" ".join(events or ())))
                raise typer.Exit(Status.FOUND_WRONG) from None
        say(t(said.CASE_OPENED, number=made.id))

    @case.command("decide", help=t(said.CASE_DECIDE))
    def decide(
        number: Annotated[int, typer.Argument(help=t(said.CASE_NUMBER), metavar="N")],
        decision: Annotated[str, typer.Option(help=t(said.CASE_DECISION))],
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            _,
            session,
        ):
            try:
                session.supervision.decide_case(number, decision)
            except LookupError:
                note(t(said.NO_CASE, number=number))
                raise typer.Exit(Status.FOUND_WRONG) from None
        say(t(said.CASE_DECIDED, number=number))
