"""Pages of a PDF: sizes, letters with places, and where two look different."""

from __future__ import annotations

import pytest

from kanta_desk.archive.pdf_pages import differing_regions, page_letters, page_sizes
from kanta_desk.errors import BadDocument
from tests.helpers.opened import pages
from tests.helpers.pdfs import broken_pdf

TWO = pages(["Ensimmäinen rivi", "toinen"], ["sivu kaksi"])


def test_every_page_tells_its_size() -> None:
    assert [(round(w), round(h)) for w, h in page_sizes(TWO)] == [(595, 842)] * 2


def test_every_letter_has_its_place_on_the_page() -> None:
    letters = page_letters(TWO, 0)

    assert len(letters.text) == len(letters.boxes)
    first, second = letters.text.index("E"), letters.text.index("toinen")
    assert letters.boxes[first] is not None
    left, top, right, bottom = letters.boxes[first] or (0, 0, 0, 0)
    assert 20 < left < right < 60
    assert 20 < top < bottom < 60
    below = letters.boxes[second]
    assert below is not None
    assert below[1] > top


def test_a_turned_page_has_its_letters_where_they_are_seen() -> None:
    turned = broken_pdf((b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 842] /Rotate 90"))

    assert [(round(w), round(h)) for w, h in page_sizes(turned)] == [(842, 595)]


def test_a_page_that_is_not_there_has_no_letters() -> None:
    with pytest.raises(IndexError):
        page_letters(TWO, 2)


def test_an_encrypted_pdf_says_that_it_is() -> None:
    with pytest.raises(BadDocument, match="encrypted"):
        page_sizes(pages(["salainen"], password="salasana"))


def test_a_broken_pdf_says_that_it_is() -> None:
    with pytest.raises(BadDocument, match="not a readable PDF"):
        page_sizes(b"%PDF-1.7 rubbish")


def test_the_same_page_differs_nowhere() -> None:
    assert differing_regions(TWO, TWO, 0) == ()


def test_one_word_that_differs_is_framed_where_it_stands() -> None:
    ours = pages(["Tunteja 14", "Päätös on voimassa"])
    theirs = pages(["Tunteja 15", "Päätös on voimassa"])

    (box,) = differing_regions(ours, theirs, 0)

    letters = page_letters(ours, 0)
    place = letters.boxes[letters.text.index("14") + 1]
    assert place is not None
    assert box[0] <= place[2]
    assert box[2] >= place[0]
    assert box[3] - box[1] < 30


def test_a_page_of_another_size_differs_as_a_whole() -> None:
    other = broken_pdf((b"0 0 595 842", b"0 0 842 595"))

    ((left, top, right, bottom),) = differing_regions(broken_pdf(), other, 0)
    assert (left, top) == (0, 0)
    assert (round(right), round(bottom)) == (842, 842)
