"""The practice documents: enough of every kind, artificial people, no accidental faults."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import fields
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kanta_desk.archive.cda import read_document
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.header import archive_fields
from kanta_desk.archive.payloads import safe_xhtml, text_of_payload
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import (
    JSON,
    PDF,
    XHTML,
    DocumentMetadata,
    RecordState,
    organisation_of,
)
from kanta_desk.model.identifiers import Henkilotunnus, TemporaryId, Ytunnus
from kanta_desk.model.metadata import FIELDS
from kanta_desk.practice.organisation import COUNTY, HOIVA, LAST_DAY, ORGANISATIONS, UNITS
from kanta_desk.practice.seed import SeededVersion, seed, seeded
from kanta_desk.practice.seed_data import FaultKind, SeedSet
from kanta_desk.practice.standin_store import Store
from tests.helpers.archive import profile

PROFILE = profile()


@pytest.fixture(scope="module")
def versions() -> list[SeededVersion]:
    """Every version that the archive holds."""
    return list(seeded(SeedSet.load()))


@pytest.fixture(scope="module")
def sound(versions: list[SeededVersion]) -> list[SeededVersion]:
    """Those that nothing is meant to be wrong with."""
    wrong = (FaultKind.MISSING_METADATA, FaultKind.WRONG_METADATA)
    return [v for v in versions if not v.seed.fault or v.seed.fault.kind not in wrong]


def test_there_are_enough_documents_of_every_kind(versions: list[SeededVersion]) -> None:
    sets = defaultdict(list)
    for version in versions:
        sets[version.metadata.set_id].append(version.metadata)
    assert len(sets) >= 40
    tasks = Counter(v.seed.task for v in versions)
    assert len(tasks) == 7
    assert min(tasks.values()) >= 4
    forms = Counter(p.media_type for v in versions for p in v.payloads)
    assert forms[XHTML] == forms[JSON] >= 30
    assert forms[PDF] >= 8
    assert sum(len(s) > 1 for s in sets.values()) >= 8
    assert any(len(s) > 2 for s in sets.values())
    states = Counter(v.metadata.state for v in versions)
    assert states[RecordState.INVALIDATED] >= 4
    assert sum(v.metadata.old_document for v in versions) >= 1
    holders = {v.metadata.controller.oid for v in versions if v.metadata.controller}
    assert {HOIVA.controller.oid, COUNTY.controller.oid} < holders
    assert sum(v.metadata.by_register_right for v in versions) >= 8
    assert any(v.metadata.security_ban for v in versions)
    assert any(isinstance(v.metadata.client_id, TemporaryId) for v in versions)
    assert {v.seed.language for v in versions} == {"FI", "SV"}


def test_every_person_is_artificial(versions: list[SeededVersion]) -> None:
    for version in versions:
        client = version.seed.client.id
        if isinstance(client, Henkilotunnus):
            assert Henkilotunnus.parse(client.value).is_artificial, version.seed.key
        else:
            assert TemporaryId.parse(client.root.value, client.value).value[7] == "9"


def test_no_other_identity_code_hides_in_the_contents(versions: list[SeededVersion]) -> None:
    for version in versions:
        for payload in version.payloads:
            text = text_of_payload(payload)
            for found in re.findall(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b", text):
                assert Henkilotunnus.parse(found).is_artificial, version.seed.key


def test_every_version_comes_back_from_its_document(versions: list[SeededVersion]) -> None:
    outside = {*archive_fields(PROFILE), "media_type"}
    for version in versions:
        read = read_document(version.cda(PROFILE), PROFILE)
        for field in fields(DocumentMetadata):
            if field.name not in outside:
                expected = getattr(version.metadata, field.name)
                assert getattr(read.metadata, field.name) == expected, version.seed.key
        assert [p.data for p in read.payloads] == [p.data for p in version.payloads]
        assert read.metadata.media_type == version.payloads[0].media_type


def test_every_form_says_what_the_document_says(versions: list[SeededVersion]) -> None:
    for version in versions:
        said = {
            re.sub(r"\W+", "", word)
            for section in version.content.sections
            for part in section.parts
            for word in (part if isinstance(part, str) else " ".join(part)).split()
        }
        for payload in version.payloads:
            shown = re.sub(r"\W+", "", text_of_payload(payload))
            missing = {word for word in said if word not in shown}
            assert not missing, (version.seed.key, payload.media_type, missing)


def test_the_display_forms_pass_the_sanitiser_unharmed(versions: list[SeededVersion]) -> None:
    for version in versions:
        for payload in version.payloads:
            if payload.media_type == XHTML:
                safe = safe_xhtml(payload.data)
                assert safe.count("<p>") == payload.data.count(b"<p>")
                assert safe.count("<li>") == payload.data.count(b"<li>")


def test_the_pdfs_are_pdf_a(versions: list[SeededVersion]) -> None:
    for version in versions:
        for payload in version.payloads:
            if payload.media_type == PDF:
                assert b"<pdfaid:part>2</pdfaid:part>" in payload.data
                assert b"<pdfaid:conformance>B</pdfaid:conformance>" in payload.data


def test_nothing_required_is_missing_but_where_it_is_meant_to_be(
    versions: list[SeededVersion],
) -> None:
    dropped = set()
    for version in versions:
        for field in FIELDS:
            if field.required and getattr(version.metadata, field.key) is None:
                dropped.add((version.seed.key, field.key))
    assert dropped == {("K05", "service_task"), ("K15", "retention_class"), ("K15", "author")}


def test_every_code_is_in_the_snapshots(versions: list[SeededVersion]) -> None:
    sets = CodeSets.load()
    for version in versions:
        for field in fields(DocumentMetadata):
            code = getattr(version.metadata, field.name)
            if isinstance(code, Code):
                assert sets.find(code), (version.seed.key, field.name, code)


def test_times_are_in_order_and_autumn_2026_is_the_newest(sound: list[SeededVersion]) -> None:
    for version in sound:
        metadata = version.metadata
        assert metadata.author_time is not None
        assert metadata.created is not None
        assert metadata.archived is not None
        assert metadata.author_time < metadata.created < metadata.archived, version.seed.key
        assert metadata.archived.date() <= date(2026, 11, 20), version.seed.key


def test_people_agree_with_their_codes(versions: list[SeededVersion]) -> None:
    for version in versions:
        client = version.metadata.client_id
        if isinstance(client, Henkilotunnus):
            assert version.metadata.client_birth == client.birth_date
            gender = version.metadata.client_gender
            assert gender is not None
            assert (gender.value == "2") == (int(client.value[9]) % 2 == 0)


def test_parties_agree_with_each_other(versions: list[SeededVersion]) -> None:
    for version in versions:
        m = version.metadata
        assert m.controller
        assert m.organiser
        assert m.producer
        assert m.service_unit
        assert organisation_of(m.organiser.oid) == organisation_of(m.controller.oid)
        assert organisation_of(m.service_unit.oid) == organisation_of(m.producer.oid)


def test_organisations_have_valid_business_ids() -> None:
    for organisation in ORGANISATIONS.values():
        assert Ytunnus.parse(organisation.business_id.value) == organisation.business_id
    known = {o.business_id.oid for o in ORGANISATIONS.values()}
    assert {organisation_of(unit.oid) for unit in UNITS.values()} <= known


def test_versions_follow_each_other(versions: list[SeededVersion]) -> None:
    sets = defaultdict(list)
    for version in versions:
        sets[version.metadata.set_id].append(version.metadata)
    oids = [v.metadata.document_oid for v in versions]
    assert len(set(oids)) == len(oids)
    for members in sets.values():
        assert [m.version for m in members] == list(range(1, len(members) + 1))
        assert members[0].document_oid == members[0].set_id
        for before, after in pairwise(members):
            assert after.replaces is not None
            assert after.replaces.oid == before.document_oid
            assert after.replaces.version == before.version
        states = [m.state for m in members]
        if RecordState.INVALIDATED in states:
            assert states[-2:] == [RecordState.INVALIDATED] * 2
            last = members[-1].status
            assert last is not None
            assert last.value == "STANDIN-MITATOITY"
        else:
            assert states == [RecordState.REPLACED] * (len(members) - 1) + [RecordState.VALID]


def test_the_same_seed_gives_the_same_bytes(versions: list[SeededVersion]) -> None:
    again = list(seeded(SeedSet.load()))
    assert [v.cda(PROFILE) for v in again] == [v.cda(PROFILE) for v in versions]


def test_seeding_twice_changes_nothing_and_keeps_the_action_log(tmp_path: Path) -> None:
    count = seed(tmp_path)
    before = (tmp_path / "standin.sqlite3").read_bytes()
    assert seed(tmp_path) == count
    assert (tmp_path / "standin.sqlite3").read_bytes() == before


def test_a_folder_with_older_documents_is_seeded_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.replace_all([], "older")
    store.close()
    assert seed(tmp_path) > 40


def test_texts_name_no_document_type_that_is_not_published(sound: list[SeededVersion]) -> None:
    published = CodeSets.load().set_of(CodeSystem.DOCUMENT_TYPE)
    assert published is not None
    for version in sound:
        names = published.concepts[version.seed.type].name
        assert version.metadata.title in (names.fi, names.sv)


def test_nothing_is_dated_after_the_practice_set_s_last_day() -> None:
    last = max(v.metadata.created for v in seeded(SeedSet.load()) if v.metadata.created)

    assert last.date() <= LAST_DAY
