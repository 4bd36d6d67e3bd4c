"""What a checkout of Kanta Desk needs on this machine, and how it gets there.

Standard library only: this runs before anything is installed. ``installers/start.py`` and
``tests/run.py`` call :func:`prepare`, which makes two things true and is quick when they are:

* The system packages of the wanted :class:`Packages` are installed. On Debian and its kin through
  apt when run as root, otherwise the exact command is shown. On other Linux systems they are named
  once; on Windows and macOS there are none, since every dependency has a wheel there.
* ``.venv/`` at the root of the checkout holds the program (editable) with its dependencies and the
  wanted extras. A stamp in it says for which ``pyproject.toml``, extras and place it was made.

What apt and pip say goes to files in ``.setup/``; a person sees one line a step, and on failure
the last lines of the file with a remedy. pip's own configuration is left as it is. The package
names are Debian 12's; the newer names of later releases provide them.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

_LOGS = ROOT / ".setup"
_STAMP = ROOT / ".venv" / "kanta-desk-setup.json"
_LISTS = Path("/var/lib/apt/lists")
_LISTS_GOOD_FOR = 24 * 3600.0  # seconds
_LINES_SHOWN = 12


class Packages(Enum):
    """Debian packages, by what they are needed for."""

    RUN = (  # Qt without a display, and the smart-card client library
        "ca-certificates",
        "tzdata",
        "libpcsclite1",
        "libglib2.0-0",
        "libgl1",
        "libegl1",
        "libxkbcommon0",
        "libfontconfig1",
        "libdbus-1-3",
        "libbrotli1",
    )
    BUILD = ("gcc", "libc6-dev", "libpcsclite-dev")  # pyscard has no wheel for Linux
    DISPLAY = (  # Qt on X and Wayland
        "libxcb-cursor0",
        "libxkbcommon-x11-0",
        "libxcb-icccm4",
        "libxcb-keysyms1",
        "libxcb-shape0",
        "libwayland-cursor0",
        "libwayland-egl1",
    )
    TESTS = (  # a virtual reader, a display, and independent readers of what we write
        "pcscd",
        "vsmartcard-vpcd",
        "opensc",
        "pcsc-tools",
        "xvfb",
        "poppler-utils",
        "openssl",
        "softhsm2",
        "xmlsec1",
    )


class SetupFailed(Exception):
    """The machine could not be made ready: what failed, what to do, and the log if there is one."""

    def __init__(self, what: str, remedy: str, log: Path | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.log = log

    def explain(self) -> str:
        """The failure for a person: last lines of the log, where it is, and the remedy."""
        lines = [f"\n{self.what}"]
        if self.log is not None:
            said = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
            lines += [f"    {line}" for line in said[-_LINES_SHOWN:]]
            lines.append(f"The whole output: {self.log}")
        lines.append(f"What to do: {self.remedy}")
        return "\n".join(lines)


@contextmanager
def step(title: str) -> Iterator[None]:
    """One calm line: ``title`` when the step begins, its time in seconds when it ends."""
    print(f"{title} … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def prepare(packages: Iterable[Packages], extras: Iterable[str] = ()) -> None:
    """Make this machine and ``.venv/`` ready for the program with ``extras``.

    Raises:
        SetupFailed: with a remedy for the person.
    """
    wanted = [name for group in packages for name in group.value]
    current = environment_is_current(extras)
    if not current:
        wanted += Packages.BUILD.value + _python_packages()
    ensure_system(wanted)
    if not current:
        ensure_environment(extras)


def ensure_system(names: Sequence[str]) -> None:
    """Install those of the Debian packages ``names`` that are not there; touch nothing else.

    Raises:
        SetupFailed: if apt fails, or may not be used; the remedy is the exact command.
    """
    if sys.platform != "linux":
        return
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        if not environment_is_current(()):
            print("No apt here. The program needs what Debian calls: " + " ".join(names))
        return
    present = _installed()
    missing = [name for name in names if name not in present]
    if not missing:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    these = "1 system package" if len(missing) == 1 else f"{len(missing)} system packages"
    by_hand = "apt-get update && " + shlex.join(command)
    if os.geteuid() != 0:
        raise SetupFailed(
            f"{these} to install, which takes root.",
            f"run this, then the same command again:\n\n    sudo sh -c {shlex.quote(by_hand)}\n",
        )
    with step(f"Installing {these}"):
        log = _new_log("system-packages")
        if _lists_are_old():
            _logged(["apt-get", "update"], log, _APT)
        if _logged(command, log, _APT) == 0:
            return
        _logged(["apt-get", "update"], log, _APT)
        if _logged(command, log, _APT) != 0:
            raise SetupFailed(
                "The system packages could not be installed.",
                "check the network and the package sources, try by hand, then run this again:\n\n"
                f"    {by_hand}\n",
                log,
            )


def environment_is_current(extras: Iterable[str]) -> bool:
    """Whether ``.venv/`` was made here, for this ``pyproject.toml``, with at least ``extras``."""
    made = _Stamp.read()
    return (
        PYTHON.exists()
        and made is not None
        and (made.root, made.project) == (str(ROOT), _project_hash())
        and set(extras) <= set(made.extras)
    )


def ensure_environment(extras: Iterable[str]) -> None:
    """Make ``.venv/`` where it is missing or broken, and install the program in it.

    Raises:
        SetupFailed: if the environment, the installation, or the program's parts fail.
    """
    made = _Stamp.read()
    extras = sorted({*extras, *(made.extras if made else ())})
    moved = made is not None and made.root != str(ROOT)
    _STAMP.unlink(missing_ok=True)
    if moved or not _runs(PYTHON, "-m", "pip", "--version"):
        with step(f"Making the environment {ROOT / '.venv'}"):
            log = _new_log("environment")
            if _logged([sys.executable, "-m", "venv", "--clear", ROOT / ".venv"], log) != 0:
                raise SetupFailed(
                    "The Python environment could not be made.",
                    "remove the folder .venv and run this again.",
                    log,
                )
    with step("Installing the program and what it stands on"):
        log = _new_log("install")
        project = str(ROOT) + (f"[{','.join(extras)}]" if extras else "")
        options = ("--no-input", "--disable-pip-version-check", "--progress-bar=off")
        if _logged([PYTHON, "-m", "pip", "install", *options, "--editable", project], log) != 0:
            raise SetupFailed(
                "The program could not be installed.",
                "check the network (or pip's configuration) and run this again: it goes on "
                "from what is there.",
                log,
            )
    with step("Trying its parts"):
        log = _new_log("parts")
        if _logged([PYTHON, "-c", _PARTS], log, {"QT_QPA_PLATFORM": "offscreen"}) != 0:
            raise SetupFailed(
                "A part of the program does not load.",
                "the last line above names what is missing; on a system without apt, install "
                "the package that holds it, then run this again.",
                log,
            )
    _Stamp(str(ROOT), _project_hash(), tuple(extras)).write()


@dataclass(frozen=True)
class _Stamp:
    """For what ``.venv/`` was made; its scripts name the place, so a moved checkout counts."""

    root: str
    project: str
    extras: tuple[str, ...]

    @classmethod
    def read(cls) -> _Stamp | None:
        try:
            made = json.loads(_STAMP.read_text(encoding="utf-8"))
            return cls(str(made["root"]), str(made["project"]), tuple(made["extras"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self) -> None:
        _STAMP.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


_APT: Mapping[str, str] = {
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
}

# The parts that stand on the system's libraries, and a window that is never shown.
_PARTS = """
import kanta_desk, cryptography.x509, lxml.etree, smartcard.scard
from PySide6 import QtNetwork, QtSvg, QtWidgets
QtWidgets.QApplication([])
"""


def _python_packages() -> tuple[str, ...]:
    """What Debian splits off from Python and this interpreter lacks."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    lacks: list[str] = []
    if importlib.util.find_spec("ensurepip") is None:
        lacks.append(f"{name}-venv")
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        lacks.append(f"{name}-dev")
    return tuple(lacks)


def _installed() -> frozenset[str]:
    """The names of all installed packages, and the names that these provide."""
    shown = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}|${Package}, ${Provides}\n"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    names: set[str] = set()
    for line in shown.splitlines():
        status, _, provided = line.partition("|")
        if status == "installed":
            names.update(re.findall(r"(?:^|, )([a-z0-9][a-z0-9.+-]+)", provided))
    return frozenset(names)


def _lists_are_old() -> bool:
    """Whether apt's package lists are missing, or were last asked for more than a day ago."""
    asked = _LISTS / "partial"  # the lists themselves bear the server's dates
    return (
        not any(_LISTS.glob("*_Packages*"))
        or not asked.exists()
        or time.time() - asked.stat().st_mtime > _LISTS_GOOD_FOR
    )


def _project_hash() -> str:
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _new_log(name: str) -> Path:
    _LOGS.mkdir(exist_ok=True)
    log = _LOGS / f"{name}.log"
    log.write_bytes(b"")
    return log


def _logged(
    command: Sequence[str | Path], log: Path, extra: Mapping[str, str] | None = None
) -> int:
    """Run ``command`` with no input and its output appended to ``log``; its exit status."""
    with log.open("ab") as out:
        out.write(f"$ {shlex.join(map(str, command))}\n".encode())
        out.flush()
        return subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode


def _runs(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
