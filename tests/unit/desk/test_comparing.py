"""Two documents compared: "the same" only where nothing differs, and what was compared is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.desk.comparing import Comparing
from kanta_desk.desk.reading import Reading
from kanta_desk.errors import Cancelled, RightMissing
from kanta_desk.model.comparison import Change, Compared, DocumentComparison
from kanta_desk.model.documents import JSON, PDF, ContentFault, Document, Payload
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.text import Language
from kanta_desk.practice.organisation import OWN
from tests.helpers.deployment import document as archived
from tests.helpers.deployment import oid
from tests.helpers.opened import document, paged, structured
from tests.helpers.small_desk import small_desk


def compare(left: Document, right: Document, **more: object) -> DocumentComparison:
    with_gate = Comparing(_Through(), lambda *_: _Ticket(), Reading())  # type: ignore[arg-type,return-value]
    return with_gate.compare(left, right, Language.FI, **more)  # type: ignore[arg-type]


class _Ticket:
    class context:
        register = "r"


class _Through:
    """A gate that lets everything through; the real one is tried below."""

    def do(self, ticket: object, kind: object, subject: object, act, told):  # type: ignore[no-untyped-def]
        found = act()
        told(found)
        return found


def differences(found: DocumentComparison) -> dict[Compared, int]:
    return {part.part: part.differences for part in found.parts}


def test_the_very_same_documents_differ_nowhere() -> None:
    one = paged(["Päätös", "14 tuntia"])

    found = compare(one, one)
    assert found.same_bytes
    assert found.differences == 0
    assert {p.part: p.amount for p in found.parts}[Compared.PAGES] == 1
    assert found.not_read == ()


def test_one_digit_is_found_in_text_and_in_picture() -> None:
    found = compare(paged(["Tunteja 14", "muu"]), paged(["Tunteja 15", "muu"]))

    assert differences(found)[Compared.TEXT] == 1
    assert differences(found)[Compared.PAGES] == 1
    pages = found.part(Compared.PAGES)
    assert pages is not None
    assert len(pages.pages[0].regions) == 1


def test_a_page_that_only_one_has_is_a_difference() -> None:
    found = compare(paged(["a"], ["b"]), paged(["a"]))

    pages = found.part(Compared.PAGES)
    assert pages is not None
    assert [page.only for page in pages.pages] == [Change.SAME, Change.REMOVED]


def test_fields_of_the_structured_form_are_compared_one_by_one() -> None:
    left = structured({"paatos": {"tunnit": 14, "laatija": "Maija", "vanha": "x"}})
    right = structured({"paatos": {"laatija": "Maija", "tunnit": 15, "uusi": "y"}})

    part = compare(left, right).part(Compared.STRUCTURE)

    assert part is not None
    told = {row.label: row.change for row in part.rows}
    assert told == {
        "Tunnit": Change.CHANGED,
        "Laatija": Change.SAME,
        "Vanha": Change.REMOVED,
        "Uusi": Change.INSERTED,
    }
    assert part.differences == 3


def test_a_form_that_only_one_has_differs_in_all_its_values() -> None:
    part = compare(structured({"a": {"b": 1, "c": 2}}), document(text="x")).part(Compared.STRUCTURE)

    assert part is not None
    assert (part.differences, part.amount) == (2, 2)


def test_every_field_of_the_metadata_is_compared() -> None:
    one = document(text="x")
    other = replace(one, metadata=replace(one.metadata, version=9, title="Toinen otsikko"))

    part = compare(one, other).part(Compared.METADATA)

    assert part is not None
    assert part.differences == 2
    assert all(row.label and row.group for row in part.rows)


def test_what_could_not_be_compared_is_told() -> None:
    broken = replace(paged(["a"]), payloads=(Payload(PDF, b"rubbish"),))
    found = compare(paged(["a"]), broken)

    assert found.part(Compared.PAGES) is None
    assert Compared.PAGES in found.not_read
    assert compare(structured({"a": 1}), structured({"a": 1})).not_read == (Compared.TEXT,)
    bad = compare(structured({"a": 1}), document((JSON, b"{")))
    assert Compared.STRUCTURE in bad.not_read


def test_a_form_whose_bytes_did_not_come_through_is_told_and_never_the_same() -> None:
    lost = replace(paged(["a"]), fault=ContentFault("document: json", "not Base64"))

    assert compare(lost, lost).not_read == (Compared.STRUCTURE,)


def test_it_stops_between_two_pages_when_asked() -> None:
    done: list[int] = []

    with pytest.raises(Cancelled):
        compare(
            paged(["a"], ["b"]),
            paged(["a"], ["c"]),
            on_page=lambda n, _: done.append(n),
            cancelled=lambda: bool(done),
        )
    assert done == [1]


def test_a_comparison_is_an_event_that_names_both(tmp_path: Path) -> None:
    with small_desk(tmp_path) as desk:
        desk.archive.documents += [archived(number, controller=OWN.controller) for number in (1, 2)]
        session = desk.session()
        left, right = session.open(oid(1)), session.open(oid(2))

        session.comparing.compare(left, right, Language.FI)

        event = desk.newest(EventKind.COMPARE)
        assert event.phase is Phase.DONE
        assert event.subject.documents == tuple(
            str(each.metadata.document_oid) for each in (left, right)
        )


def test_a_document_of_another_session_is_not_compared(tmp_path: Path) -> None:
    with small_desk(tmp_path) as desk:
        desk.archive.documents.append(archived(1, controller=OWN.controller))
        document = desk.session().open(oid(1))

        with pytest.raises(RightMissing):
            desk.session().comparing.compare(document, document, Language.FI)
