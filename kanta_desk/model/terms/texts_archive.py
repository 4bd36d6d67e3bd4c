"""What is told of the network and of the archive."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import HOST, PLACE, REASON, Detail, Told
from kanta_desk.model.text import Text

_ISSUE = Detail(
    "issue",
    Text("Arkiston koodi: {value}.", "Arkivets kod: {value}.", "The archive's code: {value}."),
)
_SAID = Detail(
    "said",
    Text(
        "Arkisto ilmoittaa: ”{value}”.",
        "Arkivet meddelar: ”{value}”.",
        "The archive says: “{value}”.",
    ),
)
_OID = Detail(
    "oid",
    Text("Asiakirjan tunnus: {value}.", "Handlingens id: {value}.", "Document id: {value}."),
)

_BAD_REASON = Detail(
    "reason",
    REASON.text,
    {
        "encrypted": Text(
            "PDF on suojattu salasanalla",
            "PDF-filen är skyddad med lösenord",
            "the PDF is locked with a password",
        ),
        "not a readable PDF": Text(
            "tiedosto ei ole ehjä PDF",
            "filen är inte en hel PDF",
            "the file is not an intact PDF",
        ),
    },
)
TEXTS: dict[type[e.KantaError], Told] = {
    e.Offline: Told(
        Text(
            "Palvelimeen ei saada yhteyttä", "Servern kan inte nås", "The server cannot be reached"
        ),
        Text(
            "Kukaan ei vastaa palvelimen osoitteessa, tai yhteys katkesi kesken.",
            "Ingen svarar på serverns adress, eller så bröts förbindelsen.",
            "Nobody answers at the server's address, or the connection broke.",
        ),
        Text(
            "Tarkista verkkoyhteys ja VPN ja yritä uudelleen. Jos muut verkkosivut toimivat, pyydä ylläpitäjää tarkistamaan palvelimen osoite ja palomuuri.",
            "Kontrollera nätverket och VPN och försök igen. Om andra webbsidor fungerar, be administratören kontrollera serverns adress och brandväggen.",
            "Check the network and the VPN and try again. If other websites work, ask the administrator to check the server's address and the firewall.",
        ),
        (HOST, REASON),
    ),
    e.AnswerTimedOut: Told(
        Text(
            "Vastaus ei tullut ajoissa", "Svaret kom inte i tid", "The answer did not come in time"
        ),
        Text(
            "Palvelin otti pyynnön vastaan mutta ei vastannut. Ei tiedetä, toteutuiko pyyntö.",
            "Servern tog emot begäran men svarade inte. Det är inte känt om begäran utfördes.",
            "The server took the request but did not answer. It is not known whether the request was carried out.",
        ),
        Text(
            "Odota hetki ja yritä uudelleen. Jos palvelin on toistuvasti hidas, katso Kanta-palvelujen häiriötiedotteet.",
            "Vänta en stund och försök igen. Om servern ofta är långsam, se Kanta-tjänsternas störningsmeddelanden.",
            "Wait a moment and try again. If the server is slow again and again, see the Kanta services' disruption notices.",
        ),
        (HOST, REASON),
    ),
    e.TlsRefused: Told(
        Text(
            "Suojattua yhteyttä ei voitu muodostaa",
            "Den skyddade förbindelsen kunde inte upprättas",
            "The secure connection could not be made",
        ),
        Text(
            "Palvelin ei hyväksynyt organisaation varmennetta, tai ohjelma ei luota palvelimen varmenteeseen. Mitään ei lähetetty.",
            "Servern godkände inte organisationens certifikat, eller så litar programmet inte på serverns certifikat. Ingenting skickades.",
            "The server did not accept the organisation's certificate, or the program does not trust the server's certificate. Nothing was sent.",
        ),
        Text(
            "Pyydä ylläpitäjää tarkistamaan asetuksista varmenteen voimassaolo ja se, että varmenne ja palvelin kuuluvat samaan ympäristöön. Myös liikennettä tutkiva välityspalvelin voi aiheuttaa tämän.",
            "Be administratören kontrollera i inställningarna att certifikatet är giltigt och att certifikatet och servern hör till samma miljö. Också en proxy som granskar trafiken kan orsaka detta.",
            "Ask the administrator to check in the settings that the certificate is valid and belongs to the same environment as the server. A proxy that inspects traffic can cause this too.",
        ),
        (HOST, REASON),
    ),
    e.AnswerTooLarge: Told(
        Text("Vastaus on liian suuri", "Svaret är för stort", "The answer is too large"),
        Text(
            "Palvelimen vastaus ylittää ohjelman rajan, eikä sitä luettu loppuun.",
            "Serverns svar överskrider programmets gräns och lästes inte till slut.",
            "The server's answer is over the program's limit and was not read to its end.",
        ),
        Text(
            "Rajaa hakua esimerkiksi aikavälillä tai palvelutehtävällä. Jos kyse on yhdestä asiakirjasta, ilmoita sen tunnus tukeen.",
            "Avgränsa sökningen till exempel med tidsperiod eller serviceuppgift. Om det gäller en enda handling, meddela supporten dess id.",
            "Narrow the search, by time or service task for example. If it is a single document, tell support its id.",
        ),
        (HOST, REASON),
    ),
    e.ArchiveDenied: Told(
        Text(
            "Arkisto ei salli tätä",
            "Arkivet tillåter inte detta",
            "The archive does not allow this",
        ),
        Text(
            "Pyyntö oli kunnossa, mutta organisaatiollasi tai sinulla ei ole arkistossa oikeutta siihen.",
            "Begäran var i sin ordning, men din organisation eller du har inte rätt till den i arkivet.",
            "The request was in order, but your organisation, or you, have no right to it in the archive.",
        ),
        Text(
            "Tarkista valittu rekisteri ja käyttötarkoitus. Jos ne ovat oikein, selvitä rekisterinkäyttöoikeutesi rekisterinpitäjän kanssa.",
            "Kontrollera valt register och användningsändamål. Om de stämmer, utred rätten att använda registret med den personuppgiftsansvarige.",
            "Check the chosen register and purpose. If they are right, settle the right to use the register with its controller.",
        ),
        (_ISSUE,),
    ),
    e.DocumentNotFound: Told(
        Text("Asiakirjaa ei löydy", "Handlingen hittas inte", "The document is not found"),
        Text(
            "Arkistossa ei ole tällaista asiakirjaa valitussa rekisterissä.",
            "Arkivet har ingen sådan handling i det valda registret.",
            "The archive holds no such document in the chosen register.",
        ),
        Text(
            "Tarkista tunnus ja rekisteri. Jos asiakirja on juuri tallennettu, odota hetki. Vanhat ja mitätöidyt asiakirjat löytyvät omilla hakutavoillaan.",
            "Kontrollera id och register. Om handlingen just har lagrats, vänta en stund. Gamla och makulerade handlingar har egna söksätt.",
            "Check the id and the register. If the document was stored just now, wait a moment. Old and invalidated documents have search modes of their own.",
        ),
        (_OID,),
    ),
    e.ArchiveRejected: Told(
        Text(
            "Arkisto hylkäsi pyynnön",
            "Arkivet avvisade begäran",
            "The archive rejected the request",
        ),
        Text(
            "Arkisto ymmärsi pyynnön, mutta ei toteuttanut sitä.",
            "Arkivet förstod begäran men utförde den inte.",
            "The archive understood the request but did not carry it out.",
        ),
        Text(
            "Korjaa arkiston mainitsema kohta ja yritä uudelleen. Jos syy ei selviä, lähetä koodi tukeen.",
            "Rätta det som arkivet nämner och försök igen. Om orsaken inte framgår, skicka koden till supporten.",
            "Correct what the archive mentions and try again. If the reason is not clear, send the code to support.",
        ),
        (_ISSUE, _SAID),
    ),
    e.ArchiveUnavailable: Told(
        Text(
            "Arkisto ei ole nyt käytettävissä",
            "Arkivet är inte tillgängligt just nu",
            "The archive is out of service",
        ),
        Text(
            "Palvelin vastaa, mutta arkisto ilmoittaa olevansa poissa käytöstä. Vika ei ole sinun työasemassasi.",
            "Servern svarar, men arkivet meddelar att det är ur bruk. Felet finns inte i din arbetsstation.",
            "The server answers, but the archive says that it is out of service. The fault is not in your workstation.",
        ),
        Text(
            "Yritä myöhemmin uudelleen. Huolloista ja häiriöistä kerrotaan Kanta-palvelujen häiriötiedotteissa.",
            "Försök igen senare. Om underhåll och störningar berättas i Kanta-tjänsternas störningsmeddelanden.",
            "Try again later. Maintenance and disruptions are announced in the Kanta services' disruption notices.",
        ),
        (_SAID,),
    ),
    e.BadAnswer: Told(
        Text(
            "Arkiston vastausta ei voi lukea",
            "Arkivets svar kan inte läsas",
            "The archive's answer cannot be read",
        ),
        Text(
            "Vastaus ei ole sanomaprofiilin mukainen, joten siitä ei näytetä mitään.",
            "Svaret följer inte meddelandeprofilen, så inget av det visas.",
            "The answer does not follow the message profile, so nothing of it is shown.",
        ),
        Text(
            "Yritä uudelleen. Jos sama toistuu, lähetä tukeen tämän ilmoituksen koodi ja kohta.",
            "Försök igen. Om felet upprepas, skicka meddelandets kod och ställe till supporten.",
            "Try again. If it happens again, send support the code and the place of this message.",
        ),
        (PLACE, REASON),
    ),
    e.BadDocument: Told(
        Text("Asiakirjaa ei voi lukea", "Handlingen kan inte läsas", "The document cannot be read"),
        Text(
            "Asiakirja saatiin, mutta sen sisältö on virheellinen tai ylittää ohjelman rajat, eikä sitä voi näyttää turvallisesti.",
            "Handlingen togs emot, men innehållet är felaktigt eller överskrider programmets gränser och kan inte visas säkert.",
            "The document was received, but its content is faulty or over the program's limits and cannot be shown safely.",
        ),
        Text(
            "Kirjaa havainto ja ilmoita asiakirjan tunnus ja virheen kohta sen tehneen asiakastietojärjestelmän toimittajalle.",
            "Anteckna iakttagelsen och meddela handlingens id och felets ställe till leverantören av det klientdatasystem som gjort den.",
            "Note the finding, and tell the document's id and the place of the fault to the vendor of the client information system that made it.",
        ),
        (PLACE, _BAD_REASON),
    ),
}
