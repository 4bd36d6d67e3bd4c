"""The options of one installation, as its administrator wrote them in ``options.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kanta_desk.errors import InputError, SettingsUnreadable
from kanta_desk.model.cards import SignerKind
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid, Ytunnus
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import Purpose, Role
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.resources import read_toml
from kanta_desk.settings.secrets import client_key_passphrase
from kanta_desk.settings.signing import Signing

FILE = "options.toml"
DEFAULT_IDLE_MINUTES = 10
REPORT_ADDRESS = "kanta@kanta.fi"
"""Where Kela takes reports of deployment tests (facts: kanta-archive, section 6)."""
DEFAULT_TIMEOUT = 20.0
PKCS12 = frozenset({".p12", ".pfx"})
_MOST_MINUTES = 24 * 60
_MOST_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Connection:
    """The way to one archive: address, message profile, and certificate files.

    ``client_chain`` with ``client_key`` are PEM; without a key, it is a PKCS#12 file with both.
    """

    name: str
    mode: Mode
    url: str
    profile: str
    ca_file: Path
    client_chain: Path
    client_key: Path | None = None
    timeout: float = DEFAULT_TIMEOUT

    def passphrase(self) -> str:
        """What opens the key, from the operating system's keyring; empty for none.

        Raises:
            SecretStoreMissing: if there is no keyring.
        """
        return client_key_passphrase(self.name)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The provider whose desk this is, and the unit in whose name its people work."""

    party: Party
    business_id: Ytunnus
    unit: Party


@dataclass(frozen=True, slots=True)
class TrustOptions:
    """What the organisation has decided about certificates.

    ``unknown_may_view``: people may sign in and look although nobody can tell whether their
    certificate is revoked. ``proxy`` is asked for revocation data in place of the system's.
    ``also_trust``: SHA-256 fingerprints of roots that production takes beside those known.
    """

    unknown_may_view: bool = False
    proxy: str = ""
    also_trust: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Options:
    """All options; an installation without a file has ``Options()`` and can still be diagnosed.

    ``connection`` is the one in use, of ``connections``.
    """

    organisation: Organisation | None = None
    connection: Connection | None = None
    connections: tuple[Connection, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    trust_roots: Path | None = None
    trust: TrustOptions = TrustOptions()
    language: Language = Language.FI
    idle_minutes: int = DEFAULT_IDLE_MINUTES
    log: LogKeeping = field(default_factory=LogKeeping)
    signing: Signing = field(default_factory=Signing)
    report_address: str = REPORT_ADDRESS

    @property
    def mode(self) -> Mode:
        """What the desk is connected to; without a connection nothing but production is safe."""
        return self.connection.mode if self.connection else Mode.PRODUCTION

    @classmethod
    def of(cls, paths: Paths) -> Options:
        """Those of an installation, with the connection that ``paths`` name.

        Raises:
            SettingsUnreadable: naming the key at fault.
        """
        return cls.load(paths.config / FILE, paths.connection)

    @classmethod
    def load(cls, path: Path, connection: str = "") -> Options:
        """Read ``path``; a file that is not there gives the default options.

        ``connection`` is the name of the one to use; by default the first that is not production,
        or the only one.

        Raises:
            SettingsUnreadable: naming the key at fault.
        """
        return _Reader(path).options(connection) if path.exists() else cls()


class _Reader:
    """Turns a TOML file into options; relative paths are taken from the file's folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data = read_toml(path)

    def options(self, named: str) -> Options:
        plain = self._data
        connections = self._connections()
        return Options(
            organisation=self._organisation(self._table("organisation"))
            if "organisation" in plain
            else None,
            connection=self._chosen(connections, named),
            connections=connections,
            purposes=tuple(self._purpose(p) for p in self._tables("purpose")),
            trust_roots=self._file(plain, "trust_roots") if "trust_roots" in plain else None,
            trust=self._trust(self._table("trust")) if "trust" in plain else TrustOptions(),
            language=self._parse(Language, plain, "language", Language.FI),
            idle_minutes=self._parse(_idle_minutes, plain, "idle_minutes", DEFAULT_IDLE_MINUTES),
            log=self._log(self._table("log")) if "log" in plain else LogKeeping(),
            signing=self._signing(self._table("signing")) if "signing" in plain else Signing(),
            report_address=self._parse(_mail_address, plain, "report_address", REPORT_ADDRESS),
        )

    def _organisation(self, table: Mapping[str, Any]) -> Organisation:
        return Organisation(
            party=Party(self._parse(Oid.parse, table, "oid"), self._text(table, "name")),
            business_id=self._parse(Ytunnus.parse, table, "business_id"),
            unit=Party(self._parse(Oid.parse, table, "unit_oid"), self._text(table, "unit_name")),
        )

    def _connections(self) -> tuple[Connection, ...]:
        """One ``[connection]`` or several ``[[connection]]``, told apart by their names."""
        several = isinstance(self._data.get("connection", []), list)
        tables = self._tables("connection") if several else [self._table("connection")]
        found = tuple(map(self._connection, tables))
        names = [each.name.casefold() for each in found]
        if len(set(names)) < len(names):
            raise self._fault("connection.name", "the same name twice")
        return found

    def _chosen(self, found: tuple[Connection, ...], named: str) -> Connection | None:
        if not named:
            safe = [each for each in found if each.mode is not Mode.PRODUCTION]
            return next(iter(safe or found), None)
        for each in found:
            if each.name.casefold() == named.casefold():
                return each
        raise self._fault("connection", f"not one of {', '.join(each.name for each in found)}")

    def _connection(self, table: Mapping[str, Any]) -> Connection:
        url = self._text(table, "url")
        if not url.startswith("https://"):
            raise self._fault("url", "must begin with https://")
        packed = "client_p12" in table
        return Connection(
            name=self._text(table, "name"),
            mode=self._parse(Mode, table, "mode"),
            url=url,
            profile=self._text(table, "profile"),
            ca_file=self._file(table, "ca_file"),
            client_chain=self._packed(table) if packed else self._file(table, "client_chain"),
            client_key=None if packed else self._file(table, "client_key"),
            timeout=self._parse(_seconds, table, "timeout", DEFAULT_TIMEOUT),
        )

    def _packed(self, table: Mapping[str, Any]) -> Path:
        path = self._file(table, "client_p12")
        if path.suffix.lower() not in PKCS12:
            raise self._fault("client_p12", f"not a file of {' or '.join(sorted(PKCS12))}")
        return path

    def _signing(self, table: Mapping[str, Any]) -> Signing:
        way = self._parse(SignerKind, table, "way", SignerKind.PCSC)
        named = "pkcs11_module" in table or way is SignerKind.PKCS11
        return Signing(
            way,
            self._file(table, "pkcs11_module") if named else None,
            self._file(table, "scs_ca_file") if "scs_ca_file" in table else None,
            self._parse(_own_address, table, "scs_url", ""),
        )

    def _trust(self, table: Mapping[str, Any]) -> TrustOptions:
        return TrustOptions(
            self._parse(_yes_or_no, table, "unknown_may_view", False),
            self._parse(_http_address, table, "proxy", ""),
            self._parse(_fingerprints, table, "also_trust", frozenset()),
        )

    def _log(self, table: Mapping[str, Any]) -> LogKeeping:
        keys = self._parse(LogKeys, table, "keys", LogKeys.KEYRING)
        if keys is LogKeys.PRACTICE:
            raise self._fault("keys", "not one of keyring, passphrase, none")
        needed = "passphrase_file" in table or keys is LogKeys.PASSPHRASE
        return LogKeeping(
            keys,
            self._file(table, "passphrase_file") if needed else None,
            self._file(table, "recovery_key") if "recovery_key" in table else None,
            self._files(table, "anchor_folder"),
            self._parse(_persons, table, "disposal_persons", 1),
        )

    def _purpose(self, table: Mapping[str, Any]) -> Purpose:
        name = Text(*(self._text(table, language) for language in Language))
        roles = self._parse(_roles, table, "roles", frozenset())
        return Purpose(self._text(table, "code"), name, bool(table.get("verified", False)), roles)

    def _table(self, key: str) -> Mapping[str, Any]:
        value = self._data[key]
        if not isinstance(value, dict):
            raise self._fault(key, "not a table")
        return value

    def _tables(self, key: str) -> list[Mapping[str, Any]]:
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._fault(key, f"not a list of [[{key}]]")
        return value

    def _text(self, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._fault(key, "missing")
        return value.strip()

    def _file(self, table: Mapping[str, Any], key: str) -> Path:
        name = self._text(table, key)
        if "\0" in name:
            raise self._fault(key, "not a file name")
        return self._path.parent / name

    def _files(self, table: Mapping[str, Any], key: str) -> tuple[Path, ...]:
        """One file or folder or a list of them; none without the key."""
        if not isinstance(names := table.get(key, []), list):
            return (self._file(table, key),)
        return tuple(dict.fromkeys(self._file({key: name}, key) for name in names))

    def _parse(self, parse: Any, table: Mapping[str, Any], key: str, default: Any = None) -> Any:
        if key not in table and default is not None:
            return default
        try:
            return parse(table[key])
        except (KeyError, ValueError, TypeError, InputError) as error:
            raise self._fault(key, str(error)) from None

    def _fault(self, key: str, reason: str) -> SettingsUnreadable:
        return SettingsUnreadable(f"{self._path.name}: {key}", reason)


def _roles(value: object) -> frozenset[Role]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"not a list of some of {', '.join(Role)}")
    return frozenset(map(Role, value))


def _persons(value: object) -> int:
    if isinstance(value, bool) or value not in (1, 2):
        raise ValueError("not 1 or 2")
    return int(str(value))


def _idle_minutes(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= _MOST_MINUTES:
        raise ValueError(f"not a whole number from 1 to {_MOST_MINUTES}")
    return value


def _mail_address(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        raise ValueError("not an e-mail address")
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _http_address(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"http://[^/@\s]+/?", value):
        raise ValueError("not of the form http://host:port")
    return value


def _own_address(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(
        r"https://(localhost|127\.0\.0\.1)(:[0-9]{1,5})?", value
    ):
        raise ValueError("not of the form https://localhost:port")
    return value


def _fingerprints(value: object) -> frozenset[str]:
    """SHA-256 in hexadecimal, with or without the colons and spaces that people copy along."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError("not a list of fingerprints")
    found = frozenset(re.sub(r"[\s:]", "", each).lower() for each in value)
    if not all(re.fullmatch(r"[0-9a-f]{64}", each) for each in found):
        raise ValueError("not a SHA-256 fingerprint")
    return found


def _seconds(value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0 < float(str(value)) <= _MOST_SECONDS:
        raise ValueError(f"not a number over 0 and up to {_MOST_SECONDS}")
    return float(str(value))
