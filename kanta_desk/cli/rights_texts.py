"""The help and the words of the commands on rights."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

RIGHTS = Text(
    "Hallitse käyttöoikeuksia. Kuka saa toimia missä rekisterissä, millä perusteella ja kuinka "
    "kauan.",
    "Förvalta behörigheter. Vem som får arbeta i vilket register, på vilken grund och hur länge.",
    "Manage access rights. Who may act in which register, on what basis, and how long.",
)
LIST = Text("Näytä oikeudet.", "Visa behörigheterna.", "Show the rights.")
ALL = Text(
    "myös päättyneet ja perutut", "även upphörda och återkallade", "ended and revoked ones too"
)
GRANT = Text(
    "Myönnä oikeus. Perusteeksi tarvitaan päätös tai Suomi.fi-valtuus.",
    "Bevilja en behörighet. Som grund behövs ett beslut eller en Suomi.fi-fullmakt.",
    "Grant a right. A decision or a Suomi.fi mandate is needed as basis.",
)
IDENTIFIER = Text(
    "henkilön tunniste kortilla", "personens identifierare på kortet", "the identifier on the card"
)
NAME = Text("henkilön nimi", "personens namn", "the person's name")
ROLE = Text("rooli", "rollen", "the role")
KIND = Text(
    "tunnisteen laji: ammattikortilla registration, muilla sote-korteilla issued",
    "identifierarens slag: på yrkeskort registration, på andra kort issued",
    "the kind of identifier: registration on a professional card, issued on other cards",
)
ISSUER = Text("kortin myöntäjä", "kortets utfärdare", "the card's issuer")
DECISION = Text("päätöksen numero", "beslutets nummer", "the decision's number")
DAY = Text("päätöksen päivä", "beslutets datum", "the decision's date")
DECIDER = Text("päättäjä", "beslutsfattaren", "who decided")
MANDATE = Text("Suomi.fi-valtuuden nimi", "Suomi.fi-fullmaktens namn", "the mandate's name")
NUMBER = Text("valtuuden numero", "fullmaktens nummer", "the mandate's number")
MANDATE_FROM = Text("valtuuden alkupäivä", "fullmaktens första dag", "the mandate's first day")
MANDATE_TO = Text("valtuuden loppupäivä", "fullmaktens sista dag", "the mandate's last day")
VALID_FROM = Text(
    "oikeuden alkupäivä; oletus tänään",
    "behörighetens första dag; standard i dag",
    "the right's first day; today by default",
)
VALID_TO = Text(
    "oikeuden loppupäivä; oletus toistaiseksi",
    "behörighetens sista dag; standard tills vidare",
    "the right's last day; none by default",
)
REPLACES = Text(
    "oikeus, jonka uusi korvaa", "behörigheten som den nya ersätter", "the right that it replaces"
)
REVOKE = Text(
    "Peru oikeus. Se lakkaa heti, myös avoimissa istunnoissa.",
    "Återkalla en behörighet. Den upphör genast, även i öppna sessioner.",
    "Revoke a right. It ends at once, in open sessions too.",
)
ID = Text("oikeuden numero", "behörighetens nummer", "the right's number")
REASON = Text("perumisen syy", "orsaken till återkallandet", "the reason")
HISTORY = Text(
    "Näytä kaikki oikeuksien muutokset.",
    "Visa alla ändringar av behörigheter.",
    "Show all changes of rights.",
)
EXPIRING = Text(
    "Näytä oikeudet, jotka päättyvät 90 päivän kuluessa. Paluukoodi on 1, jos niitä on.",
    "Visa behörigheter som upphör inom 90 dagar. Returkoden är 1 om det finns sådana.",
    "Show rights that end within 90 days. The exit status is 1 if there are any.",
)
FIRST = Text(
    "Nimeä ensimmäinen pääkäyttäjä. Kortin haltijasta tulee rekisterin pääkäyttäjä, jos oikeuksia "
    "ei vielä ole.",
    "Utse den första huvudanvändaren. Kortets innehavare blir registrets huvudanvändare om det "
    "inte ännu finns behörigheter.",
    "Make the first administrator. The card's holder becomes the register's administrator, if "
    "there are no rights yet.",
)
CONTROLLER = Text(
    "rekisterinpitäjän OID", "den personuppgiftsansvariges OID", "the controller's OID"
)
CONTROLLER_NAME = Text(
    "rekisterinpitäjän nimi", "den personuppgiftsansvariges namn", "the controller's name"
)
REGISTER_CODE = Text("rekisterin koodi", "registrets kod", "the register's code")
ADOPT = Text(
    "tuo samalla käsin kirjoitetun rights.toml-tiedoston oikeudet",
    "importera samtidigt behörigheterna i en handskriven rights.toml",
    "bring in the rights of a rights.toml written by hand",
)
IMPORT = Text(
    "Tuo oikeuksia CSV-tiedostosta. Tuodaan kaikki tai ei mitään.",
    "Importera behörigheter ur en CSV-fil. Alla eller inga importeras.",
    "Import rights from a CSV file: all of them or none.",
)
FILE = Text("tiedosto", "filen", "the file")
DRY_RUN = Text(
    "näytä vain, mitä tuotaisiin", "visa bara vad som skulle importeras", "only show what would be"
)
EXPORT = Text(
    "Vie oikeudet ja niiden historia CSV-tiedostoon.",
    "Exportera behörigheterna och deras historia till en CSV-fil.",
    "Export the rights and their history to a CSV file.",
)
REPORT = Text(
    "Kirjoita omavalvonnan raportti (PDF/A).",
    "Skriv en rapport för egenkontrollen (PDF/A).",
    "Write the report for own supervision (PDF/A).",
)
TWO_PERSONS = Text(
    "Aseta, tarvitaanko mitätöintiin kaksi henkilöä.",
    "Ställ in om makulering kräver två personer.",
    "Set whether an invalidation takes two persons.",
)
ON_OR_OFF = Text("on tai off", "on eller off", "on or off")

# What the commands say
HEAD = (
    Text("Nro", "Nr", "No."),
    Text("Henkilö", "Person", "Person"),
    Text("Tunniste", "Identifierare", "Identifier"),
    Text("Rooli", "Roll", "Role"),
    Text("Voimassa", "Gäller", "Valid"),
    Text("Tila", "Läge", "State"),
    Text("Peruste", "Grund", "Basis"),
)
CHANGES_HEAD = (
    Text("Nro", "Nr", "No."),
    Text("Aika", "Tid", "Time"),
    Text("Tekijä", "Gjord av", "Made by"),
    Text("Muutos", "Ändring", "Change"),
)
NO_RIGHTS = Text("Ei oikeuksia.", "Inga behörigheter.", "No rights.")
NOTHING_ENDS = Text(
    "Mikään oikeus ei pääty 90 päivän kuluessa.",
    "Ingen behörighet upphör inom 90 dagar.",
    "No right ends within 90 days.",
)
ENDS = Counted(
    Text("{n} päivän päästä", "om {n} dag", "in {n} day"),
    Text("{n} päivän päästä", "om {n} dagar", "in {n} days"),
)
GRANTED = Text(
    "Oikeus {id} myönnettiin: {name}, {role}.",
    "Behörigheten {id} beviljades: {name}, {role}.",
    "Right {id} was granted: {name}, {role}.",
)
REVOKED = Text(
    "Oikeus {id} peruttiin.", "Behörigheten {id} återkallades.", "Right {id} was revoked."
)
IMPORTED = Counted(
    Text("Tuotiin {n} oikeus.", "{n} behörighet importerades.", "{n} right was imported."),
    Text("Tuotiin {n} oikeutta.", "{n} behörigheter importerades.", "{n} rights were imported."),
)
WOULD_IMPORT = Text(
    "Tiedostossa on uusia oikeuksia {fresh}, voimassa olevia {known}, päättyneitä {over}, "
    "virheitä {faults}.",
    "I filen finns nya behörigheter {fresh}, gällande {known}, upphörda {over}, fel {faults}.",
    "In the file: new rights {fresh}, in force already {known}, over {over}, faults {faults}.",
)
FIRST_MADE = Text(
    "{name} on nyt rekisterin {register} pääkäyttäjä.",
    "{name} är nu huvudanvändare i registret {register}.",
    "{name} is now the administrator of the register {register}.",
)
TWO_ON = Text(
    "Mitätöintiin tarvitaan nyt kaksi henkilöä.",
    "Makulering kräver nu två personer.",
    "An invalidation now takes two persons.",
)
TWO_OFF = Text(
    "Mitätöintiin riittää nyt yksi henkilö.",
    "För makulering räcker nu en person.",
    "One person is now enough for an invalidation.",
)
WHICH_BASIS = Text(
    "Anna perusteeksi joko päätös (--decision, --day, --decider) tai valtuus (--mandate, "
    "--number, --mandate-from, --mandate-to).",
    "Ange som grund antingen ett beslut (--decision, --day, --decider) eller en fullmakt "
    "(--mandate, --number, --mandate-from, --mandate-to).",
    "Give as basis either a decision (--decision, --day, --decider) or a mandate (--mandate, "
    "--number, --mandate-from, --mandate-to).",
)
WHICH_REGISTER = Text(
    "Anna rekisterinpitäjän OID ja nimi (--controller, --controller-name).",
    "Ange den personuppgiftsansvariges OID och namn (--controller, --controller-name).",
    "Give the controller's OID and name (--controller, --controller-name).",
)
