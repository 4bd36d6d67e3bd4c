"""Plans in words: why one could not be read (the reasons of ``PlanUnreadable``), and what files of a
folder told.

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
        "Suunnitelma luetaan CSV-, XLSX- tai JSON-tiedostosta tai kansiosta. Tallenna se jossakin "
        "näistä muodoista.",
        "Planen läses från en CSV-, XLSX- eller JSON-fil eller en mapp. Spara den i något av dessa "
        "format.",
        "A plan is read from a CSV, XLSX or JSON file, or a folder. Save it as one of these.",
    ),
    "too large": Text(
        "Tiedosto tai kansio on liian suuri. Jaa suunnitelma osiin.",
        "Filen eller mappen är för stor. Dela upp planen.",
        "The file or folder is too large. Split the plan.",
    ),
    "too many files": Text(
        "Kansiossa on yli 5 000 tiedostoa. Jaa vienti osiin.",
        "Mappen innehåller över 5 000 filer. Dela upp exporten.",
        "The folder holds over 5,000 files. Split the export.",
    ),
    "too many columns": Text(
        "Sarakkeita on yli 200. Poista ne, joita suunnitelma ei tarvitse.",
        "Det finns över 200 kolumner. Ta bort dem som planen inte behöver.",
        "There are over 200 columns. Remove those that the plan does not need.",
    ),
    "xlsx": Text(
        "Tiedosto ei ole kelvollinen Excel-työkirja. Avaa se taulukko-ohjelmassa ja tallenna "
        "uudelleen XLSX-muotoon.",
        "Filen är ingen giltig Excel-arbetsbok. Öppna den i ett kalkylprogram och spara den på nytt "
        "som XLSX.",
        "The file is not a valid Excel workbook. Open it in a spreadsheet program and save it again "
        "as XLSX.",
    ),
    "encrypted": Text(
        "Työkirja on salasanan takana tai vanhaa XLS-muotoa. Tallenna se XLSX-muotoon ilman "
        "salasanaa.",
        "Arbetsboken har lösenord eller är i det gamla XLS-formatet. Spara den som XLSX utan "
        "lösenord.",
        "The workbook has a password or is of the old XLS form. Save it as XLSX without one.",
    ),
    "formula": Text(
        "Solun kaavan arvoa ei ole laskettu. Avaa työkirja taulukko-ohjelmassa ja tallenna se, tai "
        "korvaa kaava arvolla.",
        "Cellens formel har inte räknats ut. Öppna arbetsboken i ett kalkylprogram och spara den, "
        "eller ersätt formeln med värdet.",
        "The cell's formula was never calculated. Open the workbook in a spreadsheet program and "
        "save it, or put the value in its place.",
    ),
    "formula error": Text(
        "Solun kaava antaa virheen. Korjaa kaava tai korvaa se arvolla.",
        "Cellens formel ger ett fel. Rätta formeln eller ersätt den med värdet.",
        "The cell's formula gives an error. Correct it or put the value in its place.",
    ),
    "no such sheet": Text(
        "Tämän nimistä taulukkoa ei ole. Tarkista nimi.",
        "Det finns inget blad med detta namn. Kontrollera namnet.",
        "There is no sheet of this name. Check the name.",
    ),
    "mapping": Text(
        "Tiedosto ei ole tämän ohjelman sarakeasetus. Valitse toinen tiedosto.",
        "Filen är ingen kolumninställning för detta program. Välj en annan fil.",
        "The file is not a column setting of this program. Choose another.",
    ),
    "no file recognised": Text(
        "Yhdestäkään tiedostosta ei löytynyt asiakkaan henkilötunnusta nimestä eikä sisällöstä. "
        "Lisää tunnus tiedostojen tai kansioiden nimiin, tai tee suunnitelma taulukkona.",
        "I ingen fil hittades klientens personbeteckning i namnet eller innehållet. Lägg till den i "
        "filernas eller mapparnas namn, eller gör planen som tabell.",
        "No file told its client's identity code by name or content. Put it in the names of the "
        "files or folders, or make the plan as a table.",
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
    "unsure column": Text(
        "Sarakkeen merkitys on arvattu nimestä tai arvoista. Vahvista se sarakkeiden sivulla tai "
        'käytä pohjan nimeä; komennossa: --map "OTSIKKO=nimi".',
        "Kolumnens betydelse är gissad av namnet eller värdena. Bekräfta den på kolumnernas sida "
        'eller använd mallens namn; i kommandot: --map "RUBRIK=namn".',
        "What the column means was guessed by its name or values. Confirm it on the page of columns "
        'or use the template\'s name; in the command: --map "HEADER=name".',
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
    "clock": Text(
        "Kellonaikaa ei voi lukea. Kirjoita se muodossa 10.05.",
        "Klockslaget kan inte läsas. Skriv det som 10.05.",
        "The time of day cannot be read. Write it as 10.05.",
    ),
    "count": Text(
        "Määrän on oltava kokonaisluku 0, 1, 2 …",
        "Antalet ska vara ett heltal 0, 1, 2 …",
        "The count must be a whole number 0, 1, 2 …",
    ),
    "days reversed": Text(
        "Viimeinen päivä on ennen ensimmäistä. Vaihda ne keskenään.",
        "Sista dagen är före den första. Byt plats på dem.",
        "The last day is before the first. Change them over.",
    ),
    "sha256": Text(
        "Tiiviste ei ole SHA-256 (64 merkkiä 0–9, a–f). Poista se, jos et tiedä sitä.",
        "Kontrollsumman är inte SHA-256 (64 tecken 0–9, a–f). Ta bort den om du inte känner den.",
        "The hash is not a SHA-256 (64 characters 0–9, a–f). Remove it if you do not know it.",
    ),
    "yes or no": Text(
        "Arvon on oltava kyllä tai ei.",
        "Värdet ska vara ja eller nej.",
        "The value must be yes or no.",
    ),
    "kind of test": Text(
        "Kokeen lajia ei tunneta. Valitse se suunnitelmapohjan luettelosta.",
        "Provets art är okänd. Välj den i mallens lista.",
        "The kind of test is not known. Choose it from the template's list.",
    ),
    "two sources": Text(
        "Rivillä on sekä lähdetiedosto että sisältö. Jätä niistä toinen.",
        "Raden har både källfil och innehåll. Behåll den ena.",
        "The row has both a source file and content. Keep one.",
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
        "Lähdetiedostoa ei osata lukea. Kelvollisia ovat XHTML, HTML, PDF, DOCX, TXT ja JSON.",
        "Källfilens typ kan inte läsas. Godkända typer är XHTML, HTML, PDF, DOCX, TXT och JSON.",
        "The kind of the source file cannot be read. Use XHTML, HTML, PDF, DOCX, TXT or JSON.",
    ),
    "source missing": Text(
        "Lähdetiedostoa ei ole suunnitelman kansiossa. Lisää tiedosto tai korjaa sen nimi.",
        "Källfilen finns inte i planens mapp. Lägg till filen eller rätta dess namn.",
        "The source file is not in the plan's folder. Add the file or correct its name.",
    ),
}

# What told a value of a file in a folder, and why a file is no part of the plan.
TOLD_BY: dict[str, Text] = {
    "name": Text("nimestä", "av namnet", "by its name"),
    "content": Text("sisällöstä", "av innehållet", "by its content"),
}
PASSED: dict[str, Text] = {
    "kind": Text(
        "tiedoston lajia ei lueta", "filtypen läses inte", "files of this kind are not read"
    ),
    "table": Text(
        "taulukko: avaa se itse suunnitelmana",
        "tabell: öppna den själv som plan",
        "a table: open it as the plan itself",
    ),
    "unreadable": Text("tiedostoa ei voi lukea", "filen kan inte läsas", "the file cannot be read"),
    "no client": Text(
        "henkilötunnusta ei ole nimessä eikä sisällössä",
        "personbeteckning saknas i namn och innehåll",
        "no identity code in name or content",
    ),
    "two clients": Text(
        "sisällössä on useita henkilötunnuksia, eikä nimi kerro oikeaa",
        "innehållet har flera personbeteckningar och namnet säger inte vilken",
        "several identity codes in the content, and the name does not tell which",
    ),
    "another form": Text(
        "saman asiakirjan toinen muoto",
        "en annan form av samma handling",
        "another form of the same document",
    ),
}
