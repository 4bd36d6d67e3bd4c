"""What is told when the way to the archive, or what came over it, is not as it should be."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import HOST, PLACE, REASON, Detail, Told
from kanta_desk.model.text import Text

_KIND = Detail(
    "kind", Text("Tullut sisältö: {value}.", "Det som kom: {value}.", "What came: {value}.")
)
_STATUS = Detail(
    "status", Text("HTTP-tila: {value}.", "HTTP-status: {value}.", "HTTP status: {value}.")
)
_CRITERION = Detail(
    "criterion",
    Text("Hakuehto: {value}.", "Sökvillkor: {value}.", "Search condition: {value}."),
    {
        "task": Text("palvelutehtävä", "serviceuppgift", "service task"),
        "process": Text("palveluprosessi", "serviceprocess", "service process"),
        "type": Text("asiakirjatyyppi", "handlingstyp", "document type"),
        "group": Text("asiakirjaryhmä", "handlingsgrupp", "document group"),
        "created": Text("luontiaika", "tid för skapande", "time of creation"),
        "archived": Text("arkistointiaika", "arkiveringstid", "time of archiving"),
        "author": Text("laatija", "upprättare", "author"),
        "producer": Text("palveluntuottaja", "serviceproducent", "service producer"),
        "case": Text("asiatunnus", "ärendenummer", "case number"),
        "name": Text("nimi", "namn", "name"),
        "birth": Text("syntymäaika", "födelsedatum", "date of birth"),
        "versions": Text("eri versioiden haku", "sökning av versioner", "search of versions"),
        "invalidated": Text("mitätöityjen haku", "sökning av makulerade", "search of invalidated"),
        "old": Text("vanhojen asiakirjojen haku", "sökning av gamla", "search of old documents"),
    },
)

TEXTS: dict[type[e.KantaError], Told] = {
    e.ProxyRefused: Told(
        Text(
            "Välityspalvelin ei päästä läpi",
            "Proxyn släpper inte igenom",
            "The proxy lets nothing through",
        ),
        Text(
            "Organisaation verkossa oleva välityspalvelin vaatii tunnukset tai kieltää yhteyden arkistoon. Arkistoon asti ei lähtenyt mitään.",
            "En proxyserver i organisationens nät kräver inloggning eller förbjuder förbindelsen till arkivet. Ingenting nådde arkivet.",
            "A proxy in the organisation's network wants a user and password, or forbids the connection to the archive. Nothing reached the archive.",
        ),
        Text(
            "Pyydä verkon ylläpitoa sallimaan yhteys arkiston osoitteeseen tai tarkista välityspalvelimen tunnukset käyttöjärjestelmän asetuksista.",
            "Be nätadministrationen tillåta förbindelsen till arkivets adress, eller kontrollera proxyns användarnamn och lösenord i operativsystemets inställningar.",
            "Ask the network's administrators to allow the archive's address, or check the proxy's user and password in the operating system's settings.",
        ),
        (HOST, REASON),
    ),
    e.ServerCertificateExpired: Told(
        Text(
            "Palvelimen varmenne ei ole voimassa",
            "Serverns certifikat är inte giltigt",
            "The server's certificate is not in force",
        ),
        Text(
            "Palvelimen varmenteen voimassaolo on päättynyt tai ei ole alkanut tämän tietokoneen kellon mukaan. Mitään ei lähetetty.",
            "Enligt den här datorns klocka har serverns certifikat gått ut eller börjar inte gälla än. Ingenting skickades.",
            "By this computer's clock the server's certificate has expired, or is not in force yet. Nothing was sent.",
        ),
        Text(
            "Tarkista ensin, että tietokoneen päivä ja kello ovat oikein. Jos ne ovat, palvelimen ylläpitäjän on uusittava varmenne: katso häiriötiedotteet.",
            "Kontrollera först att datorns datum och klocka stämmer. Om de gör det ska serverns administratör förnya certifikatet: se störningsmeddelandena.",
            "First check that this computer's date and time are right. If they are, the server's administrator has to renew the certificate: see the disruption notices.",
        ),
        (HOST, REASON),
    ),
    e.ServerUnknown: Told(
        Text(
            "Palvelimen varmenteeseen ei luoteta",
            "Serverns certifikat är inte betrott",
            "The server's certificate is not trusted",
        ),
        Text(
            "Palvelimen varmennetta ei ole myöntänyt kukaan, johon tämä yhteys luottaa. Välissä voi olla liikennettä tutkiva välityspalvelin, tai palvelin kuuluu toiseen ympäristöön. Mitään ei lähetetty.",
            "Serverns certifikat är inte utfärdat av någon som den här anslutningen litar på. Det kan finnas en proxy som granskar trafiken, eller så hör servern till en annan miljö. Ingenting skickades.",
            "Nobody whom this connection trusts has issued the server's certificate. A proxy that inspects traffic may be in between, or the server belongs to another environment. Nothing was sent.",
        ),
        Text(
            "Pyydä ylläpitäjää tarkistamaan yhteyden ca_file ja se, ettei välityspalvelin avaa arkiston liikennettä. Älä ohita tätä: liikenne voisi päätyä vieraalle.",
            "Be administratören kontrollera anslutningens ca_file och att ingen proxy öppnar trafiken till arkivet. Kringgå inte detta: trafiken kunde hamna hos en utomstående.",
            "Ask the administrator to check the connection's ca_file, and that no proxy opens the traffic to the archive. Do not work around this: the traffic could reach a stranger.",
        ),
        (HOST, REASON),
    ),
    e.ServerNameWrong: Told(
        Text(
            "Varmenne on toisen palvelimen",
            "Certifikatet hör till en annan server",
            "The certificate is another server's",
        ),
        Text(
            "Palvelin, joka vastasi, ei ole se, jonka osoite yhteydelle on annettu. Mitään ei lähetetty.",
            "Servern som svarade är inte den vars adress anslutningen har. Ingenting skickades.",
            "The server that answered is not the one whose address the connection has. Nothing was sent.",
        ),
        Text(
            "Pyydä ylläpitäjää tarkistamaan yhteyden osoite asetuksista ja nimipalvelusta. Osoitteessa on käytettävä palvelimen nimeä, ei IP-numeroa.",
            "Be administratören kontrollera anslutningens adress i inställningarna och i namntjänsten. Adressen ska ha serverns namn, inte ett IP-nummer.",
            "Ask the administrator to check the connection's address in the options and in the name service. The address must have the server's name, not its number.",
        ),
        (HOST, REASON),
    ),
    e.OwnCertificateRefused: Told(
        Text(
            "Palvelin ei hyväksy varmennettamme",
            "Servern godkänner inte vårt certifikat",
            "The server does not take our certificate",
        ),
        Text(
            "Palvelin katkaisi yhteyden, koska organisaation varmenne puuttuu tai ei kelpaa sille. Mitään ei lähetetty.",
            "Servern bröt förbindelsen eftersom organisationens certifikat saknas eller inte duger. Ingenting skickades.",
            "The server broke the connection because the organisation's certificate is missing or does not do. Nothing was sent.",
        ),
        Text(
            "Pyydä ylläpitäjää tarkistamaan, että yhteyden varmenne on se, joka on ilmoitettu Kelalle tätä ympäristöä varten, eikä sitä ole suljettu.",
            "Be administratören kontrollera att anslutningens certifikat är det som har anmälts till FPA för den här miljön och att det inte är spärrat.",
            "Ask the administrator to check that the connection's certificate is the one notified to Kela for this environment, and that it is not revoked.",
        ),
        (HOST, REASON),
    ),
    e.OwnCertificateExpired: Told(
        Text(
            "Oma yhteysvarmenteemme ei ole voimassa",
            "Vårt eget certifikat är inte giltigt",
            "Our own certificate is not in force",
        ),
        Text(
            "Organisaation varmenne arkistoyhteyttä varten on vanhentunut tai ei ole vielä voimassa. Mitään ei lähetetty.",
            "Organisationens certifikat för arkivanslutningen har gått ut eller gäller inte än. Ingenting skickades.",
            "The organisation's certificate for the connection to the archive has expired or is not in force yet. Nothing was sent.",
        ),
        Text(
            "Tilaa uusi palvelinvarmenne DVV:ltä ja vaihda se asetuksiin. Jos varmenne on uusi, tarkista tietokoneen päivä ja kello.",
            "Beställ ett nytt servercertifikat av MDB och byt ut det i inställningarna. Om certifikatet är nytt, kontrollera datorns datum och klocka.",
            "Order a new server certificate from DVV and replace the old one in the options. If the certificate is new, check this computer's date and time.",
        ),
        (HOST, REASON),
    ),
    e.CriterionNotOffered: Told(
        Text(
            "Arkistossa ei ole tätä hakuehtoa",
            "Arkivet har inte det här sökvillkoret",
            "The archive has no such search condition",
        ),
        Text(
            "Käytössä oleva sanomaprofiili ei tunne ehtoa, joten hakua ei lähetetty.",
            "Meddelandeprofilen som används känner inte till villkoret, så sökningen skickades inte.",
            "The message profile in use does not know the condition, so the search was not sent.",
        ),
        Text(
            "Poista ehto ja hae uudelleen. Tuloksia voi rajata hakutulosten suodattimilla.",
            "Ta bort villkoret och sök på nytt. Resultaten kan avgränsas med filtren.",
            "Leave the condition out and search again. The results can be narrowed with the filters.",
        ),
        (_CRITERION,),
    ),
    e.RealPersonInTest: Told(
        Text(
            "Oikeaa henkilöä ei haeta testissä",
            "Verkliga personer söks inte i test",
            "No real person is searched for in a test",
        ),
        Text(
            "Yhteys ei ole tuotantoon, ja henkilötunnus voi olla oikean ihmisen (yksilönumero ei ole 900–999). Mitään ei lähetetty.",
            "Anslutningen är inte till produktion, och personbeteckningen kan vara en verklig persons (individnumret är inte 900–999). Ingenting skickades.",
            "The connection is not to production, and the personal identity code may be a real person's (its number is not 900–999). Nothing was sent.",
        ),
        Text(
            "Käytä testissä vain keinotekoisia henkilötunnuksia. Jos tarkoitit tuotantoa, käynnistä ohjelma tuotantoyhteydellä.",
            "Använd endast konstgjorda personbeteckningar i test. Om du menade produktion, starta programmet med produktionsanslutningen.",
            "Use only artificial personal identity codes in a test. If you meant production, start the program with the production connection.",
        ),
    ),
    e.ProductionNotConfirmed: Told(
        Text(
            "Tuotantoyhteyttä ei ole vahvistettu",
            "Produktionen har inte bekräftats",
            "Production has not been confirmed",
        ),
        Text(
            "Ohjelma on yhteydessä tuotantoon, oikeiden asiakkaiden tietoihin, eikä sitä ole vahvistettu tämän käynnistyksen aikana.",
            "Programmet är anslutet till produktion, till verkliga klienters uppgifter, och det har inte bekräftats efter starten.",
            "The program is connected to production, to real clients' data, and nobody has confirmed that since it was started.",
        ),
        Text(
            "Vahvista tuotanto ikkunan yläreunan palkista tai anna komennolle --connection ja yhteyden nimi. Harjoitteluun: kanta-desk practice.",
            "Bekräfta produktionen i balken högst upp i fönstret, eller ge kommandot --connection och anslutningens namn. För övning: kanta-desk practice.",
            "Confirm production in the bar at the top of the window, or give the command --connection and the connection's name. To practise: kanta-desk practice.",
        ),
    ),
    e.AnswerNotOurs: Told(
        Text(
            "Vastaus ei ole meidän kysymykseemme",
            "Svaret gäller inte vår fråga",
            "The answer is not to our question",
        ),
        Text(
            "Arkistosta tuli vastaus, joka kuuluu toiseen sanomaan tai toiseen asiakirjaan. Siinä voi olla toisen henkilön tietoja, joten siitä ei näytetä mitään.",
            "Från arkivet kom ett svar som hör till ett annat meddelande eller en annan handling. Det kan innehålla en annan persons uppgifter, så inget av det visas.",
            "An answer came that belongs to another message or another document. It may hold another person's data, so nothing of it is shown.",
        ),
        Text(
            "Tee sama uudelleen. Jos se toistuu, lopeta ja ilmoita heti tukeen: yhteydellä voi olla viallinen välityspalvelin.",
            "Gör om samma sak. Om det upprepas, sluta och meddela supporten genast: en proxy på vägen kan vara trasig.",
            "Do the same again. If it happens again, stop and tell support at once: a proxy on the way may be faulty.",
        ),
        (PLACE,),
    ),
    e.NotTheArchive: Told(
        Text(
            "Vastaus ei tullut arkistosta",
            "Svaret kom inte från arkivet",
            "The answer did not come from the archive",
        ),
        Text(
            "Arkiston sijasta vastasi jokin muu matkan varrella: välityspalvelin, kirjautumissivu tai palvelimen virhesivu.",
            "I arkivets ställe svarade något annat på vägen: en proxy, en inloggningssida eller serverns felsida.",
            "Something on the way answered in the archive's place: a proxy, a sign-in page, or the server's page of errors.",
        ),
        Text(
            "Pyydä ylläpitäjää tarkistamaan yhteyden osoite ja välityspalvelin. Jos muut Kanta-yhteydet toimivat, lähetä tämän ilmoituksen koodi tukeen.",
            "Be administratören kontrollera anslutningens adress och proxyn. Om andra Kanta-anslutningar fungerar, skicka meddelandets kod till supporten.",
            "Ask the administrator to check the connection's address and the proxy. If other connections to Kanta work, send this message's code to support.",
        ),
        (_KIND, _STATUS),
    ),
}
