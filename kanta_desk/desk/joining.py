"""The joining tasks (liittyminen): ``desk.joining``, with what the program itself can see of them.

It holds no client's data and needs no sign-in: who joins has no rights yet. What was seen is kept
with its day, so that a tick stands when the reader is put away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from kanta_desk.deployment.joining import catalogue, default_start, schedule
from kanta_desk.deployment.joining_file import JoiningNotes, read_notes, write_notes
from kanta_desk.deployment.joining_paper import joining_pdf
from kanta_desk.errors import SettingsError
from kanta_desk.model.deployment import Verdict
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.joining import Evidence, Joining, Sees, TaskNote
from kanta_desk.model.terms import joining as words
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import HELSINKI, finnish_date
from kanta_desk.paper.parts import write_whole

FILE = "joining.json"

_CHECKS = {Sees.READER: "readers", Sees.CARD: "certificates", Sees.CONNECTION: "archive"}
"""Which check of the diagnosis tells of which task; one that is well, or warns, does."""
_SEEN = frozenset({CheckState.OK, CheckState.WARNING})


@dataclass(frozen=True, slots=True)
class Sight:
    """Where to look: ``diagnose`` blocks in the card lane; ``archivists`` counts those with the
    right today; ``own_unit`` is the own organisation's name in an imported register, or empty."""

    diagnose: Callable[[], Sequence[CheckResult]]
    archivists: Callable[[], int]
    own_unit: Callable[[], str]


class JoiningTasks:
    """The project of one installation; any thread may call it."""

    def __init__(
        self,
        folder: Path,
        sight: Sight,
        clock: Callable[[], datetime],
        organisation: str = "",
        banner: Text | None = None,
    ) -> None:
        self._path = folder / FILE
        self._sight = sight
        self._clock = clock
        self._organisation = organisation
        self._banner = banner
        self._change = threading.Lock()

    @property
    def today(self) -> date:
        """The day in Helsinki."""
        return self._clock().astimezone(HELSINKI).date()

    def project(self) -> Joining:
        """Where the project stands, by what was noted and last seen.

        Raises:
            SettingsUnreadable: if the file with the notes has a fault; it is left as it is.
        """
        return self._scheduled(read_notes(self._path))

    def look(self) -> Joining:
        """Look at reader, card, connection, rights and register now, and keep what was seen.

        Raises:
            SettingsUnreadable, FolderNotWritable: as ``project``, and if it cannot be kept.
        """
        seen = self._looked()
        return self._changed(lambda notes: replace(notes, seen={**notes.seen, **seen}))

    def saw(self, sees: Sees, said: Text, *, done: bool = True) -> Joining:
        """Keep what another part of the program saw: a test that passed, or was reported.

        Raises:
            SettingsUnreadable, FolderNotWritable: as ``look``.
        """
        evidence = Evidence(done, said, self.today)
        return self._changed(lambda notes: replace(notes, seen={**notes.seen, sees: evidence}))

    def tested(self, verdict: Verdict) -> None:
        """Keep that a test passed, and that it was reported; a file that cannot be written keeps
        no test from going on."""
        with suppress(SettingsError):
            if verdict.passed:
                self.saw(Sees.TEST, _filled(words.SEEN_TEST, {"plan": verdict.plan.name}))
            if verdict.reported is not None:
                day = finnish_date(verdict.reported)
                self.saw(Sees.REPORTED, _filled(words.SEEN_REPORTED, {"day": day}))

    def note(self, key: str, note: TaskNote) -> Joining:
        """Keep what people say of a task.

        Raises:
            LookupError: if there is no such task.
            SettingsUnreadable, FolderNotWritable: as ``look``.
        """
        if key not in {task.key for task in catalogue().tasks}:
            raise LookupError(key)
        return self._changed(lambda notes: notes.with_note(key, note))

    def start_on(self, day: date) -> Joining:
        """Take ``day`` for the wanted start.

        Raises:
            SettingsUnreadable, FolderNotWritable: as ``look``.
        """
        return self._changed(lambda notes: replace(notes, start=day))

    def write_paper(self, path: Path, language: Language) -> Path:
        """Write the list as PDF/A.

        Raises:
            ReportFailed: if the file cannot be written.
        """
        banner = self._banner.of(language) if self._banner else ""
        made = self._clock()
        return write_whole(
            joining_pdf(self.project(), self._organisation, language, made, banner), path
        )

    def _changed(self, change: Callable[[JoiningNotes], JoiningNotes]) -> Joining:
        with self._change:
            notes = change(read_notes(self._path))
            write_notes(self._path, notes)
        return self._scheduled(notes)

    def _scheduled(self, notes: JoiningNotes) -> Joining:
        plan, today = catalogue(), self.today
        start = notes.start or default_start(plan, today)
        return schedule(plan, notes.tasks, notes.seen, start, today)

    def _looked(self) -> dict[Sees, Evidence]:
        """What can be seen now."""
        today = self.today
        results = {result.id: result for result in self._sight.diagnose()}
        seen = {
            sees: Evidence(results[check].state in _SEEN, results[check].summary, today)
            for sees, check in _CHECKS.items()
            if check in results
        }
        archivists = self._sight.archivists()
        rights = _counted(archivists) if archivists else words.NO_RIGHTS
        seen[Sees.RIGHTS] = Evidence(bool(archivists), rights, today)
        unit = self._sight.own_unit()
        seen[Sees.UNITS] = Evidence(
            bool(unit), _filled(words.SEEN_UNITS, {"name": unit}) if unit else words.NO_UNITS, today
        )
        return seen


def _counted(number: int) -> Text:
    return Text(*(words.SEEN_RIGHTS.filled(language, number) for language in Language))


def _filled(text: Text, fields: Mapping[str, str]) -> Text:
    return Text(*(text.filled(language, **fields) for language in Language))
