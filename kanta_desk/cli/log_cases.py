"""`log case …`: what is being looked into, by which events, until when, and what was found."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import log_case_texts as said
from kanta_desk.cli import output, texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.log_query import today
from kanta_desk.cli.output import machine, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import labelled, plain, table
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import EventMissing
from kanta_desk.model.events import EventRef
from kanta_desk.model.text import Text
from kanta_desk.model.time import finnish_date, finnish_time, from_finnish_date

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session
    from kanta_desk.desk.supervising import Case

    Act = Callable[[Desk, Session], Case]


def register(log: typer.Typer, program: Program) -> None:
    """Add the commands to the group ``log`` in the program's language."""
    t = program.text
    case = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    log.add_typer(case, name="case", help=t(said.CASE))
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    numbered = Annotated[int, typer.Argument(help=t(said.NUMBER), metavar="N")]
    named = Annotated[list[str], typer.Argument(help=t(said.EVENTS), metavar="EVENT")]
    noted = Annotated[str, typer.Option(help=t(said.NOTE))]

    @case.command("list", help=t(said.LIST))
    def cases(
        only_open: Annotated[bool, typer.Option("--open", help=t(said.ONLY_OPEN))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            found = [
                each
                for each in desk.submit(Lane.LOG, session.supervision.cases).result()
                if not only_open or each.is_open
            ]
        if as_json:
            machine([plain(each) for each in found])
            return
        rows = [_row(program, each) for each in found]
        for line in table([t(text) for text in said.HEAD], rows) if rows else ():
            say(line)
        if not rows:
            say(t(said.NONE))

    @case.command("show", help=t(said.SHOW))
    def show(
        number: numbered,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            every = desk.submit(Lane.LOG, session.supervision.cases).result()
        for each in every:
            if each.id == number:
                if as_json:
                    machine(plain(each))
                else:
                    _say_case(program, each)
                return
        output.note(t(said.NONE_SUCH, number=number))
        raise typer.Exit(Status.FOUND_WRONG)

    @case.command("open", help=t(said.OPEN))
    def open_case(
        title: Annotated[str, typer.Argument(help=t(said.TITLE), metavar="TITLE")],
        events: Annotated[
            list[str] | None, typer.Option("--event", help=t(said.EVENT), metavar="N")
        ] = None,
        due: Annotated[str, typer.Option(help=t(said.DAY))] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        day = from_finnish_date(due) if due else None

        def act(desk: "Desk", session: "Session") -> "Case":
            refs = _refs(session, events or ())
            return desk.start(session.supervision.open_case, title, refs, day).result()

        with signed_in(program, practice=practice, register=register, purpose=purpose) as opened:
            made = _done(program, act, opened, events or ())
        say(t(said.OPENED, number=made.id))

    @case.command("add", help=t(said.ADD))
    def add(
        number: numbered,
        events: named,
        note: noted = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        def act(desk: "Desk", session: "Session") -> "Case":
            do = session.supervision.add_to_case
            return desk.start(do, number, _refs(session, events), note).result()

        with signed_in(program, practice=practice, register=register, purpose=purpose) as opened:
            _done(program, act, opened, events, number)
        say(t(said.CHANGED, number=number))

    @case.command("remove", help=t(said.REMOVE))
    def remove(
        number: numbered,
        events: named,
        note: noted = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        def act(desk: "Desk", session: "Session") -> "Case":
            do = session.supervision.remove_from_case
            return desk.start(do, number, _refs(session, events), note).result()

        with signed_in(program, practice=practice, register=register, purpose=purpose) as opened:
            _done(program, act, opened, events, number)
        say(t(said.CHANGED, number=number))

    @case.command("due", help=t(said.DUE))
    def set_due(
        number: numbered,
        due: Annotated[str, typer.Argument(help=t(said.DAY), metavar="DAY")] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        day = from_finnish_date(due) if due else None

        def act(desk: "Desk", session: "Session") -> "Case":
            return desk.start(session.supervision.set_case_due, number, day).result()

        with signed_in(program, practice=practice, register=register, purpose=purpose) as opened:
            _done(program, act, opened, (), number)
        say(t(said.CHANGED, number=number))

    @case.command("decide", help=t(said.DECIDE))
    def decide(
        number: numbered,
        decision: Annotated[str, typer.Option(help=t(said.DECISION))],
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        def act(desk: "Desk", session: "Session") -> "Case":
            return desk.start(session.supervision.decide_case, number, decision).result()

        with signed_in(program, practice=practice, register=register, purpose=purpose) as opened:
            _done(program, act, opened, (), number)
        say(t(said.DECIDED, number=number))

    @case.command("reopen", help=t(said.REOPEN))
    def reopen(
        number: numbered,
        reason: Annotated[str, typer.Option(help=t(said.REASON))],
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        def act(desk: "Desk", session: "Session") -> "Case":
            return desk.start(session.supervision.reopen_case, number, reason).result()

        with signed_in(program, practice=practice, register=register, purpose=purpose) as opened:
            _done(program, act, opened, (), number, said.NONE_DECIDED)
        say(t(said.OPENED, number=number))


def _done(
    program: Program,
    act: "Act",
    opened: "tuple[Desk, Session]",
    events: Sequence[str],
    number: int = 0,
    missing: Text = said.NONE_OPEN,
) -> "Case":
    """What an act on a case gives; that its events, or the case, are not there is told."""
    try:
        return act(*opened)
    except (EventMissing, ValueError):
        output.note(program.text(words.NO_EVENT, number=" ".join(events)))
    except LookupError:
        output.note(program.text(missing, number=number))
    raise typer.Exit(Status.FOUND_WRONG)


def _refs(session: "Session", events: Sequence[str]) -> list[EventRef]:
    register = session.context.register.key
    return [EventRef.parse(event, register) for event in events]


def _state(case: "Case") -> Text:
    if not case.is_open:
        return said.IS_DECIDED
    return said.IS_LATE if case.due and case.due < today().isoformat() else said.IS_OPEN


def _day(case: "Case") -> str:
    return finnish_date(date.fromisoformat(case.due)) if case.due else ""


def _short(case: "Case", event: str) -> str:
    return EventRef.parse(event, case.register).short


def _row(program: Program, case: "Case") -> tuple[str, ...]:
    return (
        str(case.id),
        program.text(_state(case)),
        finnish_time(case.opened),
        _day(case),
        case.title,
        " ".join(_short(case, each.event) for each in case.events),
        case.decision,
    )


def _say_case(program: Program, case: "Case") -> None:
    decision = said.FORMER_NAME if case.is_open else said.DECISION_NAME
    shown = [
        (said.NUMBER_NAME, str(case.id)),
        (said.STATE_NAME, program.text(_state(case))),
        (said.TITLE_NAME, case.title),
        (said.OPENED_NAME, finnish_time(case.opened)),
        (said.PERSON_NAME, case.person),
        (said.DUE_NAME, _day(case)),
        (decision, case.decision),
    ]
    for line in labelled(shown, program.language):
        say(line)
    if case.events:
        say(program.text(said.EVENTS_NAME))
    for each in case.events:
        say(f"  {_short(case, each.event)}  {each.note}".rstrip())
