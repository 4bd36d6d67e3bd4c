"""How the access log is kept: where its keys are, and for whom they are wrapped too.

In ``options.toml``::

    [log]
    keys = "keyring"                 # or "passphrase", or "none": not encrypted, by choice
    passphrase_file = "log.secret"   # only with "passphrase": its first line seals the keys
    recovery_key = "recovery.pem"    # the organisation's public key (RSA, 3072 bits or more)
    anchor_folder = "ankkurit"       # checkpoints are kept here too: text files, a share will do;
                                     # or several: ["ankkurit", "//server/share"]
    disposal_persons = 2             # how many must approve a disposal
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kanta_desk.errors import SettingsUnreadable

_MOST_BYTES = 64 * 1024


class LogKeys(StrEnum):
    """Where the keys of the log's files are kept; ``PRACTICE`` is a plain file, and no option."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 (a word of the options)
    NONE = "none"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class LogKeeping:
    """The administrator's choices for the log."""

    keys: LogKeys = LogKeys.KEYRING
    passphrase_file: Path | None = None
    recovery_key: Path | None = None
    anchor_folders: tuple[Path, ...] = ()
    disposal_persons: int = 1

    def passphrase(self) -> str:
        """The first line of the passphrase file.

        Raises:
            SettingsUnreadable: if it cannot be read, or is empty.
        """
        if self.passphrase_file is None:
            raise SettingsUnreadable("passphrase_file", "missing")
        try:
            first = read_bytes(self.passphrase_file).decode().splitlines()[:1]
        except UnicodeDecodeError:
            raise SettingsUnreadable(self.passphrase_file.name, "not UTF-8") from None
        if not first or not first[0]:
            raise SettingsUnreadable(self.passphrase_file.name, "empty")
        return first[0]


def read_bytes(path: Path) -> bytes:
    """A small file.

    Raises:
        SettingsUnreadable: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise SettingsUnreadable(path.name, error.strerror or "") from None
