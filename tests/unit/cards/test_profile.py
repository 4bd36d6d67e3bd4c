"""Card models by their ATR, from data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.cards.profile import Key, Support, profiles, read_profiles
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
            Support.SUPPORTED,
        ),
        (
            "3B7F9600008031B865B085051024122460829000",
            "Thales MultiApp v5.0",
            Support.SUPPORTED,
        ),
        ("3B7F9600008031B865B08504021B1200F6829000", "Gemalto MultiApp v4.2", Support.SUPPORTED),
        ("3B7F9600008031B865B0850300EF1200F6829000", "Gemalto MultiApp v3.0", Support.EXPIRED),
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
    for model in models:
        assert (model.layout is not None) is (model.support is Support.SUPPORTED)
        if model.layout is not None:
            assert model.layout.scheme is model.scheme
            assert all(len(fact.evidence) > 20 for fact in model.layout.facts.values())


def test_a_model_is_confirmed_only_if_its_layout_is_too() -> None:
    confirmed = {model.name for model in profiles().models if model.confirmed}
    assert confirmed == {"Idemia Cosmo X", "Thales MultiApp v5.0", "Gemalto MultiApp v4.2"}


def test_the_layouts_speak_as_their_specifications_say() -> None:
    layouts = {m.layout.name: m.layout for m in profiles().models if m.layout is not None}
    references = {
        name: (*(each.pins[key].reference for key in Key), each.puk.reference)
        for name, each in layouts.items()
    }
    assert references == {
        "S4-2": (0x03, 0x04, 0x12),
        "S4-1 v4.0": (0x11, 0x82, 0x83),
        "S4-1 v3.1": (0x11, 0x82, 0x83),
    }
    keys = {name: each.keys[Key.SIGNATURE] for name, each in layouts.items()}
    assert keys == {"S4-2": 0x82, "S4-1 v4.0": 0x02, "S4-1 v3.1": 0x03}
    assert {name for name, each in layouts.items() if each.pins[Key.SIGNATURE].padded_to} == {
        "S4-1 v4.0",
        "S4-1 v3.1",
    }


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
