"""Card types by rules that are data; nobody is a professional by default."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity
from kanta_desk.practice.pki import POLICIES
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.holder import holder_of
from kanta_desk.trust.rules import (
    NO_RULE,
    card_type_rules,
    installed_rules,
    read_rules,
    recognise,
)
from tests.helpers.cards import issued

_NOW = datetime.now(UTC)
_KEY = KeyKind.EC_P384.generate().public_key()


def _certificate(
    issuer: str,
    *,
    serial_number: str = "",
    pseudonym: str = "",
    days: int = 1800,
    policy: str = "",
    organisation: str = "Hoiva Esimerkki Oy",
) -> Certificate:
    validity = Validity(_NOW, _NOW + timedelta(days=days))
    authority = Authority.root(issuer, "Somebody", KeyKind.EC_P384, validity)
    subject = Subject("HOLDER", organisation, serial_number, "Ho", "Lder", pseudonym=pseudonym)
    made = authority.issue(subject, _KEY, Purpose.AUTHENTICATION, validity, policy)
    return Certificate.parse(made.public_bytes(Encoding.DER))


_SOTE = "DVV Social Welfare and Healthcare Prof. Certificates - G1E"


@pytest.mark.parametrize("card", POLICIES)
def test_each_practice_card_is_of_its_type(card: CardType) -> None:
    found = recognise(Certificate.parse(issued(kind=card).authentication))
    assert found.card_type is card


@pytest.mark.parametrize(
    ("certificate", "card_type"),
    [
        (_certificate(_SOTE, serial_number="00198705840"), CardType.PROFESSIONAL),
        (_certificate(_SOTE, pseudonym="032680"), CardType.PROFESSIONAL),
        (_certificate("VRK CA for Social Welfare and Healthcare Prof. Temp. Certs"), "backup"),
        (_certificate(_SOTE, serial_number="00198705840", days=90), CardType.BACKUP),
        (_certificate("DVV Organisational Certificates - G4E"), CardType.ORGANISATION),
        (_certificate("DVV Citizen Certificates - G4E", serial_number="99900001X"), "citizen"),
        (_certificate("VRK TEST CA for Healthcare Professionals"), CardType.TEST),
        (_certificate("VRK CA for Test Purposes - G3"), CardType.TEST),
    ],
)
def test_certificates_named_as_the_sources_tell_are_of_their_type(
    certificate: Certificate, card_type: str
) -> None:
    found = recognise(certificate)
    assert found.card_type == card_type
    assert not found.verified


@pytest.mark.parametrize(
    "certificate",
    [
        _certificate(_SOTE),
        _certificate(_SOTE, serial_number="990000025"),
        _certificate(_SOTE, serial_number="001987058401"),
        _certificate("Somebody's own CA", serial_number="00198705840", pseudonym="032680"),
        _certificate("Another CA", policy="1.2.3.4"),
    ],
)
def test_nobody_is_a_professional_for_want_of_a_better_rule(certificate: Certificate) -> None:
    found = recognise(certificate)
    assert (found.card_type, found.rule) == (CardType.UNKNOWN, NO_RULE)


def test_the_holder_carries_the_rule_that_decided() -> None:
    holder = holder_of(Certificate.parse(issued().authentication), "serial")
    assert holder.type_rule == "practice professional"
    assert holder.name == "Maija Arkistonhoitaja"
    assert holder.card_serial == "serial"


def test_a_holder_without_name_parts_is_called_by_the_common_name() -> None:
    validity = Validity(_NOW, _NOW + timedelta(days=1))
    made = Authority.root("Jokin Organisaatio", "O", KeyKind.EC_P384, validity).certificate
    holder = holder_of(Certificate.parse(made.public_bytes(Encoding.DER)), "")
    assert (holder.name, holder.identifier) == ("Jokin Organisaatio", "")


def test_every_rule_says_on_what_evidence_it_stands() -> None:
    rules = card_type_rules()
    assert len({rule.name for rule in rules}) == len(rules)
    assert all(len(rule.evidence) > 20 for rule in rules)
    assert {rule.name for rule in rules if rule.verified} == {
        "practice professional",
        "practice staff",
        "practice operator",
    }


def test_a_rule_whose_policy_is_not_known_yet_matches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text('[[rule]]\nname="x"\ntype="staff"\npolicies=[]\nverified=false\nevidence="-"\n')
    found = recognise(Certificate.parse(issued().authentication), read_rules(path))
    assert found.card_type is CardType.UNKNOWN


@pytest.mark.parametrize(
    ("condition", "key"),
    [
        ("", ""),
        ("issuer_contains = ['']", ": issuer_contains"),
        ("issuer_contains = 'x'", ": issuer_contains"),
        ("organisation_contains = [1]", ": organisation_contains"),
        ("serial_number = '('", ": serial_number"),
        ("doctor_id = 1", ": doctor_id"),
        ("max_days = true", ": max_days"),
        ("isuer = ['x']", ": isuer"),
    ],
)
def test_a_faulty_rule_is_told_by_file_name_and_key(
    tmp_path: Path, condition: str, key: str
) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(
        f"[[rule]]\nname='x'\ntype='professional'\nverified=true\nevidence='-'\n{condition}\n"
    )
    with pytest.raises(SettingsUnreadable) as told:
        read_rules(path)
    assert told.value.fields["place"] == f"rules.toml x{key}"


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    one = "[[rule]]\nname='x'\ntype='staff'\nverified=false\nevidence='-'\npolicies=['1.2']\n"
    path.write_text(one * 2)
    with pytest.raises(SettingsUnreadable, match="used twice"):
        read_rules(path)


def test_an_installations_own_rules_replace_the_programs(tmp_path: Path) -> None:
    assert installed_rules(tmp_path) == card_type_rules()
    (tmp_path / "card_types.toml").write_text(
        "[[rule]]\nname='ours'\ntype='operator'\nverified=true\nevidence='seen on our cards'\n"
        "organisation_contains=['Hoiva Esimerkki']\n"
    )
    rules = installed_rules(tmp_path)
    found = recognise(Certificate.parse(issued().authentication), rules)
    assert (found.card_type, found.rule) == (CardType.OPERATOR, "ours")
    other = recognise(_certificate(_SOTE, organisation="Muu Oy"), rules)
    assert other.card_type is CardType.UNKNOWN


def test_a_file_without_rules_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text("")
    with pytest.raises(SettingsUnreadable):
        read_rules(path)
