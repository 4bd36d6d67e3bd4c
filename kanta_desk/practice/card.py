"""A software card that plays a FINEID card as strictly as a real one, traps and faults included.

Which scheme it speaks, ``card_dialect`` says. Of S4-2: PINs are bare digits, global until reset,
and a padded one is a wrong one; there is no PSO HASH; DF.ESIGN can be selected by name only;
selecting a file that is not there answers 9000, and the read tells. Of S4-1: PINs are padded to 12
bytes, and a bare one is a wrong one; a digest goes ahead of the signature, and a wrong length loses
it. Neither takes the other's form. PIN counters live as long as the card object, through resets and
readers, as in a real card. What goes wrong on purpose, ``card_faults`` says.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping

from kanta_desk.practice import card_files as files
from kanta_desk.practice.card_dialect import COSMO_X, Dialect
from kanta_desk.practice.card_faults import (
    WITH_PIN,
    Action,
    CardPulled,
    Fault,
    FaultPlan,
    When,
    name_of,
)
from kanta_desk.practice.card_keys import Keys
from kanta_desk.practice.card_pins import Pins
from kanta_desk.practice.card_pkcs15 import Claims, tlv
from kanta_desk.practice.card_wire import MAX_LE, Apdu, Refusal
from kanta_desk.practice.pki import IssuedCard

COSMO_X_ATR = COSMO_X.atr

# The practice set's own: given to everybody who practises, and to no real card.
PRACTICE_PIN1 = "1234"
PRACTICE_PIN2 = "567890"
PRACTICE_PUK = "12345678"

_LONGEST_CHAIN = 1024


class SoftwareCard:
    """One card. Not safe across threads, but for ``pull``: a reader serialises its commands.

    ``atr`` and ``tries`` (by PIN reference) are those of the dialect if not given; an empty ATR
    makes a mute card. ``claims`` and ``changed`` make files that lie: see ``card_files``.
    """

    def __init__(
        self,
        issued: IssuedCard,
        serial: str,
        *,
        dialect: Dialect = COSMO_X,
        pin1: str = PRACTICE_PIN1,
        pin2: str = PRACTICE_PIN2,
        puk: str = PRACTICE_PUK,
        activated: bool = True,
        atr: bytes | None = None,
        tries: Mapping[int, int] | None = None,
        pin2_per_signature: bool = False,
        faults: Iterable[Fault] = (),
        claims: Claims | None = None,
        changed: Mapping[tuple[int, int], files.File] | None = None,
    ) -> None:
        self.dialect = dialect
        self._atr = dialect.atr if atr is None else atr
        self._pins = Pins(dialect, (pin1, pin2, puk), activated=activated, tries=tries or {})
        self._keys = Keys(dialect, issued, self._pins, per_signature=pin2_per_signature)
        self._files = files.file_system(issued, serial, dialect, claims or Claims(), changed or {})
        self._faults = FaultPlan(faults)
        self._pulled = threading.Event()
        self._mute = False
        self.presented = 0
        """How often a PIN or PUK has reached the card, whatever came of it."""
        self._forget()

    def __repr__(self) -> str:
        return "SoftwareCard(…)"

    @property
    def atr(self) -> bytes:
        """The answer to reset; empty while the card is mute."""
        return b"" if self._mute else self._atr

    def tries_left(self, reference: int | None = None) -> int:
        """The counter of a PIN (PIN1 if not named), as an observer beside the card sees it."""
        return self._pins.tries_left(self.dialect.pin1 if reference is None else reference)

    def is_given(self, reference: int | None = None) -> bool:
        """Whether the card holds a PIN (PIN1 if not named) as given just now."""
        return self._pins.is_given(self.dialect.pin1 if reference is None else reference)

    def pin(self, reference: int | None = None) -> str:
        """A PIN (PIN1 if not named) as its holder knows it: practice has no secrets."""
        return self._pins.told(self.dialect.pin1 if reference is None else reference)

    def file(self, folder: int, file: int) -> bytes:
        """What is in a file, as its issuer knows it; nothing where there is none to read."""
        place = self._files.folder(folder)
        content = place.files.get(file, b"") if place else b""
        return content if isinstance(content, bytes) else b""

    def put_in(self) -> None:
        """The reader takes the card in: one that had fallen mute by a fault speaks again."""
        self._pulled.clear()
        self._mute = False

    def pull(self) -> None:
        """The card leaves the reader, from any thread: what is under way breaks off."""
        self._pulled.set()

    def power_on(self) -> bytes:
        """Power up, forgetting all but the counters; the ATR."""
        self._forget()
        return self.atr

    def reset(self) -> None:
        """Warm reset: forgets all but the counters."""
        self._forget()

    def process(self, apdu: bytes) -> bytes:
        """One command APDU in, one response APDU out; nothing where the reply is lost.

        Raises:
            CardPulled: if the card leaves the reader during the command.
        """
        self.presented += name_of(apdu) in WITH_PIN
        faults = self._faults.due(apdu)
        answer: bytes | None = None
        for fault in faults:
            if fault.when is When.BEFORE:
                answer = self._fail(fault, answer)
        if self._mute:
            return b""
        if answer is None:
            answer = self._execute(apdu)
        for fault in faults:
            if fault.when is When.AFTER:
                answer = self._fail(fault, answer)
        if self._pulled.is_set():
            raise CardPulled
        return b"" if answer is None else answer

    def _fail(self, fault: Fault, answer: bytes | None) -> bytes | None:
        """What a fault makes of the answer; None before the command means: go on and do it."""
        match fault.action:
            case Action.REMOVE:
                self.pull()
                raise CardPulled
            case Action.MUTE:
                self._mute = True
                return b""
            case Action.LOSE_REPLY:
                return b""
            case Action.FORGET:
                self._forget()
                return answer
            case Action.STATUS:
                return fault.status.to_bytes(2, "big")
            case Action.ANSWER:
                return fault.answer
            case Action.DELAY:
                if self._pulled.wait(fault.seconds):
                    raise CardPulled
                return answer
            case Action.TRUNCATE:
                return answer and answer[:-2][: fault.length] + answer[-2:]

    def _execute(self, apdu: bytes) -> bytes:
        try:
            command = self._chained(Apdu.decode(apdu))
            if command is None:
                return b"\x90\x00"
            if command.ins != 0xC0:
                self._pending = b""
            return self._answer(command, self._dispatch(command))
        except Refusal as refusal:
            return refusal.sw.to_bytes(2, "big")

    def _forget(self) -> None:
        self._pins.forget()
        self._keys.forget()
        self._folder = self._files.master
        self._file: files.File | None = None
        self._pending = b""
        self._chain: Apdu | None = None

    def _chained(self, command: Apdu) -> Apdu | None:
        """The whole of a command that comes in pieces (class 10); None until its last one."""
        begun, self._chain = self._chain, None
        if begun is not None and begun.same_as(command):
            command = command.after(begun.data)
        elif begun is not None and command.more:
            raise Refusal(0x6883)
        if len(command.data) > _LONGEST_CHAIN:
            raise Refusal(0x6700)
        if not command.more:
            return command
        if command.ins != 0x2A:
            raise Refusal(0x6884)
        self._chain = command
        return None

    def _dispatch(self, command: Apdu) -> bytes:
        match command.ins:
            case 0xA4:
                return self._select(command)
            case 0xB0:
                return self._read_binary(command)
            case 0xC0:
                return self._get_response(command)
            case 0x20:
                return self._pins.verify(command)
            case 0x24:
                return self._pins.change(command)
            case 0x2C:
                return self._pins.unblock(command)
            case 0x22:
                return self._keys.manage_environment(command, self._folder)
            case 0x2A:
                return self._keys.perform(command)
            case 0xCB if self.dialect.tries_object:
                return self._pins.state_object(command)
            case 0xCA | 0xCB:
                raise Refusal(0x6A88)
            case _:
                raise Refusal(0x6D00)

    def _answer(self, command: Apdu, data: bytes) -> bytes:
        """Data and 9000; 61xx for what does not fit; 6Cxx for a length other than the data's."""
        if not data:
            return b"\x90\x00"
        wanted = 0 if command.le is None else command.le
        if 0 < wanted < MAX_LE and wanted != len(data):
            if command.ins == 0xC0:
                self._pending = data
            raise Refusal(0x6C00 | len(data) & 0xFF)
        now, self._pending = data[:wanted], data[wanted:]
        if not self._pending:
            return now + b"\x90\x00"
        return now + bytes((0x61, min(len(self._pending), MAX_LE) & 0xFF))

    def _get_response(self, command: Apdu) -> bytes:
        if not self._pending:
            raise Refusal(0x6985)
        data, self._pending = self._pending, b""
        return data

    # Files

    def _select(self, command: Apdu) -> bytes:
        match command.p1:
            case 0x04:
                self._select_by_name(command.data)
            case 0x00 | 0x02 | 0x08 | 0x09:
                if len(command.data) % 2 or (command.p1 != 0x00 and not command.data):
                    raise Refusal(0x6A80)
                self._select_by_ids(command)
            case _:
                raise Refusal(0x6A86)
        if command.p2 & 0x0C == 0x0C:
            return b""
        size = min(len(self._file), 0xFFFF) if isinstance(self._file, bytes) else 0
        control = tlv(0x81, size.to_bytes(2, "big"))
        if command.p2 & 0x0C == 0x04:
            return tlv(0x62, control)
        kind = tlv(0x82, b"\x38" if self._file is None else b"\x01")
        name = tlv(0x84, self._folder.name) if self._file is None and self._folder.name else b""
        return tlv(0x6F, control, kind, name)

    def _select_by_name(self, name: bytes) -> None:
        for folder in (self._files.application, self._files.signing):
            if name and name == folder.name:
                self._enter(folder)
                return
        raise Refusal(0x6A82)

    def _select_by_ids(self, command: Apdu) -> None:
        data = command.data or files.MF_ID.to_bytes(2, "big")
        ids = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
        searched = [self._folder]
        if command.p1 == 0x08:
            searched += [self._files.master, self._files.application]
        # Of S4-2, DF.ESIGN answers well to its id and does not become current.
        closed = files.ESIGN_ID if self.dialect.trap else None
        while ids and command.p1 != 0x02 and ids[0] != closed:
            folder = self._files.folder(ids[0])
            if folder is None:
                break
            self._enter(folder)
            searched, ids = [folder], ids[1:]
        self._file = None
        if len(ids) == 1:
            self._file = next((f.files[ids[0]] for f in searched if ids[0] in f.files), None)
        # Neither is a missing file told there: both are found out by the next command.
        if ids and self._file is None and not self.dialect.trap:
            raise Refusal(0x6A82)

    def _enter(self, folder: files.Folder) -> None:
        if folder is not self._folder and self.dialect.keys_by_folder:
            self._keys.forget()
        self._folder = folder
        self._file = None

    def _read_binary(self, command: Apdu) -> bytes:
        if command.data or command.le is None:
            raise Refusal(0x6700)
        if command.p1 & 0x80:
            raise Refusal(0x6A86)
        if self._file is None:
            raise Refusal(0x6A82)
        if isinstance(self._file, files.Content):
            raise Refusal(0x6982)
        offset = command.p1 << 8 | command.p2
        left = len(self._file) - offset
        if left <= 0:
            raise Refusal(0x6B00)
        allowed = min(left, self.dialect.most)
        if command.le == MAX_LE:
            return self._file[offset : offset + allowed]
        if command.le > allowed:
            raise Refusal(0x6C00 | allowed)
        return self._file[offset : offset + command.le]
