"""The language of the window: Qt's translation, and the texts that come ready in three languages.

Source strings are English in ``tr``; ``resources/translations/*_{fi,sv,en}.ts`` hold the rest
(English only its plurals). Each is compiled once into the cache folder, under a name made from the
file's content.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.text import Counted, Language, Text
from kanta_desk.model.time import finnish_date, finnish_time
from kanta_desk.settings.resources import resource

_LOCALES = {Language.FI: "fi_FI", Language.SV: "sv_FI", Language.EN: "en_FI"}
_COMPILE_SECONDS = 30.0


class Speech:
    """The language in force; one for the whole program."""

    def __init__(self) -> None:
        self.language = Language.FI
        self._translators: list[QTranslator] = []

    def speak(self, app: QCoreApplication, language: Language, cache: Path) -> None:
        """Speak ``language`` from now on; widgets made before keep theirs.

        Raises:
            SettingsUnreadable: if a translation cannot be read or compiled.
        """
        for translator in self._translators:
            app.removeTranslator(translator)
        self.language = language
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._translators = [
            made
            for path in (*_of_qt(language), *_of_ours(language, cache))
            if (made := _loaded(path)) and app.installTranslator(made)
        ]


speech = Speech()


def language() -> Language:
    """The language in force."""
    return speech.language


def say(text: Text | None) -> str:
    """A text in the language in force; nothing for None."""
    return text.of(speech.language) if text else ""


def count(text: Counted, number: int) -> str:
    """A counted text in the language in force."""
    return text.filled(speech.language, number)


def day(value: date | datetime | None) -> str:
    """``22.11.2026`` in every language; nothing for None."""
    return finnish_date(value) if value else ""


def moment(value: datetime | None, seconds: bool = False) -> str:
    """``22.11.2026 14.05`` in every language; nothing for None."""
    return finnish_time(value, seconds) if value else ""


def number(value: int) -> str:
    """``1 234`` with a space that does not break."""
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")


def _of_qt(language: Language) -> list[Path]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    path = folder / f"qtbase_{language}.qm"
    return [path] if path.exists() else []


def _of_ours(language: Language, cache: Path) -> list[Path]:
    sources = sorted(resource("translations").glob(f"*_{language}.ts"))
    return [_compiled(source, cache) for source in sources]


def _compiled(source: Path, cache: Path) -> Path:
    digest = sha256(source.read_bytes()).hexdigest()[:16]
    made = cache / "translations" / f"{source.stem}-{digest}.qm"
    if not made.exists():
        made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = made.with_suffix(f".{id(made)}.part")
        _release(source, unfinished)
        unfinished.replace(made)
    return made


def _release(source: Path, target: Path) -> None:
    tool = Path(PySide6.__file__).parent / (
        "lrelease.exe" if sys.platform == "win32" else "lrelease"
    )
    command = [str(tool), "-silent", str(source), "-qm", str(target)]
    try:
        subprocess.run(  # noqa: S603 - our own tool on our own file
            command, check=True, capture_output=True, timeout=_COMPILE_SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise SettingsUnreadable(f"translations/{source.name}", type(error).__name__) from None


def _loaded(path: Path) -> QTranslator | None:
    translator = QTranslator()
    if not translator.load(str(path)):
        raise SettingsUnreadable(f"translations/{path.name}", "not a translation")
    return translator
