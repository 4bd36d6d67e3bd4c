"""Codes, code systems and the sets that give a code its name on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

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
    """One code of a set: its name, its days of validity (inclusive, ``None`` = open)."""

    value: str
    name: Text
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = True

    def is_valid(self, on: date) -> bool:
        """Whether the code could be used on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class CodeSet:
    """A snapshot of a code set. ``verified`` is false where its content could not be confirmed."""

    system: str
    name: Text
    version: str
    concepts: Mapping[str, Concept]
    verified: bool = True
    evidence: str = ""

    def find(self, value: str) -> Concept | None:
        """The concept of a code, or None if the snapshot does not hold it."""
        return self.concepts.get(value)


_VERSIONED = ("1.2.246.537.6.", "1.2.246.537.5.")


@lru_cache(maxsize=4096)
def base_system(system: str) -> str:
    """A code system's OID without its version arc (``…6.1289.201901`` → ``…6.1289``)."""
    for root in _VERSIONED:
        if system.startswith(root) and system.count(".") > root.count("."):
            return root + system[len(root) :].split(".")[0]
    return system
