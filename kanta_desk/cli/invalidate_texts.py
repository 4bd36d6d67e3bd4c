"""Help and words of `invalidate`."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

INVALIDATE = Text(
    "Mitätöi asiakirjoja lopullisesti. Kysyy vahvistuksen ja PIN2:n.",
    "Makulera handlingar slutgiltigt. Frågar efter bekräftelse och PIN2.",
    "Invalidate documents for good. Asks for confirmation and PIN2.",
)
REASON = Text("syyn koodi", "orsakens kod", "code of the reason")
TEXT = Text("selitys syyhyn", "förklaring till orsaken", "words to the reason")
DRY_RUN = Text(
    "näytä mitä lähetettäisiin; ei lähetä mitään",
    "visa vad som skulle skickas; skickar ingenting",
    "show what would be sent; sends nothing",
)
SETTLE = Text(
    "kysy arkistosta, mitä keskeytyneille pyynnöille tapahtui; oma allekirjoitettu pyyntö, joka ei "
    "mennyt perille, lähetetään uudelleen",
    "fråga arkivet vad som hänt med avbrutna begäranden; en egen undertecknad begäran som inte kom "
    "fram sänds på nytt",
    "ask the archive what became of requests that broke off; a signed one of your own that did not "
    "arrive is sent again",
)
FROM = Text(
    "käyttöönottokokeen tulos (verdict.json), jonka asiakirjat mitätöidään",
    "driftsättningsprovets resultat (verdict.json) vars handlingar makuleras",
    "verdict.json of a deployment test whose documents are invalidated",
)
PROPOSE = Text(
    "jätä ehdotus toisen henkilön vahvistettavaksi",
    "lämna ett förslag för en annan person att bekräfta",
    "leave a proposal for another person to confirm",
)
PLAN = Text(
    "vahvista ehdotus tai jatka keskeytynyttä erää (tunnus: --list)",
    "bekräfta ett förslag eller fortsätt ett avbrutet parti (id: --list)",
    "confirm a proposal or go on with an interrupted batch (its id: --list)",
)
LIST = Text(
    "luettele mitätöinnit ja odottavat suunnitelmat",
    "lista makuleringar och väntande planer",
    "list invalidations and plans that wait",
)
RECEIPTS = Text(
    "kirjoita kuitit tähän kansioon", "skriv kvitton i denna mapp", "write receipts to this folder"
)
REPORT = Text(
    "kirjoita erän raportti (PDF/A); aiemman erän: --list --plan TUNNUS",
    "skriv rapport om partiet (PDF/A); om ett tidigare: --list --plan ID",
    "write a report of the batch (PDF/A); of an earlier one: --list --plan ID",
)
REPORT_OF_WHICH = Text(
    "Minkä erän raportti? Anna sen tunnus: --plan (tunnus: --list --json)",
    "Rapport om vilket parti? Ange dess id: --plan (id: --list --json)",
    "A report of which batch? Give its id: --plan (its id: --list --json)",
)
REPORTED = Text(
    "Raportti kirjoitettiin: {path}", "Rapporten skrevs: {path}", "The report was written: {path}"
)
STOP = Text(
    "pysähdy ensimmäiseen torjuntaan", "stanna vid första avslaget", "stop at the first refusal"
)
REASONS = Text("Syyt:", "Orsaker:", "Reasons:")
NOTHING = Text("Ei mitätöitävää.", "Inget att makulera.", "Nothing to invalidate.")
CONFIRM_ONE = Text(
    "Vahvista kirjoittamalla asiakirjan tunnuksen neljä viimeistä merkkiä",
    "Bekräfta genom att skriva de fyra sista tecknen i handlingens id",
    "Confirm by typing the last four characters of the document's id",
)
CONFIRM_MANY = Text(
    "Vahvista kirjoittamalla asiakirjojen määrä",
    "Bekräfta genom att skriva antalet handlingar",
    "Confirm by typing the number of documents",
)
NOT_CONFIRMED = Text(
    "Ei vahvistettu. Mitään ei lähetetty.",
    "Inte bekräftat. Ingenting skickades.",
    "Not confirmed. Nothing was sent.",
)
ASK_PIN = Text("Allekirjoitustunnusluku (PIN2): ", "Signaturkod (PIN2): ", "Signature PIN (PIN2): ")
EACH = Text(
    "Tämä kortti vaatii PIN2:n joka allekirjoitukseen. Annat sen kerran; ohjelma antaa sen "
    "kortille joka allekirjoituksessa ja unohtaa sen, kun erä päättyy.",
    "Detta kort kräver PIN2 för varje underskrift. Du anger den en gång; programmet ger den till "
    "kortet vid varje underskrift och glömmer den när partiet är slut.",
    "This card wants PIN2 for each signature. You give it once; the program gives it to the card "
    "for each signature, and forgets it when the batch ends.",
)
ONCE = Text(
    "PIN2 annetaan kerran koko erää varten.",
    "PIN2 anges en gång för hela partiet.",
    "PIN2 is given once for the whole batch.",
)
FEW = Text(
    "Yrityksiä on jäljellä vähän: väärä PIN2 voi lukita kortin.",
    "Få försök återstår: en felaktig PIN2 kan låsa kortet.",
    "Few tries are left: a wrong PIN2 may block the card.",
)
PROPOSED = Text(
    "Ehdotus {plan} odottaa toisen henkilön vahvistusta.",
    "Förslaget {plan} väntar på en annan persons bekräftelse.",
    "Proposal {plan} waits for another person's confirmation.",
)
DONE = Counted(
    Text("{n} asiakirja mitätöity.", "{n} handling makulerad.", "{n} document invalidated."),
    Text("{n} asiakirjaa mitätöity.", "{n} handlingar makulerade.", "{n} documents invalidated."),
)
LEFT = Text(
    "Kesken jäi {count}. Selvitä: kanta-desk invalidate --settle; jatka: --plan {plan}",
    "{count} blev ogjorda. Utred: kanta-desk invalidate --settle; fortsätt: --plan {plan}",
    "{count} were left. Settle: kanta-desk invalidate --settle; go on: --plan {plan}",
)
STOPPED = Text(
    "Keskeytyi: {title} ({code}).", "Avbröts: {title} ({code}).", "Stopped: {title} ({code})."
)
UNSEALED = Text(
    "Varoitus: kortti ei sinetöinyt lokia mitätöintien jälkeen: {title} ({code}). Mitätöinnit "
    "ovat voimassa ja lokissa. Sinetöi loki: kanta-desk log checkpoint --card",
    "Varning: kortet förseglade inte loggen efter makuleringarna: {title} ({code}). "
    "Makuleringarna gäller och finns i loggen. Försegla loggen: kanta-desk log checkpoint --card",
    "Warning: the card did not seal the log after the invalidations: {title} ({code}). The "
    "invalidations stand and are in the log. Seal the log: kanta-desk log checkpoint --card",
)
SETTLED = Counted(
    Text("{n} pyyntö kysytty arkistosta.", "{n} begäran frågad.", "{n} request asked for."),
    Text("{n} pyyntöä kysytty arkistosta.", "{n} begäranden frågade.", "{n} requests asked for."),
)
HEAD = (
    Text("Aika", "Tid", "Time"),
    Text("Asiakirja", "Handling", "Document"),
    Text("Tulos", "Resultat", "Outcome"),
    Text("Mitätöijä", "Makulerare", "Invalidator"),
    Text("Syy", "Orsak", "Reason"),
)
WAITING = Text("Odottavat suunnitelmat:", "Väntande planer:", "Plans that wait:")
