"""`card`: what is on the card, without PIN or signing in; and, below it, `card pin`."""

from typing import Annotated

import typer

from kanta_desk.cli import card_pins, card_signing, texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program
from kanta_desk.cli.signing_in import open_desk, vetted_card
from kanta_desk.cli.values import labelled, plain
from kanta_desk.model.cards import CARD_FACT_NAMES, FACT_SOURCE_NAMES
from kanta_desk.model.people import CARD_TYPE_NAMES
from kanta_desk.model.revocation import DOUBT_NAMES, REVOCATION_NAMES
from kanta_desk.model.time import finnish_date


def register(app: typer.Typer, program: Program) -> None:
    """Add the command and its group to ``app`` in the program's language."""
    t = program.text
    group = typer.Typer(
        cls=group_in(program.language), rich_markup_mode=None, invoke_without_command=True
    )
    app.add_typer(group, name="card", help=t(texts.CARD))
    card_pins.register(group, program)
    card_signing.register(group, program)

    @group.callback()
    def card(
        context: typer.Context,
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        if context.invoked_subcommand is not None:
            context.obj = practice
            return
        with open_desk(program, practice=practice) as desk:
            reader, found = vetted_card(desk)
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
            (words.TYPE_RULE, holder.type_rule),
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
            for status in each.revocation or ():
                why = f": {t(DOUBT_NAMES[status.doubt])}" if status.doubt else ""
                say(f"    {status.subject}: {t(REVOCATION_NAMES[status.state])}{why}")
        say(t(words.CARD_FACTS))
        for fact in found.facts:
            mark = "" if fact.verified else f" ({t(words.NOT_CONFIRMED)})"
            source = t(FACT_SOURCE_NAMES[fact.source])
            say(f"  {t(CARD_FACT_NAMES[fact.name])}: {fact.value}; {source}{mark}")
        if not found.verified_profile:
            note(t(words.UNVERIFIED))
