"""The checkout holds what it should, where it should."""

from __future__ import annotations

import os

from tests.helpers.tree import PACKAGE, ROOT, project_files

TOP = {"CHANGELOG.md", "LICENSE", "README.md", "installers", "kanta_desk", "pyproject.toml"} | {
    "resources",
    "tests",
}
DOTS = {".ci", ".editorconfig", ".gitattributes", ".gitignore"}
ROOMS = {"accesslog", "archive", "cards", "checks", "cli", "deployment", "desk", "diagnosis"} | {
    *(
        "errors",
        "gui",
        "invalidation",
        "model",
        "net",
        "paper",
        "practice",
        "rights",
        "settings",
        "trust",
    )
}
TEST_FOLDERS = {"bench", "helpers", "journeys", "real", "unit", "window"}


def test_the_top_level_holds_only_the_wanted_names() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in project_files()} == TOP | DOTS


def test_the_package_holds_the_rooms_of_the_house_and_nothing_beside_them() -> None:
    inside = {
        path.relative_to(PACKAGE).parts[0]
        for path in project_files()
        if path.is_relative_to(PACKAGE)
    }
    assert inside - {"__init__.py", "__main__.py", "py.typed"} == ROOMS


def test_tests_lie_in_their_folders() -> None:
    tests = ROOT / "tests"
    inside = {
        path.relative_to(tests).parts[0] for path in project_files() if path.is_relative_to(tests)
    }
    assert inside - TEST_FOLDERS == {"conftest.py", "run.py"}


def test_unit_tests_mirror_the_rooms() -> None:
    unit = ROOT / "tests" / "unit"
    inside = {
        path.relative_to(unit).parts[0] for path in project_files() if path.is_relative_to(unit)
    }
    assert inside <= ROOMS | {"project", "installers"}


def test_scripts_can_be_run() -> None:
    for name in (".ci/run", "installers/start.py", "tests/run.py"):
        assert os.access(ROOT / name, os.X_OK), name
