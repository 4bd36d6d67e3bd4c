"""A long display form in parts: all of its text, in its order, each part whole and small."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kanta_desk.archive.display_parts import PART, DisplayPart, display_parts, text_parts
from tests.helpers.opened import xhtml

_TAG = re.compile(r"<[^>]*>")


def words(html: str) -> list[str]:
    return _TAG.sub(" ", html).replace("\u200b", "").split()


def test_a_short_form_is_one_part() -> None:
    parts = display_parts(xhtml("<h1>Päätös</h1><p>Myönnetään &lt;14&gt; tuntia.</p>"))

    assert len(parts) == 1
    assert parts[0].text.split() == ["päätös", "myönnetään", "<14>", "tuntia."]
    assert "&lt;14&gt;" in parts[0].html


def test_nothing_is_lost_and_nothing_comes_twice() -> None:
    inside = "".join(f"<p>kappale <b>{n}</b> loppu</p>" for n in range(3_000))
    parts = display_parts(xhtml(inside))

    assert len(parts) > 3
    said = [word for part in parts for word in words(part.html)]
    assert said == [w for n in range(3_000) for w in ("kappale", str(n), "loppu")]
    assert said == [word for part in parts for word in part.text.split()]


def test_each_part_is_small_and_whole() -> None:
    row = "<tr><td>a</td><td>b</td><td>c</td></tr>"
    parts = display_parts(xhtml(f"<table><tbody>{row * 2_000}</tbody></table>"))

    for part in parts:
        assert part.html.count("<td") * 4 <= 2 * PART
        assert part.html.count("<td") == part.html.count("</td>")
        assert part.html.count("<table") == part.html.count("</table>") == 1
    assert sum(part.html.count("<tr") for part in parts) == 2_000


def test_a_tables_head_stands_in_every_part() -> None:
    head = "<thead><tr><th>Päivä</th><th>Tunnit</th></tr></thead>"
    rows = "<tr><td>1.1.2026</td><td>4</td></tr>" * 1_000
    parts = display_parts(xhtml(f"<table>{head}<tbody>{rows}</tbody></table>"))

    assert len(parts) > 2
    assert all(part.html.count("Tunnit") == 1 for part in parts)


def test_a_numbered_list_goes_on_with_its_numbers() -> None:
    parts = display_parts(xhtml(f"<ol>{'<li>kohta</li>' * 1_500}</ol>"))

    begun = (re.search(r'start="(\d+)"', part.html) for part in parts[1:])
    starts = [int(found[1]) for found in begun if found]
    items = [part.html.count("<li") for part in parts]
    assert starts == [1 + sum(items[: n + 1]) for n in range(len(parts) - 1)]


def test_a_paragraph_without_end_is_cut_between_words() -> None:
    parts = display_parts(xhtml(f"<p>{'sana ' * 40_000}</p>"))

    assert len(parts) > 2
    assert all(set(part.text.split()) == {"sana"} for part in parts)


def test_a_word_without_end_gets_places_to_break() -> None:
    (part,) = display_parts(xhtml(f"<p>{'x' * 5_000}</p>"))

    assert part.text.count("x") == 5_000
    assert max(map(len, part.text.strip().split("\u200b"))) <= 400


def test_tables_deep_within_tables_are_told_line_by_line() -> None:
    inside = "<table><tr><td>" * 14 + "syvällä" + "</td></tr></table>" * 14
    (part,) = display_parts(xhtml(inside))

    assert "syvällä" in part.html
    assert part.html.count("<table") == 5


def test_a_cell_cannot_ask_for_millions_of_columns() -> None:
    (part,) = display_parts(
        xhtml('<table><tr><td colspan="99999999" rowspan="3">x</td></tr></table>')
    )

    assert "colspan" not in part.html
    assert 'rowspan="3"' in part.html


def test_plain_text_is_cut_too_and_means_nothing() -> None:
    parts = text_parts("\n".join(f"rivi {n} <b>" for n in range(4_000)) + "\x00\ufffe")

    assert len(parts) > 2
    assert "&lt;b&gt;" in parts[0].html
    assert "rivi 3999" in parts[-1].text


_inline = st.text(alphabet="aä <&\u00a0", min_size=0, max_size=40)


@given(st.recursive(_inline.map(lambda t: ("", t)), lambda inner: st.tuples(
    st.sampled_from(["p", "div", "b", "ul", "li", "table", "tr", "td", "svg", "h2"]),
    st.lists(inner, max_size=4)), max_leaves=30))  # fmt: skip
def test_whatever_the_form_every_part_keeps_its_tags_in_order(tree: object) -> None:
    parts = display_parts(xhtml(_written(tree) * 20))

    for part in parts:
        etree.fromstring(f"<x>{part.html.replace('<br>', '').replace('&nbsp;', ' ')}</x>")


def _written(tree: object) -> str:
    tag, inside = tree  # type: ignore[misc]
    if not tag:
        return str(inside).replace("&", "&amp;").replace("<", "&lt;")
    return f"<{tag}>{''.join(map(_written, inside))}</{tag}>"


def test_the_first_of_several_parts_is_told_before_the_rest() -> None:
    told: list[DisplayPart] = []
    parts = display_parts(xhtml("<p>sana</p>" * 3 * PART), told.append)

    assert len(parts) > 2
    assert told == [parts[0]]


def test_a_form_of_one_part_is_not_told_before_it_is_whole() -> None:
    told: list[DisplayPart] = []
    display_parts(xhtml("<p>sana</p>"), told.append)

    assert told == []
