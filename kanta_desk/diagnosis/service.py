"""Check: the operating system's smart-card service answers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.diagnosis.platforms import remedy_here
from kanta_desk.errors import ServiceNotRunning
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Text

_SOCKET = "/run/pcscd/pcscd.comm"

_RUNS = Text(
    "Älykorttipalvelu vastaa.", "Smartkortstjänsten svarar.", "The smart-card service answers."
)
_SILENT = Text(
    "Älykorttipalvelu ei vastaa, joten korttia ei voi lukea.",
    "Smartkortstjänsten svarar inte, så kortet kan inte läsas.",
    "The smart-card service does not answer, so no card can be read.",
)
_WINDOWS = Text(
    "Kytke kortinlukija: Windows käynnistää palvelun, kun lukija on kytketty. Jos se ei auta, "
    "avaa services.msc ja käynnistä palvelu Älykortti (SCardSvr). Etätyöpöydällä lukija on "
    "jaettava istuntoon.",
    "Anslut kortläsaren: Windows startar tjänsten när en läsare är ansluten. Om det inte hjälper, "
    "öppna services.msc och starta tjänsten Smartkort (SCardSvr). På fjärrskrivbord måste läsaren "
    "delas med sessionen.",
    "Plug in the card reader: Windows starts the service when a reader is there. If that does not "
    "help, open services.msc and start the service Smart Card (SCardSvr). On a remote desktop the "
    "reader has to be shared with the session.",
)
_MACOS = Text(
    "Irrota lukija ja kytke se uudelleen. Jos se ei auta, kirjaudu ulos Macista ja "
    "takaisin sisään.",
    "Koppla loss läsaren och anslut den på nytt. Om det inte hjälper, logga ut från din Mac och in "
    "igen.",
    "Unplug the reader and plug it in again. If that does not help, log out of the Mac and "
    "in again.",
)
_LINUX = Text(
    "Käynnistä palvelu: sudo systemctl enable --now pcscd.socket. Jos sitä ei ole, asenna se: "
    "sudo apt install pcscd. Jos palvelu on jo käynnissä, pyydä ylläpitäjältä oikeus käyttää sitä.",
    "Starta tjänsten: sudo systemctl enable --now pcscd.socket. Om den saknas, installera den: "
    "sudo apt install pcscd. Om tjänsten redan är i gång, be administratören om rätt att använda "
    "den.",
    "Start the service: sudo systemctl enable --now pcscd.socket. If it is not there, install it: "
    "sudo apt install pcscd. If the service already runs, ask the administrator for the right to "
    "use it.",
)


def service(scene: Scene) -> Seen:
    """Ask for the state of readers and cards once, for this check and those after it."""
    scene.snapshot = scene.parts.source.wait(None, 0.0)
    if scene.snapshot.running:
        return ok(_RUNS)
    evidence = (socket_state(),) if sys.platform.startswith("linux") else ()
    remedy = remedy_here(windows=_WINDOWS, macos=_MACOS, linux=_LINUX)
    return Seen(CheckState.FAILED, _SILENT, evidence, remedy, ServiceNotRunning.code)


def socket_state(path: Path | None = None) -> str:
    """What there is of pcscd's socket: missing, there, or there but not for this user."""
    path = path or Path(os.environ.get("PCSCLITE_CSOCK_NAME") or _SOCKET)
    if not path.exists():
        return f"{path}: –"
    return f"{path}: {'rw' if os.access(path, os.R_OK | os.W_OK) else 'EACCES'}"
