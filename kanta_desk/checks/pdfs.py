"""Rules over the PDF form: that it is PDF/A as it says (ISO 19005), as far as can be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from kanta_desk.archive.pdfa import PdfFacts
from kanta_desk.checks.examined import Examined
from kanta_desk.checks.remedies import DOCUMENT_STANDARD
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import PDF
from kanta_desk.model.findings import Severity
from kanta_desk.model.text import Text

# ISO 19005-1, -2, -3 and -4: the conformance levels of each part.
LEVELS: Final = {
    "1": ("A", "B"),
    "2": ("A", "B", "U"),
    "3": ("A", "B", "U"),
    "4": ("", "E", "F"),
}

_Look = Callable[[Examined, CheckContext], Iterator[Fault]]


def _where(evidence: Callable[[PdfFacts], str | None]) -> _Look:
    """A look at a file that can be followed and is not encrypted; None: nothing to find."""

    def look(document: Examined, context: CheckContext) -> Iterator[Fault]:
        facts = document.pdf
        if facts is not None and not facts.encrypted and (found := evidence(facts)) is not None:
            yield Fault("pdf", found[:120])

    return look


def _unreadable(document: Examined, context: CheckContext) -> Iterator[Fault]:
    if document.pdf_fault:
        yield Fault("pdf", document.pdf_fault)


def _encrypted(document: Examined, context: CheckContext) -> Iterator[Fault]:
    if document.pdf is not None and document.pdf.encrypted:
        yield Fault("pdf", "Encrypt")


def _level(facts: PdfFacts) -> str | None:
    known = not facts.part or facts.conformance in LEVELS.get(facts.part, ())
    return None if known else f"PDF/A-{facts.part}{facts.conformance}"


def _attachments(facts: PdfFacts) -> str | None:
    # Part 1 allows none, part 2 those that are PDF/A themselves, 3 and 4F any.
    allowed = facts.part in ("2", "3") or (facts.part, facts.conformance) == ("4", "F")
    return f"{facts.attachments}" if facts.attachments and not allowed else None


def _untagged(facts: PdfFacts) -> str | None:
    return "StructTreeRoot" if facts.conformance == "A" and not facts.is_tagged else None


def _textless(document: Examined, context: CheckContext) -> Iterator[Fault]:
    if document.metadata is None or document.payload(PDF) is None:
        return
    if document.pdf is not None and not document.text.strip():
        yield Fault("pdf", "")


_MAKE_PDFA = Text(
    "Pyydä järjestelmän toimittajaa tuottamaan tiedosto PDF/A-muodossa ja tarkistamaan se "
    "validaattorilla (esim. veraPDF).",
    "Be systemleverantören producera filen som PDF/A och kontrollera den med en validator "
    "(t.ex. veraPDF).",
    "Ask the system's vendor to make the file as PDF/A and to check it with a validator (such as "
    "veraPDF).",
)


def _iso(clause: str) -> str:
    return f"{DOCUMENT_STANDARD}; ISO 19005 {clause}"


def _rule(code: str, title: Text, clause: str, look: _Look) -> Rule[Examined]:
    return Rule(code, Severity.ERROR, title, _MAKE_PDFA, _iso(clause), look)


PDF_RULES: tuple[Rule[Examined], ...] = (
    _rule(
        "PD-BRK",
        Text("PDF-tiedosto on rikki", "PDF-filen är trasig", "The PDF file is broken"),
        "(tiedostorakenne)",
        _unreadable,
    ),
    _rule(
        "PD-ENC",
        Text("PDF on salattu", "PDF-filen är krypterad", "The PDF is encrypted"),
        "(salaus)",
        _encrypted,
    ),
    _rule(
        "PD-IDE",
        Text(
            "PDF ei ilmoita olevansa PDF/A",
            "PDF-filen uppger inte att den är PDF/A",
            "The PDF does not claim to be PDF/A",
        ),
        "(tunnistus, XMP pdfaid)",
        _where(lambda f: None if f.part else ("XMP" if f.has_metadata else "–")),
    ),
    _rule(
        "PD-LEV",
        Text(
            "PDF ilmoittaa PDF/A-tason, jota ei ole",
            "PDF-filen uppger en PDF/A-nivå som inte finns",
            "The PDF claims a level of PDF/A that does not exist",
        ),
        "(tunnistus, XMP pdfaid)",
        _where(_level),
    ),
    _rule(
        "PD-FON",
        Text(
            "PDF:n kirjasimia ei ole upotettu",
            "PDF-filens typsnitt är inte inbäddade",
            "Fonts of the PDF are not embedded",
        ),
        "(kirjasimet)",
        _where(lambda f: ", ".join(f.unembedded) or None),
    ),
    _rule(
        "PD-ACT",
        Text(
            "PDF:ssä on skriptejä tai kiellettyjä toimintoja",
            "PDF-filen innehåller skript eller förbjudna åtgärder",
            "The PDF holds scripts or forbidden actions",
        ),
        "(toiminnot)",
        _where(lambda f: ", ".join(f.actions) or None),
    ),
    _rule(
        "PD-XFA",
        Text(
            "PDF:ssä on XFA-lomake",
            "PDF-filen innehåller ett XFA-formulär",
            "The PDF holds an XFA form",
        ),
        "(lomakkeet)",
        _where(lambda f: "XFA" if f.has_xfa else None),
    ),
    _rule(
        "PD-ATT",
        Text(
            "PDF:ssä on liitetiedostoja, joita sen PDF/A-taso ei salli",
            "PDF-filen har bilagor som dess PDF/A-nivå inte tillåter",
            "The PDF holds attachments that its level of PDF/A does not allow",
        ),
        "(upotetut tiedostot)",
        _where(_attachments),
    ),
    _rule(
        "PD-INT",
        Text(
            "PDF:stä puuttuu värien tulostustarkoitus (OutputIntent)",
            "PDF-filen saknar utskriftsavsikt för färger (OutputIntent)",
            "The PDF lacks an output intent for its colours",
        ),
        "(väriavaruudet)",
        _where(lambda f: None if f.has_output_intent else "OutputIntents"),
    ),
    _rule(
        "PD-TID",
        Text(
            "PDF:stä puuttuu tiedoston tunniste (ID)",
            "PDF-filen saknar filidentifierare (ID)",
            "The PDF lacks the file's identifier (ID)",
        ),
        "(tiedoston loppuosa)",
        _where(lambda f: None if f.has_identifier else "trailer/ID"),
    ),
    _rule(
        "PD-LZW",
        Text("PDF:ssä on LZW-pakkausta", "PDF-filen använder LZW", "The PDF uses LZW compression"),
        "(suodattimet)",
        _where(lambda f: "LZWDecode" if f.uses_lzw else None),
    ),
    _rule(
        "PD-TAG",
        Text(
            "PDF ilmoittaa esteettömän tason (A), mutta siinä ei ole rakennetta",
            "PDF-filen uppger nivå A men saknar taggstruktur",
            "The PDF claims level A but has no tagged structure",
        ),
        "(looginen rakenne)",
        _where(_untagged),
    ),
    Rule(
        "PD-TXT",
        Severity.WARNING,
        Text(
            "PDF:ssä ei ole tekstiä, vain kuvia",
            "PDF-filen har ingen text, bara bilder",
            "The PDF holds no text, only pictures",
        ),
        Text(
            "Skannattua asiakirjaa ei voi hakea, verrata eikä lukea ruudunlukijalla. Arkistoi "
            "alkuperäinen, jos sellainen on.",
            "En skannad handling kan inte sökas i, jämföras eller läsas med skärmläsare. Arkivera "
            "originalet om det finns.",
            "A scanned document cannot be searched, compared or read by a screen reader. Archive "
            "the original if there is one.",
        ),
        "Laki digitaalisten palvelujen tarjoamisesta 306/2019",
        _textless,
    ),
)
