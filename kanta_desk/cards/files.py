"""Finding and reading the files of a card with as few commands as it allows.

Certificates are one DER element, and exactly its length is read: reading past the end is refused on
some cards. The first block is asked for as large as the card gives it, which tells the size of the
others. A select may answer 9000 for a file that is not there, so the first read is the judge.
"""

from __future__ import annotations

from kanta_desk.cards import der, pkcs15
from kanta_desk.cards.apdu import (
    MAX_SHORT_LE,
    Answer,
    Command,
    Ins,
    Sw,
    chained,
    exact_length,
    plain,
    sender,
)
from kanta_desk.cards.memory import Remembered
from kanta_desk.cards.profile import Folder, Layout, Place
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad

APPLICATION = bytes.fromhex("A000000063504B43532D3135")

_MF = b"\x3f\x00"
_SAFE_BLOCK = 0x80
"""Bytes in a block that every FINEID card gives."""
_HEADER = 4
_MAX_BLOCKS = 256


class CardFiles:
    """The files of one card within one transaction."""

    def __init__(self, connection: CardConnection, layout: Layout) -> None:
        self.known = Remembered()
        self._layout = layout
        self._reader = connection.reader
        self._send = sender(connection)
        # For what a select answers nobody asks: in T=0 fetching it would be a command more.
        self._bare = exact_length(chained(plain(connection)))
        self._folder: Folder | None = None
        self._most = _SAFE_BLOCK

    def open_application(self) -> bool:
        """Select the PKCS#15 application; false if the card has none."""
        found = self._select(0x04, APPLICATION)
        self._folder = Folder.APPLICATION if found else None
        return found

    def enter(self, place: Place) -> None:
        """Make the folder of ``place`` current, so that the keys in it can be used.

        Raises:
            CardAnswerBad: if the card refuses.
        """
        if place.folder is self._folder:
            return
        if place.folder is not Folder.SIGNING or self._layout.signing_name:
            self._go(place.folder)
            return
        self._go(Folder.APPLICATION)
        if not self._select(0x08, self._signing_path(place), 0x04):
            raise CardAnswerBad(self._reader, "signing folder: not selectable")
        self._folder = Folder.SIGNING

    def first_block(self, place: Place) -> bytes:
        """The beginning of a file, selected in the way that lets it be read; else empty.

        Raises:
            CardAnswerBad: if not even its folder can be selected.
        """
        name = place.file.to_bytes(2, "big")
        if place.folder is Folder.SIGNING and not self._layout.signing_name:
            if self._folder is not Folder.SIGNING:
                self._go(Folder.APPLICATION)
            ways = [(0x08, 0x04, self._signing_path(place))]
        else:
            self._go(place.folder)
            ways = [(0x02, 0x0C, name), (0x08, 0x04, name)]
        for p1, p2, path in reversed(ways) if self._layout.select_by_path else ways:
            if self._select(p1, path, p2) and (block := self._begin()):
                self._folder = place.folder
                return block
        return b""

    def element(self, place: Place, step: str, begun: bytes = b"") -> bytes:
        """A file that holds one DER element; ``begun`` is its first block, if just read.

        Raises:
            CardAnswerBad: if it cannot be read, or is no such file; ``step`` says which.
        """
        content = self.known.files.get(place)
        if content is None:
            begun = begun or self.first_block(place)
            if not begun:
                raise CardAnswerBad(self._reader, f"{step}: not readable")
            content = self.known.files[place] = self._rest(begun, step)
        return content

    def objects(self, place: Place) -> bytes:
        """A PKCS#15 file of several objects, up to their end; empty if it cannot be read."""
        content = self.first_block(place)
        block = len(content)
        whole = block < self._most
        for _ in range(_MAX_BLOCKS):
            if not content or pkcs15.ends(content) or (whole and _is_complete(content)):
                break
            answer = self._read(len(content), block)
            if not answer.data:
                break
            content += answer.data
            whole = len(answer.data) < block
        return content[: pkcs15.MAX_FILE]

    def _go(self, folder: Folder) -> None:
        if folder is self._folder:
            return
        if folder is Folder.APPLICATION:
            if not self.open_application():
                raise CardAnswerBad(self._reader, "application: not selectable")
            return
        if self._folder is not Folder.MASTER and not self._select(0x00, _MF):
            raise CardAnswerBad(self._reader, "MF: not selectable")
        self._folder = Folder.MASTER
        if folder is Folder.SIGNING:
            # By its id it can answer 9000 without becoming current.
            if not self._select(0x04, self._layout.signing_name):
                raise CardAnswerBad(self._reader, "signing folder: not selectable")
            self._folder = Folder.SIGNING

    def _signing_path(self, place: Place) -> bytes:
        """By this path, selecting a file makes its folder current too."""
        return self._layout.signing_id.to_bytes(2, "big") + place.file.to_bytes(2, "big")

    def _begin(self) -> bytes:
        """The first bytes of the selected file; a mere header where a whole block is refused."""
        begun = self._read(0, MAX_SHORT_LE).data or self._read(0, _HEADER).data
        self._most = max(self._most, len(begun))  # a file that gives less has no more
        return begun

    def _rest(self, content: bytes, step: str) -> bytes:
        block = len(content) if len(content) > _HEADER else _SAFE_BLOCK
        length = der.total_length(content[:_HEADER])
        for _ in range(_MAX_BLOCKS):
            if len(content) >= length:
                return content[:length]
            data = self._read(len(content), min(block, length - len(content))).data
            if not data:
                break
            content += data
        raise CardAnswerBad(self._reader, f"{step}: breaks off")

    def _read(self, offset: int, length: int) -> Answer:
        """A block; without data where the card refuses or has no more."""
        if offset > 0x7FFF:
            return Answer(b"", Sw.WRONG_OFFSET)
        command = Command(Ins.READ_BINARY, offset >> 8, offset & 0xFF, le=length)
        answer = self._send(command)
        return answer if answer.sw in (Sw.OK, Sw.END_OF_FILE) else Answer(b"", answer.sw)

    def _select(self, p1: int, name: bytes, p2: int = 0x0C) -> bool:
        le = None if p2 == 0x0C else MAX_SHORT_LE
        answer = self._bare(Command(Ins.SELECT, p1, p2, name, le))
        return answer.ok or answer.sw >> 8 == 0x61


def _is_complete(content: bytes) -> bool:
    return sum(len(each) for each in pkcs15.objects(content)) == len(content)
