"""A document's metadata with every field filled, for readers and writers to be tried on."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import (
    DocumentMetadata,
    Party,
    PersonName,
    Professional,
    RecordState,
    SignatureInfo,
    Software,
    VersionRef,
)
from kanta_desk.model.identifiers import Henkilotunnus, Oid

OID = Oid("1.2.246.10.99999204.11.2026.2")
SET = Oid("1.2.246.10.99999204.11.2026.1")


def _party(number: int, name: str) -> Party:
    return Party(Oid(f"1.2.246.10.99999204.10.{number}"), name)


FULL = DocumentMetadata(
    document_oid=OID,
    set_id=SET,
    version=2,
    state=RecordState.REPLACED,
    replaces=VersionRef(SET, SET, 1),
    document_group=Code("STANDIN-ASIAKAS", CodeSystem.DOCUMENT_GROUP, "Asiakasasiakirja"),
    document_type=Code("15004", CodeSystem.DOCUMENT_TYPE, "Toteuttamissuunnitelma"),
    structure_oid="1.2.246.537.6.1506.15004.2026.9.1",
    title="Iäkkäiden palvelujen toteuttamissuunnitelma",
    template_ids=("1.2.246.777.11.1", "1.2.246.777.11.2"),
    realm="FI",
    client_id=Henkilotunnus.parse("010181-900C"),
    client_name=PersonName("Tessa Maria", "Testinen"),
    client_birth=date(1981, 1, 1),
    client_gender=Code("2", CodeSystem.GENDER, "Nainen"),
    client_municipality=Code("STANDIN-901", CodeSystem.MUNICIPALITY, "Esimerkkilä"),
    security_ban=True,
    controller=_party(1, "Rekisterinpitäjä"),
    controller_kind=Code("2", CodeSystem.CONTROLLER_KIND, "Yksityinen"),
    active_controller=_party(2, "Aktiivi rekisterinpitäjä"),
    register=Code("1", CodeSystem.REGISTER, "Sosiaalihuollon asiakasrekisteri"),
    register_specifier=_party(3, "Rekisteritarkenne"),
    archive_creator=_party(4, "Arkistonmuodostaja"),
    organiser=_party(5, "Järjestäjä"),
    producer=_party(6, "Tuottaja"),
    implementer=_party(7, "Toteuttaja"),
    service_unit=_party(8, "Yksikkö & Co"),
    author=Professional("1.2.246.537.26", "00990000017", PersonName("Saara", "Kallio")),
    author_time=datetime(2026, 10, 5, 7, 0, tzinfo=UTC),
    author_role=Code("LAL", CodeSystem.PERSON_SPECIFIER),
    case_id="HE-2026-1",
    case_name=Code("99", CodeSystem.CASE_NAME, "Muu"),
    case_state=Code("STANDIN-AVOIN", CodeSystem.CASE_STATE, "Avoin"),
    clientship_id="1.2.246.10.99999204.40.1",
    service_task=Code("20", CodeSystem.SERVICE_TASK, "Vammaispalvelut"),
    service_process=Code("STANDIN-TOTEUTUS", CodeSystem.SERVICE_PROCESS),
    social_service=Code("46", CodeSystem.SOCIAL_SERVICE, "Sosiaalityö"),
    created=datetime(2026, 10, 5, 7, 2, 11, tzinfo=UTC),
    archived=datetime(2026, 10, 5, 7, 3, tzinfo=UTC),
    copied=datetime(2026, 10, 6, 7, 3, tzinfo=UTC),
    status=Code("STANDIN-VALMIS", CodeSystem.RECORD_STATUS, "Valmis"),
    retention_class=Code("STANDIN-10A", "1.2.246.10.99999917.5.1", "10 vuotta"),
    disposal_time=datetime(2036, 12, 31, 22, tzinfo=UTC),
    extended_retention="20361231/20461231",
    history=("luotu 5.10.2026", "korjattu 6.10.2026"),
    confidentiality=Code("5", CodeSystem.CONFIDENTIALITY, "Salassa pidettävä"),
    special_content=Code("STANDIN-TURVAKIELTO", CodeSystem.SPECIAL_CONTENT),
    visible_from=datetime(2026, 11, 1, 22, tzinfo=UTC),
    secrecy="100 vuotta",
    publicity=Code("STANDIN-SALASSA", "1.2.246.10.99999917.5.3"),
    protection_class=Code("STANDIN-EI", "1.2.246.10.99999917.5.4"),
    personal_data_class=Code("STANDIN-ERITYINEN", "1.2.246.10.99999917.5.5"),
    language=Code("FI", CodeSystem.LANGUAGE, "suomi"),
    file_format=Code("STANDIN-XHTML-JSON", "1.2.246.10.99999917.5.2"),
    media_type="application/xhtml+xml",
    software=Software("Toimittaja", "Tuote", "1.0"),
    signature=SignatureInfo(
        Code("1", CodeSystem.SIGNATURE_KIND), datetime(2026, 10, 5, 7, 2, tzinfo=UTC)
    ),
)
