"""`log backups`: the backups that were made of the log, and those that are no more."""

from typing import Annotated

import typer

from kanta_desk.cli import texts
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.model.text import Text
from kanta_desk.model.time import finnish_time

_BACKUPS = Text(
    "Näytä tehdyt varmuuskopiot.\n\nKun vuosi hävitetään, sen avain poistetaan kopioista, jotka "
    "ovat saatavilla. Muut on tuhottava.",
    "Visa de säkerhetskopior som gjorts.\n\nNär ett år gallras tas dess nyckel bort ur de kopior "
    "som kan nås. De andra måste förstöras.",
    "Show the backups that were made.\n\nWhen a year is disposed of, its key is taken out of the "
    "copies within reach. The others must be destroyed.",
)
_DESTROYED = Text(
    "tämä kopio on tuhottu: poista se luettelosta",
    "den här kopian har förstörts: ta bort den ur förteckningen",
    "this copy was destroyed: take it off the list",
)
_HOW = Text("miten se tuhottiin", "hur den förstördes", "how it was destroyed")
_HEAD = (
    Text("Numero", "Nummer", "Number"),
    Text("Tehty", "Gjord", "Made"),
    Text("Vuosia", "År", "Years"),
    Text("Avaimia", "Nycklar", "Keys"),
    Text("Paikka", "Plats", "Place"),
)
_NONE = Text(
    "Varmuuskopioita ei ole tehty.", "Inga säkerhetskopior har gjorts.", "No backups were made."
)
_NO_SUCH = Text(
    "Varmuuskopiota {number} ei ole luettelossa.",
    "Säkerhetskopian {number} finns inte i förteckningen.",
    "There is no backup {number} on the list.",
)
_STRUCK = Text(
    "Poistettiin luettelosta: {path}", "Togs bort ur förteckningen: {path}", "Off the list: {path}"
)


def register(log: typer.Typer, program: Program) -> None:
    """Add the command to the group ``log`` in the program's language."""
    t = program.text

    @log.command("backups", help=t(_BACKUPS))
    def backups(
        destroyed: Annotated[str, typer.Option(help=t(_DESTROYED), metavar="N")] = "",
        reason: Annotated[str, typer.Option(help=t(_HOW))] = "",
        register: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            if destroyed:
                try:
                    gone = desk.start(session.backups.destroyed, destroyed, reason).result()
                except LookupError:
                    note(t(_NO_SUCH, number=destroyed))
                    raise typer.Exit(Status.FOUND_WRONG) from None
                say(t(_STRUCK, path=gone.place))
                return
            found = desk.start(session.backups.made).result()
        if as_json:
            machine([plain(each) for each in found])
            return
        rows = [
            (
                each.id,
                finnish_time(each.time),
                str(len(each.trees)),
                str(len(each.wrapped)),
                each.place,
            )
            for each in found
        ]
        for line in table([t(text) for text in _HEAD], rows) if rows else (t(_NONE),):
            say(line)
