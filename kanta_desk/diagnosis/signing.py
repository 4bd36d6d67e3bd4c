"""The check of the way to the card's keys: the reader software that was chosen is there and sees
the card, and no two of its kind contend for it."""

from __future__ import annotations

from collections.abc import Sequence

from kanta_desk.cards.software import ReaderProgram, reader_programs
from kanta_desk.cards.ways import look
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import CardRemoved, SignerMissing
from kanta_desk.model.cards import SIGNER_NAMES, SignerKind, SignerState
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.terms.errors import TEXTS
from kanta_desk.model.text import Text

_DIRECT = Text(
    "Ohjelma käyttää korttia suoraan.",
    "Programmet använder kortet direkt.",
    "The program uses the card itself.",
)
_READY = Text(
    "Kortinlukijaohjelmisto vastaa ja näkee kortin.",
    "Kortläsarprogrammet svarar och ser kortet.",
    "The reader software answers and sees the card.",
)
_NO_CARD = Text(
    "Kortinlukijaohjelmisto vastaa, mutta ei näe korttia.",
    "Kortläsarprogrammet svarar men ser inget kort.",
    "The reader software answers but sees no card.",
)
_OTHER_CARD = Text(
    "Kortinlukijaohjelmisto näkee toisen kortin kuin Kanta Desk.",
    "Kortläsarprogrammet ser ett annat kort än Kanta Desk.",
    "The reader software sees another card than Kanta Desk does.",
)
_ONE_CARD = Text(
    "Jätä lukijoihin vain oma korttisi ja käynnistä kortinlukijaohjelmisto uudelleen.",
    "Lämna bara ditt eget kort i läsarna och starta om kortläsarprogrammet.",
    "Leave only your own card in the readers, and restart the reader software.",
)
_RESTART = Text(
    "Jos kortti on lukijassa, käynnistä kortinlukijaohjelmisto uudelleen. Muuten aseta kortti.",
    "Om kortet är i läsaren, starta om kortläsarprogrammet. Annars, sätt i kortet.",
    "If the card is in the reader, restart the reader software. Otherwise insert the card.",
)
_MISSING = Text(
    "Valittua kortinlukijaohjelmistoa ei tavoiteta.",
    "Det valda kortläsarprogrammet kan inte nås.",
    "The reader software that was chosen cannot be reached.",
)
_TWO = Text(
    "Koneessa on kaksi kortinlukijaohjelmistoa.",
    "Det finns två kortläsarprogram på datorn.",
    "Two reader programs are installed.",
)
_REMOVE_ONE = Text(
    "Poista toinen: ohjelmat estävät toisiltaan kortin ja allekirjoituspalvelun osoitteen. DVV:n "
    "nykyinen ohjelmisto on Atostek ID.",
    "Avinstallera det ena: programmen hindrar varandra från att använda kortet och "
    "underskriftstjänstens adress. MDB:s nuvarande program är Atostek ID.",
    "Remove one: they keep the card and the signature service's address from each other. DVV's "
    "present one is Atostek ID.",
)


def way_of_signing(scene: Scene) -> Seen:
    """The way in use, and what can be seen of it without a PIN."""
    settings = scene.parts.signing()
    way = settings.way
    evidence = [SIGNER_NAMES[way].fi]
    if rivals := installed(reader_programs()):
        evidence.append(", ".join(rivals))
    if way is SignerKind.PCSC:
        return _two(evidence) if len(rivals) > 1 else ok(_DIRECT, *evidence)
    details = scene.details
    known = [each.sha256 for each in details.certificates] if details else []
    found = look(way, settings, known)
    evidence.append(found.about)
    told = _told(found, tuple(evidence))
    return _two(evidence) if told.state is CheckState.OK and len(rivals) > 1 else told


def installed(programs: Sequence[ReaderProgram]) -> list[str]:
    """The names of those that are on this machine."""
    return [program.name for program in programs if program.installed]


def _told(found: SignerState, evidence: tuple[str, ...]) -> Seen:
    if found.problem:
        remedy = next((t.remedy for e, t in TEXTS.items() if e.code == found.problem), None)
        return Seen(CheckState.FAILED, _MISSING, evidence, remedy, found.problem)
    if found.same_card is False:
        return Seen(CheckState.FAILED, _OTHER_CARD, evidence, _ONE_CARD, CardRemoved.code)
    if found.card is False:
        return Seen(CheckState.WARNING, _NO_CARD, evidence, _RESTART, SignerMissing.code)
    return ok(_READY, *evidence)


def _two(evidence: Sequence[str]) -> Seen:
    return Seen(CheckState.WARNING, _TWO, tuple(evidence), _REMOVE_ONE)
