"""`units …`: the organisation register, its import, what it says of an OID as of a day."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import imports_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.help import group_in
from kanta_desk.cli.imports import bring_in, days, library, not_there, show_holdings, take_away
from kanta_desk.cli.output import machine, say
from kanta_desk.cli.program import Program
from kanta_desk.cli.values import labelled, plain
from kanta_desk.model.codes import CodeSystem, base_system
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.imports import ImportKind
from kanta_desk.model.organisations import Unit
from kanta_desk.model.time import from_finnish_date

if TYPE_CHECKING:
    from kanta_desk.desk.importing import Library


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    group = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(group, name="units", help=t(said.UNITS))
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]

    @group.command("import", help=t(said.IMPORT_UNITS))
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
            program, files, practice=practice, system=system, otherwise=CodeSystem.ORGANISATION,
            version=version, dry_run=dry_run, skip_faults=skip, as_json=as_json,
            register=register, purpose=purpose,
        )  # fmt: skip

    @group.command("list", help=t(said.LIST))
    def listed(practice: practised = False, as_json: json = False) -> None:
        show_holdings(program, ImportKind.ORGANISATIONS, practice=practice, as_json=as_json)

    @group.command("remove", help=t(said.REMOVE))
    def remove(
        oid: Annotated[
            str, typer.Argument(help=t(said.OID), metavar="OID")
        ] = CodeSystem.ORGANISATION.value,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        take_away(
            program, ImportKind.ORGANISATIONS, base_system(oid), "",
            practice=practice, register=register, purpose=purpose,
        )  # fmt: skip

    @group.command("show", help=t(said.SHOW_UNIT))
    def show(
        oid: Annotated[str, typer.Argument(help=t(said.OID), metavar="OID")],
        on: Annotated[str, typer.Option("--date", help=t(said.DATE))] = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        shelf = library(program, practice=practice)
        known = shelf.unit(Oid.parse(oid))
        if not known:
            raise not_there(program, oid)
        day = from_finnish_date(on) if on else None
        shown = [unit for unit in known if day is None or unit.is_valid(day)] or known[-1:]
        if as_json:
            machine({"oid": oid, "units": plain(shown)})
            return
        say(oid)
        for unit in shown:
            for line in _lines(program, shelf, unit, day or shelf.today):
                say(line)


def _lines(program: Program, shelf: "Library", unit: Unit, day: date) -> list[str]:
    parent = shelf.unit_name(unit.parent, day) if unit.parent else ""
    above = f"{parent} ({unit.parent})" if parent else unit.parent
    values = (
        unit.name,
        unit.short,
        unit.business_id,
        above,
        unit.address,
        unit.municipality,
        unit.sector,
        days(program, unit.valid_from, unit.valid_to),
    )
    pairs = list(zip(said.UNIT_LABELS, values, strict=True))
    return [f"  {line}" for line in labelled(pairs, program.language)]
