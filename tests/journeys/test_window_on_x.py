"""The main job in a real window on an X display, with either reader."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from kanta_desk.model.mode import ReaderKind
from tests.helpers.pcscd import PcscService
from tests.helpers.tree import ROOT
from tests.helpers.window_journey import DONE


@pytest.mark.display
@pytest.mark.parametrize(
    "reader", [ReaderKind.SOFTWARE, pytest.param(ReaderKind.PCSC, marks=pytest.mark.pcscd)]
)
def test_the_main_job_is_done_in_a_real_window(reader: ReaderKind, tmp_path: Path) -> None:
    with PcscService() if reader is ReaderKind.PCSC else nullcontext():
        done = subprocess.run(
            [sys.executable, "-m", "tests.helpers.window_journey", str(tmp_path), reader],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=180,
        )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["xcb", DONE]
