"""What is in each reader: the card, its holder, its PINs' tries, its certificates."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.gui.language import day, language, moment, say
from kanta_desk.gui.signin.words import reader_words
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import Panel
from kanta_desk.model.cards import (
    CARD_FACT_NAMES,
    FACT_SOURCE_NAMES,
    CardDetails,
    CardFact,
    CardsState,
    CertificateSummary,
    FactSource,
    ReaderState,
    RemoteSession,
)
from kanta_desk.model.people import CARD_TYPE_NAMES
from kanta_desk.model.revocation import (
    DOUBT_NAMES,
    REVOCATION_NAMES,
    SOURCE_NAMES,
    RevocationState,
    RevocationStatus,
    gravest,
)
from kanta_desk.model.terms.errors import explain_code

_TONES = {
    RevocationState.GOOD: Tone.OK,
    RevocationState.UNKNOWN: Tone.WARNING,
    RevocationState.ON_HOLD: Tone.FAILED,
    RevocationState.REVOKED: Tone.FAILED,
}


_EXPIRES_SOON = 60
"""Days ahead of its end at which a certificate is worth a word: a new card takes weeks."""


class CardDetailsView(QWidget):
    """A panel for each reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._shown: tuple[tuple[ReaderState, ...], RemoteSession] | None = None

    def show_cards(self, state: CardsState) -> None:
        """Show what is in the readers now."""
        if (state.readers, state.remote) == self._shown:
            return
        self._shown = state.readers, state.remote
        empty_layout(self._column)
        if state.remote is not RemoteSession.NONE:
            remote = self.tr(
                "This is a remote session ({kind}). Only readers that are shared with it are seen."
            )
            self._column.addWidget(Body(remote.format(kind=state.remote), "hint"))
        if not state.readers:
            self._column.addWidget(Body(self.tr("No card reader found."), "hint"))
        for reader in state.readers:
            self._column.addWidget(self._panel(reader))

    def _panel(self, reader: ReaderState) -> Panel:
        panel = Panel()
        words = reader_words(reader)
        panel.column.addWidget(SectionTitle(reader.name))
        if reader.card is None:
            panel.column.addWidget(StatusBadge(words.tone, words.title))
            if words.hint:
                panel.column.addWidget(Body(words.hint, "hint"))
        fields = FieldList()
        if reader.card is not None:
            self._add_card(fields, reader.card)
        elif reader.model:
            fields.add(self.tr("Card profile"), reader.model)
        if reader.pin_pad:
            fields.add(
                self.tr("Reader's keypad"),
                self.tr("PINs can be typed on the reader. Not tried with real readers."),
            )
        if reader.atr:
            fields.add(self.tr("Answer to reset (ATR)"), reader.atr, mono=True)
        if reader.card is not None:
            for certificate in reader.card.certificates:
                self._add_certificate(fields, certificate)
            self._add_facts(fields, reader.card.facts)
        panel.column.addWidget(fields)
        return panel

    def _add_card(self, fields: FieldList, card: CardDetails) -> None:
        holder = card.holder
        fields.add(self.tr("Holder"), holder.name)
        fields.add(self.tr("Unique identifier"), holder.identifier, mono=True)
        fields.add(self.tr("Type of card"), say(CARD_TYPE_NAMES[holder.card_type]))
        fields.add(self.tr("Type told by the rule"), holder.type_rule)
        if holder.title:
            fields.add(self.tr("Title"), holder.title)
        if holder.organisation:
            fields.add(self.tr("Organisation"), holder.organisation)
        fields.add(self.tr("Card number"), holder.card_serial, mono=True)
        fields.add(self.tr("Valid until"), day(holder.valid_to))
        fields.add_widget(self.tr("Card profile"), self._profile(card))
        pins = (self.tr("Basic PIN (PIN1)"), self.tr("Signature PIN (PIN2)"))
        for pin, tries in zip(pins, card.tries_left, strict=True):
            fields.add_widget(pin, self._tries(tries))

    def _profile(self, card: CardDetails) -> QWidget:
        if card.verified_profile:
            return StatusBadge(Tone.OK, card.profile)
        unverified = self.tr("{profile}, not confirmed with a real card")
        return StatusBadge(Tone.WARNING, unverified.format(profile=card.profile))

    def _tries(self, tries: int | None) -> QWidget:
        if tries is None:
            return StatusBadge(Tone.NEUTRAL, self.tr("the card does not tell its tries"))
        if tries == 0:
            return StatusBadge(Tone.FAILED, self.tr("blocked"))
        few = tries <= 2
        return StatusBadge(
            Tone.WARNING if few else Tone.OK, self.tr("%n try/tries left", "", tries)
        )

    def _revocation(self, certificate: CertificateSummary) -> QWidget:
        if not certificate.path:
            return StatusBadge(Tone.NEUTRAL, self.tr("not asked: the path is not trusted"))
        if certificate.revocation is None:
            return StatusBadge(Tone.NEUTRAL, self.tr("being asked …"))
        status = gravest(certificate.revocation)
        return StatusBadge(_TONES[status.state], _standing(status))

    def _validity(self, certificate: CertificateSummary) -> QWidget:
        span = f"{day(certificate.valid_from)}–{day(certificate.valid_to)}"
        left = (certificate.valid_to - datetime.now(UTC)).days
        if not 0 <= left <= _EXPIRES_SOON:
            return Body(span)
        ahead = self.tr("%n day(s) left", "", left)
        return StatusBadge(Tone.WARNING, f"{span} · {ahead}")

    def _add_facts(self, fields: FieldList, facts: tuple[CardFact, ...]) -> None:
        """By what the card is used: what the program knew, and what the card says of itself."""
        if not facts:
            return
        fields.add_group(self.tr("How the program uses this card"))
        for fact in facts:
            agreed = fact.source in (FactSource.TABLE, FactSource.BOTH)
            words = f"{self._place(fact.value)} · {say(FACT_SOURCE_NAMES[fact.source])}"
            if not fact.verified:
                words = self.tr("{fact}, not confirmed").format(fact=words)
            tone = Tone.NEUTRAL if fact.verified and agreed else Tone.WARNING
            name = say(CARD_FACT_NAMES[fact.name])
            fields.add_widget(name[:1].upper() + name[1:], StatusBadge(tone, words))

    def _place(self, value: str) -> str:
        """A file with its folder's name; anything else as it is."""
        folder, _, file = value.partition(" ")
        named = {
            "master": self.tr("{file} in the main folder"),
            "application": self.tr("{file} in the card's application"),
            "signing": self.tr("{file} in the folder for signatures"),
        }
        return named[folder].format(file=file) if file and folder in named else value

    def _use(self, use: str) -> str:
        named = {
            "authentication": self.tr("Certificate for signing in"),
            "signature": self.tr("Certificate for signatures"),
        }
        return named.get(use, use)

    def _add_certificate(self, fields: FieldList, certificate: CertificateSummary) -> None:
        fields.add_group(self._use(certificate.use))
        trusted = Tone.OK if certificate.trusted else Tone.FAILED
        word = self.tr("trusted") if certificate.trusted else self.tr("not trusted")
        if certificate.problem:
            told = explain_code(certificate.problem, language())
            word = f"{told.title if told else word} ({certificate.problem})"
        fields.add_widget(self.tr("Certificate path"), StatusBadge(trusted, word))
        if certificate.path_names:
            fields.add(self.tr("Issued under"), " → ".join(certificate.path_names))
        fields.add_widget(self.tr("Revocation"), self._revocation(certificate))
        fields.add(self.tr("Subject"), certificate.subject)
        fields.add(self.tr("Issuer"), certificate.issuer)
        fields.add_widget(self.tr("Validity"), self._validity(certificate))
        fields.add(self.tr("Key"), certificate.key)
        fields.add(self.tr("Serial number"), certificate.serial, mono=True)
        fields.add("SHA-256", _grouped(certificate.sha256), mono=True)


def _standing(status: RevocationStatus) -> str:
    """What is known, whence and of when; or why nothing is."""
    state = say(REVOCATION_NAMES[status.state])
    if status.doubt is not None:
        return f"{state}: {say(DOUBT_NAMES[status.doubt])}"
    source = say(SOURCE_NAMES[status.source]) if status.source else ""
    return " · ".join(filter(None, (state, source, moment(status.produced_at))))


def _grouped(digest: str) -> str:
    """A digest in groups of eight, so that it wraps and can be compared by eye."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
