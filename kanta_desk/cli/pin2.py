"""Asks for PIN2 on the terminal, for whatever is to be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kanta_desk.cli import invalidate_texts as words
from kanta_desk.cli.output import note
from kanta_desk.cli.program import Program
from kanta_desk.cli.signing_in import ask_pin

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.signing import Elsewhere, PinWanted


def pin2(program: Program, desk: Desk, wanted: PinWanted, when: str = "") -> bytearray | Elsewhere:
    """PIN2: the practice card's own, or typed without echo, or to be typed on the reader.

    ``when`` says for what it serves, where that is more than one signature.

    Raises:
        typer.Exit: if there is no terminal that can hide it.
    """
    from kanta_desk.desk.signing import Elsewhere

    practice = desk.practice
    if practice is not None and practice.inserted is not None:
        return practice.pin(practice.inserted, 2)
    if wanted.few:
        note(program.text(words.FEW))
    if when:
        note(when)
    given = ask_pin(program, program.text(words.ASK_PIN), pad=wanted.pad)
    return Elsewhere.READER if given is None else given
