"""`card signing`: what this machine has, and choosing by command what the window keeps too."""

from __future__ import annotations

import json

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.errors import SignerMissing
from tests.helpers.commands import run

Captured = pytest.CaptureFixture[str]


def test_the_ways_are_shown_with_what_a_look_found(capsys: Captured) -> None:
    assert run("card", "signing", "--practice", "--json") == Status.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["chosen"] == "pcsc"
    assert [each["kind"] for each in told["ways"]] == ["pcsc", "scs"]


def test_a_choice_is_kept_for_the_next_command_and_taken_back(capsys: Captured) -> None:
    # Nothing listens for the service here: it is chosen all the same, and the status tells.
    assert run("card", "signing", "scs", "--practice", "--lang", "fi") == Status.FOUND_WRONG
    said = capsys.readouterr()
    assert "allekirjoituspalvelulla (SCS)" in said.err
    assert SignerMissing.code in said.out
    assert run("card", "signing", "--practice", "--json") == Status.FOUND_WRONG
    assert json.loads(capsys.readouterr().out)["chosen"] == "scs"
    assert run("card", "signing", "pcsc", "--practice", "--lang", "fi") == Status.DONE
    assert "* pcsc" in capsys.readouterr().out


def test_a_module_that_the_options_do_not_name_cannot_be_chosen(capsys: Captured) -> None:
    assert run("card", "signing", "pkcs11", "--practice") == Status.COULD_NOT_RUN
    assert SignerMissing.code in capsys.readouterr().err
