"""The archive's use cases over real HTTPS against the seeded stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

import pytest

from kanta_desk.archive.client import MedicalRecordsClient
from kanta_desk.archive.profile import Key
from kanta_desk.errors import (
    ArchiveDenied,
    ArchiveRejected,
    CriterionNotOffered,
    DocumentNotFound,
)
from kanta_desk.model.documents import (
    PDF,
    XHTML,
    Document,
    DocumentMetadata,
    PersonName,
    RecordState,
    SearchCriteria,
    SearchMode,
)
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language
from kanta_desk.model.time import HELSINKI
from kanta_desk.practice.organisation import COUNTY, HOIVA, OTHER, UNITS
from kanta_desk.practice.seed import SeededVersion, seeded
from kanta_desk.practice.seed_data import SeedSet
from kanta_desk.practice.standin import StandIn
from tests.helpers.archive import Pki, a_call, archive_client, profile, seeded_standin

HELMI = Henkilotunnus.parse("140338-902B")
EINO = Henkilotunnus.parse("230941-905V")
ARVO = Henkilotunnus.parse("310839-9173")
VIENO = Henkilotunnus.parse("020743-926W")


@dataclass(frozen=True)
class Archive:
    """The client, the server behind it, and the truth."""

    client: MedicalRecordsClient
    standin: StandIn
    seeded: dict[str, list[SeededVersion]]

    def oid(self, key: str, version: int = 1) -> Oid:
        """The OID of a version of a practice document."""
        return self.seeded[key][version - 1].metadata.document_oid

    def keys(self, documents: tuple[DocumentMetadata, ...]) -> list[tuple[str, int]]:
        """The practice documents and versions among these."""
        known = {v.metadata.document_oid: v.seed.key for vs in self.seeded.values() for v in vs}
        return [(known[d.document_oid], d.version) for d in documents]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The seeded stand-in, and the client over HTTPS."""
    folder = tmp_path_factory.mktemp("archive")
    pki = Pki.make(folder / "pki")
    truth: dict[str, list[SeededVersion]] = {}
    for version in seeded(SeedSet.load()):
        truth.setdefault(version.seed.key, []).append(version)
    with (
        seeded_standin(folder / "state", pki) as standin,
        archive_client(standin.url, pki) as client,
    ):
        yield Archive(client, standin, truth)


def test_every_stored_version_is_fetched_as_it_was_stored(archive: Archive) -> None:
    fetched = 0
    for versions in archive.seeded.values():
        for stored in versions:
            holder = stored.metadata.active_controller
            register = HOIVA.register if holder == HOIVA.controller else COUNTY.register
            if holder == OTHER.controller:
                continue
            read = archive.client.document(stored.metadata.document_oid, a_call(register))
            for field in fields(DocumentMetadata):
                if field.name != "media_type":
                    expected = getattr(stored.metadata, field.name)
                    assert getattr(read.metadata, field.name) == expected, stored.seed.key
            if stored.metadata.state is not RecordState.INVALIDATED:
                assert read.payloads == stored.payloads
                assert stored.content.title in " ".join(read.text.split())
            fetched += 1
    assert fetched > 60


def test_a_basic_search_finds_the_valid_newest_versions_newest_first(archive: Archive) -> None:
    result = archive.client.search(SearchCriteria(client_id=HELMI), a_call())
    assert archive.keys(result.documents) == [("IAK-01", 2), ("IAK-02", 1)]
    assert result.total == 2
    assert {d.state for d in result.documents} == {RecordState.VALID}


def test_the_mode_versions_brings_whole_sets(archive: Archive) -> None:
    criteria = SearchCriteria(client_id=HELMI, document_type="15004", mode=SearchMode.VERSIONS)
    result = archive.client.search(criteria, a_call())
    assert archive.keys(result.documents) == [("IAK-01", 2), ("IAK-01", 1)]
    assert [d.state for d in result.documents] == [RecordState.VALID, RecordState.REPLACED]


def test_invalidated_documents_are_found_only_when_asked_for(archive: Archive) -> None:
    basic = archive.client.search(SearchCriteria(client_id=VIENO), a_call())
    assert archive.keys(basic.documents) == [("IAK-08", 1)]
    criteria = SearchCriteria(client_id=VIENO, mode=SearchMode.INVALIDATED)
    result = archive.client.search(criteria, a_call())
    assert archive.keys(result.documents) == [("IAK-09", 2), ("IAK-09", 1)]


def test_an_invalidated_version_gives_its_header_and_a_stub(archive: Archive) -> None:
    for version in (1, 2):
        document = archive.client.document(archive.oid("IAK-09", version), a_call())
        assert document.metadata.state is RecordState.INVALIDATED
        assert document.metadata.title == "Merkintä sosiaalipalvelun päättymisestä"
        assert "mitätöity" in document.text
        assert "sisarentytär" not in document.text
        assert [p.media_type for p in document.payloads] == [XHTML]


def test_old_documents_are_found_only_when_asked_for(archive: Archive) -> None:
    basic = archive.client.search(SearchCriteria(client_id=ARVO), a_call())
    assert archive.keys(basic.documents) == [("IAK-11", 1)]
    old = archive.client.search(SearchCriteria(client_id=ARVO, mode=SearchMode.OLD), a_call())
    assert archive.keys(old.documents) == [("IAK-10", 1)]
    assert old.documents[0].old_document


def test_a_register_taken_over_holds_what_its_former_keeper_stored(archive: Archive) -> None:
    [document] = archive.client.search(SearchCriteria(client_id=ARVO), a_call()).documents
    assert document.controller is not None
    assert document.controller.name == "Entinen Esimerkki Ky"
    assert document.active_controller == HOIVA.controller


def test_what_a_producer_stored_by_right_is_in_the_organisers_register(archive: Archive) -> None:
    own = archive.client.search(SearchCriteria(client_id=EINO), a_call())
    assert own.documents == ()
    theirs = archive.client.search(SearchCriteria(client_id=EINO), a_call(COUNTY.register))
    assert archive.keys(theirs.documents) == [("IAK-05", 2), ("IAK-04", 1), ("IAK-03", 1)]
    assert [d.by_register_right for d in theirs.documents] == [True, False, False]


def test_another_controllers_register_is_denied(archive: Archive) -> None:
    with pytest.raises(ArchiveDenied):
        archive.client.search(SearchCriteria(client_id=EINO), a_call(OTHER.register))
    with pytest.raises(ArchiveDenied):
        archive.client.document(archive.oid("OTH-01"), a_call(OTHER.register))


def test_a_document_of_another_register_is_not_found_in_ours(archive: Archive) -> None:
    oid = archive.oid("IAK-05")
    for ask in (archive.client.document, archive.client.metadata, archive.client.versions):
        with pytest.raises(DocumentNotFound):
            ask(oid, a_call())
    assert archive.client.metadata(oid, a_call(COUNTY.register)).document_oid == oid


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        (SearchCriteria(client_name=PersonName("HELMI", "kuusela"), client_birth=HELMI.birth_date),
         [("IAK-01", 2), ("IAK-02", 1)]),
        (SearchCriteria(client_name=PersonName("Helmi Inkeri", "Kuusela"),
                        client_birth=HELMI.birth_date), [("IAK-01", 2), ("IAK-02", 1)]),
        (SearchCriteria(client_name=PersonName("Helm", "Kuusela"), client_birth=HELMI.birth_date),
         []),
        (SearchCriteria(client_name=PersonName("Helmi", "Kuusela"), client_birth=EINO.birth_date),
         []),
        (SearchCriteria(case_id="HE-2026-0139"), [("IAK-08", 1)]),
        (SearchCriteria(case_id="HE-0"), []),
        (SearchCriteria(client_id=HELMI, document_type="19007"), [("IAK-02", 1)]),
        (SearchCriteria(client_id=HELMI, service_task="20"), []),
        (SearchCriteria(client_id=HELMI, created_to=date(2026, 9, 3)), [("IAK-02", 1)]),
        (SearchCriteria(client_id=HELMI, created_from=date(2026, 9, 4)), [("IAK-01", 2)]),
        (SearchCriteria(client_id=TemporaryId.parse("1.2.246.10.99999204.22.2026", "26000009417")),
         [("LAP-05", 1)]),
        (SearchCriteria(client_id=TemporaryId.parse("1.2.246.10.99999204.22.2025", "26000009417")),
         []),
    ],
)  # fmt: skip
def test_each_condition_narrows_the_search(
    archive: Archive, criteria: SearchCriteria, found: list[tuple[str, int]]
) -> None:
    assert archive.keys(archive.client.search(criteria, a_call()).documents) == found


def test_a_replaced_version_is_not_found_by_its_oid_but_among_versions(archive: Archive) -> None:
    oid = archive.oid("IAK-01", 1)
    assert archive.client.search(SearchCriteria(document_oid=oid), a_call()).documents == ()
    criteria = SearchCriteria(document_oid=oid, mode=SearchMode.VERSIONS)
    assert len(archive.client.search(criteria, a_call()).documents) == 2


def test_the_limit_cuts_the_list_but_not_the_total(archive: Archive) -> None:
    result = archive.client.search(SearchCriteria(client_id=HELMI, limit=1), a_call())
    assert archive.keys(result.documents) == [("IAK-01", 2)]
    assert result.total == 2


def test_metadata_of_any_version_can_be_had(archive: Archive) -> None:
    for key, version, state in (
        ("IAK-01", 1, RecordState.REPLACED),
        ("IAK-01", 2, RecordState.VALID),
        ("IAK-09", 1, RecordState.INVALIDATED),
        ("IAK-10", 1, RecordState.VALID),
    ):
        metadata = archive.client.metadata(archive.oid(key, version), a_call())
        assert (metadata.version, metadata.state) == (version, state)


def test_versions_come_oldest_first(archive: Archive) -> None:
    set_id = archive.oid("LAP-02")
    history = archive.client.versions(set_id, a_call(COUNTY.register))
    assert [v.version for v in history.versions] == [1, 2, 3]
    assert history.set_id == set_id
    states = [v.state for v in history.versions]
    assert states == [RecordState.REPLACED, RecordState.REPLACED, RecordState.VALID]


def test_a_document_that_is_nowhere_is_not_found(archive: Archive) -> None:
    for ask in (archive.client.document, archive.client.metadata, archive.client.versions):
        with pytest.raises(DocumentNotFound):
            ask(Oid("1.2.246.10.99999204.11.2026.1"), a_call())


def test_a_search_without_a_key_or_for_a_real_person_is_rejected(archive: Archive) -> None:
    for criteria in (
        SearchCriteria(service_task="20"),
        SearchCriteria(client_id=Henkilotunnus.parse("010199A" + "123Y")),
    ):
        with pytest.raises(ArchiveRejected):
            archive.client.search(criteria, a_call())


def test_a_pdf_document_has_its_text(archive: Archive) -> None:
    document: Document = archive.client.document(archive.oid("IAK-08"), a_call())
    assert document.payload(PDF) is not None
    assert "43,50 euroa" in document.text


def test_the_server_writes_down_who_asked_with_which_message(archive: Archive) -> None:
    call = a_call()
    archive.client.search(SearchCriteria(client_id=HELMI), call)
    last = archive.standin.actions()[-1]
    assert last.message_id == call.message_id
    assert last.user == call.actor.user_id
    assert last.controller == HOIVA.controller.oid.value
    assert last.documents == 2


EVERYTHING = SearchCriteria(client_id=HELMI, mode=SearchMode.VERSIONS)


def test_pages_follow_one_another_until_the_last_and_bring_the_whole_once(
    archive: Archive,
) -> None:
    whole = archive.client.search(EVERYTHING, a_call()).documents
    page = archive.client.search(replace(EVERYTHING, limit=1), a_call())
    seen = list(page.documents)
    while page.continuation is not None:
        assert page.total == len(whole)
        page = archive.client.next_page(page, a_call())
        assert len(page.documents) == 1
        seen += page.documents
    assert tuple(seen) == whole


def test_a_page_asked_for_again_is_the_same_page(archive: Archive) -> None:
    first = archive.client.search(replace(EVERYTHING, limit=1), a_call())
    assert archive.client.next_page(first, a_call()) == archive.client.next_page(first, a_call())


def test_a_search_that_the_archive_no_longer_holds_open_cannot_be_gone_on_with(
    archive: Archive,
) -> None:
    first = archive.client.search(replace(EVERYTHING, limit=1), a_call())
    for _ in range(64):
        archive.client.search(HELMI_ALONE, a_call())
    with pytest.raises(ArchiveRejected) as told:
        archive.client.next_page(first, a_call())
    assert told.value.fields["issue"] == "STANDIN-06"
    assert explain(told.value, Language.SV).remedy == "Gör om sökningen."


def test_another_organisation_cannot_go_on_with_our_search(archive: Archive) -> None:
    first = archive.client.search(replace(EVERYTHING, limit=1), a_call())
    ours = a_call()
    theirs = replace(ours, context=replace(ours.context, unit=UNITS["county-social"]))
    with pytest.raises(ArchiveRejected):
        archive.client.next_page(first, theirs)


HELMI_ALONE = SearchCriteria(client_id=HELMI)


@pytest.mark.parametrize("field", ["process", "group", "author", "producer", "archived"])
def test_every_further_condition_narrows_and_a_wrong_value_finds_nothing(
    archive: Archive, field: str
) -> None:
    found = archive.client.search(HELMI_ALONE, a_call()).documents
    one = found[0]
    assert one.service_process
    assert one.document_group
    assert one.author
    assert one.producer
    assert one.archived
    day = one.archived.astimezone(HELSINKI).date()
    right, wrong = {
        "process": ({"service_process": one.service_process.value}, {"service_process": "X"}),
        "group": ({"document_group": one.document_group.value}, {"document_group": "9"}),
        "author": ({"author": one.author.identifier}, {"author": "0"}),
        "producer": ({"producer": one.producer.oid}, {"producer": Oid("1.2.3")}),
        "archived": (
            {"archived_from": day, "archived_to": day},
            {"archived_to": date(2001, 1, 1)},
        ),
    }[field]
    narrowed = replace(HELMI_ALONE, **right)  # type: ignore[arg-type]
    assert one in archive.client.search(narrowed, a_call()).documents
    nothing = replace(HELMI_ALONE, **wrong)  # type: ignore[arg-type]
    assert archive.client.search(nothing, a_call()).documents == ()


def test_a_condition_that_the_profile_does_not_have_is_told_before_anything_is_sent(
    archive: Archive,
) -> None:
    known = profile()
    facts = dict(known.facts)
    for key in (Key.PARAMETER_AUTHOR, Key.MODE_OLD):
        facts[key] = replace(facts[key], value="")
    client = MedicalRecordsClient(archive.client._http, replace(known, facts=facts))
    before = len(archive.standin.actions())
    for asked in (
        replace(HELMI_ALONE, author="1"),
        replace(HELMI_ALONE, mode=SearchMode.OLD),
    ):
        with pytest.raises(CriterionNotOffered):
            client.search(asked, a_call())
    assert len(archive.standin.actions()) == before
