"""Writes a plan in our own form, to be sent and kept under versions: ``plan.json`` and its sources.

The same plan gives the same bytes: members in a fixed order, no time of writing. Sources are named
relative to the file, with their SHA-256, so that whoever gets it can tell if one has changed.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import orjson

from kanta_desk.deployment.plan_json import FORMAT
from kanta_desk.deployment.raw import safe_name
from kanta_desk.errors import FolderNotWritable, SourceMissing
from kanta_desk.model.deployment import ExpectedCount, ExpectedDocument, Plan
from kanta_desk.model.identifiers import ClientId, Oid, TemporaryId
from kanta_desk.model.time import HELSINKI
from kanta_desk.settings.files import write_whole

SOURCES = "sources"

_Value = str | int | bool | list[str] | dict[str, str] | None
_Members = dict[str, _Value]


def write_plan(plan: Plan, path: Path) -> Path:
    """Write ``plan`` to ``path`` and return it.

    Sources that lie elsewhere than in the file's folder are copied into ``sources/`` beside it.

    Raises:
        FolderNotWritable: naming the folder.
        SourceMissing: if a source is no longer there.
    """
    folder = path.parent.resolve()
    taken: set[str] = set()
    documents = [_document(row, _source(row, folder, taken)) for row in plan.documents]
    whole: dict[str, object] = {"format": FORMAT, **_kept(_facts(plan))}
    if plan.pair is not None:
        whole["pair"] = _kept(
            {
                "producer_system": plan.pair.producer_system,
                "producer": _oid(plan.pair.producer),
                "organiser_system": plan.pair.organiser_system,
                "organiser": _oid(plan.pair.organiser),
            }
        )
    whole["documents"] = documents
    if plan.counts:
        whole["counts"] = [_count(row) for row in plan.counts]
    return write_whole(path, orjson.dumps(whole, option=orjson.OPT_INDENT_2) + b"\n")


def _facts(plan: Plan) -> _Members:
    return {
        "name": plan.name,
        "kind": plan.kind.value,
        "test_case": plan.test_case,
        "test_day": _day(plan.test_day),
        "system": plan.system,
        "system_version": plan.system_version,
        "vendor": plan.vendor,
    }


def _document(row: ExpectedDocument, source: _Members) -> _Members:
    return _kept(
        {
            "key": row.key,
            "client": _client(row.client_id),
            "document_oid": _oid(row.document_oid),
            "set_id": _oid(row.set_id),
            "title": row.title,
            "type": row.document_type,
            "service_task": row.service_task,
            "service_process": row.service_process,
            "case_id": row.case_id,
            "created": _moment(row.created),
            "version": row.version,
            "controller": _oid(row.controller),
            "organiser": _oid(row.organiser),
            "producer": _oid(row.producer),
            "implementer": _oid(row.implementer),
            "structure": _oid(row.structure),
            "source_text": row.source_text,
            **source,
            "must_not": row.must_not or None,
            "not_in": [oid.value for oid in row.not_in],
        }
    )


def _count(row: ExpectedCount) -> _Members:
    return _kept(
        {
            "key": row.key,
            "number": row.number,
            "client": _client(row.client_id) if row.client_id else None,
            "type": row.document_type,
            "service_task": row.service_task,
            "controller": _oid(row.controller),
            "since": _day(row.since),
            "until": _day(row.until),
        }
    )


def _source(row: ExpectedDocument, folder: Path, taken: set[str]) -> _Members:
    """The row's source as the file names it: where it lies below the folder, or copied there."""
    if row.source is None:
        return {}
    try:
        sha256 = hashlib.sha256(row.source.read_bytes()).hexdigest()
    except OSError:
        raise SourceMissing(row.place, safe_name(row.source.name)) from None
    if row.source.resolve().is_relative_to(folder):
        return {
            "source": row.source.resolve().relative_to(folder).as_posix(),
            "source_sha256": sha256,
        }
    name = next(name for name in _names(row.source) if name.casefold() not in taken)
    taken.add(name.casefold())
    target = folder / SOURCES / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(row.source, target)
    except OSError as error:
        raise FolderNotWritable(str(target.parent), error.strerror or "") from None
    return {"source": f"{SOURCES}/{name}", "source_sha256": sha256}


def _names(source: Path) -> Iterator[str]:
    yield source.name
    number = 2
    while True:
        yield f"{source.stem}-{number}{source.suffix}"
        number += 1


def _kept(members: _Members) -> _Members:
    """Without what is empty."""
    return {name: value for name, value in members.items() if value not in (None, "", [])}


def _client(client: ClientId) -> str | dict[str, str]:
    if isinstance(client, TemporaryId):
        return {"root": client.root.value, "value": client.value}
    return client.value


def _oid(oid: Oid | None) -> str | None:
    return oid.value if oid else None


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(HELSINKI).isoformat() if moment else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
