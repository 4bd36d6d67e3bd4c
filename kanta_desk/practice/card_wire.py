"""The software card's side of ISO/IEC 7816: commands taken apart, and the way to refuse one."""

from __future__ import annotations

from dataclasses import dataclass, replace

MAX_LE = 256


class Refusal(Exception):
    """Ends a command with a status word."""

    def __init__(self, sw: int) -> None:
        super().__init__(f"{sw:04X}")
        self.sw = sw


@dataclass(frozen=True, slots=True)
class Apdu:
    """A short command; ``more``: others follow in a chain (class 10). ``le``: 1 to 256, or none."""

    ins: int
    p1: int
    p2: int
    data: bytes
    le: int | None
    more: bool = False

    @classmethod
    def decode(cls, apdu: bytes) -> Apdu:
        """The four short cases of ISO/IEC 7816-3 §12.1; anything else has a wrong length.

        Raises:
            Refusal: with the status word that says what is wrong.
        """
        if len(apdu) < 4:
            raise Refusal(0x6700)
        if apdu[0] not in (0x00, 0x10):
            raise Refusal(0x6E00)
        more = apdu[0] == 0x10
        ins, p1, p2 = apdu[1:4]
        if len(apdu) <= 5:
            return cls(ins, p1, p2, b"", (apdu[4] or MAX_LE) if len(apdu) == 5 else None, more)
        lc = apdu[4]
        data, rest = apdu[5 : 5 + lc], apdu[5 + lc :]
        if lc == 0 or len(data) != lc or len(rest) > 1:
            raise Refusal(0x6700)
        return cls(ins, p1, p2, data, (rest[0] or MAX_LE) if rest else None, more)

    def same_as(self, other: Apdu) -> bool:
        """Whether both belong to one chain."""
        return (self.ins, self.p1, self.p2) == (other.ins, other.p1, other.p2)

    def after(self, data: bytes) -> Apdu:
        """This command with what came before it in the chain."""
        return replace(self, data=data + self.data)
