"""Holders of keys: the keyring, a sealed file, a plain file."""

from __future__ import annotations

import stat
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from kanta_desk.errors import SecretStoreMissing, SettingsUnreadable
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.secrets import KeyHolder, KeyringKeys, PassphraseKeys, PlainFileKeys

KEY = bytes(range(32))


class MemoryKeyring(KeyringBackend):
    """A keyring of this process."""

    priority = 1

    def __init__(self, *, forgets: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture(params=["keyring", "passphrase", "file"])
def holder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> KeyHolder:
    if request.param == "keyring":
        backend = MemoryKeyring()
        for name in ("get_password", "set_password", "delete_password"):
            monkeypatch.setattr(keyring, name, getattr(backend, name))
        return KeyringKeys()
    if request.param == "passphrase":
        return PassphraseKeys(tmp_path / "keys.json", "salalause")
    return PlainFileKeys(tmp_path / "keys.json")


def test_a_key_is_kept_by_its_name_until_it_is_destroyed(holder: KeyHolder) -> None:
    assert holder.get("log a") is None
    holder.put("log a", KEY)
    holder.put("log b", KEY[::-1])
    assert (holder.get("log a"), holder.get("log b")) == (KEY, KEY[::-1])

    holder.put("log b", KEY)
    holder.destroy("log a")
    holder.destroy("log a")

    assert (holder.get("log a"), holder.get("log b")) == (None, KEY)


def test_a_machine_without_a_keyring_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = NoKeyring()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(backend, name))

    for act in (
        lambda: KeyringKeys().get("x"),
        lambda: KeyringKeys().put("x", KEY),
        lambda: KeyringKeys().destroy("x"),
    ):
        with pytest.raises(SecretStoreMissing):
            act()


def test_a_keyring_that_forgets_is_found_out_before_anything_is_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backend = MemoryKeyring(forgets=True)
    for name in ("get_password", "set_password"):
        monkeypatch.setattr(keyring, name, getattr(backend, name))

    with pytest.raises(SecretStoreMissing):
        KeyringKeys().put("x", KEY)


def test_a_sealed_file_gives_nothing_away_and_nothing_to_another_passphrase(
    tmp_path: Path,
) -> None:
    path = tmp_path / "keys.json"
    PassphraseKeys(path, "oikea").put("log a", KEY)

    assert KEY.hex() not in path.read_text()
    assert PassphraseKeys(path, "oikea").get("log a") == KEY
    with pytest.raises(SettingsUnreadable):
        PassphraseKeys(path, "väärä").get("log a")
    with pytest.raises(SettingsUnreadable):
        PassphraseKeys(path, "väärä").put("log b", KEY)


def test_a_key_does_not_pass_for_another(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    keys = PassphraseKeys(path, "salalause")
    keys.put("log a", KEY)
    path.write_text(path.read_text().replace("log a", "log b"))

    with pytest.raises(SettingsUnreadable):
        PassphraseKeys(path, "salalause").get("log b")


def test_files_of_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    PlainFileKeys(tmp_path / "keys.json").put("x", KEY)

    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}', '{"x": "%%%"}'])
def test_a_file_that_is_no_file_of_keys_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys.json").write_text(text)

    with pytest.raises(SettingsUnreadable):
        PlainFileKeys(tmp_path / "keys.json").get("x")


def test_the_passphrase_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "log.secret"
    path.write_text("salalause\nmuuta\n", encoding="utf-8")
    assert LogKeeping(LogKeys.PASSPHRASE, path).passphrase() == "salalause"

    for content in (b"", b"\n", b"\xff\xfe"):
        path.write_bytes(content)
        with pytest.raises(SettingsUnreadable):
            LogKeeping(LogKeys.PASSPHRASE, path).passphrase()
    with pytest.raises(SettingsUnreadable):
        LogKeeping(LogKeys.PASSPHRASE).passphrase()
