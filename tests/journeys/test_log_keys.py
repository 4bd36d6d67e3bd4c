"""The keyring is lost: the organisation's recovery key opens the log again, by the commands."""

from __future__ import annotations

import getpass
import json
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kanta_desk.accesslog.backup import back_up
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.keeping import SEALED_KEYS, log_folder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.sidebase import FILE, SideBase
from kanta_desk.cli.program import Status
from kanta_desk.model.events import EventFilter, EventKind, EventRef
from kanta_desk.settings.options import FILE as OPTIONS
from kanta_desk.settings.options import Options
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.events import Clock, fill

Captured = pytest.CaptureFixture[str]
SAID = "hyvin pitkä salalause"


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """An installation whose log is encrypted, its keys wrapped for the organisation too."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    paths = Paths.of_system()
    paths.config.mkdir(parents=True)
    paths.data.mkdir(parents=True)
    private = rsa.generate_private_key(65537, 3072)
    (tmp_path / "private.pem").write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(SAID.encode()),
        )
    )
    (paths.config / "recovery.pem").write_bytes(
        private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    (paths.config / "log.secret").write_text("sinetti\n", encoding="utf-8")
    (paths.config / OPTIONS).write_text(
        '[log]\nkeys = "passphrase"\npassphrase_file = "log.secret"\n'
        'recovery_key = "recovery.pem"\n',
        encoding="utf-8",
    )
    return paths


def folder_of(paths: Paths) -> LogFolder:
    return log_folder(paths, Options.load(paths.config / OPTIONS).log)


def opened(paths: Paths) -> AccessLog:
    return AccessLog.open(
        folder_of(paths), workstation="w", os_user="u", software="s", clock=Clock()
    )


def answered(monkeypatch: pytest.MonkeyPatch, typed: str) -> list[str]:
    """Type this at every prompt; the prompts."""
    prompts: list[str] = []

    def answer(prompt: str) -> str:
        prompts.append(prompt)
        return typed

    monkeypatch.setattr(getpass, "getpass", answer)
    return prompts


def test_lost_keys_come_back_and_the_log_goes_on(
    paths: Paths, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(opened(paths)) as log:
        fill(log, 3)
        head = log.head()
        SideBase(log.folder).close()
    (paths.data / SEALED_KEYS).unlink()
    key = ("--key", str(tmp_path / "private.pem"))

    answered(monkeypatch, "väärä")
    assert run("log", "recover-key", *key) == Status.COULD_NOT_RUN
    told = capsys.readouterr().err
    assert "KD-6006" in told
    assert "väärä" not in told
    prompts = answered(monkeypatch, SAID)
    assert run("log", "recover-key", *key) == Status.DONE
    assert prompts == ["Avaimen salalause: "]
    assert str(head.trees[0].tree) in capsys.readouterr().out

    with closing(opened(paths)) as log:
        (event,) = log.search(EventFilter(kind=EventKind.LOG_RECOVERY)).events
        assert json.loads(event.evidence) == {"keys": [str(head.trees[0].tree)]}
        assert event.seq == head.size + 1
        assert log.count(EventFilter()) == 5
        SideBase(log.folder).close()  # its key cannot come back: there is a new one
    assert run("log", "recover-key", *key, "--json") == Status.DONE
    assert json.loads(capsys.readouterr().out) == {"recovered": []}


def test_a_backup_is_put_back_where_keys_and_files_are_lost(
    paths: Paths, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(opened(paths)) as log:
        fill(log, 3)
        head = log.head()
        back_up(log.folder, tmp_path / "copy")
    (paths.data / SEALED_KEYS).unlink()
    for file in sorted(paths.access_log.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    copy, key = str(tmp_path / "copy"), str(tmp_path / "private.pem")
    answered(monkeypatch, SAID)

    assert run("log", "restore", copy) == Status.COULD_NOT_RUN
    assert "kanta-desk log recover-key" in capsys.readouterr().err
    assert run("log", "recover-key", "--key", key, "--backup", copy) == Status.DONE
    assert run("log", "restore", copy) == Status.DONE

    assert not (paths.access_log / FILE).exists()
    with closing(opened(paths)) as log:
        (event,) = log.search(EventFilter(kind=EventKind.LOG_RECOVERY)).events
        assert json.loads(event.evidence) == {"files": [str(head.trees[0].tree)]}
        assert log.prove(EventRef(event.ref.register, event.ref.year, head.size)).seq == head.size
