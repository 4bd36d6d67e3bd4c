"""`card pin change` and `card pin unblock`: PINs typed without echo, or on the reader's own pad."""

from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import card_words as w
from kanta_desk.cli import texts
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import note
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import FEW_TRIES, ask_code, card_at_hand, consents, open_desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import PinBlocked, PinLastTries, PukBlocked, PukLastTries
from kanta_desk.model.cards import CardDetails

if TYPE_CHECKING:  # the desk brings all rooms with it: loaded when one is opened
    from kanta_desk.desk.desk import Desk


def register(card: typer.Typer, program: Program) -> None:
    """Add the group ``pin`` to the group ``card`` in the program's language."""
    t = program.text
    pin = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    card.add_typer(pin, name="pin", help=t(w.PIN))

    @pin.command("change", help=t(w.PIN_CHANGE))
    def change(
        context: typer.Context,
        number: Annotated[
            int, typer.Option("--pin", min=1, max=2, help=t(w.WHICH), show_default=False)
        ] = 1,
        pad: Annotated[bool, typer.Option("--pad", help=t(w.PAD))] = False,
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
    ) -> None:
        with open_desk(program, practice=practice or bool(context.obj)) as desk:
            found = _card(program, desk)
            left = found.tries_left[number - 1]
            few = left is not None and left <= FEW_TRIES
            if left == 0:
                raise PinBlocked(number, left)
            if few and not consents(program):
                raise PinLastTries(number, left)
            codes = None
            if pad:
                note(t(w.ON_PAD))
            else:
                name = t(w.NAMES[number])
                current = ask_code(program, _prompt(program, t(w.CURRENT, name=name), left))
                codes = (current, _new_pin(program, found, number, current))
            act = desk.card_care.change_pin
            desk.submit(
                Lane.CARD, act, number, codes, only=found.holder, use_last_tries=few
            ).result()
            note(t(w.CHANGED, name=t(w.NAMES[number])))

    @pin.command("unblock", help=t(w.PIN_UNBLOCK))
    def unblock(
        context: typer.Context,
        number: Annotated[
            int, typer.Option("--pin", min=1, max=2, help=t(w.WHICH), show_default=False)
        ] = 1,
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
    ) -> None:
        with open_desk(program, practice=practice or bool(context.obj)) as desk:
            found = _card(program, desk)
            left = desk.submit(Lane.CARD, desk.card_care.puk_tries, only=found.holder).result()
            few = left is not None and left <= FEW_TRIES
            if left == 0:
                raise PukBlocked(left)
            if few and not consents(program):
                raise PukLastTries(left)
            if not consents(program, w.SURE):
                note(t(w.NOT_DONE))
                raise typer.Exit(Status.COULD_NOT_RUN)
            puk = ask_code(program, _prompt(program, t(w.PUK), left))
            new = _new_pin(program, found, number, puk)
            act = desk.card_care.unblock_pin
            desk.submit(
                Lane.CARD, act, number, puk, new, only=found.holder, use_last_tries=few
            ).result()
            note(t(w.CHANGED, name=t(w.NAMES[number])))


def _card(program: Program, desk: "Desk") -> CardDetails:
    """The card whose PINs are meant, told by name so that nobody sets another's."""
    reader, found = card_at_hand(desk)
    note(program.text(w.CARD, holder=found.holder.name, reader=reader.name))
    return found


def _prompt(program: Program, asked: str, left: int | None) -> str:
    return asked + (": " if left is None else w.TRIES.filled(program.language, left))


def _new_pin(program: Program, found: CardDetails, number: int, given: bytearray) -> bytearray:
    """The new PIN, typed twice alike; if it is not, ``given`` is overwritten too.

    Raises:
        typer.Exit: if the two differ.
    """
    shortest, longest = found.pin_digits[number - 1]
    digits = f"{shortest}–{longest}"
    name = program.text(w.NAMES[number])
    new = ask_code(program, program.text(w.NEW, name=name, digits=digits))
    again = ask_code(program, program.text(w.AGAIN))
    same = new == again
    again[:] = bytes(len(again))
    if not same:
        for code in (new, given):
            code[:] = bytes(len(code))
        note(program.text(w.DIFFER))
        raise typer.Exit(Status.COULD_NOT_RUN)
    return new
