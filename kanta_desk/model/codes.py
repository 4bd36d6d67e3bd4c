"""Codes, code systems and the sets that give a code its name on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kanta_desk.model.imports import Origin
from kanta_desk.model.text import Text


class CodeSystem(StrEnum):
    """The code systems that the program itself speaks of (facts: kanta-archive §2.2)."""

    DOCUMENT_GROUP = "1.2.246.537.6.1505"
    DOCUMENT_TYPE = "1.2.246.537.6.1506"
    SERVICE_REQUEST = "1.2.246.537.6.1503.201601"
    PURPOSE = "1.2.246.537.6.1289.201901"
    SERVICE_TASK = "1.2.246.537.6.1221"
    SERVICE_PROCESS = "1.2.246.537.6.1277.201701"
    REGISTER = "1.2.246.537.6.1264.201701"
    CASE_NAME = "1.2.246.537.6.1265"
    CASE_STATE = "1.2.246.537.6.1501"
    SOCIAL_SERVICE = "1.2.246.537.6.1222"
    ORGANISATION = "1.2.246.537.6.202"
    CONTROLLER_KIND = "1.2.246.537.5.40172"
    SIGNATURE_KIND = "1.2.246.537.5.40161"
    SPECIAL_CONTENT = "1.2.246.537.5.40169"
    LANGUAGE = "1.2.246.537.5.40175"
    PROCESS_ISSUE = "1.2.246.537.5.40112.2006"
    PERSON_SPECIFIER = "1.2.246.537.5.40006.2003"
    CONFIDENTIALITY = "1.2.246.777.5.99902.2006"
    GENDER = "1.2.246.537.5.1"
    MUNICIPALITY = "1.2.246.537.6.21"
    RECORD_STATUS = "1.2.246.537.5.40154"


@dataclass(frozen=True, slots=True)
class Code:
    """A code as a document carries it: value, system's OID, and the sender's display text."""

    value: str
    system: str
    display: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """System without its version, and value: equal for the same concept in two versions."""
        return base_system(self.system), self.value


@dataclass(frozen=True, slots=True)
class Concept:
    """One code of a set: its name, its days of validity (inclusive, ``None`` = open).

    ``parent`` is the code above it in a set with levels, or empty.
    """

    value: str
    name: Text
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = True
    parent: str = ""

    def is_valid(self, on: date) -> bool:
        """Whether the code could be used on that day."""
        return within(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class CodeSet:
    """A snapshot of one version of a code set, in force for the days given (``None`` = open).

    ``concepts`` holds each code as it is last known; ``earlier`` its former names with their days,
    the newest first. ``verified`` is false where the content could not be confirmed. ``origin``
    tells of an import; what ships with the program has none.
    """

    system: str
    name: Text
    version: str
    concepts: Mapping[str, Concept]
    verified: bool = True
    evidence: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    earlier: Mapping[str, tuple[Concept, ...]] = field(default_factory=dict)
    origin: Origin | None = None

    def find(self, value: str, on: date | None = None) -> Concept | None:
        """The concept of a code as it was called on a day, else as it is last known; None if the
        snapshot does not hold it."""
        last = self.concepts.get(value)
        if last is None or on is None or last.is_valid(on):
            return last
        former = self.earlier.get(value, ())
        return next((concept for concept in former if concept.is_valid(on)), last)

    def is_valid(self, on: date) -> bool:
        """Whether this version of the set was in force on that day."""
        return within(self.valid_from, self.valid_to, on)


def within(first: date | None, last: date | None, on: date) -> bool:
    """Whether a day is from ``first`` to ``last``, both inclusive; ``None`` is an open end."""
    return (first is None or first <= on) and (last is None or on <= last)


_VERSIONED = ("1.2.246.537.6.", "1.2.246.537.5.")


@lru_cache(maxsize=4096)
def base_system(system: str) -> str:
    """A code system's OID without its version arc (``…6.1289.201901`` → ``…6.1289``)."""
    for root in _VERSIONED:
        if system.startswith(root) and system.count(".") > root.count("."):
            return root + system[len(root) :].split(".")[0]
    return system


def version_of(system: str) -> str:
    """The version arc of a code system's OID; empty where it has none."""
    return system[len(base_system(system)) :].lstrip(".")
