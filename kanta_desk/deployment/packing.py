"""Values of the model as JSON text and back, by their own type hints.

Frozen dataclasses become objects, tuples lists, enumerations their values, times ISO. Where a field
may be one of several dataclasses, the class's name goes with it. What was packed by another version
of the program and no longer fits is refused, never guessed at.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

T = TypeVar("T")

_KIND = "?"
_Read = Callable[[Any], Any]
_READERS: dict[Any, _Read] = {}


def pack(value: object) -> str:
    """The value as JSON text."""
    return orjson.dumps(_plain(value)).decode()


def unpack(kind: type[T], text: str) -> T:
    """The value of ``kind`` that was packed.

    Raises:
        ValueError: if the text holds no such value.
    """
    try:
        return cast(T, _reader(kind)(orjson.loads(text)))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a packed {kind.__name__}") from error


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case Path():
            return str(value)
        case tuple():
            return [_plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            # What is at its default is left out: most fields of most documents are.
            told = {
                name: _plain(there)
                for name, default in _fields(type(value))
                if (there := getattr(value, name)) != default
            }
            return {_KIND: type(value).__name__, **told}
        case _:
            return value


@lru_cache(maxsize=256)
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


def _reader(kind: Any) -> _Read:
    """What makes a value of ``kind`` from plain JSON."""
    if kind not in _READERS:
        _READERS[kind] = _made_reader(kind)
    return _READERS[kind]


def _made_reader(kind: Any) -> _Read:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if _is_record(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (datetime, date):
        return cast(_Read, kind.fromisoformat)
    if kind is Path:
        return Path
    return _only(kind)


def _is_record(kind: object) -> bool:
    return dataclasses.is_dataclass(kind)


def _dataclass(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    names = [name for name, _ in _fields(kind)]

    def read(told: Any) -> Any:
        if told[_KIND] != kind.__name__:
            raise ValueError(f"not a {kind.__name__}")
        if unknown := told.keys() - {_KIND, *names}:
            raise ValueError(f"{kind.__name__} has no {min(unknown)}")
        return kind(**{name: _reader(hints[name])(told[name]) for name in names if name in told})

    return read


def _union(kinds: tuple[Any, ...]) -> _Read:
    named: dict[str, Any] = {kind.__name__: kind for kind in kinds if _is_record(kind)}
    plain = [kind for kind in kinds if kind is not types.NoneType and kind not in named.values()]

    def read(told: Any) -> Any:
        if told is None and types.NoneType in kinds:
            return None
        if isinstance(told, dict):
            return _reader(named[told[_KIND]])(told)
        (only,) = plain
        return _reader(only)(told)

    return read


def _tuple(kinds: tuple[Any, ...]) -> _Read:
    if kinds[1:] == (Ellipsis,):
        read_item = _reader(kinds[0])
        return lambda told: tuple(read_item(item) for item in told)
    readers = [_reader(kind) for kind in kinds]
    return lambda told: tuple(read(item) for read, item in zip(readers, told, strict=True))


def _only(kind: Any) -> _Read:
    def read(told: Any) -> Any:
        if type(told) is not kind:
            raise ValueError(f"not of type {kind.__name__}")
        return told

    return read
