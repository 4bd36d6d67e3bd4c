"""A reader with a pad of its own, played: somebody types on it, and the reader tells the card."""

from __future__ import annotations

from kanta_desk.cards.pinpad import Feature
from kanta_desk.practice.reader import SoftwareConnection, SoftwareReader

_CODE = 1
_HEAD, _PADDED = 19, 3


def feature(tag: int, code: int) -> bytes:
    """A feature and its control code, as PC/SC part 10 lists them."""
    return bytes((tag, 4)) + code.to_bytes(4, "big")


class PadReader(SoftwareReader):
    """A reader on whose pad ``digits`` are typed whenever it asks; ``asked`` counts that."""

    def __init__(self, digits: str) -> None:
        super().__init__()
        self.digits = digits
        self.asked = 0

    def connect(self, reader: str) -> SoftwareConnection:
        """As every software reader, with the pad."""
        plain = super().connect(reader)
        return _OnPad(self, plain)


class _OnPad(SoftwareConnection):
    def __init__(self, pad: PadReader, plain: SoftwareConnection) -> None:
        super().__init__(plain._reader, plain._slot, plain._changed, plain._patience)
        self._pad = pad

    def features(self) -> bytes:
        """Verify alone."""
        return feature(Feature.VERIFY_DIRECT, _CODE)

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """Complete the command as a reader does, and give it to the card."""
        self._pad.asked += 1
        command, block = bytes(data[_HEAD:]), self._pad.digits.encode().ljust(data[_PADDED], b"\0")
        _, sw = self.transmit(command[:4] + bytes((len(block),)) + block)
        return sw.to_bytes(2, "big")
