"""What is told of certificates: their path, their validity, and whether they are revoked."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.revocation import DOUBT_NAMES, REASON_NAMES
from kanta_desk.model.terms.told import REASON, Detail, Told
from kanta_desk.model.text import Text

_SINCE = Detail("since", Text("Sulkuaika: {value}.", "Spärrat: {value}.", "Since: {value}."))
_WHY_REVOKED = Detail("reason", REASON.text, REASON_NAMES)
_WHY_UNKNOWN = Detail(
    "reason", REASON.text, {str(doubt): name for doubt, name in DOUBT_NAMES.items()}
)

TEXTS: dict[type[e.KantaError], Told] = {
    e.CertificateUnreadable: Told(
        Text(
            "Varmennetta ei voi lukea",
            "Certifikatet kan inte läsas",
            "The certificate cannot be read",
        ),
        Text(
            "Saadut tiedot eivät ole X.509-varmenne, joten niihin ei voi luottaa.",
            "De mottagna uppgifterna är inget X.509-certifikat och går inte att lita på.",
            "What was received is not an X.509 certificate, so it cannot be trusted.",
        ),
        Text(
            "Jos varmenne on kortilla, kokeile toista lukijaa. Jos se on tiedostossa, hae tiedosto uudelleen. Jos vika jatkuu, ota yhteys tukeen.",
            "Om certifikatet finns på kortet, prova en annan läsare. Om det finns i en fil, hämta filen på nytt. Kontakta supporten om felet kvarstår.",
            "If the certificate is on the card, try another reader. If it is in a file, fetch the file again. If the fault stays, contact support.",
        ),
        (REASON,),
    ),
    e.CertificateExpired: Told(
        Text(
            "Varmenne on vanhentunut",
            "Certifikatets giltighetstid har gått ut",
            "The certificate has expired",
        ),
        Text(
            "Varmenteen voimassaolo on päättynyt, eikä sillä voi enää kirjautua eikä yhdistää palveluihin.",
            "Certifikatets giltighetstid har gått ut, och det går inte längre att logga in eller ansluta till tjänster med det.",
            "The certificate is past its validity and can no longer be used to sign in or to connect to services.",
        ),
        Text(
            "Jos varmenne on kortillasi, tilaa uusi kortti rekisteröintipisteestä ja käytä sitä odottaessasi varakorttia. Jos varmenne on palvelimen, ilmoita asiasta palvelimen ylläpitäjälle. Tarkista myös tietokoneen kello.",
            "Om certifikatet finns på ditt kort, beställ ett nytt kort på registreringsstället och använd ett reservkort så länge. Om det är serverns certifikat, meddela serverns administratör. Kontrollera också datorns klocka.",
            "If the certificate is on your card, order a new card at the registration point and use a backup card meanwhile. If it is a server's, tell its administrator. Check the computer's clock too.",
        ),
        (REASON,),
    ),
    e.CertificateNotYetValid: Told(
        Text(
            "Varmenne ei ole vielä voimassa",
            "Certifikatet är inte giltigt ännu",
            "The certificate is not valid yet",
        ),
        Text(
            "Varmenteen voimassaolo alkaa myöhemmin, tai tietokoneen kello on jäljessä.",
            "Certifikatets giltighetstid börjar senare, eller så går datorns klocka efter.",
            "The certificate's validity begins later, or the computer's clock is slow.",
        ),
        Text(
            "Tarkista tietokoneen päivämäärä ja kellonaika. Jos ne ovat oikein, odota, että varmenteen voimassaolo alkaa.",
            "Kontrollera datorns datum och klockslag. Om de stämmer, vänta tills certifikatet börjar gälla.",
            "Check the computer's date and time. If they are right, wait until the certificate becomes valid.",
        ),
        (REASON,),
    ),
    e.IssuerUnknown: Told(
        Text(
            "Varmenteen myöntäjää ei tunneta",
            "Certifikatets utfärdare är okänd",
            "The certificate's issuer is unknown",
        ),
        Text(
            "Varmenteesta ei ole ketjua juurivarmenteeseen, johon ohjelma luottaa. Varmenne voi olla toisesta ympäristöstä, esimerkiksi testistä.",
            "Det finns ingen kedja från certifikatet till en rot som programmet litar på. Certifikatet kan höra till en annan miljö, till exempel test.",
            "No chain leads from the certificate to a root that the program trusts. It may belong to another environment, such as test.",
        ),
        Text(
            "Tarkista, että kortti ja ympäristö (harjoitus, testi, tuotanto) kuuluvat yhteen. Jos kuuluvat, pyydä ylläpitäjää tarkistamaan luotetut juurivarmenteet.",
            "Kontrollera att kortet och miljön (övning, test, produktion) hör ihop. Gör de det, be administratören kontrollera de betrodda rotcertifikaten.",
            "Check that the card and the environment (practice, test, production) belong together. If they do, ask the administrator to check the trusted roots.",
        ),
        (REASON,),
    ),
    e.WrongKeyUsage: Told(
        Text(
            "Varmenne on tarkoitettu muuhun käyttöön",
            "Certifikatet är avsett för annat bruk",
            "The certificate is meant for another use",
        ),
        Text(
            "Varmennetta ei ole tarkoitettu tähän toimintoon. Esimerkiksi allekirjoitusvarmenteella ei voi tunnistautua.",
            "Certifikatet är inte avsett för den här åtgärden. Till exempel kan man inte logga in med ett signaturcertifikat.",
            "The certificate is not meant for this act. A signature certificate, for example, cannot be used to sign in.",
        ),
        Text(
            "Käytä sosiaali- ja terveydenhuollon ammatti-, henkilöstö- tai toimijakorttia. Jos kortti on oikea, lähetä tukeen sivun Kortti ja lukija raportti.",
            "Använd ett yrkes-, personal- eller aktörskort inom social- och hälsovården. Om kortet är rätt, skicka rapporten från sidan Kort och läsare till supporten.",
            "Use a professional, staff or operator card of social welfare and health care. If the card is right, send support the report of the Card and reader page.",
        ),
        (REASON,),
    ),
    e.CertificateRevoked: Told(
        Text(
            "Varmenne on suljettu", "Certifikatet har spärrats", "The certificate has been revoked"
        ),
        Text(
            "Varmenteen myöntäjä on sulkenut sen pysyvästi, joten sitä ei voi enää käyttää mihinkään.",
            "Utfärdaren har spärrat certifikatet permanent, så det kan inte längre användas till någonting.",
            "The issuer has revoked the certificate for good, so it can no longer be used for anything.",
        ),
        Text(
            "Jos kortti on sinun, kysy sulkemisen syytä rekisteröintipisteestä ja tilaa uusi kortti. Suljettua korttia ei saa enää käyttää, vaikka se löytyisi.",
            "Om kortet är ditt, fråga på registreringsstället varför det har spärrats och beställ ett nytt. Ett spärrat kort får inte längre användas, även om det hittas.",
            "If the card is yours, ask the registration point why and order a new one. A revoked card must not be used, even if it is found again.",
        ),
        (_WHY_REVOKED, _SINCE),
    ),
    e.CertificateOnHold: Told(
        Text(
            "Varmenne on suljettu toistaiseksi",
            "Certifikatet har spärrats tills vidare",
            "The certificate is suspended for the time being",
        ),
        Text(
            "Varmenteen myöntäjä on keskeyttänyt sen voimassaolon, esimerkiksi katoamisilmoituksen vuoksi. Sitä ei voi käyttää ennen kuin keskeytys on purettu.",
            "Utfärdaren har tillfälligt upphävt certifikatets giltighet, till exempel efter en förlustanmälan. Det kan inte användas förrän spärren har hävts.",
            "The issuer has suspended the certificate, for example after a report of loss. It cannot be used until the suspension is lifted.",
        ),
        Text(
            "Jos kortti on sinun ja se on tallessa, pyydä rekisteröintipistettä purkamaan keskeytys. Käytä sitä odottaessasi varakorttia.",
            "Om kortet är ditt och i säkert förvar, be registreringsstället häva spärren. Använd ett reservkort så länge.",
            "If the card is yours and in safe keeping, ask the registration point to lift the suspension. Use a backup card meanwhile.",
        ),
        (_SINCE,),
    ),
    e.RevocationUnknown: Told(
        Text(
            "Varmenteen sulkutilaa ei saatu selville",
            "Certifikatets spärrstatus kunde inte utredas",
            "The certificate's revocation status is not known",
        ),
        Text(
            "Varmenteen myöntäjältä ei saatu luotettavaa tietoa siitä, onko varmenne suljettu. Ilman sitä ei voi allekirjoittaa, ja Kanta Deskin voi avata vain, jos organisaatio on sen sallinut.",
            "Utfärdaren gav inget tillförlitligt besked om huruvida certifikatet är spärrat. Utan det går det inte att skriva under, och Kanta Desk kan öppnas bara om organisationen har tillåtit det.",
            "The issuer gave no reliable word on whether the certificate is revoked. Without it nothing can be signed, and Kanta Desk opens only if the organisation has allowed it.",
        ),
        Text(
            "Yritä hetken kuluttua uudelleen. Jos vika jatkuu, tarkista verkkoyhteys ja välityspalvelin sivulta Kortti ja lukija ja lähetä sen raportti ylläpitäjälle.",
            "Försök igen om en stund. Om felet kvarstår, kontrollera nätverket och proxyservern på sidan Kort och läsare och skicka dess rapport till administratören.",
            "Try again in a while. If the fault stays, check the network and the proxy on the Card and reader page, and send its report to the administrator.",
        ),
        (_WHY_UNKNOWN,),
    ),
}
