"""A plan as its file has it: named values in text, not yet understood, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kanta_desk.errors import PlanUnreadable

MAX_ROWS = 20_000
MAX_VALUE = 1_000


class Column(StrEnum):
    """What a row may say of a document; the values are the names of the JSON form."""

    KEY = "key"
    CLIENT = "client"
    DOCUMENT_OID = "document_oid"
    TITLE = "title"
    TYPE = "type"
    SERVICE_TASK = "service_task"
    CREATED = "created"
    VERSION = "version"
    CONTROLLER = "controller"
    ORGANISER = "organiser"
    PRODUCER = "producer"
    SOURCE = "source"


class Fact(StrEnum):
    """What a plan may say of the whole test."""

    NAME = "name"
    TEST_CASE = "test_case"
    SYSTEM = "system"
    SYSTEM_VERSION = "system_version"
    VENDOR = "vendor"
    TEST_DAY = "test_day"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One row: its place in the file, and its values without the empty ones.

    ``names`` tells what the file calls each column, so that a fault is named in its words.
    """

    place: str
    values: Mapping[Column, str]
    names: Mapping[Column, str]

    def at(self, column: Column) -> str:
        """The place of one value: ``plan.csv:3:henkilötunnus``."""
        return f"{self.place}:{self.names.get(column, column.value)}"


@dataclass(frozen=True, slots=True)
class RawPlan:
    """The whole file: the test's facts, and the rows."""

    place: str
    facts: Mapping[Fact, str]
    documents: tuple[RawDocument, ...]


_COLUMN_NAMES: dict[Column, str] = {
    Column.KEY: "avain|tunniste|nyckel|key|id",
    Column.CLIENT: "henkilötunnus|hetu|asiakas|asiakkaan tunnus|personbeteckning|klient|client|"
    "personal identity code",
    Column.DOCUMENT_OID: "asiakirjan tunnus|asiakirjan oid|oid|handlingens id|handlingens oid|"
    "document oid|document id",
    Column.TITLE: "otsikko|asiakirjan otsikko|rubrik|title",
    Column.TYPE: "tyyppi|asiakirjan tyyppi|asiakirjatyyppi|typ|handlingstyp|type|document type",
    Column.SERVICE_TASK: "palvelutehtävä|serviceuppgift|service task",
    Column.CREATED: "luontiaika|asiakirjan luontiaika|skapad|tid|created",
    Column.VERSION: "versio|version",
    Column.CONTROLLER: "rekisterinpitäjä|personuppgiftsansvarig|controller",
    Column.ORGANISER: "palvelunjärjestäjä|järjestäjä|tjänsteanordnare|anordnare|organiser",
    Column.PRODUCER: "palveluntuottaja|tuottaja|tjänsteproducent|producent|producer",
    Column.SOURCE: "lähdetiedosto|tiedosto|källfil|fil|source|source file",
}
_FACT_NAMES: dict[Fact, str] = {
    Fact.NAME: "nimi|namn|name",
    Fact.TEST_CASE: "testitapaus|testfall|test case",
    Fact.SYSTEM: "järjestelmä|system",
    Fact.SYSTEM_VERSION: "järjestelmän versio|systemversion|system version",
    Fact.VENDOR: "toimittaja|leverantör|vendor",
    Fact.TEST_DAY: "koepäivä|testipäivä|provdag|test day",
}
_COLUMNS = {name: column for column, names in _COLUMN_NAMES.items() for name in names.split("|")}
_FACTS = {name: fact for fact, names in _FACT_NAMES.items() for name in names.split("|")}


def column_of(name: str) -> Column | None:
    """The column that a header means, in Finnish, Swedish or English; case does not matter."""
    return _COLUMNS.get(_plain(name))


def fact_of(name: str) -> Fact | None:
    """The fact of the test that a comment line names."""
    return _FACTS.get(_plain(name))


def shown_name(name: str, number: int) -> str:
    """What an error may call an unknown column: by its number, if its name could be a value."""
    plain = name.strip()[:40]
    return f"[{number}]" if any(sign.isdigit() for sign in plain) else plain


def checked(value: str, place: str) -> str:
    """``value`` without space around it, if it is not too long.

    Raises:
        PlanUnreadable: if it is.
    """
    if len(value) > MAX_VALUE:
        raise PlanUnreadable(place, "too long")
    return value.strip()


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", " ", name).strip().casefold()
