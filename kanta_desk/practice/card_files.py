"""The files of a software card: directories, certificates, and the PKCS#15 files about them.

Layout of FINEID S4-2 v4.0 §4.6: certificates of the issuing authorities under the master file, the
PKCS#15 application with the authentication certificate, DF.ESIGN with the signature certificate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kanta_desk.practice import card_pkcs15 as pkcs15
from kanta_desk.practice.card_dialect import COSMO_X, Dialect
from kanta_desk.practice.pki import IssuedCard

PKCS15 = bytes.fromhex("A000000063504B43532D3135")
ESIGN = b"E.SIGN"

MF_ID = 0x3F00
PKCS15_ID = 0x5015
ESIGN_ID = 0x5016
EF_DIR = 0x2F00
EF_ODF = 0x5031
EF_TOKEN_INFO = 0x5032
AUTHENTICATION_CERTIFICATE = 0x4331

PIN1, PIN2, PUK = COSMO_X.pin1, COSMO_X.pin2, COSMO_X.puk


class Content(Enum):
    """What a file holds instead of bytes."""

    UNREADABLE = "unreadable"


File = bytes | Content


@dataclass(frozen=True, slots=True)
class Folder:
    """A dedicated file: its id, its name if it can be selected by one, and its elementary files."""

    id: int
    name: bytes = b""
    files: dict[int, File] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileSystem:
    """The three directories of a card."""

    master: Folder
    application: Folder
    signing: Folder

    def folder(self, file_id: int) -> Folder | None:
        """The directory with this id."""
        every = (self.master, self.application, self.signing)
        return next((folder for folder in every if folder.id == file_id), None)


def file_system(
    issued: IssuedCard,
    serial: str,
    dialect: Dialect,
    claims: pkcs15.Claims,
    changed: Mapping[tuple[int, int], File],
) -> FileSystem:
    """All files of a card with these keys and certificates; ``serial`` is its number in ASCII.

    ``changed``: by directory and file id, what is there instead; nothing where it is empty.
    """
    places = pkcs15.Places(
        folder=_path(PKCS15_ID),
        signing=_path(ESIGN_ID),
        authentication=_path(PKCS15_ID, AUTHENTICATION_CERTIFICATE),
        signature=_path(ESIGN_ID, dialect.signature_file),
        issuer=_path(dialect.issuer_file),
        root=_path(dialect.root_file),
    )
    keys = (issued.authentication_key, issued.signature_key)
    fill = bytes((claims.filler,)) * claims.fill
    made: dict[int, dict[int, File]] = {
        MF_ID: {
            EF_DIR: pkcs15.directory(PKCS15, places.folder) + fill,
            dialect.issuer_file: issued.issuer,
            dialect.root_file: issued.root,
        },
        PKCS15_ID: {
            EF_ODF: pkcs15.odf(places.folder, claims),
            EF_TOKEN_INFO: pkcs15.token_info(serial) + fill,
            AUTHENTICATION_CERTIFICATE: issued.authentication,
            **pkcs15.object_files(dialect, keys, places, claims),
        },
        ESIGN_ID: {dialect.signature_file: issued.signature},
    }
    for (folder, file), content in changed.items():
        made[folder][file] = content
    there = {folder: {i: c for i, c in files.items() if c} for folder, files in made.items()}
    return FileSystem(
        Folder(MF_ID, b"", there[MF_ID]),
        Folder(PKCS15_ID, PKCS15, there[PKCS15_ID]),
        Folder(ESIGN_ID, ESIGN, there[ESIGN_ID]),
    )


def _path(*ids: int) -> bytes:
    return b"".join(each.to_bytes(2, "big") for each in (MF_ID, *ids))
