"""Nothing is in the files that should not be: persons, machines, characters that hide."""

from __future__ import annotations

import re
import unicodedata

import pytest

from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.identifiers import Henkilotunnus
from tests.helpers.tree import texts

HETU = re.compile(r"(?<![0-9A-Za-z])\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-Ya-y](?![0-9A-Za-z])")
# Written so that this file does not hold what it looks for.
MACHINE = re.compile(
    r"(?<![\w.*{}])/(work|tmp|root|opt|home/\w+|Users/\w+)/(?!\*)"
    r"|\b(pypi\.or[g]|pythonhosted\.or[g]|debian\.or[g]|npmjs\.or[g])"
)
SHOWN = {"\n", "\t"}


def real_persons(text: str) -> list[str]:
    """The valid henkilötunnus in ``text`` whose individual number a real person may have."""
    found = []
    for code in HETU.findall(text):
        try:
            if not Henkilotunnus.parse(code).is_artificial:
                found.append(code)
        except InvalidIdentifier:
            continue
    return found


def hidden(text: str) -> set[str]:
    """Characters in ``text`` that are not seen or change the order of what is seen."""
    return {
        f"U+{ord(sign):04X} {unicodedata.name(sign, '')}"
        for sign in set(text)
        if sign not in SHOWN
        and (unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Co") or sign == "\ufeff")
    }


def test_no_file_holds_a_henkilotunnus_that_could_be_a_persons() -> None:
    assert {name: found for name, text in texts() if (found := real_persons(text))} == {}


def test_the_scan_for_persons_finds_one() -> None:
    real = "-".join(("010181", "100")) + "0123456789ABCDEFHJKLMNPRSTUVWXY"[10181100 % 31]
    assert real_persons(f"hetu={real};") == [real]
    assert real_persons("010181-900C") == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = {name: MACHINE.search(text) for name, text in texts()}
    assert {name: hit[0] for name, hit in found.items() if hit} == {}


@pytest.mark.parametrize("path", ["tmp/x", "root/.cache/", "home/maija/x"])
def test_the_scan_for_machines_finds_one(path: str) -> None:
    assert MACHINE.search(f'open("/{path}")')


def test_no_text_hides_characters() -> None:
    assert {name: found for name, text in texts() if (found := hidden(text))} == {}


def test_the_scan_for_hidden_characters_finds_them() -> None:
    assert len(hidden("a\u202eb\u200bc\u00ad")) == 3
