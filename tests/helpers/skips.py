"""When a test cannot run on this machine, why not, and that this is a failure in CI."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

_VIRTUAL_READER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
SOFTHSM_MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
_SERVICES = os.pathsep.join((os.defpath, "/usr/sbin", "/usr/local/sbin"))
_REMEDY = "tests/run.py sets it up"


def in_ci() -> bool:
    """Whether this run decides if a change lands."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def pcscd_missing() -> str | None:
    """Why the real smart-card service with the virtual reader cannot be had; None if it can."""
    if sys.platform != "linux":
        return "the virtual reader is for Linux"
    if os.geteuid() != 0:
        return "starting the smart-card service takes root"
    if not shutil.which("pcscd", path=_SERVICES):
        return f"no pcscd; {_REMEDY}"
    if not _VIRTUAL_READER.exists():
        return f"no virtual reader (vsmartcard-vpcd); {_REMEDY}"
    return None


def display_missing() -> str | None:
    """Why a window cannot be shown on X; None if it can."""
    return None if os.environ.get("DISPLAY") else f"no X display; {_REMEDY}"


def softhsm_missing() -> str | None:
    """Why no PKCS#11 token in software can be had; None if it can."""
    found = shutil.which("softhsm2-util") and SOFTHSM_MODULE.exists()
    return None if found else f"no SoftHSM2; {_REMEDY}"


REASONS = {"pcscd": pcscd_missing, "display": display_missing, "softhsm": softhsm_missing}
"""By mark: why tests with that mark cannot run here, or None."""


class NoSkipsInCi:
    """Fails a run in CI in which any test or module was skipped, and lists them with reasons."""

    def __init__(self) -> None:
        self.skipped: list[tuple[str, str]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a skipped test; an expected failure is none."""
        if not hasattr(report, "wasxfail"):
            self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that skipped itself as a whole."""
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped:
            why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
            self.skipped.append((report.nodeid, str(why)))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Turn success into failure."""
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which and why."""
        if self.skipped:
            terminalreporter.section("skipped, which CI does not allow")
            for test, why in self.skipped:
                terminalreporter.write_line(f"{test}: {why}")
