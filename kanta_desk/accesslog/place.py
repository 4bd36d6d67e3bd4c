"""Whether a log can be kept in a folder: only on a disk of this machine that nobody synchronises.

WAL needs shared memory, so it does not work over a network file system; and a service that copies
files behind SQLite's back can tear them or bring old ones back. The facts about the machine are
gathered in ``Surroundings`` and judged in ``reason_against``, so that every system's rules are
tried on every system.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

_NETWORK_KINDS = frozenset(
    ("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.rclone",
     "fuse.sshfs", "glusterfs", "lustre", "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav")
)  # fmt: skip
_SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNCED_NAMES = re.compile(
    r"(onedrive( - .+)?|dropbox( \(.+\))?|google drive|googledrive|my drive|icloud ?drive"
    r"|box sync|nextcloud|owncloud|pcloud ?drive|syncthing|mobile documents|cloudstorage)",
    re.IGNORECASE,
)
_SYNCED_MARKS = (".dropbox.cache", ".sync", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log")
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4
_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the machine tells of where ``folder`` (whole, links followed) is.

    ``kind`` is the file system (``ext4``, ``nfs``, ``DRIVE_REMOTE``, ``UNC``); empty if unknown.
    ``marks`` are the names of files in the folders above it that synchronising programs leave.
    """

    folder: PurePath
    kind: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()


def reason_against(around: Surroundings) -> str:
    """Why a log cannot be kept there, as a short technical word; empty if it can."""
    if around.kind in _NETWORK_KINDS or around.kind in ("UNC", "DRIVE_REMOTE"):
        return around.kind
    for variable in _SYNCED_VARIABLES:
        root = around.environment.get(variable)
        if root and around.folder.is_relative_to(type(around.folder)(root)):
            return variable
    for part in around.folder.parts:
        if _SYNCED_NAMES.fullmatch(part):
            return part
    return next((mark for mark in _SYNCED_MARKS if mark in around.marks), "")


def unsafe_place(folder: Path) -> str:
    """Why ``folder`` (which need not exist yet) is no place for a log; empty if it is one."""
    whole = folder.resolve()
    marks = {
        mark
        for above in (whole, *whole.parents)
        for mark in _SYNCED_MARKS
        if _is_there(above, mark)
    }
    return reason_against(Surroundings(whole, _kind(whole), os.environ, frozenset(marks)))


def _is_there(folder: Path, mark: str) -> bool:
    try:
        return (folder / mark).exists()
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes

    def _kind(folder: Path) -> str:
        anchor = folder.anchor
        if anchor.startswith("\\\\"):
            return "UNC"
        remote = ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
        return "DRIVE_REMOTE" if remote else ""

elif sys.platform == "darwin":

    def _kind(folder: Path) -> str:
        try:
            told = subprocess.run(
                ["/sbin/mount"], capture_output=True, text=True, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.SubprocessError):
            return ""
        return kind_of(folder, mounts_of_mac(told.stdout))

else:

    def _kind(folder: Path) -> str:
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return ""
        return kind_of(folder, mounts)


def kind_of(folder: PurePath, mounts: str) -> str:
    """The file system of ``folder`` by Linux's list of mounts; the longest mount point wins."""
    longest, kind = 0, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = type(folder)(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= longest:  # a later one covers
            longest, kind = len(point.parts), fields[2]
    return kind


def mounts_of_mac(said: str) -> str:
    """What ``mount`` says on macOS, in the form of Linux's list.

    ``//user@server/share on /Volumes/share (smbfs, nodev)``
    """
    lines = re.findall(r"^(.+?) on (/.*) \(([a-z0-9]+)[,)]", said, re.MULTILINE)
    return "\n".join(f"x {point.replace(' ', chr(92) + '040')} {kind}" for _, point, kind in lines)
