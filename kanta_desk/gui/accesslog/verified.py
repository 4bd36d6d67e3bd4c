"""When the log was last verified, and how much of it: the program does so by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from kanta_desk.gui.language import moment, say
from kanta_desk.gui.widgets import Body
from kanta_desk.model.logreport import AS_GOOD, DEPTH_NAMES, VERIFIED_EVERY, Depth, Verified

_SHOWN = (Depth.DAILY, Depth.YEAR, Depth.FULL)


class VerifiedLine(Body):
    """A line for each of the verifications that come round by themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="hint", parent=parent)

    def show_verified(self, verified: Iterable[Verified], now: datetime | None = None) -> None:
        """Show the last of each, or one that was wider, and how old it is."""
        known = sorted(verified, key=lambda each: each.ended)
        last = {depth: each for depth in _SHOWN for each in known if each.depth in AS_GOOD[depth]}
        today = now or datetime.now(UTC)
        self.setText("\n".join(self._said(depth, last.get(depth), today) for depth in _SHOWN))

    def _said(self, depth: Depth, last: Verified | None, now: datetime) -> str:
        what = say(DEPTH_NAMES[depth]).capitalize()
        if (days := VERIFIED_EVERY[depth]) > 1:
            often = self.tr("every %n day(s)", "", days)
            what = f"{what} ({often})"
        if last is None:
            return self.tr("{what}: not done yet").format(what=what)
        old = max((now - last.ended).days, 0)
        age = self.tr("%n day(s) ago", "", old) if old else self.tr("within a day")
        found = self.tr("intact") if last.intact else self.tr("faults were found")
        said = f"{what}: {moment(last.ended)} · {age} · {found}"
        overdue = self.tr("overdue")
        return f"{said} · {overdue}" if last.is_late(now) else said
