"""Where a log can be kept, by what each system tells."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kanta_desk.accesslog.place import (
    Surroundings,
    kind_of,
    mounts_of_mac,
    reason_against,
    unsafe_place,
)

HOME = PurePosixPath("/srv/kanta-desk/accesslog")
PROFILE = PureWindowsPath(r"C:\Users\maija\AppData\Local\kanta-desk\accesslog")


@pytest.mark.parametrize(
    ("around", "reason"),
    [
        (Surroundings(HOME, "ext4"), ""),
        (Surroundings(HOME, "overlay"), ""),
        (Surroundings(HOME, "nfs4"), "nfs4"),
        (Surroundings(HOME, "fuse.sshfs"), "fuse.sshfs"),
        (Surroundings(PROFILE), ""),
        (Surroundings(PROFILE, "DRIVE_REMOTE"), "DRIVE_REMOTE"),
        (Surroundings(PureWindowsPath(r"\\server\share\log"), "UNC"), "UNC"),
        (Surroundings(PROFILE, environment={"OneDrive": r"C:\Users\maija"}), "OneDrive"),
        (Surroundings(PROFILE, environment={"OneDrive": r"C:\Users\maija\Sync"}), ""),
        (Surroundings(PROFILE, environment={"OneDriveCommercial": ""}), ""),
        (
            Surroundings(PureWindowsPath(r"C:\Users\m\OneDrive - Hoiva Oy\log")),
            "OneDrive - Hoiva Oy",
        ),
        (Surroundings(PurePosixPath("/u/m/Library/Mobile Documents/x")), "Mobile Documents"),
        (Surroundings(PurePosixPath("/u/m/Library/CloudStorage/Box/log")), "CloudStorage"),
        (Surroundings(PurePosixPath("/koti/m/Dropbox/log"), "ext4"), "Dropbox"),
        (Surroundings(PurePosixPath("/koti/m/dropboxes/log"), "ext4"), ""),
        (Surroundings(HOME, "ext4", marks=frozenset((".stfolder",))), ".stfolder"),
    ],
)
def test_a_log_stays_off_network_drives_and_synchronised_folders(
    around: Surroundings, reason: str
) -> None:
    assert reason_against(around) == reason


def test_the_file_system_is_that_of_the_deepest_mount() -> None:
    mounts = (
        "dev / ext4 rw 0 0\nserver:/h /koti nfs4 rw 0 0\n"
        "dev2 /koti/own\\040disk xfs rw 0 0\nbroken\n"
    )
    assert kind_of(PurePosixPath("/srv/data"), mounts) == "ext4"
    assert kind_of(PurePosixPath("/koti/data"), mounts) == "nfs4"
    assert kind_of(PurePosixPath("/koti/own disk/data"), mounts) == "xfs"
    assert kind_of(PurePosixPath("/kotily"), mounts) == "ext4"
    assert kind_of(PurePosixPath("/srv"), "") == ""


def test_mounts_of_a_mac_are_read_as_it_says_them() -> None:
    said = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//maija@palvelin/Oma levy on /Volumes/Oma levy (smbfs, nodev, nosuid, mounted by maija)\n"
        "map auto_home on /System/Volumes/Data/koti (autofs, automounted, nobrowse)\n"
    )
    mounts = mounts_of_mac(said)
    assert kind_of(PurePosixPath("/u/maija/log"), mounts) == "apfs"
    assert kind_of(PurePosixPath("/Volumes/Oma levy/log"), mounts) == "smbfs"


def test_a_mark_of_a_synchronising_program_above_the_folder_is_seen(tmp_path: Path) -> None:
    assert unsafe_place(tmp_path / "log" / "accesslog") == ""
    (tmp_path / ".stfolder").mkdir()
    assert unsafe_place(tmp_path / "log" / "accesslog") == ".stfolder"
