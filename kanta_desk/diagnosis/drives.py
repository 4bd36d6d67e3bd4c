"""Whether a folder is on a network drive, as far as the operating system tells."""

from __future__ import annotations

import sys
from pathlib import Path

_NETWORK_KINDS = frozenset(
    ("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.rclone",
     "fuse.sshfs", "glusterfs", "lustre", "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav")
)  # fmt: skip
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4


if sys.platform == "win32":
    import ctypes

    def network_drive(folder: Path) -> str:
        """The kind of network drive that ``folder`` is on; empty for a disk of this machine."""
        anchor = folder.resolve().anchor
        if anchor.startswith("\\\\"):
            return "UNC"
        remote = ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
        return "DRIVE_REMOTE" if remote else ""

else:

    def network_drive(folder: Path) -> str:
        """The kind of network file system that ``folder`` is on; empty for a disk of this machine.

        Empty also on macOS, which has no list of mounts to read.
        """
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return ""
        kind = kind_of(folder.resolve(), mounts)
        return kind if kind in _NETWORK_KINDS else ""


def kind_of(folder: Path, mounts: str) -> str:
    """The file system of ``folder`` by Linux's list of mounts; the longest mount point wins."""
    longest, kind = 0, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= longest:  # a later one covers
            longest, kind = len(point.parts), fields[2]
    return kind
