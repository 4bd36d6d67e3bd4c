"""What is told at once, what only once it has settled, and readers that hold no cards."""

from __future__ import annotations

import threading

import pytest

from kanta_desk.cards.monitor import Monitor, without_new_mutes
from kanta_desk.cards.readers import odd_readers
from kanta_desk.cards.remote import remote_session
from kanta_desk.cards.source import CardConnection, Slot, Snapshot
from kanta_desk.model.cards import CardPresence, RemoteSession
from kanta_desk.practice.reader import SoftwareReader
from tests.helpers.cards import PATIENCE, Watching, fresh_card

_EMPTY = Slot("r", present=False)
_IN = Slot("r", present=True, atr=b"\x3b\x00", event=1)
_MUTE = Slot("r", present=True, mute=True, event=1)
_OTHER = Slot("other", present=True, atr=b"\x3b\x00", event=4)


def _seen(*slots: Slot) -> Snapshot:
    return Snapshot(True, slots)


class _Script:
    """A source that shows one snapshot after the other, then nothing new."""

    def __init__(self, *snapshots: Snapshot) -> None:
        self._left = list(snapshots)
        self._cancelled = threading.Event()
        self.waited: list[float] = []

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        self.waited.append(timeout)
        if self._left:
            return self._left.pop(0)
        self._cancelled.wait(timeout)
        assert known is not None
        return known

    def cancel(self) -> None:
        self._cancelled.set()

    def connect(self, reader: str) -> CardConnection:
        raise NotImplementedError

    def close(self) -> None:
        self._cancelled.set()


class _Told:
    def __init__(self, last: Snapshot) -> None:
        self.snapshots: list[Snapshot] = []
        self._last = last
        self.done = threading.Event()

    def changed(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)
        if snapshot == self._last:
            self.done.set()

    def idle(self) -> None:
        """Nothing to do."""


def _told(*snapshots: Snapshot, last: Snapshot) -> list[Snapshot]:
    heard = _Told(last)
    monitor = Monitor(_Script(*snapshots), heard)
    monitor.start()
    assert heard.done.wait(PATIENCE)
    monitor.stop()
    return heard.snapshots


def test_a_card_that_is_mute_for_a_moment_on_its_way_in_is_never_told_as_mute() -> None:
    assert _told(_seen(_EMPTY), _seen(_MUTE), _seen(_IN), last=_seen(_IN)) == [
        _seen(_EMPTY),
        _seen(_IN),
    ]


def test_a_card_that_stays_mute_is_told_after_a_pause() -> None:
    told = _told(_seen(_EMPTY), _seen(_MUTE), _seen(_MUTE), last=_seen(_MUTE))
    assert told == [_seen(_EMPTY), _seen(_MUTE)]


def test_what_else_changed_is_told_at_once() -> None:
    told = _told(_seen(_EMPTY), _seen(_MUTE, _OTHER), last=_seen(_MUTE, _OTHER))
    assert told == [_seen(_EMPTY), _seen(_EMPTY, _OTHER), _seen(_MUTE, _OTHER)]


def test_a_card_that_was_there_and_falls_mute_is_told_as_gone_at_once() -> None:
    gone = Slot("r", present=False, event=1)
    assert without_new_mutes(_seen(_MUTE), _seen(_IN)) == _seen(gone)
    assert without_new_mutes(_seen(_MUTE), _seen(_MUTE)) == _seen(_MUTE)
    assert without_new_mutes(_seen(_MUTE), None) == _seen(_EMPTY)


@pytest.mark.parametrize(
    ("reader", "holds"),
    [
        ("Yubico YubiKey OTP+FIDO+CCID 00 00", False),
        ("Windows Hello for Business 1", False),
        ("Microsoft Virtual Smart Card 0", False),
        ("Microsoft UICC ISO Reader 2ec7e5d9 0", False),
        ("HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21] 00 00", True),
        ("Virtual PCD 00 00", True),
    ],
)
def test_readers_that_never_hold_a_persons_card_are_known_by_name(reader: str, holds: bool) -> None:
    assert odd_readers().holds_cards(reader) is holds


def test_a_security_key_is_not_taken_for_a_card() -> None:
    reader = SoftwareReader("Yubico YubiKey OTP+FIDO+CCID 00 00", "reader")
    reader.insert(fresh_card(), "Yubico YubiKey OTP+FIDO+CCID 00 00")
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.EMPTY, "reader")
        assert [each.name for each in seen.watch.state.readers] == ["reader"]


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({}, RemoteSession.NONE),
        ({"SESSIONNAME": "Console"}, RemoteSession.NONE),
        ({"SESSIONNAME": "RDP-Tcp#12"}, RemoteSession.RDP),
        ({"XRDP_SESSION": "1", "DISPLAY": ":10.0"}, RemoteSession.RDP),
        ({"SESSIONNAME": "ICA-tcp#3"}, RemoteSession.CITRIX),
        ({"SSH_CONNECTION": "a b c d", "DISPLAY": "localhost:10.0"}, RemoteSession.X_FORWARDED),
        ({"SSH_CONNECTION": "a b c d", "DISPLAY": ":99"}, RemoteSession.NONE),
        ({"DISPLAY": "localhost:10.0"}, RemoteSession.NONE),
    ],
)
def test_a_remote_session_is_told_by_its_environment(
    environment: dict[str, str], kind: RemoteSession
) -> None:
    assert remote_session(environment) is kind


def test_the_state_says_from_where_the_desk_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SESSIONNAME", "RDP-Tcp#1")
    with Watching(SoftwareReader()) as seen:
        assert seen.until(lambda state: state.counter > 0).remote is RemoteSession.RDP
