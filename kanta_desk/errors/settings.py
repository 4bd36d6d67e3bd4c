"""The program's own surroundings are not in order."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


class SettingsError(KantaError):
    """The program's own surroundings are not in order."""


class SettingsUnreadable(SettingsError):
    """``place`` (file, and key where known) and ``reason``."""

    code = "KD-1101"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place=place, reason=reason)


class FolderNotWritable(SettingsError):
    """``folder`` and the system's ``reason``."""

    code = "KD-1102"

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(folder=folder, reason=reason)


class SecretStoreMissing(SettingsError):
    """The operating system has no keyring that the program could use."""

    code = "KD-1103"


class PortTaken(SettingsError):
    """``port`` cannot be listened on, for the system's ``reason``."""

    code = "KD-1104"

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(port=port, reason=reason)


class PrintingFailed(SettingsError):
    """The printer did not take what was sent to it."""

    code = "KD-1105"
    retriable = True
