"""Small TOML files that people write by hand, read strictly: every fault names file and key."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from kanta_desk.errors import SettingsUnreadable

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")

_MOST_ROWS = 100
_LONGEST_DELAY = 60.0
_LONGEST_TEXT = 120


class Table:
    """A table of the file, whose every key is asked for once and none is left over."""

    def __init__(self, file: str, place: str, content: dict[str, Any]) -> None:
        self._file = file
        self._place = place
        self._content = content
        self._asked: set[str] = set()

    def fault(self, key: str, reason: str) -> SettingsUnreadable:
        """What is wrong with the value of ``key``, to be raised."""
        return SettingsUnreadable(f"{self._file}: {self._place}{key}", reason)

    def end(self) -> None:
        """Refuse keys that nobody asked for: a misspelt one would be overlooked."""
        for key in self._content:
            if key not in self._asked:
                raise self.fault(key, "not a key here")

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._content

    def names(self) -> tuple[str, ...]:
        """All keys."""
        return tuple(self._content)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required without ``default``."""
        value = self._value(key, str, default)
        if len(value) > _LONGEST_TEXT and default is None:
            raise self.fault(key, f"longer than {_LONGEST_TEXT} characters")
        if not value and default is None:
            raise self.fault(key, "missing")
        return value

    def digits(self, key: str, default: str) -> str:
        """A PIN: 4 to 12 digits. The fault does not repeat it."""
        value = self.text(key, default)
        if not (4 <= len(value) <= 12 and value.isascii() and value.isdigit()):
            raise self.fault(key, "not 4 to 12 digits")
        return value

    def number(self, key: str, default: int, most: int) -> int:
        """A number from 0 to ``most``."""
        value = self._value(key, int, default)
        if isinstance(value, bool) or not 0 <= value <= most:
            raise self.fault(key, f"not a number from 0 to {most}")
        return value

    def seconds(self, key: str) -> float:
        """A time, 0 if it is not there."""
        self._asked.add(key)
        value = self._content.get(key, 0.0)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(key, "not a number of seconds")
        if not 0 <= value <= _LONGEST_DELAY:
            raise self.fault(key, f"not from 0 to {_LONGEST_DELAY:.0f} seconds")
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        return self._value(key, bool, default)

    def hex(self, key: str) -> bytes:
        """Bytes in hex, spaces allowed; none if it is not there."""
        try:
            return bytes.fromhex(self.text(key, ""))
        except ValueError:
            raise self.fault(key, "not hexadecimal") from None

    def choice(self, key: str, kind: type[_E], default: _E) -> _E:
        """One of an enumeration."""
        return self.one_of(key, {each.value: each for each in kind}, default)

    def required(self, key: str, kind: type[_E]) -> _E:
        """One of an enumeration, which must be there."""
        return self.one_of(key, {each.value: each for each in kind}, None)

    def one_of(self, key: str, known: dict[str, _T], default: _T | None) -> _T:
        """What one of these names stands for."""
        if default is not None and not self.has(key):
            return default
        value = self.text(key)
        if value not in known:
            raise self.fault(key, f"one of {', '.join(known)}")
        return known[value]

    def table(self, key: str) -> Table:
        """A table below this one; an empty one if it is not there."""
        value: dict[str, Any] = self._value(key, dict, {})
        return Table(self._file, f"{self._place}{key}.", value)

    def rows(self, key: str) -> tuple[Table, ...]:
        """The tables of a list; none if it is not there."""
        value: list[Any] = self._value(key, list, [])
        if len(value) > _MOST_ROWS or not all(isinstance(row, dict) for row in value):
            raise self.fault(key, f"not a list of at most {_MOST_ROWS} [[{key}]]")
        return tuple(
            Table(self._file, f"{key}[{number}].", row) for number, row in enumerate(value, 1)
        )

    def _value(self, key: str, kind: type[_T], default: _T | None) -> _T:
        self._asked.add(key)
        value = self._content.get(key, default)
        if value is None:
            raise self.fault(key, "missing")
        if not isinstance(value, kind):
            raise self.fault(key, "of the wrong kind")
        return value
