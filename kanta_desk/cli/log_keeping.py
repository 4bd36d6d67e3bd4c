"""The commands that keep the log: its checkpoints, holds, disposal, backups."""

from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import log_texts as said
from kanta_desk.cli import texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import ask_code, consents, seal_log, signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.model.identifiers import masked
from kanta_desk.model.logreport import AnchorState
from kanta_desk.model.time import finnish_date, finnish_time, from_finnish_date


def register(log: typer.Typer, program: Program) -> None:
    """Add the commands to the group ``log`` in the program's language."""
    t = program.text
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    reasoned = Annotated[str, typer.Option(help=t(said.REASON))]
    folder = Annotated[Path, typer.Argument(help=t(said.OUT), metavar="DIR", file_okay=False)]

    @log.command("checkpoint", help=t(said.CHECKPOINT))
    def checkpoint(
        card: Annotated[bool, typer.Option("--card", help=t(said.WITH_CARD))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            desk.start(session.keeping.checkpoint).result()
            kept = desk.start(session.keeping.kept).result()
            # Last of all, so that it covers what this command itself did.
            covered = seal_log(program, desk, session) if card else None
        made = kept.checkpoints[0]
        if as_json:
            sealed = {} if covered is None else {"card": {"events": covered}}
            machine({"checkpoint": plain(made), "anchors": plain(kept.anchors)} | sealed)
            return
        time = finnish_time(made.time, seconds=True)
        say(t(said.SIGNED, tree=made.tree, size=made.size, time=time))
        if covered is not None:
            say(said.SEALED.filled(program.language, covered))
        _say_anchors(program, kept.anchors)

    @log.command("anchor", help=t(said.ANCHOR))
    def anchor(
        path: Annotated[
            Path | None, typer.Argument(help=t(said.PAGE), metavar="FILE", dir_okay=False)
        ] = None,
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
            if path is not None:
                act = session.keeping.anchor_page
                desk.start(act, kept.checkpoints[0], path, program.language).result()
        if as_json:
            machine({"checkpoint": plain(kept.checkpoints[0]), "anchors": plain(kept.anchors)})
        else:
            _say_anchors(program, kept.anchors)
            if path is not None:
                say(t(words.WRITTEN, path=path))
        reached = bool(kept.anchors) and not any(each.waiting for each in kept.anchors)
        raise typer.Exit(Status.DONE if reached else Status.FOUND_WRONG)

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
                " ".join(filter(None, (masked(each.client), each.user, each.document))),
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
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        day = from_finnish_date(review)
        if client == "-":
            client = typer.prompt(t(texts.LOG_CLIENT), err=True)
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            act = session.keeping.place_hold
            made = desk.start(
                act, reason, day, client=client, user=user, document=document
            ).result()
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
            due = {str(each.month): each for each in desk.start(session.keeping.kept).result().due}
            if not months:
                _say_due(program, list(due), as_json=as_json)
                return
            if missing := [month for month in months if month not in due]:
                note(t(said.NOT_DUE, month=missing[0]))
                raise typer.Exit(Status.COULD_NOT_RUN)
            chosen = [due[month] for month in sorted(months)]
            plan = desk.start(session.keeping.plan_disposal, chosen).result()
            names = ", ".join(map(str, plan.months))
            note(t(said.PLANNED, count=plan.count, months=names, held=plan.held))
            if propose:
                desk.start(session.keeping.propose_disposal, plan, reason).result()
                say(t(said.PROPOSED))
                return
            if not consents(program, said.CONFIRM):
                note(t(said.NOT_DONE))
                raise typer.Exit(Status.COULD_NOT_RUN)
            act = session.keeping.dispose
            desk.start(act, plan, reason, record, program.language).result()
        if as_json:
            machine({"disposed": plan.count, "held": plan.held, "record": str(record)})
        else:
            say(t(said.DISPOSED, count=plan.count, path=record))

    @log.command("backup", help=t(said.BACKUP))
    def backup(
        target: folder, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            head = desk.start(session.keeping.back_up, target).result()
        say(t(said.COPIED, size=head.size, path=target))

    @log.command("handover", help=t(said.HAND_OVER))
    def handover(
        target: folder,
        reason: reasoned,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            head = desk.start(session.keeping.hand_over, target, reason).result()
        say(t(said.COPIED, size=head.size, path=target))

    @log.command("restore", help=t(said.RESTORE))
    def restore(
        source: Annotated[Path, typer.Argument(metavar="DIR", exists=True, file_okay=False)],
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        from kanta_desk.desk.restoring import restore_log, restore_practice_log

        if practice:
            back = restore_practice_log(program.practice_folder, source)
        else:
            back = restore_log(program.paths, source)
        if as_json:
            machine({"restored": list(back)})
            return
        for tree in back:
            say(t(said.PUT_BACK, tree=tree))
        if not back:
            say(t(said.NOTHING_PUT_BACK))

    @log.command("recover-key", help=t(said.RECOVER))
    def recover_key(
        key: Annotated[
            Path, typer.Option(help=t(said.PRIVATE_KEY), metavar="PEM", exists=True, dir_okay=False)
        ],
        backup: Annotated[
            Path | None,
            typer.Option(help=t(said.OF_BACKUP), metavar="DIR", exists=True, file_okay=False),
        ] = None,
        as_json: json = False,
    ) -> None:
        from kanta_desk.desk.restoring import recover_keys

        def ask() -> bytes:
            return bytes(ask_code(program, t(said.ASK_PASSPHRASE)))

        back = recover_keys(program.paths, key, ask, backup)
        if as_json:
            machine({"recovered": list(back)})
            return
        for tree in back:
            say(t(said.KEY_BACK, tree=tree))
        if not back:
            say(t(said.NO_KEY_BACK))


def _say_anchors(program: Program, anchors: tuple[AnchorState, ...]) -> None:
    t = program.text
    if not anchors:
        note(t(said.NO_ANCHOR))
    for each in anchors:
        reached = finnish_time(each.reached, seconds=True) if each.reached else t(said.NOT_YET)
        say(t(said.ANCHORED, name=each.name, reached=reached, waiting=each.waiting))


def _say_due(program: Program, months: list[str], *, as_json: bool) -> None:
    if as_json:
        machine(months)
    elif months:
        for month in months:
            say(month)
    else:
        say(program.text(said.NOTHING_DUE))
