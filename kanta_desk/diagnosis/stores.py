"""Check: the program's folders can be written and have room, and the access log is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from kanta_desk.accesslog.verify import verify
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.diagnosis.drives import network_drive
from kanta_desk.diagnosis.platforms import shown
from kanta_desk.errors import Cancelled, FolderNotWritable, LogDamaged
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.model.text import Text
from kanta_desk.settings.paths import Paths

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
    "Käyttöloki on verkkolevyllä, missä se voi vaurioitua.",
    "Användningsloggen ligger på en nätverksdisk, där den kan skadas.",
    "The access log is on a network drive, where it can be damaged.",
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
    if kind := network_drive(paths.access_log):
        evidence.append(kind)
        return Seen(CheckState.WARNING, _NETWORK, tuple(evidence), _MOVE)
    if free < ENOUGH_FREE:
        return Seen(CheckState.WARNING, _LOW, tuple(evidence), _FREE)
    return ok(_SOUND, *evidence)


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
    """The whole log verified, or None where that takes longer than a diagnosis should."""
    deadline = time.monotonic() + VERIFY_SECONDS
    try:
        return verify(
            scene.parts.paths.access_log,
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
