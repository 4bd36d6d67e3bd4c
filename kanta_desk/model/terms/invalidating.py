"""The words of statement, receipt and batch report."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

HEADING = Counted(
    Text("Mitätöidään {n} asiakirja lopullisesti", "{n} handling makuleras slutgiltigt", "{n} document will be invalidated for good"),
    Text("Mitätöidään {n} asiakirjaa lopullisesti", "{n} handlingar makuleras slutgiltigt", "{n} documents will be invalidated for good"),
)  # fmt: skip
FOREVER = Text(
    "Mitätöintiä ei voi perua. Se koskee asiakirjan kaikkia versioita. Käytä sitä vain, kun virhettä ei voi korjata uudella versiolla.",
    "En makulering kan inte ångras. Den gäller alla versioner av handlingen. Använd den bara när felet inte kan rättas med en ny version.",
    "An invalidation cannot be undone. It concerns all versions of the document. Use it only where a new version cannot mend the error.",
)  # fmt: skip
SENT = Text(
    "Arkistoon lähetetään kustakin asiakirjasta uusi versio ilman sisältöä. Se korvaa nykyisen version ja merkitsee asiakirjan mitätöidyksi. Pyyntö allekirjoitetaan mitätöijän kortilla (PIN2).",
    "För varje handling skickas till arkivet en ny version utan innehåll. Den ersätter den nuvarande versionen och märker handlingen som makulerad. Begäran undertecknas med makulerarens kort (PIN2).",
    "For each document a new version without content is sent to the archive. It replaces the present version and marks the document as invalidated. The request is signed with the invalidator's card (PIN2).",
)  # fmt: skip
CLIENT_SEES = Text(
    "Asiakas ei enää näe asiakirjan sisältöä OmaKannassa. Mitä mitätöidystä asiakirjasta siellä näkyy, ei ole julkaistu.",
    "Klienten ser inte längre handlingens innehåll i MittKanta. Vad som visas där om en makulerad handling är inte publicerat.",
    "The client no longer sees the document's content in MyKanta. What is shown there of an invalidated document is not published.",
)  # fmt: skip
REASON_KEPT = Text(
    "Syy jää vain omaan käyttölokiin; sitä ei lähetetä.",
    "Orsaken sparas bara i den egna användningsloggen; den skickas inte.",
    "The reason stays in our own access log; it is not sent.",
)
REASON_SENT = Text(
    "Syy lähetetään arkistoon ja jää käyttölokiin.",
    "Orsaken skickas till arkivet och sparas i användningsloggen.",
    "The reason is sent to the archive and kept in the access log.",
)
UNVERIFIED = Text(
    "Sanoman muoto perustuu vahvistamattomiin tietoihin.",
    "Meddelandets form bygger på obekräftade uppgifter.",
    "The message's form stands on facts that are not confirmed.",
)
REFUSED = Counted(
    Text("{n} asiakirjaa ei voi mitätöidä:", "{n} handling kan inte makuleras:", "{n} document cannot be invalidated:"),
    Text("{n} asiakirjaa ei voi mitätöidä:", "{n} handlingar kan inte makuleras:", "{n} documents cannot be invalidated:"),
)  # fmt: skip
CONTROLLER = Text("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller")
REGISTER = Text("Rekisteri", "Register", "Register")
PURPOSE = Text("Käyttötarkoitus", "Användningsändamål", "Purpose of use")
REASON = Text("Syy", "Orsak", "Reason")
DIGEST = Text("Luettelon tiiviste", "Förteckningens kontrollsumma", "Digest of the list")
CLIENTS = Text("Asiakkaita", "Klienter", "Clients")
SIGNER = Text("Allekirjoittaja", "Undertecknare", "Signer")
CLIENT = Text("Asiakas", "Klient", "Client")
DOCUMENT = Text("Asiakirja", "Handling", "Document")
DOCUMENTS = Text("Asiakirjat", "Handlingar", "Documents")
VERSION = Text("Versio", "Version", "Version")
CREATED = Text("Laadittu", "Upprättad", "Created")
NEW_VERSION = Text("Uusi versio", "Ny version", "New version")
SET = Text("Alkuperäistunnus", "Ursprunglig id", "Set")
MESSAGE = Text("Sanoman tunnus", "Meddelandets id", "Message id")

RECEIPT = Text("Mitätöinnin kuitti", "Kvitto på makulering", "Receipt of invalidation")
DONE = Text("Mitätöity", "Makulerad", "Invalidated")
RECEIPT_SAYS = Text(
    "Arkisto näyttää asiakirjan mitätöitynä. Tämä on varmistettu kysymällä arkistosta pyynnön jälkeen.",
    "Arkivet visar handlingen som makulerad. Detta har bekräftats genom en fråga till arkivet efter begäran.",
    "The archive shows the document as invalidated. This was made sure by asking the archive after the request.",
)  # fmt: skip
ASKED = Text("Pyydetty", "Begärd", "Asked")
VERIFIED_AT = Text("Varmistettu", "Bekräftad", "Made sure")
INVALIDATOR = Text("Mitätöijä", "Makulerare", "Invalidator")
PROPOSER = Text("Ehdottaja", "Förslagsställare", "Proposer")
SIGNATURE = Text("Allekirjoitus", "Underskrift", "Signature")
SIGNED_AT = Text("Allekirjoitettu", "Undertecknad", "Signed")
ALGORITHM = Text("Algoritmi", "Algoritm", "Algorithm")
CERTIFICATE = Text("Varmenne (SHA-256)", "Certifikat (SHA-256)", "Certificate (SHA-256)")
LOG_HEAD = Text("Käyttölokin tiiviste", "Användningsloggens kontrollsumma", "Access log head")
FRAME = Text("Pyyntö (SHA-256)", "Begäran (SHA-256)", "Request (SHA-256)")
HOW_TO_CHECK = Text(
    "Allekirjoitettu pyyntö on tämän tiedoston liitteenä (pyynto.xml). Allekirjoitus (XML-DSig) on pyynnössä ja kattaa sen kokonaan sekä käyttölokin tilan allekirjoitushetkellä; sen voi tarkistaa esimerkiksi ohjelmalla xmlsec1.",
    "Den undertecknade begäran är bifogad till denna fil (pyynto.xml). Underskriften (XML-DSig) finns i begäran och täcker den i sin helhet samt användningsloggens tillstånd vid undertecknandet; den kan kontrolleras till exempel med programmet xmlsec1.",
    "The signed request is attached to this file (pyynto.xml). The signature (XML-DSig) is in the request and covers all of it, and the state of the access log at that moment; it can be checked with xmlsec1, for example.",
)  # fmt: skip
SIGNATURE_VALUE = Text("Allekirjoituksen arvo", "Underskriftens värde", "Signature value")
CERTIFICATE_WHOLE = Text("Varmenne", "Certifikat", "Certificate")
STATEMENT = Text("Mitä allekirjoitettiin", "Vad som undertecknades", "What was signed")
STATEMENT_SAYS = Text(
    "Asiakirjan {oid} (versio {version}, alkuperäistunnus {set_id}) korvaa sisällötön versio {new_oid}, joka merkitsee asiakirjan mitätöidyksi. Sanoma {message}.",
    "Handlingen {oid} (version {version}, ursprunglig id {set_id}) ersätts av versionen {new_oid} utan innehåll, som märker handlingen som makulerad. Meddelande {message}.",
    "Document {oid} (version {version}, set {set_id}) is replaced by version {new_oid} without content, which marks the document as invalidated. Message {message}.",
)  # fmt: skip
GENERATED = Text(
    "Laadittu {time} · Kanta Desk", "Framställt {time} · Kanta Desk", "Made {time} · Kanta Desk"
)
BATCH = Text("Mitätöinnin tulos", "Makuleringens resultat", "Outcome of the invalidation")
FATE = Text("Tulos", "Resultat", "Outcome")
BATCH_SAYS = Text(
    "Mitä kullekin asiakirjalle tapahtui käyttölokin mukaan. Jokainen mitätöity on varmistettu kysymällä arkistosta pyynnön jälkeen; kustakin saa allekirjoitetun kuitin.",
    "Vad som hände varje handling enligt användningsloggen. Varje makulering har bekräftats genom en fråga till arkivet efter begäran; för var och en fås ett undertecknat kvitto.",
    "What became of each document, by the access log. Each invalidation was made sure of by asking the archive after the request; each has a signed receipt of its own.",
)  # fmt: skip
CONFIRMED = Text("Vahvistettu", "Bekräftad", "Confirmed")
SETTLED_AT = Text("Tiedossa", "Känt sedan", "Known since")
