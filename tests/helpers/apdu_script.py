"""A card that answers out of a script of commands and answers, as a real one was seen to do.

A script is a list of pairs, in the order in which a session had them. The card answers by what it
has current, as cards do, not by position: a reader may ask for fewer bytes at a time, or ask what
the script never asked; what that was is in ``beside``, and how far the script was followed in
``followed``. A command that is not in the script is answered like an object that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.helpers.cards import BareReader

Pair = tuple[str, str]

_NOT_FOUND, _NO_REFERENCE, _OK = "6A82", "6A88", b"\x90\x00"
_SELECT, _READ, _VERIFY, _GET_DATA = 0xA4, 0xB0, 0x20, 0xCB


class ScriptedCard(BareReader):
    """A ``CardConnection``. ``states``: what the card says of a PIN that is not given, as hex."""

    reader = "script"

    def __init__(
        self, script: Sequence[Pair], atr: str, states: Mapping[int, str] | None = None
    ) -> None:
        self.atr = bytes.fromhex(atr)
        self.followed: list[int] = []
        self.beside: list[str] = []
        self._script = [(bytes.fromhex(said), bytes.fromhex(got)) for said, got in script]
        self._states = states or {}
        self._file: tuple[int, ...] = ()

    @property
    def unasked(self) -> list[str]:
        """The commands of the script that never came, save blocks of files."""
        asked = set(self.followed)
        return [
            said.hex().upper()
            for at, (said, _) in enumerate(self._script)
            if at not in asked and said[1] != _READ
        ]

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """The script's answer to a command, or that there is no such thing."""
        answer = self._answer(bytes(apdu))
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    def _answer(self, apdu: bytes) -> bytes:
        if apdu[1] == _READ and self._file:
            return self._read(apdu)
        for at, (said, got) in enumerate(self._script):
            if said[1] != _READ and _same(said, apdu):
                self.followed.append(at)
                if apdu[1] == _SELECT:
                    self._file = self._blocks_after(at)
                return got
        self.beside.append(apdu.hex().upper())
        if apdu[1] == _SELECT:
            self._file = ()
        if apdu[1] == _VERIFY and len(apdu) == 4:
            return bytes.fromhex(self._states.get(apdu[3], _NO_REFERENCE))
        return bytes.fromhex(_NO_REFERENCE if apdu[1] in (_VERIFY, _GET_DATA) else _NOT_FOUND)

    def _blocks_after(self, at: int) -> tuple[int, ...]:
        found = []
        for index in range(at + 1, len(self._script)):
            if self._script[index][0][1] != _READ:
                break
            found.append(index)
        return tuple(found)

    def _read(self, apdu: bytes) -> bytes:
        """As many bytes from an offset as the card was seen to give, at most as many as asked."""
        offset = int.from_bytes(apdu[2:4], "big")
        for index in self._file:
            said, got = self._script[index]
            start, data = int.from_bytes(said[2:4], "big"), got[:-2]
            if start <= offset < start + len(data):
                if index not in self.followed:
                    self.followed.append(index)
                return data[offset - start :][: apdu[4] or 256] + _OK
        return bytes.fromhex("6B00")


def _same(said: bytes, asked: bytes) -> bool:
    """Whether two commands are the same but for the length that is wanted."""
    return said[:4] == asked[:4] and _data(said) == _data(asked)


def _data(apdu: bytes) -> bytes:
    return apdu[5 : 5 + apdu[4]] if len(apdu) > 5 else b""
