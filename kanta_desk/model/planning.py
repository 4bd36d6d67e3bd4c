"""Plans of deployment tests on their way in: the columns of files, and what they were taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kanta_desk.model.deployment import Plan
from kanta_desk.model.text import Text


class Column(StrEnum):
    """What a row may say of a document; the values are the names of the JSON form."""

    KEY = "key"
    CLIENT = "client"
    DOCUMENT_OID = "document_oid"
    SET_ID = "set_id"
    TITLE = "title"
    TYPE = "type"
    SERVICE_TASK = "service_task"
    SERVICE_PROCESS = "service_process"
    CASE = "case_id"
    CREATED = "created"
    CLOCK = "clock"
    VERSION = "version"
    CONTROLLER = "controller"
    ORGANISER = "organiser"
    PRODUCER = "producer"
    IMPLEMENTER = "implementer"
    STRUCTURE = "structure"
    SOURCE = "source"
    SOURCE_TEXT = "source_text"
    SOURCE_SHA256 = "source_sha256"
    MUST_NOT = "must_not"
    NOT_IN = "not_in"
    COUNT = "number"
    SINCE = "since"
    UNTIL = "until"


class Fact(StrEnum):
    """What a plan may say of the whole test; the values are the names of the JSON form."""

    NAME = "name"
    KIND = "kind"
    TEST_CASE = "test_case"
    TEST_DAY = "test_day"
    SYSTEM = "system"
    SYSTEM_VERSION = "system_version"
    VENDOR = "vendor"
    PRODUCER_SYSTEM = "producer_system"
    PRODUCER_REGISTER = "producer_register"
    ORGANISER_SYSTEM = "organiser_system"
    ORGANISER_REGISTER = "organiser_register"


COLUMN_NAMES: dict[Column, Text] = {
    Column.KEY: Text("avain", "nyckel", "key"),
    Column.CLIENT: Text("henkilötunnus", "personbeteckning", "client"),
    Column.DOCUMENT_OID: Text("asiakirjan tunnus", "handlingens id", "document oid"),
    Column.SET_ID: Text("alkuperäinen asiakirja", "ursprunglig handling", "set id"),
    Column.TITLE: Text("otsikko", "rubrik", "title"),
    Column.TYPE: Text("tyyppi", "handlingstyp", "document type"),
    Column.SERVICE_TASK: Text("palvelutehtävä", "serviceuppgift", "service task"),
    Column.SERVICE_PROCESS: Text("palveluprosessi", "serviceprocess", "service process"),
    Column.CASE: Text("asiatunnus", "ärendebeteckning", "case number"),
    Column.CREATED: Text("luontiaika", "skapad", "created"),
    Column.CLOCK: Text("kellonaika", "klockslag", "time of day"),
    Column.VERSION: Text("versio", "version", "version"),
    Column.CONTROLLER: Text("rekisterinpitäjä", "personuppgiftsansvarig", "controller"),
    Column.ORGANISER: Text("palvelunjärjestäjä", "tjänsteanordnare", "organiser"),
    Column.PRODUCER: Text("palveluntuottaja", "tjänsteproducent", "producer"),
    Column.IMPLEMENTER: Text("palveluntoteuttaja", "tjänsteutförare", "implementer"),
    Column.STRUCTURE: Text("rakenne", "struktur", "structure"),
    Column.SOURCE: Text("lähdetiedosto", "källfil", "source file"),
    Column.SOURCE_TEXT: Text("sisältö", "innehåll", "content"),
    Column.SOURCE_SHA256: Text("lähteen tiiviste", "källans kontrollsumma", "source sha256"),
    Column.MUST_NOT: Text("ei saa löytyä", "får inte finnas", "must not be found"),
    Column.NOT_IN: Text("ei rekisterissä", "inte i registret", "not in register"),
    Column.COUNT: Text("määrä", "antal", "count"),
    Column.SINCE: Text("alkaen", "från och med", "since"),
    Column.UNTIL: Text("saakka", "till och med", "until"),
}

FACT_NAMES: dict[Fact, Text] = {
    Fact.NAME: Text("nimi", "namn", "name"),
    Fact.KIND: Text("kokeen laji", "provets art", "kind of test"),
    Fact.TEST_CASE: Text("testitapaus", "testfall", "test case"),
    Fact.TEST_DAY: Text("koepäivä", "provdag", "test day"),
    Fact.SYSTEM: Text("järjestelmä", "system", "system"),
    Fact.SYSTEM_VERSION: Text("järjestelmän versio", "systemversion", "system version"),
    Fact.VENDOR: Text("toimittaja", "leverantör", "vendor"),
    Fact.PRODUCER_SYSTEM: Text("tuottajan järjestelmä", "producentens system", "producer system"),
    Fact.PRODUCER_REGISTER: Text(
        "tuottajan rekisteri", "producentens register", "producer register"
    ),
    Fact.ORGANISER_SYSTEM: Text(
        "järjestäjän järjestelmä", "anordnarens system", "organiser system"
    ),
    Fact.ORGANISER_REGISTER: Text(
        "järjestäjän rekisteri", "anordnarens register", "organiser register"
    ),
}


class Ground(StrEnum):
    """Why a column of a file was taken for one of ours; ``UNFIT``: its name says so, but not one
    of its values could be such."""

    NAME = "name"
    KEPT = "kept"
    UNFIT = "unfit"
    LIKENESS = "likeness"
    VALUES = "values"
    CHOSEN = "chosen"
    NONE = "none"


GROUND_NAMES: dict[Ground, Text] = {
    Ground.NAME: Text("nimestä", "av namnet", "by its name"),
    Ground.KEPT: Text(
        "tallennetuista asetuksista", "av sparade inställningar", "by saved settings"
    ),
    Ground.LIKENESS: Text(
        "nimi muistuttaa: tarkista", "namnet liknar: kontrollera", "the name is alike: check"
    ),
    Ground.VALUES: Text("arvoista: tarkista", "av värdena: kontrollera", "by its values: check"),
    Ground.UNFIT: Text(
        "arvot eivät sovi: tarkista", "värdena passar inte: kontrollera", "the values do not fit"
    ),
    Ground.CHOSEN: Text("valittu", "vald", "chosen"),
    Ground.NONE: Text("ei tunnistettu", "känns inte igen", "not recognised"),
}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How files of one client information system are read.

    ``columns`` says what each header stands for; None is a column to pass over. ``constants`` are
    the same for every row, ``facts`` for every test. It holds no values of any client.
    """

    system: str
    columns: Mapping[str, Column | None] = field(default_factory=dict)
    constants: Mapping[Column, str] = field(default_factory=dict)
    facts: Mapping[Fact, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column of a file: its header, some of its values, and what it was taken for.

    The values may be personal data.
    """

    header: str
    samples: tuple[str, ...] = field(repr=False)
    column: Column | None
    ground: Ground

    @property
    def is_sure(self) -> bool:
        """Whether nobody has to look at it."""
        return self.ground in (Ground.NAME, Ground.KEPT, Ground.CHOSEN) or not any(self.samples)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file; ``header`` is the place of its header row, ``rows`` how many follow."""

    name: str
    header: str
    columns: tuple[FileColumn, ...]
    rows: int

    @property
    def is_sure(self) -> bool:
        """Whether it can be read without asking what its columns are."""
        return self.has_client and all(column.is_sure for column in self.columns)

    @property
    def has_client(self) -> bool:
        """Whether some column tells the client, without which no row means anything."""
        return any(column.column is Column.CLIENT for column in self.columns)


@dataclass(frozen=True, slots=True)
class Export:
    """A file of a client information system, looked at but not yet taken for a plan.

    ``sheets`` are its tables, the likeliest first. ``kept`` is the saved mapping that fits the
    first, if one does.
    """

    path: Path
    sha256: str
    sheets: tuple[Sheet, ...]
    kept: ColumnMapping | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the first table can be read without asking."""
        return self.sheets[0].is_sure


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a folder that was recognised: what it told, and by what."""

    name: str
    values: Mapping[Column, str] = field(repr=False)
    told_by: Mapping[Column, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassedFile:
    """A file of a folder that is not part of the plan, and why."""

    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file or folder was found to be: a plan, or else tables whose columns must be told.

    ``export`` is there for every table, also one that needed no asking. ``found`` and ``passed``
    are a folder's files.
    """

    path: Path
    plan: Plan | None = None
    export: Export | None = None
    found: tuple[FoundFile, ...] = ()
    passed: tuple[PassedFile, ...] = ()
