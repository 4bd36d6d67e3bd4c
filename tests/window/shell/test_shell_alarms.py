"""What speaks against the access log is told to whoever sits here, until nothing does."""

from __future__ import annotations

from kanta_desk.errors import LogContradicted
from kanta_desk.gui.window import MainWindow
from tests.helpers.window import MemoryDesk, settle


def test_an_alarm_of_the_log_is_in_sight_signed_in_or_locked(
    opened: MainWindow, desk: MemoryDesk
) -> None:
    assert not opened.alarm.isVisible()

    desk.alarm(LogContradicted("1.2.3/1/2026 21–40", "rolled back"))
    settle(opened)
    assert opened.alarm.isVisible()
    assert "Käyttöloki" in opened.alarm.said
    desk.pull()
    settle(opened)
    assert opened.alarm.isVisible()

    desk.alarm()
    settle(opened)
    assert not opened.alarm.isVisible()
