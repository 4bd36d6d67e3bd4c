"""The metadata model (kuvailutiedot): every field's label, group, code system, filler, evidence.

The published THL element list could not be had; the table joins what could (facts:
kanta-archive §2.1). ``Evidence`` says how sure each field is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kanta_desk.model.codes import CodeSystem as S
from kanta_desk.model.text import Text


class Group(StrEnum):
    """The groups of the details page, in its order."""

    IDENTITY = "identity"
    CLIENT = "client"
    REGISTER = "register"
    PROFESSIONAL = "professional"
    CASE = "case"
    LIFECYCLE = "lifecycle"
    ACCESS = "access"
    TECHNICAL = "technical"


GROUP_LABELS: dict[Group, Text] = {
    Group.IDENTITY: Text("Tunnistetiedot", "Identifieringsuppgifter", "Identification"),
    Group.CLIENT: Text("Asiakas", "Klient", "Client"),
    Group.REGISTER: Text(
        "Rekisteri ja palvelunantaja",
        "Register och tjänstetillhandahållare",
        "Register and provider",
    ),
    Group.PROFESSIONAL: Text("Ammattihenkilö", "Yrkesutbildad person", "Professional"),
    Group.CASE: Text("Asia ja palvelutehtävä", "Ärende och serviceuppgift", "Case and task"),
    Group.LIFECYCLE: Text("Elinkaari", "Livscykel", "Life cycle"),
    Group.ACCESS: Text("Käyttöedellytykset", "Användningsvillkor", "Conditions of use"),
    Group.TECHNICAL: Text("Tekniset tiedot", "Tekniska uppgifter", "Technical data"),
}


class Evidence(StrEnum):
    """How well a field is known for social care."""

    VERIFIED = "V"
    ASSUMED = "A"
    UNVERIFIED = "U"


class Filler(StrEnum):
    """Who gives the field its value."""

    SYSTEM = "system"
    ARCHIVE = "archive"
    CALLER = "caller"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class MetadataField:
    """One field: ``key`` is the attribute of ``DocumentMetadata`` that holds it."""

    key: str
    group: Group
    label: Text
    filler: Filler
    evidence: Evidence
    system: str | None = None
    required: bool = False


def _field(
    key: str,
    group: Group,
    fi: str,
    sv: str,
    en: str,
    evidence: str,
    system: str | None = None,
    *,
    filler: Filler = Filler.SYSTEM,
    required: bool = False,
) -> MetadataField:
    label = Text(fi, sv, en)
    return MetadataField(key, group, label, filler, Evidence(evidence), system, required)


_I, _C, _R, _P = Group.IDENTITY, Group.CLIENT, Group.REGISTER, Group.PROFESSIONAL
_K, _L, _A, _T = Group.CASE, Group.LIFECYCLE, Group.ACCESS, Group.TECHNICAL

FIELDS: tuple[MetadataField, ...] = (
    _field("document_oid", _I, "Asiakirjan tunnus", "Handlingens id", "Document id", "V", required=True),
    _field("set_id", _I, "Alkuperäisen asiakirjan tunnus", "Ursprungliga handlingens id", "Original document id", "V", required=True),
    _field("version", _I, "Asiakirjan versio", "Handlingens version", "Document version", "V", required=True),
    _field("replaces", _I, "Korjattu asiakirja", "Korrigerad handling", "Replaced document", "V"),
    _field("document_group", _I, "Asiakirjaryhmä", "Handlingsgrupp", "Document group", "V", S.DOCUMENT_GROUP, required=True),
    _field("document_type", _I, "Asiakirjan tyyppi", "Handlingstyp", "Document type", "V", S.DOCUMENT_TYPE, required=True),
    _field("structure_oid", _I, "Asiakirjarakenteen tunnus", "Handlingsstrukturens id", "Structure id", "V"),
    _field("title", _I, "Asiakirjan otsikko", "Handlingens rubrik", "Document title", "V", required=True),
    _field("template_ids", _I, "Asiakirjassa noudatettu määritys", "Tillämpad specifikation", "Specification followed", "V"),
    _field("realm", _I, "Asiakirjan aluekoodi", "Områdeskod", "Realm code", "V"),
    _field("client_id", _C, "Henkilötunnus", "Personbeteckning", "Personal identity code", "V", required=True),
    _field("client_name", _C, "Asiakkaan nimi", "Klientens namn", "Client's name", "V", required=True),
    _field("client_birth", _C, "Syntymäaika", "Födelsetid", "Date of birth", "V"),
    _field("client_gender", _C, "Sukupuoli", "Kön", "Gender", "A", S.GENDER),
    _field("client_municipality", _C, "Kotikunta", "Hemkommun", "Municipality", "A", S.MUNICIPALITY),
    _field("security_ban", _C, "Turvakielto", "Spärrmarkering", "Non-disclosure for safety", "V"),
    _field("controller", _R, "Asiakirjan rekisterinpitäjä", "Personuppgiftsansvarig", "Controller", "V", S.ORGANISATION, required=True),
    _field("controller_kind", _R, "Rekisterinpitäjän laji", "Typ av personuppgiftsansvarig", "Kind of controller", "V", S.CONTROLLER_KIND),
    _field("active_controller", _R, "Aktiivi rekisterinpitäjä", "Aktiv personuppgiftsansvarig", "Active controller", "A", filler=Filler.ARCHIVE),
    _field("register", _R, "Rekisteritunnus", "Registerbeteckning", "Register", "A", S.REGISTER, required=True),
    _field("register_specifier", _R, "Rekisteritarkenne", "Registerprecisering", "Register specifier", "A"),
    _field("archive_creator", _R, "Arkistonmuodostaja", "Arkivbildare", "Archive creator", "A"),
    _field("organiser", _R, "Palvelunjärjestäjä", "Tjänsteanordnare", "Organiser", "A", S.ORGANISATION, required=True),
    _field("producer", _R, "Palveluntuottaja", "Tjänsteproducent", "Producer", "A", S.ORGANISATION),
    _field("implementer", _R, "Palveluntoteuttaja", "Tjänsteutförare", "Implementer", "V", S.ORGANISATION),
    _field("service_unit", _R, "Palveluyksikkö", "Serviceenhet", "Service unit", "A", S.ORGANISATION),
    _field("author", _P, "Ammattihenkilö", "Yrkesutbildad person", "Professional", "V", required=True),
    _field("author_time", _P, "Merkinnän aika", "Anteckningens tid", "Time of entry", "V"),
    _field("author_role", _P, "Ammattihenkilön rooli", "Den yrkesutbildade personens roll", "Professional's role", "V", S.PERSON_SPECIFIER),
    _field("case_id", _K, "Asiatunnus", "Ärendenummer", "Case number", "V"),
    _field("case_name", _K, "Asia", "Ärende", "Case", "V", S.CASE_NAME),
    _field("case_state", _K, "Asian tila", "Ärendets status", "State of the case", "V", S.CASE_STATE),
    _field("clientship_id", _K, "Asiakkuuden yksilöintitunnus", "Klientskapets id", "Clientship id", "V"),
    _field("service_task", _K, "Palvelutehtävä", "Serviceuppgift", "Service task", "V", S.SERVICE_TASK, required=True),
    _field("service_process", _K, "Palveluprosessi", "Serviceprocess", "Service process", "V", S.SERVICE_PROCESS),
    _field("social_service", _K, "Sosiaalipalvelu", "Socialservice", "Social service", "V", S.SOCIAL_SERVICE),
    _field("purpose", _K, "Haun käyttötarkoitus", "Sökningens användningsändamål", "Purpose of the search", "V", S.PURPOSE, filler=Filler.CALLER),
    _field("created", _L, "Asiakirjan luontiaika", "Handlingen skapad", "Created", "V", required=True),
    _field("archived", _L, "Asiakirjan arkistointiaika", "Handlingen arkiverad", "Archived", "A", filler=Filler.ARCHIVE),
    _field("copied", _L, "Asiakirjan kopiointiaika", "Handlingen kopierad", "Copied", "A", filler=Filler.ARCHIVE),
    _field("status", _L, "Asiakirjan valmistumisen tila", "Handlingens status", "State of completion", "V", S.RECORD_STATUS),
    _field("retention_class", _L, "Säilytysaikaluokka", "Förvaringstidsklass", "Retention class", "A", required=True),
    _field("disposal_time", _L, "Hävittämisaika", "Förstöringstid", "Disposal time", "A", filler=Filler.ARCHIVE),
    _field("extended_retention", _L, "Pidennetty säilytysaika", "Förlängd förvaringstid", "Extended retention", "A"),
    _field("history", _L, "Käsittelyhistoria", "Behandlingshistorik", "History", "A"),
    _field("confidentiality", _A, "Asiakirjan luottamuksellisuus", "Konfidentialitet", "Confidentiality", "V", S.CONFIDENTIALITY),
    _field("special_content", _A, "Asiakirjan erityissisältö", "Särskilt innehåll", "Special content", "A", S.SPECIAL_CONTENT),
    _field("visible_from", _A, "Kansalaisen katseltavissa alkaen", "Synlig för medborgaren från", "Visible to the citizen from", "A"),
    _field("secrecy", _A, "Salassapito", "Sekretess", "Secrecy", "V"),
    _field("publicity", _A, "Julkisuusluokka", "Offentlighetsklass", "Publicity class", "U"),
    _field("protection_class", _A, "Turvallisuusluokka", "Säkerhetsklass", "Protection class", "U"),
    _field("personal_data_class", _A, "Henkilötietojen luokitus", "Klassificering av personuppgifter", "Personal data class", "U"),
    _field("language", _T, "Asiakirjan kieli", "Handlingens språk", "Language", "V", S.LANGUAGE, required=True),
    _field("file_format", _T, "Asiakirjan tiedostomuoto", "Handlingens filformat", "File format", "V"),
    _field("media_type", _T, "Sisällön mediatyyppi", "Innehållets medietyp", "Media type", "V"),
    _field("software", _T, "Asiakirjan tuottanut ohjelmisto", "Programvara", "Software", "V"),
    _field("signature", _T, "Sähköinen allekirjoitus", "Elektronisk underskrift", "Signature", "V", S.SIGNATURE_KIND),
    _field("old_document", _T, "Vanha asiakirja", "Gammal handling", "Old document", "U", filler=Filler.DERIVED),
)  # fmt: skip

BY_KEY: dict[str, MetadataField] = {field.key: field for field in FIELDS}
