"""Described cards are at hand in practice; the first of them is in the reader from the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import CardRemoved, SettingsUnreadable
from kanta_desk.model.cards import CardPresence
from kanta_desk.practice.organisation import COUNTY, HOIVA
from tests.helpers.practice import PATIENCE, await_cards, prepare, presence

_CARD = """
name = "Katoaa kesken"
[pins]
pin1 = "4711"
[[fault]]
command = "VERIFY"
action = "remove"
"""


def test_a_described_card_is_in_the_reader_and_does_what_it_was_told(tmp_path: Path) -> None:
    file = tmp_path / "card.toml"
    file.write_text(_CARD, encoding="utf-8")
    prepare(tmp_path)
    desk = assemble_practice(tmp_path, cards=[file])
    try:
        assert desk.practice is not None
        assert desk.practice.cards[:2] == ("Katoaa kesken", "Maija Arkistonhoitaja")
        assert desk.practice.inserted == "Katoaa kesken"
        pin = desk.practice.pin("Katoaa kesken")
        assert pin == b"4711"
        state = await_cards(desk, lambda state: presence(state) is CardPresence.READY)
        assert state.best is not None
        assert state.best.card is not None
        context = desk.contexts_for(state.best.card.holder)[0]
        done = desk.submit(Lane.CARD, desk.sign_in, pin, context)
        assert type(done.exception(PATIENCE)) is CardRemoved
        assert desk.practice.inserted is None
        await_cards(desk, lambda state: presence(state) is CardPresence.EMPTY)
    finally:
        desk.close()


def test_the_organisation_s_own_register_is_offered_first_whatever_the_log_s_order(
    tmp_path: Path,
) -> None:
    prepare(tmp_path)
    desk = assemble_practice(tmp_path, past=300)
    try:
        state = await_cards(desk, lambda state: presence(state) is CardPresence.READY)
        assert state.best is not None
        assert state.best.card is not None
        contexts = desk.contexts_for(state.best.card.holder)
        names = list(dict.fromkeys(each.register.controller.name for each in contexts))
        assert names == [HOIVA.name, COUNTY.name]
    finally:
        desk.close()


def test_a_faulty_description_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "card.toml"
    file.write_text('key = "rsa-1024"', encoding="utf-8")
    prepare(tmp_path)
    with pytest.raises(SettingsUnreadable) as told:
        assemble_practice(tmp_path, cards=[file])
    assert told.value.fields["place"] == "card.toml: key"
