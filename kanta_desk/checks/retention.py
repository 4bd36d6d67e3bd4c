"""Rules over how long a document is kept; what is not published of it is data, and marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kanta_desk.checks.remedies import CDA_HEADER, CORRECT_DOCUMENT
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSystem, base_system
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_date, finnish_time
from kanta_desk.settings.resources import read_toml, resource

FORMAT = "kanta-desk-retention-1"
_LAW = "Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä 703/2023, liite"


@dataclass(frozen=True, slots=True)
class RetentionTable:
    """Classes by service task, and the years that a class asks for at least.

    A class is known by its code system and value; only classes of systems that the table speaks of
    are judged.
    """

    years: Mapping[tuple[str, str], int]
    classes: Mapping[str, tuple[str, ...]]

    def knows(self, code: Code) -> bool:
        """Whether the table speaks of the code's system at all."""
        return any(system == code.system for system, _ in self.years)


@cache
def retention_table() -> RetentionTable:
    """The table that comes with the program.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    path = resource("checks", "retention.toml")
    data = read_toml(path)
    if data.get("format") != FORMAT:
        raise SettingsUnreadable(f"{path.name}: format", f"not {FORMAT}")
    try:
        years = {
            (system, value): int(number)
            for key, number in data["years"].items()
            for system, _, value in (key.partition(" "),)
        }
        classes = {task: tuple(map(str, named)) for task, named in data["classes"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsUnreadable(path.name, repr(error)) from None
    return RetentionTable(years, classes)


def _class(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    code, task, table = metadata.retention_class, metadata.service_task, retention_table()
    if code is None or task is None or not table.knows(code):
        return
    allowed = table.classes.get(task.value)
    is_task = base_system(task.system) == CodeSystem.SERVICE_TASK
    if is_task and allowed is not None and code.value not in allowed:
        yield Fault("retention_class", f"{task.value}: {code.value} ∉ {', '.join(allowed)}")


def _too_soon(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    code, disposal, created = (
        metadata.retention_class,
        metadata.disposal_time,
        metadata.created,
    )
    if code is None or disposal is None or created is None:
        return
    years = retention_table().years.get((code.system, code.value), 0)
    made = created.astimezone(HELSINKI).date()
    if disposal.astimezone(HELSINKI).year < made.year + years:
        yield Fault("disposal_time", f"{finnish_date(disposal)} < {finnish_date(made)} + {years} v")


def _before_made(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    disposal, created = metadata.disposal_time, metadata.created
    if disposal is not None and created is not None and disposal <= created:
        yield Fault("disposal_time", f"{finnish_time(disposal)} ≤ {finnish_time(created)}")


def _extended(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    low, found, high = (metadata.extended_retention or "").partition("/")
    # HL7's times sort as text where both are as exact.
    length = min(len(low), len(high))
    if found and low and high and high[:length] < low[:length]:
        yield Fault("extended_retention", f"{low}/{high}"[:60])


_CHECK_CLASS = Text(
    "Tarkista säilytysaikaluokka ja palvelutehtävä asiakastietojärjestelmän asetuksista.",
    "Kontrollera förvaringstidsklassen och serviceuppgiften i klientdatasystemets inställningar.",
    "Check the retention class and the service task in the client information system's settings.",
)

RETENTION_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-RET",
        Severity.WARNING,
        Text(
            "Säilytysaikaluokka ei vastaa palvelutehtävää",
            "Förvaringstidsklassen motsvarar inte serviceuppgiften",
            "The retention class does not agree with the service task",
        ),
        _CHECK_CLASS,
        _LAW,
        _class,
        Evidence.UNVERIFIED,
    ),
    Rule(
        "KV-RES",
        Severity.WARNING,
        Text(
            "Hävittämisaika on lyhyempi kuin säilytysaika",
            "Förstöringstiden är kortare än förvaringstiden",
            "The disposal time is sooner than the retention asks for",
        ),
        _CHECK_CLASS,
        _LAW,
        _too_soon,
        Evidence.UNVERIFIED,
    ),
    Rule(
        "KV-DIS",
        Severity.WARNING,
        Text(
            "Hävittämisaika on ennen asiakirjan laatimista",
            "Förstöringstiden är före handlingens tillkomst",
            "The disposal time is before the document was made",
        ),
        CORRECT_DOCUMENT,
        CDA_HEADER,
        _before_made,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-EXT",
        Severity.WARNING,
        Text(
            "Pidennetty säilytysaika päättyy ennen alkuaan",
            "Den förlängda förvaringstiden slutar före sin början",
            "The extended retention ends before it begins",
        ),
        CORRECT_DOCUMENT,
        CDA_HEADER,
        _extended,
        Evidence.ASSUMED,
    ),
)
