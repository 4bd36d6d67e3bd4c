"""What is told of setting PINs, of the activation PIN, of readers with a pad, of cards refused."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.people import CARD_TYPE_NAMES
from kanta_desk.model.terms.texts_card import PIN, TRIES_LEFT
from kanta_desk.model.terms.told import READER, Detail, Told
from kanta_desk.model.text import Text

_DIGITS = Detail(
    "digits",
    Text(
        "Kortti ottaa {value} numeroa.",
        "Kortet tar emot {value} siffror.",
        "The card takes {value} digits.",
    ),
)
_KIND = Detail(
    "kind",
    Text("Kortti on {value}.", "Kortet är ett {value}.", "The card is: {value}."),
    {kind.value: name for kind, name in CARD_TYPE_NAMES.items()},
)
_WHY = Detail(
    "why",
    Text("{value}.", "{value}.", "{value}."),
    {
        "timeout": Text(
            "Lukija odotti numeroita liian kauan",
            "Läsaren väntade för länge på siffrorna",
            "The reader waited too long for the digits",
        ),
        "cancelled": Text(
            "Näppäily keskeytettiin lukijassa",
            "Inmatningen avbröts på läsaren",
            "Typing was cancelled on the reader",
        ),
        "differ": Text(
            "Uusi tunnusluku näppäiltiin kahdella eri tavalla",
            "Den nya PIN-koden matades in på två olika sätt",
            "The new PIN was typed in two different ways",
        ),
        "length": Text(
            "Numeroita oli liian vähän tai liikaa",
            "Siffrorna var för få eller för många",
            "There were too few or too many digits",
        ),
        "unable": Text(
            "Tämän kortin tunnuslukua ei voi vaihtaa tällä lukijalla",
            "Kortets PIN-kod kan inte bytas på den här läsaren",
            "This card's PIN cannot be changed on this reader",
        ),
    },
)

TEXTS: dict[type[e.KantaError], Told] = {
    e.CardNotAccepted: Told(
        Text(
            "Tällä kortilla ei kirjauduta Kanta Deskiin",
            "Man loggar inte in i Kanta Desk med det här kortet",
            "This kind of card does not sign in here",
        ),
        Text(
            "Kortti on kunnossa, mutta Kanta Deskiin kirjaudutaan sosiaali- ja terveydenhuollon varmennekortilla. Tunnuslukua ei kysytty.",
            "Kortet är i sin ordning, men man loggar in i Kanta Desk med ett certifikatkort inom social- och hälsovården. Ingen PIN-kod efterfrågades.",
            "The card is good, but Kanta Desk is signed in to with a certificate card of social welfare and health care. No PIN was asked for.",
        ),
        Text(
            "Aseta lukijaan ammatti-, henkilöstö-, toimija- tai varakorttisi.",
            "Sätt ditt yrkes-, personal-, aktörs- eller reservkort i läsaren.",
            "Insert your professional, staff, operator or backup card.",
        ),
        (_KIND, READER),
    ),
    e.PinFormat: Told(
        Text("Tunnusluvun muoto on väärä", "PIN-koden har fel form", "The PIN has the wrong form"),
        Text(
            "Tunnusluvussa on pelkkiä numeroita, ja niitä on oltava oikea määrä. Tunnuslukua ei annettu kortille, eikä yrityksiä kulunut.",
            "En PIN-kod består av enbart siffror, och de ska vara rätt till antalet. PIN-koden gavs inte till kortet, och inget försök gick åt.",
            "A PIN is made of digits alone, and of the right number of them. It was not given to the card, and no try was used.",
        ),
        Text(
            "Kirjoita tunnusluku pelkin numeroin ja tarkista niiden määrä.",
            "Skriv PIN-koden med enbart siffror och kontrollera hur många de är.",
            "Type the PIN with digits only, and check how many they are.",
        ),
        (PIN, _DIGITS),
    ),
    e.NewPinRefused: Told(
        Text(
            "Uusi tunnusluku ei kelpaa",
            "Den nya PIN-koden duger inte",
            "The new PIN is not acceptable",
        ),
        Text(
            "Kortti ei ota uutta tunnuslukua, tai se on sama kuin vanha. Vanha tunnusluku on edelleen voimassa.",
            "Kortet tar inte emot den nya PIN-koden, eller så är den samma som den gamla. Den gamla PIN-koden gäller fortfarande.",
            "The card does not take the new PIN, or it is the same as the old one. The old PIN still holds.",
        ),
        Text("Valitse toinen tunnusluku.", "Välj en annan PIN-kod.", "Choose another PIN."),
        (PIN,),
    ),
    e.PinChangeUnknown: Told(
        Text(
            "Ei tiedetä, vaihtuiko tunnusluku",
            "Det är inte känt om PIN-koden byttes",
            "It is not known whether the PIN was set",
        ),
        Text(
            "Yhteys korttiin katkesi, kun uutta tunnuslukua asetettiin. Kortti saattoi ehtiä ottaa sen käyttöön.",
            "Kontakten med kortet bröts när den nya PIN-koden skulle tas i bruk. Kortet kan ha hunnit ta den i bruk.",
            "The connection to the card was lost while the new PIN was being set. The card may have taken it.",
        ),
        Text(
            "Aseta kortti takaisin lukijaan ja kokeile ensin uutta tunnuslukua, sitten vanhaa. Katso ennen kumpaakin, montako yritystä on jäljellä.",
            "Sätt tillbaka kortet och prova först den nya PIN-koden, sedan den gamla. Kontrollera före båda hur många försök som är kvar.",
            "Put the card back and try the new PIN first, then the old one. Look before each at how many tries are left.",
        ),
        (PIN,),
    ),
    e.PinAskedAgain: Told(
        Text(
            "Kortti pyytää tunnuslukua uudelleen",
            "Kortet begär PIN-koden på nytt",
            "The card asks for the PIN again",
        ),
        Text(
            "Kortti ei allekirjoita useampaa kertaa samalla tunnusluvun antamisella. Jo tehdyt allekirjoitukset ovat kunnossa.",
            "Kortet skriver inte under flera gånger på samma inmatning av PIN-koden. De underskrifter som redan gjorts är giltiga.",
            "The card does not make another signature on one entry of the PIN. The signatures made so far are good.",
        ),
        Text(
            "Anna tunnusluku uudelleen ja jatka siitä, mihin jäit.",
            "Ange PIN-koden på nytt och fortsätt där du blev.",
            "Enter the PIN again and go on from where you were.",
        ),
        (PIN,),
    ),
    e.PukWrong: Told(
        Text(
            "Aktivointitunnusluku on väärä",
            "Fel aktiveringskod",
            "The activation PIN is wrong",
        ),
        Text(
            "Kortti ei hyväksynyt aktivointitunnuslukua (PUK). Tunnuslukua ei asetettu.",
            "Kortet godkände inte aktiveringskoden (PUK). Ingen PIN-kod valdes.",
            "The card did not accept the activation PIN (PUK). No PIN was set.",
        ),
        Text(
            "Tarkista numerot kirjeestä. Jos yritykset loppuvat, korttia ei voi enää avata ja tarvitset uuden kortin.",
            "Kontrollera siffrorna i brevet. När försöken tar slut kan kortet inte längre låsas upp, och du behöver ett nytt kort.",
            "Check the digits in the letter. When no tries are left, the card can no longer be opened and you need a new one.",
        ),
        (TRIES_LEFT,),
    ),
    e.PukBlocked: Told(
        Text(
            "Aktivointitunnusluku on lukkiutunut",
            "Aktiveringskoden är låst",
            "The activation PIN is blocked",
        ),
        Text(
            "Aktivointitunnusluku (PUK) on annettu väärin liian monta kertaa. Kortin tunnuslukuja ei voi enää asettaa.",
            "Aktiveringskoden (PUK) har angetts fel för många gånger. Kortets PIN-koder kan inte längre väljas.",
            "The activation PIN (PUK) was entered wrong too many times. The card's PINs can no longer be set.",
        ),
        Text(
            "Tilaa uusi kortti rekisteröintipisteestä ja käytä sitä odottaessasi varakorttia.",
            "Beställ ett nytt kort på registreringsstället och använd ett reservkort så länge.",
            "Order a new card at the registration point and use a backup card meanwhile.",
        ),
    ),
    e.PukLastTries: Told(
        Text(
            "Aktivointitunnusluvun yritykset ovat vähissä",
            "Få försök kvar för aktiveringskoden",
            "Few tries are left for the activation PIN",
        ),
        Text(
            "Aktivointitunnusluku (PUK) on aiemmin annettu väärin. Ohjelma ei käytä viimeisiä yrityksiä ilman suostumustasi, eikä kortille annettu mitään.",
            "Aktiveringskoden (PUK) har tidigare angetts fel. Programmet använder inte de sista försöken utan ditt samtycke, och ingenting gavs till kortet.",
            "The activation PIN (PUK) was entered wrong before. The program does not use the last tries without your consent, and nothing was given to the card.",
        ),
        Text(
            "Salli yritys vain, jos luet aktivointitunnusluvun kirjeestä. Jos sitä ei ole, ota yhteys rekisteröintipisteeseen.",
            "Tillåt ett försök bara om du läser aktiveringskoden i brevet. Om du inte har brevet, kontakta registreringsstället.",
            "Allow a try only if you read the activation PIN from the letter. If you do not have it, contact the registration point.",
        ),
        (TRIES_LEFT,),
    ),
    e.PukFormat: Told(
        Text(
            "Aktivointitunnusluvun muoto on väärä",
            "Aktiveringskoden har fel form",
            "The activation PIN has the wrong form",
        ),
        Text(
            "Aktivointitunnusluvussa (PUK) on pelkkiä numeroita, ja niitä on oltava oikea määrä. Sitä ei annettu kortille, eikä yrityksiä kulunut.",
            "Aktiveringskoden (PUK) består av enbart siffror, och de ska vara rätt till antalet. Den gavs inte till kortet, och inget försök gick åt.",
            "The activation PIN (PUK) is made of digits alone, and of the right number of them. It was not given to the card, and no try was used.",
        ),
        Text(
            "Kirjoita aktivointitunnusluku kirjeestä pelkin numeroin.",
            "Skriv aktiveringskoden ur brevet med enbart siffror.",
            "Type the activation PIN from the letter with digits only.",
        ),
        (_DIGITS,),
    ),
    e.PinPadMissing: Told(
        Text(
            "Lukijassa ei ole näppäimiä",
            "Läsaren saknar knappsats",
            "The reader has no keys",
        ),
        Text(
            "Tunnusluku piti näppäillä lukijassa, mutta lukijassa ei ole näppäimiä tai järjestelmä ei tunne niitä.",
            "PIN-koden skulle matas in på läsaren, men läsaren har ingen knappsats eller systemet känner inte till den.",
            "The PIN was to be typed on the reader, but the reader has no keys or the system does not know of them.",
        ),
        Text(
            "Anna tunnusluku tietokoneella.",
            "Ange PIN-koden på datorn.",
            "Enter the PIN on the computer.",
        ),
        (READER,),
    ),
    e.PinPadEnded: Told(
        Text(
            "Tunnuslukua ei annettu lukijassa",
            "Ingen PIN-kod matades in på läsaren",
            "No PIN was given on the reader",
        ),
        Text(
            "Lukija ei antanut kortille mitään, eikä yrityksiä kulunut.",
            "Läsaren gav ingenting till kortet, och inget försök gick åt.",
            "The reader gave nothing to the card, and no try was used.",
        ),
        Text(
            "Yritä uudelleen ja vahvista numerot lukijan OK-näppäimellä, tai anna tunnusluku tietokoneella.",
            "Försök igen och bekräfta siffrorna med läsarens OK-knapp, eller ange PIN-koden på datorn.",
            "Try again and confirm the digits with the reader's OK key, or enter the PIN on the computer.",
        ),
        (_WHY, READER),
    ),
}
