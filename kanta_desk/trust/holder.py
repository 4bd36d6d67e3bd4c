"""From an authentication certificate to the person whom it names."""

from __future__ import annotations

from collections.abc import Iterable

from kanta_desk.model.people import Holder
from kanta_desk.model.time import HELSINKI
from kanta_desk.trust.certificate import Certificate, Name
from kanta_desk.trust.rules import Rule, recognise


def holder_of(
    certificate: Certificate, card_serial: str, rules: Iterable[Rule] | None = None
) -> Holder:
    """The holder as the certificate says; says nothing of whether it is to be trusted.

    ``identifier`` is the subject's serialNumber and is empty where there is none, which nobody may
    sign in with. ``valid_to`` is the last day as Helsinki sees it.
    """
    subject = certificate.subject
    recognised = recognise(certificate, rules)
    return Holder(
        name=person_name(subject),
        identifier=subject.serial_number,
        card_type=recognised.card_type,
        type_rule=recognised.rule,
        organisation=subject.organisation,
        title=subject.title,
        certificate_serial=certificate.serial,
        certificate_sha256=certificate.sha256,
        card_serial=card_serial,
        valid_to=certificate.valid_to.astimezone(HELSINKI).date(),
    )


def person_name(subject: Name) -> str:
    """Given name and surname where the subject has them, else its common name."""
    if subject.given_name and subject.surname:
        return f"{subject.given_name} {subject.surname}"
    return subject.common_name
