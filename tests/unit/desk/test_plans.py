"""Plans of an installation: document types by their names, mappings kept, what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.desk.plans import Plans, mapping_of
from kanta_desk.errors import PlanUnreadable
from kanta_desk.model.planning import Column, ColumnMapping
from kanta_desk.settings.paths import Paths

HETU = "010181-900C"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "vienti.csv"
    path.write_text(f"Koodi A;Otsikko\n{HETU};Päätös\n", encoding="utf-8")
    return path


def test_a_document_type_is_known_by_its_name_in_a_file_name(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "vienti" / HETU
    folder.mkdir(parents=True)
    for name in ("2026-11-20 Päätös erityisestä huolenpidosta", "2026-11-21_11014", "muu"):
        (folder / f"{name}.txt").write_text("x", encoding="utf-8")
    opened = Plans(paths).open(folder.parent)
    assert opened.plan is not None
    assert [d.document_type for d in opened.plan.documents] == ["11012", "11014", ""]


def test_a_table_that_needs_asking_is_no_plan_yet(paths: Paths, export: Path) -> None:
    opened = Plans(paths).open(export)
    assert opened.plan is None
    assert opened.export is not None
    with pytest.raises(PlanUnreadable):
        Plans(paths).read(export)


def test_what_was_told_once_is_kept_for_this_installation(paths: Paths, export: Path) -> None:
    plans = Plans(paths)
    made = plans.make(export, ColumnMapping("Saga", {"Koodi A": Column.CLIENT}))
    assert made.plan is not None
    assert made.export is not None
    plans.keep(mapping_of(made.export.sheets[0], "Saga"))
    again = Plans(paths).open(export)
    assert again.plan is not None
    assert [m.system for m in plans.mappings] == ["Saga"]
    assert not list((paths.config / "mappings").glob("*vienti*"))


def test_what_is_asked_goes_before_what_is_kept(paths: Paths, export: Path) -> None:
    plans = Plans(paths)
    plans.keep(ColumnMapping("Saga", {"Koodi A": Column.CLIENT, "Otsikko": Column.TITLE}))
    made = plans.make(export, ColumnMapping("", {"Otsikko": Column.CASE}))
    assert made.plan is not None
    (document,) = made.plan.documents
    assert (document.case_id, document.title, made.plan.system) == ("Päätös", "", "Saga")
