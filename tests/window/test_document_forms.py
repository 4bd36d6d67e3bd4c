"""Structured forms and sources in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.reading import Reading
from kanta_desk.desk.structured import FormLine, Mark, ReadableForm
from kanta_desk.gui.documents.content import ContentView, Form
from kanta_desk.gui.documents.structured import FormView
from kanta_desk.model.documents import ContentFault
from tests.helpers.opened import display, document, structured
from tests.helpers.pages import nameless, shown_text, visible_text
from tests.helpers.window import MemoryDesk, settle

LINES = (
    FormLine(0, "Päätös", path="/a", mark=Mark.HEADING),
    FormLine(1, "Tunnit", "14,5", "h · 1.2.3", "/a/t"),
    FormLine(1, "Laatija", path="/a/l", mark=Mark.MISSING),
    FormLine(1, "<b>outo", "<script>x</script>", path="/a/o", mark=Mark.UNKNOWN),
    FormLine(1, "Laji", "9", path="/a/j", mark=Mark.FAULTY, reason="not allowed"),
    FormLine(1, "Sisäinen", "piilossa", path="/a/s", hidden=True),
)
FORM = ReadableForm(LINES, "1.2", "1.2", "Palvelupäätös")


@pytest.fixture
def form(app: QApplication, qtbot: QtBot) -> FormView:
    made = FormView()
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    made.show_form(FORM)
    return made


def text(form: FormView) -> str:
    return form.reader.browser.toPlainText()


def test_lines_are_shown_as_text_with_what_is_amiss(form: FormView) -> None:
    said = text(form)

    assert "<b>outo" in said
    assert "<script>x</script>" in said
    for words in ("puuttuu, vaikka se on pakollinen", "ei kuulu määrittelyyn", "ei ole sallittu"):
        assert words in said
    assert "1 pakollinen kenttä puuttuu" in visible_text(form)
    assert "Palvelupäätös" in visible_text(form)


def test_hidden_fields_are_shown_when_asked_for(form: FormView) -> None:
    assert "piilossa" not in text(form)
    assert "(1)" in form.hidden.text()

    form.hidden.setChecked(True)
    assert "piilossa" in text(form)
    assert "piilotettu lukijalta" in text(form)


def test_a_form_without_its_definition_says_so_and_which_it_wants(form: FormView) -> None:
    form.show_form(replace(FORM, oid="", title=""))

    assert "määrittelyä ei ole käytettävissä" in visible_text(form)
    assert "1.2" in visible_text(form)


def test_a_long_form_is_read_in_parts(form: FormView) -> None:
    many = tuple(FormLine(0, f"Kenttä {n}", str(n)) for n in range(1_000))
    form.show_form(replace(FORM, lines=many, is_cut=True))

    assert form.reader.parts > 5
    assert "vain sen alku" in visible_text(form)
    form.reader.look_for("Kenttä 999")
    assert form.reader.part == form.reader.parts - 1


def test_wiping_a_form_forgets_it(form: FormView) -> None:
    form.wipe()

    assert "Päätös" not in shown_text(form)
    assert "Palvelupäätös" not in shown_text(form)


@pytest.fixture
def view(app: QApplication, qtbot: QtBot) -> ContentView:
    desk: Any = MemoryDesk()
    desk.reading = Reading()
    made = ContentView(desk)
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    return made


def test_a_document_with_structured_data_alone_is_a_form(view: ContentView) -> None:
    view.show_document(structured({"paatos": {"tunnit": 14, "turvakielto": True}}))
    settle(view)

    assert view.forms == (Form.STRUCTURE, Form.SOURCE)
    assert "kyllä" in text(view.form)
    assert nameless(view) == []


def shown_source(view: ContentView, data: bytes) -> str:
    view.show_document(document(original=data))
    settle(view)
    view._stack.currentWidget()
    return view.source.text.toPlainText()


def test_the_source_stands_line_by_line(view: ContentView, qtbot: QtBot) -> None:
    lines = [f"<rivi numero='{n}'/>" for n in range(3_000)]
    shown_source(view, "\n".join(lines).encode())
    qtbot.waitUntil(lambda: view.source.complete)

    assert view.source.text.toPlainText().split("\n") == lines
    assert view.source.text.blockCount() == 3_000


def test_what_is_left_out_or_added_is_told(view: ContentView, qtbot: QtBot) -> None:
    said = shown_source(view, b"<a>" + b"<b>x</b>" * 100 + b"</a>")
    assert "Rivinvaihdot on lisätty" in visible_text(view)
    assert "  <b>x</b>" in said

    said = shown_source(view, b"<a>\n" + b"A" * 3_000_000 + b"\n</a>")
    assert "2 999 840 merkkiä lisää" in said


def test_words_are_found_in_the_source(view: ContentView, qtbot: QtBot) -> None:
    shown_source(view, b"<a>\n<b/>\n<B/>\n</a>")
    view.begin_find()
    view.find_bar.line.setText("<b")

    assert view.find_bar.count.text() == "1/2"
    view._step(1)
    assert view.find_bar.count.text() == "2/2"
    assert view.source.text.textCursor().blockNumber() == 2


def test_tags_have_colours(view: ContentView) -> None:
    shown_source(view, b'<a b="c">x</a>')

    (layout,) = [view.source.text.document().firstBlock().layout()]
    inks = {f.format.foreground().color().name() for f in layout.formats()}
    assert len(inks) >= 3


def test_a_document_with_a_broken_form_shows_the_rest_and_says_what_is_broken(
    view: ContentView,
) -> None:
    fault = ContentFault("json, line 1 column 6", "syntax")
    view.show_document(replace(display("<p>Sisältö</p>"), fault=fault))
    settle(view)

    assert "Sisältö" in view.browser.toPlainText()
    assert "json, line 1 column 6: syntax" in view._notice.said
    view.show_document(replace(document(), fault=fault, original=b"<ClinicalDocument/>"))
    settle(view)
    assert view.forms == (Form.SOURCE,)
    view.wipe()
    assert view._notice.said == ""
