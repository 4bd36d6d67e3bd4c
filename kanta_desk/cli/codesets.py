"""`codesets …`: code sets at hand, their import, a code's name as of a day."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kanta_desk.cli import imports_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.help import group_in
from kanta_desk.cli.imports import (
    bring_in,
    days,
    library,
    not_there,
    show_holdings,
    take_away,
)
from kanta_desk.cli.output import machine, say
from kanta_desk.cli.program import Program
from kanta_desk.cli.values import plain, table
from kanta_desk.model.codes import CodeSet, Concept, base_system, version_of
from kanta_desk.model.imports import ImportKind
from kanta_desk.model.time import from_finnish_date


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    group = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(group, name="codesets", help=t(said.CODESETS))
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]

    @group.command("import", help=t(said.IMPORT_CODESETS))
    def take(
        files: Annotated[list[Path], typer.Argument(help=t(said.FILES), metavar="FILE…")],
        system: Annotated[str, typer.Option(help=t(said.SYSTEM), metavar="OID")] = "",
        version: Annotated[str, typer.Option(help=t(said.VERSION))] = "",
        dry_run: Annotated[bool, typer.Option("--dry-run", help=t(said.DRY_RUN))] = False,
        skip: Annotated[bool, typer.Option("--skip-faults", help=t(said.SKIP_FAULTS))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        bring_in(
            program, files, practice=practice, system=system, version=version, dry_run=dry_run,
            skip_faults=skip, as_json=as_json, register=register, purpose=purpose,
        )  # fmt: skip

    @group.command("list", help=t(said.LIST))
    def listed(practice: practised = False, as_json: json = False) -> None:
        show_holdings(program, ImportKind.CODE_SET, practice=practice, as_json=as_json)

    @group.command("remove", help=t(said.REMOVE))
    def remove(
        oid: Annotated[str, typer.Argument(help=t(said.OID), metavar="OID")],
        version: Annotated[str, typer.Option(help=t(said.VERSION))] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        take_away(
            program, ImportKind.CODE_SET, base_system(oid), version or version_of(oid),
            practice=practice, register=register, purpose=purpose,
        )  # fmt: skip

    @group.command("show", help=t(said.SHOW_CODESET))
    def show(
        oid: Annotated[str, typer.Argument(help=t(said.OID), metavar="OID")],
        code: Annotated[str, typer.Argument(help=t(said.CODE), metavar="CODE")] = "",
        on: Annotated[str, typer.Option("--date", help=t(said.DATE))] = "",
        everything: Annotated[bool, typer.Option("--all", help=t(said.EVERYTHING))] = False,
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        shelf = library(program, practice=practice)
        day = from_finnish_date(on) if on else shelf.today
        version = shelf.code_set(oid, day)
        if version is None:
            raise not_there(program, oid)
        concepts = shelf.periods(oid, code) if code else tuple(version.concepts.values())
        shown = [c for c in concepts if everything or code or c.is_valid(day)]
        if not shown and code:
            raise not_there(program, f"{oid} {code}")
        if as_json:
            machine(_value(version, shown, day))
            return
        say(f"{version.name.of(program.language)} ({version.system}), {version.version}")
        head = [t(text) for text in said.CODES_HEAD]
        for line in table(head, [_row(program, each) for each in shown]):
            say(line)


def _row(program: Program, concept: Concept) -> tuple[str, ...]:
    valid = days(program, concept.valid_from, concept.valid_to)
    return concept.value, concept.name.of(program.language), valid, concept.parent


def _value(version: CodeSet, shown: list[Concept], day: date) -> dict[str, object]:
    return {
        "system": version.system,
        "version": version.version,
        "name": plain(version.name),
        "date": plain(day),
        "origin": plain(version.origin),
        "codes": [
            {
                "code": each.value,
                "name": plain(each.name),
                "valid_from": plain(each.valid_from),
                "valid_to": plain(each.valid_to),
                "parent": each.parent,
                "in_force": version.is_valid(day) and each.is_valid(day),
                "verified": each.verified,
            }
            for each in shown
        ],
    }
