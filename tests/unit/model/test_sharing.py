"""Equal values of many documents are held once, and nothing else changes."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.sharing import shared
from tests.helpers.metadata import FULL


def test_the_documents_are_the_same() -> None:
    documents = (
        FULL,
        replace(deepcopy(FULL), version=1, security_ban=True),
        replace(FULL, old_document=True),
    )

    assert shared(documents) == documents
    assert shared(documents)[1].version is not True


def test_what_is_equal_is_one_object() -> None:
    one, other = shared((FULL, replace(deepcopy(FULL), document_oid=Oid("1.2.3"))))

    assert one.service_task is other.service_task
    assert one.controller is other.controller
    assert one.client_id is other.client_id
    assert one.document_oid is not other.document_oid


def test_codes_that_differ_in_their_text_alone_stay_apart() -> None:
    other = replace(FULL, service_task=Code("20", CodeSystem.SERVICE_TASK, "Handikappservice"))

    assert shared((FULL, other))[1].service_task == other.service_task
