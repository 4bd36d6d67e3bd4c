"""Shows of a document that was opened: nothing in them runs, and all of them have limits."""

from __future__ import annotations

import pytest

from kanta_desk.desk.rendering import (
    display_form,
    letters_of_page,
    page_image,
    pages_of,
    plain_text,
    sizes_of_pages,
    source_of,
)
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import PDF, XHTML
from tests.helpers.opened import display, document, pages

TWO = document((PDF, pages(["yksi"], ["kaksi"])), text="yksi\nkaksi")


def test_html_has_no_script_and_no_address() -> None:
    (part,) = display_form(
        display(
            '<p onclick="x()">Teksti</p><script>x()</script>'
            '<a href="https://example.org">linkki</a><img src="file:///etc/passwd"/>'
        )
    )

    assert "Teksti" in part.html
    bad = ("script", "onclick", "href", "src", "example.org")
    assert not any(word in part.html for word in bad)


def test_pages_are_counted_and_drawn_at_the_scale_asked() -> None:
    assert len(sizes_of_pages(TWO)) == 2
    assert pages_of(TWO.payloads[0].data) == 2
    small, large = page_image(TWO, 0, 1.0), page_image(TWO, 1, 2.0)
    assert (small.width, small.height) == (596, 842)
    assert abs(large.width - 2 * small.width) <= 1
    assert len(small.rgba) >= small.width * small.height * 4
    assert small.rgba[:3] == b"\xff\xff\xff"


def test_a_page_that_is_not_there_cannot_be_drawn() -> None:
    with pytest.raises(IndexError):
        page_image(TWO, 2, 1.0)


def test_the_text_of_pages_is_there_to_find_and_to_copy() -> None:
    assert letters_of_page(TWO, 1).text.strip() == "kaksi"
    assert plain_text(TWO)[0].text.split() == ["yksi", "kaksi"]


def test_the_source_is_what_came() -> None:
    assert source_of(document(original=b"<a>\n<b/></a>")).lines[0].text == "<a>"


@pytest.mark.parametrize("show", [display_form, sizes_of_pages])
def test_a_form_that_the_document_has_not_is_told(show: object) -> None:
    with pytest.raises(BadDocument):
        show(document(("text/plain", b"x")))  # type: ignore[operator]


@pytest.mark.parametrize(("show", "kind"), [(display_form, XHTML), (sizes_of_pages, PDF)])
def test_broken_content_is_a_bad_document(show: object, kind: str) -> None:
    with pytest.raises(BadDocument):
        show(document((kind, b"<{%")))  # type: ignore[operator]
