"""The main job through the system's smart-card service, with the card in the virtual reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from tests.helpers.pcscd import PcscService


@pytest.mark.pcscd
def test_the_headless_run_signs_in_through_the_smart_card_service(tmp_path: Path) -> None:
    out, state = tmp_path / "out", tmp_path / "state"
    with PcscService():
        done = subprocess.run(
            [
                *(sys.executable, "-m", "kanta_desk", "practice", "--headless"),
                *("--reader", "pcsc", "--out", str(out), "--state", str(state)),
            ],
            capture_output=True,
            check=False,
            timeout=240,
        )
    assert done.returncode == Status.DONE, done.stderr.decode(errors="replace")
    assert json.loads((out / "verdict.json").read_text(encoding="utf-8"))["complete"]


@pytest.mark.pcscd
def test_a_missing_smart_card_service_is_told_with_its_remedy(tmp_path: Path) -> None:
    with PcscService() as service:
        service.stop()
        done = subprocess.run(
            [
                *(sys.executable, "-m", "kanta_desk", "practice", "--headless", "--lang", "en"),
                *("--reader", "pcsc", "--out", str(tmp_path / "out")),
                *("--state", str(tmp_path / "state")),
            ],
            capture_output=True,
            check=False,
            timeout=120,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
    said = done.stderr.decode("utf-8")
    assert done.returncode == Status.COULD_NOT_RUN
    assert "KD-400" in said
    assert "What to do:" in said
    assert "Traceback" not in said


@pytest.mark.pcscd
def test_the_doctor_tells_a_service_that_runs_without_a_card() -> None:
    with PcscService():
        done = subprocess.run(
            [sys.executable, "-m", "kanta_desk", "doctor", "--json"],
            capture_output=True,
            check=False,
            timeout=120,
        )
    checks = {check["id"]: check for check in json.loads(done.stdout)["checks"]}
    assert done.returncode == Status.FOUND_WRONG
    assert (checks["service"]["state"], checks["readers"]["state"]) == ("ok", "ok")
    assert checks["card"]["code"] == "KD-4003"
    assert checks["tries"]["state"] == "skipped"
