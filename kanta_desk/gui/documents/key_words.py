"""What the search line says of what is typed there: what it is taken for, what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kanta_desk.model.query import KeyKind, SearchKey


class KeyWords(QObject):
    """The words, in the language of the window."""

    def taken_for(self, key: SearchKey) -> str:
        """What a text that is in order, or on its way, is taken for."""
        match key.kind:
            case KeyKind.NOTHING:
                return self.tr("Every search is written to the access log.")
            case KeyKind.HENKILOTUNNUS if key.problem:
                return self._begun(key)
            case KeyKind.HENKILOTUNNUS:
                return self.tr("Personal identity code")
            case KeyKind.TEMPORARY_ID if key.problem:
                return self.tr("Temporary identifier: write its value after its root.")
            case KeyKind.TEMPORARY_ID:
                return self.tr("Temporary identifier")
            case KeyKind.NAME_AND_BIRTH if key.problem:
                return self.tr("Name: the date of birth is needed too, such as 1.1.1981.")
            case KeyKind.NAME_AND_BIRTH:
                return self.tr("Name and date of birth")
            case KeyKind.DOCUMENT:
                return self.tr("Document id (OID)")
            case KeyKind.CASE:
                return self.tr("Case number")
            case KeyKind.ELSEWHERE:
                return self.tr("This is not in the archive that the archivist searches.")

    def problem(self, key: SearchKey) -> str:
        """What is wrong with a text that cannot be searched for."""
        match key.kind, key.problem:
            case KeyKind.NOTHING, _:
                return self.tr("Write whom or what to search for.")
            case KeyKind.HENKILOTUNNUS, "form" | "sign":
                return self.tr(
                    "A personal identity code has the form 010181-900C. Nothing was sent."
                )
            case KeyKind.HENKILOTUNNUS, "date":
                return self.tr(
                    "The personal identity code has a date that does not exist. Nothing was sent."
                )
            case KeyKind.HENKILOTUNNUS, "check":
                return self.tr(
                    "The personal identity code's check character does not match: one of its "
                    "characters is wrong. Nothing was sent."
                )
            case KeyKind.HENKILOTUNNUS, _:
                return self.tr("The personal identity code is not valid. Nothing was sent.")
            case KeyKind.DOCUMENT, _:
                return self.tr(
                    "A document id is numbers and dots, such as 1.2.246.10.1234567.11.2026.1. "
                    "Nothing was sent."
                )
            case KeyKind.TEMPORARY_ID, "value":
                return self.tr(
                    "Only the root of a temporary identifier: write its value after a space. "
                    "Nothing was sent."
                )
            case KeyKind.TEMPORARY_ID, _:
                return self.tr("The temporary identifier is not valid. Nothing was sent.")
            case KeyKind.NAME_AND_BIRTH, "name" | "birth":
                return self.tr(
                    "Write first name, surname and date of birth: Maija Meikäläinen 1.1.1981."
                )
            case KeyKind.NAME_AND_BIRTH, _:
                return self.tr("There is no such date of birth. Nothing was sent.")
            case KeyKind.ELSEWHERE, _:
                return self.taken_for(key)
            case _:
                return self.tr("The case number is too long. Nothing was sent.")

    def elsewhere(self) -> tuple[str, str]:
        """Where consents and prohibitions are: a heading, and what to do."""
        return (
            self.tr("Information, permits and prohibitions are not here"),
            self.tr(
                "Kanta information, disclosure permits and prohibitions are in Kela's service of "
                "expressions of will (Tahdonilmaisupalvelu), which the archivist's interface does "
                "not show. The client sees and changes them in OmaKanta; a professional sees them "
                "in the client information system. Consents that are documents of their own, such "
                "as to adoption, are found by their type."
            ),
        )

    def _begun(self, key: SearchKey) -> str:
        if key.problem == "sign":
            return self.tr("Personal identity code, unfinished: its sign and end are missing.")
        left = len("010181-900C") - len(key.text.replace(" ", ""))
        return self.tr("Personal identity code, unfinished: %n character(s) missing.", "", left)
