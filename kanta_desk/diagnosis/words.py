"""What results say where no check has words of its own."""

from __future__ import annotations

from pathlib import Path

from kanta_desk.diagnosis.check import Seen
from kanta_desk.errors import KantaError, TrustError
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language, Text

RUNNING = Text("Tarkastetaan…", "Kontrolleras…", "Checking…")
BUG = Text(
    "Tarkastus keskeytyi ohjelman omaan vikaan. Lähetä tämä raportti tukeen.",
    "Kontrollen avbröts av ett fel i programmet. Skicka denna rapport till supporten.",
    "The check was cut short by a fault in the program itself. Send this report to support.",
)
_SKIPPED = Text(
    "Ei tarkastettu, koska tämä kohta ei ole kunnossa: {title}.",
    "Kontrollerades inte, eftersom denna punkt inte är i ordning: {title}.",
    "Not checked, because this is not in order: {title}.",
)


def skipped(title: Text) -> Text:
    """Why a check was skipped: the ``title`` of the one that failed before it."""
    return Text(*(_SKIPPED.filled(lang, title=title.of(lang)) for lang in Language))


def explained(error: KantaError) -> Seen:
    """A failed result in an error's own words; a certificate's name may be a person's."""
    shown = type(error)("") if isinstance(error, TrustError) else error
    said = [explain(shown, language) for language in Language]
    return Seen(
        CheckState.FAILED,
        Text(*(_homeless(f"{each.title}. {each.meaning}") for each in said)),
        (_homeless(str(shown)),),
        Text(*(each.remedy for each in said)),
        error.code,
    )


def _homeless(text: str) -> str:
    # A home folder often bears its owner's name.
    return text.replace(str(Path.home()), "~")
