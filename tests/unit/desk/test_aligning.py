"""Two texts side by side: nothing lost, what agrees beside each other, what differs marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.desk import aligning
from kanta_desk.desk.aligning import Aligned, align, align_values
from kanta_desk.model.comparison import Change, Run


def marked(aligned: Aligned) -> list[tuple[str, str]]:
    """What differs: left and right of each difference."""
    return [
        (
            " ".join(r.text for row in aligned.rows for r in row.left if r.number == number),
            " ".join(r.text for row in aligned.rows for r in row.right if r.number == number),
        )
        for number in range(1, aligned.differences + 1)
    ]


def test_the_same_text_has_no_difference() -> None:
    aligned = align("Päätös\nMyönnetään 14 tuntia", "Päätös\nMyönnetään 14 tuntia\n")

    assert aligned.differences == 0
    assert aligned.words == 4
    assert all(row.change is Change.SAME for row in aligned.rows)


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("14 tuntia", "15 tuntia", ("14", "15")),
        ("ei myönnetä", "myönnetä", ("ei", "")),
        ("Maija Meikäläinen", "Maija Meikalainen", ("Meikäläinen", "Meikalainen")),
        ("1.2.2026", "2.1.2026", ("1.2.2026", "2.1.2026")),
        ("yksi rivi", "yksi uusi rivi", ("", "uusi")),
    ],
)
def test_a_word_that_differs_is_never_taken_for_the_same(
    left: str, right: str, differs: tuple[str, str]
) -> None:
    assert marked(align(f"alku\n{left}\nloppu", f"alku\n{right}\nloppu")) == [differs]


def test_white_space_and_line_breaks_alone_are_no_difference() -> None:
    assert align("yksi  kaksi\n\nkolme neljä", "yksi kaksi kolme\nneljä").differences == 0


def test_a_paragraph_that_was_lost_is_marked_as_removed() -> None:
    aligned = align("alku\nkeskikohta oli tässä\nloppu", "alku\nloppu")

    assert marked(aligned) == [("keskikohta oli tässä", "")]
    assert [row.change for row in aligned.rows] == [Change.SAME, Change.REMOVED, Change.SAME]


def test_lines_stay_lines_where_both_sides_differ() -> None:
    (row,) = align("yksi a\nkaksi b", "yksi c\nkaksi d e").rows

    assert [run.text for run in row.left] == ["yksi", "a\n", "kaksi", "b"]
    assert [run.text for run in row.right] == ["yksi", "c\n", "kaksi", "d e"]


def test_lines_that_changed_places_are_told() -> None:
    assert align("a 1\nb 2", "b 2\na 1").differences == 2


def test_values_that_differ_in_white_space_alone_still_differ() -> None:
    left, right = align_values("a  b", "a b", 7)

    assert left == (Run("a  b", Change.CHANGED, 7),)
    assert right == (Run("a b", Change.CHANGED, 7),)


def test_the_parts_of_one_value_are_one_difference() -> None:
    left, right = align_values("Maija Liisa Virtanen", "Maria Liisa Virta", 3)

    assert {run.number for run in (*left, *right)} == {0, 3}


_texts = st.text(alphabet="ab \n1", max_size=60)


@given(_texts, _texts)
def test_both_sides_keep_all_their_words(left: str, right: str) -> None:
    aligned = align(left, right)

    for side, text in (("left", left), ("right", right)):
        runs = [run.text for row in aligned.rows for run in getattr(row, side)]
        assert " ".join(runs).split() == text.split()
    assert (aligned.differences == 0) == (left.split() == right.split())
    for row in aligned.rows:
        assert _agreed(row.left) == _agreed(row.right)


def _agreed(runs: tuple[Run, ...]) -> list[str]:
    return [word for run in runs if run.change is Change.SAME for word in run.text.split()]


@given(_texts, _texts)
def test_long_texts_are_aligned_as_truly_as_short_ones(left: str, right: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, "MOST_STEPS", 9)
        patch.setattr(aligning, "_APART", 2)
        test_both_sides_keep_all_their_words.hypothesis.inner_test(left, right)  # type: ignore[attr-defined]


def test_long_texts_find_their_way_back_after_a_difference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aligning, "MOST_STEPS", 10_000)
    monkeypatch.setattr(aligning, "_APART", 50)
    words = [f"sana{n}" for n in range(4_000)]
    other = [*words[:1_000], "lisätty", *words[1_000:2_500], *words[2_501:]]

    aligned = align(" ".join(words), " ".join(other))

    assert marked(aligned) == [("", "lisätty"), ("sana2500", "")]
