"""What `runs …` says: help and words."""

from __future__ import annotations

from kanta_desk.model.text import Text

RUNS = Text(
    "Kokeen ajot: jatka, uusi, vertaa ja päätä.",
    "Provets körningar: fortsätt, kör om, jämför och avgör.",
    "Runs of tests: go on, run again, compare, decide.",
)
LIST = Text("Näytä rekisterin ajot.", "Visa registrets körningar.", "Show the register's runs.")
SHOW = Text("Näytä ajon tulos.", "Visa en körnings resultat.", "Show what a run found.")
RESUME = Text(
    "Jatka kesken jäänyttä ajoa.", "Fortsätt en avbruten körning.", "Go on with a halted run."
)
AGAIN = Text(
    "Aja uudelleen se, mikä ei ollut kunnossa.",
    "Kör om det som inte var i ordning.",
    "Run again what was not in order.",
)
PAPERS = Text(
    "Kirjoita ajosta raportti ja sen liitteet, päätöksineen.",
    "Skriv rapporten om en körning med bilagor och avgöranden.",
    "Write the report of a run and its annexes, with the decisions.",
)
CHANGES = Text(
    "Näytä, mikä muuttui ajosta toiseen.",
    "Visa vad som ändrats mellan körningar.",
    "Show what changed between two runs.",
)
CHOOSE = Text(
    "Valitse asiakirja, jota rivi tarkoittaa.",
    "Välj handlingen som en rad avser.",
    "Choose the document that a row means.",
)
DECIDE = Text("Kirjaa päätös ruudusta.", "Anteckna beslut om en ruta.", "Decide on a cell.")
REPORTED = Text(
    "Merkitse koe raportoiduksi.", "Märk provet som rapporterat.", "Mark the test as reported."
)
FORGET = Text(
    "Poista ajo historiasta.", "Ta bort en körning ur historiken.", "Take a run off the history."
)
RUN = Text(
    "ajon tunnus tai sen alku; ilman tunnusta uusin",
    "körningens id eller dess början; utan id den nyaste",
    "the run's id or its beginning; the newest without one",
)
PLAN = Text(
    "korjattu suunnitelma saman kokeen uusintaan",
    "den rättade planen för omkörningen",
    "the corrected plan to run again",
)
ROW = Text(
    "rivin avain tai asiakirjan tunnus", "radens nyckel eller handlingens id", "row or document"
)
ASPECT = Text(
    "archived, register, metadata, content tai row",
    "archived, register, metadata, content eller row",
    "archived, register, metadata, content or row",
)
RULING = Text(
    "accepted, fault tai store-again",
    "accepted, fault eller store-again",
    "accepted, fault or store-again",
)
DOCUMENT = Text(
    "ehdokkaan OID, tai none", "kandidatens OID, eller none", "a candidate's OID, or none"
)
REASON = Text("perustelu; jää lokiin", "motivering; blir i loggen", "the reason; stays in the log")
DAY = Text("päivä; oletus tänään", "dag; förval i dag", "the day; today by default")
HOW = Text("miten raportoitiin", "hur det rapporterades", "how it was reported")
REAL = Text(
    "peruste katsoa oikeita asiakkaita; jää lokiin",
    "grund att se verkliga klienter; blir i loggen",
    "basis for looking at real clients; stays in the log",
)

NO_RUNS = Text("Ajoja ei ole.", "Det finns inga körningar.", "There are no runs.")
HALTED = Text(
    "Tämän suunnitelman ajo {run} jäi kesken. Jatka sitä: kanta-desk runs resume {run}",
    "Körningen {run} av denna plan avbröts. Fortsätt: kanta-desk runs resume {run}",
    "The run {run} of this plan came to a halt. Go on with it: kanta-desk runs resume {run}",
)
LINE = Text(
    "{run}  {day}  {plan}  {done}/{total}  {state}",
    "{run}  {day}  {plan}  {done}/{total}  {state}",
    "{run}  {day}  {plan}  {done}/{total}  {state}",
)
NOTHING_CHANGED = Text("Mikään ei muuttunut.", "Inget har ändrats.", "Nothing changed.")
NO_ROW = Text(
    "Ajossa ei ole riviä {row}.", "Körningen har ingen rad {row}.", "The run has no row {row}."
)
OTHER_PAIR = Text("toinen asiakirja", "en annan handling", "another document")
OTHER_CONTENT = Text("sisältö muuttunut", "innehållet ändrat", "content changed")
APPEARED = Text("uusi odottamaton: {oid}", "ny oväntad: {oid}", "new and unexpected: {oid}")
GONE = Text("ei enää: {oid}", "inte längre: {oid}", "no longer there: {oid}")
CHOSEN = Text(
    "Valinta kirjattiin. Se pätee seuraavasta ajosta: kanta-desk runs again {run}",
    "Valet antecknades. Det gäller från nästa körning: kanta-desk runs again {run}",
    "The choice was kept. It holds from the next run: kanta-desk runs again {run}",
)
KEPT = Text("Kirjattiin.", "Antecknades.", "Kept.")
