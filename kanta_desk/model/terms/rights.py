"""The words around rights: their basis, what to look at, and the report on them."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

TITLE = Text(
    "Käyttöoikeuksien seurantaraportti",
    "Uppföljningsrapport om behörigheter",
    "Report on access rights",
)
PURPOSE = Text(
    "Rekisterinpitäjän omavalvontaa varten. Raportti kertoo, kenellä on ollut oikeus rekisterin asiakastietoihin, millä perusteella, milloin ja kenen myöntämänä. Tiedot on luettu käyttölokista.",
    "För den personuppgiftsansvariges egenkontroll. Rapporten visar vem som har haft rätt till registrets klientuppgifter, på vilken grund, när och vem som beviljade den. Uppgifterna har lästs ur användningsloggen.",
    "For the controller's own supervision. The report tells who has had a right to the register's client data, on what basis, when, and granted by whom. It was read from the access log.",
)  # fmt: skip
GENERATED = Text(
    "Kanta Desk kirjoitti tämän raportin {time}.",
    "Kanta Desk skrev denna rapport {time}.",
    "Written by Kanta Desk on {time}.",
)
CONTROLLER = Text("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller")
CONTROLLER_OID = Text("Rekisterinpitäjän OID", "Den ansvariges OID", "Controller's OID")
REGISTER = Text("Rekisteri", "Register", "Register")
DAY = Text("Tilanne", "Läget", "As of")
AUTHOR = Text("Laatija", "Upprättare", "Drawn up by")
TWO = Text("Mitätöinti", "Makulering", "Invalidation")
TWO_ON = Text("vaatii kaksi henkilöä", "kräver två personer", "takes two persons")
TWO_OFF = Text("yksi henkilö riittää", "en person räcker", "one person is enough")
CHANGES = Text("Muutoksia", "Ändringar", "Changes")
HEAD = Text("Viimeisen muutoksen tiiviste", "Den sista ändringens kondensat", "Last change's hash")
VALID = Text("Voimassa olevat oikeudet", "Gällande behörigheter", "Rights in force")
PEOPLE = Counted(
    Text("{n} henkilö", "{n} person", "{n} person"),
    Text("{n} henkilöä", "{n} personer", "{n} persons"),
)
RIGHTS = Counted(
    Text("{n} voimassa oleva oikeus", "{n} gällande behörighet", "{n} right in force"),
    Text("{n} voimassa olevaa oikeutta", "{n} gällande behörigheter", "{n} rights in force"),
)
FORMER = Text(
    "Päättyneet, perutut ja tulevat oikeudet",
    "Upphörda, återkallade och kommande behörigheter",
    "Rights ended, revoked and to come",
)
NOTICED = Text("Huomattavaa", "Att uppmärksamma", "To be noticed")
NOTHING = Text("Ei huomattavaa.", "Inget att uppmärksamma.", "Nothing.")
HISTORY = Text("Muutokset", "Ändringar", "Changes")
WHO = Text("Henkilö", "Person", "Person")
ROLE = Text("Rooli", "Roll", "Role")
BASIS = Text("Peruste", "Grund", "Basis")
TIME = Text("Voimassa", "Gäller", "Valid")
GRANTED = Text("Myönnetty", "Beviljad", "Granted")
STATE = Text("Tila", "Läge", "State")
CHANGE = Text("Muutos", "Ändring", "Change")
BY = Text("Tekijä", "Gjord av", "Made by")
WHEN = Text("Aika", "Tid", "Time")
NUMBER = Text("Nro", "Nr", "No.")
OPEN_END = Text("toistaiseksi", "tills vidare", "until further notice")
TWO_CARDS = Text(
    "Nimellä {name} on mitätöintioikeus kahdella kortilla. Jos kyse on yhdestä henkilöstä, kahden henkilön sääntö ei toteudu.",
    "Namnet {name} har rätt att makulera med två kort. Om det är en och samma person uppfylls inte tvåpersonersregeln.",
    "The name {name} may invalidate with two cards. If that is one person, the two-person rule is not met.",
)  # fmt: skip
BY_ONESELF = Text(
    "{name} on myöntänyt oikeuden itselleen: {role}.",
    "{name} har beviljat sig själv behörigheten: {role}.",
    "{name} granted a right to himself or herself: {role}.",
)
ENDS = Text(
    "{name}, {role}: oikeus päättyy {day}.",
    "{name}, {role}: behörigheten upphör {day}.",
    "{name}, {role}: the right ends on {day}.",
)
LAST_ENDS = Text(
    "Viimeisen pääkäyttäjän ({name}) oikeus päättyy {day}. Sen jälkeen hän voi enää hallita oikeuksia.",
    "Den sista huvudanvändarens ({name}) behörighet upphör {day}. Därefter kan hen endast förvalta behörigheter.",
    "The last administrator's ({name}) right ends on {day}. After it only rights can be administered.",
)  # fmt: skip
ALONE = Text(
    "Rekisterillä on vain yksi pääkäyttäjä.",
    "Registret har bara en huvudanvändare.",
    "The register has only one administrator.",
)
STATEMENT = Text(
    "{name}, {role}: perusteena on vain vapaa teksti.",
    "{name}, {role}: grunden är endast fri text.",
    "{name}, {role}: the basis is free text only.",
)
REASON = Text("Syy: {reason}", "Orsak: {reason}", "Reason: {reason}")
SIGNATURE = Text("Allekirjoitus", "Underskrift", "Signature")
PLACE_AND_DAY = Text("Paikka ja aika", "Ort och datum", "Place and date")

MANDATE = Text(
    "Suomi.fi-valtuus {name} {number}, {first}–{last}",
    "Suomi.fi-fullmakt {name} {number}, {first}–{last}",
    "Suomi.fi mandate {name} {number}, {first}–{last}",
)
DECISION = Text(
    "Päätös {number}, {day}, {decider}",
    "Beslut {number}, {day}, {decider}",
    "Decision {number}, {day}, {decider}",
)
