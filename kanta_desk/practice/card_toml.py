"""Practice cards in small files, so that a tester writes a card in ten lines.

::

    name = "Poistetaan kesken PIN1:n"
    model = "cosmo-x"             # ideal-citiz, cosmo-v7, citizen-4.0, citizen-3.1
    type = "professional"         # staff, operator, backup, test, organisation, citizen
    key = "ec-p384"               # rsa-2048, rsa-3072, ec-p256
    certificate = "good"          # expired, not-yet-valid, revoked, on-hold, wrong-usage,
                                  # unknown-issuer, other-key
    [[fault]]
    command = "VERIFY"
    when = "after"
    action = "remove"

Everything may be left out; what is shown first is what then holds, and the file's own name. More at
the top: ``serial``; ``signature_key`` where the two keys differ; ``atr`` (hex; empty for a mute
card); ``activated = false``; ``pin2_per_signature = true``. ``[holder]`` (the archivist if not
given): ``given_name``, ``surname``, ``identifier``, ``organisation``, ``title``. ``[pins]``:
``pin1``, ``pin2``, ``puk`` and ``pin1_tries``, ``pin2_tries``, ``puk_tries`` (0 to 5).
``[[fault]]``: see ``card_faults.Fault``; ``p2``, ``status`` and ``length`` are numbers, ``answer``
is hex. ``[claims]``: see ``card_pkcs15.Claims``; paths in hex. ``[files]``: by directory and file
id such as ``"3F00/4333"``, the content in hex, ``""`` for a file that is not there,
``"unreadable"`` for one that can be selected and not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from kanta_desk.model.people import CardType
from kanta_desk.practice import card_files as files
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card_description import CertificateState, Codes, PracticeCard
from kanta_desk.practice.card_dialect import COSMO_X, DIALECTS
from kanta_desk.practice.card_faults import Action, CommandName, Fault, When
from kanta_desk.practice.card_pins import MAX_TRIES
from kanta_desk.practice.card_pkcs15 import Claims
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import Person
from kanta_desk.practice.toml_table import Table
from kanta_desk.settings.resources import read_toml

_MOST_FILL = 4096
_FOLDERS = (files.MF_ID, files.PKCS15_ID, files.ESIGN_ID)


def read_card(path: Path) -> PracticeCard:
    """The card that a file describes.

    Raises:
        SettingsUnreadable: naming the file and the key at fault.
    """
    top = Table(path.name, "", read_toml(path))
    key = top.choice("key", KeyKind, KeyKind.EC_P384)
    card = PracticeCard(
        name=path.stem,
        card_type=top.choice("type", CardType, CardType.PROFESSIONAL),
        person=_person(top.table("holder")) if top.has("holder") else ARCHIVIST.person,
        key=key,
        serial=top.text("serial", ARCHIVIST.serial),
        signature_key=top.choice("signature_key", KeyKind, key),
        dialect=top.one_of("model", DIALECTS, COSMO_X),
        state=top.choice("certificate", CertificateState, CertificateState.GOOD),
        codes=_codes(top.table("pins")),
        activated=top.flag("activated", default=True),
        pin2_per_signature=top.flag("pin2_per_signature", default=False),
        atr=top.hex("atr") if top.has("atr") else None,
        faults=tuple(_fault(row) for row in top.rows("fault")),
        claims=_claims(top.table("claims")),
        changed=dict(_files(top.table("files"))),
        title=top.text("name", path.stem),
    )
    top.end()
    if card.card_type is CardType.UNKNOWN:
        raise top.fault("type", "no card is issued as unknown")
    return card


def _person(table: Table) -> Person:
    person = Person(
        table.text("given_name"),
        table.text("surname"),
        table.text("identifier"),
        table.text("organisation", ""),
        table.text("title", ""),
    )
    table.end()
    return person


def _codes(table: Table) -> Codes:
    plain = Codes()
    codes = Codes(
        table.digits("pin1", plain.pin1),
        table.digits("pin2", plain.pin2),
        table.digits("puk", plain.puk),
        (
            table.number("pin1_tries", MAX_TRIES, MAX_TRIES),
            table.number("pin2_tries", MAX_TRIES, MAX_TRIES),
            table.number("puk_tries", MAX_TRIES, MAX_TRIES),
        ),
    )
    table.end()
    return codes


def _fault(table: Table) -> Fault:
    fault = Fault(
        command=table.required("command", CommandName),
        action=table.required("action", Action),
        when=table.choice("when", When, When.BEFORE),
        nth=table.number("nth", 1, 0xFFFF),
        times=table.number("times", 1, 0xFFFF),
        p2=table.number("p2", 0, 0xFF) if table.has("p2") else None,
        status=table.number("status", 0x6F00, 0xFFFF),
        length=table.number("length", 0, 0xFFFF),
        answer=table.hex("answer"),
        seconds=table.seconds("seconds"),
    )
    table.end()
    return fault


def _claims(table: Table) -> Claims:
    """Every field of ``Claims``, by its own name and kind."""
    said: dict[str, Any] = {}
    for claim in fields(Claims):
        if not table.has(claim.name):
            continue
        if claim.name.endswith("_path"):
            said[claim.name] = table.hex(claim.name)
        elif claim.name == "signed_references":
            said[claim.name] = table.flag(claim.name, default=False)
        else:
            limit = _MOST_FILL if claim.name == "fill" else 0xFF
            said[claim.name] = table.number(claim.name, 0, limit)
    table.end()
    return Claims(**said)


def _files(table: Table) -> Iterator[tuple[tuple[int, int], files.File]]:
    for name in table.names():
        try:
            folder, file = (int(part, 16) for part in name.split("/"))
        except ValueError:
            raise table.fault(name, "not a directory and a file id such as 3F00/4333") from None
        if folder not in _FOLDERS:
            raise table.fault(name, "the directories are 3F00, 5015 and 5016")
        unreadable = table.text(name, "") == files.Content.UNREADABLE.value
        yield (folder, file), files.Content.UNREADABLE if unreadable else table.hex(name)
    table.end()
