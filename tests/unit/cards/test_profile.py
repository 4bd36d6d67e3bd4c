"""Card models by their ATR, from data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.cards.profile import Scheme, Support, profiles, read_profiles
from kanta_desk.errors import SettingsUnreadable

_COSMO_X = "3BDD96008031FE450031B8640429ECC1739401808349"


@pytest.mark.parametrize(
    ("atr", "name", "support"),
    [
        (_COSMO_X, "Idemia Cosmo X", Support.SUPPORTED),
        (_COSMO_X[:-4] + "8248", "Idemia ID.me IDeal Citiz 2.17-i", Support.SUPPORTED),
        (
            "3BDF96008031FE450031B8640429ECC173940180829000DA",
            "Oberthur Cosmo v7",
            Support.EXPIRED,
        ),
        (
            "3B7F9600008031B865B085050011122460829000",
            "Thales MultiApp v5.0",
            Support.UNSUPPORTED,
        ),
        (
            "3B7F9600008031B865B085051024122460829000",
            "Thales MultiApp v5.0",
            Support.UNSUPPORTED,
        ),
        ("3B7B940000806211515646696E454944", "Setec SetCOS 5.1", Support.EXPIRED),
    ],
)
def test_a_card_is_known_by_the_historical_bytes_of_its_atr(
    atr: str, name: str, support: Support
) -> None:
    model = profiles().find(bytes.fromhex(atr))
    assert model is not None
    assert (model.name, model.support) == (name, support)


@pytest.mark.parametrize(
    "atr",
    [
        _COSMO_X.replace("29ECC1", "1FECC1"),  # a foreign twin of the same maker
        _COSMO_X[:-4] + "8448",
        "3B00",
        "",
        "00112233",
    ],
)
def test_a_card_that_is_only_similar_or_none_at_all_is_unknown(atr: str) -> None:
    assert profiles().find(bytes.fromhex(atr)) is None


def test_every_model_says_on_what_evidence_it_stands() -> None:
    models = profiles().models
    assert len(models) >= 6
    assert all(len(model.evidence) > 20 for model in models)
    assert {model.name for model in models if not model.verified} == {
        "Idemia ID.me IDeal Citiz 2.17-i"
    }
    assert all(m.scheme is Scheme.SOTE for m in models if m.support is Support.SUPPORTED)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "card = 1\n['s4-2']\n",
        "[[card]]\nname = 'x'\n",
        "[[card]]\nname='x'\nscheme='S9'\nhistorical='00'\nsupport='supported'\nevidence=''\nverified=true\n",
        "[[card]]\nname='x'\nscheme='S4-2'\nhistorical='0G'\nsupport='supported'\nevidence=''\nverified=true\n",
        "not toml",
    ],
)
def test_a_faulty_profile_file_is_told_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(content)
    with pytest.raises(SettingsUnreadable) as told:
        read_profiles(path)
    assert told.value.fields["place"] == "profiles.toml"
