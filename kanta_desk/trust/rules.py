"""What kind of card a certificate makes, by ordered rules that are data.

DVV's names and policy OIDs for the cards of social welfare and healthcare could not be confirmed;
so the rules stand in ``resources/trust/card_types.toml``, each with its evidence, and the rule that
decided is kept with the holder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.people import CardType
from kanta_desk.settings.resources import read_toml, resource
from kanta_desk.trust.certificate import Certificate

FILE = "card_types.toml"
NO_RULE = "no rule"

_T = TypeVar("_T")

_CONDITIONS = {
    "issuer_contains",
    "organisation_contains",
    "policies",
    "serial_number",
    "doctor_id",
    "max_days",
}
_REST = {"name", "type", "verified", "evidence"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. A condition that is ``None`` is not asked; an empty tuple never holds."""

    name: str
    card_type: CardType
    verified: bool
    evidence: str
    issuer_contains: tuple[str, ...] | None = None
    organisation_contains: tuple[str, ...] | None = None
    policies: tuple[str, ...] | None = None
    serial_number: re.Pattern[str] | None = None
    doctor_id: bool | None = None
    max_days: int | None = None

    def matches(self, certificate: Certificate) -> bool:
        """Whether every condition of this rule holds."""
        issuer = f"{certificate.issuer.common_name}\n{certificate.issuer.unit}"
        subject = certificate.subject
        days = (certificate.valid_to - certificate.valid_from).days
        return (
            _is_in(self.issuer_contains, issuer)
            and _is_in(self.organisation_contains, subject.organisation)
            and (self.policies is None or not certificate.policies.isdisjoint(self.policies))
            and (
                self.serial_number is None
                or self.serial_number.fullmatch(subject.serial_number) is not None
            )
            and (self.doctor_id is None or self.doctor_id == bool(subject.pseudonym))
            and (self.max_days is None or days <= self.max_days)
        )


def _is_in(wanted: tuple[str, ...] | None, text: str) -> bool:
    return wanted is None or any(each in text for each in wanted)


@dataclass(frozen=True, slots=True)
class Recognition:
    """The type that the rules gave, the rule's name, and whether that rule is confirmed."""

    card_type: CardType
    rule: str
    verified: bool


def recognise(certificate: Certificate, rules: Iterable[Rule] | None = None) -> Recognition:
    """The type of card by the first rule that holds; UNKNOWN if none does."""
    for rule in card_type_rules() if rules is None else rules:
        if rule.matches(certificate):
            return Recognition(rule.card_type, rule.name, rule.verified)
    return Recognition(CardType.UNKNOWN, NO_RULE, False)


@cache
def card_type_rules() -> tuple[Rule, ...]:
    """The rules that come with the program.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    return read_rules(resource("trust", FILE))


def installed_rules(config: Path) -> tuple[Rule, ...]:
    """The rules of an installation: its own file in its configuration folder, else the program's.

    Its own file replaces the program's whole, so that the order of the rules is seen in one place.

    Raises:
        SettingsUnreadable: naming the rule at fault in it.
    """
    own = config / FILE
    return read_rules(own) if own.exists() else card_type_rules()


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of a file, in order.

    Raises:
        SettingsUnreadable: naming file, rule and key at fault: no condition, an unknown key, a
            wrong type, a name used twice.
    """
    rows = read_toml(path).get("rule")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsUnreadable(path.name, "no rules")
    rules: dict[str, Rule] = {}
    for number, row in enumerate(rows, 1):
        reader = _Reader(row, f"{path.name} {row.get('name', number)}")
        rule = reader.rule()
        if rule.name in rules:
            raise reader.fault("name", "used twice")
        rules[rule.name] = rule
    return tuple(rules.values())


class _Reader:
    """Turns one table into a rule. A condition that is not there is not asked."""

    def __init__(self, row: dict[str, Any], place: str) -> None:
        self._row = row
        self._place = place

    def rule(self) -> Rule:
        if unknown := self._row.keys() - _CONDITIONS - _REST:
            raise self.fault(min(unknown), "unknown key")
        if not self._row.keys() & _CONDITIONS:
            raise SettingsUnreadable(self._place, "no condition")
        return Rule(
            name=self._needed("name", str),
            card_type=self._card_type(),
            verified=self._needed("verified", bool),
            evidence=self._needed("evidence", str),
            issuer_contains=self._texts("issuer_contains"),
            organisation_contains=self._texts("organisation_contains"),
            policies=self._texts("policies"),
            serial_number=self._pattern("serial_number"),
            doctor_id=self._value("doctor_id", bool),
            max_days=self._value("max_days", int),
        )

    def fault(self, key: str, reason: str) -> SettingsUnreadable:
        return SettingsUnreadable(f"{self._place}: {key}", reason)

    def _value(self, key: str, kind: type[_T]) -> _T | None:
        value = self._row.get(key)
        if value is not None and type(value) is not kind:
            raise self.fault(key, f"not of the type {kind.__name__}")
        return value

    def _needed(self, key: str, kind: type[_T]) -> _T:
        value = self._value(key, kind)
        if value is None or value == "":
            raise self.fault(key, "missing")
        return value

    def _card_type(self) -> CardType:
        try:
            return CardType(self._needed("type", str))
        except ValueError as error:
            raise self.fault("type", str(error)) from None

    def _pattern(self, key: str) -> re.Pattern[str] | None:
        pattern = self._value(key, str)
        try:
            return None if pattern is None else re.compile(pattern, re.ASCII)
        except re.error as error:
            raise self.fault(key, str(error)) from None

    def _texts(self, key: str) -> tuple[str, ...] | None:
        value = self._value(key, list)
        # An empty text would be found in every issuer.
        if value is not None and not all(isinstance(each, str) and each for each in value):
            raise self.fault(key, "not a list of texts")
        return None if value is None else tuple(value)
