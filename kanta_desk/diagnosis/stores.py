"""Check: the program's folders can be written and have room, and the access log is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from kanta_desk.accesslog.driver import is_plain
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.place import unsafe_place
from kanta_desk.accesslog.verify import verify
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.diagnosis.platforms import shown
from kanta_desk.errors import Cancelled, FolderNotWritable, LogDamaged
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.model.text import Text
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.secrets import PlainFileKeys

MIB = 1024 * 1024
LEAST_FREE = 100 * MIB
ENOUGH_FREE = 1024 * MIB
VERIFY_SECONDS = 5.0

_SOUND = Text(
    "Kansioihin voi kirjoittaa, levytilaa on, eikä käyttölokissa havaittu vikaa.",
    "Det går att skriva i mapparna, det finns diskutrymme och inga fel upptäcktes i "
    "användningsloggen.",
    "The folders can be written to, there is room, and no fault was seen in the access log.",
)
_DENIED = Text(
    "Ohjelman kansioon ei voi kirjoittaa.",
    "Det går inte att skriva i programmets mapp.",
    "A folder of the program cannot be written to.",
)
_GRANT = Text(
    "Tarkista, ettei levy ole täynnä, ja pyydä ylläpitäjältä kirjoitusoikeus kansioon, joka on "
    "merkitty ✗.",
    "Kontrollera att disken inte är full och be administratören om skrivrätt till mappen som är "
    "märkt ✗.",
    "Check that the disk is not full, and ask the administrator for the right to write to the "
    "folder marked ✗.",
)
_FULL = Text(
    "Levytila on lopussa. Kun käyttölokiin ei voi kirjoittaa, asiakirjoja ei näytetä.",
    "Diskutrymmet är slut. När det inte går att skriva i användningsloggen visas inga handlingar.",
    "The disk is full. When the access log cannot be written to, no documents are shown.",
)
_LOW = Text("Levytila on vähissä.", "Diskutrymmet är snart slut.", "Disk space is running low.")
_FREE = Text(
    "Vapauta levytilaa vähintään 1 Gt. Älä poista mitään käyttölokin kansiosta.",
    "Frigör minst 1 GB diskutrymme. Ta inte bort något ur användningsloggens mapp.",
    "Free at least 1 GB of disk space. Remove nothing from the access log's folder.",
)
_NETWORK = Text(
    "Käyttöloki on verkkolevyllä tai synkronoidussa kansiossa, missä se voi vaurioitua.",
    "Användningsloggen ligger på en nätverksdisk eller i en synkroniserad mapp, där den kan "
    "skadas.",
    "The access log is on a network drive or in a synchronised folder, where it can be damaged.",
)
_MOVE = Text(
    "Pyydä ylläpitäjää siirtämään ohjelman tietokansio tämän tietokoneen omalle levylle.",
    "Be administratören flytta programmets datamapp till denna dators egen disk.",
    "Ask the administrator to move the program's data folder to a disk of this computer.",
)
_DAMAGED = Text(
    "Käyttöloki ei vastaa tiivisteitään: se on muuttunut tai vaurioitunut.",
    "Användningsloggen motsvarar inte sina kondensat: den har ändrats eller skadats.",
    "The access log does not match its hashes: it was changed or damaged.",
)
_SECURE = Text(
    "Älä muuta käyttölokin kansiota. Ota siitä kopio talteen sellaisenaan ja ilmoita asiasta "
    "organisaation tietosuojavastaavalle ja tukeen.",
    "Ändra inget i användningsloggens mapp. Ta en kopia av mappen som den är och meddela "
    "organisationens dataskyddsombud och supporten.",
    "Change nothing in the access log's folder. Keep a copy of it as it is, and tell the "
    "organisation's data protection officer and support.",
)


_PLAIN = Text(
    "Käyttöloki ei ole salattu.",
    "Användningsloggen är inte krypterad.",
    "The access log is not encrypted.",
)
_ENCRYPT = Text(
    'Poista asetus log.keys = "none", ellei se ole tietoinen valinta. Seuraavan vuoden loki '
    "salataan silloin.",
    'Ta bort inställningen log.keys = "none" om den inte är ett medvetet val. Då krypteras '
    "nästa års logg.",
    'Remove the option log.keys = "none" unless it is a deliberate choice. The log of the next '
    "year will then be encrypted.",
)
_UNWRAPPED = Text(
    "Käyttölokin avaimesta ei ole palautuskopiota: jos tämän käyttäjän avainnippu katoaa, "
    "lakisääteistä lokia ei saa auki.",
    "Det finns ingen återställningskopia av användningsloggens nyckel: om den här "
    "användarens nyckelring går förlorad kan den lagstadgade loggen inte öppnas.",
    "There is no recovery copy of the access log's key: if this user's keyring is lost, the "
    "statutory log cannot be opened.",
)
_WRAP = Text(
    "Pyydä ylläpitäjää asettamaan organisaation julkinen palautusavain: log.recovery_key. "
    "Ohjelma tekee kopiot seuraavalla käynnistyksellä.",
    "Be administratören ange organisationens offentliga återställningsnyckel: "
    "log.recovery_key. Programmet gör kopiorna vid nästa start.",
    "Ask the administrator to set the organisation's public recovery key: log.recovery_key. "
    "The program makes the copies at its next start.",
)


def stores(scene: Scene) -> Seen:
    """Write a file to each folder, look at the room and the kind of disk, verify the log."""
    paths, evidence = scene.parts.paths, []
    denied = False
    for name, folder in _folders(paths):
        problem = write_problem(folder)
        denied = denied or bool(problem)
        evidence.append(f"{name}: {shown(folder)} {f'✗ {problem}' if problem else '✓'}")
    if denied:
        return Seen(CheckState.FAILED, _DENIED, tuple(evidence), _GRANT, FolderNotWritable.code)
    free = shutil.disk_usage(paths.access_log).free
    evidence.append(f"{free // MIB} MiB")
    report = _verified(scene)
    evidence.append(_log_line(report))
    if report is not None and not report.intact:
        evidence += [
            f"✗ {fault.kind} {fault.file} {fault.seq_from}–{fault.seq_to}"
            for fault in report.faults[:10]
        ]
        return Seen(CheckState.FAILED, _DAMAGED, tuple(evidence), _SECURE, LogDamaged.code)
    if free < LEAST_FREE:
        return Seen(CheckState.FAILED, _FULL, tuple(evidence), _FREE)
    if kind := unsafe_place(paths.access_log):
        evidence.append(kind)
        return Seen(CheckState.WARNING, _NETWORK, tuple(evidence), _MOVE)
    if free < ENOUGH_FREE:
        return Seen(CheckState.WARNING, _LOW, tuple(evidence), _FREE)
    if (log := scene.parts.log) is not None:
        keys = _keys(log)
        evidence.append(
            f"accesslog: {keys.files} files, {keys.plain} plain, {keys.wrapped} wrapped"
        )
        if keys.plain:
            return Seen(CheckState.WARNING, _PLAIN, tuple(evidence), _ENCRYPT)
        if keys.wrapped < keys.files and not isinstance(log.keys, PlainFileKeys):
            return Seen(CheckState.WARNING, _UNWRAPPED, tuple(evidence), _WRAP)
    return ok(_SOUND, *evidence)


@dataclass(frozen=True, slots=True)
class _Keys:
    """How many files the log has, how many are not encrypted, how many have a recovery copy."""

    files: int
    plain: int
    wrapped: int


def _keys(log: LogFolder) -> _Keys:
    trees = log.trees()
    plain = [tree for tree in trees if is_plain(log.file_of(tree))]
    wrapped = [tree for tree in trees if log.is_wrapped(tree)]
    return _Keys(len(trees), len(plain), len(wrapped))


def write_problem(folder: Path) -> str:
    """Why ``folder`` cannot be written, in the system's words; empty if it can."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"kanta-desk")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def _folders(paths: Paths) -> tuple[tuple[str, Path], ...]:
    return (
        ("config", paths.config),
        ("data", paths.data),
        ("accesslog", paths.access_log),
        ("cache", paths.cache),
    )


def _verified(scene: Scene) -> VerifyReport | None:
    """The whole log verified, or None where there is none or that takes longer than it should."""
    if scene.parts.log is None:
        return None
    deadline = time.monotonic() + VERIFY_SECONDS
    try:
        return verify(
            scene.parts.log,
            scene.parts.clock,
            cancelled=lambda: time.monotonic() > deadline,
        )
    except Cancelled:
        return None


def _log_line(report: VerifyReport | None) -> str:
    # The log's tail was verified when it was opened; the rest is for `kanta-desk log verify`.
    if report is None:
        return f"accesslog: > {VERIFY_SECONDS:.0f} s (kanta-desk log verify)"
    return f"accesslog: {report.size} {'✓' if report.intact else '✗'} {report.root[:16]}"
