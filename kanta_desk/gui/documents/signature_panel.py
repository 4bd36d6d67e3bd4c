"""A document's signatures in three honest states: verified, not verified and why, none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.gui.language import moment, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, FieldList, StatusBadge
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import SignatureInfo
from kanta_desk.model.signatures import (
    DOUBT_NAMES,
    STATE_NAMES,
    SignatureDoubt,
    SignatureReport,
    SignatureState,
)

_LABELS = 110
# What speaks of tampering, and not of what nobody could find out.
_GRAVE = frozenset(
    {
        SignatureDoubt.DIGEST, SignatureDoubt.VALUE, SignatureDoubt.MOVED,
        SignatureDoubt.DUPLICATE_ID, SignatureDoubt.WRONG_CERTIFICATE, SignatureDoubt.REVOKED,
        SignatureDoubt.NOT_COVERED,
    }
)  # fmt: skip


class SignaturePanel(QWidget):
    """Never claims more than was found out: a signature that could not be followed to a trusted
    root, or asked about, is not verified."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)

    def show_unopened(
        self, said: SignatureInfo | None, name_of: Callable[[Code | None], str]
    ) -> None:
        """Show what the metadata say of a signature, of which nothing is known yet."""
        self.wipe()
        self._badge(Tone.NEUTRAL, self.tr("Not verified yet"))
        self._add(self.tr("Open the document: its signature is then verified."))
        if said is not None:
            words = " ".join(filter(None, (name_of(said.kind), moment(said.time, seconds=True))))
            self._add(self.tr("The metadata say: {words}").format(words=words or "–"), "hint")

    def show_reports(
        self, said: SignatureInfo | None, reports: tuple[SignatureReport, ...] | None
    ) -> None:
        """Show how the signatures were judged; None: nobody here can judge them."""
        self.wipe()
        if reports is None:
            self._badge(Tone.WARNING, say(STATE_NAMES[SignatureState.NOT_VERIFIED]))
            self._add(self.tr("Signatures cannot be verified in this installation."))
            return
        if not reports:
            self._badge(Tone.NEUTRAL, say(STATE_NAMES[SignatureState.NONE]))
            if said is not None:
                self._add(
                    self.tr(
                        "The metadata speak of a signature, but the document holds none: nobody "
                        "can tell from it who made it."
                    )
                )
            return
        for report in reports:
            self._show(report)

    def wipe(self) -> None:
        """Forget it."""
        empty_layout(self._column)

    def _show(self, report: SignatureReport) -> None:
        self._badge(_tone(report), say(STATE_NAMES[report.state]))
        if report.doubt is not None:
            why = say(DOUBT_NAMES[report.doubt])
            self._add(f"{why} ({report.detail})." if report.detail else f"{why}.")
        fields = FieldList(label_width=_LABELS)
        fields.add(self.tr("Signer"), report.signer)
        if report.organisation and report.organisation != report.signer:
            fields.add(self.tr("Organisation"), report.organisation)
        fields.add(self.tr("Time"), self._time(report))
        fields.add(self.tr("Covers"), self._covers(report))
        fields.add(self.tr("Certificate from"), report.issuer)
        fields.add(self.tr("Serial number"), report.serial, mono=True)
        fields.add(self.tr("Algorithm"), report.algorithm)
        self._column.addWidget(fields)

    def _time(self, report: SignatureReport) -> str:
        if report.time is None:
            return ""
        said = moment(report.time, seconds=True)
        if report.time_signed:
            return self.tr("{time}, by the signer's own clock").format(time=said)
        return self.tr("{time}, which the signature does not cover").format(time=said)

    def _covers(self, report: SignatureReport) -> str:
        if report.doubt is SignatureDoubt.NOT_COVERED:
            return self.tr("not the document's content")
        return self.tr("the whole document") if report.whole else self.tr("the content alone")

    def _badge(self, tone: Tone, word: str) -> None:
        self._column.addWidget(StatusBadge(tone, word[:1].upper() + word[1:]))

    def _add(self, words: str, role: str = "") -> None:
        self._column.addWidget(Body(words[:1].upper() + words[1:], role))


def _tone(report: SignatureReport) -> Tone:
    if report.state is SignatureState.VERIFIED:
        return Tone.OK
    return Tone.FAILED if report.doubt in _GRAVE else Tone.WARNING
