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
from typing import Any

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.people import CardType
from kanta_desk.settings.resources import read_toml, resource
from kanta_desk.trust.certificate import Certificate

NO_RULE = "no rule"

_CONDITIONS = {"issuer_contains", "policies", "serial_number", "doctor_id", "max_days"}
_REST = {"name", "type", "verified", "evidence"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. A condition that is ``None`` is not asked; an empty tuple never holds."""

    name: str
    card_type: CardType
    verified: bool
    evidence: str
    issuer_contains: tuple[str, ...] | None = None
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
            (self.issuer_contains is None or any(text in issuer for text in self.issuer_contains))
            and (self.policies is None or not certificate.policies.isdisjoint(self.policies))
            and (
                self.serial_number is None
                or self.serial_number.fullmatch(subject.serial_number) is not None
            )
            and (self.doctor_id is None or self.doctor_id == bool(subject.pseudonym))
            and (self.max_days is None or days <= self.max_days)
        )


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
    """The rules of the installation.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    return read_rules(resource("trust", "card_types.toml"))


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of a file, in order.

    Raises:
        SettingsUnreadable: naming the rule at fault: no condition, an unknown key, a wrong type.
    """
    rows = read_toml(path).get("rule")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsUnreadable(path.name, "no rules")
    return tuple(_rule(row, f"{path.name} {row.get('name', number)}") for number, row in
                 enumerate(rows, 1))  # fmt: skip


def _rule(row: dict[str, Any], place: str) -> Rule:
    if unknown := row.keys() - _CONDITIONS - _REST:
        raise SettingsUnreadable(place, f"unknown key {min(unknown)}")
    if not row.keys() & _CONDITIONS:
        raise SettingsUnreadable(place, "no condition")
    try:
        pattern = row.get("serial_number")
        return Rule(
            name=row["name"],
            card_type=CardType(row["type"]),
            verified=row["verified"] is True,
            evidence=row["evidence"],
            issuer_contains=_texts(row.get("issuer_contains")),
            policies=_texts(row.get("policies")),
            serial_number=None if pattern is None else re.compile(pattern, re.ASCII),
            doctor_id=row.get("doctor_id"),
            max_days=row.get("max_days"),
        )
    except (KeyError, ValueError, TypeError, re.error) as error:
        raise SettingsUnreadable(place, str(error)) from None


def _texts(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    # An empty text would be found in every issuer.
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise TypeError("a list of texts is needed")
    return tuple(value)
