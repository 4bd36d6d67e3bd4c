"""`log acknowledge`: losses of the access log that somebody answers for."""

from typing import Annotated

import typer

from kanta_desk.cli import log_loss_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import consents, signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.model.logreport import FAULT_NAMES, Depth, Had, VerifyReport
from kanta_desk.model.time import finnish_time


def register(log: typer.Typer, program: Program) -> None:
    """Add the command to the group ``log`` in the program's language."""
    t = program.text

    @log.command("acknowledge", help=t(said.ACKNOWLEDGE))
    def acknowledge(
        numbers: Annotated[
            list[int] | None, typer.Argument(help=t(said.LOSS), metavar="N...", min=1)
        ] = None,
        reason: Annotated[str, typer.Option(help=t(said.LOSS_REASON))] = "",
        register: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            report = desk.start(session.keeping.verify, depth=Depth.DAILY).result()
            chosen = _chosen(program, report.losses, numbers)
            if as_json:
                machine({"losses": plain(report.losses), "acknowledged": bool(reason and chosen)})
            else:
                _say_losses(program, report)
            if not chosen:
                return
            if not reason:
                raise typer.Exit(Status.FOUND_WRONG)
            if not consents(program, said.CONFIRM_LOSS):
                note(t(said.NOT_ACKNOWLEDGED))
                raise typer.Exit(Status.COULD_NOT_RUN)
            desk.start(session.keeping.acknowledge, chosen, reason).result()
        if not as_json:
            say(said.ACKNOWLEDGED.filled(program.language, len(chosen)))


def say_acknowledged(program: Program, report: VerifyReport) -> None:
    """Tell which losses of a verification are acknowledged, by whom and why."""
    if report.acknowledged:
        say(program.text(said.ARE_ACKNOWLEDGED))
    for each in report.acknowledged:
        fault = each.fault
        where = f"{fault.seq_from}–{fault.seq_to}" if fault.seq_from else ""
        say(f"  {fault.file} {where} {program.text(FAULT_NAMES[fault.kind])}")
        time = finnish_time(each.time, seconds=True)
        text = program.text(
            said.IS_ACKNOWLEDGED, time=time, by=each.by, reason=each.reason, event=each.event
        )
        say(f"    {text}")


def _chosen(
    program: Program, losses: tuple[Had, ...], numbers: list[int] | None
) -> tuple[Had, ...]:
    if not numbers:
        return losses
    for number in numbers:
        if number > len(losses):
            note(program.text(said.NO_LOSS, number=number))
            raise typer.Exit(Status.COULD_NOT_RUN)
    return tuple(losses[number - 1] for number in dict.fromkeys(numbers))


def _say_losses(program: Program, report: VerifyReport) -> None:
    if not report.losses:
        say(program.text(said.NO_LOSSES))
        return
    now = {tree.tree: tree.size for tree in report.trees}
    rows = [
        (str(number), had.tree, str(had.size), str(now.get(had.tree, 0)), had.root[:24])
        for number, had in enumerate(report.losses, 1)
    ]
    for line in table([program.text(text) for text in said.LOSS_HEAD], rows):
        say(line)
