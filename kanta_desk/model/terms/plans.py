"""Why a plan of a deployment test could not be read: the reasons of ``PlanUnreadable`` in words.

Each says what is wrong and what to do; the place says where, and no value is repeated, since it
might be personal data.
"""

from __future__ import annotations

from kanta_desk.model.text import Text

PLAN_REASONS: dict[str, Text] = {
    "unreadable": Text(
        "Tiedostoa ei voi lukea. Tarkista, että se on olemassa ja että sinulla on oikeus siihen.",
        "Filen kan inte läsas. Kontrollera att den finns och att du har rätt till den.",
        "The file cannot be read. Check that it is there and that you may read it.",
    ),
    "kind": Text(
        "Suunnitelma luetaan CSV- tai JSON-tiedostosta. Tallenna se jompaankumpaan muotoon.",
        "Planen läses från en CSV- eller JSON-fil. Spara den i någotdera formatet.",
        "A plan is read from a CSV or JSON file. Save it as one of these.",
    ),
    "too large": Text(
        "Tiedosto on liian suuri (yli 5 Mt). Jaa suunnitelma osiin.",
        "Filen är för stor (över 5 MB). Dela upp planen.",
        "The file is too large (over 5 MB). Split the plan.",
    ),
    "too many rows": Text(
        "Rivejä on yli 20 000. Jaa suunnitelma osiin.",
        "Det finns över 20 000 rader. Dela upp planen.",
        "There are over 20,000 rows. Split the plan.",
    ),
    "encoding": Text(
        "Merkistöä ei tunnisteta. Tallenna tiedosto merkistöllä UTF-8.",
        "Teckenkodningen känns inte igen. Spara filen i UTF-8.",
        "The character encoding is not recognised. Save the file as UTF-8.",
    ),
    "csv": Text(
        "Rivi ei ole kelvollista CSV-muotoa. Tarkista lainausmerkit ja erottimet.",
        "Raden är inte giltig CSV. Kontrollera citattecken och avgränsare.",
        "The row is not valid CSV. Check the quotation marks and separators.",
    ),
    "json": Text(
        "Tiedosto ei ole kelvollista JSON-muotoa. Tarkista ilmoitettu kohta.",
        "Filen är inte giltig JSON. Kontrollera det angivna stället.",
        "The file is not valid JSON. Check the place given.",
    ),
    "format": Text(
        "Muoto ei ole kanta-desk-plan-1. Käytä tämän ohjelman suunnitelmapohjaa.",
        "Formatet är inte kanta-desk-plan-1. Använd detta programs mall.",
        "The format is not kanta-desk-plan-1. Use this program's template.",
    ),
    "type": Text(
        "Arvo on väärää tyyppiä. Katso oikea muoto suunnitelmapohjasta.",
        "Värdet är av fel typ. Se formen i mallen.",
        "The value is of the wrong type. See the template for its form.",
    ),
    "too long": Text(
        "Arvo on liian pitkä (yli 1 000 merkkiä). Lyhennä sitä.",
        "Värdet är för långt (över 1 000 tecken). Förkorta det.",
        "The value is too long (over 1,000 characters). Shorten it.",
    ),
    "no header": Text(
        "Otsikkoriviä ei löydy. Ensimmäisellä rivillä on oltava sarakkeiden nimet, ainakin "
        "henkilötunnus.",
        "Rubrikraden saknas. Första raden ska ha kolumnernas namn, åtminstone personbeteckning.",
        "There is no header row. The first row must name the columns, at least the client.",
    ),
    "unknown column": Text(
        "Saraketta ei tunneta, joten sitä ei voi tarkastaa. Korjaa nimi tai aloita se "
        "merkillä #, jolloin sarake ohitetaan.",
        "Kolumnen är okänd och kan inte kontrolleras. Rätta namnet eller börja det med #, så "
        "förbigås kolumnen.",
        "The column is not known and cannot be checked. Correct its name, or begin it with #, "
        "and the column is passed over.",
    ),
    "duplicate column": Text(
        "Sama tieto on kahdessa sarakkeessa. Poista toinen.",
        "Samma uppgift finns i två kolumner. Ta bort den ena.",
        "Two columns hold the same field. Remove one.",
    ),
    "too many values": Text(
        "Rivillä on enemmän arvoja kuin sarakkeita. Tarkista erottimet ja lainausmerkit.",
        "Raden har fler värden än kolumner. Kontrollera avgränsare och citattecken.",
        "The row has more values than columns. Check the separators and quotation marks.",
    ),
    "no documents": Text(
        "Suunnitelmassa ei ole yhtään asiakirjaa.",
        "Planen innehåller inga handlingar.",
        "The plan holds no documents.",
    ),
    "no client": Text(
        "Asiakkaan tunnus puuttuu. Anna testihenkilön henkilötunnus tai tilapäinen yksilöintitunnus.",
        "Klientens beteckning saknas. Ange testpersonens personbeteckning eller en tillfällig beteckning.",
        "The client's identifier is missing. Give the test person's identity code or a temporary "
        "identifier.",
    ),
    "henkilotunnus": Text(
        "Henkilötunnus ei ole kelvollinen. Tarkista se merkki merkiltä.",
        "Personbeteckningen är inte giltig. Kontrollera den tecken för tecken.",
        "The personal identity code is not valid. Check it character by character.",
    ),
    "not a test person": Text(
        "Henkilötunnus ei ole testitunnus. Käyttöönottokokeessa käytetään vain Kelan antamia "
        "testitunnuksia (yksilönumero 900–999).",
        "Personbeteckningen är ingen testbeteckning. I driftsättningsprovet används endast FPA:s "
        "testbeteckningar (individnummer 900–999).",
        "The personal identity code is not a test code. A deployment test uses only the test codes "
        "given by Kela (individual number 900–999).",
    ),
    "temporary": Text(
        "Tilapäinen yksilöintitunnus ei ole kelvollinen. Anna juuriosa (1.2.246.10.….22.…) ja arvo.",
        "Den tillfälliga beteckningen är inte giltig. Ange rotdelen (1.2.246.10.….22.…) och värdet.",
        "The temporary identifier is not valid. Give its root (1.2.246.10.….22.…) and value.",
    ),
    "oid": Text(
        "Arvo ei ole OID-tunnus (numeroita ja pisteitä).",
        "Värdet är inget OID (siffror och punkter).",
        "The value is not an OID (digits and dots).",
    ),
    "time": Text(
        "Aikaa ei voi lukea. Kirjoita se muodossa 20.11.2026 10.05 tai 2026-11-20T10:05.",
        "Tiden kan inte läsas. Skriv den som 20.11.2026 10.05 eller 2026-11-20T10:05.",
        "The time cannot be read. Write it as 20.11.2026 10.05 or 2026-11-20T10:05.",
    ),
    "version": Text(
        "Version on oltava kokonaisluku 1, 2, 3 …",
        "Versionen ska vara ett heltal 1, 2, 3 …",
        "The version must be a whole number 1, 2, 3 …",
    ),
    "duplicate key": Text(
        "Sama avain on toisella rivillä. Anna jokaiselle asiakirjalle oma avain.",
        "Samma nyckel finns på en annan rad. Ge varje handling en egen nyckel.",
        "Another row has the same key. Give each document its own.",
    ),
    "duplicate document": Text(
        "Sama asiakirjan tunnus on toisella rivillä.",
        "Samma handlings-id finns på en annan rad.",
        "Another row names the same document.",
    ),
    "path": Text(
        "Lähdetiedoston on oltava suunnitelman kansiossa tai sen alla. Anna suhteellinen polku.",
        "Källfilen ska finnas i planens mapp eller under den. Ange en relativ sökväg.",
        "The source file must be in the plan's folder or below it. Give a relative path.",
    ),
    "source kind": Text(
        "Lähdetiedostoa ei osata lukea. Kelvollisia ovat XHTML, HTML, PDF, TXT ja JSON.",
        "Källfilens typ kan inte läsas. Godkända typer är XHTML, HTML, PDF, TXT och JSON.",
        "The kind of the source file cannot be read. Use XHTML, HTML, PDF, TXT or JSON.",
    ),
}
