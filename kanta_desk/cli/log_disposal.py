"""The commands on how long the log is kept: holds, disposal and its records."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import log_disposal_texts as more
from kanta_desk.cli import log_texts as said
from kanta_desk.cli import texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import consents, signed_in
from kanta_desk.cli.values import table
from kanta_desk.model.events import CARRIED, EventRef
from kanta_desk.model.identifiers import masked
from kanta_desk.model.time import HELSINKI, finnish_date, finnish_time, from_finnish_date

if TYPE_CHECKING:
    from kanta_desk.desk.custody import DisposalPlan, DisposalRecord, Due, Hold, Kept
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session

_MOMENT = timedelta(microseconds=1)


def register(log: typer.Typer, program: Program) -> None:
    """Add the commands to the group ``log`` in the program's language."""
    t = program.text
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    reasoned = Annotated[str, typer.Option(help=t(said.REASON))]

    hold = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    log.add_typer(hold, name="hold", help=t(said.HOLD))

    @hold.command("list", help=t(said.HOLD_LIST))
    def holds(
        register: where = "", purpose: why = "", practice: practised = False, as_json: json = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            found = desk.start(session.keeping.kept).result().holds
        rows = [
            (
                each.number,
                finnish_date(each.review),
                each.reason,
                _concerns(each),
            )
            for each in found
        ]
        if as_json:
            names = ("number", "review", "reason", "concerns")
            machine([dict(zip(names, row, strict=True)) for row in rows])
        elif rows:
            for line in table([t(text) for text in said.HOLD_HEAD], rows):
                say(line)
        else:
            say(t(said.NO_HOLDS))

    @hold.command("place", help=t(said.HOLD_PLACE))
    def place(
        reason: reasoned,
        review: Annotated[str, typer.Option(help=t(said.REVIEW))],
        client: Annotated[str, typer.Option(help=t(texts.LOG_CLIENT))] = "",
        user: Annotated[str, typer.Option(help=t(texts.LOG_USER))] = "",
        document: Annotated[str, typer.Option(help=t(texts.DOCUMENT))] = "",
        of_session: Annotated[str, typer.Option("--session", help=t(more.HOLD_SESSION))] = "",
        first: Annotated[str, typer.Option("--from", help=t(more.HOLD_FROM))] = "",
        last: Annotated[str, typer.Option("--to", help=t(more.HOLD_TO))] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        day = from_finnish_date(review)
        begins, ends = _span(first, last)
        if client == "-":
            client = typer.prompt(t(texts.LOG_CLIENT), err=True)
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            act = session.keeping.place_hold
            made = desk.start(
                act, reason, day, client=client, user=user, document=document,
                session=of_session, time_from=begins, time_to=ends,
            ).result()  # fmt: skip
        say(t(said.HELD, number=made.number))

    @hold.command("lift", help=t(said.HOLD_LIFT))
    def lift(
        number: Annotated[str, typer.Argument(help=t(said.HOLD_ID), metavar="N")],
        reason: reasoned,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            try:
                desk.start(session.keeping.lift_hold, number, reason).result()
            except LookupError:
                note(t(said.NO_HOLD, number=number))
                raise typer.Exit(Status.FOUND_WRONG) from None
        say(t(said.LIFTED, number=number))

    @log.command("dispose", help=t(said.DISPOSE))
    def dispose(
        months: Annotated[
            list[str] | None, typer.Argument(help=t(said.MONTHS), metavar="MONTH...")
        ] = None,
        reason: reasoned = "",
        record: Annotated[
            Path, typer.Option(help=t(said.RECORD), metavar="FILE", dir_okay=False)
        ] = Path("havittamispoytakirja.pdf"),
        propose: Annotated[bool, typer.Option("--propose", help=t(said.PROPOSE))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            kept = desk.start(session.keeping.kept).result()
            if not months:
                _say_due(program, kept, as_json=as_json)
                return
            known = {str(each.month) for each in kept.due}
            if missing := [month for month in months if month not in known]:
                note(t(said.NOT_DUE, month=missing[0]))
                _say_clock(program, kept)
                raise typer.Exit(Status.COULD_NOT_RUN)
            plans = _plans(desk, session, [d for d in kept.due if str(d.month) in months])
            for plan in plans:
                names = ", ".join(map(str, plan.months))
                note(t(said.PLANNED, count=plan.count, months=names, held=plan.held))
            if not (plans := [plan for plan in plans if plan.count]):
                note(t(said.NOT_DONE))
                raise typer.Exit(Status.COULD_NOT_RUN)
            if propose:
                for plan in plans:
                    desk.start(session.keeping.propose_disposal, plan, reason).result()
                say(t(said.PROPOSED))
                return
            if not consents(program, said.CONFIRM):
                note(t(said.NOT_DONE))
                raise typer.Exit(Status.COULD_NOT_RUN)
            act, records = session.keeping.dispose, _records(record, plans)
            for plan, path in zip(plans, records, strict=True):
                done = desk.start(act, plan, reason, path, program.language).result()
                if not as_json:
                    say(t(said.DISPOSED, count=plan.count, path=path))
                for place, time in done.unreached:
                    note(t(more.BACKUP_LEFT, place=place, time=finnish_time(time)))
        if as_json:
            counts = {"disposed": sum(p.count for p in plans), "held": sum(p.held for p in plans)}
            machine(counts | {"record": str(records[0]), "records": list(map(str, records))})

    @log.command("disposals", help=t(more.DISPOSALS))
    def disposals(
        event: Annotated[
            str, typer.Argument(help=t(more.OF_DISPOSAL), metavar="EVENT", show_default=False)
        ] = "",
        record: Annotated[
            Path, typer.Option(help=t(said.RECORD), metavar="FILE", dir_okay=False)
        ] = Path("havittamispoytakirja.pdf"),
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            if not event:
                found = desk.start(session.keeping.disposals).result()
                _say_disposals(program, found, as_json=as_json)
                return
            try:
                ref = EventRef.parse(event, session.context.register.key)
                act = session.keeping.write_record
                desk.start(act, ref, record, program.language).result()
            except (LookupError, ValueError):
                note(t(more.NO_DISPOSAL, event=event))
                raise typer.Exit(Status.FOUND_WRONG) from None
        if as_json:
            machine({"record": str(record)})
        else:
            say(t(words.WRITTEN, path=record))

    @log.command("confirm-time", help=t(more.CONFIRM_TIME))
    def confirm_time(
        reason: reasoned,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            desk.start(session.keeping.confirm_time, reason).result()
        say(t(more.TIME_CONFIRMED))


def _concerns(hold: "Hold") -> str:
    """What a hold keeps, clients masked."""
    span = ""
    if hold.time_from or hold.time_to:
        first = finnish_date(hold.time_from) if hold.time_from else ""
        last = finnish_date(hold.time_to - _MOMENT) if hold.time_to else ""
        span = f"{first}–{last}"
    return " ".join(
        filter(None, (masked(hold.client), hold.user, hold.document, hold.session, span))
    )


def _span(first: str, last: str) -> tuple[datetime | None, datetime | None]:
    """From the first day to the last, both in; empty: open."""
    begins = datetime.combine(from_finnish_date(first), time(), HELSINKI) if first else None
    after = from_finnish_date(last) + timedelta(days=1) if last else None
    return begins, datetime.combine(after, time(), HELSINKI) if after else None


def _plans(desk: "Desk", session: "Session", months: "Sequence[Due]") -> "list[DisposalPlan]":
    """A plan for each file of the log in which there are events of the months."""
    trees = dict.fromkeys(each.tree for each in months)
    return [
        desk.start(
            session.keeping.plan_disposal, [each for each in months if each.tree == tree]
        ).result()
        for tree in trees
    ]


def _records(path: Path, plans: "Sequence[DisposalPlan]") -> list[Path]:
    """Where the record of each disposal goes: of several, each beside the name given."""
    if len(plans) == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{'-'.join(_file(plan))}{path.suffix}") for plan in plans]


def _file(plan: "DisposalPlan") -> list[str]:
    year = str(plan.tree.year)
    return [CARRIED, year] if plan.tree.register == CARRIED else [year]


def _say_due(program: Program, kept: "Kept", *, as_json: bool) -> None:
    months = list(dict.fromkeys(str(each.month) for each in kept.due))
    if as_json:
        machine(months)
        return
    for month in months:
        say(month)
    if not months:
        say(program.text(said.NOTHING_DUE))
    _say_clock(program, kept)


def _say_clock(program: Program, kept: "Kept") -> None:
    """Why less falls due than the clock on the wall says, if so."""
    if kept.time.leap:
        before, after = (finnish_date(each) for each in kept.time.leap)
        note(program.text(more.CLOCK_LEAPT, before=before, after=after))


def _say_disposals(program: Program, found: "tuple[DisposalRecord, ...]", *, as_json: bool) -> None:
    rows = [
        (
            each.event.short,
            finnish_time(each.time),
            ", ".join(map(str, each.plan.months)),
            str(each.plan.count),
            ", ".join(approval.actor.user_name for approval in each.approvals),
        )
        for each in found
    ]
    if as_json:
        names = ("event", "time", "months", "count", "approved")
        machine([dict(zip(names, row, strict=True)) for row in rows])
    elif rows:
        for line in table([program.text(text) for text in more.DISPOSALS_HEAD], rows):
            say(line)
    else:
        say(program.text(more.NO_DISPOSALS))
