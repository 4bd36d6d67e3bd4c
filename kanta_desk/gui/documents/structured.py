"""A structured form to read: titles and order of its definition, what is missing, what is unknown.

Fields that the definition keeps from readers are shown when asked for.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kanta_desk.desk.rendering import DisplayPart
from kanta_desk.desk.structured import FormLine, Mark, ReadableForm
from kanta_desk.gui.documents.reader import Reader
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, NoticeLine

_INDENT = 16
_ROWS = 80
"""How many lines are laid out at once."""


class FormView(QWidget):
    """Empty until ``show_form``. ``copied`` carries a text that the person wants elsewhere."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: ReadableForm | None = None
        self._definition = Body(role="small")
        self._notice = NoticeLine(closable=False)
        self.hidden = QCheckBox()
        self.hidden.toggled.connect(lambda _: self._show())
        self.reader = Reader(self.tr("Structured form of the document"))
        self.reader.copied.connect(self.copied)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self._notice, self._definition, self.hidden):
            column.addWidget(part)
        column.addWidget(self.reader, 1)
        self.wipe()

    def show_form(self, form: ReadableForm) -> None:
        """Show a form; hidden fields stay hidden until asked for."""
        self._form = form
        self._definition.setVisible(bool(form.oid))
        self._definition.setText(
            self.tr("By the definition “{title}” ({oid})").format(title=form.title, oid=form.oid)
        )
        self._tell(form)
        count = sum(line.hidden for line in form.lines)
        self.hidden.setText(self.tr("Show fields hidden from readers (%n)", "", count))
        self.hidden.setVisible(count > 0)
        self._show()

    def wipe(self) -> None:
        """Forget it."""
        self._form = None
        self.hidden.blockSignals(True)
        self.hidden.setChecked(False)
        self.hidden.blockSignals(False)
        for part in (self._definition, self.hidden):
            part.hide()
        self._definition.clear()
        self._notice.clear()
        self.reader.wipe()

    def _tell(self, form: ReadableForm) -> None:
        """What speaks against reading it as it stands here."""
        marks = [line.mark for line in form.lines]
        wrong = [
            self.tr("%n field(s) missing though required", "", marks.count(Mark.MISSING)),
            self.tr("%n field(s) unknown to the definition", "", marks.count(Mark.UNKNOWN)),
            self.tr("%n value(s) not as defined", "", marks.count(Mark.FAULTY)),
        ]
        counts = [marks.count(m) for m in (Mark.MISSING, Mark.UNKNOWN, Mark.FAULTY)]
        told = [words for words, count in zip(wrong, counts, strict=True) if count]
        if form.is_cut:
            told.append(self.tr("The form is long: only its beginning is shown here."))
        if not form.oid:
            title = self.tr("Shown as it stands: its definition is not at hand")
            text = self.tr("The document does not name a document structure.")
            if form.wanted:
                text = self.tr(
                    "Import the document structure {oid} in the settings to see the fields' "
                    "Finnish and Swedish titles."
                ).format(oid=form.wanted)
            self._notice.tell(Tone.NEUTRAL, title, "\n".join((text, *told)))
        elif told:
            self._notice.tell(Tone.WARNING, " · ".join(told))
        else:
            self._notice.clear()

    def _show(self) -> None:
        if self._form is None:
            return
        shown = [line for line in self._form.lines if self.hidden.isChecked() or not line.hidden]
        cuts = range(0, max(len(shown), 1), _ROWS)
        self.reader.show_parts([self._part(shown[at : at + _ROWS]) for at in cuts])

    def _part(self, lines: list[FormLine]) -> DisplayPart:
        rows = "".join(map(self._row, lines))
        text = "\n".join(f"{line.label}\n{line.value}\n{line.note}" for line in lines).casefold()
        return DisplayPart(
            f'<table cellspacing="0" cellpadding="4" width="100%">{rows}</table>', text
        )

    def _row(self, line: FormLine) -> str:
        indent = f'style="padding-left: {4 + line.depth * _INDENT}px"'
        label = escape(line.label)
        match line.mark:
            case Mark.HEADING:
                tag = "h2" if line.depth == 0 else "b"
                return f'<tr><td colspan="2" {indent}><{tag}>{label}</{tag}></td></tr>'
            case Mark.MISSING:
                missing = escape(self.tr("missing, though required"))
                said = f'<span class="missing">✕ {missing}</span>'
            case _:
                said = escape(line.value) or "–"
        if line.note:
            said += f'<br/><span class="note">{escape(line.note)}</span>'
        if line.mark is Mark.UNKNOWN:
            label = f'<span class="unknown">? {label}</span>'
            unknown = escape(self.tr("not in the definition"))
            said += f'<br/><span class="unknown">{unknown}</span>'
        elif line.mark is Mark.FAULTY:
            said += f'<br/><span class="unknown">! {escape(self._reason(line.reason))}</span>'
        if line.hidden:
            hidden = escape(self.tr("hidden from readers"))
            label += f' <span class="hidden"><i>({hidden})</i></span>'
        return f'<tr><td width="38%" {indent} class="name">{label}</td><td>{said}</td></tr>'

    def _reason(self, reason: str) -> str:
        return {
            "type": self.tr("of another type than defined"),
            "too few": self.tr("too few values"),
            "empty": self.tr("empty, though a value is required"),
            "not allowed": self.tr("not among the allowed values"),
            "form": self.tr("not of the defined form"),
        }.get(reason, self.tr("not as defined"))
