"""Where the log is written: this machine, its user, this program."""

from __future__ import annotations

import getpass
import platform

from kanta_desk import __version__
from kanta_desk.accesslog.entry import Station


def this_station() -> Station:
    """As every event of the log names it."""
    return Station(platform.node() or "workstation", _os_user(), f"Kanta Desk {__version__}")


def _os_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system account without a name
        return "unknown"
