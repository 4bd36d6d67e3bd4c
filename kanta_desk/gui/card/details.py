"""What is in each reader: the card, its holder, its PINs' tries, its certificates."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.gui.language import day, say
from kanta_desk.gui.signin.words import reader_words
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import Panel
from kanta_desk.model.cards import CardDetails, CardsState, CertificateSummary, ReaderState
from kanta_desk.model.people import CARD_TYPE_NAMES


class CardDetailsView(QWidget):
    """A panel for each reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._shown: tuple[ReaderState, ...] | None = None

    def show_cards(self, state: CardsState) -> None:
        """Show what is in the readers now."""
        if state.readers == self._shown:
            return
        self._shown = state.readers
        empty_layout(self._column)
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
        if reader.atr:
            fields.add(self.tr("Answer to reset (ATR)"), reader.atr, mono=True)
        if reader.card is not None:
            for certificate in reader.card.certificates:
                self._add_certificate(fields, certificate)
        panel.column.addWidget(fields)
        return panel

    def _add_card(self, fields: FieldList, card: CardDetails) -> None:
        holder = card.holder
        fields.add(self.tr("Holder"), holder.name)
        fields.add(self.tr("Unique identifier"), holder.identifier, mono=True)
        fields.add(self.tr("Type of card"), say(CARD_TYPE_NAMES[holder.card_type]))
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
            word = f"{word} ({certificate.problem})"
        fields.add_widget(self.tr("Certificate path"), StatusBadge(trusted, word))
        fields.add(self.tr("Subject"), certificate.subject)
        fields.add(self.tr("Issuer"), certificate.issuer)
        fields.add(
            self.tr("Validity"), f"{day(certificate.valid_from)}–{day(certificate.valid_to)}"
        )
        fields.add(self.tr("Key"), certificate.key)
        fields.add(self.tr("Serial number"), certificate.serial, mono=True)
        fields.add("SHA-256", _grouped(certificate.sha256), mono=True)


def _grouped(digest: str) -> str:
    """A digest in groups of eight, so that it wraps and can be compared by eye."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
