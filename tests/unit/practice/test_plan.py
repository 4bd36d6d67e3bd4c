"""The practice deployment test: two forms of one plan, its sources, and the truth about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from kanta_desk.archive.payloads import xhtml_text
from kanta_desk.archive.pdf import pdf_text
from kanta_desk.deployment.plan import read_plan
from kanta_desk.model.deployment import Aspect, Plan
from kanta_desk.practice.plan import FAULTS, PLAN_CSV, faults, write_plan
from kanta_desk.practice.seed import SeededVersion, as_stored, seeded
from kanta_desk.practice.seed_data import FaultKind, SeedSet


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plan written."""
    folder = tmp_path_factory.mktemp("plan")
    write_plan(folder)
    return folder


@pytest.fixture(scope="module")
def plan(folder: Path) -> Plan:
    """The JSON plan, read as the desk reads it."""
    return read_plan(folder / "plan.json")


@pytest.fixture(scope="module")
def archived() -> dict[str, SeededVersion]:
    """What the archive holds of the deployment test, newest versions."""
    return {v.seed.key: v for v in seeded(SeedSet.load()) if v.seed.key[0] in "KE"}


def test_both_forms_say_the_same(folder: Path, plan: Plan) -> None:
    from_csv = read_plan(folder / PLAN_CSV)
    rows = [[replace(d, place="") for d in p.documents] for p in (plan, from_csv)]
    assert rows[0] == rows[1]
    facts = [
        (p.name, p.test_case, p.system, p.system_version, p.vendor, p.test_day)
        for p in (plan, from_csv)
    ]
    assert facts[0] == facts[1]


def test_it_exercises_pairing_and_every_kind_of_source(plan: Plan) -> None:
    assert 14 <= len(plan.documents) <= 18
    assert sum(d.document_oid is None for d in plan.documents) >= 3
    sources = Counter(d.source.suffix for d in plan.documents if d.source)
    assert set(sources) == {".xhtml", ".txt", ".pdf"}
    assert {d.service_task for d in plan.documents} == {
        "10", "15", "20", "STANDIN-IAK", "STANDIN-LAP", "STANDIN-PER", "STANDIN-TYO",
    }  # fmt: skip


def test_the_test_persons_have_no_other_documents() -> None:
    seeds = SeedSet.load()
    tested = {d.client.id for d in seeds.deployment}
    assert not tested & {d.client.id for d in seeds.documents}


def test_every_kind_of_fault_is_there_and_most_documents_are_right(plan: Plan) -> None:
    told = faults(SeedSet.load())
    assert {f.kind for f in told} == set(FaultKind)
    assert {f.aspect for f in told} == {*Aspect, "unexpected"}
    wrong = {f.key for f in told if f.key}
    assert wrong < {d.key for d in plan.documents}
    assert len(wrong) <= len(plan.documents) / 2


def test_the_truth_is_written_beside_the_plan(folder: Path) -> None:
    told = orjson.loads((folder / FAULTS).read_bytes())
    assert [(f["key"], f["aspect"]) for f in told] == [
        (f.key, f.aspect) for f in faults(SeedSet.load())
    ]


def test_what_is_stored_differs_from_the_plan_exactly_where_it_says(
    archived: dict[str, SeededVersion],
) -> None:
    seeds = SeedSet.load()
    kinds = {d.key: d.fault.kind if d.fault else None for d in seeds.deployment}
    for key, meant in as_stored(seeds).items():
        kind = kinds[key]
        if kind is FaultKind.MISSING_DOCUMENT:
            assert key not in archived
            continue
        held = archived[key]
        same_text = held.content.sections == meant.content.sections
        assert same_text == (kind is not FaultKind.DIFFERING_CONTENT), key
        wrong_metadata = kind in (
            FaultKind.WRONG_REGISTER,
            FaultKind.MISSING_METADATA,
            FaultKind.WRONG_METADATA,
        )
        assert (held.metadata == meant.metadata) != wrong_metadata, key


def test_sources_hold_what_the_client_system_has(
    folder: Path, archived: dict[str, SeededVersion]
) -> None:
    read = {
        ".xhtml": lambda data: xhtml_text(data),
        ".txt": lambda data: data.decode("utf-8"),
        ".pdf": lambda data: pdf_text(data),
    }
    for key, meant in as_stored(SeedSet.load()).items():
        if not meant.seed.source:
            assert not list((folder / "sources").glob(f"{key}.*"))
            continue
        path = folder / "sources" / f"{key}.{meant.seed.source}"
        text = " ".join(read[path.suffix](path.read_bytes()).split())
        for section in meant.content.sections:
            for part in section.parts:
                for piece in (part,) if isinstance(part, str) else part:
                    assert piece in text, key
