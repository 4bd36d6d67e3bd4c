"""The commands together, and the one edge where every error becomes words and an exit status."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk import __version__
from kanta_desk.cli import (
    card,
    check,
    codesets,
    doctor,
    documents,
    invalidate,
    joining,
    languages,
    logging_setup,
    logs,
    output,
    plans,
    practice,
    rights,
    runs,
    selftest,
    structures,
    texts,
    units,
    verify,
    words,
)
from kanta_desk.cli.display import show_window
from kanta_desk.cli.help import command_in, group_in, usage_error
from kanta_desk.cli.program import Program, Status, Window
from kanta_desk.errors import (
    ArchiveDenied,
    DocumentNotFound,
    KantaError,
    PlanUnreadable,
    RightsError,
)
from kanta_desk.model.look import Look
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.terms.plans import PLAN_REASONS
from kanta_desk.model.text import Language
from kanta_desk.settings.paths import Paths

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

NAME = "kanta-desk"
CONNECTION = "--connection"
_ANYWHERE = (languages.OPTION, CONNECTION)
_INTERRUPTED = 130
_GROUPS = (
    practice,
    doctor,
    card,
    documents,
    check,
    plans,
    verify,
    runs,
    invalidate,
    logs,
    rights,
    codesets,
    structures,
    units,
    joining,
    selftest,
)


def build_app(program: Program) -> typer.Typer:
    """The commands with their help in the program's language."""
    t = program.text
    app = typer.Typer(
        cls=group_in(program.language),
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        help=t(texts.PROGRAM),
    )

    @app.callback()
    def root(
        context: typer.Context,
        lang: Annotated[
            Language | None, typer.Option("--lang", help=t(texts.LANG), show_default=False)
        ] = None,
        connection: Annotated[
            str, typer.Option(CONNECTION, help=t(texts.CONNECTION), show_default=False)
        ] = "",
        look: Annotated[Look, typer.Option(help=t(texts.LOOK))] = Look.SYSTEM,
        version: Annotated[bool, typer.Option("--version", help=t(texts.VERSION))] = False,
    ) -> None:
        if version:
            output.say(f"Kanta Desk {__version__}")
            raise typer.Exit(Status.DONE)
        if context.invoked_subcommand is None:
            raise typer.Exit(_open_window(program, look))

    for group in _GROUPS:
        group.register(app, program)
    for command in (*app.registered_commands, *_of_groups(app)):
        command.cls = command_in(program.language)
    return app


def main(arguments: Sequence[str], window: Window) -> int:
    """Run one command; every error has been told when this returns.

    Returns:
        The exit status: 0 done, 1 found something wrong, 2 could not run, 3 refused.
    """
    output.make_safe()
    language = languages.chosen(arguments)
    named = languages.values_of(CONNECTION, arguments)
    program = Program(language, window, Paths.of_system(named[0] if named else ""))
    log = logging_setup.start(program.paths.cache)
    try:
        status = build_app(program)(
            args=languages.in_front(arguments, _ANYWHERE), prog_name=NAME, standalone_mode=False
        )
        return int(status or Status.DONE)
    except KantaError as error:
        return tell(error, language)
    except typer.TyperException as error:
        for line in usage_error(error, language):
            output.note(line)
        return Status.COULD_NOT_RUN
    except (typer.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except Exception as error:  # a fault of the program's own: told briefly, kept in the log
        program.log_fault(error)
        output.note(words.BUG.filled(language, kind=type(error).__name__, log=log))
        return Status.COULD_NOT_RUN


def tell(error: KantaError, language: Language) -> Status:
    """Say what happened, what it means and what to do; the exit status that goes with it."""
    said = explain(error, language)
    output.note(words.ERROR.filled(language, title=said.title, code=said.code))
    output.note(said.meaning)
    if isinstance(error, PlanUnreadable):
        for fault in error.faults[1:]:
            output.note(f"{fault.place}: {PLAN_REASONS[fault.reason].of(language)}")
    output.note(words.REMEDY.filled(language, remedy=said.remedy))
    if isinstance(error, (RightsError, ArchiveDenied)):
        return Status.REFUSED
    return Status.FOUND_WRONG if isinstance(error, DocumentNotFound) else Status.COULD_NOT_RUN


def _open_window(program: Program, look: Look) -> int:
    def open_desk() -> "Desk":
        from kanta_desk.desk.assemble import assemble

        return assemble(program.paths)

    return show_window(program, open_desk, look)


def _of_groups(app: typer.Typer) -> list[typer.models.CommandInfo]:
    """The commands of all groups, and of the groups in them."""
    found: list[typer.models.CommandInfo] = []
    for group in app.registered_groups:
        if group.typer_instance:
            found += group.typer_instance.registered_commands
            found += _of_groups(group.typer_instance)
    return found
