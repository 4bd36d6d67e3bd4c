"""The way to sign: the administrator's default, and what the holder chose."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.cards import SignerKind
from kanta_desk.settings.options import Options
from kanta_desk.settings.signing import Signing, in_use, remember, remembered


def test_the_card_itself_is_the_default(tmp_path: Path) -> None:
    assert Options.load(tmp_path / "options.toml").signing == Signing()
    assert Signing().way is SignerKind.PCSC


def test_a_choice_is_remembered(tmp_path: Path) -> None:
    assert remembered(tmp_path, SignerKind.SCS) is SignerKind.SCS
    remember(tmp_path, SignerKind.PKCS11)
    assert remembered(tmp_path, SignerKind.SCS) is SignerKind.PKCS11


def test_a_damaged_choice_is_named(tmp_path: Path) -> None:
    (tmp_path / "signing.toml").write_text('way = "magia"\n')
    with pytest.raises(SettingsUnreadable) as told:
        remembered(tmp_path, SignerKind.PCSC)
    assert told.value.fields["place"] == "signing.toml: way"


def test_options_name_the_module_and_the_service_s_root(tmp_path: Path) -> None:
    path = tmp_path / "options.toml"
    path.write_text(
        '[signing]\nway = "pkcs11"\npkcs11_module = "/usr/lib/a.so"\nscs_ca_file = "scs.pem"\n'
    )
    signing = Options.load(path).signing
    assert signing == Signing(SignerKind.PKCS11, Path("/usr/lib/a.so"), tmp_path / "scs.pem")
    assert signing.ways == (SignerKind.PCSC, SignerKind.PKCS11, SignerKind.SCS)


def test_the_module_must_be_named_to_be_the_way(tmp_path: Path) -> None:
    path = tmp_path / "options.toml"
    path.write_text('[signing]\nway = "pkcs11"\n')
    with pytest.raises(SettingsUnreadable) as told:
        Options.load(path)
    assert told.value.fields["place"] == "options.toml: pkcs11_module"


def test_an_unknown_way_is_named(tmp_path: Path) -> None:
    path = tmp_path / "options.toml"
    path.write_text('[signing]\nway = "usb"\n')
    with pytest.raises(SettingsUnreadable) as told:
        Options.load(path)
    assert told.value.fields["place"] == "options.toml: way"


def test_a_way_that_was_chosen_but_is_no_longer_to_be_had_gives_place_to_the_default(
    tmp_path: Path,
) -> None:
    remember(tmp_path, SignerKind.PKCS11)
    module = Signing(pkcs11_module=Path("/usr/lib/a.so"))
    assert in_use(module, tmp_path).way is SignerKind.PKCS11
    assert in_use(Signing(way=SignerKind.SCS), tmp_path).way is SignerKind.SCS


@pytest.mark.parametrize(
    "address", ["http://localhost:53952", "https://example.fi", "https://localhost.fi", "x"]
)
def test_the_service_is_on_this_machine_alone(tmp_path: Path, address: str) -> None:
    path = tmp_path / "options.toml"
    path.write_text(f'[signing]\nscs_url = "{address}"\n')
    with pytest.raises(SettingsUnreadable) as told:
        Options.load(path)
    assert told.value.fields["place"] == "options.toml: scs_url"
