"""The words of imports: every kind, change, fault and finding has its own, in three languages."""

from __future__ import annotations

from enum import Enum

import pytest

from kanta_desk.model.imports import (
    CHANGE_NAMES,
    KIND_NAMES,
    ChangeKind,
    ImportKind,
    Preview,
    RowFault,
    RowProblem,
)
from kanta_desk.model.organisations import OWN_FAULTS, OwnFault
from kanta_desk.model.terms.texts_imports import ROW_FAULTS, problem_words
from kanta_desk.model.text import Language, Text


@pytest.mark.parametrize(
    ("names", "closed"),
    [
        (KIND_NAMES, ImportKind),
        (CHANGE_NAMES, ChangeKind),
        (ROW_FAULTS, RowFault),
        (OWN_FAULTS, OwnFault),
    ],
)
def test_every_member_of_a_closed_set_has_its_words(
    names: dict[Enum, object], closed: type[Enum]
) -> None:
    assert set(names) == set(closed)


def test_a_fault_is_said_with_its_place_and_value() -> None:
    whole = RowProblem(RowFault.BAD_DATE, 7, "BeginningDate", "eilen", "a.csv")
    bare = RowProblem(RowFault.UNREADABLE, 0, file="muu.json")

    assert problem_words(whole, Language.FI) == (
        "a.csv, rivi 7, sarake BeginningDate: Päivää ei voi lukea: eilen"
    )
    assert problem_words(bare, Language.SV).startswith("muu.json: Filen kan inte läsas")


def test_a_preview_counts_what_it_was_told_and_no_more() -> None:
    preview = Preview(
        ImportKind.CODE_SET, "a", "0", "1.2", Text("n", "n", "n"), "1", 3,
        totals=((ChangeKind.ADDED, 3),),
    )  # fmt: skip

    assert (preview.total(ChangeKind.ADDED), preview.total(ChangeKind.REMOVED)) == (3, 0)
