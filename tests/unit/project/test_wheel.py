"""The wheel holds the program with its resources, and works where it is unpacked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from kanta_desk import __version__
from tests.helpers.tree import PACKAGE, ROOT, project_files

TRY = """
import pkgutil, kanta_desk, kanta_desk.settings.resources as resources
print(kanta_desk.__file__)
print(resources.resource("fonts", "OpenSans-Regular.ttf"))
for module in pkgutil.walk_packages(kanta_desk.__path__, "kanta_desk."):
    __import__(module.name) if module.name != "kanta_desk.__main__" else None
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_every_module_and_resource_and_nothing_else(unpacked: Path) -> None:
    resources = ROOT / "resources"
    wanted = {
        path.relative_to(ROOT) for path in project_files() if path.is_relative_to(PACKAGE)
    } | {
        Path("kanta_desk", "_resources") / path.relative_to(resources)
        for path in project_files()
        if path.is_relative_to(resources)
    }
    held = {path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()}
    program = {path for path in held if path.parts[0] == "kanta_desk"}
    assert program == wanted
    beside = {path.parts[0].partition("-")[2] for path in held - program}
    assert beside == {f"{__version__}.dist-info"}


def test_the_wheel_carries_the_licences(unpacked: Path) -> None:
    licences = {path.name for path in unpacked.glob("*.dist-info/licenses/**/*") if path.is_file()}
    assert {"LICENSE", "LICENSES.txt"} <= licences


def test_all_of_the_program_loads_from_the_wheel_and_finds_its_resources(unpacked: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRY],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    places = done.stdout.splitlines()
    assert places == [
        str(unpacked / "kanta_desk" / "__init__.py"),
        str(unpacked / "kanta_desk" / "_resources" / "fonts" / "OpenSans-Regular.ttf"),
    ]
