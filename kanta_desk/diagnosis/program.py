"""Check: the program's own parts are there and fit together. Nothing of Qt is imported."""

from __future__ import annotations

import importlib
import importlib.metadata
import platform
import re
import sys
from dataclasses import dataclass

from kanta_desk import __version__
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.diagnosis.platforms import remedy_here
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Text

OLDEST_PYTHON = (3, 11)
QT = "PySide6-Essentials"


@dataclass(frozen=True, slots=True)
class Library:
    """A library by the name that it is installed by, and a module that loads its native part."""

    distribution: str
    module: str


LIBRARIES = (
    Library("asn1crypto", "asn1crypto.x509"),
    Library("cryptography", "cryptography.x509"),
    Library("httpx", "httpx"),
    Library("lxml", "lxml.etree"),
    Library("nh3", "nh3"),
    Library("orjson", "orjson"),
    Library("pyhanko-certvalidator", "pyhanko_certvalidator"),
    Library("pypdfium2", "pypdfium2"),
    Library("pyscard", "smartcard.scard"),
    Library("rapidfuzz", "rapidfuzz.fuzz"),
    Library("sqlite-utils", "sqlite_utils"),
)

_SOUND = Text(
    "Ohjelman osat ovat paikallaan ja sopivat yhteen.",
    "Programmets delar finns på plats och passar ihop.",
    "The program's parts are in place and fit together.",
)
_TOO_OLD = Text(
    "Python on liian vanha: tarvitaan vähintään versio 3.11.",
    "Python är för gammalt: minst version 3.11 behövs.",
    "Python is too old: at least version 3.11 is needed.",
)
_BAD_PAIR = Text(
    "PySide6 6.12 tai uudempi ei toimi Pythonin versiolla 3.11: ikkuna kaatuu kesken työn.",
    "PySide6 6.12 eller nyare fungerar inte med Python 3.11: fönstret kraschar mitt i arbetet.",
    "PySide6 6.12 or newer does not work on Python 3.11: the window crashes in the middle of work.",
)
_MISSING = Text(
    "Ohjelman osia puuttuu, tai ne eivät lataudu.",
    "Delar av programmet saknas eller kan inte laddas.",
    "Parts of the program are missing or do not load.",
)
_REINSTALL = Text(
    "Asenna ohjelma uudelleen. Jos vika jää, lähetä tämä raportti tukeen.",
    "Installera programmet på nytt. Om felet kvarstår, skicka denna rapport till supporten.",
    "Install the program again. If the fault remains, send this report to support.",
)
_REINSTALL_LINUX = Text(
    "Asenna ensin järjestelmän kirjastot (Debian ja Ubuntu: apt install libpcsclite1) ja sitten "
    "ohjelma uudelleen. Jos vika jää, lähetä tämä raportti tukeen.",
    "Installera först systemets bibliotek (Debian och Ubuntu: apt install libpcsclite1) och sedan "
    "programmet på nytt. Om felet kvarstår, skicka denna rapport till supporten.",
    "First install the system's libraries (Debian and Ubuntu: apt install libpcsclite1), then the "
    "program again. If the fault remains, send this report to support.",
)


def parts_of_program(_: Scene) -> Seen:
    """Python, PySide6 and the libraries: present, loading, and a sound pair."""
    python, qt = sys.version_info[:2], installed(QT)
    evidence = [
        f"Kanta Desk {__version__}",
        f"Python {platform.python_version()} ({platform.machine()})",
        f"{platform.system()} {platform.release()}",
        f"PySide6 {qt or '–'}",
    ]
    broken = [library for library in LIBRARIES if not _loads(library)]
    evidence += [f"{each.distribution} {installed(each.distribution) or '–'}" for each in LIBRARIES]
    remedy = remedy_here(other=_REINSTALL, linux=_REINSTALL_LINUX)
    if python < OLDEST_PYTHON:
        return Seen(CheckState.FAILED, _TOO_OLD, tuple(evidence), _REINSTALL)
    if qt and is_bad_pair(python, qt):
        return Seen(CheckState.FAILED, _BAD_PAIR, tuple(evidence), _REINSTALL)
    if broken or not qt:
        evidence += [f"✗ {each.module}" for each in broken] + ([] if qt else [f"✗ {QT}"])
        return Seen(CheckState.FAILED, _MISSING, tuple(evidence), remedy)
    return ok(_SOUND, *evidence)


def is_bad_pair(python: tuple[int, int], qt: str) -> bool:
    """Whether this PySide6 loses references to ``None`` on this Python until the process aborts.

    Measured: 6.12.0 on 3.11 does; 6.8–6.11 on 3.11 and 6.12.0 on 3.12 do not.
    """
    found = re.match(r"(\d+)\.(\d+)", qt)
    return found is not None and python < (3, 12) and (int(found[1]), int(found[2])) >= (6, 12)


def installed(distribution: str) -> str:
    """The version of an installed distribution, or empty."""
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _loads(library: Library) -> bool:
    try:
        importlib.import_module(library.module)
    except ImportError:
        return False
    return True
