"""The commands that keep the log: its checkpoints, holds, disposal, backups."""

from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import log_disposal, texts, words
from kanta_desk.cli import log_loss_texts as losses
from kanta_desk.cli import log_texts as said
from kanta_desk.cli.output import Progress, machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import ask_code, seal_log, signed_in
from kanta_desk.cli.values import plain
from kanta_desk.model.logreport import AnchorState
from kanta_desk.model.time import finnish_time


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

    log_disposal.register(log, program)

    @log.command("backup", help=t(said.BACKUP))
    def backup(
        target: folder, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        with (
            signed_in(program, practice=practice, register=register, purpose=purpose) as (
                desk,
                session,
            ),
            Progress(t(said.COPYING)) as told,
        ):
            head = desk.start(session.keeping.back_up, target, told).result()
        say(t(said.COPIED, size=head.size, path=target))
        if not practice and desk.options.log.recovery_key is None:
            note(t(said.ONLY_HERE))

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
            told = [alarm.fields for alarm in back.alarms]
            machine({"restored": list(back.trees), "alarms": told})
        else:
            for tree in back.trees:
                say(t(said.PUT_BACK, tree=tree))
            if not back.trees:
                say(t(said.NOTHING_PUT_BACK))
        for alarm in back.alarms:
            note(t(losses.CONTRADICTED, **alarm.fields))
        if back.alarms:
            note(t(losses.LOST_OR_OLD))
            raise typer.Exit(Status.FOUND_WRONG)

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
        if each.lacked:
            say(t(losses.LACKED, name=each.name, count=each.lacked))
