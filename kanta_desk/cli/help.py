"""Help and usage errors in the user's language: the command framework itself speaks English."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kanta_desk.cli import words
from kanta_desk.cli.texts import HELP_FIXED
from kanta_desk.model.text import Language


class NoSuchCommand(typer.TyperException):
    """``name`` is no command of ``group``; ``near`` are those that look like it."""

    def __init__(self, name: str, group: str, near: list[str]) -> None:
        super().__init__(name)
        self.name, self.group, self.near = name, group, near


class NoSuchOption(typer.TyperException):
    """``option_name`` is no option of the command that ``ctx`` runs, where the framework itself
    would take it for an argument."""

    def __init__(self, option_name: str, ctx: typer.Context) -> None:
        super().__init__(option_name)
        self.option_name, self.ctx = option_name, ctx


def group_in(language: Language) -> type[TyperGroup]:
    """The class for groups whose help is in ``language``."""

    class Group(TyperGroup):
        def get_help(self, ctx: Any) -> str:
            return _translated(super().get_help(ctx), language)

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            name = args[0]
            if self.get_command(ctx, name) is None and not name.startswith("-"):
                near = get_close_matches(name, self.list_commands(ctx))
                raise NoSuchCommand(name, ctx.command_path, near)
            return super().resolve_command(ctx, args)

    return Group


def command_in(language: Language) -> type[TyperCommand]:
    """The class for commands whose help is in ``language``."""

    class Command(TyperCommand):
        def get_help(self, ctx: Any) -> str:
            return _translated(super().get_help(ctx), language)

    return Command


def usage_error(error: typer.TyperException, language: Language) -> list[str]:
    """A mistake on the command line as lines: what it is, and where help is.

    The framework's own classes of error are not public, so they are told apart by name.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kanta-desk"
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return [error.format_message()]
        case "NoSuchOption":
            said = words.NO_OPTION.filled(language, name=getattr(error, "option_name", ""))
        case "MissingParameter":
            said = words.MISSING.filled(language, name=_parameter(error))
        case "BadParameter" if name := _parameter(error):
            said = words.BAD_VALUE.filled(language, name=name)
            return [said, *_help_on(error), words.SEE_HELP.filled(language, command=command)]
        case _ if isinstance(error, NoSuchCommand):
            said, command = words.NO_COMMAND.filled(language, name=error.name), error.group
            if error.near:
                said += " " + words.NEAR.filled(language, names=", ".join(error.near))
        case _:
            said = words.BAD_USAGE.filled(language, said=error.format_message().rstrip("."))
    return [said, words.SEE_HELP.filled(language, command=command)]


def _parameter(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    return parameter.get_error_hint().replace("'", "") if parameter else ""


def _help_on(error: typer.TyperException) -> list[str]:
    """What the help says of the parameter: the values it takes, and what it is for."""
    parameter, context = getattr(error, "param", None), getattr(error, "ctx", None)
    record = parameter.get_help_record(context) if parameter and context else None
    return ["  " + "  ".join(filter(None, record))] if record else []


def _translated(text: str, language: Language) -> str:
    for english, there in HELP_FIXED.items():
        text = text.replace(english, there.of(language))
    return text
