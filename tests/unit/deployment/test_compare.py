"""Contents beside each other: the same value in another spelling, and values that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.deployment.compare import MAX_DIFFERENCES, compare_json, compare_texts
from kanta_desk.errors import BadDocument
from tests.helpers.deployment import TEXT


@pytest.mark.parametrize(
    ("source", "archived"),
    [
        ("Päätös  kotihoidosta.\n\nMyönnetään", "Päätös kotihoidosta. Myönnetään"),
        ("syntynyt 1.2.2026", "syntynyt 01.02.2026"),
        ("syntynyt 1. 2. 2026", "syntynyt 2026-02-01"),
        ("1. helmikuuta 2026 alkaen", "1.2.2026 alkaen"),
        ("den 1 februari 2026", "den 01.02.2026"),
        ("klo 14.05 mennessä", "klo 14:05 mennessä"),
        ("klo 8:00", "klo 08:00:00"),
        ("Tapaaminen klo 14.05.", "Tapaaminen klo 14:05."),
        ("2026-02-01T12:05:00Z", "1.2.2026 14:05"),
        ("maksu 1 234,50 €", "maksu 1234,5€"),
        ("maksu 1\u00a0234,50", "maksu 1.234,50"),
        ("maksu 1234.50", "maksu 1234,50"),
        ("5 100", "5\n100"),
        ("annos 5mg", "annos 5 mg"),
        ("asia-\nkirja", "asiakirja"),
        ("asia\u00ad\nkirja ja sa\u00adna", "asiakirja ja sana"),
        ("linja-\nauto", "linja-auto"),
        ("sosiaali-\nja terveyspalvelut", "sosiaali- ja terveyspalvelut"),
        ("Anna-\nMaija", "Anna-Maija"),
        ("tunnus 010181-\n900C", "tunnus 010181-900C"),
        ("Pa\u0308a\u0308to\u0308s", "Päätös"),
        ("”hyvä”, Matti’n", '"hyvä", Matti\'n'),
        ("1.2.–5.2.2026", "1.2. - 5.2.2026"),
        ("• yksi\n• kaksi", "- yksi\n- kaksi"),
        ("Nimi: Matti\tIkä: 45", "Nimi | Matti\nIkä | 45"),
        ("virka\ufb01rma", "virkafirma"),
        ("_______\nAllekirjoitus", "Allekirjoitus"),
        ("● yksi\n● kaksi", "yksi\nkaksi"),
        ("■ yksi\n■ kaksi", "- yksi\n- kaksi"),
        ("maksu 1.200 €", "maksu 1 200 €"),
        ("maksu 1 234,50", "maksu 1234.5"),
        ("maksu 1 234.50", "maksu 1234,50"),
        ("syntynyt 1.2.26", "syntynyt 1.2.2026"),
        ("versio 01.02.26", "versio 1.2.26"),
        ("1. päivänä helmikuuta 2026", "1.2.2026"),
        ("helmikuun 1. päivänä 2026", "1. Helmikuuta 2026"),
        ("February 1, 2026", "1 February 2026"),
        ("1. helmikuuta alkaen", "1.2. alkaen"),
        ("5. huhti-\nkuuta 2026", "5.4.2026"),
        ("klo 9", "klo 9.00"),
        ("14 euroa ja 20 prosenttia", "14 € ja 20 %"),
    ],
)
def test_another_spelling_of_the_same_is_the_same(source: str, archived: str) -> None:
    assert compare_texts(source, archived).same
    assert compare_texts(archived, source).same


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        ("14,50", "14,60"),
        ("14,50", "145,0"),
        ("1 234,50", "1 243,50"),
        ("1.12.2026", "1.12.2025"),
        ("1.12.2026", "12.1.2026"),
        ("1.1.1981", "11.1.1981"),
        ("Matti", "Mattii"),
        ("Esimerkki", "Esimerki"),
        ("ei ole", "on"),
        ("Asiakkaalla ei ole allergioita.", ""),
        ("tuntia", "minuuttia"),
        ("€", "%"),
        ("Päätös kotihoidosta", "Paatos kotihoidosta"),
    ],
)
def test_a_value_that_differs_is_found_and_nothing_else(written: str, changed: str) -> None:
    comparison = compare_texts(TEXT, TEXT.replace(written, changed))
    assert not comparison.same
    assert not comparison.form_only
    assert comparison.percent < 100
    assert comparison.total == 1


@pytest.mark.parametrize(
    ("source", "archived"),
    [
        ("10²", "102"),
        ("-5", "5"),
        ("kohta 1.1", "kohta 1.10"),
        ("007", "7"),
        ("31.2.2026", "3.3.2026"),
        ("010181-900C", "010181-901D"),
        ("linja-auto", "linjaauto"),
        ("☑ Kyllä", "☐ Kyllä"),
        ("■ Kyllä □ Ei", "□ Kyllä ■ Ei"),
        ("■ Kyllä", "□ Kyllä"),
        ("● Kyllä\n○ Ei", "○ Kyllä\n● Ei"),
        ("maksu 1.200 €", "maksu 1,2 €"),
        ("maksu 1.200", "maksu 1,200"),
        ("5\t100", "5100"),
        ("1.2.26", "1.2.2027"),
        ("klo 9", "klo 19"),
        ("2. helmikuuta", "1.2."),
        ("14 €", "14 %"),
        ("A 1\nB 2", "B 2\nA 1"),
        ("5 100 200", "5 200 100"),
        ("vastuuhenkilö Anna-Maija", "vastuuhenkilö AnnaMaija"),
    ],
)
def test_what_looks_alike_is_not_the_same(source: str, archived: str) -> None:
    assert not compare_texts(source, archived).same
    assert not compare_texts(archived, source).same


@pytest.mark.parametrize(
    ("source", "archived"),
    [("Ei, kiitos", "Ei kiitos"), ("PÄÄTÖS", "Päätös"), ("(Matti)", "Matti"), ("loppu.", "loppu")],
)
def test_punctuation_and_capitals_alone_are_form_but_never_the_same(
    source: str, archived: str
) -> None:
    comparison = compare_texts(source, archived)
    assert comparison.form_only
    assert not comparison.same


def test_a_difference_shows_both_sides_and_the_words_before() -> None:
    (difference,) = compare_texts(TEXT, TEXT.replace("14,50", "14,60")).differences
    assert (difference.expected, difference.found) == ("14,50", "14,60")
    assert difference.before.endswith("1.12.2026 alkaen")


def test_a_lost_paragraph_is_one_difference() -> None:
    lost = "Maksu on 1 234,50 € kuukaudessa. "
    comparison = compare_texts(TEXT, TEXT.replace(lost, ""))
    assert comparison.total == 1
    assert comparison.differences[0].found == ""
    assert comparison.differences[0].expected.startswith("Maksu on")


def test_an_identity_code_is_never_shown_whole() -> None:
    comparison = compare_texts("tunnus 010181-900C on", "tunnus 010594Y9032 on")
    assert "900C" not in repr(comparison)
    assert "9032" not in repr(comparison)
    assert comparison.differences[0].expected == "010181-****"


def test_many_differences_are_counted_whole_but_listed_to_a_limit() -> None:
    ours = " ".join(f"sana{n} eri{n}a" for n in range(300))
    theirs = " ".join(f"sana{n} eri{n}b" for n in range(300))
    comparison = compare_texts(ours.replace("0", "o"), theirs.replace("0", "o"))
    assert comparison.total > MAX_DIFFERENCES
    assert len(comparison.differences) == MAX_DIFFERENCES


def test_nothing_against_something_is_wholly_different() -> None:
    comparison = compare_texts("Päätös kotihoidosta", "")
    assert (comparison.same, comparison.percent) == (False, 0)


@given(st.text(max_size=200))
def test_any_text_is_the_same_as_itself(text: str) -> None:
    assert compare_texts(text, text).same


@given(
    st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=30),
    st.integers(0, 29),
    st.integers(0, 9),
)
def test_a_changed_digit_is_always_found(words: list[str], at: int, digit: int) -> None:
    ours = [*words, "koodi", "4711"]
    theirs = [*words, "koodi", f"471{digit}"]
    assert compare_texts(" ".join(ours), " ".join(theirs)).same is (digit == 1)


def test_structured_forms_are_compared_value_by_value() -> None:
    ours = '{"paatos": {"tunnit": 14.50, "alku": "1.12.2026", "palvelut": ["a", "b"]}}'
    theirs = '{"paatos": {"palvelut": ["a", "b"], "alku": "2026-12-01", "tunnit": 14.5}}'
    assert compare_json(ours.encode(), theirs.encode()).same


@pytest.mark.parametrize(
    ("source", "archived", "place"),
    [
        ('{"a": {"b": 1}}', '{"a": {"b": 2}}', "a.b"),
        ('{"a": "1"}', '{"a": 1}', "a"),
        ('{"a": ["x", "y"]}', '{"a": ["x", "z"]}', "a[1]"),
        ('{"a": 1, "b": 2}', '{"a": 1}', "b"),
        ('{"a": 1}', '{"a": 1, "c": null}', "c"),
        ('{"a": true}', '{"a": false}', "a"),
        ('{"a": ""}', '{"a": ":"}', "a"),
        ('{"a": 1.00000000000000000000000000000000001}', '{"a": 1}', "a"),
    ],
)
def test_a_structured_value_that_differs_is_named_by_its_path(
    source: str, archived: str, place: str
) -> None:
    comparison = compare_json(source.encode(), archived.encode())
    assert [d.place for d in comparison.differences] == [place]
    assert comparison.percent < 100


@pytest.mark.parametrize(
    "data",
    [b"{", b'{"a": 1, "a": 2}', b"[" * 100_000, b"\xff"],
    ids=["cut", "twice", "deep", "raw"],
)
def test_a_structured_form_that_cannot_be_read_is_an_error(data: bytes) -> None:
    with pytest.raises(BadDocument):
        compare_json(b"{}", data)


@pytest.mark.parametrize(
    "hostile",
    [
        b'{"' + b"k" * 600 + b'": [1]}',
        b"[" + b"0," * 100_000 + b"0]",
        b'{"a": 1e99999999999999999999}',
        b"[" * 5000,
    ],
)
def test_a_structured_form_made_to_exhaust_is_refused(hostile: bytes) -> None:
    with pytest.raises(BadDocument):
        compare_json(b"{}", hostile)


def test_long_texts_with_nothing_in_common_differ_as_a_whole() -> None:
    ours = "Alku " + " ".join(f"a{n}" for n in range(35_000)) + " loppu"
    theirs = "Alku " + " ".join(f"b{n}" for n in range(35_000)) + " loppu"

    compared = compare_texts(ours, theirs)

    assert compared.total == 1
    assert not compared.same
    assert not compared.form_only
    assert compared.percent == 0
    assert compared.differences[0].before == "Alku"


def test_one_change_in_a_long_text_is_still_found_exactly() -> None:
    words = [f"sana{n}" for n in range(30_000)]
    changed = [*words[:15_000], "muu", *words[15_001:]]

    compared = compare_texts(" ".join(words), " ".join(changed))

    assert [(d.expected, d.found) for d in compared.differences] == [("sana 15000", "muu")]


def test_a_text_too_long_to_compare_is_refused_unread() -> None:
    with pytest.raises(BadDocument, match="too long"):
        compare_texts("a" * 2_000_001, "a")


def test_a_moment_beyond_the_calendar_is_compared_as_it_stands() -> None:
    assert compare_texts("0001-01-01T00:00+14:00", "0001-01-01T00:00+14:00").same
