"""For the bench of the cards: what went over the wire, the same sent bare, the fewest needed."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable
from typing import Any

from smartcard import scard as untyped_scard

from kanta_desk.cards.source import CardConnection
from kanta_desk.practice import card_files as files
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_pkcs15 import EF_AODF, EF_CDF, EF_PRKDF, EF_TRUSTED_CDF

scard: Any = untyped_scard

_DIRECTORY = (files.EF_ODF, files.EF_TOKEN_INFO, EF_AODF, EF_PRKDF, EF_CDF, EF_TRUSTED_CDF)


class Recorded:
    """A connection that remembers its commands."""

    def __init__(self, inner: CardConnection, wire: list[bytes]) -> None:
        self._inner = inner
        self._wire = wire

    @property
    def reader(self) -> str:
        """The reader's name."""
        return self._inner.reader

    @property
    def atr(self) -> bytes:
        """The answer to reset."""
        return self._inner.atr

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """Send a command of the practice set's, PIN and all, and remember it."""
        self._wire.append(bytes(apdu))
        return self._inner.transmit(apdu)

    def features(self) -> bytes:
        """What the reader can do."""
        return self._inner.features()

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """Have the reader do it."""
        return self._inner.control(code, data)

    def begin(self) -> None:
        """Begin a transaction."""
        self._inner.begin()

    def end(self, *, reset: bool) -> None:
        """End it."""
        self._inner.end(reset=reset)

    def close(self, *, reset: bool) -> None:
        """Let the card go."""
        self._inner.close(reset=reset)


def bare(reader: str, wire: list[bytes]) -> None:
    """Send these commands with nothing but the service's own calls, reset at the end."""
    _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
    code, card, protocol = scard.SCardConnect(context, reader, scard.SCARD_SHARE_SHARED, protocols)
    if code != 0:
        raise RuntimeError(f"SCardConnect: 0x{code & 0xFFFFFFFF:08X}")
    pci = scard.SCARD_PCI_T0 if protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1
    scard.SCardBeginTransaction(card)
    for apdu in wire:
        code, _ = scard.SCardTransmit(card, pci, list(apdu))
        if code != 0:
            raise RuntimeError(f"SCardTransmit: 0x{code & 0xFFFFFFFF:08X}")
    scard.SCardEndTransaction(card, scard.SCARD_RESET_CARD)
    scard.SCardDisconnect(card, scard.SCARD_LEAVE_CARD)
    scard.SCardReleaseContext(context)


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median of how long it takes, in milliseconds; once beforehand without counting."""
    work()
    return statistics.median(_ms(work) for _ in range(times))


def medians_ms(
    work: Callable[[], object],
    yardstick: Callable[[], object],
    times: int,
    before: Callable[[], object],
) -> tuple[float, float]:
    """As ``median_ms`` of both, by turns, so that what else the machine does burdens both alike.

    ``before`` is done each time before ``work`` and not counted.
    """
    work()
    yardstick()
    ours, bare = [], []
    for _ in range(times):
        before()
        ours.append(_ms(work))
        bare.append(_ms(yardstick))
    return statistics.median(ours), statistics.median(bare)


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def fewest_to_read(card: SoftwareCard) -> int:
    """Commands that reading all of a sote card takes at the least, at its block size.

    Application, the probe of the scheme (two), MF and DF.ESIGN, the state of PIN2; for each file
    its selection and its blocks.
    """
    dialect = card.dialect
    read = [(files.PKCS15_ID, file) for file in _DIRECTORY]
    read += [
        (files.PKCS15_ID, files.AUTHENTICATION_CERTIFICATE),
        (files.MF_ID, dialect.issuer_file),
        (files.ESIGN_ID, dialect.signature_file),
    ]
    sizes = [len(card.file(*place)) for place in read]
    return 3 + 2 + 1 + sum(1 + math.ceil(size / dialect.most) for size in sizes)


FEWEST_TO_SIGN_IN = 8
"""For a card already read: application, probe (two), first block of the certificate to know the
card again (two), VERIFY, MSE, PSO."""

FEWEST_TO_SIGN = 11
"""As to sign in, and: state of PIN2, MF, DF.ESIGN."""
