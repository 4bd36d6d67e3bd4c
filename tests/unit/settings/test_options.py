"""Options: what an administrator writes, and what a fault says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.model.mode import Mode
from kanta_desk.model.text import Language
from kanta_desk.settings.options import DEFAULT_IDLE_MINUTES, FILE, Options, TrustOptions
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.resources import resource

WHOLE = """
language = "sv"
idle_minutes = 5
trust_roots = "roots"

[organisation]
oid = "1.2.246.10.32213086.10.0"
name = "Hoiva Esimerkki Oy"
business_id = "3221308-6"
unit_oid = "1.2.246.10.32213086.10.1"
unit_name = "Kotihoito"

[connection]
name = "Harjoitus"
mode = "practice"
url = "https://localhost:8443"
profile = "standin-1"
ca_file = "ca.pem"
client_chain = "client.pem"
client_key = "client.key"

[[purpose]]
code = "1"
fi = "Käyttöönottokoe"
sv = "Driftsättningsprov"
en = "Deployment test"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "options.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_is_not_there_gives_an_installation_that_can_still_be_diagnosed(
    tmp_path: Path,
) -> None:
    options = Options.load(tmp_path / "options.toml")

    assert options.connection is None
    assert options.mode is Mode.PRODUCTION
    assert options.idle_minutes == DEFAULT_IDLE_MINUTES


def test_a_whole_file_is_read_with_paths_from_its_own_folder(tmp_path: Path) -> None:
    options = Options.load(written(tmp_path, WHOLE))

    assert options.mode is Mode.PRACTICE
    assert options.language is Language.SV
    assert options.idle_minutes == 5
    assert options.trust_roots == tmp_path / "roots"
    assert options.connection is not None
    assert options.connection.client_key == tmp_path / "client.key"
    assert options.organisation is not None
    assert options.organisation.unit.name == "Kotihoito"
    assert [purpose.name.fi for purpose in options.purposes] == ["Käyttöönottokoe"]
    assert not options.purposes[0].verified


@pytest.mark.parametrize(
    ("line", "instead", "place"),
    [
        ('business_id = "3221308-6"', 'business_id = "3221308-7"', "business_id"),
        ('mode = "practice"', 'mode = "harjoitus"', "mode"),
        ('url = "https://localhost:8443"', 'url = "http://localhost:8443"', "url"),
        ('profile = "standin-1"', "", "profile"),
        ("idle_minutes = 5", 'idle_minutes = "viisi"', "idle_minutes"),
        ('oid = "1.2.246.10.32213086.10.0"', 'oid = "1.2.246..10"', "oid"),
    ],
)
def test_a_fault_names_the_file_and_the_key(
    tmp_path: Path, line: str, instead: str, place: str
) -> None:
    path = written(tmp_path, WHOLE.replace(line, instead, 1))

    with pytest.raises(SettingsUnreadable) as caught:
        Options.load(path)

    assert caught.value.fields["place"] == f"options.toml: {place}"


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable) as caught:
        Options.load(written(tmp_path, "language = fi"))

    assert "line 1" in str(caught.value.fields["reason"])


def test_folders_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "desk").make()

    assert paths.access_log.is_dir()
    assert paths.access_log.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("a file in the way", encoding="utf-8")

    with pytest.raises(FolderNotWritable) as caught:
        Paths.under(tmp_path / "desk").make()

    assert str(tmp_path) in str(caught.value.fields["folder"])


def test_a_missing_resource_is_an_error_that_names_it() -> None:
    with pytest.raises(SettingsUnreadable) as caught:
        resource("icons", "no-such-icon.svg")

    assert caught.value.fields["place"] == "resources/icons/no-such-icon.svg"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("organisation = 1", "options.toml: organisation"),
        ("connection = 'x'", "options.toml: connection"),
        ("purpose = 3", "options.toml: purpose"),
        ("purpose = [1]", "options.toml: purpose"),
        ("idle_minutes = inf", "options.toml: idle_minutes"),
        ("idle_minutes = -5", "options.toml: idle_minutes"),
        ("idle_minutes = 0", "options.toml: idle_minutes"),
        ("idle_minutes = true", "options.toml: idle_minutes"),
        ("idle_minutes = " + "9" * 5000, "options.toml"),
        ('trust_roots = "a\\u0000b"', "options.toml: trust_roots"),
        ("a = " + "[" * 5000, "options.toml"),
        ("# " + "x" * 5_000_000, "options.toml"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_key(
    tmp_path: Path, text: str, place: str
) -> None:
    (tmp_path / "options.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsUnreadable) as caught:
        Options.load(tmp_path / "options.toml")

    assert caught.value.fields["place"] == place


@pytest.mark.parametrize("timeout", ["0", "-1", "nan", "inf", "true", "'9'", "1e9"])
def test_a_time_limit_that_is_none_is_refused(tmp_path: Path, timeout: str) -> None:
    text = WHOLE.replace('mode = "practice"', f'mode = "practice"\ntimeout = {timeout}')
    (tmp_path / "options.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsUnreadable, match="timeout"):
        Options.load(tmp_path / "options.toml")


def test_what_is_decided_about_certificates_is_read(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(
        "[trust]\nunknown_may_view = true\nproxy = 'http://proxy.example:3128'\n"
        f"also_trust = ['{'AB:' * 31}AB', '{'cd' * 32}']\n",
        encoding="utf-8",
    )
    trust = Options.load(path).trust
    assert trust == TrustOptions(
        True, "http://proxy.example:3128", frozenset({"ab" * 32, "cd" * 32})
    )


def test_without_a_word_of_the_organisation_an_unknown_status_lets_nobody_in(
    tmp_path: Path,
) -> None:
    assert Options.load(tmp_path / FILE).trust == TrustOptions(unknown_may_view=False)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("unknown_may_view = 1", "unknown_may_view"),
        ("proxy = 'proxy.example:3128'", "proxy"),
        ("proxy = 'http://me:secret@proxy.example'", "proxy"),
        ("also_trust = 'ab'", "also_trust"),
        ("also_trust = ['abcd']", "also_trust"),
    ],
)
def test_a_fault_in_what_is_decided_about_certificates_is_told_by_its_key(
    tmp_path: Path, line: str, key: str
) -> None:
    path = tmp_path / FILE
    path.write_text(f"[trust]\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsUnreadable) as told:
        Options.load(path)
    assert told.value.fields["place"] == f"options.toml: {key}"


def test_where_checkpoints_are_anchored_and_how_many_approve_a_disposal(tmp_path: Path) -> None:
    text = '[log]\nanchor_folder = "ankkurit"\ndisposal_persons = 2\n'

    log = Options.load(written(tmp_path, text)).log

    assert log.anchor_folders == (tmp_path / "ankkurit",)
    assert Options().log.anchor_folders == ()
    assert log.disposal_persons == 2
    assert Options().log.disposal_persons == 1


def test_checkpoints_may_be_anchored_in_several_places(tmp_path: Path) -> None:
    text = '[log]\nanchor_folder = ["ankkurit", "toinen/ankkurit", "ankkurit"]\n'
    folders = Options.load(written(tmp_path, text)).log.anchor_folders
    assert folders == (tmp_path / "ankkurit", tmp_path / "toinen" / "ankkurit")


@pytest.mark.parametrize("value", ["3", '["a", 3]', '[""]', '""', "true"])
def test_another_kind_of_place_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsUnreadable) as told:
        Options.load(written(tmp_path, f"[log]\nanchor_folder = {value}\n"))
    assert "anchor_folder" in str(told.value.fields["place"])


@pytest.mark.parametrize("number", ["0", "3", "true", '"2"', "1.5"])
def test_another_number_of_approvers_is_refused(tmp_path: Path, number: str) -> None:
    with pytest.raises(SettingsUnreadable):
        Options.load(written(tmp_path, f"[log]\ndisposal_persons = {number}\n"))


def connection(name: str, mode: str, more: str = "") -> str:
    return f"""
[[connection]]
name = "{name}"
mode = "{mode}"
url = "https://archive.example"
profile = "standin-1"
ca_file = "ca.pem"
{more or 'client_chain = "client.pem"' + chr(10) + 'client_key = "client.key"'}
"""


SEVERAL = connection("Tuotanto", "production") + connection("Testi", "test")


def test_of_several_connections_the_first_that_is_not_production_is_the_usual_one(
    tmp_path: Path,
) -> None:
    options = Options.load(written(tmp_path, SEVERAL))

    assert [each.name for each in options.connections] == ["Tuotanto", "Testi"]
    assert options.connection is options.connections[1]
    assert options.mode is Mode.TEST


def test_a_connection_is_chosen_by_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, SEVERAL)

    assert Options.load(path, "tuotanto").mode is Mode.PRODUCTION
    with pytest.raises(SettingsUnreadable, match="Tuotanto, Testi"):
        Options.load(path, "Toinen")


def test_two_connections_of_one_name_are_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable, match="twice"):
        Options.load(written(tmp_path, SEVERAL + connection("TESTI", "practice")))


def test_certificate_and_key_may_be_one_file(tmp_path: Path) -> None:
    path = written(tmp_path, connection("Testi", "test", 'client_p12 = "client.p12"'))

    (found,) = Options.load(path).connections

    assert (found.client_chain, found.client_key) == (tmp_path / "client.p12", None)
    with pytest.raises(SettingsUnreadable, match="client_p12"):
        Options.load(written(tmp_path, connection("T", "test", 'client_p12 = "client.pem"')))
