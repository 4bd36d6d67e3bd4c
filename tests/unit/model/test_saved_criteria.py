"""Searches kept as text: conditions always, whom one searched for only when asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kanta_desk.model.documents import SearchCriteria, SearchMode
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.query import recognise
from kanta_desk.model.saved_criteria import read, written

HETU = "010181-900C"
FULL = SearchCriteria(
    client_id=Henkilotunnus.parse(HETU),
    service_task="20",
    service_process="STANDIN-TOTEUTUS",
    document_type="15004",
    document_group="2",
    created_from=date(2026, 1, 1),
    created_to=date(2026, 12, 31),
    archived_from=date(2026, 2, 1),
    archived_to=date(2026, 3, 1),
    author="00990001011",
    producer=Oid("1.2.246.10.99999204"),
    mode=SearchMode.VERSIONS,
)


def test_without_its_key_a_search_keeps_nothing_of_the_client() -> None:
    text = written(FULL, with_key=False)

    assert HETU not in text
    assert "010181" not in text
    assert read(text) == replace(
        FULL, client_id=None, client_name=None, client_birth=None, document_oid=None, case_id=None
    )


def test_with_its_key_it_comes_back_whole() -> None:
    assert read(written(FULL, with_key=True)) == FULL


@pytest.mark.parametrize(
    "typed",
    ["1.2.246.10.99999204.22.2026 26000009417", "Mallikas, Matti 1.2.1981", "HE-2026-1",
     "1.2.246.10.99999204.11.2026.1"],
)  # fmt: skip
def test_every_kind_of_key_comes_back(typed: str) -> None:
    criteria = recognise(typed).criteria()

    assert read(written(criteria, with_key=True)) == criteria


def test_an_oid_that_was_a_case_number_stays_one() -> None:
    criteria = replace(SearchCriteria(), case_id="1.2.246.10.99999204.14.2026.77")

    assert read(written(criteria, with_key=True)) == criteria


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"mode": "strange"}', '{"created_from": "yesterday"}',
     '{"producer": "x"}', '{"key": 1', "[" * 5_000, '"' + "x" * 5_000 + '"'],
)  # fmt: skip
def test_a_text_of_another_making_is_no_search(text: str) -> None:
    assert read(text) is None
