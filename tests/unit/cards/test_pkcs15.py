"""The PKCS#15 directory read: real shapes, sloppy ones, and whatever a hostile card makes up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.cards import pkcs15
from kanta_desk.cards.pkcs15 import (
    MAX_DEPTH,
    MAX_FILE,
    MAX_OBJECTS,
    ObjectFiles,
    ends,
    objects,
    read_certificates,
    read_keys,
    read_object_files,
    read_pins,
    read_token_info,
)
from kanta_desk.practice import card_pkcs15 as written
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card_dialect import CITIZEN_4_0, COSMO_X
from kanta_desk.practice.card_pkcs15 import Claims, tlv

_PLACES = written.Places(
    *(
        bytes.fromhex(path)
        for path in (
            "3F005015", "3F005016", "3F0050154331", "3F0050164332", "3F004333", "3F004334",
        )
    )
)  # fmt: skip
_KEY = KeyKind.EC_P384.generate()
_RSA = KeyKind.RSA_2048.generate()
_FILES = written.object_files(COSMO_X, (_RSA, _KEY), _PLACES, Claims())
_PADDED = written.object_files(CITIZEN_4_0, (_KEY, _KEY), _PLACES, Claims())
_READERS = (
    read_token_info,
    read_object_files,
    read_pins,
    read_keys,
    read_certificates,
    ends,
    lambda content: list(objects(content)),
)
_SEEDS = [
    *_FILES.values(),
    *_PADDED.values(),
    written.odf(bytes.fromhex("3F005015"), Claims()),
    written.token_info("1234"),
]


def test_pins_are_read_with_reference_length_and_form() -> None:
    bare, _, puk = read_pins(_FILES[written.EF_AODF])
    assert (bare.reference, bare.shortest, bare.longest, bare.needs_padding) == (3, 4, 8, False)
    assert puk.unblocking
    assert puk.reference == 0x12
    _, padded, _ = read_pins(_PADDED[written.EF_AODF])
    assert (padded.reference, padded.stored, padded.padding) == (0x82, 12, 0)
    assert padded.needs_padding


def test_keys_are_read_whether_rsa_or_elliptic_and_however_their_reference_is_written() -> None:
    first, second = read_keys(_FILES[written.EF_PRKDF])
    assert (first.reference, first.signs, first.non_repudiation) == (1, True, False)
    assert (second.reference, second.signs, second.non_repudiation) == (0x82, False, True)
    negative = written.object_files(COSMO_X, (_KEY, _KEY), _PLACES, Claims(signed_references=True))
    assert [key.reference for key in read_keys(negative[written.EF_PRKDF])] == [1, 0x82]


def test_certificates_are_read_with_their_paths_and_authorities_apart() -> None:
    own = read_certificates(_FILES[written.EF_CDF])
    others = read_certificates(_FILES[written.EF_TRUSTED_CDF])
    assert [each.path for each in own] == [(0x5015, 0x4331), (0x5016, 0x4332)]
    assert [each.authority for each in (*own, *others)] == [False, False, True, True]


def test_object_files_are_found_and_serial_numbers_shown_as_text_or_in_hexadecimal() -> None:
    listed = read_object_files(written.odf(bytes.fromhex("3F005015"), Claims()))
    assert listed == ObjectFiles(
        ((0x5015, 0x4402),), ((0x5015, 0x4403), (0x5015, 0x4404)), ((0x5015, 0x4401),)
    )
    assert read_token_info(written.token_info("AB1234567")).serial == "AB1234567"
    packed = tlv(0x30, tlv(0x02, b"\0"), tlv(0x04, bytes.fromhex("92460F")))
    assert read_token_info(packed).serial == "92460F"


@pytest.mark.parametrize("filler", [b"\x00", b"\xff"])
def test_padding_behind_the_objects_is_no_object(filler: bytes) -> None:
    content = _FILES[written.EF_AODF] + filler * 300
    assert len(read_pins(content)) == 3
    assert ends(content)
    assert not ends(_FILES[written.EF_AODF])


def test_objects_before_nonsense_are_kept_and_an_odd_one_among_them_is_left_out() -> None:
    pins = list(objects(_FILES[written.EF_AODF]))
    odd = tlv(0x30, tlv(0x30), b"\x05\x00")
    assert len(read_pins(pins[0] + odd + pins[1])) == 2
    assert len(read_pins(pins[0] + b"\x30\x84\xff\xff\xff\xff" + pins[1])) == 1
    assert len(read_pins(pins[0] + pins[1][:-3])) == 1


def test_what_a_later_edition_adds_behind_known_fields_does_no_harm() -> None:
    known = tlv(0x03, b"\x03\x08"), tlv(0x0A, b"\x01"), *(tlv(0x02, bytes((n,))) for n in (4, 8, 8))
    values = tlv(0x30, *known, tlv(0x80, b"\x03"), tlv(0x87, b"new"), tlv(0x18, b"2026"))
    pin = tlv(0x30, tlv(0x30), tlv(0x30, tlv(0x04, b"\1")), tlv(0xA1, values), tlv(0xA5, b""))
    assert [(each.reference, each.shortest) for each in read_pins(pin)] == [(3, 4)]


def test_numbers_that_make_no_sense_are_not_said() -> None:
    huge = tlv(0x02, b"\x7f" * 200)
    values = tlv(0x30, tlv(0x03, b"\x03\x08"), tlv(0x0A, b"\x01"), huge, huge, tlv(0x80, b"\x03"))
    (pin,) = read_pins(tlv(0x30, tlv(0x30), tlv(0x30, tlv(0x04, b"\1")), tlv(0xA1, values)))
    assert (pin.shortest, pin.stored, pin.reference) == (None, None, 3)


def test_deep_nesting_and_endless_lists_are_bounded() -> None:
    deep = b""
    for _ in range(MAX_DEPTH + 500):
        deep = tlv(0x30, deep)
    assert read_pins(deep) == ()
    one = next(objects(_FILES[written.EF_AODF]))
    assert len(list(objects(one * 1000))) == min(MAX_OBJECTS, MAX_FILE // len(one))
    wide = tlv(0x30, tlv(0x05) * 5000)
    assert read_token_info(wide).serial == ""


@given(st.binary(max_size=600))
def test_no_bytes_whatever_raise(content: bytes) -> None:
    for read in _READERS:
        read(content)


@given(
    st.sampled_from(_SEEDS),
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 255), st.booleans()), min_size=1, max_size=6
    ),
)
def test_no_change_of_a_real_file_raises(seed: bytes, changes: list[tuple[int, int, bool]]) -> None:
    content = bytearray(seed)
    for at, byte, cut in changes:
        if cut:
            del content[at % (len(content) + 1) :]
        elif content:
            content[at % len(content)] = byte
    for read in _READERS:
        read(bytes(content))


@given(
    st.recursive(st.binary(max_size=8), lambda inner: st.lists(inner, max_size=4), max_leaves=30)
)
def test_no_well_formed_object_of_another_shape_raises(shape: object) -> None:
    def encoded(part: object) -> bytes:
        if isinstance(part, bytes):
            return tlv(part[0] if part and part[0] & 0x1F != 0x1F else 0x04, part[1:])
        assert isinstance(part, list)
        return tlv(0x30, *(encoded(each) for each in part))

    content = encoded(shape)
    for read in _READERS:
        read(content)
    assert pkcs15.read_pins(content + content) is not None
