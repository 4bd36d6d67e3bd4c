"""A program that writes the access log as fast as it can, and tells each event it was promised.

``python -m tests.helpers.logwriter FOLDER COUNT SEED`` writes COUNT acts from four threads, in two
registers and over the turn of a year, and after each event that came back a line to
``FOLDER/acks``: where the event is, and a word that stands in it. Killed or cut off at any moment,
the log must hold all that was told.
"""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.model.events import EventKind, EventRef, Intent, Subject
from tests.helpers.events import CONTEXT, DONE, MAIJA, Clock, open_log
from tests.helpers.powercut import ACKS

THREADS = 4
_OTHER = replace(
    CONTEXT,
    register=replace(CONTEXT.register, code=replace(CONTEXT.register.code, value="2")),
)


def write(log: AccessLog, told: int, count: int, seed: int) -> None:
    """Write ``count`` acts, and to the descriptor ``told`` what was promised."""

    def work(number: int) -> None:
        for act in range(number, count, THREADS):
            word = str(UUID(int=seed << 64 | act))
            context = _OTHER if act % 3 == 0 else CONTEXT
            subject = Subject(client_id="010181-900C", document_oid=f"1.2.246.10.99999990.11.{act}")
            ref = log.intend(Intent(EventKind.VIEW, MAIJA, context, subject, word))
            os.write(told, f"{ref} {word}\n".encode())
            os.write(told, f"{log.settle(ref, DONE)} {word}\n".encode())

    threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def turn_of_the_year() -> Clock:
    """Twenty seconds of the old year are left, some four hundred transactions."""
    return Clock(datetime(2026, 12, 31, 23, 59, 40, tzinfo=UTC), timedelta(milliseconds=50))


def lost(log: AccessLog, promised: list[str]) -> list[str]:
    """Of the lines that were told, those whose event is not there as it was."""
    missing = []
    for line in promised:
        ref, word = line.split()
        try:
            found = log.event(EventRef.parse(ref)).request_id == word
        except LookupError:
            found = False
        if not found:
            missing.append(line)
    return missing


def main() -> None:
    """The program."""
    folder, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    told = os.open(folder / ACKS, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    log = open_log(folder / "log", turn_of_the_year())
    write(log, told, count, seed)
    log.close()


if __name__ == "__main__":
    main()
