"""What is told of invalidating."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import REASON, Detail, Told
from kanta_desk.model.text import Text

_OID = Detail("oid", Text("Asiakirja: {value}.", "Handling: {value}.", "Document: {value}."))

TEXTS: dict[type[e.KantaError], Told] = {
    e.AlreadyInvalidated: Told(
        Text("Asiakirja on jo mitätöity", "Handlingen är redan makulerad", "The document has already been invalidated"),
        Text("Arkisto näyttää asiakirjan mitätöitynä. Uutta pyyntöä ei tarvita eikä lähetetty.", "Arkivet visar handlingen som makulerad. Ingen ny begäran behövs eller skickades.", "The archive shows the document as invalidated. No new request is needed, and none was sent."),
        Text("Katso versioista, kuka mitätöi ja milloin. Mitätöintiä ei voi perua.", "Se i versionerna vem som makulerade och när. En makulering kan inte ångras.", "See in its versions who did it and when. An invalidation cannot be undone."),
        (_OID,),
    ),
    e.AlreadyReplaced: Told(
        Text("Asiakirja on korvattu uudemmalla versiolla", "Handlingen har ersatts av en nyare version", "A newer version has replaced the document"),
        Text("Vain uusin voimassa oleva versio voidaan mitätöidä; mitätöinti koskee silloin koko versiosarjaa.", "Bara den nyaste gällande versionen kan makuleras; makuleringen gäller då hela versionsserien.", "Only the newest version in force can be invalidated; that then concerns all its versions."),
        Text("Avaa asiakirjan versiot, tarkista uusin versio ja mitätöi se, jos sekin on virheellinen.", "Öppna handlingens versioner, granska den nyaste och makulera den om även den är felaktig.", "Open the document's versions, look at the newest, and invalidate that one if it is wrong too."),
        (_OID,),
    ),
    e.VersionChanged: Told(
        Text("Asiakirja on muuttunut arkistossa", "Handlingen har ändrats i arkivet", "The document has changed in the archive"),
        Text("Juuri ennen lähettämistä tehty tarkistus löysi muun version kuin se, jonka vahvistit. Mitään ei lähetetty.", "Kontrollen just före sändningen hittade en annan version än den du bekräftade. Ingenting skickades.", "The look just before sending found another version than the one you confirmed. Nothing was sent."),
        Text("Avaa asiakirja uudelleen, katso mikä muuttui, ja tee mitätöinti tarvittaessa alusta.", "Öppna handlingen på nytt, se vad som ändrats och gör vid behov om makuleringen från början.", "Open the document again, see what changed, and if needed begin the invalidation anew."),
        (_OID,),
    ),
    e.OtherRegister: Told(
        Text("Asiakirja on toisessa rekisterissä", "Handlingen finns i ett annat register", "The document is in another register"),
        Text("Yhdellä kertaa mitätöidään vain yhden rekisterinpitäjän yhdestä rekisteristä, ja siihen tarvitaan oikeus.", "På en gång makuleras bara ur ett register hos en personuppgiftsansvarig, och det kräver behörighet.", "One register of one controller is worked in at a time, and a right there is needed."),
        Text("Vaihda rekisteriä, jos sinulla on siihen oikeus. Muuten pyydä asiakirjan rekisterinpitäjää mitätöimään se.", "Byt register om du har behörighet där. Be annars handlingens personuppgiftsansvarige makulera den.", "Change the register if you have a right there. Otherwise ask the document's controller to invalidate it."),
        (_OID,),
    ),
    e.PlanInvalid: Told(
        Text("Mitätöintiä ei voi tehdä tällaisena", "Makuleringen kan inte göras som den är", "The invalidation cannot be done as it is"),
        Text("Luettelossa on virhe, joten mitään ei lähetetty.", "Det finns ett fel i förteckningen, så ingenting skickades.", "There is a fault in the list, so nothing was sent."),
        Text("Korjaa luettelo ja yritä uudelleen.", "Rätta förteckningen och försök igen.", "Mend the list and try again."),
        (Detail("reason", REASON.text, {
            "empty": Text("luettelo on tyhjä", "förteckningen är tom", "the list is empty"),
            "too many": Text("asiakirjoja on yli 10 000", "det finns över 10 000 handlingar", "there are over 10,000 documents"),
            "twice": Text("sama asiakirja on luettelossa kahdesti", "samma handling finns två gånger i förteckningen", "a document is in the list twice"),
            "unknown plan": Text("suunnitelmaa ei löydy käyttölokista", "planen finns inte i användningsloggen", "the plan is not in the access log"),
            "another person's": Text("suunnitelman on vahvistanut toinen henkilö", "planen har bekräftats av en annan person", "another person confirmed the plan"),
            "withdrawn": Text("ehdotus on peruttu tai jo toteutettu", "förslaget har återtagits eller redan utförts", "the proposal was withdrawn or already carried out"),
            "not a verdict": Text("tiedosto ei ole käyttöönottokokeen tulos", "filen är inte ett resultat av ett driftsättningsprov", "the file is not the verdict of a deployment test"),
            "incomplete verdict": Text("käyttöönottokoe jäi kesken", "driftsättningsprovet blev inte slutfört", "the deployment test was not completed"),
        }),),
    ),
    e.ConfirmationDiffers: Told(
        Text("Vahvistus ei vastaa lähetettävää", "Bekräftelsen motsvarar inte det som ska skickas", "The confirmation does not match what would be sent"),
        Text("Lähetettävien asiakirjojen luettelo on muu kuin se, jonka vahvistit. Mitään ei lähetetty.", "Förteckningen över det som ska skickas är en annan än den du bekräftade. Ingenting skickades.", "The list of what would be sent is another than the one you confirmed. Nothing was sent."),
        Text("Tarkista luettelo ja vahvista se uudelleen.", "Granska förteckningen och bekräfta den på nytt.", "Look through the list and confirm it again."),
    ),
    e.ReasonMissing: Told(
        Text("Mitätöinnin syy puuttuu", "Orsaken till makuleringen saknas", "The reason for the invalidation is missing"),
        Text("Jokaiselle mitätöinnille annetaan syy, joka jää käyttölokiin. Muulle syylle tarvitaan myös selitys.", "Varje makulering ges en orsak som blir kvar i användningsloggen. En annan orsak kräver också en förklaring.", "Every invalidation has a reason, which stays in the access log. Another reason needs an explanation too."),
        Text("Valitse syy ja kirjoita tarvittaessa selitys.", "Välj en orsak och skriv vid behov en förklaring.", "Choose a reason and write an explanation if needed."),
    ),
    e.OutcomeUnknown: Told(
        Text("Ei tiedetä, toteutuiko mitätöinti", "Det är inte känt om makuleringen utfördes", "It is not known whether the invalidation was carried out"),
        Text("Pyyntö lähetettiin, mutta vastausta ei saatu. Ohjelma ei oleta mitään: tulos kysytään arkistosta.", "Begäran skickades men inget svar kom. Programmet antar ingenting: resultatet frågas från arkivet.", "The request was sent, but no answer came. The program assumes nothing: the archive is asked for the outcome."),
        Text("Valitse Mitätöinnit-sivulta ”Selvitä” tai anna komento kanta-desk invalidate --settle, kun yhteys toimii. Älä tee uutta mitätöintiä.", "Välj ”Utred” på sidan Makuleringar eller kör kanta-desk invalidate --settle när förbindelsen fungerar. Gör inte en ny makulering.", "Choose “Settle” on the page Invalidations or run kanta-desk invalidate --settle when the connection works. Do not begin a new invalidation."),
        (_OID,),
    ),
    e.NotConfirmedByArchive: Told(
        Text("Arkisto ei näytä asiakirjaa mitätöitynä", "Arkivet visar inte handlingen som makulerad", "The archive does not show the document as invalidated"),
        Text("Arkisto kuittasi pyynnön, mutta kysyttäessä asiakirja ei ole mitätöity.", "Arkivet kvitterade begäran, men enligt en ny fråga är handlingen inte makulerad.", "The archive acknowledged the request, but when asked again the document is not invalidated."),
        Text("Odota hetki ja selvitä uudelleen. Jos tila ei muutu, ilmoita Kelan Kanta-palveluille sanoman tunnus.", "Vänta en stund och utred på nytt. Om läget inte ändras, meddela FPA:s Kanta-tjänster meddelandets id.", "Wait a moment and settle it again. If nothing changes, tell Kela's Kanta services the message's id."),
        (_OID,),
    ),
    e.NeverSent: Told(
        Text("Mitätöintipyyntöä ei lähetetty", "Makuleringsbegäran skickades inte", "The request was not sent"),
        Text("Työ katkesi ennen lähettämistä. Arkistosta on kysytty: asiakirja on ennallaan.", "Arbetet avbröts före sändningen. Arkivet har frågats: handlingen är oförändrad.", "The work was cut short before sending. The archive was asked: the document is as it was."),
        Text("Tee mitätöinti uudelleen tai jatka keskeytynyttä erää.", "Gör makuleringen på nytt eller fortsätt det avbrutna partiet.", "Invalidate it anew, or go on with the interrupted batch."),
        (_OID,),
    ),
    e.NotCarriedOut: Told(
        Text("Mitätöinti ei toteutunut", "Makuleringen utfördes inte", "The invalidation was not carried out"),
        Text("Pyyntö ei tullut arkistoon perille, eikä se voi enää tulla. Asiakirja on ennallaan.", "Begäran kom inte fram till arkivet och kan inte längre göra det. Handlingen är oförändrad.", "The request did not reach the archive and no longer can. The document is as it was."),
        Text("Tee mitätöinti uudelleen, jos se on yhä tarpeen.", "Gör om makuleringen om den ännu behövs.", "Invalidate it anew if that is still needed."),
        (_OID,),
    ),
    e.SecondPersonNeeded: Told(
        Text("Mitätöintiin tarvitaan toinen henkilö", "Makuleringen kräver en andra person", "The invalidation needs a second person"),
        Text("Rekisterinpitäjä on päättänyt, että yksi ehdottaa ja toinen vahvistaa omalla kortillaan.", "Den personuppgiftsansvarige har bestämt att en föreslår och en annan bekräftar med sitt eget kort.", "The controller has decided that one person proposes and another confirms with a card of their own."),
        Text("Tee ehdotus ja pyydä toista mitätöijää kirjautumaan ja vahvistamaan se.", "Gör ett förslag och be en annan makulerare logga in och bekräfta det.", "Make a proposal and ask another invalidator to sign in and confirm it."),
    ),
    e.RequestUnsigned: Told(
        Text("Pyyntöä ei voitu allekirjoittaa", "Begäran kunde inte undertecknas", "The request could not be signed"),
        Text("Allekirjoitus ei ole sinun varmenteellasi tehty. Mitään ei lähetetty.", "Underskriften är inte gjord med ditt certifikat. Ingenting skickades.", "The signature was not made with your certificate. Nothing was sent."),
        Text("Aseta oma korttisi lukijaan ja yritä uudelleen.", "Sätt ditt eget kort i läsaren och försök igen.", "Put your own card in the reader and try again."),
        (Detail("reason", REASON.text, {
            "another holder": Text("varmenne on toisen henkilön", "certifikatet är en annan persons", "the certificate is another person's"),
        }),),
    ),
    e.PaperMissing: Told(
        Text("Kuittia ei ole", "Det finns inget kvitto", "There is no receipt"),
        Text("Kuitin saa vain toteutuneesta mitätöinnistä.", "Kvitto ges bara för en utförd makulering.", "A receipt is given only for an invalidation that was carried out."),
        Text("Selvitä ensin mitätöinnin tulos.", "Utred först makuleringens resultat.", "Settle the invalidation's outcome first."),
        (_OID,),
    ),
}  # fmt: skip
