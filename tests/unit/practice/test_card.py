"""The software card refuses whatever a real card of scheme S4-2 refuses."""

from __future__ import annotations

import hashlib

import pytest
from asn1crypto import parser
from asn1crypto.core import OctetString
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, encode_dss_signature
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.practice import card_files
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import COSMO_X_ATR, SoftwareCard
from tests.helpers.cards import fresh_card, issued, say, statuses

_APPLICATION = "00A4040C0CA000000063504B43532D3135"
_PIN1 = "002000030431323334"
_PIN2 = "0020000406353637383930"
_EC_ENVIRONMENT = "002241B606800154840101"
_DIGEST = hashlib.sha384(b"message").digest()
_EC_SIGN = "002A9E9A30" + _DIGEST.hex()


# PINs


def test_the_state_of_a_pin_is_told_without_spending_a_try() -> None:
    card = fresh_card()
    assert statuses(card, "00200003", "0020000300", "00200004", "00200012") == ["63C5"] * 4
    assert statuses(card, _PIN1, "00200003", "00200004") == ["9000", "9000", "63C5"]


def test_a_padded_pin_counts_as_wrong() -> None:
    card = fresh_card()
    assert statuses(card, "002000030C313233340000000000000000") == ["63C4"]
    assert statuses(card, "0020000308313233 34FFFFFFFF") == ["63C3"]
    assert statuses(card, _PIN1, "00200003") == ["9000", "9000"]


def test_the_citizens_references_do_not_exist() -> None:
    assert statuses(fresh_card(), "00200011", "00200082", "0020001104 31323334") == ["6A88"] * 3


def test_five_wrong_pins_block_the_card_for_good() -> None:
    card = fresh_card()
    wrong = "002000030439393939"
    assert statuses(card, *[wrong] * 5) == ["63C4", "63C3", "63C2", "63C1", "63C0"]
    assert statuses(card, wrong, _PIN1, "00200003") == ["6983"] * 3
    card.power_on()
    assert statuses(card, _PIN1) == ["6983"]


def test_a_wrong_pin_takes_back_the_one_given_before() -> None:
    card = fresh_card()
    assert statuses(card, _PIN1, "002000030439393939", "00200003") == ["9000", "63C4", "63C4"]


def test_a_given_pin_outlives_selections_and_not_a_reset() -> None:
    card = fresh_card()
    assert statuses(card, _PIN1, "00A4000C023F00", _APPLICATION, "00200003")[-1] == "9000"
    card.reset()
    assert statuses(card, "00200003") == ["63C5"]
    statuses(card, _PIN1)
    assert card.power_on() == COSMO_X_ATR
    assert statuses(card, "00200003") == ["63C5"]


def test_a_card_that_was_not_activated_takes_no_pin_until_the_puk_sets_one() -> None:
    card = SoftwareCard(issued(), "1", activated=False)
    assert statuses(card, "00200003", _PIN1) == ["6984", "6984"]
    assert statuses(card, "002C02030434333231") == ["6982"]
    assert statuses(card, "00200012083132333435363738", "002C02030434333231") == ["9000", "9000"]
    assert statuses(card, "002000030434333231") == ["9000"]


def test_the_puk_opens_a_blocked_pin_with_a_new_value() -> None:
    card = fresh_card()
    statuses(card, *["002000030439393939"] * 5)
    assert statuses(card, "00200012083132333435363738", "002C02030434333231") == ["9000", "9000"]
    assert statuses(card, _PIN1, "002000030434333231") == ["63C4", "9000"]


def test_a_pin_is_changed_only_by_whoever_knows_it_and_only_to_digits() -> None:
    card = fresh_card()
    assert statuses(card, "00240003083939393934333231") == ["63C4"]
    assert statuses(card, "002400030831323334 61626364") == ["6A80"]
    assert statuses(card, "00240003083132333434333231", "002000030434333231") == ["9000", "9000"]


# Keys


def test_a_signature_needs_environment_pin_and_the_right_digest_in_this_order() -> None:
    card = fresh_card()
    say(card, _APPLICATION)
    assert statuses(card, _EC_SIGN + "00") == ["6985"]
    assert statuses(card, _EC_ENVIRONMENT, _EC_SIGN + "00") == ["9000", "6982"]
    assert statuses(card, _PIN1, "002A9E9A20" + "00" * 32 + "00") == ["9000", "6A80"]
    signature, sw = say(card, _EC_SIGN + "00")
    assert (sw, len(signature)) == ("9000", 192)


def test_there_is_no_hash_command_and_no_other_way_to_use_a_key() -> None:
    card = fresh_card()
    statuses(card, _APPLICATION, _PIN1, _EC_ENVIRONMENT)
    assert statuses(card, "002A90A0329030" + _DIGEST.hex()) == ["6A80"]
    assert statuses(card, "002A8086050102030405", "0088000004010203 04") == ["6A86", "6D00"]
    assert statuses(card, "002241A406800154840101", "002241B606800155840101") == ["6A86", "6A80"]


def test_the_algorithm_must_be_the_keys() -> None:
    elliptic, rsa_card = fresh_card(), fresh_card(KeyKind.RSA_2048)
    assert statuses(elliptic, _APPLICATION, "002241B606800142840101")[1] == "6A80"
    assert statuses(rsa_card, _APPLICATION, _EC_ENVIRONMENT)[1] == "6A80"


def test_the_signature_key_is_reached_in_e_sign_alone_and_that_by_name_alone() -> None:
    card = fresh_card()
    environment = "002241B606800154840182"
    assert statuses(card, _APPLICATION, environment) == ["9000", "6A88"]
    assert statuses(card, "00A4000C023F00", "00A4000C025016", environment) == [
        "9000",
        "9000",
        "6A88",
    ]
    assert statuses(card, "00A4040C06452E5349474E", environment) == ["9000", "9000"]
    assert statuses(card, _PIN1, _EC_SIGN + "00") == ["9000", "6982"]
    assert statuses(card, _PIN2, _EC_SIGN + "00") == ["9000", "9000"]


def test_the_signatures_are_good_by_an_independent_reckoning() -> None:
    card = fresh_card()
    statuses(card, _APPLICATION, _PIN1, _EC_ENVIRONMENT)
    raw = bytes.fromhex(say(card, _EC_SIGN + "00")[0])
    key = x509.load_der_x509_certificate(issued().authentication).public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    pair = int.from_bytes(raw[:48], "big"), int.from_bytes(raw[48:], "big")
    key.verify(encode_dss_signature(*pair), _DIGEST, ec.ECDSA(Prehashed(hashes.SHA384())))


def test_a_signature_of_384_bytes_comes_in_two_pieces() -> None:
    card = fresh_card(KeyKind.RSA_3072)
    digest = hashlib.sha256(b"message").digest()
    statuses(card, _APPLICATION, _PIN1, "002241B606800142840101")
    first, sw = say(card, "002A9E9A20" + digest.hex() + "00")
    assert (len(first), sw) == (512, "6180")
    rest, sw = say(card, "00C0000080")
    assert sw == "9000"
    key = x509.load_der_x509_certificate(issued(KeyKind.RSA_3072).authentication).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    signature = bytes.fromhex(first + rest)
    key.verify(signature, digest, padding.PKCS1v15(), Prehashed(hashes.SHA256()))


def test_without_a_wanted_length_as_in_t0_everything_is_fetched() -> None:
    card = fresh_card()
    statuses(card, _APPLICATION, _PIN1, _EC_ENVIRONMENT)
    assert say(card, _EC_SIGN) == ("", "6160")
    assert say(card, "00C0000010") == ("", "6C60")
    data, sw = say(card, "00C0000060")
    assert (len(data), sw) == (192, "9000")
    assert statuses(card, "00C0000000") == ["6985"]


def test_an_answer_not_fetched_is_lost_with_the_next_command() -> None:
    card = fresh_card()
    statuses(card, _APPLICATION, _PIN1, _EC_ENVIRONMENT, _EC_SIGN)
    assert statuses(card, "00200003", "00C0000060") == ["9000", "6985"]


# Files


def test_reading_gives_the_length_asked_for_or_the_right_one_and_never_beyond_the_end() -> None:
    card = fresh_card()
    size = len(issued().authentication)
    assert statuses(card, _APPLICATION, "00A4020C024331") == ["9000", "9000"]
    assert say(card, "00B0000004")[0] == issued().authentication[:4].hex().upper()
    assert say(card, "00B00000FF") == ("", "6CE7")
    assert len(say(card, "00B0000000")[0]) == 0xE7 * 2
    near = size - 5
    assert say(card, f"00B0{near:04X}80") == ("", "6C05")
    assert say(card, f"00B0{size:04X}01") == ("", "6B00")


def test_a_file_that_is_not_there_is_told_by_the_read_alone() -> None:
    card = fresh_card()
    assert statuses(card, _APPLICATION, "00A4020C024399", "00B0000004") == ["9000", "9000", "6A82"]
    assert statuses(card, "00B0000004") == ["6A82"]


def test_an_unknown_application_is_told_at_once() -> None:
    card = fresh_card()
    assert statuses(card, "00A4040C07A0000002471001", "00A4040C00") == ["6A82", "6A82"]


def test_the_control_parameters_name_the_files_length() -> None:
    card = fresh_card()
    size = len(issued().authentication)
    assert statuses(card, _APPLICATION) == ["9000"]
    assert say(card, "00A4080402433100") == (f"62048102{size:04X}", "9000")
    assert say(card, "00A40804024331") == ("", "6106")


def test_data_objects_do_not_exist() -> None:
    assert statuses(fresh_card(), "00CADF3000", "00CB3FFF045C027F6800") == ["6A88", "6A88"]


@pytest.mark.parametrize(
    ("apdu", "sw"),
    [
        ("", "6700"),
        ("00A404", "6700"),
        ("00A4040C0CA0", "6700"),
        ("00A4040C000000", "6700"),
        ("80A4040C023F00", "6E00"),
        ("1020000301 31", "6884"),
        ("00840000 08", "6D00"),
        ("00B1000004", "6D00"),
        ("00A4010C023F00", "6A86"),
        ("00A4020C01AA", "6A80"),
        ("00B0800004", "6A86"),
        ("0020010304 31323334", "6A86"),
    ],
)
def test_what_no_card_understands_is_refused(apdu: str, sw: str) -> None:
    assert statuses(fresh_card(), apdu) == [sw]


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_any_bytes_get_a_status_word(apdus: list[bytes]) -> None:
    card = fresh_card()
    for apdu in apdus:
        assert len(card.process(apdu)) >= 2


@given(st.lists(st.tuples(st.sampled_from(range(256)), st.binary(max_size=20)), max_size=6))
def test_no_series_of_instructions_signs_without_the_pin(series: list[tuple[int, bytes]]) -> None:
    card = fresh_card()
    statuses(card, _APPLICATION, _EC_ENVIRONMENT)
    for ins, data in series:
        card.process(bytes((0, ins, 0, 3, len(data))) + data)
    statuses(card, _APPLICATION, _EC_ENVIRONMENT)
    assert statuses(card, _EC_SIGN + "00") == ["6982"]


# PKCS#15


def _file(card: SoftwareCard, file_id: int) -> bytes:
    statuses(card, _APPLICATION, f"00A4020C02{file_id:04X}")
    content = b""
    while True:
        data, sw = say(card, f"00B0{len(content):04X}00")
        if sw != "9000":
            return content
        content += bytes.fromhex(data)


def _objects(content: bytes) -> list[tuple[int, bytes]]:
    """Tag number and content of each object, by an independent parser."""
    found = []
    while content:
        _, _, tag, header, value, _ = parser.parse(content)
        found.append((tag, value))
        content = content[len(header) + len(value) :]
    return found


@pytest.mark.parametrize("kind", [KeyKind.EC_P384, KeyKind.RSA_2048])
def test_the_pkcs15_directory_leads_to_every_object(kind: KeyKind) -> None:
    card = fresh_card(kind)
    found = {}
    for tag, entry in _objects(_file(card, card_files.EF_ODF)):
        path = OctetString.load(_objects(entry)[0][1]).native
        assert path[:4] == bytes.fromhex("3F005015")
        found[tag] = _objects(_file(card, int.from_bytes(path[4:], "big")))
    assert {tag: len(objects) for tag, objects in found.items()} == {0: 2, 4: 2, 5: 2, 8: 3}
    shown = b"".join(value for objects in found.values() for _, value in objects)
    assert b"todentamis- ja salausavain" in shown
    assert bytes.fromhex("04063F0050154331") in shown
    assert bytes.fromhex("04063F0050164332") in shown


def test_the_token_tells_its_serial_number() -> None:
    (_, info), *rest = _objects(_file(fresh_card(), card_files.EF_TOKEN_INFO))
    assert not rest
    assert _objects(info)[1] == (4, b"9246000990000017")
