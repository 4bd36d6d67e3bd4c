"""What holds for every test: no window on the screen, no state outside a folder of its own.

Qt runs on the offscreen platform (a test marked ``display`` starts its own process on X), settings
and data go below a temporary folder, the user's keyring is out of reach, hypothesis repeats itself
in CI, and a test whose mark cannot be met here is skipped with the reason, which CI forbids.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import kanta_desk.accesslog.kinds  # noqa: F401 - tells the model the names of the kinds of event
from kanta_desk.settings.paths import Paths
from tests.helpers.skips import REASONS, NoSkipsInCi, in_ci

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile("here", deadline=None, max_examples=60)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if in_ci() else "here")


def pytest_configure(config: pytest.Config) -> None:
    """In CI, a skipped test is a failure."""
    if in_ci():
        config.pluginmanager.register(NoSkipsInCi())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine cannot run, with the reason."""
    missing = {mark: why for mark, reason in REASONS.items() if (why := reason())}
    for item in items:
        for mark in item.iter_markers():
            if mark.name in missing:
                item.add_marker(pytest.mark.skip(reason=missing[mark.name]))


@pytest.fixture(scope="session", autouse=True)
def _state_below_tmp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point every folder that a program of this user has at a temporary one."""
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR"):
            patch.setenv(name, str(home))
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The program's folders, made, for this test alone."""
    return Paths.under(tmp_path).make()
