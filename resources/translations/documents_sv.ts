<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>BackgroundView</name>
    <message>
        <source>Whose document is it, and why</source>
        <translation>Vems handling är detta och varför</translation>
    </message>
    <message>
        <source>What does the client see in OmaKanta</source>
        <translation>Vad klienten ser i MittKanta</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Underskrift</translation>
    </message>
    <message>
        <source>What stands behind the document</source>
        <translation>Handlingens bakgrund</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>inte angivet</translation>
    </message>
    <message>
        <source>Concluded from the metadata: what OmaKanta really shows, the archivist cannot see.</source>
        <translation>Slutsats ur beskrivningsuppgifterna: arkivarien ser inte vad MittKanta verkligen visar.</translation>
    </message>
    <message>
        <source>Is shown since {time}</source>
        <translation>Syns sedan {time}</translation>
    </message>
    <message>
        <source>Is shown</source>
        <translation>Syns</translation>
    </message>
    <message>
        <source>Is shown from {time} on</source>
        <translation>Syns först från {time}</translation>
    </message>
    <message>
        <source>Is not shown</source>
        <translation>Syns inte</translation>
    </message>
    <message>
        <source>It is not known whether it is shown</source>
        <translation>Okänt om den syns</translation>
    </message>
    <message>
        <source>by a published source</source>
        <translation>enligt en publicerad källa</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>antaget</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>inte bekräftat</translation>
    </message>
    <message>
        <source>{how_sure}: {source}</source>
        <translation>{how_sure}: {source}</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>As at first</source>
        <translation>Återställ de ursprungliga</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>Service task</source>
        <translation>Serviceuppgift</translation>
    </message>
    <message>
        <source>All service tasks</source>
        <translation>Alla serviceuppgifter</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Handlingstyp</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alla typer</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Skapad tidigast</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Skapad senast</translation>
    </message>
    <message>
        <source>Service process</source>
        <translation>Serviceprocess</translation>
    </message>
    <message>
        <source>All service processes</source>
        <translation>Alla serviceprocesser</translation>
    </message>
    <message>
        <source>Document group</source>
        <translation>Handlingsgrupp</translation>
    </message>
    <message>
        <source>All document groups</source>
        <translation>Alla handlingsgrupper</translation>
    </message>
    <message>
        <source>Archived from</source>
        <translation>Arkiverad från</translation>
    </message>
    <message>
        <source>Archived to</source>
        <translation>Arkiverad till</translation>
    </message>
    <message>
        <source>Professional's identifier</source>
        <translation>Den yrkesutbildades beteckning</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Tjänsteproducent</translation>
    </message>
    <message>
        <source>Producer: business id or OID</source>
        <translation>Tjänsteproducent: FO-nummer eller OID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Skapad</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arkiverad</translation>
    </message>
    <message>
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Dagen kan inte läsas. Skriv den som 22.11.2026.</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Den första dagen infaller efter den sista.</translation>
    </message>
    <message>
        <source>The producer is not a business id (1234567-8) nor an OID. Nothing was sent.</source>
        <translation>Tjänsteproducenten är varken ett FO-nummer (1234567-8) eller en OID. Ingenting skickades.</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>old document</source>
        <translation>gammal handling</translation>
    </message>
    <message>
        <source>Parts of the document</source>
        <translation>Handlingens delar</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Förklaring</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Iakttagelser</translation>
    </message>
    <message>
        <source>Metadata of the document</source>
        <translation>Handlingens beskrivningsuppgifter</translation>
    </message>
    <message>
        <source>No document chosen</source>
        <translation>Ingen handling har valts</translation>
    </message>
    <message>
        <source>Choose a row to see its metadata. Double-click or press Enter to open it.</source>
        <translation>Välj en rad för att se beskrivningsuppgifterna. Dubbelklicka eller tryck Enter för att öppna handlingen.</translation>
    </message>
    <message>
        <source>Document id {oid}</source>
        <translation>Handlingens id {oid}</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>This version has been invalidated</source>
        <translation>Denna version har makulerats</translation>
    </message>
    <message>
        <source>It must not be used in deciding on the client's matters.</source>
        <translation>Den får inte användas i beslut som gäller klienten.</translation>
    </message>
    <message>
        <source>A newer version has replaced this one</source>
        <translation>En nyare version har ersatt denna</translation>
    </message>
    <message>
        <source>The Versions tab shows which.</source>
        <translation>Fliken Versioner visar vilken.</translation>
    </message>
    <message>
        <source>Stored into another's register by right to use the register</source>
        <translation>Lagrad i en annan personuppgiftsansvarigs register med rätt att använda registret</translation>
    </message>
    <message>
        <source>Register of {controller}. Produced by {producer}.</source>
        <translation>Personuppgiftsansvarig: {controller}. Tjänsteproducent: {producer}.</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>Iakttagelser ({count})</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Handlingar</translation>
    </message>
    <message>
        <source>Searching the archive…</source>
        <translation>Söker i arkivet…</translation>
    </message>
    <message>
        <source>Fetching more…</source>
        <translation>Hämtar fler…</translation>
    </message>
    <message>
        <source>Fetching the document…</source>
        <translation>Hämtar handlingen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Checking the document…</source>
        <translation>Kontrollerar handlingen…</translation>
    </message>
    <message>
        <source>Compare with the version before</source>
        <translation>Jämför med föregående version</translation>
    </message>
    <message>
        <source>Choose the other document</source>
        <translation>Välj den andra handlingen</translation>
    </message>
    <message>
        <source>Choose it in the table: the two are then opened side by side, and logged.</source>
        <translation>Välj den i tabellen: båda öppnas sida vid sida, och öppnandena antecknas.</translation>
    </message>
</context>
<context>
    <name>FacetsView</name>
    <message>
        <source>Clear the choices</source>
        <translation>Ta bort avgränsningarna</translation>
    </message>
    <message>
        <source>Narrow what was found</source>
        <translation>Avgränsa det som hittades</translation>
    </message>
    <message>
        <source>What was found is all alike: nothing to narrow by.</source>
        <translation>Allt som hittades är likadant: inget att avgränsa med.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln till</numerusform>
            <numerusform>%Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Serviceuppgift</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Personuppgiftsansvarig</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Tjänsteproducent</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Findings in the metadata</source>
        <translation>Iakttagelser i uppgifterna</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>ingen tid</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>ingen serviceuppgift</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>ingen typ</translation>
    </message>
    <message>
        <source>no controller</source>
        <translation>ingen personuppgiftsansvarig</translation>
    </message>
    <message>
        <source>no producer</source>
        <translation>ingen tjänsteproducent</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>fel</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>varningar</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>anmärkningar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>inga iakttagelser</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>inte kontrollerat än</translation>
    </message>
</context>
<context>
    <name>FieldsList</name>
    <message>
        <source>Copy the value</source>
        <translation>Kopiera värdet</translation>
    </message>
    <message>
        <source>Copy the code or OID</source>
        <translation>Kopiera koden eller OID:n</translation>
    </message>
    <message>
        <source>Copy the field and its value</source>
        <translation>Kopiera fältet och värdet</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Not checked yet</source>
        <translation>Inte kontrollerad ännu</translation>
    </message>
    <message>
        <source>Open the document: its metadata and content are then checked.</source>
        <translation>Öppna handlingen, så kontrolleras dess beskrivningsuppgifter och innehåll.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Inga iakttagelser</translation>
    </message>
    <message>
        <source>The metadata and the content passed every check.</source>
        <translation>Beskrivningsuppgifterna och innehållet klarade alla kontroller.</translation>
    </message>
    <message>
        <source>Findings of the checks</source>
        <translation>Kontrollernas iakttagelser</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Every search is written to the access log.</source>
        <translation>Varje sökning antecknas i användningsloggen.</translation>
    </message>
    <message>
        <source>Personal identity code</source>
        <translation>Personbeteckning</translation>
    </message>
    <message>
        <source>Temporary identifier: write its value after its root.</source>
        <translation>Tillfällig beteckning: skriv beteckningen efter roten.</translation>
    </message>
    <message>
        <source>Temporary identifier</source>
        <translation>Tillfällig beteckning</translation>
    </message>
    <message>
        <source>Name: the date of birth is needed too, such as 1.1.1981.</source>
        <translation>Namn: också födelsetiden behövs, till exempel 1.1.1981.</translation>
    </message>
    <message>
        <source>Name and date of birth</source>
        <translation>Namn och födelsetid</translation>
    </message>
    <message>
        <source>Document id (OID)</source>
        <translation>Handlingens id (OID)</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Ärendenummer</translation>
    </message>
    <message>
        <source>This is not in the archive that the archivist searches.</source>
        <translation>Detta finns inte i arkivet där arkivarien söker.</translation>
    </message>
    <message>
        <source>Write whom or what to search for.</source>
        <translation>Skriv vem eller vad du söker.</translation>
    </message>
    <message>
        <source>A personal identity code has the form 010181-900C. Nothing was sent.</source>
        <translation>En personbeteckning har formen 010181-900C. Inget skickades.</translation>
    </message>
    <message>
        <source>The personal identity code has a date that does not exist. Nothing was sent.</source>
        <translation>Personbeteckningens datum finns inte. Inget skickades.</translation>
    </message>
    <message>
        <source>The personal identity code's check character does not match: one of its characters is wrong. Nothing was sent.</source>
        <translation>Personbeteckningens kontrolltecken stämmer inte: något tecken är fel. Inget skickades.</translation>
    </message>
    <message>
        <source>The personal identity code is not valid. Nothing was sent.</source>
        <translation>Personbeteckningen är inte giltig. Inget skickades.</translation>
    </message>
    <message>
        <source>A document id is numbers and dots, such as 1.2.246.10.1234567.11.2026.1. Nothing was sent.</source>
        <translation>En handlings id består av siffror och punkter, som 1.2.246.10.1234567.11.2026.1. Inget skickades.</translation>
    </message>
    <message>
        <source>Only the root of a temporary identifier: write its value after a space. Nothing was sent.</source>
        <translation>Detta är bara roten till en tillfällig beteckning: skriv ett mellanslag och beteckningen efter den. Ingenting skickades.</translation>
    </message>
    <message>
        <source>The temporary identifier is not valid. Nothing was sent.</source>
        <translation>Den tillfälliga beteckningen är inte giltig. Inget skickades.</translation>
    </message>
    <message>
        <source>Write first name, surname and date of birth: Maija Meikäläinen 1.1.1981.</source>
        <translation>Skriv förnamn, efternamn och födelsetid: Maija Meikäläinen 1.1.1981.</translation>
    </message>
    <message>
        <source>There is no such date of birth. Nothing was sent.</source>
        <translation>En sådan födelsetid finns inte. Inget skickades.</translation>
    </message>
    <message>
        <source>The case number is too long. Nothing was sent.</source>
        <translation>Ärendenumret är för långt. Inget skickades.</translation>
    </message>
    <message>
        <source>Information, permits and prohibitions are not here</source>
        <translation>Informationer, tillstånd och förbud finns inte här</translation>
    </message>
    <message>
        <source>Kanta information, disclosure permits and prohibitions are in Kela's service of expressions of will (Tahdonilmaisupalvelu), which the archivist's interface does not show. The client sees and changes them in OmaKanta; a professional sees them in the client information system. Consents that are documents of their own, such as to adoption, are found by their type.</source>
        <translation>Kanta-information, utlämningstillstånd och utlämningsförbud finns i FPA:s viljeyttringstjänst (Tahdonilmaisupalvelu), som arkivariens gränssnitt inte visar. Klienten ser och ändrar dem i MittKanta, en yrkesutbildad person ser dem i klientdatasystemet. Samtycken som är egna handlingar, såsom samtycke till adoption, hittas med handlingstypen.</translation>
    </message>
    <message>
        <source>Personal identity code, unfinished: its sign and end are missing.</source>
        <translation>Personbeteckning, ofullständig: tecknet och slutet saknas.</translation>
    </message>
    <message numerus="yes">
        <source>Personal identity code, unfinished: %n character(s) missing.</source>
        <translation>
            <numerusform>Personbeteckning, ofullständig: %Ln tecken saknas.</numerusform>
            <numerusform>Personbeteckning, ofullständig: %Ln tecken saknas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataView</name>
    <message>
        <source>Find a field</source>
        <translation>Sök fält</translation>
    </message>
    <message>
        <source>Show empty fields too</source>
        <translation>Visa också tomma fält</translation>
    </message>
    <message>
        <source>Metadata of the document</source>
        <translation>Handlingens beskrivningsuppgifter</translation>
    </message>
    <message>
        <source>{shown} of {all} fields</source>
        <translation>{shown} av {all} fält</translation>
    </message>
    <message>
        <source>given by the client information system</source>
        <translation>ges av klientdatasystemet</translation>
    </message>
    <message>
        <source>given by the archive</source>
        <translation>ges av arkivet</translation>
    </message>
    <message>
        <source>given by whoever searched</source>
        <translation>ges av den som söker</translation>
    </message>
    <message>
        <source>concluded by this program</source>
        <translation>detta program drar slutsatsen</translation>
    </message>
    <message>
        <source>field assumed</source>
        <translation>fältet antaget</translation>
    </message>
    <message>
        <source>field not confirmed</source>
        <translation>fältet inte bekräftat</translation>
    </message>
    <message>
        <source>The field is confirmed by a published source.</source>
        <translation>En publicerad källa bekräftar fältet.</translation>
    </message>
    <message>
        <source>The field is known from patient data and assumed here.</source>
        <translation>Fältet är känt från patientuppgifter och antas här.</translation>
    </message>
    <message>
        <source>No published source confirms the field for social care.</source>
        <translation>Ingen publicerad källa bekräftar fältet inom socialvården.</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Serviceuppgift</translation>
    </message>
    <message>
        <source>v</source>
        <comment>version, as a column</comment>
        <translation>v</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Personuppgiftsansvarig</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arkiverad</translation>
    </message>
    <message>
        <source>Service process</source>
        <translation>Serviceprocess</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Ärendenummer</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Yrkesutbildad person</translation>
    </message>
    <message>
        <source>Service unit</source>
        <translation>Serviceenhet</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Findings in the metadata</source>
        <translation>Iakttagelser i uppgifterna</translation>
    </message>
    <message>
        <source>{state}, old</source>
        <translation>{state}, gammal</translation>
    </message>
    <message>
        <source>In the register of {controller}, stored by {producer} by right to use the register</source>
        <translation>Personuppgiftsansvarig {controller}, lagrad av {producer} med rätt att använda registret</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>inte kontrollerat än</translation>
    </message>
    <message>
        <source>errors in the metadata</source>
        <translation>fel i beskrivningsuppgifterna</translation>
    </message>
    <message>
        <source>warnings about the metadata</source>
        <translation>varningar om beskrivningsuppgifterna</translation>
    </message>
    <message>
        <source>notes on the metadata</source>
        <translation>anmärkningar om beskrivningsuppgifterna</translation>
    </message>
    <message>
        <source>no findings in the metadata</source>
        <translation>inga iakttagelser i beskrivningsuppgifterna</translation>
    </message>
    <message>
        <source>{controller} ← {producer}</source>
        <translation>{controller} ← {producer}</translation>
    </message>
</context>
<context>
    <name>ResultsSide</name>
    <message>
        <source>Narrow</source>
        <translation>Avgränsa</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Jämför…</translation>
    </message>
    <message>
        <source>Search for documents</source>
        <translation>Sök handlingar</translation>
    </message>
    <message>
        <source>Write a personal identity code, a document id or a case number above. Documents of the register in hand are searched, for the purpose that stands at the top.</source>
        <translation>Skriv en personbeteckning, en handlings id eller ett ärendenummer i fältet ovan. Sökningen gäller det valda registret och antecknas med det valda användningsändamålet.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Inget hittades</translation>
    </message>
    <message>
        <source>Check the register at the top, the kind of search, and the conditions.</source>
        <translation>Kontrollera registret, söksättet och sökvillkoren ovan.</translation>
    </message>
    <message>
        <source>The choices leave nothing</source>
        <translation>Avgränsningarna lämnar ingenting kvar</translation>
    </message>
    <message>
        <source>Documents were found, but none that fits everything chosen on the left.</source>
        <translation>Handlingar hittades, men ingen passar in på allt som är valt till vänster.</translation>
    </message>
    <message>
        <source>Clear the choices</source>
        <translation>Ta bort avgränsningarna</translation>
    </message>
    <message numerus="yes">
        <source>Invalidate %n document(s)…</source>
        <translation>
            <numerusform>Makulera %Ln handling…</numerusform>
            <numerusform>Makulera %Ln handlingar…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln handling</numerusform>
            <numerusform>%Ln handlingar</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of the {fetched} fetched fit the choices</source>
        <translation>{shown} av {fetched} hämtade passar avgränsningarna</translation>
    </message>
    <message>
        <source>{fetched} of {total} fetched, newest first</source>
        <translation>hämtat {fetched} av {total}, de nyaste först</translation>
    </message>
    <message>
        <source>the archive gives no more: narrow the search</source>
        <translation>arkivet ger inte fler: precisera sökningen</translation>
    </message>
    <message>
        <source>Counted of the {fetched} fetched; the rest are not known yet.</source>
        <translation>Räknat av {fetched} hämtade; de övriga är ännu okända.</translation>
    </message>
    <message>
        <source>Fetch more</source>
        <translation>Hämta fler</translation>
    </message>
    <message>
        <source>Documents that were found</source>
        <translation>Hittade handlingar</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Kopiera raderna</translation>
    </message>
    <message>
        <source>Copy the document ids</source>
        <translation>Kopiera handlingarnas id</translation>
    </message>
</context>
<context>
    <name>SaveLine</name>
    <message>
        <source>Name of the search</source>
        <translation>Sökningens namn</translation>
    </message>
    <message>
        <source>Keep also whom or what is searched for</source>
        <translation>Spara också sökordet</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Saved searches are not encrypted in this installation.</source>
        <translation>Sparade sökningar är inte krypterade i den här installationen.</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved searches</source>
        <translation>Sparade sökningar</translation>
    </message>
    <message>
        <source>Holds whom or what to search for. Saved by {who}.</source>
        <translation>Innehåller sökordet. Sparad av {who}.</translation>
    </message>
    <message>
        <source>Conditions alone. Saved by {who}.</source>
        <translation>Bara villkoren. Sparad av {who}.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Spara den här sökningen…</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Kind of search</source>
        <translation>Söksätt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>It is a case number</source>
        <translation>Det är ett ärendenummer</translation>
    </message>
    <message>
        <source>Search by personal identity code, document id, case number or name</source>
        <translation>Sök med personbeteckning, handlingens id, ärendenummer eller namn</translation>
    </message>
    <message>
        <source>Personal identity code, document OID, case number, or name and date of birth</source>
        <translation>Personbeteckning, handlingens OID, ärendenummer eller namn och födelsetid</translation>
    </message>
    <message>
        <source>Basic search</source>
        <translation>Grundsökning</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Alla versioner</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>Makulerade</translation>
    </message>
    <message>
        <source>Old documents</source>
        <translation>Gamla handlingar</translation>
    </message>
    <message>
        <source>Fewer conditions</source>
        <translation>Färre villkor</translation>
    </message>
    <message numerus="yes">
        <source>More conditions (%n in use)</source>
        <translation>
            <numerusform>Fler villkor (%Ln i bruk)</numerusform>
            <numerusform>Fler villkor (%Ln i bruk)</numerusform>
        </translation>
    </message>
    <message>
        <source>More conditions</source>
        <translation>Fler villkor</translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>Not verified yet</source>
        <translation>Inte verifierad än</translation>
    </message>
    <message>
        <source>Open the document: its signature is then verified.</source>
        <translation>Öppna handlingen, så verifieras underskriften.</translation>
    </message>
    <message>
        <source>The metadata say: {words}</source>
        <translation>Enligt beskrivningsuppgifterna: {words}</translation>
    </message>
    <message>
        <source>Signatures cannot be verified in this installation.</source>
        <translation>Underskrifter kan inte verifieras i den här installationen.</translation>
    </message>
    <message>
        <source>The metadata speak of a signature, but the document holds none: nobody can tell from it who made it.</source>
        <translation>Beskrivningsuppgifterna nämner en underskrift, men handlingen har ingen: av den framgår inte vem som har gjort den.</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Undertecknare</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Täcker</translation>
    </message>
    <message>
        <source>Certificate from</source>
        <translation>Certifikatets utfärdare</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algoritm</translation>
    </message>
    <message>
        <source>{time}, by the signer's own clock</source>
        <translation>{time}, enligt undertecknarens egen klocka</translation>
    </message>
    <message>
        <source>{time}, which the signature does not cover</source>
        <translation>{time}, som underskriften inte täcker</translation>
    </message>
    <message>
        <source>not the document's content</source>
        <translation>inte handlingens innehåll</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>hela handlingen</translation>
    </message>
    <message>
        <source>the content alone</source>
        <translation>bara innehållet</translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message>
        <source>Version {first} is missing from the archive</source>
        <translation>Version {first} saknas i arkivet</translation>
    </message>
    <message>
        <source>Versions {first}–{last} are missing from the archive</source>
        <translation>Versionerna {first}–{last} saknas i arkivet</translation>
    </message>
    <message numerus="yes">
        <source>Fork: %n other version(s) claim this place</source>
        <translation>
            <numerusform>Förgrening: %Ln annan version har samma plats</numerusform>
            <numerusform>Förgrening: %Ln andra versioner har samma plats</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not follow the version before it</source>
        <translation>Fortsätter inte föregående version</translation>
    </message>
    <message>
        <source>Version {number} – {state}</source>
        <translation>Version {number} – {state}</translation>
    </message>
    <message>
        <source>{version} (shown here)</source>
        <translation>{version} (visas här)</translation>
    </message>
    <message>
        <source>Created {time}</source>
        <translation>Skapad {time}</translation>
    </message>
    <message>
        <source>archived {time}</source>
        <translation>arkiverad {time}</translation>
    </message>
    <message>
        <source>Metadata as before; whether the content changed, compare.</source>
        <translation>Beskrivningsuppgifterna som förut; ändringar i innehållet syns vid jämförelse.</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> och %Ln till</numerusform>
            <numerusform> och %Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>Ändrades: {fields}</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Versions, newest first</source>
        <translation>Versioner, nyast först</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Jämför…</translation>
    </message>
    <message>
        <source>Opening is logged. Choose two with Ctrl to compare them.</source>
        <translation>Öppnandet antecknas. Välj två med Ctrl för att jämföra dem.</translation>
    </message>
    <message>
        <source>The versions have not been fetched</source>
        <translation>Versionerna har inte hämtats</translation>
    </message>
    <message>
        <source>Fetching them is written to the access log.</source>
        <translation>Hämtningen antecknas i användningsloggen.</translation>
    </message>
    <message>
        <source>Fetch the versions</source>
        <translation>Hämta versionerna</translation>
    </message>
    <message>
        <source>Fetching the versions…</source>
        <translation>Hämtar versionerna…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Numbers are missing: a version was perhaps never archived, or it is in another register.</source>
        <translation>Nummer saknas: en version har kanske aldrig arkiverats, eller så finns den i ett annat register.</translation>
    </message>
    <message>
        <source>Two versions claim the same place: find out which one is right.</source>
        <translation>Två versioner har samma plats: ta reda på vilken som är rätt.</translation>
    </message>
    <message>
        <source>A version does not say which one it replaces.</source>
        <translation>En version anger inte vilken den ersätter.</translation>
    </message>
    <message>
        <source>The history is not one unbroken line</source>
        <translation>Versionshistoriken är inte obruten</translation>
    </message>
</context>
</TS>
