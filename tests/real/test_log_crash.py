"""The access log keeps what it promised: killed in the middle, or with the power cut.

A few rounds of what ``tests.bench.accesslog`` does a thousand times.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.helpers.logcrash import killed, power_cuts


@pytest.mark.skipif(sys.platform == "win32", reason="kill −9 is of Unix")
def test_nothing_promised_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    assert [wrong for wrong in killed(tmp_path / "log", 12, 1, verify_every=6) if wrong] == []


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("gcc") is None,
    reason="the recorder is preloaded: Linux with gcc",
)
def test_nothing_promised_is_lost_when_the_power_is_cut(tmp_path: Path) -> None:
    assert [wrong for wrong in power_cuts(tmp_path, 120, 12, 1) if wrong] == []
