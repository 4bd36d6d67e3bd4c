"""How to speak with one card: the table of layouts, gone over by what the card says of itself.

Where the two differ the card is believed, with exceptions that protect the holder's tries, since
each PIN in a wrong form is a wrong PIN. A PIN whose reference does not answer the probe that spends
none, or which belongs to another PIN, is taken from the table, with all that the card says of it;
so is the PUK, whose tries are the last. How a PIN is padded the table decides where that is
verified: what the card says instead is shown, and leaves the card in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from kanta_desk.cards.pkcs15 import (
    CertificateObject,
    Directory,
    KeyObject,
    Path,
    PinKind,
    PinObject,
)
from kanta_desk.cards.profile import Folder, Key, Layout, PinRule, Place
from kanta_desk.model.cards import CardFact, CardFactName, FactSource

APPLICATION_ID = 0x5015

T = TypeVar("T")

_SHORTEST, _LONGEST = 4, 16
_READABLE_KINDS = (None, PinKind.ASCII, PinKind.UTF8)
_PARTS = {Key.AUTHENTICATION: "authentication", Key.SIGNATURE: "signature"}
_PINS = {Key.AUTHENTICATION: "pin1", Key.SIGNATURE: "pin2"}


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """One key: its PIN, its references in the order to try them, where its certificate may be.

    ``pin_is_digits`` is false where the card wants its PIN in a form that is not known here: then
    none is given. ``disputed``: the card tells another padding than the table, which is verified.
    """

    pin: PinRule
    pin_is_digits: bool
    disputed: bool
    references: tuple[int, ...]
    certificates: tuple[Place, ...]
    each_signature: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How to speak with one card. ``facts`` say for each part where it came from."""

    layout: Layout
    authentication: KeyPlan
    signature: KeyPlan
    puk: PinRule
    issuers: tuple[Place, ...]
    facts: tuple[CardFact, ...]

    def of(self, key: Key) -> KeyPlan:
        """The plan for a key."""
        return self.authentication if key is Key.AUTHENTICATION else self.signature

    @property
    def in_doubt(self) -> bool:
        """Whether card and table differ in how a PIN is given."""
        names = (CardFactName.PIN1, CardFactName.PIN2)
        doubtful = (FactSource.CARD, FactSource.DISPUTED)
        return any(f.source in doubtful for f in self.facts if f.name in names)


def merge(layout: Layout, directory: Directory, answers: Callable[[int], bool]) -> Plan:
    """The plan for a card of ``layout`` that says ``directory`` of itself.

    ``answers`` tells whether the card has a PIN of some reference, without spending a try.
    """
    plans = {key: _key_plan(layout, key, directory, answers) for key in Key}
    said = (place_of(c.path, layout) for c in directory.certificates if c.authority)
    issuers = (*layout.issuers, *(place for place in said if place is not None))
    return Plan(
        layout=layout,
        authentication=plans[Key.AUTHENTICATION],
        signature=plans[Key.SIGNATURE],
        puk=layout.puk,
        issuers=tuple(dict.fromkeys(issuers)),
        facts=tuple(fact for key in Key for fact in _facts(layout, key, plans[key], directory)),
    )


def place_of(path: Path, layout: Layout) -> Place | None:
    """A path of the card's as a place; None where it leads elsewhere."""
    match path:
        case (file,):
            return Place(Folder.MASTER, file)
        case (folder, file) if folder == APPLICATION_ID:
            return Place(Folder.APPLICATION, file)
        case (*_, folder, file) if folder == layout.signing_id:
            return Place(Folder.SIGNING, file)
        case _:
            return None


def _key_plan(
    layout: Layout, key: Key, directory: Directory, answers: Callable[[int], bool]
) -> KeyPlan:
    own = _key_object(layout, key, directory)
    pin = _believed(layout, key, _pin_object(layout, key, own, directory), answers)
    table = layout.pins[key]
    told = table if pin is None else _rule(table, pin)
    form = table if layout.facts[_PINS[key]].verified else told
    references = () if own is None or own.reference is None else (own.reference,)
    consent = 0 if own is None else own.consent
    return KeyPlan(
        pin=replace(told, padded_to=form.padded_to, padding=form.padding),
        pin_is_digits=pin is None or pin.kind in _READABLE_KINDS,
        disputed=(told.padded_to, told.padding) != (form.padded_to, form.padding),
        references=_unique((*references, layout.keys[key])),
        certificates=_unique((*_places(own, directory, layout), layout.certificates[key])),
        each_signature=key is Key.SIGNATURE and (consent == 1 or layout.each_signature),
    )


def _key_object(layout: Layout, key: Key, directory: Directory) -> KeyObject | None:
    """The card's entry for a key; of several, the one whose certificate the table knows."""
    signing = key is Key.SIGNATURE
    fitting = [
        each
        for each in directory.keys
        if each.non_repudiation == signing and (signing or each.signs)
    ]
    known = (k for k in fitting if layout.certificates[key] in _places(k, directory, layout))
    return next(known, fitting[0] if fitting else None)


def _places(own: KeyObject | None, directory: Directory, layout: Layout) -> tuple[Place, ...]:
    if own is None:
        return ()
    found = (place_of(c.path, layout) for c in directory.certificates if _belongs(c, own))
    return tuple(place for place in found if place is not None)


def _belongs(certificate: CertificateObject, own: KeyObject) -> bool:
    return bool(own.id) and certificate.id == own.id and not certificate.authority


def _pin_object(
    layout: Layout, key: Key, own: KeyObject | None, directory: Directory
) -> PinObject | None:
    pins = [pin for pin in directory.pins if not pin.unblocking]
    if own is not None and own.pin_id:
        return next((pin for pin in pins if pin.id == own.pin_id), None)
    return next((pin for pin in pins if _reference(pin, layout.pins[key]) is not None), None)


def _believed(
    layout: Layout, key: Key, pin: PinObject | None, answers: Callable[[int], bool]
) -> PinObject | None:
    """What the card says of a PIN, if a try cannot be lost by believing it."""
    if pin is None:
        return None
    table = layout.pins[key]
    if (known := _reference(pin, table)) is not None:
        return replace(pin, reference=known)
    others = {rule.reference for rule in layout.pins.values()} | {layout.puk.reference}
    for reference in (pin.reference, pin.reference | 0x80) if pin.local else (pin.reference,):
        if reference not in others and answers(reference):
            return replace(pin, reference=reference)
    return None


def _reference(pin: PinObject, table: PinRule) -> int | None:
    """The table's reference, if the card means the same; it may tell "local" in a flag apart."""
    same = pin.reference == table.reference
    return table.reference if same or (
        pin.local and pin.reference | 0x80 == table.reference
    ) else None  # fmt: skip


def _rule(table: PinRule, pin: PinObject) -> PinRule:
    shortest = table.digits[0] if pin.shortest is None else max(_SHORTEST, pin.shortest)
    longest = table.digits[1] if pin.longest is None else pin.longest
    padded_to = pin.stored or 0 if pin.needs_padding else 0
    if padded_to:
        longest = min(longest, padded_to)
    if not _SHORTEST <= shortest <= longest <= _LONGEST or padded_to > _LONGEST:
        return replace(table, reference=pin.reference)
    padding = table.padding if pin.padding is None else pin.padding
    return PinRule(pin.reference, (shortest, longest), padded_to, padding if padded_to else 0)


def _facts(
    layout: Layout, key: Key, plan: KeyPlan, directory: Directory
) -> tuple[CardFact, CardFact, CardFact]:
    """What is known of a key's PIN, reference and certificate, and where from."""
    pin, part = layout.facts[_PINS[key]], layout.facts[_PARTS[key]]
    own = _key_object(layout, key, directory)
    told = _pin_object(layout, key, own, directory) is not None
    names = (
        (CardFactName.PIN1, CardFactName.KEY1, CardFactName.CERTIFICATE1)
        if key is Key.AUTHENTICATION
        else (CardFactName.PIN2, CardFactName.KEY2, CardFactName.CERTIFICATE2)
    )
    agreed = (
        plan.pin == layout.pins[key] and plan.pin_is_digits and not plan.disputed,
        plan.references[0] == layout.keys[key],
        plan.certificates[0] == layout.certificates[key],
    )
    said = (
        told,
        own is not None and own.reference is not None,
        bool(_places(own, directory, layout)),
    )
    values = (_pin_text(plan.pin), f"{plan.references[0]:02X}", _place_text(plan.certificates[0]))
    sources = [_source(same, known) for same, known in zip(agreed, said, strict=True)]
    if plan.disputed:
        sources[0] = FactSource.DISPUTED
    first, second, third = (
        CardFact(name, value, source, same and fact.verified)
        for name, value, source, same, fact in zip(
            names, values, sources, agreed, (pin, part, part), strict=True
        )
    )
    return first, second, third


def _source(same: bool, said: bool) -> FactSource:
    if not same:
        return FactSource.CARD
    return FactSource.BOTH if said else FactSource.TABLE


def _pin_text(rule: PinRule) -> str:
    form = f" → {rule.padded_to} × {rule.padding:02X}" if rule.padded_to else ""
    return f"{rule.reference:02X}, {rule.digits[0]}–{rule.digits[1]}{form}"


def _place_text(place: Place) -> str:
    return f"{place.folder} {place.file:04X}"


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
