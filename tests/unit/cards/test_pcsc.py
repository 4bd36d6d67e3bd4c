"""What PC/SC's numbers mean, and how a command looks in T=0; the rest is tested on the service."""

from __future__ import annotations

import pytest

from kanta_desk.cards import pcsc
from kanta_desk.errors import (
    CardAnswerBad,
    CardError,
    CardInUse,
    CardMute,
    CardRemoved,
    NoCard,
    NoReader,
    ServiceNotRunning,
)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (0x8010001D, ServiceNotRunning),
        (0x8010001E, ServiceNotRunning),
        (0x8010002E, NoReader),
        (0x8010000C, NoCard),
        (0x80100066, CardMute),
        (0x8010000B, CardInUse),
        (0x80100068, CardRemoved),
        (0x80100069, CardRemoved),
        (0x80100011, CardAnswerBad),
    ],
)
def test_result_codes_mean_the_same_signed_and_unsigned(code: int, error: type[CardError]) -> None:
    for number in (code, code - 0x1_0000_0000):
        with pytest.raises(error) as told:
            pcsc._require(number, "reader", "step")
        assert told.value.fields == {"reader": "reader", "detail": f"step: 0x{code:08X}"}


def test_success_is_no_error() -> None:
    pcsc._require(0, "reader", "step")


@pytest.mark.parametrize(
    ("apdu", "sent"),
    [
        ("00200003", "00200003"),
        ("00B0000080", "00B0000080"),
        ("002000030431323334", "002000030431323334"),
        ("00A4080402433100", "00A40804024331"),
        ("002A9E9A0201020060", "002A9E9A0201020060"),
    ],
)
def test_in_t0_a_command_with_data_carries_no_wanted_length(apdu: str, sent: str) -> None:
    assert bytes(pcsc._for_t0(bytes.fromhex(apdu))).hex().upper() == sent
