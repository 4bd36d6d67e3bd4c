"""Which column of ours a header means: by its name in three languages, by likeness, by its values.

A name that is on the list (the program's own in ``model.planning``, other systems' in
``resources/plans/columns.toml``) is sure. Likeness and values are guesses for a person to confirm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rapidfuzz import fuzz, process

from kanta_desk.deployment.moments import is_clock, is_moment
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.planning import COLUMN_NAMES, FACT_NAMES, Column, Fact, Ground
from kanta_desk.model.text import Text
from kanta_desk.settings.resources import read_toml, resource

_ALIKE = 82
_LEAST, _LONGEST = 3, 80
_DOTS_AND_RINGS = dict.fromkeys((0x0300, 0x0301, 0x0308, 0x030A))
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ][a-zåäö])")
_SIGNS = re.compile(r"[^\w]+|_+")
_PARTS = re.compile(r"[./]|\s/\s")
# What means something only after another word: ``tyyppi.koodi`` is the ``tyyppi``.
_TAILS = {
    "koodi", "code", "kod", "arvo", "value", "varde", "oid", "tunnus", "id", "root", "extension",
    "tunniste", "text", "teksti",
}  # fmt: skip
_ORGANISATIONS = {Column.CONTROLLER, Column.ORGANISER, Column.PRODUCER, Column.IMPLEMENTER}
_STRUCTURE = re.compile(r"1\.2\.246\.537\.6\.150[56]\.\d+\.\d+\.\d+\.\d+", re.ASCII)
_FILE = re.compile(r"[^\n]{1,200}\.(pdf|x?html?|txt|json|docx)", re.I)
_CONTROLLER = re.compile(r".*\.19\.\d+", re.ASCII)
_LEAST_ARCS = 4

_Meant = TypeVar("_Meant", Column, Fact)


@dataclass(frozen=True, slots=True)
class _Names:
    """All names by their plain form; ``others`` are of what a plan does not hold."""

    columns: Mapping[str, Column]
    facts: Mapping[str, Fact]
    others: frozenset[str]


@cache
def _names() -> _Names:
    listed = read_toml(resource("plans", "columns.toml"))
    return _Names(
        _index(COLUMN_NAMES, {Column(c): names for c, names in listed["columns"].items()}),
        _index(FACT_NAMES, {Fact(f): names for f, names in listed["facts"].items()}),
        frozenset(plain(name) for name in listed["others"]["names"]),
    )


def _index(own: Mapping[_Meant, Text], others: Mapping[_Meant, Iterable[str]]) -> dict[str, _Meant]:
    """Names to what they mean; the program's own go before other systems'."""
    index = {plain(name): meant for meant, names in others.items() for name in names}
    for meant, name in own.items():
        index |= {plain(said): meant for said in (name.fi, name.sv, name.en, meant.value)}
    return index


def plain(name: str) -> str:
    """A name as it is compared: ``Henkilö_Tunnus (PIC)*`` is ``henkilo tunnus``.

    Letters lose their dots and rings, as they do in the member names of structured forms.
    """
    bare = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", name)).translate(_DOTS_AND_RINGS)
    return " ".join(_SIGNS.sub(" ", bare).casefold().split())


def column_of(name: str) -> Column | None:
    """The column that a name surely means; of a path (``a.b.c``, ``a / b``) its end decides."""
    columns = _names().columns
    return next((columns[said] for said in _readings(name) if said in columns), None)


def fact_of(name: str) -> Fact | None:
    """The fact of the test that a line above the table names."""
    return _names().facts.get(plain(name))


def like(name: str) -> Column | None:
    """The column whose name is most alike, if it is alike enough."""
    columns = _names().columns
    readings = (said for said in _readings(name) if _LEAST <= len(said) <= _LONGEST)
    scored = (
        process.extractOne(said, columns.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        for said in readings
    )
    best = max((each for each in scored if each), key=lambda each: each[1], default=None)
    return columns[best[0]] if best else None


def by_values(values: Sequence[str]) -> Column | None:
    """The column that could hold such values and no other could."""
    held = [value for value in values if value]
    if not held:
        return None
    return next((c for c, fits in _TELLING if all(fits(v) for v in held)), None) or _of_oids(held)


def judge(name: str, values: Sequence[str]) -> tuple[Column | None, Ground]:
    """What a column is taken for, and why."""
    told = by_values(values)
    if (found := column_of(name)) is not None:
        return _named(found, [value for value in values if value], told)
    if any(said in _names().others for said in _readings(name)):
        return None, Ground.NONE
    if (found := like(name)) is not None and (found not in _ORGANISATIONS or told is not None):
        return found, Ground.LIKENESS
    return (told, Ground.VALUES) if told else (None, Ground.NONE)


def _named(found: Column, held: Sequence[str], told: Column | None) -> tuple[Column, Ground]:
    """What a name means, where the values have a say in it."""
    if held and found is Column.CREATED and all(is_clock(value) for value in held):
        return Column.CLOCK, Ground.NAME
    if found is Column.KEY and told is Column.DOCUMENT_OID:  # an ``id`` of a row or a document
        return told, Ground.VALUES
    # Some systems write an organisation's name where others have its OID.
    if held and found in _ORGANISATIONS and not any(_is_oid(value) for value in held):
        return found, Ground.UNFIT
    return found, Ground.NAME


def is_client(value: str) -> bool:
    """Whether a value is a henkilötunnus, artificial or not."""
    try:
        Henkilotunnus.parse(value)
    except InvalidIdentifier:
        return False
    return True


def _readings(name: str) -> Iterator[str]:
    """What to look a name up by, the most telling first: ``documentTypeCode`` as it is, and in
    words."""
    yield plain(name)
    if (apart := _CAMEL.sub(" ", name)) != name:
        yield from _readings(apart)
    parts = [said for said in (plain(part) for part in _PARTS.split(name)) if said]
    while parts:
        for start, part in enumerate(parts):
            if part not in _TAILS:
                yield " ".join(parts[start:])
        if parts.pop() not in _TAILS:
            return


def _is_oid(value: str) -> bool:
    try:
        return Oid.parse(value).value.count(".") >= _LEAST_ARCS
    except InvalidIdentifier:
        return False


def _of_oids(held: Sequence[str]) -> Column | None:
    if not all(_is_oid(value) for value in held):
        return None
    if all(_CONTROLLER.fullmatch(value) for value in held):
        return Column.CONTROLLER
    return Column.DOCUMENT_OID if len(set(held)) == len(held) and len(held) > 1 else None


_TELLING: tuple[tuple[Column, Callable[[str], bool]], ...] = (
    (Column.CLIENT, is_client),
    (Column.STRUCTURE, lambda value: bool(_STRUCTURE.fullmatch(value))),
    (Column.SOURCE, lambda value: bool(_FILE.fullmatch(value))),
    (Column.CREATED, is_moment),
)
