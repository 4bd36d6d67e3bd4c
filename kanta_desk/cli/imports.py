"""What the commands over code sets, registers and structures share: listing and taking in."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kanta_desk.cli import imports_texts as said
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.errors import ImportSystemMissing
from kanta_desk.model.imports import (
    KIND_NAMES,
    Change,
    ChangeKind,
    Holding,
    ImportKind,
    Origin,
    Preview,
)
from kanta_desk.model.terms.texts_imports import ROW_FAULTS, problem_words
from kanta_desk.model.time import finnish_date
from kanta_desk.settings.paths import Paths

if TYPE_CHECKING:  # `--help` needs none of the rooms
    from kanta_desk.desk.importing import Library, Prepared

_SHOWN = 20
_SIGNS = {
    ChangeKind.ADDED: "+",
    ChangeKind.CHANGED: "~",
    ChangeKind.ENDED: "!",
    ChangeKind.REMOVED: "-",
}


def library(program: Program, *, practice: bool) -> "Library":
    """What the installation, or the practice set, has; without opening a desk."""
    from kanta_desk.desk.importing import Library

    return Library.of(Paths.under(program.practice_folder) if practice else program.paths)


def bring_in(
    program: Program,
    files: Sequence[Path],
    *,
    practice: bool,
    system: str = "",
    otherwise: str = "",
    version: str = "",
    dry_run: bool = False,
    skip_faults: bool = False,
    as_json: bool = False,
    register: str = "",
    purpose: str = "",
) -> None:
    """Tell what files would change and, unless it is a dry run or they have faults, take them in.

    Files are read before anybody is asked for a PIN. ``otherwise`` is the code system of those that
    do not name theirs.
    """
    shelf = library(program, practice=practice)
    ready = [_prepared(shelf, path, system, otherwise, version) for path in files]
    for each in ready if not as_json else ():
        _say_preview(program, each.preview)
    left_out = sum(each.preview.left_out for each in ready)
    faulty = bool(left_out) and not skip_faults
    if not dry_run and not faulty:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            for each in ready:
                take = session.imports.take
                desk.start(take, each, without_faulty=skip_faults).result()
                _say_taken(program, each, as_json=as_json)
    if as_json:
        previews = [plain(each.preview) for each in ready]
        machine({"imported": not dry_run and not faulty, "files": previews})
    if faulty:
        note(said.LEFT_OUT.filled(program.language, left_out))
        raise typer.Exit(Status.FOUND_WRONG)


def show_holdings(
    program: Program, kind: ImportKind, *, practice: bool, as_json: bool = False
) -> None:
    """List what there is of a kind."""
    shelf = library(program, practice=practice)
    held = [each for each in shelf.holdings() if each.kind is kind]
    if as_json:
        machine({kind.value: plain(held)})
    elif not held:
        say(program.text(said.NOTHING))
    else:
        head = [program.text(text) for text in said.HOLDINGS_HEAD]
        for line in table(head, [_row(program, each) for each in held]):
            say(line)
    raise typer.Exit(Status.FOUND_WRONG if any(each.fault for each in held) else Status.DONE)


def take_away(
    program: Program,
    kind: ImportKind,
    oid: str,
    version: str,
    *,
    practice: bool,
    register: str,
    purpose: str,
) -> None:
    """Remove something imported."""
    shelf = library(program, practice=practice)
    fitting = [
        each
        for each in shelf.holdings()
        if each.kind is kind
        and each.system == oid
        and (each.origin or each.fault)
        and version in ("", each.version)
    ]
    if not fitting:
        raise not_there(program, oid)
    with signed_in(program, practice=practice, register=register, purpose=purpose) as (
        desk,
        session,
    ):
        for each in fitting:
            desk.start(session.imports.remove, each).result()
            say(program.text(said.REMOVED, name=f"{each.name.of(program.language)} {each.version}"))


def not_there(program: Program, oid: str) -> typer.Exit:
    """Say that something is not at hand; the exit to raise."""
    note(program.text(said.NOT_THERE, oid=oid))
    return typer.Exit(Status.FOUND_WRONG)


def days(program: Program, first: date | None, last: date | None) -> str:
    """Days of validity in words."""
    if first is None and last is None:
        return program.text(said.ALWAYS)
    return f"{finnish_date(first) if first else ''}–{finnish_date(last) if last else ''}"


def source(program: Program, holding: Holding) -> str:
    """Where something came from."""
    if holding.fault:
        return program.text(said.FAULTY, reason=holding.fault)
    if holding.origin is not None:
        return _origin(program, holding.origin)
    if holding.kind is ImportKind.STRUCTURES:
        return program.text(said.PUT_BY_HAND)
    words = [program.text(said.SHIPPED)]
    if not holding.verified:
        words.append(program.text(said.UNVERIFIED))
    return ", ".join(words)


def _prepared(
    shelf: "Library", path: Path, system: str, otherwise: str, version: str
) -> "Prepared":
    try:
        return shelf.prepare(path, system, version)
    except ImportSystemMissing:
        if not otherwise:
            raise
        return shelf.prepare(path, otherwise, version)


def _origin(program: Program, origin: Origin) -> str:
    day = finnish_date(origin.at)
    return program.text(said.FROM_FILE, file=origin.file, day=day, by=origin.by)


def _row(program: Program, holding: Holding) -> tuple[str, ...]:
    return (
        holding.system,
        holding.name.of(program.language),
        holding.version,
        str(holding.count),
        days(program, holding.valid_from, holding.valid_to),
        source(program, holding),
    )


def _say_preview(program: Program, preview: Preview) -> None:
    name = preview.name.of(program.language)
    if preview.system:
        kind = program.text(KIND_NAMES[preview.kind])
        say(
            program.text(
                said.HEAD_SET,
                kind=kind,
                name=name,
                system=preview.system,
                version=preview.version,
            )
        )
    else:
        say(name)
    say(program.text(said.HEAD_FILE, file=preview.file, sha256=preview.sha256))
    totals: dict[str, Any] = {kind.value: number for kind, number in preview.totals}
    say(program.text(said.TOTALS, count=preview.count, **totals))
    _say_some(program, map(_change, preview.changes), sum(n for _, n in preview.totals))
    for problem in preview.problems[:_SHOWN]:
        note(problem_words(problem, program.language))
        note(f"  {ROW_FAULTS[problem.fault][1].of(program.language)}")
    if preview.problem_count > _SHOWN:
        note(said.MORE.filled(program.language, preview.problem_count - _SHOWN))


def _say_some(program: Program, lines: Iterable[str], total: int) -> None:
    for number, line in enumerate(lines):
        if number == _SHOWN:
            say(said.MORE.filled(program.language, total - _SHOWN))
            return
        say(line)


def _change(change: Change) -> str:
    words = " → ".join(part for part in (change.before, change.after) if part)
    return f"  {_SIGNS[change.kind]} {change.key}  {words}"


def _say_taken(program: Program, prepared: "Prepared", *, as_json: bool) -> None:
    preview = prepared.preview
    name = preview.name.of(program.language)
    words = program.text(said.TAKEN, name=name, count=preview.count)
    (note if as_json else say)(words)
