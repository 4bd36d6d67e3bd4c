"""The checkout's own files, for tests of the project's rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kanta_desk"


@cache
def project_files() -> tuple[Path, ...]:
    """Every file below the root but git's own and those that .gitignore names, sorted."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()

    def below(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            inside = path.relative_to(ROOT).as_posix()
            names = (path.name, path.name + "/", inside)
            if path.name == ".git" or any(fnmatch(n, rule) for rule in ignored for n in names):
                continue
            if path.is_dir():
                yield from below(path)
            else:
                yield path

    return tuple(below(ROOT))


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """The name from the root and the text of every file that is UTF-8."""
    found = []
    for path in project_files():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_bytes().decode()))
        except UnicodeDecodeError:
            continue
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Module:
    """A Python module of the checkout: its name from the root, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """Lines, blank ones included."""
        return len(self.text.splitlines())


@cache
def modules() -> tuple[Module, ...]:
    """All Python files of the program, its installers and its tests."""
    return tuple(Module(n, text, ast.parse(text)) for n, text in texts() if n.endswith(".py"))


def program() -> tuple[Module, ...]:
    """The modules of ``kanta_desk``."""
    return tuple(module for module in modules() if module.name.startswith("kanta_desk/"))
