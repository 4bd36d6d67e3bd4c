"""Documents by the hundred thousand that are stored nowhere: found by every key, and the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.archive.cda import read_document
from kanta_desk.model.documents import SearchMode
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.practice.organisation import HOIVA
from kanta_desk.practice.seed_data import SeedSet
from kanta_desk.practice.standin_crowd import Crowd, Size, crowd_of
from kanta_desk.practice.standin_rows import Wanted
from kanta_desk.practice.standin_store import Store
from tests.helpers.archive import profile

PROFILE = profile()
SIZE = Size(1_000, 100_000)


@pytest.fixture(scope="module")
def crowd() -> Crowd:
    return crowd_of(SIZE)


def of_client(crowd: Crowd, k: int, **more: object) -> Wanted:
    client = crowd.client(k).id.value
    wanted = Wanted(
        HOIVA.controller.oid.value, "1", SearchMode.BASIC, client=("1.2.246.21", client)
    )
    return replace(wanted, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["0", "", "a", "1:-1", "1000001", "1:2:3"])
def test_a_size_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Size.parse(text)


def test_a_size_without_documents_has_a_hundred_for_each_client() -> None:
    assert Size.parse("20") == Size(20, 2_000)
    assert Size.parse("20:7") == Size(20, 7)


def test_clients_are_all_different_artificial_and_none_of_the_practice_set(crowd: Crowd) -> None:
    clients = [crowd.client(k) for k in range(SIZE.clients)]
    codes = {client.id.value for client in clients}

    assert len(codes) == SIZE.clients
    assert codes.isdisjoint(d.client.id.value for d in SeedSet.load().documents)
    for client in clients:
        code = Henkilotunnus.parse(client.id.value)
        assert code.is_artificial
        assert code.birth_date == client.birth


def test_a_client_is_found_by_code_by_name_by_case_and_finds_nobody_elses(crowd: Crowd) -> None:
    client = crowd.client(5)
    rows = list(crowd.matching(of_client(crowd, 5)))
    by_name = of_client(
        crowd,
        5,
        client=None,
        name=(client.name.given, client.name.family),
        birth=f"{client.birth:%Y%m%d}",
    )

    assert len(rows) > 20
    assert {row.client for row in rows} == {client.id.value}
    assert list(crowd.matching(by_name)) == rows
    assert list(crowd.matching(of_client(crowd, 5, client=None, case_id=crowd.case(5)))) == rows


def test_conditions_narrow_and_modes_part(crowd: Crowd) -> None:
    rows = list(crowd.matching(of_client(crowd, 5)))
    kind = rows[0].type

    narrowed = list(crowd.matching(of_client(crowd, 5, type=kind)))
    versions = list(crowd.matching(of_client(crowd, 5, mode=SearchMode.VERSIONS)))
    invalidated = list(crowd.matching(of_client(crowd, 5, mode=SearchMode.INVALIDATED)))

    assert narrowed == [row for row in rows if row.type == kind]
    assert {row.oid for row in rows} < {row.oid for row in versions}
    assert {row.state for row in invalidated} == {"invalidated"}


def test_a_version_is_the_same_document_whenever_it_is_asked_for(crowd: Crowd) -> None:
    row = next(crowd.matching(of_client(crowd, 7)))

    stored, again = crowd.version(row.oid), crowd_of(SIZE).version(row.oid)

    assert stored is not None
    assert stored == again
    document = read_document(stored.cda, PROFILE)
    assert document.metadata.document_oid.value == row.oid
    assert document.metadata.client_id == crowd.client(7).id


@pytest.mark.parametrize("oid", ["1.2.3", "1.2.246.10.99999204.11.2026.100001", f"1.{10**12}"])
def test_an_oid_of_somebody_else_is_not_there(crowd: Crowd, oid: str) -> None:
    assert crowd.version(oid) is None


def test_the_store_finds_both_its_own_and_the_crowds(crowd: Crowd, tmp_path: Path) -> None:
    store = Store(tmp_path, crowd)
    try:
        oids = store.matching(of_client(crowd, 5))
        found = store.load(oids)

        assert len(found) == len(oids)
        assert store.count() == SIZE.documents
        assert store.matching(of_client(crowd, 5, client=("1.2.246.21", "010181-900C"))) == ()
    finally:
        store.close()
