"""The set-up: what it asks for, what it leaves alone, what it says when it cannot."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import chain
from pathlib import Path

import pytest
import setup_environment as setup

DEBIAN = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dpkg-query"), reason="not a Debian system"
)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout with an environment that was made for it with the extra ``dev``."""
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(setup, "_STAMP", tmp_path / "stamp.json")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    setup._Stamp(str(tmp_path), setup._project_hash(), ("dev",)).write()
    return tmp_path


def test_an_environment_serves_its_extras_and_fewer(checkout: Path) -> None:
    assert setup.environment_is_current(["dev"])
    assert setup.environment_is_current([])
    assert not setup.environment_is_current(["dev", "more"])


def test_a_changed_project_makes_the_environment_stale(checkout: Path) -> None:
    (checkout / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert not setup.environment_is_current([])


def test_a_moved_checkout_makes_the_environment_stale(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = checkout / "moved"
    moved.mkdir()
    shutil.copy(checkout / "pyproject.toml", moved)
    monkeypatch.setattr(setup, "ROOT", moved)
    assert not setup.environment_is_current([])


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"root": 1, "project": 2, "extras": 3}'])
def test_a_stamp_that_cannot_be_read_makes_the_environment_stale(
    checkout: Path, stamp: str
) -> None:
    (checkout / "stamp.json").write_text(stamp)
    assert not setup.environment_is_current([])


def test_no_package_is_asked_for_twice() -> None:
    names = list(chain.from_iterable(group.value for group in setup.Packages))
    assert len(names) == len(set(names))


@DEBIAN
def test_what_is_installed_is_left_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)  # apt could not be used
    setup.ensure_system(["dpkg", "libc6", "awk"])  # awk: a name that mawk or gawk provides
    assert capsys.readouterr().out == ""


@DEBIAN
def test_without_root_the_command_names_what_is_missing_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(setup.SetupFailed) as failed:
        setup.ensure_system(["dpkg", "no-such-package"])
    assert "--no-install-recommends no-such-package'" in failed.value.remedy
    assert failed.value.explain().startswith("\n1 system package to install")


def test_a_failure_shows_the_last_lines_the_log_and_the_remedy(tmp_path: Path) -> None:
    log = tmp_path / "install.log"
    log.write_text("".join(f"line {number}\n" for number in range(100)))
    said = setup.SetupFailed("It failed.", "try again.", log).explain()
    assert "line 87\n" not in said
    assert "line 88\n" in said
    assert "line 99\n" in said
    assert str(log) in said
    assert said.endswith("What to do: try again.")


def test_a_step_says_when_it_failed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(setup.SetupFailed), setup.step("Installing"):
        raise setup.SetupFailed("It failed.", "try again.")
    assert capsys.readouterr().out == "Installing … failed\n"
