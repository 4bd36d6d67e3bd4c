"""The log's folder of an installation, with the holder of its keys that the administrator chose."""

from __future__ import annotations

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.recovery import RecoveryKey
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys, read_bytes
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.secrets import KeyHolder, KeyringKeys, PassphraseKeys, PlainFileKeys

PRACTICE_KEYS = "practice-keys.json"
SEALED_KEYS = "log-keys.json"


def log_folder(paths: Paths, keeping: LogKeeping) -> LogFolder:
    """The folder; nothing in it is opened yet.

    Raises:
        SettingsUnreadable: if a file that the options name cannot be read.
        LogKeyNotRecovered: if the recovery key is none.
    """
    recovery = None
    if keeping.recovery_key is not None:
        pem = read_bytes(keeping.recovery_key)
        recovery = RecoveryKey.parse(pem, keeping.recovery_key.name)
    return LogFolder(paths.access_log, key_holder(paths, keeping), recovery)


def key_holder(paths: Paths, keeping: LogKeeping) -> KeyHolder | None:
    """What keeps the log's keys, those that sign its checkpoints too; None: nothing is encrypted.

    Raises:
        SettingsUnreadable: as ``log_folder``.
    """
    match keeping.keys:
        case LogKeys.KEYRING:
            return KeyringKeys()
        case LogKeys.PASSPHRASE:
            return PassphraseKeys(paths.data / SEALED_KEYS, keeping.passphrase())
        case LogKeys.PRACTICE:
            return PlainFileKeys(paths.data / PRACTICE_KEYS)
        case LogKeys.NONE:
            return None
