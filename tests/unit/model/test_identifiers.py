"""Henkilötunnus, OID, Y-tunnus and temporary identifiers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId, Ytunnus, masked

CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CENTURIES = {1800: "+", 1900: "-YXWVU", 2000: "ABCDEF"}

# Artificial codes (individual number 9xx) that DVV's reform of the separators made possible.
SAMPLES = (
    "010181-900C",
    "010594Y9032",
    "010594Y9021",
    "020594X903P",
    "020594X902N",
    "030594W903B",
    "030694W9024",
    "040594V9030",
    "040594V902Y",
    "050594U903M",
    "050594U902L",
    "010516B903X",
    "010516B902W",
    "020516C903K",
    "020516C902J",
    "030516D9037",
    "030516D9026",
    "010501E9032",
    "020502E902X",
    "020503F9037",
    "020504A902E",
    "020504B904H",
)


@st.composite
def henkilotunnukset(draw: st.DrawFn) -> tuple[str, date]:
    """A valid artificial code and its birth date."""
    born = draw(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
    sign = draw(st.sampled_from(CENTURIES[born.year // 100 * 100]))
    number = draw(st.integers(900, 999))
    digits = f"{born:%d%m}{born.year % 100:02}"
    return f"{digits}{sign}{number}{CHECK[int(f'{digits}{number}') % 31]}", born


@pytest.mark.parametrize("code", SAMPLES)
def test_sample_codes_of_every_separator_are_valid_and_artificial(code: str) -> None:
    parsed = Henkilotunnus.parse(code)

    assert str(parsed) == code
    assert parsed.is_artificial


@given(henkilotunnukset())
def test_a_code_gives_back_its_text_and_its_birth_date(sample: tuple[str, date]) -> None:
    code, born = sample

    parsed = Henkilotunnus.parse(f"  {code.lower()} ")

    assert str(parsed) == code
    assert parsed.birth_date == born


@given(henkilotunnukset(), st.sampled_from(CHECK))
def test_only_one_check_character_is_right(sample: tuple[str, date], check: str) -> None:
    code, _ = sample
    if check == code[-1]:
        return

    with pytest.raises(InvalidIdentifier) as caught:
        Henkilotunnus.parse(code[:-1] + check)

    assert caught.value.fields["reason"] == "check"


@given(henkilotunnukset(), st.integers(0, 9), st.integers(0, 9))
def test_a_wrong_digit_is_always_found(sample: tuple[str, date], place: int, digit: int) -> None:
    code, _ = sample
    at = place if place < 6 else place + 1
    if at > 9 or code[at] == str(digit):
        return

    with pytest.raises(InvalidIdentifier):
        Henkilotunnus.parse(code[:at] + str(digit) + code[at + 1 :])


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("", "form"),
        ("010181", "form"),
        ("010181-900", "form"),
        ("010181-900CC", "form"),
        ("010181G900C", "form"),
        ("010181-900G", "form"),
        ("٠10181-900C", "form"),
        ("290200-900C", "date"),
        ("310481-900C", "date"),
        ("000181-900C", "date"),
        ("010181-" + "001C", "number"),
        ("010181-900D", "check"),
    ],
)
def test_what_cannot_be_a_code_is_refused_with_the_reason_and_without_the_value(
    wrong: str, reason: str
) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        Henkilotunnus.parse(wrong)

    assert caught.value.fields == {"kind": "henkilotunnus", "reason": reason}
    assert not wrong or wrong not in f"{caught.value!s}{caught.value!r}"


def test_leap_day_depends_on_the_century_of_the_separator() -> None:
    assert Henkilotunnus.parse("290200A900B").birth_date == date(2000, 2, 29)
    with pytest.raises(InvalidIdentifier):
        Henkilotunnus.parse("290200-900B")


def test_the_same_digits_with_another_separator_are_another_person() -> None:
    assert Henkilotunnus.parse("010594Y9032") != Henkilotunnus.parse("010594-9032")


def test_a_code_shows_itself_masked_in_tracebacks() -> None:
    code = Henkilotunnus.parse("010181-900C")

    assert code.masked == "010181-****"
    assert "900C" not in repr(code)
    assert "900C" not in repr([code, {"client": code}])


def test_a_temporary_identifier_shows_itself_masked_in_tracebacks() -> None:
    temporary = TemporaryId(Oid("1.2.246.10.99999204.22.2026"), "26000009417")

    assert temporary.masked == "2600****"
    assert "9417" not in repr(temporary)


def test_an_identifier_at_hand_as_text_is_masked_as_what_it_is() -> None:
    assert masked("010181-900C") == "010181-****"
    assert masked("26000009417") == "2600****"
    assert masked("") == ""


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=7), st.integers(0, 39))
def test_an_oid_gives_back_its_text(arcs: list[int], second: int) -> None:
    text = ".".join(map(str, [1, second, *arcs]))

    assert str(Oid.parse(f" urn:oid:{text} ")) == text


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "1",
        "1.",
        ".1",
        "3.1",
        "1.40.1",
        "0.40",
        "1.02",
        "1..2",
        "1.2.x",
        "1.2 .3",
        "1." + "1" * 127,
    ],
)
def test_what_is_no_oid_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidIdentifier):
        Oid.parse(wrong)


def test_oids_sort_and_show_their_tail() -> None:
    oid = Oid.parse("1.2.246.10.99999990.11.123456789")

    assert oid.tail == "23456789"
    assert sorted([oid, Oid("1.2")]) == [Oid("1.2"), oid]


@pytest.mark.parametrize("text", ["0204819-8", "0245929-6", "2606155-7", "3221308-6"])
def test_real_business_ids_are_valid(text: str) -> None:
    assert str(Ytunnus.parse(text)) == text


def test_a_business_id_of_six_digits_gets_its_zero_and_its_oid_has_none() -> None:
    assert str(Ytunnus.parse("204819-8")) == "0204819-8"
    assert str(Ytunnus.parse("0204819-8").oid) == "1.2.246.10.2048198"


@given(st.integers(0, 9_999_999))
def test_a_business_id_has_at_most_one_check_digit(number: int) -> None:
    valid = []
    for check in range(10):
        try:
            valid.append(Ytunnus.parse(f"{number:07}-{check}"))
        except InvalidIdentifier:
            continue

    rest = sum(w * int(d) for w, d in zip((7, 9, 10, 5, 8, 4, 2), f"{number:07}", strict=True)) % 11
    assert [int(str(found)[-1]) for found in valid] == ([] if rest == 1 else [-rest % 11])


@pytest.mark.parametrize(
    "wrong", ["", "0204819-9", "0204819", "02048198", "1234567-", "12345678-9"]
)
def test_what_is_no_business_id_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidIdentifier):
        Ytunnus.parse(wrong)


@pytest.mark.parametrize(
    "root", ["1.2.246.10.99999990.22.2026", "1.2.246.10.99999990.10.5.22.2026"]
)
def test_a_temporary_identifier_is_any_value_under_its_givers_root(root: str) -> None:
    parsed = TemporaryId.parse(root, " 010181-9XYZ ")

    assert parsed.root == Oid(root)
    assert str(parsed) == "010181-9XYZ"


@pytest.mark.parametrize(
    ("root", "value", "reason"),
    [
        ("1.2.246.21", "010181-900C", "root"),
        ("1.2.246.10.99999990.11.2026", "1", "root"),
        ("1.2.246.10.99999990.22.2026", " ", "empty"),
        ("22", "1", "form"),
    ],
)
def test_a_temporary_identifier_needs_its_root_and_a_value(
    root: str, value: str, reason: str
) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        TemporaryId.parse(root, value)

    assert caught.value.fields["reason"] == reason


@given(
    st.lists(st.integers(0, 10**8), min_size=1, max_size=3),
    st.integers(1900, 2100),
    st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=20),
)
def test_a_temporary_identifier_gives_back_its_root_and_value(
    owner: list[int], year: int, value: str
) -> None:
    root = f"1.2.246.10.{'.'.join(map(str, owner))}.22.{year}"

    identifier = TemporaryId.parse(f" urn:oid:{root} ", f" {value} ")

    assert (identifier.root.value, str(identifier)) == (root, value)
    assert identifier == TemporaryId.parse(root, value)
