"""The rack knows which card is in, and what its holder knows."""

from __future__ import annotations

from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_faults import Action, CommandName, Fault
from kanta_desk.practice.rack import CardRack
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import fresh_card, issued, statuses
from tests.helpers.described import made


def test_a_card_thrown_out_by_its_own_fault_is_no_longer_in() -> None:
    reader = SoftwareReader()
    muting = SoftwareCard(issued(), "1", faults=[Fault(CommandName.VERIFY, Action.REMOVE)])
    rack = CardRack(reader, {"good": fresh_card(), "leaves": muting})
    rack.insert("leaves")
    assert rack.inserted == "leaves"
    reader.remove()
    assert rack.inserted is None
    rack.insert("good")
    assert (rack.inserted, rack.cards) == ("good", ("good", "leaves"))
    assert reader.connect(READER).atr == rack.card("good").atr
    rack.remove()
    assert rack.inserted is None


def test_the_pins_told_are_those_the_holder_has_set_last() -> None:
    rack = CardRack(SoftwareReader(), {"a": fresh_card(), "citizen": made("citizen-4")})
    assert (rack.pin("a"), rack.pin("a", 2)) == (bytearray(b"1234"), bytearray(b"567890"))
    assert rack.pin("citizen", 2) == bytearray(b"567890")
    assert statuses(rack.card("a"), "00240003083132333434333231") == ["9000"]
    assert rack.pin("a") == bytearray(b"4321")
