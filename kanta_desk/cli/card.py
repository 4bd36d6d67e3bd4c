"""`card`: what is on the card. Needs no PIN and no signing in."""

from typing import Annotated

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program
from kanta_desk.cli.signing_in import card_at_hand, open_desk
from kanta_desk.cli.values import labelled, plain
from kanta_desk.model.people import CARD_TYPE_NAMES
from kanta_desk.model.time import finnish_date


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t = program.text

    @app.command("card", help=t(texts.CARD))
    def card(
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        with open_desk(program, practice=practice) as desk:
            reader, found = card_at_hand(desk)
        if as_json:
            machine({"reader": reader.name, "atr": reader.atr, **plain(found)})
            return
        holder = found.holder
        tries = ", ".join(
            f"PIN{number}: {'?' if left is None else left}"
            for number, left in enumerate(found.tries_left, start=1)
        )
        shown = [
            (words.READER, reader.name),
            (words.CARD_TYPE, f"{t(CARD_TYPE_NAMES[holder.card_type])} ({found.profile})"),
            (words.HOLDER, holder.name),
            (words.IDENTIFIER, holder.identifier),
            (words.TITLE, holder.title),
            (words.ORGANISATION, holder.organisation),
            (words.VALID_TO, finnish_date(holder.valid_to)),
            (words.TRIES, tries),
        ]
        for line in labelled(shown, program.language):
            say(line)
        say(t(words.CERTIFICATES))
        for each in found.certificates:
            mark = "✓" if each.trusted else f"✗ {each.problem}"
            valid = f"{finnish_date(each.valid_from)}–{finnish_date(each.valid_to)}"
            say(f"  {t(words.USES[each.use])}: {each.key}, {valid}, {each.issuer} {mark}")
        if not found.verified_profile:
            note(t(words.UNVERIFIED))
