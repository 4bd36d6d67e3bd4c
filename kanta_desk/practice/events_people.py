"""The people of an invented access log: users at their units, clients with their documents.

Everything is drawn from one seed: the same seed gives the same people. Names are as frequent as in
Finland, and people live as unevenly as they do: a few users do much of the work, a few clients have
most of the documents. Every henkilötunnus is artificial (individual number 900–999).
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any, Generic, TypeVar

from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.practice.organisation import OWN
from kanta_desk.settings.resources import read_toml, resource

T = TypeVar("T")

_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_FIRST_USER = 1_000  # the numbers below are those of the practice set's own cards
_DOUBLE_NAMED = 0.06
_SECOND_NAMED = 0.55
_SKEW_OF_USERS, _SKEW_OF_CLIENTS, _SKEW_OF_DOCUMENTS = 0.7, 0.8, 0.6


class Draw(Generic[T]):
    """Draws from ``items`` by weight."""

    def __init__(self, items: Sequence[T], weights: Iterable[float]) -> None:
        self.items = items
        self._up_to = list(accumulate(weights))

    def __call__(self, random: Random) -> T:
        """One of the items; each call moves ``random`` on by one number."""
        return self.items[bisect(self._up_to, random.random() * self._up_to[-1], hi=self._last)]

    @property
    def _last(self) -> int:
        return len(self.items) - 1


def _of_table(table: Mapping[str, float]) -> Draw[str]:
    return Draw(tuple(table), table.values())


def _skewed(items: Sequence[T], power: float) -> Draw[T]:
    """The n-th item with weight 1/n^power (Zipf)."""
    return Draw(items, [(rank + 1) ** -power for rank in range(len(items))])


_ROLES = Draw(
    ("archivist", "viewer", "archivist, invalidator", "archivist, auditor"), (60, 25, 10, 5)
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A palveluyksikkö with what is done there; ``weight`` is its share of users and clients."""

    party: Party
    weight: float
    titles: tuple[str, ...]
    task: str
    types: tuple[str, ...]
    round_the_clock: bool


@dataclass(frozen=True, slots=True)
class User:
    """One who uses the desk."""

    identifier: str
    name: str
    title: str
    role: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Client:
    """A client with ``count`` documents, whose numbers begin at ``first``."""

    identifier: str
    name: str
    unit: Unit
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Population:
    """Who may appear in a log. Users and clients are drawn by unit, unevenly."""

    users: Draw[User]
    clients: Draw[Client]
    clients_of: Mapping[Unit, Draw[Client]]

    @classmethod
    def draw(cls, seed: int, users: int, clients: int, documents: int) -> Population:
        """So many of each; every unit gets some, so ``users`` and ``clients`` are at least 1."""
        facts = read_toml(resource("practice", "population.toml"))
        random = Random(seed)  # noqa: S311 - no secrets here
        names = _Names(facts)
        units = tuple(_unit(number, table) for number, table in enumerate(facts["unit"], 101))
        of_unit = Draw(units, [unit.weight for unit in units])
        staff = [_user(number, of_unit(random), names, random) for number in range(users)]
        serving = Draw(
            [unit for unit in units if unit.types], [unit.weight for unit in units if unit.types]
        )
        people = list(_clients(clients, documents, serving, names, random))
        return cls(
            _skewed(staff, _SKEW_OF_USERS),
            _skewed(people, _SKEW_OF_CLIENTS),
            {
                unit: _skewed(own, _SKEW_OF_CLIENTS)
                for unit in units
                if (own := [client for client in people if client.unit is unit])
            },
        )


class _Names:
    """Draws names of a person's sex and generation."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        rare = facts["rare"]
        self._common = _of_table(facts["surnames"])
        self._rare_share: float = rare["share"]
        self._beginnings: list[str] = rare["beginnings"]
        self._endings: list[str] = rare["endings"]
        generations = facts["generation"]
        self._generations = Draw(
            [(tuple(g["born"]), (_of_table(g["men"]), _of_table(g["women"]))) for g in generations],
            [g["weight"] for g in generations],
        )
        self._at_work = self._generations.items[1:3]

    def client(self, random: Random) -> tuple[str, date, bool]:
        """Name, day of birth and whether a woman, of any age."""
        return self._of(self._generations(random), random)

    def user(self, random: Random) -> str:
        """The name of somebody of working age."""
        return self._of(random.choice(self._at_work), random)[0]

    def _of(
        self, generation: tuple[tuple[int, ...], tuple[Draw[str], Draw[str]]], random: Random
    ) -> tuple[str, date, bool]:
        (first, last), given_names = generation
        woman = random.random() < 0.53
        given = given_names[woman]
        name = given(random)
        if random.random() < _SECOND_NAMED and (second := given(random)) != name:
            name = f"{name} {second}"
        born = date(first, 1, 1) + timedelta(days=random.randrange((last - first + 1) * 365))
        return f"{name} {self._surname(woman, random)}", born, woman

    def _surname(self, woman: bool, random: Random) -> str:
        name = self._one_surname(random)
        if woman and random.random() < _DOUBLE_NAMED and (other := self._common(random)) != name:
            return f"{name}-{other}"
        return name

    def _one_surname(self, random: Random) -> str:
        if random.random() >= self._rare_share:
            return self._common(random)
        beginning, ending = random.choice(self._beginnings), random.choice(self._endings)
        if ending == "la" and beginning[-1] == "l":
            ending = "lahti"
        return beginning + ending


def artificial_hetu(born: date, woman: bool, draw: int) -> str:
    """The artificial henkilötunnus number ``draw`` (0–49) of a woman or man born that day."""
    number = 900 + 2 * (draw % 50) + (not woman)
    sign = "-" if born.year < 2000 else "A"
    check = _CHECK[int(f"{born:%d%m%y}{number}") % 31]
    return Henkilotunnus.parse(f"{born:%d%m%y}{sign}{number}{check}").value


def _unit(number: int, table: Mapping[str, Any]) -> Unit:
    return Unit(
        OWN.unit(number, table["name"]),
        table["weight"],
        tuple(table["titles"]),
        table["task"],
        tuple(table["types"]),
        table.get("round_the_clock", False),
    )


def _user(number: int, unit: Unit, names: _Names, random: Random) -> User:
    return User(
        identifier=f"0099{_FIRST_USER + number:07d}",
        name=names.user(random),
        title=random.choice(unit.titles),
        role=_ROLES(random),
        unit=unit,
    )


def _clients(
    count: int, documents: int, units: Draw[Unit], names: _Names, random: Random
) -> Iterable[Client]:
    taken: set[str] = set()
    shares = [(rank + 1) ** -_SKEW_OF_DOCUMENTS for rank in range(count)]
    scale, owed, first = documents / sum(shares), 0.0, 0
    for share in shares:
        owed += share * scale
        name, born, woman = names.client(random)
        draw = random.randrange(50)
        while (identifier := artificial_hetu(born, woman, draw)) in taken:
            draw, born = draw + 1, born + timedelta(days=draw % 50 == 49)
        taken.add(identifier)
        upto = round(owed)
        yield Client(identifier, name, units(random), first, upto - first)
        first = upto


def set_of(number: int) -> str:
    """The set identifier of document ``number``, under the practice provider's root."""
    return f"{OWN.business_id.oid}.11.{2014 + number % 12}.{100_000 + number}"


def versions_of(number: int) -> tuple[str, ...]:
    """The OIDs of the document's versions, the first one first; most have only one."""
    count = 1 + (number % 7 == 0) + (number % 31 == 0)
    return tuple(f"{set_of(number)}.{version}" for version in range(1, count + 1))
