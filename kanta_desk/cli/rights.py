"""`rights …`: the register of users and rights, by those who administer or supervise it."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kanta_desk.cli import rights_texts as said
from kanta_desk.cli import texts, words
from kanta_desk.cli.help import group_in
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.rights_shown import basis_of, in_words, rows_of
from kanta_desk.cli.signing_in import open_desk, prove_first, signed_in
from kanta_desk.cli.values import plain, table
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import (
    ROLE_NAMES,
    IdentifierKind,
    Identity,
    IssuerFamily,
    Register,
    Role,
)
from kanta_desk.model.rights import Expiring, Grant, GrantState, RightsOverview
from kanta_desk.model.rights_words import change_words, noticed
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.time import HELSINKI, finnish_date, finnish_time, from_finnish_date


class Switch(StrEnum):
    """On or off."""

    ON = "on"
    OFF = "off"


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text
    rights = typer.Typer(
        cls=group_in(program.language), rich_markup_mode=None, no_args_is_help=True
    )
    app.add_typer(rights, name="rights", help=t(said.RIGHTS))
    where = Annotated[str, typer.Option("--register", help=t(texts.REGISTER))]
    why = Annotated[str, typer.Option("--purpose", help=t(texts.PURPOSE))]
    practised = Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))]
    json = Annotated[bool, typer.Option("--json", help=t(texts.JSON))]
    decided = Annotated[str, typer.Option(help=t(said.DECISION))]
    decided_on = Annotated[str, typer.Option(help=t(said.DAY))]
    decided_by = Annotated[str, typer.Option(help=t(said.DECIDER))]
    mandated = Annotated[str, typer.Option(help=t(said.MANDATE))]
    numbered = Annotated[str, typer.Option(help=t(said.NUMBER))]
    mandated_from = Annotated[str, typer.Option(help=t(said.MANDATE_FROM))]
    mandated_to = Annotated[str, typer.Option(help=t(said.MANDATE_TO))]
    valid_from_day = Annotated[str, typer.Option(help=t(said.VALID_FROM))]
    valid_to_day = Annotated[str, typer.Option(help=t(said.VALID_TO))]
    to_file = Annotated[Path, typer.Argument(help=t(said.FILE), metavar="FILE", dir_okay=False)]

    def overview(register: str, purpose: str, practice: bool) -> RightsOverview:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            return desk.start(session.rights.overview).result()

    @rights.command("list", help=t(said.LIST))
    def show(
        everything: Annotated[bool, typer.Option("--all", help=t(said.ALL))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        view = overview(register, purpose, practice)
        shown = [
            record
            for record in view.records
            if everything or record.state(view.day) in (GrantState.VALID, GrantState.COMING)
        ]
        if as_json:
            values = [{"state": record.state(view.day).value, **plain(record)} for record in shown]
            machine({"rights": values, "two_persons": view.two_persons,
                     "findings": plain(view.findings)})  # fmt: skip
        elif shown:
            head = [t(text) for text in said.HEAD]
            for line in table(head, rows_of(shown, view.day, program.language)):
                say(line)
        else:
            say(t(said.NO_RIGHTS))
        for line in noticed(view, program.language):
            note(line)
        raise typer.Exit(Status.FOUND_WRONG if view.findings else Status.DONE)

    @rights.command("history", help=t(said.HISTORY))
    def history(
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        view = overview(register, purpose, practice)
        if as_json:
            machine(plain(view.changes))
            return
        grants = {record.grant.id: record.grant for record in view.records}
        rows = [
            (
                str(past.change.number),
                finnish_time(past.deed.at),
                f"{past.deed.name} ({past.deed.by.value})",
                change_words(past, grants, program.language),
            )
            for past in view.changes
        ]
        for line in table([t(text) for text in said.CHANGES_HEAD], rows):
            say(line)

    @rights.command("expiring", help=t(said.EXPIRING))
    def expiring(
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        ending = overview(register, purpose, practice).expiring
        if as_json:
            machine(plain(ending))
        elif not ending:
            say(t(said.NOTHING_ENDS))
        else:
            for each in ending:
                say(_ending(program, each))
        raise typer.Exit(Status.FOUND_WRONG if ending else Status.DONE)

    @rights.command("grant", help=t(said.GRANT))
    def grant(
        identifier: Annotated[str, typer.Argument(help=t(said.IDENTIFIER))],
        name: Annotated[str, typer.Option(help=t(said.NAME))],
        role: Annotated[Role, typer.Option(help=t(said.ROLE))],
        kind: Annotated[IdentifierKind, typer.Option(help=t(said.KIND))],
        issuer: Annotated[IssuerFamily, typer.Option(help=t(said.ISSUER))] = IssuerFamily.SOTE,
        decision: decided = "",
        day: decided_on = "",
        decider: decided_by = "",
        mandate: mandated = "",
        number: numbered = "",
        mandate_from: mandated_from = "",
        mandate_to: mandated_to = "",
        valid_from: valid_from_day = "",
        valid_to: valid_to_day = "",
        replaces: Annotated[str, typer.Option(help=t(said.REPLACES))] = "",
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        basis = basis_of(
            program, (decision, day, decider), (mandate, number, mandate_from, mandate_to)
        )
        first = from_finnish_date(valid_from) if valid_from else _today()
        last = from_finnish_date(valid_to) if valid_to else None
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            person = Identity(identifier, kind, issuer)
            wanted = Grant(person, name, role, session.context.register, basis, first, last)
            given = desk.start(session.rights.grant, wanted, replaces).result()
        if as_json:
            machine(plain(given))
        else:
            called = t(ROLE_NAMES[given.role])
            say(t(said.GRANTED, id=given.id, name=given.name, role=called))

    @rights.command("revoke", help=t(said.REVOKE))
    def revoke(
        number: Annotated[str, typer.Argument(help=t(said.ID), metavar="N")],
        reason: Annotated[str, typer.Option(help=t(said.REASON))],
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            desk.start(session.rights.revoke, number, reason).result()
        say(t(said.REVOKED, id=number))

    @rights.command("first", help=t(said.FIRST))
    def first(
        controller: Annotated[str, typer.Option(help=t(said.CONTROLLER))] = "",
        controller_name: Annotated[str, typer.Option(help=t(said.CONTROLLER_NAME))] = "",
        register_code: Annotated[str, typer.Option(help=t(said.REGISTER_CODE))] = "1",
        decision: decided = "",
        day: decided_on = "",
        decider: decided_by = "",
        mandate: mandated = "",
        number: numbered = "",
        mandate_from: mandated_from = "",
        mandate_to: mandated_to = "",
        valid_to: valid_to_day = "",
        adopt: Annotated[bool, typer.Option("--adopt", help=t(said.ADOPT))] = False,
        practice: practised = False,
    ) -> None:
        basis = basis_of(
            program, (decision, day, decider), (mandate, number, mandate_from, mandate_to)
        )
        last = from_finnish_date(valid_to) if valid_to else None
        with open_desk(program, practice=practice) as desk:
            if controller and controller_name:
                where = Register(
                    Party(Oid.parse(controller), controller_name),
                    Code(register_code, CodeSystem.REGISTER),
                )
            elif len(desk.registers_to_take_over) == 1 and not controller:
                where = desk.registers_to_take_over[0]
            else:
                note(t(said.WHICH_REGISTER))
                raise typer.Exit(Status.COULD_NOT_RUN)
            session = prove_first(program, desk, where, basis, valid_to=last, adopt=adopt)
            say(t(said.FIRST_MADE, name=session.holder.name, register=where.controller.name))

    @rights.command("import", help=t(said.IMPORT))
    def bring_in(
        path: to_file,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=t(said.DRY_RUN))] = False,
        register: where = "",
        purpose: why = "",
        practice: practised = False,
        as_json: json = False,
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            read = desk.start(session.rights.read_file, path).result()
            given: tuple[Grant, ...] = ()
            if not (dry_run or read.faults):
                given = desk.start(session.rights.import_file, path).result()
        for fault in read.faults:
            note(explain(fault, program.language).meaning)
        if as_json:
            machine(
                {
                    "fresh": plain(read.fresh),
                    "known": read.known,
                    "over": read.over,
                    "faults": [plain(fault.fields) for fault in read.faults],
                    "imported": plain(given),
                }
            )
        elif given:
            say(said.IMPORTED.filled(program.language, len(given)))
        else:
            counts: dict[str, Any] = {
                "fresh": len(read.fresh),
                "known": read.known,
                "over": read.over,
                "faults": len(read.faults),
            }
            say(t(said.WOULD_IMPORT, **counts))
        raise typer.Exit(Status.FOUND_WRONG if read.faults else Status.DONE)

    @rights.command("export", help=t(said.EXPORT))
    def export(
        path: to_file, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            desk.start(session.rights.export, path).result()
        say(t(words.WRITTEN, path=path))

    @rights.command("report", help=t(said.REPORT))
    def report(
        path: to_file, register: where = "", purpose: why = "", practice: practised = False
    ) -> None:
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            marked = desk.mode is Mode.PRACTICE
            act = session.rights.report
            desk.start(act, path, program.language, practice=marked).result()
        say(t(words.WRITTEN, path=path))

    @rights.command("two-persons", help=t(said.TWO_PERSONS))
    def two_persons(
        switch: Annotated[Switch, typer.Argument(help=t(said.ON_OR_OFF))],
        register: where = "",
        purpose: why = "",
        practice: practised = False,
    ) -> None:
        wanted = switch is Switch.ON
        with signed_in(program, practice=practice, register=register, purpose=purpose) as (
            desk,
            session,
        ):
            desk.start(session.rights.set_two_persons, wanted).result()
        say(t(said.TWO_ON if wanted else said.TWO_OFF))


def _ending(program: Program, each: Expiring) -> str:
    grant = each.record.grant
    when = said.ENDS.filled(program.language, each.days)
    return f"{finnish_date(each.last_day)}  {when}  {in_words(grant, program.language)}"


def _today() -> date:
    return datetime.now(UTC).astimezone(HELSINKI).date()
