"""A log that leaves the house: backed up, handed over as by another controller, and taken in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kanta_desk.accesslog.handover import hand_over
from kanta_desk.desk.session import Session
from kanta_desk.model.events import EventRef
from kanta_desk.model.text import Language
from tests.helpers.events import REGISTER, fill, log_folder, open_log

SOMEWHERE = EventRef(REGISTER.key, 2026, 3)
"""An event that is in it."""


def handed_over(folder: Path) -> Path:
    """A log of a few events, handed over in a folder below this one; each call makes another."""
    number = len(list(folder.glob("luovutettu-*")))
    place, target = folder / f"toisen-{number}", folder / f"luovutettu-{number}"
    with closing(open_log(place)) as log:
        fill(log, 6)
    hand_over(log_folder(place), REGISTER.key, target)
    return target


def taken_in(session: Session, folder: Path) -> str:
    """The number of such a log, taken in."""
    return session.takeover.take(handed_over(folder), "koe", Language.FI).number


def backed_up(session: Session, folder: Path) -> str:
    """The number of a backup of the session's log; each call makes another."""
    target = folder / f"kopio-{len(list(folder.glob('kopio-*')))}"
    session.keeping.back_up(target)
    return session.backups.made()[-1].id
