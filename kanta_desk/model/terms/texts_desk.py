"""What is told of input, settings, the access log, rights and the deployment test."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.plans import PLAN_REASONS
from kanta_desk.model.terms.told import PLACE, REASON, Detail, Told
from kanta_desk.model.text import Counted, Text

_KIND = Detail(
    "kind",
    Text("Kyseessä on {value}.", "Det gäller {value}.", "It concerns {value}."),
    {
        "henkilotunnus": Text("henkilötunnus", "en personbeteckning", "a personal identity code"),
        "oid": Text("OID-tunnus", "ett OID", "an OID"),
        "ytunnus": Text("Y-tunnus", "ett FO-nummer", "a business ID"),
        "temporary": Text(
            "tilapäinen yksilöintitunnus", "en tillfällig beteckning", "a temporary identifier"
        ),
        "name": Text(
            "nimi ja syntymäaika", "ett namn och en födelsetid", "a name and a date of birth"
        ),
        "case": Text("asiatunnus", "ett ärendenummer", "a case number"),
        "key": Text("hakuehto", "ett sökvillkor", "a search key"),
    },
)
_IDENTIFIER_REASON = Detail(
    "reason",
    REASON.text,
    {
        "form": Text("muoto ei ole oikea", "formen är inte rätt", "the form is not right"),
        "date": Text(
            "syntymäaikaa ei ole kalenterissa",
            "födelsedatumet finns inte i kalendern",
            "there is no such date of birth",
        ),
        "number": Text(
            "yksilönumero ei ole käytössä",
            "individnumret används inte",
            "the individual number is not in use",
        ),
        "check": Text(
            "tarkistusmerkki ei täsmää",
            "kontrolltecknet stämmer inte",
            "the check character does not match",
        ),
        "arc": Text(
            "tunnus ei voi alkaa näin",
            "beteckningen kan inte börja så",
            "the identifier cannot begin so",
        ),
        "birth": Text("syntymäaika puuttuu", "födelsetiden saknas", "the date of birth is missing"),
        "sign": Text(
            "välimerkki tai loppuosa puuttuu",
            "tecknet eller slutet saknas",
            "its sign or its end is missing",
        ),
        "value": Text(
            "juuren perästä puuttuu itse tunnus",
            "själva beteckningen saknas efter roten",
            "the value is missing after the root",
        ),
        "elsewhere": Text(
            "luvat, kiellot ja informoinnit ovat Tahdonilmaisupalvelussa, jota arkistonhoitaja ei näe",
            "tillstånd, förbud och informationer finns i viljeyttringstjänsten, som arkivarien inte ser",
            "permits, prohibitions and information are in Tahdonilmaisupalvelu, which the archivist does not see",
        ),
        "root": Text(
            "juuriosa ei ole tilapäisen yksilöintitunnuksen",
            "rotdelen hör inte till en tillfällig beteckning",
            "the root is not one of temporary identifiers",
        ),
        "name": Text(
            "etunimi tai sukunimi puuttuu",
            "förnamnet eller efternamnet saknas",
            "the first name or the surname is missing",
        ),
        "length": Text("arvo on liian pitkä", "värdet är för långt", "the value is too long"),
        "empty": Text("tunnus puuttuu", "beteckningen saknas", "the identifier is missing"),
    },
)
_FOLDER = Detail("folder", Text("Kansio: {value}.", "Mapp: {value}.", "Folder: {value}."))
_PORT = Detail("port", Text("Portti: {value}.", "Port: {value}.", "Port: {value}."))
_FILE = Detail("file", Text("Tiedosto: {value}.", "Fil: {value}.", "File: {value}."))
_VALUE = Detail("value", Text("Annettiin: {value}.", "Angivet: {value}.", "Given: {value}."))
_PLAN_REASON = Detail("reason", Text("{value}", "{value}", "{value}"), PLAN_REASONS)
_OTHERS = Detail(
    "others",
    Counted(
        Text("Lisäksi 1 muu virhe.", "Dessutom 1 annat fel.", "And 1 other fault."),
        Text("Lisäksi {n} muuta virhettä.", "Dessutom {n} andra fel.", "And {n} other faults."),
    ),
)

TEXTS: dict[type[e.KantaError], Told] = {
    e.KantaError: Told(
        Text("Jokin meni vikaan", "Något gick fel", "Something went wrong"),
        Text(
            "Ohjelma kohtasi tilanteen, jota se ei osaa nimetä.",
            "Programmet stötte på en situation som det inte kan namnge.",
            "The program met a situation that it cannot name.",
        ),
        Text(
            "Yritä uudelleen. Jos sama toistuu, kerro tuelle, mitä olit tekemässä.",
            "Försök igen. Om felet upprepas, berätta för supporten vad du höll på med.",
            "Try again. If it happens again, tell support what you were doing.",
        ),
    ),
    e.Cancelled: Told(
        Text("Toiminto peruttiin", "Åtgärden avbröts", "The work was cancelled"),
        Text(
            "Keskeytit toiminnon, ennen kuin se oli valmis.",
            "Du avbröt åtgärden innan den var klar.",
            "You stopped the work before it was done.",
        ),
        Text(
            "Voit aloittaa sen uudelleen milloin vain.",
            "Du kan börja om när du vill.",
            "You can start it again at any time.",
        ),
    ),
    e.InvalidIdentifier: Told(
        Text("Tunnus on virheellinen", "Beteckningen är felaktig", "The identifier is not valid"),
        Text(
            "Annettu tunnus ei voi olla oikea, joten sillä ei tehty mitään.",
            "Beteckningen kan inte vara rätt, så ingenting gjordes med den.",
            "The identifier cannot be right, so nothing was done with it.",
        ),
        Text(
            "Tarkista tunnus merkki merkiltä ja anna se uudelleen.",
            "Kontrollera beteckningen tecken för tecken och ange den på nytt.",
            "Check the identifier character by character and enter it again.",
        ),
        (_KIND, _IDENTIFIER_REASON),
    ),
    e.InvalidTime: Told(
        Text("Aikaa ei voi lukea", "Tiden kan inte läsas", "The time cannot be read"),
        Text(
            "Annettu arvo ei ole päivä tai kellonaika odotetussa muodossa.",
            "Värdet är inget datum eller klockslag i väntad form.",
            "The value is not a date or time in the expected form.",
        ),
        Text(
            "Kirjoita päivä muodossa 22.11.2026 ja tarkista, että se on kalenterissa.",
            "Skriv datumet i formen 22.11.2026 och kontrollera att det finns i kalendern.",
            "Write the date as 22.11.2026 and check that there is such a day.",
        ),
        (_VALUE,),
    ),
    e.SettingsUnreadable: Told(
        Text(
            "Asetustiedostossa on virhe",
            "Det finns ett fel i en inställningsfil",
            "A settings file has a fault",
        ),
        Text(
            "Ohjelma ei voi lukea yhtä tiedostoistaan eikä arvaa, mitä siinä tarkoitetaan.",
            "Programmet kan inte läsa en av sina filer och gissar inte vad som avses.",
            "The program cannot read one of its files, and does not guess what was meant.",
        ),
        Text(
            "Pyydä ylläpitäjää korjaamaan mainittu kohta. Jos tiedosto kuuluu ohjelmaan itseensä, asenna ohjelma uudelleen.",
            "Be administratören rätta det nämnda stället. Om filen hör till själva programmet, installera programmet på nytt.",
            "Ask the administrator to correct the place named. If the file is part of the program itself, install the program again.",
        ),
        (PLACE, REASON),
    ),
    e.FolderNotWritable: Told(
        Text(
            "Kansioon ei voi kirjoittaa",
            "Det går inte att skriva i mappen",
            "The folder cannot be written to",
        ),
        Text(
            "Käyttöjärjestelmä ei anna ohjelman tallentaa tiedostoja tähän kansioon.",
            "Operativsystemet låter inte programmet spara filer i mappen.",
            "The operating system does not let the program store files in this folder.",
        ),
        Text(
            "Tarkista levytila ja kansion oikeudet, tai pyydä ylläpitäjää tarkistamaan ne.",
            "Kontrollera diskutrymmet och mappens rättigheter, eller be administratören göra det.",
            "Check the disk space and the folder's permissions, or ask the administrator to.",
        ),
        (_FOLDER, REASON),
    ),
    e.PortTaken: Told(
        Text("Portti ei ole vapaa", "Porten är inte ledig", "The port is not free"),
        Text(
            "Harjoitusarkisto ei voi vastata tässä portissa: toinen ohjelma käyttää sitä, tai "
            "käyttöjärjestelmä ei anna sitä.",
            "Övningsarkivet kan inte svara på porten: ett annat program använder den, eller "
            "operativsystemet ger den inte.",
            "The stand-in archive cannot answer on this port: another program uses it, or the "
            "operating system does not give it.",
        ),
        Text(
            "Anna toinen portti, tai jätä se antamatta, jolloin ohjelma valitsee vapaan.",
            "Ange en annan port, eller ange ingen, så väljer programmet en ledig.",
            "Give another port, or give none and the program chooses a free one.",
        ),
        (_PORT, REASON),
    ),
    e.SecretStoreMissing: Told(
        Text("Avainnippua ei löydy", "Ingen nyckelring hittades", "No keyring found"),
        Text(
            "Käyttöjärjestelmä ei tarjoa avainnippua, jossa avaimet säilyisivät suojattuina. Ohjelma ei tallenna niitä muualle.",
            "Operativsystemet erbjuder ingen nyckelring där nycklarna kan förvaras skyddade. Programmet sparar dem inte någon annanstans.",
            "The operating system offers no keyring to keep keys safe. The program does not store them anywhere else.",
        ),
        Text(
            "Pyydä ylläpitäjää ottamaan käyttöön järjestelmän avainnippu: Windowsissa Tunnistetietojen hallinta, macOS:ssä Avainnippu, Linuxissa Secret Service.",
            "Be administratören ta i bruk systemets nyckelring: i Windows Autentiseringshanteraren, i macOS Nyckelring, i Linux Secret Service.",
            "Ask the administrator to turn on the system's keyring: Credential Manager on Windows, Keychain on macOS, Secret Service on Linux.",
        ),
    ),
    e.LogUnavailable: Told(
        Text(
            "Käyttölokiin ei voi kirjoittaa",
            "Det går inte att skriva i användningsloggen",
            "The access log cannot be written to",
        ),
        Text(
            "Laki vaatii, että asiakastietojen käyttö kirjataan. Koska kirjaaminen ei onnistu, mitään ei haettu eikä mitään näytetä.",
            "Lagen kräver att användningen av klientuppgifter antecknas. Eftersom det inte går, hämtades ingenting och ingenting visas.",
            "The law requires every use of client data to be logged. Since that cannot be done, nothing was fetched and nothing is shown.",
        ),
        Text(
            "Vapauta levytilaa tai pyydä ylläpitäjää tarkistamaan lokikansion oikeudet, ja yritä sitten uudelleen.",
            "Frigör diskutrymme eller be administratören kontrollera loggmappens rättigheter, och försök sedan igen.",
            "Free some disk space, or ask the administrator to check the permissions of the log's folder, then try again.",
        ),
        (PLACE, REASON),
    ),
    e.LogDamaged: Told(
        Text(
            "Käyttöloki on vaurioitunut", "Användningsloggen är skadad", "The access log is damaged"
        ),
        Text(
            "Loki ei vastaa omia tiivisteitään: jotain on muuttunut tai puuttuu. Asiakastietoja ei näytetä, ennen kuin asia on selvitetty.",
            "Loggen motsvarar inte sina egna kondensat: något har ändrats eller saknas. Klientuppgifter visas inte förrän saken är utredd.",
            "The log does not match its own hashes: something was changed or is missing. No client data is shown until this is settled.",
        ),
        Text(
            "Älä poista tai muuta lokitiedostoja. Ilmoita asiasta tietosuojavastaavalle ja tukeen. Lokin tarkastus nimeää tapahtuman, josta vika alkaa.",
            "Ta inte bort och ändra inte loggfilerna. Meddela dataskyddsombudet och supporten. Kontrollen av loggen anger händelsen där felet börjar.",
            "Do not delete or change the log files. Tell the data protection officer and support. Verifying the log names the event where the fault begins.",
        ),
        (PLACE, REASON),
    ),
    e.LogLocked: Told(
        Text(
            "Käyttöloki on toisen ohjelman käytössä",
            "Användningsloggen används av ett annat program",
            "Another program holds the access log",
        ),
        Text(
            "Lokiin kirjoittaa aina vain yksi ohjelma kerrallaan, ja toinen Kanta Desk on jo auki.",
            "Bara ett program i taget skriver i loggen, och ett annat Kanta Desk är redan öppet.",
            "Only one program writes the log at a time, and another Kanta Desk is already open.",
        ),
        Text(
            "Sulje toinen Kanta Desk -ikkuna tai odota, että komento päättyy, ja yritä uudelleen.",
            "Stäng det andra Kanta Desk-fönstret eller vänta tills kommandot är klart, och försök igen.",
            "Close the other Kanta Desk window, or wait for the command to end, then try again.",
        ),
    ),
    e.SessionLocked: Told(
        Text("Kanta Desk on lukittu", "Kanta Desk är låst", "Kanta Desk is locked"),
        Text(
            "Kukaan ei ole kirjautunut sisään, tai istunto on lukittu. Keskeneräinen työ on tallessa.",
            "Ingen är inloggad, eller så har sessionen låsts. Påbörjat arbete finns kvar.",
            "Nobody is signed in, or the session was locked. Work in progress is kept.",
        ),
        Text(
            "Aseta korttisi lukijaan ja anna perustunnusluku (PIN1).",
            "Sätt ditt kort i läsaren och ange baskoden (PIN1).",
            "Put your card into the reader and enter the basic PIN (PIN1).",
        ),
    ),
    e.PlanUnreadable: Told(
        Text(
            "Käyttöönottokokeen suunnitelmassa on virhe",
            "Det finns ett fel i driftsättningsprovets plan",
            "The deployment test's plan has a fault",
        ),
        Text(
            "Suunnitelmaa ei voi lukea loppuun, joten koetta ei aloitettu.",
            "Planen kan inte läsas till slut, så provet inleddes inte.",
            "The plan cannot be read to its end, so the test was not begun.",
        ),
        Text(
            "Korjaa tiedoston mainittu kohta ja avaa suunnitelma uudelleen.",
            "Rätta det nämnda stället i filen och öppna planen på nytt.",
            "Correct the place named in the file and open the plan again.",
        ),
        (PLACE, _PLAN_REASON, _OTHERS),
    ),
    e.SourceMissing: Told(
        Text(
            "Suunnitelman lähdetiedosto puuttuu",
            "En källfil i planen saknas",
            "A source file of the plan is missing",
        ),
        Text(
            "Suunnitelma viittaa tiedostoon, jota ei löydy, joten asiakirjan sisältöä ei voi verrata.",
            "Planen hänvisar till en fil som inte finns, så handlingens innehåll kan inte jämföras.",
            "The plan names a file that is not there, so the document's content cannot be compared.",
        ),
        Text(
            "Kopioi tiedosto suunnitelman viereen samalla nimellä, tai korjaa nimi suunnitelmaan.",
            "Kopiera filen bredvid planen med samma namn, eller rätta namnet i planen.",
            "Copy the file beside the plan under the same name, or correct the name in the plan.",
        ),
        (PLACE, _FILE),
    ),
    e.ReportFailed: Told(
        Text(
            "Raporttia ei voitu kirjoittaa",
            "Rapporten kunde inte skrivas",
            "The report could not be written",
        ),
        Text(
            "Kokeen tulokset ovat tallessa, mutta raporttitiedosto jäi kirjoittamatta.",
            "Provets resultat finns kvar, men rapportfilen skrevs inte.",
            "The test's results are kept, but the report file was not written.",
        ),
        Text(
            "Sulje raportti, jos se on auki toisessa ohjelmassa, tai valitse toinen kansio, ja kirjoita raportti uudelleen.",
            "Stäng rapporten om den är öppen i ett annat program, eller välj en annan mapp, och skriv rapporten på nytt.",
            "Close the report if another program has it open, or choose another folder, and write the report again.",
        ),
        (_FILE, REASON),
    ),
}
