"""What is told of readers, cards and PINs."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import DETAIL, READER, Detail, Told
from kanta_desk.model.text import Counted, Text

PIN = Detail(
    "pin",
    Text("Kyseessä on {value}.", "Det gäller {value}.", "It concerns {value}."),
    {
        "1": Text("perustunnusluku (PIN1)", "baskoden (PIN1)", "the basic PIN (PIN1)"),
        "2": Text(
            "allekirjoitustunnusluku (PIN2)", "signaturkoden (PIN2)", "the signature PIN (PIN2)"
        ),
    },
)
TRIES_LEFT = Detail(
    "tries_left",
    Counted(
        Text("{n} yritys jäljellä.", "{n} försök kvar.", "{n} try left."),
        Text("{n} yritystä jäljellä.", "{n} försök kvar.", "{n} tries left."),
    ),
)

TEXTS: dict[type[e.KantaError], Told] = {
    e.ServiceNotRunning: Told(
        Text(
            "Älykorttipalvelu ei ole käynnissä",
            "Smartkortstjänsten är inte i gång",
            "The smart-card service is not running",
        ),
        Text(
            "Käyttöjärjestelmän palvelu, joka puhuu kortinlukijoille, ei vastaa. Ilman sitä korttia ei voi lukea.",
            "Operativsystemets tjänst för kortläsare svarar inte. Utan den kan kortet inte läsas.",
            "The operating system's service for card readers does not answer. Without it no card can be read.",
        ),
        Text(
            "Käynnistä palvelu: Windowsissa ”Älykortti” (SCardSvr), Linuxissa pcscd. macOS:ssä irrota lukija ja kytke se uudelleen. Ohjelma jatkaa itsestään, kun palvelu vastaa.",
            "Starta tjänsten: i Windows ”Smartkort” (SCardSvr), i Linux pcscd. I macOS, koppla loss läsaren och anslut den på nytt. Programmet fortsätter av sig självt när tjänsten svarar.",
            "Start the service: on Windows “Smart Card” (SCardSvr), on Linux pcscd. On macOS, unplug the reader and plug it in again. The program goes on by itself once the service answers.",
        ),
        (DETAIL,),
    ),
    e.NoReader: Told(
        Text("Kortinlukijaa ei löydy", "Ingen kortläsare hittades", "No card reader found"),
        Text(
            "Älykorttipalvelu toimii, mutta yhtään lukijaa ei ole kytketty.",
            "Smartkortstjänsten fungerar, men ingen läsare är ansluten.",
            "The smart-card service works, but no reader is connected to it.",
        ),
        Text(
            "Kytke lukija USB-porttiin, tarvittaessa toiseen porttiin. Jos lukija ei tule näkyviin, tarkista sen ajuri sivulta Kortti ja lukija.",
            "Anslut läsaren till en USB-port, vid behov en annan. Om läsaren inte visas, kontrollera dess drivrutin på sidan Kort och läsare.",
            "Plug the reader into a USB port, another one if need be. If it does not appear, check its driver on the Card and reader page.",
        ),
        (DETAIL,),
    ),
    e.NoCard: Told(
        Text(
            "Lukijassa ei ole korttia",
            "Det finns inget kort i läsaren",
            "There is no card in the reader",
        ),
        Text(
            "Lukija löytyi ja toimii.",
            "Läsaren hittades och fungerar.",
            "The reader was found and works.",
        ),
        Text(
            "Aseta kortti lukijaan siru edellä ja työnnä se pohjaan asti.",
            "Sätt kortet i läsaren med chippet först och skjut in det helt.",
            "Put the card into the reader, chip first, and push it all the way in.",
        ),
        (READER,),
    ),
    e.CardMute: Told(
        Text("Kortti ei vastaa", "Kortet svarar inte", "The card does not answer"),
        Text(
            "Lukijassa on kortti, mutta sen siru ei vastaa. Kortti voi olla väärin päin tai siru likainen.",
            "Det finns ett kort i läsaren, men chippet svarar inte. Kortet kan vara felvänt eller chippet smutsigt.",
            "There is a card in the reader, but its chip does not answer. The card may be the wrong way round or the chip dirty.",
        ),
        Text(
            "Ota kortti pois, pyyhi siru kuivalla pehmeällä liinalla ja aseta kortti uudelleen siru edellä. Kokeile tarvittaessa toista lukijaa.",
            "Ta ut kortet, torka av chippet med en torr, mjuk duk och sätt in kortet igen med chippet först. Prova vid behov en annan läsare.",
            "Take the card out, wipe the chip with a dry soft cloth, and put it back chip first. Try another reader if need be.",
        ),
        (READER, DETAIL),
    ),
    e.CardUnknown: Told(
        Text("Korttia ei tunnisteta", "Kortet känns inte igen", "The card is not recognised"),
        Text(
            "Kortti vastaa, mutta se ei ole sosiaali- ja terveydenhuollon varmennekortti eikä muu kortti, jonka ohjelma tuntee.",
            "Kortet svarar, men är varken ett certifikatkort inom social- och hälsovården eller något annat kort som programmet känner till.",
            "The card answers, but it is neither a certificate card of social welfare and health care nor another card that the program knows.",
        ),
        Text(
            "Tarkista, että lukijassa on ammatti-, henkilöstö- tai toimijakorttisi eikä esimerkiksi maksu- tai kulkukortti. Jos kortti on oikea, lähetä tukeen sivun Kortti ja lukija raportti.",
            "Kontrollera att det är ditt yrkes-, personal- eller aktörskort som sitter i läsaren och inte till exempel ett betal- eller passerkort. Om kortet är rätt, skicka rapporten från sidan Kort och läsare till supporten.",
            "Check that your professional, staff or operator card is in the reader, not a bank or access card. If the card is right, send support the report of the Card and reader page.",
        ),
        (READER, DETAIL),
    ),
    e.CardRemoved: Told(
        Text(
            "Yhteys korttiin katkesi",
            "Kontakten med kortet bröts",
            "The connection to the card was lost",
        ),
        Text(
            "Kortti otettiin pois tai toinen ohjelma alusti sen uudelleen kesken toiminnon. Toimintoa ei tehty loppuun.",
            "Kortet togs ut eller startades om av ett annat program mitt i arbetet. Åtgärden slutfördes inte.",
            "The card was taken out, or another program reset it, before the work was done. The act was not finished.",
        ),
        Text(
            "Aseta kortti takaisin lukijaan, odota hetki ja yritä uudelleen. Pidä kortti lukijassa koko toiminnon ajan.",
            "Sätt tillbaka kortet i läsaren, vänta en stund och försök igen. Låt kortet sitta i hela tiden.",
            "Put the card back, wait a moment and try again. Keep it in the reader until the work is done.",
        ),
        (READER, DETAIL),
    ),
    e.CardInUse: Told(
        Text(
            "Toinen ohjelma käyttää korttia",
            "Ett annat program använder kortet",
            "Another program is using the card",
        ),
        Text(
            "Toinen ohjelma on varannut kortin itselleen, eikä siihen pääse ennen kuin se vapautuu.",
            "Ett annat program har reserverat kortet för sig, och det går inte att nå förrän det frigörs.",
            "Another program holds the card for itself; it cannot be reached until that program lets go.",
        ),
        Text(
            "Odota hetki ja yritä uudelleen. Jos kortti ei vapaudu, sulje muut korttia käyttävät ohjelmat, esimerkiksi selaimen tunnistautumisikkuna.",
            "Vänta en stund och försök igen. Om kortet inte frigörs, stäng andra program som använder det, till exempel webbläsarens inloggningsfönster.",
            "Wait a moment and try again. If the card is not released, close other programs that use it, such as a sign-in window of the browser.",
        ),
        (READER, DETAIL),
    ),
    e.CardAnswerBad: Told(
        Text(
            "Kortti vastasi odottamattomasti",
            "Kortet svarade oväntat",
            "The card answered unexpectedly",
        ),
        Text(
            "Kortin vastaus ei ole korttityypin määrittelyn mukainen, joten ohjelma keskeytti toiminnon varmuuden vuoksi.",
            "Kortets svar följer inte korttypens specifikation, så programmet avbröt för säkerhets skull.",
            "The answer is not one that the card's specification allows, so the program stopped to be safe.",
        ),
        Text(
            "Ota kortti pois, aseta se takaisin ja yritä uudelleen. Jos sama toistuu, kokeile toista lukijaa ja lähetä tukeen sivun Kortti ja lukija raportti.",
            "Ta ut kortet, sätt in det igen och försök på nytt. Om felet upprepas, prova en annan läsare och skicka rapporten från sidan Kort och läsare till supporten.",
            "Take the card out, put it back and try again. If it happens again, try another reader and send support the report of the Card and reader page.",
        ),
        (READER, DETAIL),
    ),
    e.PinWrong: Told(
        Text("Tunnusluku on väärä", "Fel PIN-kod", "The PIN is wrong"),
        Text(
            "Kortti ei hyväksynyt annettua tunnuslukua.",
            "Kortet godkände inte PIN-koden.",
            "The card did not accept the PIN.",
        ),
        Text(
            "Tarkista numerot ja anna tunnusluku uudelleen. Kun yritykset loppuvat, tunnusluku lukkiutuu ja tarvitset aktivointitunnusluvun (PUK).",
            "Kontrollera siffrorna och ange PIN-koden på nytt. När försöken tar slut låses PIN-koden och du behöver aktiveringskoden (PUK).",
            "Check the digits and enter the PIN again. When no tries are left, the PIN is blocked and you need the activation PIN (PUK).",
        ),
        (PIN, TRIES_LEFT),
    ),
    e.PinBlocked: Told(
        Text("Tunnusluku on lukkiutunut", "PIN-koden är låst", "The PIN is blocked"),
        Text(
            "Tunnusluku on annettu väärin liian monta kertaa, eikä kortti ota sitä enää vastaan.",
            "PIN-koden har angetts fel för många gånger, och kortet tar inte längre emot den.",
            "The PIN was entered wrong too many times, and the card no longer takes it.",
        ),
        Text(
            "Aseta uusi tunnusluku aktivointitunnusluvulla (PUK), jonka olet saanut kirjeessä. Jos aktivointitunnusluku on kadonnut, ota yhteys rekisteröintipisteeseen.",
            "Välj en ny PIN-kod med aktiveringskoden (PUK), som du har fått per brev. Om aktiveringskoden har försvunnit, kontakta registreringsstället.",
            "Set a new PIN with the activation PIN (PUK), which you got by letter. If you no longer have it, contact the registration point.",
        ),
        (PIN,),
    ),
    e.PinNotActivated: Told(
        Text(
            "Kortin tunnuslukua ei ole vielä asetettu",
            "Kortets PIN-kod har inte valts ännu",
            "The card's PIN has not been set yet",
        ),
        Text(
            "Kortti on uusi: se otetaan käyttöön asettamalla omat tunnusluvut aktivointitunnusluvun (PUK) avulla.",
            "Kortet är nytt: det tas i bruk genom att du väljer egna PIN-koder med hjälp av aktiveringskoden (PUK).",
            "The card is new: it is taken into use by setting your own PINs with the activation PIN (PUK).",
        ),
        Text(
            "Aseta kumpikin tunnusluku aktivointitunnusluvulla (PUK). Se on kirjeessä, jonka sait kortin tilattuasi.",
            "Välj båda PIN-koderna med aktiveringskoden (PUK). Den finns i brevet som du fick efter att ha beställt kortet.",
            "Set both PINs with the activation PIN (PUK). It is in the letter that you got after ordering the card.",
        ),
        (PIN,),
    ),
    e.PinLastTries: Told(
        Text(
            "Tunnusluvun yritykset ovat vähissä",
            "Det finns få försök kvar för PIN-koden",
            "Few tries are left for the PIN",
        ),
        Text(
            "Tunnusluku on aiemmin annettu väärin. Ohjelma ei käytä viimeisiä yrityksiä ilman suostumustasi, eikä kortille lähetetty mitään.",
            "PIN-koden har tidigare angetts fel. Programmet använder inte de sista försöken utan ditt samtycke, och ingenting skickades till kortet.",
            "The PIN was entered wrong before. The program does not use the last tries without your consent, and nothing was sent to the card.",
        ),
        Text(
            "Jos olet varma tunnusluvusta, salli yritys ja anna tunnusluku uudelleen. Jos et ole, aseta uusi tunnusluku aktivointitunnusluvulla (PUK).",
            "Om du är säker på PIN-koden, tillåt ett försök och ange den på nytt. Om inte, välj en ny PIN-kod med aktiveringskoden (PUK).",
            "If you are sure of the PIN, allow the try and enter it again. If not, set a new PIN with the activation PIN (PUK).",
        ),
        (PIN, TRIES_LEFT),
    ),
    e.SignatureRejected: Told(
        Text(
            "Kortin aitoutta ei voitu varmistaa",
            "Kortets äkthet kunde inte bekräftas",
            "The card could not be verified",
        ),
        Text(
            "Kortin allekirjoitus ei vastaa sen varmennetta. Kortti voi olla viallinen, tai se ei ole se, joksi se esittäytyy.",
            "Kortets underskrift motsvarar inte dess certifikat. Kortet kan vara defekt, eller så är det inte vad det utger sig för.",
            "The card's signature does not match its certificate. The card may be faulty, or not what it claims to be.",
        ),
        Text(
            "Kokeile kerran uudelleen. Jos sama toistuu, älä käytä korttia: ilmoita siitä tukeen ja rekisteröintipisteeseen.",
            "Försök en gång till. Om felet upprepas, använd inte kortet: meddela supporten och registreringsstället.",
            "Try once more. If it happens again, do not use the card: tell support and the registration point.",
        ),
        (READER, DETAIL),
    ),
}
