"""Every source string of the window has its words in Finnish, Swedish and English."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

import kanta_desk.gui
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.gui.language import _compiled, number, speech
from kanta_desk.model.text import Language
from kanta_desk.settings.resources import resource

ROOM = Path(kanta_desk.gui.__file__).parent
SOURCES = sorted(str(path) for path in ROOM.rglob("*.py"))
Key = tuple[str, str, str]


def messages(path: Path) -> dict[Key, ElementTree.Element]:
    """The messages of a ``.ts`` file by context, source and comment."""
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        ): message
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, ElementTree.Element]:
    """All source strings, as lupdate finds them."""
    found = tmp_path_factory.mktemp("ts") / "all.ts"
    tool = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    languages = ["-source-language", "en_US", "-target-language", "fi_FI"]
    subprocess.run(
        [str(tool), "-silent", *languages, *SOURCES, "-ts", str(found)],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return messages(found)


def finished(message: ElementTree.Element) -> bool:
    """Whether a message has all its words."""
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
        return False
    forms = translation.findall("numerusform") or [translation]
    plural = message.get("numerus") == "yes"
    return all(form.text for form in forms) and len(forms) == (2 if plural else 1)


def translated(language: Language) -> dict[Key, ElementTree.Element]:
    """All messages of a language, from every translation file."""
    files = sorted(resource("translations").glob(f"*_{language}.ts"))
    return {key: message for path in files for key, message in messages(path).items()}


@pytest.mark.parametrize("language", Language)
def test_every_string_is_translated(
    extracted: dict[Key, ElementTree.Element], language: Language
) -> None:
    there = translated(language)
    needed = {
        key
        for key, message in extracted.items()
        if language is not Language.EN or message.get("numerus") == "yes"
    }

    assert {key for key in needed if key not in there or not finished(there[key])} == set()


@pytest.mark.parametrize("language", Language)
def test_no_translation_is_of_a_string_that_is_gone(
    extracted: dict[Key, ElementTree.Element], language: Language
) -> None:
    assert set(translated(language)) - set(extracted) == set()


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_a_translation_keeps_its_placeholders(language: Language) -> None:
    places = re.compile(r"\{\w*\}|%n")
    for (_, source, _), message in translated(language).items():
        translation = message.find("translation")
        assert translation is not None
        for form in translation.findall("numerusform") or [translation]:
            said = (form.text or "").replace("%Ln", "%n")  # in groups: 1 234
            assert sorted(places.findall(source)) == sorted(places.findall(said)), source


def test_no_string_is_built_before_it_is_translated() -> None:
    built = re.compile(r"""(\btr|translate)\(\s*(?:"\w+",\s*)?f["']""")
    aliased = re.compile(r"=\s*QCoreApplication\.translate\s*$", re.MULTILINE)
    for path in SOURCES:
        text = Path(path).read_text(encoding="utf-8")
        assert not built.search(text), path
        assert not aliased.search(text), path


def test_plurals_and_standard_buttons_are_finnish(qapp: QApplication, tmp_path: Path) -> None:
    speech.speak(qapp, Language.FI, tmp_path)

    def tries(n: int) -> str:
        return QCoreApplication.translate("TriesBadge", "%n try/tries left", None, n)

    assert (tries(1), tries(3)) == ("1 yritys jäljellä", "3 yritystä jäljellä")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Peru"
    assert QLocale().language() is QLocale.Language.Finnish


def test_english_plurals_are_filled_too(qapp: QApplication, tmp_path: Path) -> None:
    speech.speak(qapp, Language.EN, tmp_path)

    assert QCoreApplication.translate("TriesBadge", "%n try/tries left", None, 1) == "1 try left"
    speech.speak(qapp, Language.FI, tmp_path)


def test_a_text_of_a_base_class_is_translated_in_its_subclass(
    qapp: QApplication, tmp_path: Path
) -> None:
    from kanta_desk.gui.signin.lock import LockPage
    from tests.helpers.window import MemoryDesk

    speech.speak(qapp, Language.SV, tmp_path)

    assert LockPage(MemoryDesk()).check.text() == "Kontrollera kort och läsare"
    speech.speak(qapp, Language.FI, tmp_path)


def test_a_translation_is_compiled_once_for_its_content(tmp_path: Path) -> None:
    source = resource("translations", "shell_sv.ts")

    first = _compiled(source, tmp_path)
    made = first.stat().st_mtime_ns
    again = _compiled(source, tmp_path)

    assert (again, again.stat().st_mtime_ns) == (first, made)
    assert list(first.parent.iterdir()) == [first]


def test_a_broken_translation_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "shell_fi.ts"
    broken.write_text("<TS><context>", encoding="utf-8")

    with pytest.raises(SettingsUnreadable) as caught:
        _compiled(broken, tmp_path / "cache")

    assert caught.value.fields["place"] == "translations/shell_fi.ts"


def test_numbers_are_grouped_with_a_space_that_does_not_break() -> None:
    assert (number(999), number(1234567)) == ("999", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567")
