"""The import contracts of ``pyproject.toml`` hold, and would notice if they did not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.helpers.tree import PACKAGE, ROOT

SNEAKS = {
    "Floors": ("model/sneak.py", "import kanta_desk.settings.paths"),
    "Wall 1: window and commands": ("gui/sneak.py", "import kanta_desk.archive"),
    "Wall 1: only the gate": ("desk/sneak.py", "import kanta_desk.archive.gateway"),
    "Practice is reached only": ("desk/sneak2.py", "import kanta_desk.practice"),
    "Wall 2: Qt": ("desk/sneak3.py", "import PySide6.QtCore"),
    "Door: httpx": ("archive/sneak.py", "import httpx"),
    "Door: pyscard": ("cards/sneak.py", "import smartcard.scard"),
    "Door: PKCS#11": ("cards/sneak2.py", "import pkcs11"),
    "Door: lxml": ("accesslog/sneak.py", "import lxml.etree"),
    "Door: spreadsheets": ("invalidation/sneak.py", "import openpyxl"),
    "Door: signatures of PDF": ("deployment/sneak.py", "import pyhanko.sign"),
    "Door: certificate paths": ("net/sneak.py", "import pyhanko_certvalidator"),
    "Door: SQLite": ("rights/sneak.py", "import sqlite3"),
    "Door: arrays": ("checks/sneak.py", "import numpy"),
    "Door: keyring": ("settings/sneak.py", "import keyring"),
    "Door: the command framework": ("gui/sneak2.py", "import typer"),
    "Door: the server framework": ("net/sneak2.py", "import starlette, uvicorn"),
}


def lint_imports(root: Path) -> tuple[int, str]:
    """Check the package below ``root`` against the contracts; exit status and output."""
    done = subprocess.run(
        [sys.executable, "-c", _LINT, "--no-logo", "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_the_import_contracts_hold() -> None:
    status, said = lint_imports(ROOT)
    assert status == 0, said


def test_every_contract_has_a_sneak_that_tries_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [contract["name"] for contract in project["tool"]["importlinter"]["contracts"]]
    assert [name for name in names if not name.startswith(tuple(SNEAKS))] == []


def test_a_wall_that_is_broken_is_noticed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "kanta_desk", ignore=shutil.ignore_patterns("__pycache__"))
    for place, line in SNEAKS.values():
        (tmp_path / "kanta_desk" / place).write_text(f'"""A test\'s."""\n\n{line}\n')
    status, said = lint_imports(tmp_path)
    kept = [
        wall
        for wall in SNEAKS
        if not any(line.startswith(wall) and "BROKEN" in line for line in said.splitlines())
    ]
    assert (status, kept) == (1, []), said
