"""What the README shows can be done as it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.settings.options import FILE, Options
from tests.helpers.commands import run
from tests.helpers.tree import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
OPTIONS = "\n".join(re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL))
# Only rows of the table of commands: `kanta-desk name …`, `name …`; or a|b|c behind one name.
ROWS = re.findall(r"^\| (`kanta-desk .*?) \| ", TEXT.replace("\\|", "¦"), re.MULTILINE)


def commands() -> list[tuple[str, ...]]:
    """Every command that the table names, as one types it."""
    named: list[tuple[str, ...]] = []
    for row in ROWS:
        for said in re.findall(r"`([^`]+)`", row):
            plain = re.sub(r"\[--[^\]]*\]|--\S+( [A-Z…./]+)?", "", said.removeprefix("kanta-desk "))
            name, _, rest = plain.replace("[", " ").replace("]", " ").partition(" ")
            below = [part.split()[0] for part in rest.split("¦") if part.split()]
            several = "¦" in rest
            named += [(name, each) for each in below] if several else [(name,)]
    return named


def test_the_options_shown_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(OPTIONS, encoding="utf-8")
    options = Options.load(path)
    assert options.organisation is not None
    assert options.connection is not None
    assert options.log.recovery_key == tmp_path / "recovery.pem"


def test_the_table_names_commands_of_each_kind() -> None:
    assert {("search",), ("log", "proof"), ("rights", "first"), ("card", "pin")} <= set(commands())


@pytest.mark.parametrize("command", sorted(set(commands())), ids=" ".join)
def test_every_command_named_is_there(command: tuple[str, ...]) -> None:
    assert run(*command, "--help") == Status.DONE
