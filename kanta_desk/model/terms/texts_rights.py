"""What is told of rights: why an act is refused, what a grant or a file of them lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from kanta_desk import errors as e
from kanta_desk.model.events import EVENT_NAMES
from kanta_desk.model.rights import REFUSAL_NAMES
from kanta_desk.model.terms.told import REASON, Detail, Told
from kanta_desk.model.text import Counted, Text

_ACT = Detail(
    "act",
    Text("Toiminto: {value}.", "Åtgärd: {value}.", "Act: {value}."),
    cast("Mapping[str, Text]", EVENT_NAMES),  # as it is then: the names are read later
)
_REGISTER = Detail(
    "register", Text("Rekisteri: {value}.", "Register: {value}.", "Register: {value}.")
)
_WHY = Detail(
    "reason",
    REASON.text,
    {refusal.value: name for refusal, name in REFUSAL_NAMES.items()},
)

FIELD_NAMES: dict[str, Text] = {
    "id": Text("oikeus", "behörigheten", "the right"),
    "identifier": Text("tunniste", "identifieraren", "the identifier"),
    "kind": Text("tunnisteen laji", "identifierarens slag", "the kind of identifier"),
    "issuer": Text("kortin myöntäjä", "kortets utfärdare", "the card's issuer"),
    "name": Text("nimi", "namnet", "the name"),
    "role": Text("rooli", "rollen", "the role"),
    "controller": Text("rekisterinpitäjä", "den personuppgiftsansvarige", "the controller"),
    "register": Text("rekisteri", "registret", "the register"),
    "basis": Text("peruste", "grunden", "the basis"),
    "basis_kind": Text("perusteen laji", "grundens slag", "the kind of basis"),
    "basis_number": Text("perusteen numero", "grundens nummer", "the basis's number"),
    "basis_day": Text("päätöksen päivä", "beslutets datum", "the decision's date"),
    "basis_from": Text("valtuuden alkupäivä", "fullmaktens första dag", "the mandate's first day"),
    "basis_to": Text("valtuuden loppupäivä", "fullmaktens sista dag", "the mandate's last day"),
    "decider": Text("päättäjä", "beslutsfattaren", "the decider"),
    "valid_from": Text("alkupäivä", "första dagen", "the first day"),
    "valid_to": Text("loppupäivä", "sista dagen", "the last day"),
    "reason": Text("syy", "orsaken", "the reason"),
    "two_persons": Text("kahden henkilön sääntö", "tvåpersonersregeln", "the two-person rule"),
    "file": Text("tiedosto", "filen", "the file"),
}
"""The fields of a grant, for errors and for the head of a table."""

FIELD_REASONS: dict[str, Text] = {
    "empty": Text("arvo puuttuu", "värdet saknas", "the value is missing"),
    "length": Text(
        "teksti on liian pitkä (enintään 200 merkkiä)",
        "texten är för lång (högst 200 tecken)",
        "the text is too long (at most 200 characters)",
    ),
    "form": Text("muoto ei ole oikea", "formen är inte rätt", "the form is not right"),
    "choice": Text(
        "arvo ei ole mikään sallituista",
        "värdet är inget av de tillåtna",
        "the value is none of those allowed",
    ),
    "date": Text(
        "päivä ei ole muotoa 31.12.2026 tai 2026-12-31",
        "datumet har inte formen 31.12.2026 eller 2026-12-31",
        "the date is not of the form 31.12.2026 or 2026-12-31",
    ),
    "henkilotunnus": Text(
        "arvo on henkilötunnus; käytä kortin tunnistetta",
        "värdet är en personbeteckning; använd kortets identifierare",
        "the value is a personal identity code; use the identifier on the card",
    ),
    "registration": Text(
        "rekisteröintinumerossa on 11 numeroa",
        "ett registreringsnummer har 11 siffror",
        "a registration number has 11 digits",
    ),
    "order": Text(
        "loppupäivä on ennen alkupäivää",
        "sista dagen är före den första",
        "the last day is before the first",
    ),
    "past": Text(
        "voimassaolo on jo päättynyt",
        "giltighetstiden har redan gått ut",
        "its time is already over",
    ),
    "future": Text("päivä on tulevaisuudessa", "dagen är i framtiden", "the day is in the future"),
    "outside the mandate": Text(
        "voimassaolo ei osu valtuuden voimassaoloon",
        "giltighetstiden sammanfaller inte med fullmaktens",
        "its time does not meet the mandate's",
    ),
    "statement": Text(
        "perusteeksi tarvitaan Suomi.fi-valtuus tai päätös",
        "som grund behövs en Suomi.fi-fullmakt eller ett beslut",
        "a Suomi.fi mandate or a decision is needed as basis",
    ),
    "duplicate": Text(
        "henkilöllä on jo sama oikeus",
        "personen har redan samma behörighet",
        "the person already has the same right",
    ),
    "another right": Text(
        "uusi oikeus on eri henkilön tai eri roolin",
        "den nya behörigheten gäller en annan person eller roll",
        "the new right is another person's or role's",
    ),
    "unknown": Text(
        "tällaista voimassa olevaa oikeutta ei ole",
        "det finns ingen sådan gällande behörighet",
        "there is no such right in force",
    ),
    "unchanged": Text("asetus on jo näin", "inställningen är redan sådan", "it is so already"),
    "nothing new": Text(
        "tiedostossa ei ole uusia oikeuksia",
        "det finns inga nya behörigheter i filen",
        "the file holds no new rights",
    ),
    "columns": Text(
        "rivillä on eri määrä sarakkeita kuin otsikkorivillä",
        "raden har ett annat antal kolumner än rubrikraden",
        "the row has another number of columns than the head",
    ),
    "missing column": Text(
        "sarake puuttuu otsikkoriviltä",
        "kolumnen saknas på rubrikraden",
        "the column is missing from the head",
    ),
    "unknown column": Text("saraketta ei tunneta", "kolumnen är okänd", "the column is not known"),
    "other register": Text(
        "rivi koskee muuta rekisteriä kuin valittua",
        "raden gäller ett annat register än det valda",
        "the row is of another register than the chosen one",
    ),
    "encoding": Text(
        "tiedosto ei ole UTF-8-muodossa; tallenna se muodossa CSV UTF-8",
        "filen är inte i UTF-8; spara den som CSV UTF-8",
        "the file is not in UTF-8; save it as CSV UTF-8",
    ),
    "size": Text("tiedosto on liian suuri", "filen är för stor", "the file is too large"),
    "no rows": Text(
        "tiedostossa ei ole rivejä", "det finns inga rader i filen", "the file holds no rows"
    ),
}
"""What can be wrong with a field."""

_FIELD = Detail("field", Text("Kenttä: {value}.", "Fält: {value}.", "Field: {value}."), FIELD_NAMES)
_FIELD_REASON = Detail("reason", REASON.text, FIELD_REASONS)

TEXTS: dict[type[e.KantaError], Told] = {
    e.RightMissing: Told(
        Text(
            "Sinulla ei ole oikeutta tähän",
            "Du har inte rätt till detta",
            "You have no right to do this",
        ),
        Text(
            "Käyttöoikeutesi eivät kata tätä toimintoa valitussa rekisterissä. Yritys kirjattiin käyttölokiin.",
            "Dina behörigheter omfattar inte åtgärden i det valda registret. Försöket antecknades i användningsloggen.",
            "Your rights do not cover this act in the chosen register. The attempt was written to the access log.",
        ),
        Text(
            "Tarkista valittu rekisteri. Jos työtehtäväsi edellyttää oikeutta, pyydä se Kanta Deskin pääkäyttäjältä.",
            "Kontrollera valt register. Om dina arbetsuppgifter kräver behörigheten, be huvudanvändaren för Kanta Desk om den.",
            "Check the chosen register. If your work needs the right, ask the administrator of Kanta Desk for it.",
        ),
        (_WHY, _ACT, _REGISTER),
    ),
    e.ClockJumped: Told(
        Text(
            "Tietokoneen kelloon ei voi luottaa",
            "Datorns klocka är inte tillförlitlig",
            "The computer's clock cannot be trusted",
        ),
        Text(
            "Kello on siirtynyt kesken työn, tai se on jäljessä käyttölokin viimeisestä tapahtumasta. Siksi mitään ei mitätöity, eikä oikeuksia tai asetuksia muutettu.",
            "Klockan har flyttats under arbetet eller går efter användningsloggens senaste händelse. Därför makulerades ingenting, och behörigheter och inställningar ändrades inte.",
            "The clock was moved during the work, or it is behind the last event of the access log. So nothing was invalidated, and no right or setting was changed.",
        ),
        Text(
            "Aseta kello oikeaan aikaan ja kirjaudu sisään uudelleen. Jos kello on ollut edellä, odota käyttölokin viimeisen tapahtuman aikaan tai pyydä apua tuesta.",
            "Ställ klockan rätt och logga in på nytt. Om klockan har gått före, vänta till tiden för loggens senaste händelse eller be supporten om hjälp.",
            "Set the clock right and sign in again. If it was ahead, wait until the time of the log's last event or ask support for help.",
        ),
        (
            Detail(
                "minutes",
                Counted(
                    Text(
                        "Ero on {n} minuutti.", "Skillnaden är {n} minut.", "It is {n} minute off."
                    ),
                    Text(
                        "Ero on {n} minuuttia.",
                        "Skillnaden är {n} minuter.",
                        "It is {n} minutes off.",
                    ),
                ),
            ),
        ),
    ),
    e.LastAdministrator: Told(
        Text(
            "Viimeistä pääkäyttäjää ei voi poistaa",
            "Den sista huvudanvändaren kan inte tas bort",
            "The last administrator cannot be removed",
        ),
        Text(
            "Muutoksen jälkeen kukaan ei voisi hallita rekisterin käyttöoikeuksia. Mitään ei muutettu.",
            "Efter ändringen skulle ingen kunna förvalta registrets behörigheter. Ingenting ändrades.",
            "After the change nobody could administer the register's rights. Nothing was changed.",
        ),
        Text(
            "Myönnä pääkäyttäjän rooli ensin toiselle henkilölle.",
            "Bevilja först en annan person rollen huvudanvändare.",
            "Grant the administrator's role to another person first.",
        ),
    ),
    e.SelfGrant: Told(
        Text(
            "Et voi myöntää oikeutta itsellesi",
            "Du kan inte bevilja dig själv behörighet",
            "You cannot grant a right to yourself",
        ),
        Text(
            "Rekisterillä on toinenkin pääkäyttäjä, joten oikeutesi päättää hän. Mitään ei muutettu.",
            "Registret har också en annan huvudanvändare, som beslutar om din behörighet. Ingenting ändrades.",
            "The register has another administrator too, who decides on your rights. Nothing was changed.",
        ),
        Text(
            "Pyydä oikeus toiselta pääkäyttäjältä.",
            "Be den andra huvudanvändaren om behörigheten.",
            "Ask the other administrator for the right.",
        ),
    ),
    e.RegisterNotEmpty: Told(
        Text(
            "Rekisterillä on jo ollut pääkäyttäjä",
            "Registret har redan haft en huvudanvändare",
            "The register has had an administrator",
        ),
        Text(
            "Ensimmäinen pääkäyttäjä nimetään vain, kun rekisterin oikeuksista ei ole yhtään merkintää. Mitään ei muutettu.",
            "Den första huvudanvändaren utses bara när det inte finns någon anteckning om registrets behörigheter. Ingenting ändrades.",
            "A first administrator is made only where nothing was recorded of the register's rights. Nothing was changed.",
        ),
        Text(
            "Pyydä käyttöoikeus nykyiseltä pääkäyttäjältä. Jos käyttölokista puuttuu merkintöjä, palauta loki varmuuskopiosta.",
            "Be den nuvarande huvudanvändaren om behörighet. Om anteckningar saknas i användningsloggen, återställ loggen från säkerhetskopian.",
            "Ask the present administrator for the right. If records are missing from the access log, restore it from its backup.",
        ),
    ),
    e.GrantInvalid: Told(
        Text(
            "Käyttöoikeuden tiedoissa on virhe",
            "Det finns ett fel i behörighetens uppgifter",
            "There is a fault in the right's details",
        ),
        Text("Mitään ei muutettu.", "Ingenting ändrades.", "Nothing was changed."),
        Text(
            "Korjaa mainittu kenttä ja yritä uudelleen.",
            "Rätta det nämnda fältet och försök på nytt.",
            "Correct the field named and try again.",
        ),
        (_FIELD, _FIELD_REASON),
    ),
    e.RightsFileFault: Told(
        Text(
            "Käyttöoikeustiedostossa on virhe",
            "Det finns ett fel i behörighetsfilen",
            "There is a fault in the file of rights",
        ),
        Text(
            "Tiedostosta ei tuotu yhtään oikeutta.",
            "Inga behörigheter importerades ur filen.",
            "No right was imported from the file.",
        ),
        Text(
            "Korjaa tiedoston mainittu kohta ja tuo tiedosto uudelleen.",
            "Rätta det nämnda stället i filen och importera den på nytt.",
            "Correct the place named in the file and import it again.",
        ),
        (
            Detail("row", Text("Rivi: {value}.", "Rad: {value}.", "Row: {value}.")),
            Detail("column", Text("Sarake: {value}.", "Kolumn: {value}.", "Column: {value}.")),
            _FIELD_REASON,
        ),
    ),
}
