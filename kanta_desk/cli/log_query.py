"""What commands take as a query of the access log: words of its query language, quoted or not."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import typer

from kanta_desk.cli import log_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.help import NoSuchOption
from kanta_desk.cli.program import Program
from kanta_desk.model.events import EventFilter, EventRef
from kanta_desk.model.logquery import parse_query
from kanta_desk.model.time import HELSINKI

NEGATIONS = {"ignore_unknown_options": True}
"""Settings of a command that takes a query, where ``-phase:intent`` is a condition."""


def query_argument(program: Program) -> Any:
    """The argument of ``list[str] | None``: any words, of which none looks like a long option."""
    return typer.Argument(help=program.text(said.QUERY), metavar="QUERY", callback=_words)


def conditions_of(program: Program, words: list[str] | None) -> EventFilter:
    """The conditions that the words are; a client named ``-`` is asked for.

    Raises:
        QueryUnreadable: as ``read_query``.
    """
    asked = read_query(words)
    return replace(asked, client=client_of(program, asked.client))


def read_query(words: list[str] | None) -> EventFilter:
    """The conditions that the words are.

    Raises:
        QueryUnreadable: as ``parse_query``, the place being that in the words with blanks between.
    """
    # The names of the kinds of event are data, and come with the rooms that the desk brings.
    import kanta_desk.desk.logbook  # noqa: F401

    return parse_query(typed(words), today()).filter()


def typed(words: list[str] | None) -> str:
    """The words as one line."""
    return " ".join(words or ())


def today() -> date:
    """The day in Helsinki."""
    return datetime.now(HELSINKI).date()


def client_of(program: Program, client: str) -> str:
    """The client asked for; ``-`` has it typed, so that it stays out of the shell's history."""
    return typer.prompt(program.text(texts.LOG_CLIENT), err=True) if client == "-" else client


def event_number(number: str) -> str:
    """Refuse what is no event's number before anything is opened; empty is none."""
    if number:
        try:
            EventRef.parse(number, "register")
        except ValueError:
            raise typer.BadParameter(number) from None
    return number


def _words(context: typer.Context, words: list[str] | None) -> list[str] | None:
    """Refuse an option that does not exist, for nobody meant it as a condition."""
    for word in words or ():
        if word.startswith("--"):
            raise NoSuchOption(word.partition("=")[0], context)
    return words
