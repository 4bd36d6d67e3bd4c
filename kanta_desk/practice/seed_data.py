"""Reads the practice documents from ``resources/practice`` into plain values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from kanta_desk.errors import InputError, SettingsUnreadable
from kanta_desk.model.documents import PersonName
from kanta_desk.model.identifiers import ClientId, Henkilotunnus, TemporaryId
from kanta_desk.model.time import HELSINKI
from kanta_desk.settings.resources import read_toml, resource

# Counts up when the code that makes the documents changes what it makes.
EDITION = 4


class FaultKind(StrEnum):
    """What went wrong with a document of the deployment test."""

    WRONG_REGISTER = "wrong_register"
    MISSING_METADATA = "missing_metadata"
    WRONG_METADATA = "wrong_metadata"
    DIFFERING_CONTENT = "differing_content"
    MISSING_DOCUMENT = "missing_document"
    UNEXPECTED_DOCUMENT = "unexpected_document"


@dataclass(frozen=True, slots=True)
class SeedClient:
    """A client of the practice set."""

    id: ClientId
    name: PersonName
    birth: date
    female: bool
    language: str
    security_ban: bool


@dataclass(frozen=True, slots=True)
class SeedAuthor:
    """A professional of the practice set."""

    number: str
    name: PersonName
    title: str


Replacements = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SeedRevision:
    """A later version: the text with pieces replaced, or the end of the document."""

    created: datetime
    replace: Replacements
    invalidates: bool


@dataclass(frozen=True, slots=True)
class SeedFault:
    """How a document of the deployment test differs in the archive from what was stored."""

    kind: FaultKind
    replace: Replacements = ()
    drop: tuple[str, ...] = ()
    service_task: str = ""
    register: str = ""


@dataclass(frozen=True, slots=True)
class SeedDocument:
    """One document with all its versions, as ``resources/practice`` describes it.

    ``by`` is the organisation that stored it, ``register`` whose register it belongs to.
    ``seal`` is how the document itself is signed (``practice.sealing.Seal``).
    ``source`` is the form in which the client information system exports it, where it is
    of the deployment test; ``oid``: whether the plan knows the document's OID.
    """

    key: str
    client: SeedClient
    author: SeedAuthor
    type: str
    task: str
    retention: str
    created: datetime
    archived: datetime | None
    register: str
    by: str
    unit: str
    case: str
    case_name: str
    case_state: str
    process: str
    service: str
    language: str
    form: str
    text: str
    old: bool
    signed: bool
    seal: str
    source: str
    oid: bool
    revisions: tuple[SeedRevision, ...]
    fault: SeedFault | None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the plan says of the whole deployment test."""

    name: str
    test_case: str
    system: str
    system_version: str
    vendor: str
    test_day: str


@dataclass(frozen=True, slots=True)
class SeedSet:
    """All practice documents, and those of the deployment test apart from the rest."""

    documents: tuple[SeedDocument, ...]
    deployment: tuple[SeedDocument, ...]
    plan: PlanFacts
    digest: str

    @classmethod
    def load(cls) -> SeedSet:
        """Read everything below ``resources/practice``.

        Raises:
            SettingsUnreadable: naming the file and the document at fault.
        """
        folder = resource("practice")
        people = read_toml(folder / "people.toml")
        files = sorted((folder / "documents").glob("*.toml"))
        last = folder / "deployment.toml"
        digest = hashlib.sha256(str(EDITION).encode())
        for file in (folder / "people.toml", *files, last):
            digest.update(file.read_bytes())
        try:
            clients = {key: _client(table) for key, table in people["clients"].items()}
            authors = {key: _author(table) for key, table in people["authors"].items()}
        except (KeyError, TypeError, InputError) as error:
            raise SettingsUnreadable("people.toml", repr(error)) from None
        return cls(
            tuple(d for file in files for d in _documents(file, clients, authors)),
            tuple(_documents(last, clients, authors)),
            PlanFacts(**read_toml(last)["plan"]),
            digest.hexdigest(),
        )


def _client(table: Mapping[str, Any]) -> SeedClient:
    name = PersonName(table["given"], table["family"])
    language, ban = table.get("language", "FI"), table.get("security_ban", False)
    if "root" in table:
        temporary = TemporaryId.parse(table["root"], table["id"])
        return SeedClient(temporary, name, table["birth"], table["female"], language, ban)
    code = Henkilotunnus.parse(table["id"])
    female = int(code.value[9]) % 2 == 0
    return SeedClient(code, name, code.birth_date, female, language, ban)


def _author(table: Mapping[str, Any]) -> SeedAuthor:
    return SeedAuthor(table["number"], PersonName(table["given"], table["family"]), table["title"])


def _documents(
    file: Path, clients: Mapping[str, SeedClient], authors: Mapping[str, SeedAuthor]
) -> Iterator[SeedDocument]:
    data = read_toml(file)
    common = {key: value for key, value in data.items() if isinstance(value, str)}
    for table in data["document"]:
        try:
            yield _document(common | table, clients, authors)
        except (KeyError, TypeError, ValueError) as error:
            key = table.get("key", "?")
            raise SettingsUnreadable(f"{file.name}: {key}", repr(error)) from None


def _document(
    table: Mapping[str, Any],
    clients: Mapping[str, SeedClient],
    authors: Mapping[str, SeedAuthor],
) -> SeedDocument:
    client = clients[table["client"]]
    return SeedDocument(
        key=table["key"],
        client=client,
        author=authors[table["author"]],
        type=table["type"],
        task=table["task"],
        retention=table["retention"],
        created=_moment(table["created"]),
        archived=_moment(table["archived"]) if "archived" in table else None,
        register=table["register"],
        by=table.get("by", "hoiva"),
        unit=table["unit"],
        case=table["case"],
        case_name=table["case_name"],
        case_state=table.get("case_state", "STANDIN-AVOIN"),
        process=table["process"],
        service=table["service"],
        language=client.language,
        form=table.get("form", "xhtml"),
        text=table["text"],
        old=table.get("old", False),
        signed=table.get("signed", False),
        seal=table.get("seal", ""),
        source=table.get("source", ""),
        oid=table.get("oid", True),
        revisions=tuple(_revision(r) for r in table.get("revision", ())),
        fault=_fault(table["fault"]) if "fault" in table else None,
    )


def _revision(table: Mapping[str, Any]) -> SeedRevision:
    return SeedRevision(
        _moment(table["created"]),
        _replacements(table),
        table.get("invalidates", False),
    )


def _fault(table: Mapping[str, Any]) -> SeedFault:
    return SeedFault(
        FaultKind(table["kind"]),
        _replacements(table),
        tuple(table.get("drop", ())),
        table.get("service_task", ""),
        table.get("register", ""),
    )


def _replacements(table: Mapping[str, Any]) -> Replacements:
    return tuple((old, new) for old, new in table.get("replace", ()))


def _moment(naive: datetime) -> datetime:
    """A time of the files, which is Helsinki's."""
    return naive.replace(tzinfo=HELSINKI).astimezone(UTC)
