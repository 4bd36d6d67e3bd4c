"""Whether the log is untouched: verification, signed checkpoints, and where they are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.errors import Cancelled, KantaError
from kanta_desk.gui.accesslog.losses import LossesPanel
from kanta_desk.gui.accesslog.verified import VerifiedLine
from kanta_desk.gui.language import language, moment, number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.signin.sealing import SealPanel
from kanta_desk.gui.tasks import Hook, start
from kanta_desk.gui.theme import Space, mono_font
from kanta_desk.gui.widgets import Body, BusyLine, ErrorLine, NoticeLine, Panel, SectionTitle
from kanta_desk.gui.widgets.panels import button, primary_button, scrolled
from kanta_desk.gui.widgets.table import AnyIndex, Table, TableModel
from kanta_desk.model.logreport import (
    FAULT_NAMES,
    WHY_NAMES,
    AnchorState,
    Depth,
    KeptCheckpoint,
    LogFault,
    VerifyReport,
)

if TYPE_CHECKING:
    from kanta_desk.desk.custody import Kept
    from kanta_desk.desk.desk import Desk

_FAULTS_SHOWN = 5
_WIDTHS = (150, 166, 104, 200, 420)


class CheckpointsModel(TableModel):
    """The checkpoints of the register in hand, the newest first."""

    columns = len(_WIDTHS)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[KeptCheckpoint, ...] = ()

    def show(self, checkpoints: tuple[KeptCheckpoint, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._kept = checkpoints
        self.endResetModel()

    def at(self, row: int) -> KeptCheckpoint | None:
        """The checkpoint of a row."""
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def length(self) -> int:
        """How many there are."""
        return len(self._kept)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Time"),
            self.tr("Made at"),
            self.tr("Events"),
            self.tr("Tree"),
            self.tr("Root hash"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        point = self.at(index.row())
        if point is None:
            return None
        if role == Qt.ItemDataRole.FontRole and index.column() >= 3:
            return mono_font()
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        why = say(WHY_NAMES[point.why]) if point.why in WHY_NAMES else point.why
        return (
            moment(point.time, seconds=True),
            why,
            number(point.size),
            point.tree,
            point.root,
        )[index.column()]


class IntegrityTab(QWidget):
    """Verification above, anchors and checkpoints below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._report: VerifyReport | None = None
        self.verify_button = primary_button(
            self.tr("Verify the whole log"), lambda: self.verify(Depth.FULL), "shield"
        )
        self.daily_button = button(
            self.tr("Verify what is new"), lambda: self.verify(Depth.DAILY), "refresh"
        )
        self.report_button = button(self.tr("Save the report…"), self._ask_report, "report")
        self.report_button.setEnabled(False)
        self.verified = VerifiedLine()
        self.result = NoticeLine(closable=False)
        self.losses = LossesPanel(desk)
        self.losses.acknowledged.connect(lambda: self.verify(Depth.DAILY))
        self.anchor_line = NoticeLine(closable=False)
        self.sign_button = button(self.tr("Sign the log now"), self.sign, "check")
        self.seal_button = button(self.tr("Seal with the card…"), self._ask_seal, "shield")
        self.seal = SealPanel(desk)
        self.seal.sealed.connect(self._sealed)
        self.page_button = button(self.tr("On paper…"), self._ask_page, "save")
        self.page_button.setToolTip(
            self.tr("The chosen checkpoint, or the newest, as a page with a QR code.")
        )
        self.model = CheckpointsModel(self)
        self.table = Table(self.model, self.tr("Checkpoints, newest first"), _WIDTHS)
        self.table.setMinimumHeight(200)
        self._busy = BusyLine()
        self.error = ErrorLine()
        self.notice = NoticeLine()
        self._arrange()

    def entered(self) -> None:
        """Read how the log is kept, unless it is shown."""
        if not self.model.rowCount():
            self.again()

    def again(self) -> None:
        """Read how the log is kept."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.keeping.kept,
                done=self.show_kept, failed=self.error.show_error,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Reading the checkpoints…"))

    def wipe(self) -> None:
        """Forget what was found."""
        self._report = None
        self.seal.wipe()
        self.losses.wipe()
        self.verified.clear()
        self.report_button.setEnabled(False)
        self.model.show(())
        for line in (self.result, self.anchor_line, self.error, self.notice):
            line.clear()

    def verify(self, depth: Depth = Depth.FULL) -> None:
        """Check the log: all of it, or what is new and a part of the old."""
        session = self.desk.session
        if session is None:
            return
        self.error.clear()
        self.result.clear()
        self._may_verify(False)
        task = start(
            self, self.desk, session.keeping.verify, Hook.PROGRESS, Hook.CANCELLED, depth=depth,
            done=self._verified, failed=self._not_verified, progressed=self._progressed,
        )  # fmt: skip
        task.ended.connect(lambda: self._may_verify(True))
        self._busy.follow(task, self.tr("Verifying the log…"), can_cancel=True)

    def sign(self) -> None:
        """Make a checkpoint now."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.keeping.checkpoint,
                done=lambda _: self.again(), failed=self.error.show_error,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Signing the log…"))

    def _ask_seal(self) -> None:
        self.notice.clear()
        self.seal.ask()
        # Once the panel has its height: a low window scrolls to all of it.
        QTimer.singleShot(0, self._area, lambda: self._area.ensureWidgetVisible(self.seal))

    def _sealed(self, covered: int) -> None:
        self.notice.tell(
            Tone.OK,
            self.tr("Your card sealed the log: %n event(s)", "", covered),
            self.tr("A verification counts the seal among the signatures by cards."),
        )

    def write_report(self, path: Path) -> None:
        """Write the last verification to a file."""
        session = self.desk.session
        if session is not None and self._report is not None:
            start(
                self, self.desk, session.keeping.write_verification, self._report, path, language(),
                done=self._written, failed=self.error.show_error,
            )  # fmt: skip

    def write_page(self, path: Path) -> None:
        """Write the chosen checkpoint, or the newest, as a page."""
        index = self.table.currentIndex()
        point = self.model.at(index.row() if index.isValid() else 0)
        session = self.desk.session
        if session is not None and point is not None:
            start(
                self, self.desk, session.keeping.anchor_page, point, path, language(),
                done=self._written, failed=self.error.show_error,
            )  # fmt: skip

    def show_kept(self, kept: Kept) -> None:
        """Show checkpoints and anchors."""
        self.model.show(kept.checkpoints)
        self.page_button.setEnabled(bool(kept.checkpoints))
        self.verified.show_verified(kept.verified)
        self._show_anchors(kept.anchors)

    def _show_anchors(self, anchors: tuple[AnchorState, ...]) -> None:
        if not anchors:
            self.anchor_line.tell(
                Tone.WARNING,
                self.tr("No anchor outside this workstation"),
                self.tr(
                    "Whoever controls this workstation could rewrite the log unseen. Name a folder "
                    "elsewhere in the settings ([log] anchor_folder), or keep pages on paper."
                ),
            )
            return
        late = [each for each in anchors if each.waiting]
        lines = [
            self.tr("The newest anchor {time}, in {place}").format(
                time=moment(each.reached, seconds=True), place=each.name
            )
            if each.reached
            else self.tr("Nothing has reached {place} since the start").format(place=each.name)
            for each in anchors
        ]
        lines += [
            self.tr("{place}: %n checkpoint(s) wait ({reason})", "", each.waiting).format(
                place=each.name, reason=each.reason
            )
            for each in late
        ]
        lines += [
            self.tr(
                "%n note(s) were missing in {place} and were sent again", "", each.lacked
            ).format(place=each.name)
            for each in anchors
            if each.lacked
        ]
        title = (
            self.tr("Some checkpoints have not reached their place")
            if late
            else self.tr("Checkpoints are kept outside this workstation too")
        )
        self.anchor_line.tell(Tone.WARNING if late else Tone.OK, title, "\n".join(lines))

    def _may_verify(self, may: bool) -> None:
        for each in (self.verify_button, self.daily_button):
            each.setEnabled(may)

    def _progressed(self, done: int, total: int) -> None:
        said = self.tr("Verified {done} of {total} events").format(
            done=number(done), total=number(total)
        )
        self._busy.progress(done, total, said)

    def _verified(self, report: VerifyReport) -> None:
        self._report = report
        self.report_button.setEnabled(True)
        self.losses.show_report(report)
        self.again()
        if report.intact:
            vouched = sum(tree.checkpoints for tree in report.trees)
            cards = sum(tree.cards for tree in report.trees)
            lines = [
                self.tr("%n checkpoint(s)", "", vouched)
                + " · "
                + self.tr("%n signature(s) by cards", "", cards),
                self.tr("Root hash {root}").format(root=report.root),
            ]
            if report.unreachable:
                places = ", ".join(report.unreachable)
                lines.append(self.tr("Not reached: {places}").format(places=places))
            lines += map(self.losses.answer, report.acknowledged)
            self.result.tell(
                Tone.OK,
                self.tr("The log is intact: %n event(s) verified", "", report.size),
                "\n".join(lines),
            )
            return
        faults = "\n".join(self._fault(fault) for fault in report.faults[:_FAULTS_SHOWN])
        if len(report.faults) > _FAULTS_SHOWN or report.cut:
            faults += "\n" + self.tr("… and more.")
        self.result.tell(
            Tone.FAILED,
            self.tr("The log does not match its hashes"),
            faults
            + "\n"
            + self.tr("Do not use the log as evidence. Tell the data protection officer at once."),
        )

    def _fault(self, fault: LogFault) -> str:
        where = fault.file
        if fault.seq_from:
            where = self.tr("{file}, events {first}–{last}").format(
                file=fault.file, first=number(fault.seq_from), last=number(fault.seq_to)
            )
        return f"{say(FAULT_NAMES[fault.kind])} ({where})"

    def _not_verified(self, error: KantaError) -> None:
        if isinstance(error, Cancelled):
            self.result.tell(Tone.NEUTRAL, self.tr("The verification was cancelled"))
        else:
            self.error.show_error(error)

    def _ask_report(self) -> None:
        self._ask(self.tr("Save the report"), self.tr("verification"), self.write_report)

    def _ask_page(self) -> None:
        self._ask(self.tr("Save the checkpoint"), self.tr("checkpoint"), self.write_page)

    def _ask(self, said: str, name: str, then: Callable[[Path], None]) -> None:
        path, _ = QFileDialog.getSaveFileName(self, said, f"{name}.pdf", self.tr("PDF (*.pdf)"))
        if path:
            then(Path(path))

    def _written(self, path: Path) -> None:
        self.notice.tell(Tone.OK, self.tr("The file was written"), str(path))

    def _arrange(self) -> None:
        verifying = Panel(margin=Space.M)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(SectionTitle(self.tr("Verification")), 1)
        for each in (self.report_button, self.daily_button, self.verify_button):
            row.addWidget(each)
        verifying.column.addLayout(row)
        verifying.column.addWidget(
            Body(
                self.tr(
                    "Every event is compared with its hash, the hash trees, the signed "
                    "checkpoints, the cards' signatures, and what is kept outside."
                ),
                role="hint",
            )
        )
        verifying.column.addWidget(self.verified)
        verifying.column.addWidget(self.result)
        verifying.column.addWidget(self.losses)
        keeping = Panel(margin=Space.M)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(SectionTitle(self.tr("Checkpoints and anchors")), 1)
        for each in (self.page_button, self.sign_button, self.seal_button):
            head.addWidget(each)
        keeping.column.addLayout(head)
        keeping.column.addWidget(self.seal)
        keeping.column.addWidget(self.anchor_line)
        keeping.column.addWidget(self.table, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.M)
        for part in (self._busy, self.error, self.notice, verifying):
            column.addWidget(part)
        column.addWidget(keeping, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(content, self.tr("Integrity"))
        around.addWidget(self._area)
