"""`structures …`: THL's document structures at hand, their import, their fields."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import imports_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.help import group_in
from kanta_desk.cli.imports import bring_in, library, not_there, show_holdings, take_away
from kanta_desk.cli.output import machine, say
from kanta_desk.cli.program import Program
from kanta_desk.cli.values import plain, table
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.imports import ImportKind
from kanta_desk.model.structure import StructureField, StructureForm


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    group = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(group, name="structures", help=t(said.STRUCTURES))
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    named = Annotated[str, typer.Argument(help=t(said.OID), metavar="OID")]

    @group.command("import", help=t(said.IMPORT_STRUCTURES))
    def take(
        files: Annotated[list[Path], typer.Argument(help=t(said.FILES), metavar="FILE…")],
        dry_run: Annotated[bool, typer.Option("--dry-run", help=t(said.DRY_RUN))] = False,
        skip: Annotated[bool, typer.Option("--skip-faults", help=t(said.SKIP_FAULTS))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        bring_in(
            program, files, practice=practice, dry_run=dry_run, skip_faults=skip, as_json=as_json,
            register=register, purpose=purpose,
        )  # fmt: skip

    @group.command("list", help=t(said.LIST))
    def listed(practice: practised = False, as_json: json = False) -> None:
        show_holdings(program, ImportKind.STRUCTURES, practice=practice, as_json=as_json)

    @group.command("remove", help=t(said.REMOVE))
    def remove(
        oid: named, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        take_away(
            program, ImportKind.STRUCTURES, oid, "",
            practice=practice, register=register, purpose=purpose,
        )  # fmt: skip

    @group.command("show", help=t(said.SHOW_STRUCTURE))
    def show(oid: named, practice: practised = False, as_json: json = False) -> None:
        form = library(program, practice=practice).structure(Oid.parse(oid))
        if form is None:
            raise not_there(program, oid)
        if as_json:
            machine({"head": plain(form.head), "fields": plain(form.root.children)})
            return
        say(f"{form.head.title.of(program.language)} ({form.head.oid})")
        head = [t(text) for text in said.FIELDS_HEAD]
        for line in table(head, list(_rows(program, form))):
            say(line)


def _rows(program: Program, form: StructureForm) -> Iterator[tuple[str, ...]]:
    def below(field: StructureField, depth: int) -> Iterator[tuple[str, ...]]:
        for each in field.children:
            yield (
                "  " * depth + each.label.of(program.language) + (" *" if each.repeatable else ""),
                each.kind.value,
                _needed(program, each),
                each.system or "",
            )
            yield from below(each, depth + 1)

    return below(form.root, 0)


def _needed(program: Program, field: StructureField) -> str:
    if field.required:
        return program.text(said.YES)
    return program.text(said.CONDITIONAL) if field.conditional else ""
