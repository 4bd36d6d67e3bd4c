"""The folders of one installation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from kanta_desk.errors import FolderNotWritable

_NAME = "kanta-desk"


@dataclass(frozen=True, slots=True)
class Paths:
    """``config``: options and rights. ``data``: the access log and runs. ``cache``: can be lost.

    ``connection`` names the one of the options' connections that is used; empty: the usual one.
    ``part`` is the mode whose data are in folders of their own (``settings.binding``).
    """

    config: Path
    data: Path
    cache: Path
    connection: str = ""
    part: str = ""

    @classmethod
    def of_system(cls, connection: str = "") -> Paths:
        """The folders that the operating system gives a program of this user."""
        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, connection)

    @classmethod
    def under(cls, root: Path) -> Paths:
        """All folders below one, for the practice set and tests."""
        return cls(root / "config", root / "data", root / "cache")

    @property
    def rights(self) -> Path:
        """The file of rights that people read."""
        return self.config / (f"rights-{self.part}.toml" if self.part else "rights.toml")

    @property
    def access_log(self) -> Path:
        """Where the access log lives."""
        return self.data / "accesslog"

    @property
    def imported(self) -> Path:
        """Where imported code sets, registers and structures are kept, the same for all modes."""
        return (self.data.parent if self.part else self.data) / "imported"

    def make(self) -> Paths:
        """Create the folders, readable by their owner alone where the system knows such.

        Raises:
            FolderNotWritable: naming the folder.
        """
        for folder in (self.config, self.data, self.cache, self.access_log):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise FolderNotWritable(str(folder), error.strerror or "") from None
        return self
