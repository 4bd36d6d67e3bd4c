"""Every rule has an example that breaks it; the faultless document breaks none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest

from kanta_desk.archive.structures import Structure
from kanta_desk.checks.examined import Examined
from kanta_desk.checks.registry import DOCUMENT_RULES, METADATA_RULES, check_examined
from kanta_desk.checks.rule import CheckContext
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import (
    JSON,
    PDF,
    XHTML,
    Party,
    Payload,
    PersonName,
    Professional,
    SignatureInfo,
    Software,
    VersionRef,
)
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import HETU_ROOT, Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.signatures import SignatureDoubt, SignatureReport, SignatureState
from tests.helpers.deployment import CLIENT, OWN, REGION, TEST_DAY, metadata, oid, payload
from tests.helpers.pdfs import broken_pdf

RULES = (*METADATA_RULES, *DOCUMENT_RULES)
TEXT = "Asiakkaalle myönnetään kotihoitoa."
STRUCTURE_OID = "1.2.246.537.6.1506.11012.2026.1.1"
PRACTICE_CLASS = "1.2.246.10.99999917.5.1"
EARLY = datetime(2020, 1, 1, 8, tzinfo=UTC)
_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["paatos"],
    "sosmeta": {"oid": STRUCTURE_OID},
    "properties": {
        "paatos": {
            "type": "object",
            "properties": {
                "teksti": {"type": "string", "minLength": 1},
                "asiatunnus": {"type": "string"},
                "asiakas": {"type": "array", "items": {"type": "object"}, "minItems": 1},
            },
            "additionalProperties": False,
            "required": ["teksti"],
        }
    },
}
STRUCTURE = Structure.parse(orjson.dumps(_SCHEMA), "structure.json")


def xhtml(inside: str, root: str = '<div class="soc-document"', end: str = "div") -> Payload:
    data = f'{root} xmlns="http://www.w3.org/1999/xhtml" lang="fi">{inside}</{end}>'
    return payload(XHTML, data.encode())


def structured(**fields: object) -> Payload:
    client = [{"henkilotunnus": {"system": f"urn:oid:{HETU_ROOT}", "value": CLIENT.value}}]
    whole = {"teksti": TEXT, "asiatunnus": "A-1", "asiakas": client} | fields
    return payload(JSON, orjson.dumps({"paatos": whole}))


_GROUP = Code("STANDIN-ASIAKAS", CodeSystem.DOCUMENT_GROUP)
_METADATA = metadata(structure_oid=STRUCTURE_OID, case_id="A-1", document_group=_GROUP)
FAULTLESS = Examined(
    payloads=(xhtml(f"<p>{TEXT}</p>"), structured()),
    text=TEXT,
    metadata=_METADATA,
    frame=_METADATA,
    original=b"<ClinicalDocument/>",
)
CONTEXT = CheckContext(
    TEST_DAY,
    lambda code: None,
    test_clients_only=True,
    structure=lambda oid: STRUCTURE if oid == STRUCTURE_OID else None,
    signatures=lambda data, archived: (SignatureReport(SignatureState.VERIFIED),),
)
Case = tuple[Examined, CheckContext]


def said(**changes: object) -> Case:
    """Other metadata."""
    assert FAULTLESS.metadata is not None
    return replace(FAULTLESS, metadata=replace(FAULTLESS.metadata, **changes)), CONTEXT  # type: ignore[arg-type]


def framed(**changes: object) -> Case:
    """A frame that says something else."""
    assert FAULTLESS.frame is not None
    return replace(FAULTLESS, frame=replace(FAULTLESS.frame, **changes)), CONTEXT  # type: ignore[arg-type]


def holding(*payloads: Payload, text: str = TEXT) -> Case:
    """Other content."""
    return replace(FAULTLESS, payloads=payloads, text=text), CONTEXT


def shown(inside: str, *args: str) -> Case:
    """Another display form."""
    return holding(xhtml(f"<p>{TEXT}</p>{inside}", *args), structured())


def pdf(*swaps: tuple[bytes, bytes], text: str = TEXT) -> Case:
    """A PDF form with something exchanged in it."""
    assert FAULTLESS.metadata is not None
    whole = replace(FAULTLESS.metadata, structure_oid=None, media_type=PDF)
    return (
        replace(FAULTLESS, payloads=(payload(PDF, broken_pdf(*swaps)),), text=text, metadata=whole),
        CONTEXT,
    )


def signed(*doubts: SignatureDoubt, **changes: object) -> Case:
    """Signatures with doubts."""
    reports = tuple(SignatureReport(SignatureState.NOT_VERIFIED, doubt) for doubt in doubts)
    examined, context = said(**changes)
    return examined, replace(context, signatures=lambda data, archived: reports)


def knowing(context: CheckContext, case: Case = (FAULTLESS, CONTEXT)) -> Case:
    return case[0], context


def author(root: str, number: str, name: PersonName | None = None) -> Professional:
    return Professional(root, number, name or PersonName("Tiina", "Työntekijä"))


CASES: dict[str, Callable[[], Case]] = {
    "KV-REQ": lambda: said(title=None),
    "KV-UNR": lambda: said(created=None, unreadable=("created",)),
    "KV-SYS": lambda: said(language=Code("FI", "1.2.3")),
    "KV-COD": lambda: knowing(
        replace(CONTEXT, code_known=lambda c: c.system != CodeSystem.SERVICE_TASK)
    ),
    "KV-DAY": lambda: knowing(
        replace(CONTEXT, code_valid=lambda c, day: c.value != "11012" or day > TEST_DAY)
    ),
    "KV-CSY": lambda: said(retention_class=Code("10", "säilytysajat")),
    "KV-RLM": lambda: said(realm="SE"),
    "KV-TPL": lambda: said(template_ids=("1.2.246.777.11.1", "määritys")),
    "KV-PII": lambda: said(title=f"Päätös, {CLIENT.value}"),
    "KV-SOF": lambda: said(software=Software("Toimittaja", "Tuote")),
    "KV-VER": lambda: said(version=0),
    "KV-GAP": lambda: said(version=3, set_id=oid(9), replaces=VersionRef(oid(9), oid(9), 1)),
    "KV-SLF": lambda: said(version=2, set_id=oid(9), replaces=VersionRef(oid(1), oid(9), 1)),
    "KV-OID": lambda: said(version=2, replaces=VersionRef(oid(9), oid(1), 1)),
    "KV-SET": lambda: said(set_id=oid(9)),
    "KV-STF": lambda: said(structure_oid="1.2.246.537.6.1506.11012.2026.2.30"),
    "KV-STD": lambda: said(structure_oid="1.2.246.537.6.1506.11012.2026.12.1"),
    "KV-STR": lambda: said(document_type=Code("11000", CodeSystem.DOCUMENT_TYPE)),
    "KV-GRP": lambda: said(document_group=Code("2", CodeSystem.DOCUMENT_GROUP)),
    "KV-WIL": lambda: said(document_group=Code("9", CodeSystem.DOCUMENT_GROUP)),
    "KV-CLI": lambda: said(client_id=Henkilotunnus("010181-900D")),
    "KV-ART": lambda: said(client_id=Henkilotunnus("010199A" + "123Y")),
    "KV-BIR": lambda: said(client_birth=date(1981, 1, 2)),
    "KV-ARX": lambda: said(
        client_id=TemporaryId.parse("1.2.246.10.22334458.22.2026", "26000001417")
    ),
    "KV-GEN": lambda: said(client_gender=Code("1", CodeSystem.GENDER)),
    "KV-UNB": lambda: said(client_birth=date(2026, 11, 21)),
    "KV-NAM": lambda: said(client_name=PersonName("Matti")),
    "KV-ORG": lambda: said(organiser=REGION),
    "KV-UNI": lambda: said(service_unit=REGION),
    "KV-YTU": lambda: said(implementer=Party(Oid("1.2.246.10.22334455.10.1"), "Toinen Oy")),
    "KV-PNM": lambda: said(implementer=replace(OWN, name=" ")),
    "KV-PRO": lambda: said(producer=None, service_unit=REGION),
    "KV-IMP": lambda: said(producer=None, implementer=OWN),
    "KV-ACR": lambda: said(archive_creator=REGION),
    "KV-UCO": lambda: said(service_unit=OWN),
    "KV-AUR": lambda: said(author=author("1.2.3", "123456")),
    "KV-AUC": lambda: said(author=author(HETU_ROOT, "010181-900D")),
    "KV-AUT": lambda: said(author=author("1.2.246.537.26", "A-1")),
    "KV-AUN": lambda: said(author=author("1.2.246.537.26", "123456", PersonName("Tiina"))),
    "KV-AUI": lambda: said(author=author("", "")),
    "KV-CAS": lambda: said(case_id=None, case_name=Code("99", CodeSystem.CASE_NAME)),
    "KV-CSH": lambda: said(clientship_id="asiakkuus 1"),
    "KV-ORD": lambda: said(archived=EARLY),
    "KV-FUT": lambda: said(archived=datetime(2026, 11, 21, 8, tzinfo=UTC)),
    "KV-CPY": lambda: said(copied=EARLY),
    "KV-VIS": lambda: said(visible_from=EARLY),
    "KV-SGT": lambda: said(signature=SignatureInfo(Code("2", CodeSystem.SIGNATURE_KIND), EARLY)),
    "KV-RET": lambda: said(
        retention_class=Code("STANDIN-30A", PRACTICE_CLASS),
        service_task=Code("10", CodeSystem.SERVICE_TASK),
    ),
    "KV-RES": lambda: said(
        retention_class=Code("STANDIN-10A", PRACTICE_CLASS),
        disposal_time=datetime(2030, 12, 31, tzinfo=UTC),
    ),
    "KV-DIS": lambda: said(disposal_time=EARLY),
    "KV-EXT": lambda: said(extended_retention="20461231/20361231"),
    "FR-OID": lambda: framed(document_oid=oid(2)),
    "FR-SET": lambda: framed(set_id=oid(2)),
    "FR-VER": lambda: framed(version=2),
    "SI-MED": lambda: holding(xhtml(TEXT), payload(JSON, b"{'a': 1}")),
    "SI-DIS": lambda: holding(structured(), text=""),
    "SI-EMP": lambda: holding(xhtml(TEXT), structured(), payload(JSON, b"{}")),
    "SI-TYP": lambda: said(media_type=PDF),
    "SI-STR": lambda: holding(xhtml(TEXT)),
    "SI-CHR": lambda: holding(xhtml("pÃ¤Ã¤tÃ¶s"), structured(), text=f"{TEXT} pÃ¤Ã¤tÃ¶s"),
    "XH-ROO": lambda: shown("", "<div"),
    "XH-RUN": lambda: shown('<p onclick="x()">a</p><script>x()</script>'),
    "XH-LOA": lambda: shown('<img src="http://a.example/x.png"/>'),
    "XH-LNG": lambda: said(language=Code("SV", CodeSystem.LANGUAGE)),
    "JS-ROO": lambda: holding(xhtml(TEXT), payload(JSON, b'{"Paatos A": {}, "b": {}}')),
    "JS-STR": lambda: holding(xhtml(TEXT), structured(vieras=True)),
    "JS-TXT": lambda: holding(xhtml(TEXT), structured(teksti="Aivan toinen asia kokonaan.")),
    "JS-CLI": lambda: holding(
        xhtml(TEXT), structured(asiakas=[{"henkilotunnus": {"value": "010594Y9032"}}])
    ),
    "JS-CAS": lambda: holding(xhtml(TEXT), structured(asiatunnus="A-2")),
    "PD-BRK": lambda: pdf((b"startxref", b"startxxxx")),
    "PD-ENC": lambda: pdf((b"/ID [", b"/Encrypt << /Filter /Standard >> /ID [")),
    "PD-IDE": lambda: pdf((b"pdfaid:part", b"pdfaid:elsewhere")),
    "PD-LEV": lambda: pdf((b"<pdfaid:part>2", b"<pdfaid:part>9")),
    "PD-FON": lambda: pdf((b"/FontFile2", b"/FontNone2")),
    "PD-ACT": lambda: pdf(
        (b"/Type /Catalog", b"/OpenAction << /S /JavaScript /JS (x) >> /Type /Catalog")
    ),
    "PD-XFA": lambda: pdf((b"/Type /Catalog", b"/AcroForm << /XFA [] >> /Type /Catalog")),
    "PD-ATT": lambda: pdf(
        (b"<pdfaid:part>2", b"<pdfaid:part>1"),
        (b"/Type /Catalog", b"/Names << /EF << >> >> /Type /Catalog"),
    ),
    "PD-INT": lambda: pdf((b"/OutputIntents", b"/OutputNothing")),
    "PD-TID": lambda: pdf((b"/ID [", b"/IX [")),
    "PD-LZW": lambda: pdf((b"/Filter /FlateDecode", b"/Filter /LZWDecode")),
    "PD-TAG": lambda: pdf((b"conformance>B", b"conformance>A")),
    "PD-TXT": lambda: pdf(text=" "),
    "SG-CHG": lambda: signed(SignatureDoubt.DIGEST),
    "SG-WRA": lambda: signed(SignatureDoubt.MOVED),
    "SG-FRM": lambda: signed(SignatureDoubt.ALGORITHM),
    "SG-REV": lambda: signed(SignatureDoubt.REVOKED),
    "SG-TRU": lambda: signed(SignatureDoubt.ISSUER),
    "SG-UNS": lambda: signed(SignatureDoubt.REVOCATION_UNKNOWN),
    "SG-NON": lambda: signed(
        signature=SignatureInfo(
            Code("1", CodeSystem.SIGNATURE_KIND), datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
        )
    ),
}


def test_there_is_an_example_for_every_rule_and_no_rule_without_one() -> None:
    assert [rule.code for rule in RULES] == list(dict.fromkeys(rule.code for rule in RULES))
    assert {rule.code for rule in RULES} == set(CASES)


def test_the_faultless_document_breaks_no_rule() -> None:
    assert check_examined(FAULTLESS, CONTEXT) == ()
    assert check_examined(*pdf()) == ()


@pytest.mark.parametrize("code", CASES)
def test_the_rule_finds_what_breaks_it(code: str) -> None:
    examined, context = CASES[code]()
    found = {finding.rule: finding for finding in check_examined(examined, context)}
    assert code in found, sorted(found)
    rule = next(rule for rule in RULES if rule.code == code)
    assert (found[code].severity, found[code].grade) == (rule.severity, rule.grade)
    assert "{" not in found[code].title.fi + found[code].title.sv + found[code].title.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_told_in_three_languages_and_names_its_source(rule: object) -> None:
    code, title, remedy = rule.code, rule.title, rule.remedy  # type: ignore[attr-defined]
    assert re.fullmatch(r"[A-Z]{2}-[A-Z]{3}", code)
    assert rule.source  # type: ignore[attr-defined]
    assert len({title.fi, title.sv, title.en}) == 3
    assert len({remedy.fi, remedy.sv, remedy.en}) == 3
    assert all(text.rstrip().endswith(".") for text in (remedy.fi, remedy.sv, remedy.en))


def test_what_is_not_verified_fails_no_deployment_test() -> None:
    unsure = [r for r in RULES if r.grade is not Evidence.VERIFIED]
    assert unsure
    assert [r.code for r in unsure if r.severity is Severity.ERROR] == []


def test_a_personal_identity_code_never_stands_in_a_finding() -> None:
    for code in CASES:
        examined, context = CASES[code]()
        told = repr(check_examined(examined, context))
        assert not re.search(r"\d{6}[-+A-FU-Y]9\d\d[0-9A-Z]", told), code


def test_the_sources_are_public_documents_and_no_paths() -> None:
    assert not [r.code for r in RULES if "/work" in r.source or str(Path.home()) in r.source]
