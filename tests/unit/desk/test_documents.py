"""Saved searches of the Documents page, and a glance over what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.desk.documents import Documents
from kanta_desk.errors import FieldMissing, RightMissing, StoreNotEncrypted
from kanta_desk.model.documents import SearchCriteria, SearchMode
from kanta_desk.model.events import EventFilter
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.practice.people import OPERATOR
from tests.helpers.deployment import document
from tests.helpers.small_desk import SmallDesk, small_desk

CONDITIONS = SearchCriteria(service_task="20", mode=SearchMode.INVALIDATED)
OF_CLIENT = replace(CONDITIONS, client_id=Henkilotunnus.parse("010181-900C"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    with small_desk(tmp_path) as made:
        yield made


@pytest.fixture
def documents(desk: SmallDesk) -> Documents:
    return desk.session().documents


def test_a_search_is_kept_without_whom_it_was_for(documents: Documents) -> None:
    documents.save_search("Mitätöidyt", OF_CLIENT)
    (kept,) = documents.searches()

    assert kept.name == "Mitätöidyt"
    assert kept.criteria == CONDITIONS
    assert kept.saved_by == "Maija Arkistonhoitaja"


def test_with_whom_it_is_for_it_is_kept_only_encrypted(
    desk: SmallDesk, documents: Documents
) -> None:
    if documents.may_keep_clients:
        documents.save_search("Asiakas", OF_CLIENT, with_key=True)
        assert documents.searches()[0].criteria == OF_CLIENT
        held = b"".join(file.read_bytes() for file in desk.log.folder.path.rglob("sivukanta*"))
        assert held
        assert b"010181" not in held
    else:
        with pytest.raises(StoreNotEncrypted):
            documents.save_search("Asiakas", OF_CLIENT, with_key=True)
        assert documents.searches() == ()


def test_a_search_is_forgotten_by_its_name(documents: Documents) -> None:
    documents.save_search("Yksi", CONDITIONS)
    documents.save_search("Kaksi", CONDITIONS)
    documents.forget_search("Yksi")

    assert [kept.name for kept in documents.searches()] == ["Kaksi"]


def test_a_search_needs_a_name(documents: Documents) -> None:
    with pytest.raises(FieldMissing):
        documents.save_search("  ", CONDITIONS)


def test_the_searches_of_the_log_are_kept_apart(desk: SmallDesk, documents: Documents) -> None:
    documents.save_search("Haku", CONDITIONS)

    assert desk.session().supervision.searches() == ()


def test_who_may_not_search_has_no_saved_searches(desk: SmallDesk) -> None:
    with pytest.raises(RightMissing):
        desk.session(OPERATOR).documents.searches()


def test_saving_a_search_is_no_act_of_the_log(desk: SmallDesk, documents: Documents) -> None:
    before = desk.log.count(EventFilter())
    documents.save_search("Haku", CONDITIONS)
    documents.searches()

    assert desk.log.count(EventFilter()) == before


def test_a_glance_tells_the_gravest_finding_of_each(documents: Documents) -> None:
    good = document().metadata
    bad = replace(good, service_task=None)

    found = dict(documents.glance((good,)))
    assert found[good.document_oid] is not Severity.ERROR
    assert dict(documents.glance((bad,)))[bad.document_oid] is Severity.ERROR
