"""The papers of a deployment test: ``session.reports``.

Each is an act in the log, with the run and the documents it tells of. A report may be signed with
the holder's own card, with PIN2, like a request to invalidate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kanta_desk.deployment.export import verdict_json
from kanta_desk.deployment.mail_draft import Attached, mail_draft
from kanta_desk.deployment.report import Part, report_pdf
from kanta_desk.deployment.report_words import TITLE
from kanta_desk.deployment.report_xlsx import report_xlsx
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.signing import AskPin, Signing
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import ReportFailed
from kanta_desk.model.deployment import ReportDetails, Verdict
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.people import Holder
from kanta_desk.model.text import Language, Text
from kanta_desk.paper.parts import write_whole

__all__ = ["Papers", "Part", "Reporting"]


_ANNEX = Text("liite", "bilaga", "annex")


@dataclass(frozen=True, slots=True)
class Papers:
    """Which papers are wanted beside the report; they stand in its folder, by its name.

    ``annex_apart``: the evidence is a paper of its own. ``signed``: the report is signed with the
    card. ``letter``: the draft of the letter to Kela, with the report and its annex in it.
    """

    annex_apart: bool = False
    workbook: bool = False
    json: bool = False
    letter: bool = False
    signed: bool = False


class Reporting:
    """Writes what a deployment test came to, for people, for Kela and for programs.

    ``address`` is where the settings say that reports go.
    """

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[], Ticket],
        holder: Holder,
        signing: Signing,
        clock: Callable[[], datetime],
        address: str,
    ) -> None:
        self.address = address
        self._gate = gate
        self._ticket = ticket
        self._holder = holder
        self._signing = signing
        self._clock = clock

    def write_all(
        self,
        verdict: Verdict,
        details: ReportDetails,
        path: Path,
        language: Language,
        papers: Papers,
        ask_pin: AskPin = lambda _: None,
    ) -> tuple[Path, ...]:
        """Write the report to ``path`` and what else is wanted beside it, each an act of its own.

        Returns the paths, the report's first. What was written before an error stays.

        Raises:
            KantaError: as the single acts.
        """
        part = Part.REPORT if papers.annex_apart else Part.WHOLE
        if papers.signed:
            written = [self.write_signed(verdict, details, path, language, ask_pin, part)]
        else:
            written = [self.write(verdict, details, path, language, part)]
        if papers.annex_apart:
            annex = path.with_name(f"{path.stem}-{_ANNEX.of(language)}.pdf")
            written.append(self.write(verdict, details, annex, language, Part.ANNEX))
        for_kela = tuple(written)
        if papers.workbook:
            book = path.with_suffix(".xlsx")
            written.append(self.write_workbook(verdict, details, book, language))
        if papers.json:
            written.append(self.write_json(verdict, path.with_suffix(".json")))
        if papers.letter:
            draft = path.with_suffix(".eml")
            written.append(self.write_letter(verdict, details, for_kela, draft, language))
        return tuple(written)

    @verb(EventKind.REPORT)
    def write(
        self,
        verdict: Verdict,
        details: ReportDetails,
        path: Path,
        language: Language,
        part: Part = Part.WHOLE,
    ) -> Path:
        """Write the report, its annex, or both in one paper, as PDF/A.

        Raises:
            ReportFailed: if the file cannot be written.
        """
        return self._do(
            verdict,
            part.value,
            lambda: write_whole(report_pdf(verdict, details, language, self._clock(), part), path),
        )

    @verb(EventKind.REPORT)
    def write_signed(
        self,
        verdict: Verdict,
        details: ReportDetails,
        path: Path,
        language: Language,
        ask_pin: AskPin,
        part: Part = Part.WHOLE,
    ) -> Path:
        """As ``write``, signed with the holder's card (PAdES).

        Raises:
            Cancelled: if no PIN was given; nothing is written then.
            CardError, PinError, TrustError: as the card and its certificate tell.
            ReportFailed: if the file cannot be written.
        """
        from kanta_desk.paper.pades import signed_pdf  # pyHanko takes its time to be loaded

        def sign() -> Path:
            made = self._clock()
            paper = report_pdf(verdict, details, language, made, part, to_be_signed=True)
            with self._signing.opened(self._holder, ask_pin) as key:
                signed = signed_pdf(
                    paper,
                    key.certificate,
                    [above.der for above in key.admitted.path.certificates[1:]],
                    key.sign,
                    name=self._holder.name,
                    reason=TITLE.of(language),
                )
            return write_whole(signed, path)

        return self._do(verdict, f"{part.value} signed", sign)

    @verb(EventKind.REPORT)
    def write_workbook(
        self, verdict: Verdict, details: ReportDetails, path: Path, language: Language
    ) -> Path:
        """Write the report as a workbook (XLSX).

        Raises:
            ReportFailed: if the file cannot be written.
        """
        return self._do(
            verdict, "xlsx", lambda: write_whole(report_xlsx(verdict, details, language), path)
        )

    @verb(EventKind.REPORT)
    def write_json(self, verdict: Verdict, path: Path) -> Path:
        """Write the verdict for programs.

        Raises:
            ReportFailed: if the file cannot be written.
        """
        return self._do(verdict, "json", lambda: write_whole(verdict_json(verdict), path))

    @verb(EventKind.REPORT)
    def write_letter(
        self,
        verdict: Verdict,
        details: ReportDetails,
        files: Sequence[Path],
        path: Path,
        language: Language,
    ) -> Path:
        """Write the draft of the letter to Kela with ``files`` (PDF) in it; nothing is sent.

        Raises:
            InvalidIdentifier: if the address of the settings is none.
            ReportFailed: if a file cannot be read, or the draft not written.
        """

        def write() -> Path:
            attached = [Attached(file.name, _read(file)) for file in files]
            return write_whole(mail_draft(verdict, details, self.address, attached, language), path)

        return self._do(verdict, "eml", write)

    def _do(self, verdict: Verdict, form: str, write: Callable[[], Path]) -> Path:
        """Pass the gate; the log says which run's paper of which form, and of which documents."""
        documents = tuple(r.document_oid.value for r in verdict.rows if r.document_oid)
        return self._gate.do(
            self._ticket(),
            EventKind.REPORT,
            Subject(query=f"{verdict.plan.name} {verdict.run_id} {form}", documents=documents),
            write,
            lambda _: Told(len(verdict.rows)),
        )


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReportFailed(file.name, error.strerror or type(error).__name__) from None
