"""Faults of a software card: what goes wrong, at which command, before or after it is done.

A fault before the command keeps it from being done; one after it has the card do it and then fail,
which is the harder case: the try is spent, the signature made, and nobody is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class CardPulled(Exception):
    """The card leaves its reader in the middle of a command; the reader sees to what follows."""


class When(StrEnum):
    """On which side of the command's doing."""

    BEFORE = "before"
    AFTER = "after"


class Action(StrEnum):
    """What happens.

    ``remove``: the card leaves. ``mute``: it says no more until it is put in again, and then has no
    ATR either. ``lose-reply``: no answer to this one command. ``forget``: as a warm reset.
    ``status``: this status word and no data. ``truncate``: the data cut to so many bytes.
    ``answer``: these bytes instead. ``delay``: so many seconds.
    """

    REMOVE = "remove"
    MUTE = "mute"
    LOSE_REPLY = "lose-reply"
    FORGET = "forget"
    STATUS = "status"
    TRUNCATE = "truncate"
    ANSWER = "answer"
    DELAY = "delay"


class CommandName(StrEnum):
    """Commands as a fault names them; VERIFY without data, which spends no try, is PIN STATUS."""

    ANY = "any"
    SELECT = "SELECT"
    READ_BINARY = "READ BINARY"
    GET_RESPONSE = "GET RESPONSE"
    GET_DATA = "GET DATA"
    PIN_STATUS = "PIN STATUS"
    VERIFY = "VERIFY"
    MSE = "MSE"
    PSO_HASH = "PSO HASH"
    PSO_CDS = "PSO CDS"
    CHANGE_PIN = "CHANGE PIN"
    UNBLOCK_PIN = "UNBLOCK PIN"
    OTHER = "other"


_NAMES = {
    0xA4: CommandName.SELECT,
    0xB0: CommandName.READ_BINARY,
    0xC0: CommandName.GET_RESPONSE,
    0xCA: CommandName.GET_DATA,
    0xCB: CommandName.GET_DATA,
    0x22: CommandName.MSE,
    0x24: CommandName.CHANGE_PIN,
    0x2C: CommandName.UNBLOCK_PIN,
}


WITH_PIN = (CommandName.VERIFY, CommandName.CHANGE_PIN, CommandName.UNBLOCK_PIN)


def name_of(apdu: bytes) -> CommandName:
    """Which command an APDU is."""
    ins = apdu[1] if len(apdu) >= 4 else -1
    if ins == 0x20:
        return CommandName.VERIFY if len(apdu) > 5 else CommandName.PIN_STATUS
    if ins == 0x2A:
        return CommandName.PSO_HASH if apdu[2] == 0x90 else CommandName.PSO_CDS
    return _NAMES.get(ins, CommandName.OTHER)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: from the ``nth`` such command on, ``times`` times (0: for ever).

    ``p2`` narrows it to commands with this parameter, for PINs their reference. ``status``,
    ``length``, ``answer`` and ``seconds`` belong to the actions that need them.
    """

    command: CommandName
    action: Action
    when: When = When.BEFORE
    nth: int = 1
    times: int = 1
    p2: int | None = None
    status: int = 0x6F00
    length: int = 0
    answer: bytes = b""
    seconds: float = 0.0


class FaultPlan:
    """The faults of one card, and how often each one's command has come."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._faults = tuple(faults)
        self._seen = [0] * len(self._faults)

    def due(self, apdu: bytes) -> tuple[Fault, ...]:
        """The faults that this command meets; counts it."""
        return tuple(self._met(apdu))

    def _met(self, apdu: bytes) -> Iterator[Fault]:
        name = name_of(apdu)
        for number, fault in enumerate(self._faults):
            if fault.command not in (name, CommandName.ANY):
                continue
            if fault.p2 is not None and apdu[3:4] != bytes((fault.p2,)):
                continue
            self._seen[number] += 1
            past = self._seen[number] - fault.nth
            if past >= 0 and (fault.times == 0 or past < fault.times):
                yield fault
