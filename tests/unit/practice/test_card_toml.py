"""A tester describes a card in a small file; a fault in it is told with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card_description import CertificateState, PracticeCard
from kanta_desk.practice.card_dialect import CITIZEN_3_1, COSMO_X
from kanta_desk.practice.card_faults import Action, CommandName, Fault, When
from kanta_desk.practice.card_files import Content
from kanta_desk.practice.card_pkcs15 import Claims
from kanta_desk.practice.card_toml import read_card
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import Person
from tests.helpers.described import card_files

_WHOLE = """
name = "Kaikki"
model = "citizen-3.1"
type = "citizen"
key = "rsa-2048"
signature_key = "ec-p256"
serial = "42"
certificate = "expired"
atr = "3B 00"
activated = false
pin2_per_signature = true

[holder]
given_name = "Kerttu"
surname = "Kansalainen"
identifier = "990001171"

[pins]
pin1 = "4321"
puk = "87654321"
pin2_tries = 1

[[fault]]
command = "VERIFY"
action = "delay"
seconds = 1

[[fault]]
command = "READ BINARY"
when = "after"
action = "answer"
answer = "9000"
nth = 3
times = 0
p2 = 0x10

[claims]
signature_key = 6
signature_path = "3F004399"
signed_references = true
fill = 8

[files]
"3F00/4334" = "unreadable"
"5015/5031" = ""
"5015/5032" = "30 00"
"""


def _read(tmp_path: Path, text: str) -> PracticeCard:
    path = tmp_path / "card.toml"
    path.write_text(text, encoding="utf-8")
    return read_card(path)


def test_an_empty_file_describes_the_archivists_card(tmp_path: Path) -> None:
    card = _read(tmp_path, "")
    assert (card.person, card.card_type, card.dialect) == (
        ARCHIVIST.person,
        CardType.PROFESSIONAL,
        COSMO_X,
    )
    assert card.label == "card"


def test_everything_can_be_said(tmp_path: Path) -> None:
    card = _read(tmp_path, _WHOLE)
    assert card.label == "Kaikki"
    assert (card.dialect, card.card_type, card.serial) == (CITIZEN_3_1, CardType.CITIZEN, "42")
    assert (card.key, card.signature_key) == (KeyKind.RSA_2048, KeyKind.EC_P256)
    assert card.person == Person("Kerttu", "Kansalainen", "990001171", "")
    assert card.state is CertificateState.EXPIRED
    assert (card.atr, card.activated, card.pin2_per_signature) == (b"\x3b\x00", False, True)
    assert (card.codes.pin1, card.codes.puk, card.codes.tries) == ("4321", "87654321", (5, 1, 5))
    assert card.faults == (
        Fault(CommandName.VERIFY, Action.DELAY, seconds=1.0),
        Fault(CommandName.READ_BINARY, Action.ANSWER, When.AFTER, 3, 0, 0x10, answer=b"\x90\x00"),
    )
    assert card.claims == Claims(
        signature_key=6, signature_path=bytes.fromhex("3F004399"), signed_references=True, fill=8
    )
    assert card.changed == {
        (0x3F00, 0x4334): Content.UNREADABLE,
        (0x5015, 0x5031): b"",
        (0x5015, 0x5032): b"\x30\x00",
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('model = "cosmo-y"', "card.toml: model"),
        ('type = "unknown"', "card.toml: type"),
        ("key = 2048", "card.toml: key"),
        ('atr = "3G"', "card.toml: atr"),
        ('activated = "no"', "card.toml: activated"),
        ('colour = "blue"', "card.toml: colour"),
        ('[holder]\ngiven_name = "A"\nsurname = "B"', "card.toml: holder.identifier"),
        ('[pins]\npin1 = "12a4"', "card.toml: pins.pin1"),
        ("[pins]\npin1_tries = 6", "card.toml: pins.pin1_tries"),
        ('[[fault]]\ncommand = "VERIFY"', "card.toml: fault[1].action"),
        (
            '[[fault]]\ncommand = "VERIFY"\naction = "mute"\n[[fault]]\ncommand = "BREAK"',
            "card.toml: fault[2].command",
        ),
        (
            '[[fault]]\ncommand = "VERIFY"\naction = "delay"\nseconds = 1e9',
            "card.toml: fault[1].seconds",
        ),
        ('[[fault]]\ncommand = "VERIFY"\naction = "mute"\nwen = 1', "card.toml: fault[1].wen"),
        ("fault = 1", "card.toml: fault"),
        ("[claims]\npin1 = 3", "card.toml: claims.pin1"),
        ("[claims]\nfill = 1000000", "card.toml: claims.fill"),
        ('[files]\n"4334" = ""', "card.toml: files.4334"),
        ('[files]\n"5017/4334" = ""', "card.toml: files.5017/4334"),
        ('[files]\n"3F00/4334" = "zz"', "card.toml: files.3F00/4334"),
    ],
)
def test_a_fault_is_told_with_file_and_key(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(SettingsUnreadable) as told:
        _read(tmp_path, text)
    assert told.value.fields["place"] == place


def test_a_fault_in_a_pin_does_not_repeat_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable) as told:
        _read(tmp_path, '[pins]\npin1 = "12a4"')
    assert "12a4" not in str(told.value)
    assert "1234" not in repr(_read(tmp_path, '[pins]\npin1 = "1234"').codes)


def test_every_card_of_the_practice_set_is_well_described_and_of_its_own_name() -> None:
    cards = [read_card(path) for path in card_files()]
    assert len({card.label for card in cards}) == len(cards) > 40
