"""The check of the program's own parts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kanta_desk.diagnosis import program
from kanta_desk.diagnosis.check import Scene
from kanta_desk.diagnosis.program import Library, is_bad_pair, parts_of_program
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.settings.paths import Paths
from tests.helpers.diagnosis import parts


@pytest.mark.parametrize(
    ("python", "qt", "bad"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 11), "6.12.1", True),
        ((3, 11), "7.0.0", True),
        ((3, 11), "6.11.3", False),
        ((3, 11), "6.8", False),
        ((3, 12), "6.12.0", False),
        ((3, 14), "6.13.2", False),
        ((3, 11), "unknown", False),
    ],
)
def test_the_pair_that_loses_references_is_known(
    python: tuple[int, int], qt: str, bad: bool
) -> None:
    assert is_bad_pair(python, qt) is bad


def test_the_parts_of_this_checkout_are_sound(paths: Paths) -> None:
    seen = parts_of_program(Scene(parts(paths)))
    assert seen.state is CheckState.OK
    assert any(line.startswith("PySide6 6.") for line in seen.evidence)


def test_a_bad_pair_fails(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "installed", lambda name: "6.12.0")
    monkeypatch.setattr(program, "is_bad_pair", lambda python, qt: qt == "6.12.0")
    seen = parts_of_program(Scene(parts(paths)))
    assert seen.state is CheckState.FAILED
    assert "6.12" in seen.summary.en
    assert seen.remedy is not None


def test_a_library_that_does_not_load_is_named(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Library("no-such-thing", "no_such_module.inside")
    monkeypatch.setattr(program, "LIBRARIES", (*program.LIBRARIES, missing))
    seen = parts_of_program(Scene(parts(paths)))
    assert seen.state is CheckState.FAILED
    assert "✗ no_such_module.inside" in seen.evidence
    assert "no-such-thing –" in seen.evidence


def test_qt_is_not_loaded_by_the_check() -> None:
    code = (
        "import sys; from kanta_desk.diagnosis.program import parts_of_program as p; p(None); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
