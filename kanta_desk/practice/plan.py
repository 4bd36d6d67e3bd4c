"""Writes the practice deployment test: plan, source files, and what is truly wrong."""

from __future__ import annotations

import csv
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from kanta_desk.model.deployment import Aspect
from kanta_desk.model.identifiers import TemporaryId
from kanta_desk.model.time import HELSINKI, finnish_time
from kanta_desk.practice.seed import SeededVersion, as_stored
from kanta_desk.practice.seed_data import FaultKind, SeedSet
from kanta_desk.practice.seed_forms import source_file

PLAN_JSON = "plan.json"
PLAN_CSV = "plan.csv"
FAULTS = "faults.json"
SOURCES = "sources"
UNEXPECTED = "unexpected"

_ASPECTS = {
    FaultKind.WRONG_REGISTER: Aspect.REGISTER,
    FaultKind.MISSING_METADATA: Aspect.METADATA,
    FaultKind.WRONG_METADATA: Aspect.METADATA,
    FaultKind.DIFFERING_CONTENT: Aspect.CONTENT,
    FaultKind.MISSING_DOCUMENT: Aspect.ARCHIVED,
}
_HEADER = (
    "avain", "henkilötunnus", "asiakirjan tunnus", "otsikko", "tyyppi", "palvelutehtävä",
    "luontiaika", "versio", "rekisterinpitäjä", "palvelunjärjestäjä", "palveluntuottaja",
    "lähdetiedosto",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeededFault:
    """One thing that is wrong in the archive. ``aspect`` is an ``Aspect``, or ``unexpected``.

    ``key`` is the plan's row; a document that no row expects is named by its OID alone.
    """

    key: str
    aspect: str
    kind: str
    document_oid: str = ""


def faults(seeds: SeedSet) -> tuple[SeededFault, ...]:
    """Everything that a right verdict on the practice plan names, and nothing else."""
    stored = as_stored(seeds)
    told = []
    for document in seeds.deployment:
        if document.fault is None:
            continue
        kind, oid = document.fault.kind, stored[document.key].metadata.document_oid.value
        if kind is FaultKind.UNEXPECTED_DOCUMENT:
            told.append(SeededFault("", UNEXPECTED, kind, oid))
        else:
            told.append(SeededFault(document.key, _ASPECTS[kind], kind, oid))
    return tuple(told)


def write_plan(folder: Path) -> Path:
    """Write ``plan.json``, ``plan.csv``, ``sources/`` and ``faults.json``; the JSON plan's path.

    The same plan twice, as programs and as people write it.
    """
    seeds = SeedSet.load()
    (folder / SOURCES).mkdir(parents=True, exist_ok=True)
    rows = []
    for key, version in as_stored(seeds).items():
        fault = version.seed.fault
        if fault and fault.kind is FaultKind.UNEXPECTED_DOCUMENT:
            continue
        name = f"{SOURCES}/{key}.{version.seed.source}"
        (folder / name).write_bytes(source_file(version.content, version.seed.source))
        rows.append((key, version, name))
    _write_json(folder / PLAN_JSON, seeds, rows)
    _write_csv(folder / PLAN_CSV, seeds, rows)
    told = [asdict(fault) for fault in faults(seeds)]
    (folder / FAULTS).write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))
    return folder / PLAN_JSON


_Rows = list[tuple[str, SeededVersion, str]]


def _write_json(path: Path, seeds: SeedSet, rows: _Rows) -> None:
    documents = []
    for key, version, source in rows:
        metadata = version.metadata
        client = metadata.client_id
        row = {
            "key": key,
            "client": {"root": client.root.value, "value": client.value}
            if isinstance(client, TemporaryId)
            else str(client),
            "document_oid": metadata.document_oid.value,
            "title": metadata.title,
            "type": version.seed.type,
            "service_task": version.seed.task,
            "created": version.content.created.astimezone(HELSINKI).isoformat(),
            "version": metadata.version,
            "controller": metadata.controller.oid.value if metadata.controller else None,
            "organiser": metadata.organiser.oid.value if metadata.organiser else None,
            "producer": metadata.producer.oid.value if metadata.producer else None,
            "source": source,
        }
        if not version.seed.oid:
            del row["document_oid"]
        documents.append(row)
    whole = {"format": "kanta-desk-plan-1", **asdict(seeds.plan), "documents": documents}
    path.write_bytes(orjson.dumps(whole, option=orjson.OPT_INDENT_2))


def _write_csv(path: Path, seeds: SeedSet, rows: _Rows) -> None:
    facts = seeds.plan
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        for name, value in (
            ("nimi", facts.name),
            ("testitapaus", facts.test_case),
            ("järjestelmä", facts.system),
            ("järjestelmän versio", facts.system_version),
            ("toimittaja", facts.vendor),
            ("koepäivä", facts.test_day),
        ):
            file.write(f"# {name}: {value}\r\n")
        writer = csv.writer(file, delimiter=";")
        writer.writerow(_HEADER)
        for key, version, source in rows:
            metadata, client = version.metadata, version.metadata.client_id
            known = f"{client.root} {client}" if isinstance(client, TemporaryId) else client
            parties = (metadata.controller, metadata.organiser, metadata.producer)
            writer.writerow(
                (
                    key, known, metadata.document_oid if version.seed.oid else "", metadata.title,
                    version.seed.type, version.seed.task,
                    finnish_time(version.content.created, seconds=True), metadata.version,
                    *(party.oid if party else "" for party in parties), source,
                )
            )  # fmt: skip
