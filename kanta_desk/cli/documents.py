"""`search`, `show`, `versions`, `export`: what the Documents page does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.output import machine, make_folder, note, say
from kanta_desk.cli.program import Program
from kanta_desk.cli.signing_in import signed_in
from kanta_desk.cli.values import metadata_lines, plain, table
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.copies import CopyForm
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria, SearchMode
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.query import KeyKind, recognise
from kanta_desk.model.time import HELSINKI, finnish_date, from_finnish_date

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text

    @app.command("search", help=t(texts.SEARCH))
    def search(
        key: Annotated[str, typer.Argument(help=t(texts.KEY), metavar=t(texts.KEY_NAME))],
        task: Annotated[str, typer.Option(help=t(texts.TASK))] = "",
        kind: Annotated[str, typer.Option("--type", help=t(texts.TYPE))] = "",
        first: Annotated[str, typer.Option("--from", help=t(texts.FROM))] = "",
        last: Annotated[str, typer.Option("--to", help=t(texts.TO))] = "",
        mode: Annotated[SearchMode, typer.Option(help=t(texts.MODE))] = SearchMode.BASIC,
        process: Annotated[str, typer.Option(help=t(texts.PROCESS))] = "",
        group: Annotated[str, typer.Option(help=t(texts.GROUP))] = "",
        archived_from: Annotated[str, typer.Option(help=t(texts.ARCHIVED_FROM))] = "",
        archived_to: Annotated[str, typer.Option(help=t(texts.ARCHIVED_TO))] = "",
        author: Annotated[str, typer.Option(help=t(texts.AUTHOR))] = "",
        producer: Annotated[str, typer.Option(help=t(texts.PRODUCER))] = "",
        limit: Annotated[int, typer.Option(min=1, max=1000, help=t(texts.LIMIT))] = 500,
        every: Annotated[bool, typer.Option("--all", help=t(texts.ALL_PAGES))] = False,
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        criteria = _criteria(typer.prompt(t(texts.KEY_NAME), err=True) if key == "-" else key)
        criteria = replace(
            criteria,
            service_task=task or None,
            service_process=process or None,
            document_type=kind or None,
            document_group=group or None,
            created_from=_day(first),
            created_to=_day(last),
            archived_from=_day(archived_from),
            archived_to=_day(archived_to),
            author=author or None,
            producer=Oid.parse(producer) if producer else None,
            mode=mode,
            limit=limit,
        )
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            page = desk.start(session.search, criteria).result()
            documents = list(page.documents)
            while every and page.continuation is not None:
                page = desk.start(session.search_more, page).result()
                documents += page.documents
            if as_json:
                machine({"total": page.total, "documents": plain(tuple(documents))})
                return
            _say_documents(program, documents, _names(program, desk))
            if len(documents) < page.total:
                note(t(words.MORE, shown=len(documents), total=page.total))

    @app.command("show", help=t(texts.SHOW))
    def show(
        oid: Annotated[str, typer.Argument(help=t(texts.DOCUMENT), metavar="OID")],
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        wanted = Oid.parse(oid)
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            opened = session.look(desk.start(session.open, wanted).result())
            document = opened.document
            if as_json:
                machine(
                    {
                        "metadata": plain(document.metadata),
                        "sha256": document.sha256,
                        "text": document.text,
                        "findings": plain(opened.findings),
                    }
                )
                return
            names = desk.reading.names(document.metadata, program.language)
            for line in metadata_lines(document.metadata, names):
                say(line)
            say(t(words.CONTENT))
            say("\n".join(f"  {line}" for line in document.text.splitlines() if line.strip()))
            if opened.findings:
                say(t(words.FINDINGS))
            for finding in opened.findings:
                say(f"  {finding.rule} {t(finding.title)} {finding.place} {finding.evidence}")

    @app.command("versions", help=t(texts.VERSIONS))
    def versions(
        oid: Annotated[str, typer.Argument(help=t(texts.DOCUMENT), metavar="OID")],
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(texts.JSON))] = False,
    ) -> None:
        wanted = Oid.parse(oid)
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            set_id = desk.start(session.metadata, wanted).result().set_id
            history = desk.start(session.versions, set_id).result()
            if as_json:
                machine(plain(history))
            else:
                _say_documents(program, history.versions, _names(program, desk))

    @app.command("export", help=t(texts.EXPORT))
    def export(
        oid: Annotated[str, typer.Argument(help=t(texts.DOCUMENT), metavar="OID")],
        out: Annotated[
            Path, typer.Option("--out", help=t(texts.OUT_FILE), metavar="FILE", dir_okay=False)
        ],
        form: Annotated[CopyForm, typer.Option("--as", help=t(texts.AS_FORM))] = CopyForm.ORIGINAL,
        digest: Annotated[bool, typer.Option("--sha256", help=t(texts.DIGEST))] = False,
        controller: Annotated[str, typer.Option("--register", help=t(texts.REGISTER))] = "",
        purpose: Annotated[str, typer.Option(help=t(texts.PURPOSE))] = "",
        practice: Annotated[bool, typer.Option("--practice", help=t(texts.USE_PRACTICE))] = False,
    ) -> None:
        wanted = Oid.parse(oid)
        make_folder(out.parent)
        with signed_in(program, practice=practice, register=controller, purpose=purpose) as (
            desk,
            session,
        ):
            document = desk.start(session.open, wanted).result()
            saved = desk.start(
                session.copies.save, document, out, form, program.language, digest=digest
            ).result()
            say(t(words.WRITTEN, path=saved.path))
            say(f"SHA-256 {saved.sha256}")


def _day(text: str) -> date | None:
    return from_finnish_date(text) if text else None


def _criteria(key: str) -> SearchCriteria:
    """What to search by, as the window's search line takes it.

    Raises:
        InvalidIdentifier: if ``key`` is meant as an identifier and is not a valid one.
    """
    found = recognise(key)
    if not found.usable:
        raise InvalidIdentifier(_KINDS[found.kind], found.problem or "empty")
    return found.criteria()


_KINDS = {
    KeyKind.NOTHING: "key",
    KeyKind.NAME_AND_BIRTH: "name",
    KeyKind.CASE: "case",
    KeyKind.HENKILOTUNNUS: "henkilotunnus",
    KeyKind.TEMPORARY_ID: "temporary",
    KeyKind.DOCUMENT: "oid",
    KeyKind.ELSEWHERE: "key",
}


def _names(program: Program, desk: "Desk") -> FieldNames:
    today, language = datetime.now(HELSINKI).date(), program.language
    return FieldNames(language, lambda code: desk.name_of(code, today, language))


def _say_documents(
    program: Program, documents: Sequence[DocumentMetadata], names: FieldNames
) -> None:
    if not documents:
        say(program.text(words.NOTHING))
        return
    keys = ("created", "document_type", "service_task", "version", "document_oid")
    head = [program.text(BY_KEY[key].label) for key in keys]
    rows = [
        (
            finnish_date(each.created) if each.created else "",
            names.code(each.document_type) if each.document_type else "",
            names.code(each.service_task) if each.service_task else "",
            f"{each.version} {program.text(words.STATES[each.state])}".strip(),
            each.document_oid.value,
        )
        for each in documents
    ]
    for line in table(head, rows):
        say(line)
    say(words.DOCUMENTS.filled(program.language, len(documents)))
