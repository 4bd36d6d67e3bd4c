"""Check: the service knows a reader; where it knows none, whether one is on USB without driver."""

from __future__ import annotations

import os
from pathlib import Path

from kanta_desk.cards.remote import remote_session
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import NoReader
from kanta_desk.model.cards import RemoteSession
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Text

_USB = Path("/sys/bus/usb/devices")
_SMART_CARD_CLASS = "0b"
_MAX_READERS = 16

_FOUND = Text("Lukija löytyi.", "En läsare hittades.", "A reader was found.")
_NONE = Text("Kortinlukijaa ei löydy.", "Ingen kortläsare hittades.", "No card reader was found.")
_NO_DRIVER = Text(
    "Kortinlukija on kytketty, mutta älykorttipalvelu ei tunne sitä: ajuri puuttuu.",
    "En kortläsare är ansluten, men smartkortstjänsten känner inte till den: drivrutinen saknas.",
    "A card reader is plugged in, but the smart-card service does not know it: its driver is "
    "missing.",
)
_PLUG_IN = Text(
    "Kytke kortinlukija USB-porttiin, mieluiten suoraan tietokoneeseen, ja odota hetki. Jos "
    "lukija on "
    "kytketty, kokeile toista porttia ja asenna valmistajan ajuri.",
    "Anslut kortläsaren till en USB-port, helst direkt på datorn, och vänta en stund. Om läsaren "
    "är ansluten, prova en annan port och installera tillverkarens drivrutin.",
    "Plug the card reader into a USB port, preferably one of the computer's own, and wait a "
    "moment. If it is plugged in, try another port and install the manufacturer's driver.",
)
_PLUG_IN_REMOTE = Text(
    "Tämä on etäistunto: jaa oman koneesi lukija siihen (Windowsin etätyöpöydällä: Paikalliset "
    "resurssit → Lisää → Älykortit) ja avaa istunto uudelleen. X11-istuntoon lukijaa ei voi jakaa: "
    "käytä ohjelmaa koneella, jossa lukija on.",
    "Det här är en fjärrsession: dela den egna datorns läsare med den (i Windows fjärrskrivbord: "
    "Lokala resurser → Mer → Smartkort) och öppna sessionen på nytt. Till en X11-session kan "
    "läsaren inte delas: använd programmet på datorn som läsaren är ansluten till.",
    "This is a remote session: share your own machine's reader with it (in Windows Remote Desktop: "
    "Local resources → More → Smart cards) and open the session again. With an X11 session a "
    "reader cannot be shared: use the program on the machine that has it.",
)
_DRIVER = Text(
    "Asenna lukijan ajuri: sudo apt install libccid, ja käynnistä palvelu uudelleen: "
    "sudo systemctl restart pcscd. Jotkin lukijat vaativat valmistajan oman ajurin.",
    "Installera läsarens drivrutin: sudo apt install libccid, och starta om tjänsten: "
    "sudo systemctl restart pcscd. Vissa läsare kräver tillverkarens egen drivrutin.",
    "Install the reader's driver: sudo apt install libccid, and restart the service: "
    "sudo systemctl restart pcscd. Some readers need their manufacturer's own driver.",
)


def readers(scene: Scene) -> Seen:
    """The readers that the service lists, by name."""
    slots = scene.snapshot.slots
    if slots:
        return ok(_FOUND, *(slot.reader for slot in slots[:_MAX_READERS]))
    if on_usb := usb_readers():
        return Seen(CheckState.FAILED, _NO_DRIVER, on_usb, _DRIVER, NoReader.code)
    if (remote := remote_session(os.environ)) is not RemoteSession.NONE:
        return Seen(CheckState.FAILED, _NONE, (remote,), _PLUG_IN_REMOTE, NoReader.code)
    return Seen(CheckState.FAILED, _NONE, (), _PLUG_IN, NoReader.code)


def usb_readers(root: Path = _USB) -> tuple[str, ...]:
    """Card readers on USB as Linux sees them, driver or not: ``076b:3031 OMNIKEY 3x21``."""
    found = {}
    for interface in sorted(root.glob("*:*")):
        if _line(interface / "bInterfaceClass") == _SMART_CARD_CLASS:
            device = root / interface.name.partition(":")[0]
            ids = f"{_line(device / 'idVendor')}:{_line(device / 'idProduct')}"
            found[device.name] = f"{ids} {_line(device / 'product')}".strip()
    return tuple(found.values())[:_MAX_READERS]


def _line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()[:80]
    except OSError:
        return ""
