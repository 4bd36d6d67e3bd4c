"""`plan …`: plans made of files and folders, checked, saved; columns told; templates."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import plans_texts as said
from kanta_desk.cli import texts
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, make_folder, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.values import table
from kanta_desk.errors import PlanUnreadable
from kanta_desk.model.deployment import KIND_NAMES, Plan
from kanta_desk.model.planning import (
    COLUMN_NAMES,
    GROUND_NAMES,
    Column,
    ColumnMapping,
    Export,
    Opened,
)
from kanta_desk.model.terms.plans import PLAN_REASONS

if TYPE_CHECKING:  # `--help` needs none of the rooms
    from kanta_desk.desk.plans import Plans


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    group = typer.Typer(cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True)
    app.add_typer(group, name="plan", help=t(said.PLAN))
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    from_file = Annotated[Path, typer.Argument(help=t(said.SOURCE), metavar="SOURCE")]
    of_sheet = Annotated[str, typer.Option("--sheet", help=t(said.SHEET))]

    @group.command("make", help=t(said.MAKE))
    def make(
        source: from_file,
        out: Annotated[
            Path, typer.Option("--out", help=t(said.OUT), metavar="FILE", dir_okay=False)
        ] = Path("plan.json"),
        columns: Annotated[
            list[str] | None, typer.Option("--map", help=t(said.MAP), metavar="HEADER=NAME")
        ] = None,
        constants: Annotated[
            list[str] | None, typer.Option("--set", help=t(said.SET), metavar="NAME=VALUE")
        ] = None,
        settings: Annotated[
            Path | None, typer.Option("--settings", help=t(said.SETTINGS), metavar="FILE")
        ] = None,
        keep: Annotated[str, typer.Option("--keep", help=t(said.KEEP), metavar="SYSTEM")] = "",
        sheet: of_sheet = "",
    ) -> None:
        plans = _plans(program)
        asked = _asked(program, columns, constants, plans.take(settings) if settings else None)
        opened = plans.make(source, replace(asked, system=keep or asked.system), sheet)
        if opened.plan is None:
            return
        make_folder(out.resolve().parent)
        written = plans.write(opened.plan, out)
        if keep and opened.export:
            plans.keep(_whole(opened.export, asked, keep))
        _tell(program, opened.plan, opened)
        say(t(said.PLAN_WRITTEN, path=written))

    @group.command("check", help=t(said.CHECK))
    def check(source: from_file, as_json: json = False) -> None:
        try:
            plan = told_plan(program, source)
        except PlanUnreadable as error:
            _tell_faults(program, error, as_json=as_json)
            raise typer.Exit(Status.FOUND_WRONG) from None
        if as_json:
            machine({"faults": [], **_value(plan)})
        else:
            _tell(program, plan)
        raise typer.Exit(Status.FOUND_WRONG if plan.real_clients else Status.DONE)

    @group.command("columns", help=t(said.COLUMNS))
    def shown(source: from_file, sheet: of_sheet = "", as_json: json = False) -> None:
        export = _plans(program).look(source, sheet)
        if export is None:
            note(t(said.OWN_PLAN))
        elif as_json:
            machine(_columns_value(export))
        else:
            _tell_columns(program, export)

    @group.command("template", help=t(said.TEMPLATE))
    def template(
        path: Annotated[Path, typer.Argument(help=t(said.OUT), metavar="FILE", dir_okay=False)],
    ) -> None:
        write_template(program, path)


def write_template(program: Program, path: Path) -> None:
    """Write a template where the user named it; the suffix says which."""
    from kanta_desk.desk.plans import TEMPLATE_KINDS

    if path.suffix.lower() not in TEMPLATE_KINDS:
        raise typer.BadParameter(program.text(said.TEMPLATE_KIND))
    make_folder(path.resolve().parent)
    written = _plans(program).template(path, program.language)
    say(program.text(said.TEMPLATE_WRITTEN, path=written))


def told_plan(program: Program, path: Path) -> Plan:
    """The plan of a file or folder; what of a folder is no part of it is told."""
    plans = _plans(program)
    if not path.is_dir():
        return plans.read(path)
    opened = plans.open(path)
    _tell_left_out(program, opened)
    return opened.plan or plans.read(path)


def _plans(program: Program) -> "Plans":
    from kanta_desk.desk.plans import Plans

    return Plans(program.paths)


def _asked(
    program: Program,
    columns: list[str] | None,
    constants: list[str] | None,
    settings: ColumnMapping | None,
) -> ColumnMapping:
    """What the options say of columns: headers with what they are, and values for every row."""
    told = (_parted(program, each) for each in columns or ())
    given = (_parted(program, each) for each in constants or ())
    base = settings or ColumnMapping("")
    named = {header: _column(program, name) if name else None for header, name in told}
    fixed = {_column(program, name): value for name, value in given}
    return ColumnMapping(
        base.system, {**base.columns, **named}, {**base.constants, **fixed}, base.facts
    )


def _whole(export: Export, asked: ColumnMapping, system: str) -> ColumnMapping:
    """All columns as they were read, to be kept."""
    from kanta_desk.desk.plans import mapping_of

    return replace(asked, system=system, columns=mapping_of(export.sheets[0]).columns)


def _parted(program: Program, text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    if not equals:
        raise typer.BadParameter(program.text(said.NO_EQUALS))
    return name.strip(), value.strip()


def _column(program: Program, name: str) -> Column:
    from kanta_desk.desk.plans import column_of

    found = column_of(name)
    if found is None:
        names = ", ".join(program.text(text) for text in COLUMN_NAMES.values())
        raise typer.BadParameter(program.text(said.NOT_A_COLUMN, name=name[:40], names=names))
    return found


def _tell(program: Program, plan: Plan, opened: Opened | None = None) -> None:
    documents = said.DOCUMENTS.filled(program.language, len(plan.documents))
    kind = program.text(KIND_NAMES[plan.kind])
    say(program.text(said.SUMMARY, name=plan.name, documents=documents, kind=kind))
    for row in plan.real_clients:
        note(program.text(said.REAL, place=row.place or row.key))
    if opened is not None:
        _tell_left_out(program, opened)


def _tell_left_out(program: Program, opened: Opened) -> None:
    for each in opened.passed:
        note(program.text(said.LEFT_OUT, name=each.name, reason=program.text(each.reason)))


def _tell_faults(program: Program, error: PlanUnreadable, *, as_json: bool) -> None:
    told = [(f.place, program.text(PLAN_REASONS[f.reason])) for f in error.faults]
    if as_json:
        rows = [
            {"place": f.place, "reason": f.reason, "text": said_of}
            for f, (_, said_of) in zip(error.faults, told, strict=True)
        ]
        machine({"faults": rows})
        return
    for place, reason in told:
        say(f"{place}: {reason}")
    say(said.FAULTS.filled(program.language, len(told)))


def _tell_columns(program: Program, export: Export) -> None:
    for sheet in export.sheets:
        say(program.text(said.SHEET_SHOWN, place=sheet.header, rows=sheet.rows))
        rows = [
            (
                column.header,
                program.text(COLUMN_NAMES[column.column] if column.column else said.PASSED_OVER),
                program.text(GROUND_NAMES[column.ground]),
            )
            for column in sheet.columns
        ]
        head = [program.text(name) for name in (said.HEADER, said.MEANS, said.GROUND)]
        for line in table(head, rows):
            say(f"  {line}")


def _value(plan: Plan) -> dict[str, object]:
    return {
        "name": plan.name,
        "kind": plan.kind.value,
        "documents": len(plan.documents),
        "counts": len(plan.counts),
        "real_clients": [row.place or row.key for row in plan.real_clients],
        "sha256": plan.sha256,
    }


def _columns_value(export: Export) -> dict[str, object]:
    return {
        "sha256": export.sha256,
        "sheets": [
            {
                "name": sheet.name,
                "header": sheet.header,
                "rows": sheet.rows,
                "columns": [
                    {"header": c.header, "column": c.column, "ground": c.ground}
                    for c in sheet.columns
                ],
            }
            for sheet in export.sheets
        ],
    }
