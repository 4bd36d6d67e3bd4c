"""Versions as a line: what changed, what is missing, what forks."""

from __future__ import annotations

from dataclasses import replace

from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import DocumentMetadata, VersionHistory, VersionRef
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.version_line import GapRow, VersionRow, differing, version_line
from tests.helpers.metadata import FULL

SET = Oid("1.2.246.10.99999204.11.2026.1")


def version(number: int, replaces: int | None = None, oid: int = 0) -> DocumentMetadata:
    former = replaces if replaces is not None else number - 1
    return replace(
        FULL,
        document_oid=_oid(oid or number),
        set_id=SET,
        version=number,
        replaces=VersionRef(_oid(former), SET, former) if former else None,
    )


def _oid(number: int) -> Oid:
    return Oid(f"1.2.246.10.99999204.11.2026.{number}")


def line(*versions: DocumentMetadata) -> tuple[VersionRow | GapRow, ...]:
    return version_line(VersionHistory(SET, versions))


def test_versions_come_newest_first_with_what_changed() -> None:
    second = replace(version(2), title="Toinen", service_task=Code("10", CodeSystem.SERVICE_TASK))
    newest, oldest = line(version(1), second)

    assert isinstance(newest, VersionRow)
    assert newest.changed is not None
    assert [field.key for field in newest.changed] == ["title", "service_task"]
    assert isinstance(oldest, VersionRow)
    assert oldest.changed is None


def test_what_differs_from_version_to_version_by_nature_is_no_change() -> None:
    newest, _ = line(version(1), version(2))

    assert isinstance(newest, VersionRow)
    assert newest.changed == ()


def test_a_gap_stands_where_its_versions_should() -> None:
    rows = line(version(1), version(5, replaces=4))

    assert [type(row) for row in rows] == [VersionRow, GapRow, VersionRow]
    assert rows[1] == GapRow(2, 4)
    assert isinstance(rows[0], VersionRow)
    assert rows[0].unlinked
    assert rows[0].changed is None


def test_rivals_for_one_place_are_told_of_each() -> None:
    rows = line(version(1), version(2, oid=2), version(2, oid=3))

    assert [row.rivals for row in rows if isinstance(row, VersionRow)] == [1, 1, 0]


def test_a_code_with_another_display_text_is_the_same() -> None:
    one = replace(FULL, service_task=Code("20", CodeSystem.SERVICE_TASK, "Vammaispalvelut"))
    other = replace(FULL, service_task=Code("20", CodeSystem.SERVICE_TASK, "Handikappservice"))

    assert differing(one, other) == ()
