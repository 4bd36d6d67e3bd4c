"""Plans on their way in and out: files and folders looked at, mappings kept, templates given.

No right is asked and nothing goes to the access log: a plan is a file of the user's own, and the
archive is not touched.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.deployment.columns import column_of
from kanta_desk.deployment.mapping import mapping_of
from kanta_desk.deployment.mapping_store import (
    keep_mapping,
    kept_mappings,
    read_mapping,
    write_mapping,
)
from kanta_desk.deployment.plan import look_at, open_plan, plan_by, plan_of_folder, read_plan
from kanta_desk.deployment.plan_forms import KINDS
from kanta_desk.deployment.plan_write import write_plan
from kanta_desk.deployment.template import TEMPLATE_KINDS, write_template
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.deployment import Plan
from kanta_desk.model.planning import ColumnMapping, Export, Opened
from kanta_desk.model.text import Language
from kanta_desk.settings.paths import Paths

__all__ = ["KINDS", "TEMPLATE_KINDS", "Plans", "column_of", "mapping_of"]


class Plans:
    """The plans of one installation; every thread may call it. The verbs block.

    They raise PlanUnreadable with every fault of a file, and FolderNotWritable.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._folder = paths.config / "mappings"

    @property
    def mappings(self) -> tuple[ColumnMapping, ...]:
        """The mappings that are kept, one a client information system."""
        return kept_mappings(self._folder)

    def open(
        self, path: Path, on_progress: Callable[[int, int], None] = lambda _done, _total: None
    ) -> Opened:
        """What a file or folder is: a plan where nothing is to be asked, else its tables."""
        if path.is_dir():
            plan, folder = plan_of_folder(path, self._type_of, on_progress)
            if folder is None:
                return Opened(path, plan)
            return Opened(path, plan, None, folder.found, folder.passed)
        return Opened(path, *open_plan(path, self.mappings))

    def read(self, path: Path) -> Plan:
        """The plan of a file or folder; a column that is not surely known is a fault."""
        return read_plan(path, self.mappings, self._type_of)

    def look(self, path: Path, sheet: str = "") -> Export | None:
        """A file's tables, ``sheet`` first; None for a plan of our own form."""
        return look_at(path, self.mappings, sheet)

    def by(self, path: Path, mapping: ColumnMapping, sheet: str = "") -> Plan:
        """The plan of a file whose columns somebody has told."""
        return plan_by(path, mapping, sheet)

    def make(self, path: Path, asked: ColumnMapping, sheet: str = "") -> Opened:
        """The plan of a file or folder by what is kept and, before that, by what is ``asked``.

        A column that is not surely known is a fault. ``export`` tells the columns as they were
        read, so that they can be kept.
        """
        export = None if path.is_dir() else look_at(path, self.mappings, sheet)
        if export is None:
            return self.open(path)
        kept = export.kept or ColumnMapping("")
        mapping = ColumnMapping(
            asked.system or kept.system,
            {**kept.columns, **asked.columns},
            {**kept.constants, **asked.constants},
            {**kept.facts, **asked.facts},
        )
        plan = plan_by(path, mapping, sheet, strict=True)
        return Opened(path, plan, look_at(path, (mapping,), sheet))

    def keep(self, mapping: ColumnMapping) -> Path:
        """Keep a mapping for the files of its system to come."""
        return keep_mapping(self._folder, mapping)

    def send(self, mapping: ColumnMapping, path: Path) -> Path:
        """Write a mapping to a file of its own."""
        return write_mapping(path, mapping)

    def take(self, path: Path) -> ColumnMapping:
        """Read a mapping that somebody sent, and keep it."""
        mapping = read_mapping(path)
        self.keep(mapping)
        return mapping

    def write(self, plan: Plan, path: Path) -> Path:
        """Write a plan in the program's own form, with its sources beside it."""
        return write_plan(plan, path)

    def template(self, path: Path, language: Language) -> Path:
        """Write a template; the suffix says which (``TEMPLATE_KINDS``)."""
        return write_template(path, language)

    def _type_of(self, said: str) -> str:
        """The code of a document type by its code or its name; empty if it is none."""
        return self._types.get(" ".join(said.split()).casefold(), "")

    @cached_property
    def _types(self) -> dict[str, str]:
        known = CodeSets.load(imported=self._paths.imported).set_of(CodeSystem.DOCUMENT_TYPE)
        types: dict[str, str] = {}
        for code, concept in known.concepts.items() if known else ():
            types[code] = code
            for language in Language:
                if name := concept.name.of(language).casefold():
                    types.setdefault(name, code)
        return types
