"""The backups that were made of the log, and those that are no more: ``session.backups``."""

from __future__ import annotations

import json

from kanta_desk.accesslog.backups import BackupMade, backups_of, strike_off
from kanta_desk.desk.gate import Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.logpart import LogPart, demanded
from kanta_desk.desk.verbs import verb
from kanta_desk.model.events import EventKind, Subject

__all__ = ["BackupMade", "Backups"]


class Backups(LogPart):
    """What a disposal has to reach: the copies of the log that hold keys."""

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def made(self) -> tuple[BackupMade, ...]:
        """The backups that the log knows of, the oldest first.

        Raises:
            LogUnavailable: if the list cannot be read.
        """
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query="backups"),
            lambda: backups_of(self._custody.log.folder),
            lambda found: Told(len(found)),
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def destroyed(self, number: str, reason: str) -> BackupMade:
        """Take a backup off the list: somebody has destroyed it, and says how.

        Raises:
            FieldMissing: without that.
            LookupError: if there is none of that number.
            LogUnavailable: if the list cannot be read or written.
        """
        why = demanded(reason)

        def strike() -> BackupMade:
            for made in backups_of(self._custody.log.folder):
                if made.id == number:
                    strike_off(self._custody.log.folder, number)
                    return made
            raise LookupError(f"no backup {number}")

        return self._do(
            EventKind.LOG_EXPORT,
            Subject(query=f"backup destroyed:{number} reason:{why}"),
            strike,
            lambda made: Told(1, evidence=_gone(made)),
        )


def _gone(made: BackupMade) -> str:
    said = {"destroyed": made.id, "place": made.place, "time": made.time.isoformat()}
    return json.dumps(said, ensure_ascii=False)
