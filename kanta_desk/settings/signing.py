"""Which way to the card's keys: the administrator's default, and the holder's choice on this
machine, which is remembered.

In ``options.toml``::

    [signing]
    way = "pcsc"                     # or "pkcs11", "scs"
    pkcs11_module = "/usr/lib/Atostek-ID-PKCS11.so"
    scs_ca_file = "scs-ca.pem"       # only where the system does not trust the service's root
    scs_url = "https://localhost:53952"  # only where the service answers elsewhere on this machine

What the holder chose lies in ``signing.toml`` beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.cards import SignerKind
from kanta_desk.settings.files import write_whole
from kanta_desk.settings.resources import read_toml

FILE = "signing.toml"


@dataclass(frozen=True, slots=True)
class Signing:
    """The way in use, and what the other ways need where they are to be had."""

    way: SignerKind = SignerKind.PCSC
    pkcs11_module: Path | None = None
    scs_ca_file: Path | None = None
    scs_url: str = ""

    @property
    def ways(self) -> tuple[SignerKind, ...]:
        """What can be chosen: a PKCS#11 module only where one is named."""
        module = (SignerKind.PKCS11,) if self.pkcs11_module else ()
        return (SignerKind.PCSC, *module, SignerKind.SCS)


def in_use(given: Signing, folder: Path) -> Signing:
    """``given`` with the way that the holder chose, unless it is no longer to be had.

    Raises:
        SettingsUnreadable: naming the file.
    """
    chosen = remembered(folder, given.way)
    return replace(given, way=chosen) if chosen in given.ways else given


def remembered(folder: Path, given: SignerKind) -> SignerKind:
    """What the holder chose on this machine; ``given`` where nothing was chosen.

    Raises:
        SettingsUnreadable: naming the file.
    """
    path = folder / FILE
    if not path.exists():
        return given
    way = read_toml(path).get("way")
    try:
        return SignerKind(str(way))
    except ValueError:
        known = ", ".join(SignerKind)
        raise SettingsUnreadable(f"{FILE}: way", f"not one of {known}") from None


def remember(folder: Path, way: SignerKind) -> None:
    """Keep the holder's choice.

    Raises:
        FolderNotWritable: if it cannot be kept.
    """
    write_whole(folder / FILE, f'way = "{way}"\n'.encode())
