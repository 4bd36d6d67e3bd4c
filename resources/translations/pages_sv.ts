<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>ContentView</name>
    <message>
        <source>Form of the content</source>
        <translation>Innehållets form</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportera till fil…</translation>
    </message>
    <message>
        <source>Content of the document</source>
        <translation>Handlingens innehåll</translation>
    </message>
    <message>
        <source>The document has not been opened</source>
        <translation>Handlingen har inte öppnats</translation>
    </message>
    <message>
        <source>Opening it is written to the access log as viewing the client's data.</source>
        <translation>Öppnandet antecknas i användningsloggen som visning av klientens uppgifter.</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Öppna handlingen</translation>
    </message>
    <message>
        <source>Display form</source>
        <translation>Visningsform</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>Text of the pages</source>
        <translation>Sidornas text</translation>
    </message>
    <message>
        <source>Structured data</source>
        <translation>Strukturerade uppgifter</translation>
    </message>
    <message>
        <source>The document has no content.</source>
        <translation>Handlingen saknar innehåll.</translation>
    </message>
    <message>
        <source>Preparing the document…</source>
        <translation>Förbereder handlingen…</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>dd.mm.åååå</translation>
    </message>
    <message>
        <source>This is not a day. Write it as 22.11.2026.</source>
        <translation>Detta är inget datum. Skriv det som 22.11.2026.</translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
    <message>
        <source>Matrix of the deployment test</source>
        <translation>Driftsättningsprovets matris</translation>
    </message>
    <message>
        <source>Choose the plan of the test</source>
        <translation>Välj provets plan</translation>
    </message>
    <message>
        <source>The test looks up each document of the plan in the archive, and checks that it is there, in the right register, with the right metadata and the right content.</source>
        <translation>Provet söker varje handling i planen i arkivet och kontrollerar att den är arkiverad i rätt register, med rätta beskrivningsuppgifter och rätt innehåll.</translation>
    </message>
    <message>
        <source>Choose a plan…</source>
        <translation>Välj en plan…</translation>
    </message>
    <message>
        <source>Deployment test</source>
        <translation>Driftsättningsprov</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>Läser planen…</translation>
    </message>
    <message>
        <source>The test is running…</source>
        <translation>Provet pågår…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Skriver rapporten…</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Välj en annan fil</translation>
    </message>
    <message>
        <source>Checked {done} of {total} documents</source>
        <translation>Kontrollerat {done} av {total} handlingar</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Börja om</translation>
    </message>
    <message>
        <source>Write the report (PDF)…</source>
        <translation>Skriv rapporten (PDF)…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of the test persons that the plan does not name</source>
        <translation>
            <numerusform>Testpersonerna har %Ln handling som inte ingår i planen</numerusform>
            <numerusform>Testpersonerna har %Ln handlingar som inte ingår i planen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>It was stopped by error {code}.</source>
        <translation>Provet stoppades av felet {code}.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Provet avbröts.</translation>
    </message>
    <message>
        <source>The test did not come to its end</source>
        <translation>Provet blev ofullbordat</translation>
    </message>
    <message>
        <source>The test is passed</source>
        <translation>Provet är godkänt</translation>
    </message>
    <message numerus="yes">
        <source>Not passed: %n document(s) with a fault</source>
        <translation>
            <numerusform>Inte godkänt: fel i %Ln handling</numerusform>
            <numerusform>Inte godkänt: fel i %Ln handlingar</numerusform>
        </translation>
    </message>
    <message>
        <source>A failed test is not reported. Have the faults mended and run it again.</source>
        <translation>Ett underkänt prov rapporteras inte. Se till att felen rättas och gör om provet.</translation>
    </message>
    <message>
        <source>No faults, but something needs a look</source>
        <translation>Inga fel, men något bör granskas</translation>
    </message>
    <message>
        <source>Look at the marked cells before you report.</source>
        <translation>Granska de märkta rutorna innan du rapporterar.</translation>
    </message>
    <message>
        <source>Report it to Kela by {day}: two working days from the test.</source>
        <translation>Lämna rapporten till FPA senast {day}, inom två arbetsdagar från provet.</translation>
    </message>
    <message>
        <source>The documents checked so far are shown. Start the test again to check all.</source>
        <translation>De handlingar som hann kontrolleras visas. Börja om provet för att kontrollera alla.</translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%Ln i ordning</numerusform>
            <numerusform>%Ln i ordning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%Ln med fel</numerusform>
            <numerusform>%Ln med fel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%Ln att granska</numerusform>
            <numerusform>%Ln att granska</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%Ln ej kontrollerad</numerusform>
            <numerusform>%Ln ej kontrollerade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln väntar</numerusform>
            <numerusform>%Ln väntar</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>Välj en plan</translation>
    </message>
    <message>
        <source>Plans (*.csv *.json)</source>
        <translation>Planer (*.csv *.json)</translation>
    </message>
    <message>
        <source>deployment-test-{day}.pdf</source>
        <translation>driftsattningsprov-{day}.pdf</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report was written</source>
        <translation>Rapporten är skriven</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
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
        <translation>Beskrivningsuppgifter</translation>
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
        <source>Documents</source>
        <translation>Handlingar</translation>
    </message>
    <message>
        <source>Searching the archive…</source>
        <translation>Söker i arkivet…</translation>
    </message>
    <message>
        <source>Fetching the document…</source>
        <translation>Hämtar handlingen…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exporterar…</translation>
    </message>
    <message>
        <source>Only the newest {shown} of {total} are shown</source>
        <translation>Endast de {shown} nyaste av {total} visas</translation>
    </message>
    <message>
        <source>Narrow the search by service task, type or time.</source>
        <translation>Avgränsa sökningen med serviceuppgift, typ eller tid.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln handling</numerusform>
            <numerusform>%Ln handlingar</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the document…</source>
        <translation>Kontrollerar handlingen…</translation>
    </message>
    <message>
        <source>Export the document as it came</source>
        <translation>Exportera handlingen som den mottogs</translation>
    </message>
    <message>
        <source>CDA (*.xml)</source>
        <translation>CDA (*.xml)</translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation>Exporterad till {file}</translation>
    </message>
    <message>
        <source>The file holds the client's data: keep it only as long as it is needed, and delete it then.</source>
        <translation>Filen innehåller klientens uppgifter: förvara den bara så länge den behövs och förstör den sedan.</translation>
    </message>
    <message>
        <source>Documents that were found</source>
        <translation>Hittade handlingar</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>No cell chosen</source>
        <translation>Ingen ruta har valts</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see what it stands on.</source>
        <translation>Välj en ruta i matrisen för att se vad resultatet bygger på.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Inte kontrollerad ännu</translation>
    </message>
    <message>
        <source>The evidence comes here when the document has been checked.</source>
        <translation>Underlaget visas här när handlingen har kontrollerats.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Underlag</translation>
    </message>
    <message>
        <source>Documents that the plan does not name</source>
        <translation>Handlingar som inte ingår i planen</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
    <message>
        <source>archived {time}</source>
        <translation>arkiverad {time}</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Väntat</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>I arkivet</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Evidence</source>
        <translation>Underlag</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fel</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Varning</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmärkning</translation>
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
    <name>MatrixModel</name>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
</context>
<context>
    <name>MetadataView</name>
    <message>
        <source>Show empty fields too</source>
        <translation>Visa också tomma fält</translation>
    </message>
    <message>
        <source>Metadata of the document</source>
        <translation>Handlingens beskrivningsuppgifter</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page of the document</source>
        <translation>Handlingens sida</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Föregående sida</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nästa sida</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Förminska</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Förstora</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Anpassa bredden</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Sida {page} av {pages}</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Choose a plan…</source>
        <translation>Välj en plan…</translation>
    </message>
    <message>
        <source>Use the practice plan</source>
        <translation>Använd övningsplanen</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Starta provet</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>Ingen plan har valts</translation>
    </message>
    <message>
        <source>A plan lists the documents that the client information system stored. It is a CSV or JSON file.</source>
        <translation>Planen räknar upp de handlingar som klientdatasystemet har lagrat. Den är en CSV- eller JSON-fil.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln handling</numerusform>
            <numerusform>%Ln handlingar</numerusform>
        </translation>
    </message>
    <message>
        <source>test day {day}</source>
        <translation>provdag {day}</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>FO-nummer</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Personuppgiftsansvarig</translation>
    </message>
    <message>
        <source>Controller's OID</source>
        <translation>Den personuppgiftsansvariges OID</translation>
    </message>
    <message>
        <source>Client information system</source>
        <translation>Klientdatasystem</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Leverantör</translation>
    </message>
    <message>
        <source>Test case</source>
        <translation>Testfall</translation>
    </message>
    <message>
        <source>Day of the test</source>
        <translation>Provdag</translation>
    </message>
    <message>
        <source>Performers</source>
        <translation>Provet utfördes av</translation>
    </message>
    <message>
        <source>Names, separated by commas</source>
        <translation>Namnen med komman emellan</translation>
    </message>
    <message>
        <source>Production use begins</source>
        <translation>Produktionsbruket börjar</translation>
    </message>
    <message>
        <source>Archivist</source>
        <translation>Kanta-arkivarie</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmärkningar</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Spara som PDF…</translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation>Tillbaka till underlaget</translation>
    </message>
    <message>
        <source>Report of the deployment test</source>
        <translation>Rapport om driftsättningsprov</translation>
    </message>
    <message>
        <source>Details of the report</source>
        <translation>Rapportens uppgifter</translation>
    </message>
    <message>
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Dagen kan inte läsas. Skriv den som 22.11.2026.</translation>
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
        <source>Version</source>
        <translation>Version</translation>
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
        <source>{state}, old</source>
        <translation>{state}, gammal</translation>
    </message>
    <message>
        <source>In the register of {controller}, stored by {producer} by right to use the register</source>
        <translation>Personuppgiftsansvarig {controller}, lagrad av {producer} med rätt att använda registret</translation>
    </message>
    <message>
        <source>{controller} ← {producer}</source>
        <translation>{controller} ← {producer}</translation>
    </message>
    <message>
        <source>v</source>
        <comment>version, as a column</comment>
        <translation>v</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search by personal identity code, document id, case number or name</source>
        <translation>Sök med personbeteckning, handlingens id, ärendenummer eller namn</translation>
    </message>
    <message>
        <source>Personal identity code, document OID, case number, or name and date of birth</source>
        <translation>Personbeteckning, handlingens OID, ärendenummer eller namn och födelsetid</translation>
    </message>
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
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Dagen kan inte läsas. Skriv den som 22.11.2026.</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Den första dagen infaller efter den sista.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Skapad</translation>
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
        <source>Every search is written to the access log.</source>
        <translation>Varje sökning antecknas i användningsloggen.</translation>
    </message>
    <message>
        <source>Personal identity code</source>
        <translation>Personbeteckning</translation>
    </message>
    <message>
        <source>Temporary identifier</source>
        <translation>Tillfällig beteckning</translation>
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
</context>
<context>
    <name>VersionsModel</name>
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
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Versions, newest first</source>
        <translation>Versioner, nyast först</translation>
    </message>
    <message>
        <source>Double-click or press Enter to open a version; opening is logged.</source>
        <translation>Öppna en version med dubbelklick eller Enter. Öppnandet antecknas i användningsloggen.</translation>
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
</context>
</TS>
