"""In which language a command speaks, and where ``--lang`` may stand."""

from __future__ import annotations

import pytest

from kanta_desk.cli.languages import chosen, in_front, of_system
from kanta_desk.model.text import Language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fi_FI.UTF-8"}, Language.FI),
        ({"LANG": "sv_FI.UTF-8"}, Language.SV),
        ({"LANG": "en_GB"}, Language.EN),
        ({"LANG": "fi_FI", "LC_ALL": "sv_SE"}, Language.SV),
        ({"LANG": "fi_FI", "LC_ALL": "", "LC_MESSAGES": "en_US"}, Language.EN),
        ({"LANG": "C.UTF-8"}, Language.FI),
        ({"LANG": "de_DE"}, Language.FI),
    ],
)
def test_the_locale_gives_the_language_and_finnish_is_first(
    environment: dict[str, str], language: Language
) -> None:
    assert of_system(environment) is language


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "sv", "doctor"], ["doctor", "--lang", "sv"], ["doctor", "--lang=sv", "--json"]],
)
def test_the_option_wins_wherever_it_stands(arguments: list[str]) -> None:
    assert chosen(arguments, {"LANG": "en_GB"}) is Language.SV


def test_the_option_is_moved_to_the_front_and_nothing_else_is_touched() -> None:
    assert in_front(["show", "1.2", "--lang", "en", "--json"]) == [
        "--lang",
        "en",
        "show",
        "1.2",
        "--json",
    ]
    assert in_front(["show", "--", "--lang", "en"]) == ["show", "--", "--lang", "en"]
    assert in_front(["doctor", "--lang"]) == ["--lang", "doctor"]


def test_a_language_that_is_not_known_is_left_to_be_refused() -> None:
    assert chosen(["--lang", "xx"], {"LANG": "sv_FI"}) is Language.SV
