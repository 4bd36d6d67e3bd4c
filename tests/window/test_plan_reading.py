"""From files to plans in the window: columns asked and kept, faults listed, folders, templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.gui.deployment.page import DeploymentPage
from kanta_desk.gui.deployment.plan_reading import PlanReading
from kanta_desk.model.planning import Column
from tests.helpers.deployment import NOT_A_TEST_PERSON
from tests.helpers.pages import nameless, shown_text, signed_in, visible_text
from tests.helpers.plans import workbook
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")

HETU, OTHER = "010181-900C", "010594Y9032"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[DeploymentPage]:
    made = DeploymentPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    yield made
    for kept in (desk.paths.config / "mappings").glob("*"):
        kept.unlink()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A file whose second column nobody could know by its name."""
    path = tmp_path / "vienti.csv"
    path.write_text(
        f"Hlö-tunnus;Huone;Otsikko\n{HETU};A;Päätös\n{OTHER};B;Suunnitelma\n", encoding="utf-8"
    )
    return path


def asked(page: DeploymentPage, path: Path) -> PlanReading:
    page.read(path)
    settle(page)
    assert page.reading.mapping.isVisible()
    return page.reading


def test_columns_that_are_not_sure_are_asked_for(page: DeploymentPage, export: Path) -> None:
    reading = asked(page, export)
    said = visible_text(reading)
    assert "2 riviä" in said
    assert f"{HETU} · {OTHER}" in said
    assert reading.mapping.rows.chosen == {
        "Hlö-tunnus": Column.CLIENT,
        "Huone": None,
        "Otsikko": Column.TITLE,
    }
    reading.mapping.use.click()
    settle(page)
    assert page.matrix.model.rowCount() == 2
    assert not page.reading.isVisible()
    assert page.plan_panel.start.isEnabled()


def test_columns_confirmed_once_are_known_the_next_time(page: DeploymentPage, export: Path) -> None:
    reading = asked(page, export)
    reading.mapping.system.setText("Hoivaa 7")
    reading.mapping.constants[Column.CONTROLLER].setText("1.2.246.10.22334458.19.0")
    reading.mapping.use.click()
    settle(page)
    page.read(export)
    settle(page)
    assert not reading.isVisible()
    assert page.matrix.model.rowCount() == 2
    assert "Hoivaa 7" in visible_text(page.plan_panel)
    controller = page.matrix.model.expected(0).controller
    assert controller is not None
    assert controller.value == "1.2.246.10.22334458.19.0"
    page.plan_panel.columns.trigger()
    assert "järjestelmän Hoivaa 7 asetukset" in visible_text(reading)


def test_two_columns_for_the_same_or_no_client_hinder(page: DeploymentPage, export: Path) -> None:
    mapping = asked(page, export).mapping
    columns = mapping.rows.chosen
    assert mapping.use.isEnabled()
    choices = dict(zip(columns, mapping.rows.choices, strict=True))
    choices["Huone"]._choose("", Column.TITLE)
    assert "otsikko" in visible_text(mapping)
    assert not mapping.use.isEnabled()
    choices["Huone"]._choose("", None)
    choices["Hlö-tunnus"]._choose("", None)
    assert "henkilötunnus" in visible_text(mapping)
    assert not mapping.use.isEnabled()


def test_going_back_leaves_the_plan_that_was_there(page: DeploymentPage, export: Path) -> None:
    page.use_practice_plan()
    settle(page)
    rows = page.matrix.model.rowCount()
    asked(page, export).mapping.rejected.emit()
    assert not page.reading.isVisible()
    assert page.matrix.model.rowCount() == rows
    assert page.matrix.table.isVisible()


def test_another_sheet_can_be_chosen(page: DeploymentPage, tmp_path: Path) -> None:
    path = tmp_path / "koe.xlsx"
    path.write_bytes(
        workbook(
            Suuri=[("Hlö", "Otsikko", "Tyyppi"), (HETU, "a", 1), (HETU, "b", 2)],
            Pieni=[("Hlö", "Otsikko"), (OTHER, "c")],
        )
    )
    mapping = asked(page, path).mapping
    assert mapping.sheet.value == "Suuri"
    mapping.sheet_wanted.emit("Pieni")
    settle(page)
    assert mapping.sheet.value == "Pieni"
    mapping.use.click()
    settle(page)
    assert [str(page.matrix.model.expected(0).client_id)] == [OTHER]


def test_settings_are_sent_and_taken(page: DeploymentPage, export: Path, tmp_path: Path) -> None:
    reading = asked(page, export)
    mapping = reading.mapping
    mapping.system.setText("Saga")
    mapping.rows.choices[1]._choose("", Column.SERVICE_TASK)
    sent = tmp_path / "saga.mapping.json"
    reading.send_mapping(mapping.mapping, sent)
    settle(page)
    assert HETU not in sent.read_text(encoding="utf-8")
    mapping.rejected.emit()
    reading = asked(page, export)
    reading.take_mapping(sent)
    settle(page)
    assert mapping.system.text() == "Saga"
    assert mapping.rows.chosen["Huone"] is Column.SERVICE_TASK


def test_several_faults_are_listed_together(page: DeploymentPage, tmp_path: Path) -> None:
    path = tmp_path / "koe.csv"
    path.write_text("hetu;oid\n010181-900D;1.x\n;1.2.3\n", encoding="utf-8")
    page.read(path)
    settle(page)
    listing = page.reading.listing
    said = visible_text(listing)
    assert "Suunnitelmassa on 3 virhettä" in said
    for place in ("koe.csv:2:hetu", "koe.csv:2:oid", "koe.csv:3:hetu"):
        assert place in said
    assert "900D" not in shown_text(page)
    listing.copy.click()
    assert "koe.csv:3:hetu\t" in QGuiApplication.clipboard().text()
    assert not page.plan_panel.start.isEnabled()


def test_a_folder_tells_what_it_left_out(page: DeploymentPage, tmp_path: Path) -> None:
    folder = tmp_path / "vienti"
    folder.mkdir()
    (folder / f"{HETU}_2026-11-20.txt").write_text("Päätös", encoding="utf-8")
    (folder / "kuva.png").write_bytes(b"x")
    page.read(folder)
    settle(page)
    assert page.matrix.model.rowCount() == 1
    assert "Kansion 1 tiedosto ei kuulu suunnitelmaan" in visible_text(page)
    page.plan_panel.files.trigger()
    said = visible_text(page.reading.listing)
    assert "kuva.png" in said
    assert "henkilötunnus nimestä" in said


def test_a_plan_is_saved_and_templates_are_given(page: DeploymentPage, tmp_path: Path) -> None:
    plan = tmp_path / "a.csv"
    plan.write_text(f"hetu\n{HETU}\n", encoding="utf-8")
    page.read(plan)
    settle(page)
    assert page.plan_panel.save.isEnabled()
    saved = page.plan
    assert saved is not None
    page.reading.write_to(saved, tmp_path / "plan.json")
    settle(page)
    assert json.loads((tmp_path / "plan.json").read_bytes())["format"] == "kanta-desk-plan-2"
    assert "Suunnitelma tallennettiin" in visible_text(page)
    page.reading.template_to(tmp_path / "pohja.xlsx")
    settle(page)
    assert (tmp_path / "pohja.xlsx").read_bytes().startswith(b"PK")
    page.reading.template_to(tmp_path / "poissa" / "pohja.csv")
    settle(page)
    assert "KD-1102" in visible_text(page)


def test_clients_that_are_no_test_persons_are_flagged(page: DeploymentPage, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"hetu\n{HETU}\n{NOT_A_TEST_PERSON}\n", encoding="utf-8")
    page.read(path)
    settle(page)
    said = visible_text(page.plan_panel)
    assert "1 rivillä henkilötunnus ei ole testitunnus: a.csv:3" in said


def test_a_lock_wipes_what_the_file_held(page: DeploymentPage, export: Path) -> None:
    reading = asked(page, export)
    page.wipe()
    assert HETU not in shown_text(page)
    assert not reading.mapping.rows.chosen
    assert not reading.isVisible()
    assert not reading.has_columns


def test_every_control_has_a_name(page: DeploymentPage, export: Path) -> None:
    assert nameless(asked(page, export)) == []
