"""`card signing`: which way to the card's keys is in use here, and choosing another."""

from typing import Annotated

import typer

from kanta_desk.cli import card_words as w
from kanta_desk.cli import texts
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import open_desk
from kanta_desk.cli.values import plain
from kanta_desk.desk.lanes import Lane
from kanta_desk.model.cards import SIGNER_NAMES, SignerKind, SignerState
from kanta_desk.model.text import Text


def register(card: typer.Typer, program: Program) -> None:
    """Add the command to the group ``card`` in the program's language."""
    t = program.text

    @card.command("signing", help=t(w.SIGNING))
    def signing(
        context: typer.Context,
        way: Annotated[
            SignerKind | None, typer.Argument(help=t(w.SIGNING_WAY), show_default=False)
        ] = None,
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        with open_desk(program, practice=practice or bool(context.obj)) as desk:
            if way is not None:
                desk.ways.choose(way)
                note(t(w.SIGNING_CHOSEN, way=t(SIGNER_NAMES[way])))
            chosen = desk.ways.chosen
            found = [
                desk.submit(Lane.CARD, desk.ways.look, kind).result() for kind in desk.ways.offered
            ]
        if as_json:
            machine({"chosen": chosen.value, "ways": plain(found)})
        else:
            for state in found:
                mark = "*" if state.kind is chosen else " "
                told = " · ".join(part for part in (state.about, t(_found(state))) if part)
                code = f" ({state.problem})" if state.problem else ""
                say(f"{mark} {state.kind.value}: {t(SIGNER_NAMES[state.kind])}: {told}{code}")
        mine = next(state for state in found if state.kind is chosen)
        if mine.problem or mine.same_card is False:
            raise typer.Exit(Status.FOUND_WRONG)


def _found(state: SignerState) -> Text:
    if state.problem:
        return w.WAY_MISSING
    if state.same_card is False:
        return w.WAY_OTHER_CARD
    return w.WAY_NO_CARD if state.card is False else w.WAY_READY
