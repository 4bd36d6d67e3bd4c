"""A set's versions as one history: whole, with gaps, forked, or not linked."""

from __future__ import annotations

from kanta_desk.model.documents import DocumentMetadata, VersionHistory, VersionRef
from kanta_desk.model.identifiers import Oid

SET = Oid("1.2.246.10.1.11.2026.1")


def version(
    number: int, replaces: DocumentMetadata | None = None, own: int = 0
) -> DocumentMetadata:
    oid = Oid(f"1.2.246.10.1.11.2026.{own or number}")
    before = VersionRef(replaces.document_oid, SET, replaces.version) if replaces else None
    return DocumentMetadata(oid, SET, number, replaces=before)


def history(*versions: DocumentMetadata) -> VersionHistory:
    return VersionHistory(SET, versions)


ONE = version(1)
TWO = version(2, ONE)
THREE = version(3, TWO)


def test_versions_that_replace_one_another_are_a_whole_history() -> None:
    assert history(ONE, TWO, THREE).whole
    assert history(ONE).whole
    assert history().whole


def test_a_version_that_is_not_there_is_a_gap_and_its_successor_hangs_in_the_air() -> None:
    seen = history(ONE, THREE)

    assert seen.gaps == (2,)
    assert seen.unlinked == (THREE,)
    assert not seen.whole


def test_a_history_that_does_not_begin_at_one_has_a_gap() -> None:
    assert history(TWO).gaps == (1,)


def test_a_version_number_as_large_as_can_be_makes_no_endless_list_of_gaps() -> None:
    assert len(history(version(999_999_999, own=7)).gaps) == 100


def test_two_versions_of_one_number_or_of_one_predecessor_are_a_fork() -> None:
    other = version(2, ONE, own=22)

    seen = history(ONE, TWO, other)

    assert seen.forks == ((TWO, other),)
    late = version(3, ONE, own=33)
    assert history(ONE, TWO, late).forks == ((TWO, late),)


def test_a_version_that_replaces_nothing_or_a_later_one_is_not_linked() -> None:
    bare, circle = version(2, own=22), version(2, THREE, own=23)

    assert history(ONE, bare).unlinked == (bare,)
    assert history(ONE, circle, THREE).unlinked[0] is circle
