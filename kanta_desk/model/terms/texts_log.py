"""What is told of the access log's keys and its place."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.errors import KantaError
from kanta_desk.model.terms.told import PLACE, REASON, Told
from kanta_desk.model.text import Text

TEXTS: dict[type[KantaError], Told] = {
    e.LogKeyMissing: Told(
        Text(
            "Käyttölokin avain puuttuu",
            "Användningsloggens nyckel saknas",
            "The access log's key is missing",
        ),
        Text(
            "Lokitiedosto on salattu, eikä sen avainta löydy tämän käyttäjän avainnipusta. Lokia ei voi lukea eikä jatkaa, joten asiakastietoja ei näytetä.",
            "Loggfilen är krypterad och dess nyckel finns inte i den här användarens nyckelring. Loggen kan varken läsas eller fortsättas, så inga klientuppgifter visas.",
            "The log file is encrypted and its key is not in this user's keyring. The log can neither be read nor continued, so no client data is shown.",
        ),
        Text(
            "Kirjaudu työasemalle samana käyttäjänä kuin ennen. Jos avain on kadonnut, ylläpitäjä palauttaa sen organisaation palautusavaimella: kanta-desk log recover-key --key AVAIN.pem. Älä poista mitään lokikansiosta.",
            "Logga in på arbetsstationen som samma användare som förut. Om nyckeln är borta återställer administratören den med organisationens återställningsnyckel: kanta-desk log recover-key --key NYCKEL.pem. Ta inte bort något ur loggmappen.",
            "Sign in to the workstation as the same user as before. If the key is lost, the administrator puts it back with the organisation's recovery key: kanta-desk log recover-key --key KEY.pem. Remove nothing from the log's folder.",
        ),
        (PLACE,),
    ),
    e.LogPlaceUnsafe: Told(
        Text(
            "Käyttölokia ei voi pitää tässä kansiossa",
            "Användningsloggen kan inte finnas i den här mappen",
            "The access log cannot be kept in this folder",
        ),
        Text(
            "Kansio on verkkolevyllä tai pilvipalvelu synkronoi sitä. Loki voisi siellä vaurioitua tai korvautua vanhalla kopiolla, joten ohjelma ei avaa sitä.",
            "Mappen ligger på en nätverksdisk eller synkroniseras av en molntjänst. Där kunde loggen skadas eller ersättas med en gammal kopia, så programmet öppnar den inte.",
            "The folder is on a network drive, or a cloud service synchronises it. There the log could be damaged or replaced by an old copy, so the program does not open it.",
        ),
        Text(
            "Pyydä ylläpitäjää siirtämään ohjelman tietokansio tämän tietokoneen omalle levylle, synkronoinnin ulkopuolelle.",
            "Be administratören flytta programmets datamapp till denna dators egen disk, utanför synkroniseringen.",
            "Ask the administrator to move the program's data folder to a disk of this computer that is not synchronised.",
        ),
        (PLACE, REASON),
    ),
    e.LogKeyNotRecovered: Told(
        Text(
            "Palautusavainta ei voi käyttää",
            "Återställningsnyckeln kan inte användas",
            "The recovery key cannot be used",
        ),
        Text(
            "Avain tai avaintiedosto ei ole luettavissa, tai ne eivät kuulu yhteen. Mitään ei muutettu.",
            "Nyckeln eller nyckelfilen kan inte läsas, eller så hör de inte ihop. Ingenting ändrades.",
            "The key or the key file cannot be read, or they do not belong together. Nothing was changed.",
        ),
        Text(
            "Tarkista, että avain on organisaation RSA-avain PEM-muodossa (vähintään 3072 bittiä) ja sama, jolle avaintiedosto tehtiin: tiedostossa on sen SHA-256-tunniste.",
            "Kontrollera att nyckeln är organisationens RSA-nyckel i PEM-format (minst 3072 bitar) och densamma som nyckelfilen gjordes för: dess SHA-256 står i filen.",
            "Check that the key is the organisation's RSA key in PEM (3072 bits or more), and the one that the key file was made for: its SHA-256 is in the file.",
        ),
        (PLACE, REASON),
    ),
    e.DisposalRefused: Told(
        Text(
            "Lokitietoja ei voi hävittää",
            "Loggdata kan inte gallras",
            "Log data cannot be disposed of",
        ),
        Text(
            "Lokitiedot säilytetään 12 vuotta, ja hävitys tehdään vain hyväksyttynä, eheäksi tarkastetusta lokista. Mitään ei hävitetty.",
            "Loggdata bevaras i 12 år och gallras bara godkänt, ur en logg som har kontrollerats vara hel. Ingenting gallrades.",
            "Log data is kept for 12 years, and is disposed of only with approval, from a log that was verified as sound. Nothing was disposed of.",
        ),
        Text(
            "Katso syy. Jos loki ei ole eheä, älä hävitä siitä mitään, vaan selvitä ensin tarkastuksen löydökset. Jos kello on hypännyt (leapt), kirjaudu verkkoyhteydellä tai pyydä lokin valvojaa vahvistamaan aika.",
            "Se orsaken. Om loggen inte är hel ska ingenting gallras förrän kontrollens fynd är utredda. Om klockan har hoppat (leapt), logga in med nätförbindelse eller be en loggövervakare bekräfta tiden.",
            "See the reason. If the log is not sound, dispose of nothing before what the verification found is cleared up. If the clock leapt, sign in with a network connection, or have an auditor confirm the time.",
        ),
        (PLACE, REASON),
    ),
    e.LogContradicted: Told(
        Text(
            "Käyttöloki ei ole sellainen kuin sen pitäisi",
            "Användningsloggen är inte som den borde",
            "The access log is not as it should be",
        ),
        Text(
            "Lokin tarkastus löysi ristiriidan: tapahtumia on muutettu tai poistettu, loki on palautettu vanhempaan tilaan, tai sen tiedosto on vioittunut. Työtä voi jatkaa, ja uudet tapahtumat kirjataan.",
            "Kontrollen av loggen fann en motsägelse: händelser har ändrats eller tagits bort, loggen har återställts till ett äldre läge, eller dess fil är skadad. Arbetet kan fortsätta, och nya händelser antecknas.",
            "The log's verification found a contradiction: events were changed or removed, the log was set back to an older state, or its file is damaged. Work can go on, and new events are written.",
        ),
        Text(
            "Kerro heti tietosuojavastaavalle. Tarkasta loki kokonaan Käyttöloki-sivulla tai komennolla kanta-desk log verify. Älä poista mitään lokikansiosta äläkä paikoista, joihin tarkistuspisteet on tallennettu.",
            "Meddela genast dataskyddsombudet. Kontrollera hela loggen på sidan Användningslogg eller med kommandot kanta-desk log verify. Ta inte bort något ur loggmappen eller från de platser där kontrollpunkterna finns.",
            "Tell the data protection officer at once. Verify the whole log on the Access log page or with the command kanta-desk log verify. Remove nothing from the log's folder or from the places where checkpoints are kept.",
        ),
        (PLACE, REASON),
    ),
    e.EventMissing: Told(
        Text("Tapahtumaa ei ole", "Händelsen finns inte", "There is no such event"),
        Text(
            "Valitun rekisterin lokissa ei ole tapahtumaa, jolla on tämä numero.",
            "I det valda registrets logg finns ingen händelse med det här numret.",
            "The log of the chosen register has no event of this number.",
        ),
        Text(
            "Tarkista tapahtuman numero ja rekisteri.",
            "Kontrollera händelsens nummer och registret.",
            "Check the event's number and the register.",
        ),
        (PLACE,),
    ),
    e.StoreNotEncrypted: Told(
        Text(
            "Asiakkaan tunnusta ei tallenneta salaamattomana",
            "Klientens beteckning sparas inte okrypterad",
            "A client's identifier is not kept unencrypted",
        ),
        Text(
            "Tallennetut haut säilytetään käyttölokin vieressä, eikä sitä ole tässä asennuksessa salattu. Mitään ei tallennettu.",
            "Sparade sökningar förvaras bredvid användningsloggen, och den är inte krypterad i den här installationen. Ingenting sparades.",
            "Saved searches are kept beside the access log, and this installation does not encrypt it. Nothing was saved.",
        ),
        Text(
            "Tallenna haku ilman hakusanaa. Ylläpitäjä voi ottaa salauksen käyttöön asetuksella [log] keys.",
            "Spara sökningen utan sökordet. Administratören kan ta krypteringen i bruk med inställningen [log] keys.",
            "Save the search without the key. The administrator can turn encryption on with the setting [log] keys.",
        ),
    ),
    e.HandoverRefused: Told(
        Text(
            "Luovutettua lokia ei voi ottaa vastaan",
            "Den överlåtna loggen kan inte tas emot",
            "The handed-over log cannot be taken in",
        ),
        Text(
            "Kansio ei ole toisen rekisterinpitäjän luovuttama loki, tai se ei ole enää sellainen kuin luovutettiin. Mitään ei otettu vastaan.",
            "Mappen är inte en logg som en annan personuppgiftsansvarig har överlåtit, eller den är inte längre som när den överläts. Ingenting togs emot.",
            "The folder is not a log that another controller handed over, or it is no longer as it was. Nothing was taken in.",
        ),
        Text(
            "Katso syy. Pyydä luovuttajalta loki uudelleen, ja vertaa sen juuria (juuret.txt) luovuttajan ilmoittamiin.",
            "Se orsaken. Be överlåtaren om loggen på nytt och jämför dess rötter (juuret.txt) med dem som överlåtaren uppger.",
            "See the reason. Ask the one who handed it over for it again, and compare its roots (juuret.txt) with what they state.",
        ),
        (PLACE, REASON),
    ),
}
