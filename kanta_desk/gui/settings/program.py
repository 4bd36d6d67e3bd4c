"""How the access log is kept, where the program's files are, and what it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kanta_desk import __version__
from kanta_desk.gui.settings.column import Column
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.settings.logkeeping import LogKeys
from kanta_desk.settings.options import FILE

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class ProgramTab(Column):
    """Shown from the options; they are changed in their file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.desk = desk
        self._add_log()
        self._add_program()
        self.column.addStretch(1)

    def _add_log(self) -> None:
        keeping = self.desk.options.log
        panel = self.panel(self.tr("Access log"))
        fields = FieldList()
        fields.add(self.tr("Encryption"), self._keys(keeping.keys))
        fields.add(
            self.tr("Recovery key"),
            str(keeping.recovery_key) if keeping.recovery_key else self.tr("none"),
            mono=keeping.recovery_key is not None,
        )
        fields.add(
            self.tr("Anchored in"),
            "\n".join(map(str, keeping.anchor_folders))
            or self.tr("nowhere: whoever controls this machine could rewrite the newest part"),
            mono=bool(keeping.anchor_folders),
        )
        fields.add(self.tr("Disposal takes"), self.tr("%n person(s)", "", keeping.disposal_persons))
        panel.column.addWidget(fields)

    def _add_program(self) -> None:
        options = self.desk.options
        panel = self.panel(self.tr("Program"))
        fields = FieldList()
        fields.add(self.tr("Version"), __version__)
        fields.add(self.tr("Language"), self._language(options.language.value))
        fields.add(self.tr("Locks after"), self.tr("%n minute(s)", "", options.idle_minutes))
        paths = self.desk.paths
        fields.add(self.tr("Settings"), str(paths.config / FILE), mono=True)
        fields.add(self.tr("Data"), str(paths.data), mono=True)
        panel.column.addWidget(fields)
        panel.column.addWidget(
            Body(
                self.tr(
                    "The language and the look are chosen when the program is started (--lang, "
                    "--look); the rest in the file of settings, which is read at start."
                ),
                "hint",
            )
        )

    def _keys(self, keys: LogKeys) -> str:
        return {
            LogKeys.KEYRING: self.tr("on; the key is in the operating system's keyring"),
            LogKeys.PASSPHRASE: self.tr("on; the key is under a passphrase"),
            LogKeys.NONE: self.tr("off"),
            LogKeys.PRACTICE: self.tr("on; the key of the practice set is a plain file"),
        }[keys]

    def _language(self, code: str) -> str:
        return {"fi": "suomi", "sv": "svenska", "en": "English"}[code]
