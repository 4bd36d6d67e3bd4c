"""Revocation lists of every shape: who is on them is found, and what is no list is refused."""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.model.revocation import Doubt
from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity
from kanta_desk.practice.pki_lists import Listed, revocation_list
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_head import read_head
from kanta_desk.trust.crl_index import About, Entry, IndexedList, add_index
from kanta_desk.trust.doubted import Doubted

_NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_NEXT = _NOW + timedelta(days=1)
_LONG = Validity(_NOW - timedelta(days=1), _NOW + timedelta(days=3650))
_URL = "http://status.example/ca.crl"
_KINDS = [KeyKind.EC_P384, KeyKind.RSA_2048]


@cache
def authority(kind: KeyKind = KeyKind.EC_P384) -> Authority:
    return Authority.root("Some Root CA", "Some", kind, _LONG)


def known(of: Authority) -> Certificate:
    return Certificate.parse(of.certificate.public_bytes(Encoding.DER))


def indexed(path: Path, der: bytes, issuer: Certificate | None = None, url: str = _URL) -> Path:
    path.write_bytes(der)
    with path.open("r+b") as file:
        add_index(file, issuer or known(authority()), url, "tag", "yesterday")
    return path


def doubt_of(path: Path, der: bytes, issuer: Certificate | None = None) -> Doubt:
    with pytest.raises(Doubted) as told:
        indexed(path, der, issuer)
    return told.value.doubt


def listing(*entries: Listed, **more: object) -> bytes:
    return revocation_list(authority(), entries, _NOW, _NEXT, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", _KINDS)
def test_who_is_listed_is_found_and_nobody_else(tmp_path: Path, kind: KeyKind) -> None:
    drawn = random.Random(1)
    serials = [drawn.getrandbits(drawn.choice([7, 8, 31, 64, 127, 159])) for _ in range(5000)]
    on = {serial: number % 11 for number, serial in enumerate(serials[:2500]) if number % 11 != 7}
    off = set(serials[2500:]) - on.keys()
    entries = [Listed(serial, _NOW, reason) for serial, reason in on.items()]
    der = revocation_list(authority(kind), entries, _NOW, _NEXT)
    path = indexed(tmp_path / "a.crl", der, known(authority(kind)))
    with IndexedList.opened(path) as found:
        assert len(found) == len(on)
        assert found.is_true(known(authority(kind)), _URL)
        assert all(found.find(serial) is not None for serial in on)
        assert all(found.find(serial) is None for serial in off)
        of_reason = {on[serial]: found.find(serial) for serial in on}
        assert of_reason[6] == Entry(_NOW, "certificateHold")
        assert of_reason[1] == Entry(_NOW, "keyCompromise")
        assert of_reason[0] == Entry(_NOW, "unspecified")


def test_serials_that_end_alike_are_told_apart(tmp_path: Path) -> None:
    alike = [0x0A_11223344, 0x0B_11223344, 0x11223344, 0x223344, 0x44]
    path = indexed(tmp_path / "a.crl", listing(*(Listed(s, _NOW, 4) for s in alike[:3])))
    with IndexedList.opened(path) as found:
        assert [found.find(s) is not None for s in alike] == [True, True, True, False, False]


def test_an_empty_list_is_a_list(tmp_path: Path) -> None:
    with IndexedList.opened(indexed(tmp_path / "a.crl", listing())) as found:
        assert (len(found), found.find(5)) == (0, None)
        assert found.about.tag == "tag"
        assert (found.about.this_update, found.about.next_update) == (_NOW, _NEXT)


def test_other_readers_of_lists_see_the_same(tmp_path: Path) -> None:
    der = listing(Listed(77, _NOW, 6), Listed(2**150 + 1, _NOW))
    read = x509.load_der_x509_crl(der)
    assert read.is_signature_valid(authority().certificate.public_key())
    assert {each.serial_number for each in read} == {77, 2**150 + 1}
    head = read_head(der)
    assert head.this_update == read.last_update_utc
    assert head.next_update == read.next_update_utc
    assert hashlib.sha256(der[slice(*head.signed)]).digest() == (
        hashlib.sha256(read.tbs_certlist_bytes).digest()
    )


def test_a_changed_list_or_anothers_is_not_authentic(tmp_path: Path) -> None:
    der = listing(Listed(77, _NOW, 1))
    changed = der.replace(b"\x02\x01\x4d", b"\x02\x01\x4e")
    assert changed != der
    assert doubt_of(tmp_path / "a.crl", changed) is Doubt.NOT_AUTHENTIC
    namesake = Authority.root("Some Root CA", "Some", KeyKind.EC_P384, _LONG)
    assert doubt_of(tmp_path / "b.crl", der, known(namesake)) is Doubt.NOT_AUTHENTIC
    other = Authority.root("Another Root CA", "Some", KeyKind.EC_P384, _LONG)
    assert doubt_of(tmp_path / "c.crl", der, known(other)) is Doubt.NOT_AUTHENTIC


def test_one_who_may_not_sign_lists_cannot(tmp_path: Path) -> None:
    key = KeyKind.EC_P384.generate()
    leaf = authority().issue(Subject("holder"), key.public_key(), Purpose.CLIENT, _LONG)
    pretended = Authority(leaf, key)
    der = revocation_list(pretended, [], _NOW, _NEXT)
    assert doubt_of(tmp_path / "a.crl", der, known(pretended)) is Doubt.NOT_AUTHENTIC


def test_a_list_without_an_end_is_stale(tmp_path: Path) -> None:
    assert doubt_of(tmp_path / "a.crl", revocation_list(authority(), [], _NOW, None)) is Doubt.STALE


def point(**fields: object) -> dict[str, object]:
    return {
        "extn_id": "issuing_distribution_point",
        "critical": True,
        "extn_value": asn1_crl.IssuingDistributionPoint(fields),
    }


@pytest.mark.parametrize(
    "extension",
    [
        point(indirect_crl=True),
        point(only_some_reasons={"key_compromise"}),
        point(only_contains_attribute_certs=True),
        {"extn_id": "delta_crl_indicator", "critical": True, "extn_value": 1},
        {
            "extn_id": "authority_information_access",
            "critical": True,
            "extn_value": asn1_x509.AuthorityInfoAccessSyntax([]),
        },
    ],
)
def test_a_list_whose_silence_would_say_nothing_is_not_used(
    tmp_path: Path, extension: dict[str, object]
) -> None:
    der = listing(extensions=[extension])
    assert doubt_of(tmp_path / "a.crl", der) is Doubt.UNREADABLE


def test_a_list_says_whom_it_covers(tmp_path: Path) -> None:
    for fields, users, authorities in (
        ({"only_contains_user_certs": True}, True, False),
        ({"only_contains_ca_certs": True}, False, True),
    ):
        path = indexed(tmp_path / "a.crl", listing(extensions=[point(**fields)]))
        with IndexedList.opened(path) as found:
            assert (found.about.users, found.about.authorities) == (users, authorities)


def test_a_list_for_another_address_is_not_taken(tmp_path: Path) -> None:
    name = asn1_x509.GeneralName("uniform_resource_identifier", _URL)
    here = point(distribution_point=asn1_x509.DistributionPointName("full_name", [name]))
    der = listing(extensions=[here])
    indexed(tmp_path / "a.crl", der)
    with pytest.raises(Doubted) as told:
        indexed(tmp_path / "b.crl", der, url="http://status.example/part-2.crl")
    assert told.value.doubt is Doubt.NOT_AUTHENTIC


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lists")


_LISTED = listing(*(Listed(serial, _NOW, 1) for serial in range(1, 40)))


@given(st.binary(max_size=300))
def test_bytes_that_are_no_list_are_refused(data: bytes) -> None:
    with pytest.raises(Doubted):
        read_head(data)


@given(place=st.integers(0, 10_000), change=st.integers(1, 255))
def test_a_list_with_one_byte_changed_is_refused(scratch: Path, place: int, change: int) -> None:
    der = bytearray(_LISTED)
    der[place % len(der)] ^= change
    path = scratch / "changed.crl"
    with pytest.raises(Doubted):
        indexed(path, bytes(der))


@given(length=st.integers(0, 10_000))
def test_a_list_cut_short_is_refused(scratch: Path, length: int) -> None:
    with pytest.raises(Doubted):
        indexed(scratch / "cut.crl", _LISTED[: length % len(_LISTED)])


@given(place=st.integers(0, 10_000), change=st.integers(1, 255))
def test_damage_to_a_kept_list_is_seen(scratch: Path, place: int, change: int) -> None:
    whole = indexed(scratch / "kept.crl", _LISTED).read_bytes()
    data = bytearray(whole)
    data[place % len(data)] ^= change
    path = scratch / "damaged.crl"
    path.write_bytes(data)
    try:
        with IndexedList.opened(path) as found:
            about = found.about
            sound = found.is_true(known(authority()), _URL)
    except Doubted:
        return
    # Only the words for the server, which hold no verdict, may differ.
    with IndexedList.opened(scratch / "kept.crl") as kept:
        assert not sound or replace(about, tag="tag", modified="yesterday") == kept.about


def _without_entry(whole: bytes, about: About) -> bytes:
    """As if its only entry were on no list: an index made short, and its digest with it."""
    start = about.size + 8
    told = replace(about, index_sha256=hashlib.sha256(whole[start : _line_at(whole)]).hexdigest())
    return whole[: about.size] + whole[start : _line_at(whole)] + _end(told)


def _longer(whole: bytes, about: About) -> bytes:
    """As if it were good for another year."""
    told = replace(about, next_update=about.next_update + timedelta(days=365))
    return whole[: _line_at(whole)] + _end(told)


def _of_everybody(whole: bytes, about: About) -> bytes:
    """As if it were a list of authorities too."""
    return whole[: _line_at(whole)] + _end(replace(about, authorities=not about.authorities))


def _resigned(whole: bytes, about: About) -> bytes:
    """Another's list, empty, that says it was this issuer's."""
    other = Authority.root("Some Root CA", "Some", KeyKind.EC_P384, _LONG)
    der = revocation_list(other, (), _NOW, _NEXT)
    told = replace(
        about,
        size=len(der),
        sha256=hashlib.sha256(der).hexdigest(),
        index_sha256=hashlib.sha256(b"").hexdigest(),
    )
    return der + _end(told)


def _line_at(whole: bytes) -> int:
    return len(whole) - 12 - int.from_bytes(whole[-12:-8], "big")


def _end(about: About) -> bytes:
    told = {
        **asdict(about),
        "this_update": int(about.this_update.timestamp()),
        "next_update": int(about.next_update.timestamp()),
        "order": sys.byteorder,
    }
    line = json.dumps(told).encode()
    return line + len(line).to_bytes(4, "big") + b"KDCRL\0\0\1"


@pytest.mark.parametrize("change", [_without_entry, _longer, _of_everybody, _resigned])
def test_a_kept_list_that_somebody_has_rewritten_with_care_is_not_believed(
    tmp_path: Path, change: Callable[[bytes, About], bytes]
) -> None:
    path = indexed(tmp_path / "kept.crl", listing(Listed(77, _NOW, 1)))
    with IndexedList.opened(path) as found:
        about = found.about
        assert found.is_true(known(authority()), _URL)
    path.write_bytes(change(path.read_bytes(), about))
    with IndexedList.opened(path) as found:  # its digests agree with one another
        assert not found.is_true(known(authority()), _URL)
