"""`log generate`: an invented access log, to practise and measure with."""

import time
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import log_generate_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.log_query import today
from kanta_desk.cli.output import Progress, machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.time import from_finnish_date

_YEARS = 3
_MOST = 20_000_000


def register(log: typer.Typer, program: Program) -> None:
    """Add the command to the group ``log`` in the program's language."""
    t = program.text

    @log.command("generate", help=t(said.GENERATE))
    def generate(
        folder: Annotated[
            Path | None, typer.Argument(help=t(said.FOLDER), metavar="DIR", file_okay=False)
        ] = None,
        events: Annotated[int, typer.Option(min=1, max=_MOST, help=t(said.EVENTS))] = 100_000,
        users: Annotated[int, typer.Option(min=1, max=10_000, help=t(said.USERS))] = 100,
        clients: Annotated[int, typer.Option(min=1, max=200_000, help=t(said.CLIENTS))] = 5_000,
        documents: Annotated[
            int, typer.Option(min=1, max=2_000_000, help=t(said.DOCUMENTS))
        ] = 50_000,
        first: Annotated[str, typer.Option("--from", help=t(said.FIRST))] = "",
        last: Annotated[str, typer.Option("--to", help=t(said.LAST))] = "",
        seed: Annotated[int, typer.Option(help=t(said.SEED))] = 1,
        practice: Annotated[bool, typer.Option("--practice", help=t(said.PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        from kanta_desk.practice.log_made import NotFree, Story, make_log

        if (folder is None) is not practice:
            note(t(said.ONE_PLACE))
            raise typer.Exit(Status.COULD_NOT_RUN)
        root = program.practice_folder if folder is None else folder
        begins, ends = _period(program, first, last)
        story = Story(seed, users, clients, documents, events, begins, ends)
        note(t(MODE_BANNERS[Mode.PRACTICE]))
        began = time.monotonic()
        try:
            with Progress(t(said.MAKING)) as told:
                heads = make_log(root, story, program.paths, told)
        except NotFree:
            note(t(said.NOT_FREE, path=root))
            raise typer.Exit(Status.REFUSED) from None
        size = sum(head.size for head in heads)
        seconds = round(time.monotonic() - began, 1)
        if as_json:
            trees = [
                {"tree": str(head.tree), "size": head.size, "root": head.root.hex()}
                for head in heads
            ]
            machine({"events": size, "folder": str(root), "seconds": seconds, "trees": trees})
            return
        say(said.MADE.filled(program.language, size))
        say(t(said.OPEN_PRACTICE if practice else said.OPEN_THERE, path=root))


def _period(program: Program, first: str, last: str) -> tuple[date, date]:
    """The days asked for: by default the three years that end yesterday."""
    yesterday = today() - timedelta(days=1)
    ends = from_finnish_date(last) if last else yesterday
    begins = from_finnish_date(first) if first else ends - timedelta(days=_YEARS * 365)
    if begins > ends or ends > yesterday:
        note(program.text(said.NO_PERIOD))
        raise typer.Exit(Status.COULD_NOT_RUN)
    return begins, ends
