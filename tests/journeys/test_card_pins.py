"""A card's PINs set at a real terminal, where nothing that is typed shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, PRACTICE_PUK
from tests.helpers.terminal import Terminal

NEW = "246813"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "CACHE")}


def _terminal(home: dict[str, str], *arguments: str) -> Terminal:
    return Terminal(["card", "pin", *arguments, "--practice", "--lang", "fi"], home)


def test_a_pin_is_changed_by_one_who_types_the_new_one_twice(home: dict[str, str]) -> None:
    with _terminal(home, "change") as terminal:
        terminal.await_text("Maija Arkistonhoitaja")
        terminal.await_text("Nykyinen perustunnusluku (PIN1), 5 yritystä jäljellä: ")
        terminal.type_line(PRACTICE_PIN1)
        terminal.await_text("Uusi perustunnusluku (PIN1), 4–8 numeroa: ")
        terminal.type_line(NEW)
        terminal.await_text("Uusi tunnusluku uudelleen: ")
        terminal.type_line(NEW)
        status, out = terminal.end()
        said = terminal.transcript
    assert (status, out) == (Status.DONE, b"")
    assert "Asetettu: perustunnusluku (PIN1)." in said
    assert NEW not in said


def test_two_new_pins_that_differ_are_given_to_no_card(home: dict[str, str]) -> None:
    with _terminal(home, "change", "--pin", "2") as terminal:
        terminal.await_text("Nykyinen allekirjoitustunnusluku (PIN2), 5 yritystä jäljellä: ")
        terminal.type_line(PRACTICE_PIN2)
        terminal.await_text("numeroa: ")
        terminal.type_line(NEW)
        terminal.await_text("uudelleen: ")
        terminal.type_line("111111")
        status, _ = terminal.end()
        said = terminal.transcript
    assert status == Status.COULD_NOT_RUN
    assert "Kortille ei annettu mitään." in said


def test_a_pin_is_set_with_the_activation_pin_after_saying_so(home: dict[str, str]) -> None:
    with _terminal(home, "unblock", "--pin", "2") as terminal:
        terminal.await_text("irjoita k: ")
        terminal.type_line("k")
        terminal.await_text("Aktivointitunnusluku (PUK), 5 yritystä jäljellä: ")
        terminal.type_line(PRACTICE_PUK)
        terminal.await_text("Uusi allekirjoitustunnusluku (PIN2), 4–8 numeroa: ")
        terminal.type_line(NEW)
        terminal.await_text("uudelleen: ")
        terminal.type_line(NEW)
        assert terminal.end()[0] == Status.DONE
        said = terminal.transcript
    assert "Asetettu: allekirjoitustunnusluku (PIN2)." in said
    assert PRACTICE_PUK not in said


def test_a_pin_is_not_set_by_one_who_hesitates(home: dict[str, str]) -> None:
    with _terminal(home, "unblock") as terminal:
        terminal.await_text("irjoita k: ")
        terminal.type_line("")
        assert terminal.end()[0] == Status.COULD_NOT_RUN
        assert "Mitään ei muutettu." in terminal.transcript
        assert "PUK" not in terminal.transcript
