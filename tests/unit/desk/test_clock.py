"""The clock is believed as long as it goes with time and with the log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kanta_desk.desk.clock import TOLERANCE, ClockGuard
from kanta_desk.errors import ClockJumped

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
A_LITTLE = timedelta(seconds=1)


class Machine:
    """A machine whose clock can be set while time goes on by itself."""

    def __init__(self) -> None:
        self.now, self.seconds = NOON, 1000.0
        self.guard = ClockGuard(lambda: self.now, lambda: self.seconds)

    def wait(self, time: timedelta) -> None:
        self.now += time
        self.seconds += time.total_seconds()


def test_a_clock_that_goes_with_time_is_believed_however_long() -> None:
    machine = Machine()
    machine.wait(timedelta(days=3))

    machine.guard.check(NOON)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_clock_that_was_set_is_not(sign: int) -> None:
    machine = Machine()
    machine.wait(timedelta(hours=1))
    machine.now += sign * TOLERANCE
    machine.guard.check(None)

    machine.now += sign * A_LITTLE
    with pytest.raises(ClockJumped) as caught:
        machine.guard.check(None)

    assert caught.value.fields["minutes"] == 5


def test_a_clock_behind_the_newest_event_is_not_believed_whoever_signs_in() -> None:
    machine = Machine()
    machine.guard.check(NOON + TOLERANCE)

    machine.guard.set_right()
    with pytest.raises(ClockJumped):
        machine.guard.check(NOON + TOLERANCE + A_LITTLE)


def test_a_sign_in_believes_the_clock_anew() -> None:
    machine = Machine()
    machine.now += timedelta(hours=2)

    machine.guard.set_right()

    machine.guard.check(NOON)


def test_the_guard_s_own_time_only_grows() -> None:
    guard = ClockGuard(lambda: datetime.now(UTC))

    guard.check(None)
