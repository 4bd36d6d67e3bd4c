"""What the watch over the log remembers: its alarms, and when the log was last verified.

Kept in a text file in the log's folder, over restarts. An alarm is known by its file, its kind and
the place outside that told of it, so that one that is found again at each start stays one.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kanta_desk.errors import FolderNotWritable
from kanta_desk.model.logreport import Depth, FaultKind, LogFault, Verified, VerifyReport
from kanta_desk.settings.files import write_whole

FILE = "vartio.json"
_MOST_BYTES = 1024 * 1024
_MOST_ALARMS = 500
_MOST_DETAIL = 200
"""Characters kept of a fault's detail."""

_ONLY_FULL = frozenset((FaultKind.INDEX, FaultKind.STORE, FaultKind.CLOCK))
"""What no verification but a full one looks for."""
NOT_VERIFIED = "not verified: "
"""Begins the detail of the alarm that a verification could not be done at all."""
_WHOLE = (Depth.ROWS, Depth.FULL)

_WHERE = re.compile(r"(.+?)(?: (\d{1,16})–(\d{1,16}))?", re.ASCII)

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A fault that was found, over all the ranges in which it was."""

    fault: LogFault

    @property
    def key(self) -> tuple[str, FaultKind, str]:
        """By what it is known again."""
        return self.fault.file, self.fault.kind, self.fault.place

    @property
    def where(self) -> str:
        """The file and the events."""
        fault = self.fault
        events = f" {fault.seq_from}–{fault.seq_to}" if fault.seq_from else ""
        return f"{fault.file}{events}"

    @property
    def what(self) -> str:
        """Numbers and words of the log's own, no personal data."""
        return f"{self.fault.kind.value} {self.fault.detail}".strip()

    def with_fault(self, other: LogFault) -> Alarm:
        """The same for a fault that was found again, or further on."""
        mine = self.fault
        if not (mine.seq_from and other.seq_from):
            return self
        first, last = min(mine.seq_from, other.seq_from), max(mine.seq_to, other.seq_to)
        return Alarm(replace(mine, seq_from=first, seq_to=last))

    def is_over(self, report: VerifyReport, again: Sequence[LogFault]) -> bool:
        """Whether a verification that did not find it looked for it where it was."""
        fault = self.fault
        if fault.detail.startswith(NOT_VERIFIED):
            return True
        if fault.place and fault.place not in report.anchors:
            return False
        if report.depth is Depth.FULL:
            return True
        if fault.kind in _ONLY_FULL:
            return False
        # What is not of events is compared at every depth.
        return report.depth in _WHOLE or not fault.seq_from or fault in again


@dataclass(frozen=True, slots=True)
class VigilNotes:
    """The alarms, the first found first, and the last verification of each depth."""

    alarms: tuple[Alarm, ...] = ()
    verified: Mapping[Depth, Verified] = field(default_factory=dict)

    def with_faults(self, faults: Iterable[LogFault]) -> VigilNotes:
        """The same with what was found."""
        known = {alarm.key: alarm for alarm in self.alarms}
        for fault in faults:
            short = replace(fault, detail=fault.detail[:_MOST_DETAIL], had=None)
            alarm = Alarm(short)
            known[alarm.key] = known[alarm.key].with_fault(short) if alarm.key in known else alarm
        return replace(self, alarms=tuple(known.values())[:_MOST_ALARMS])

    def after(self, report: VerifyReport, again: Sequence[LogFault]) -> VigilNotes:
        """The same after a verification; what is acknowledged there is no alarm any more."""
        found = {Alarm(fault).key for fault in report.faults}
        answered = {Alarm(each.fault).key for each in report.acknowledged} - found
        standing = tuple(
            alarm
            for alarm in self.alarms
            if alarm.key not in answered
            and (alarm.key in found or report.cut or not alarm.is_over(report, again))
        )
        done = Verified(report.depth, report.ended, report.size, intact=report.intact)
        verified = {**self.verified, report.depth: done}
        return VigilNotes(standing, verified).with_faults(report.faults)

    def keep(self, folder: Path) -> None:
        """Remember; a folder that cannot be written is told to the program's own log."""
        said = {
            "alarms": [
                (f.kind.value, f.file, f.seq_from, f.seq_to, f.detail, f.place)
                for f in (alarm.fault for alarm in self.alarms)
            ],
            "verified": {
                depth.value: (each.ended.isoformat(), each.size, each.intact)
                for depth, each in self.verified.items()
            },
        }
        try:
            write_whole(folder / FILE, json.dumps(said, indent=1).encode())
        except FolderNotWritable as error:
            _logger.error("alarms were not kept: %s", error.code)

    @classmethod
    def read(cls, folder: Path) -> VigilNotes:
        """What is remembered; nothing if there is nothing that can be read."""
        try:
            with (folder / FILE).open("rb") as file:
                said = json.loads(file.read(_MOST_BYTES))
            return cls(
                tuple(map(_alarm, said["alarms"]))[:_MOST_ALARMS],
                dict(_verified(*each) for each in said.get("verified", {}).items()),
            )
        except (OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
            return cls()
        except RecursionError:
            return cls()


def _alarm(kept: Any) -> Alarm:
    if len(kept) == 2:  # as it was kept before kind and range had places of their own
        where = _WHERE.fullmatch(str(kept[0]))
        kind, _, detail = str(kept[1]).partition(" ")
        if where is None:
            raise ValueError("not an alarm")
        first, last = int(where[2] or 0), int(where[3] or 0)
        return Alarm(LogFault(FaultKind(kind), where[1], first, last, detail))
    kind, file, first, last, detail, place = kept
    return Alarm(
        LogFault(FaultKind(kind), str(file), int(first), int(last), str(detail), str(place))
    )


def _verified(depth: str, kept: Any) -> tuple[Depth, Verified]:
    ended, size, intact = kept
    moment = datetime.fromisoformat(ended)
    if moment.tzinfo is None:
        raise ValueError("not an aware time")
    return Depth(depth), Verified(Depth(depth), moment, int(size), intact=bool(intact))
