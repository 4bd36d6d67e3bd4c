"""In CI a skipped test fails the run; elsewhere it does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.tree import ROOT

CONFTEST = """
from tests.helpers.skips import NoSkipsInCi, in_ci
def pytest_configure(config):
    if in_ci():
        config.pluginmanager.register(NoSkipsInCi())
"""
ONE_SKIPPED = "import pytest\n\n@pytest.mark.skip(reason='no such thing')\ndef test_a(): pass\n"
MODULE_SKIPPED = "import pytest\npytest.skip('not at all', allow_module_level=True)\n"
EXPECTED = "import pytest\n\n@pytest.mark.xfail(reason='known')\ndef test_a(): assert False\n"
PASSED = "def test_b(): pass\n"


def status(folder: Path, test: str, ci: str) -> tuple[int, str]:
    """Run ``test`` beside a passing one; pytest's exit status and output."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_it.py").write_text(test)
    (folder / "test_passing.py").write_text(PASSED)
    (folder / "pytest.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CI": ci, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("test", "why"), [(ONE_SKIPPED, "no such thing"), (MODULE_SKIPPED, "not at all")]
)
def test_a_skip_fails_the_run_in_ci_and_says_why(tmp_path: Path, test: str, why: str) -> None:
    code, said = status(tmp_path, test, ci="true")
    assert code == 1
    assert "test_it.py" in said.partition("which CI does not allow")[2]
    assert why in said.partition("which CI does not allow")[2]


def test_a_skip_does_not_fail_the_run_elsewhere(tmp_path: Path) -> None:
    assert status(tmp_path, ONE_SKIPPED, ci="")[0] == 0


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    assert status(tmp_path, EXPECTED, ci="true")[0] == 0
