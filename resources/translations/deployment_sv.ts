<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
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
        <source>The test as a whole</source>
        <translation>Provet som helhet</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
    <message>
        <source>archived {time}</source>
        <translation>arkiverad {time}</translation>
    </message>
</context>
<context>
    <name>CandidateForm</name>
    <message>
        <source>Which document is meant?</source>
        <translation>Vilken handling avses?</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ingen av dessa</translation>
    </message>
    <message>
        <source>Why this one?</source>
        <translation>Varför denna?</translation>
    </message>
    <message>
        <source>Reason of the choice</source>
        <translation>Grund för valet</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Välj</translation>
    </message>
    <message>
        <source>The choice holds from the next run on: run again what failed.</source>
        <translation>Valet gäller från nästa körning: kör om det som inte lyckades.</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>The archivist's decision</source>
        <translation>Arkivariens avgörande</translation>
    </message>
    <message>
        <source>Why? The reason is kept in the log.</source>
        <translation>Varför? Grunden blir i loggen.</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Grund för avgörandet</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Anteckna avgörandet</translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
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
        <source>Reading the run…</source>
        <translation>Läser körningen…</translation>
    </message>
    <message>
        <source>The test is running…</source>
        <translation>Provet pågår…</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Välj en annan fil</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Visa</translation>
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
        <source>The choice is recorded and holds from the next run on</source>
        <translation>Valet är antecknat och gäller från nästa körning</translation>
    </message>
    <message>
        <source>Run again what failed</source>
        <translation>Kör om det som inte lyckades</translation>
    </message>
</context>
<context>
    <name>RowFilters</name>
    <message>
        <source>Rows by state</source>
        <translation>Rader enligt läge</translation>
    </message>
    <message>
        <source>Rows by client</source>
        <translation>Rader enligt klient</translation>
    </message>
    <message>
        <source>Rows by document type</source>
        <translation>Rader enligt handlingstyp</translation>
    </message>
    <message>
        <source>Row, title or id</source>
        <translation>Rad, rubrik eller id</translation>
    </message>
    <message>
        <source>Rows by words</source>
        <translation>Rader enligt ord</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alla rader</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>Inte i ordning</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Att avgöra</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>I ordning</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Alla klienter</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alla typer</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Runs, the newest first</source>
        <translation>Körningar, den nyaste först</translation>
    </message>
    <message>
        <source>No test has been run in this register yet.</source>
        <translation>Inget prov har ännu körts i detta register.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Vad som ändrades</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Out of the history; its events stay in the log</source>
        <translation>Ur historiken; händelserna blir kvar i loggen</translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation>Tillbaka till underlaget</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
    </message>
    <message>
        <source>What changed between two runs</source>
        <translation>Vad som ändrades mellan två körningar</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%Ln rad ändrades</numerusform>
            <numerusform>%Ln rader ändrades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%Ln åtgärdad</numerusform>
            <numerusform>%Ln åtgärdade</numerusform>
        </translation>
    </message>
    <message>
        <source>New unexpected document: {oid}</source>
        <translation>Ny oväntad handling: {oid}</translation>
    </message>
    <message>
        <source>No longer there: {oid}</source>
        <translation>Finns inte längre: {oid}</translation>
    </message>
    <message>
        <source>Another document stands for the row</source>
        <translation>En annan handling står för raden</translation>
    </message>
    <message>
        <source>The archived document is another, byte for byte</source>
        <translation>Den arkiverade handlingen är en annan, byte för byte</translation>
    </message>
</context>
<context>
    <name>MarkedDifference</name>
    <message>
        <source>Expected: {value}</source>
        <translation>Väntat: {value}</translation>
    </message>
    <message>
        <source>Found: {value}</source>
        <translation>I arkivet: {value}</translation>
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
    <message>
        <source>The archivist has decided on it</source>
        <translation>Arkivarien har avgjort det</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Matrix of the deployment test</source>
        <translation>Driftsättningsprovets matris</translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%Ln med fel</numerusform>
            <numerusform>%Ln med fel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%Ln att välja</numerusform>
            <numerusform>%Ln att välja</numerusform>
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
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%Ln visas</numerusform>
            <numerusform>%Ln visas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%Ln i ordning</numerusform>
            <numerusform>%Ln i ordning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeLines</name>
    <message>
        <source>Run again</source>
        <translation>Kör om</translation>
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
    <message numerus="yes">
        <source>%n finding(s) of the test as a whole</source>
        <translation>
            <numerusform>%Ln iakttagelse om hela provet</numerusform>
            <numerusform>%Ln iakttagelser om hela provet</numerusform>
        </translation>
    </message>
    <message>
        <source>The test did not come to its end</source>
        <translation>Provet blev ofullbordat</translation>
    </message>
    <message>
        <source>What was checked is kept. Go on from there under Runs, or start again.</source>
        <translation>Det kontrollerade är sparat. Fortsätt därifrån under Körningar, eller börja om.</translation>
    </message>
    <message>
        <source>A run of {plan} came to a halt</source>
        <translation>En körning av {plan} blev på hälft</translation>
    </message>
    <message>
        <source>Begun {time}; {done} of {total} documents are checked and need not be asked again.</source>
        <translation>Började {time}; {done} av {total} handlingar är kontrollerade och behöver inte hämtas på nytt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
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
        <source>What was not in order is accepted, each with a reason.</source>
        <translation>Det som inte var i ordning är godkänt, vart och ett med motivering.</translation>
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
        <source>Have the faults mended, then run again what failed.</source>
        <translation>Låt rätta felen och kör sedan om det som inte lyckades.</translation>
    </message>
    <message>
        <source>No faults, but something needs a look</source>
        <translation>Inga fel, men något bör granskas</translation>
    </message>
    <message>
        <source>Look at the marked cells and decide on each before you report.</source>
        <translation>Se på de markerade cellerna och avgör varje innan du rapporterar.</translation>
    </message>
</context>
<context>
    <name>RealClientsPanel</name>
    <message>
        <source>Basis for looking at real clients</source>
        <translation>Grund för att se på verkliga klienter</translation>
    </message>
    <message>
        <source>The basis: who decided, when, and why. It is kept in the log and the report.</source>
        <translation>Grunden: vem beslöt, när och varför. Den blir i loggen och rapporten.</translation>
    </message>
    <message>
        <source>Run it all the same</source>
        <translation>Kör ändå</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>Kör inte</translation>
    </message>
    <message>
        <source>Is this a real person's henkilötunnus?</source>
        <translation>Är detta en verklig persons personbeteckning?</translation>
    </message>
    <message>
        <source>A test is held with artificial henkilötunnus alone (individual number 900–999). Mend the plan, unless you have a basis to look at these clients.</source>
        <translation>Provet hålls endast med artificiella personbeteckningar (individnummer 900–999). Rätta planen, om du inte har en grund att se på dessa klienter.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) whose henkilötunnus is not artificial:</source>
        <translation>
            <numerusform>%Ln rad vars personbeteckning inte är artificiell:</numerusform>
            <numerusform>%Ln rader vars personbeteckning inte är artificiell:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivedTable</name>
    <message>
        <source>agrees</source>
        <translation>stämmer</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>avviker</translation>
    </message>
    <message>
        <source>Expected: {value}</source>
        <translation>Väntat: {value}</translation>
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
        <source>Evidence apart, as an annex</source>
        <translation>Underlaget separat som bilaga</translation>
    </message>
    <message>
        <source>Draft of the e-mail to Kela</source>
        <translation>Utkast till e-post till FPA</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Arbetsbok (XLSX)</translation>
    </message>
    <message>
        <source>For programs (JSON)</source>
        <translation>För program (JSON)</translation>
    </message>
    <message>
        <source>Sign with my card (PIN2)</source>
        <translation>Underteckna med mitt kort (PIN2)</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Dessutom</translation>
    </message>
    <message>
        <source>Opens in your mail program; nothing is sent by this one</source>
        <translation>Öppnas i ditt e-postprogram; detta program sänder inget</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Spara…</translation>
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
    <name>ReportSide</name>
    <message>
        <source>Writing the report…</source>
        <translation>Skriver rapporten…</translation>
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
        <source>No mail program opened the draft: open it from its folder.</source>
        <translation>Inget e-postprogram öppnade utkastet: öppna det från dess mapp.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>The report was written</source>
        <translation>Rapporten är skriven</translation>
    </message>
</context>
<context>
    <name>ReportedForm</name>
    <message>
        <source>Day of the report</source>
        <translation>Rapporteringsdag</translation>
    </message>
    <message>
        <source>How it was reported</source>
        <translation>Hur det rapporterades</translation>
    </message>
    <message>
        <source>Mark as reported</source>
        <translation>Anteckna som rapporterat</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>The test has been reported</source>
        <translation>Provet har rapporterats</translation>
    </message>
    <message>
        <source>The program sends nothing itself: write down when you did.</source>
        <translation>Programmet sänder inget självt: anteckna när du gjorde det.</translation>
    </message>
    <message>
        <source>e-mail to {address}</source>
        <translation>e-post: {address}</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Begun</source>
        <translation>Började</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Write the report…</source>
        <translation>Skriv rapporten…</translation>
    </message>
    <message>
        <source>Mark as reported…</source>
        <translation>Anteckna som rapporterat…</translation>
    </message>
    <message>
        <source>Invalidate the documents…</source>
        <translation>Makulera provets handlingar…</translation>
    </message>
    <message>
        <source>Missing: {names}</source>
        <translation>Saknas: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that the test found</source>
        <translation>
            <numerusform>%Ln handling som provet hittade</numerusform>
            <numerusform>%Ln handlingar som provet hittade</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Körning</translation>
    </message>
    <message numerus="yes">
        <source>Run: %n waiting</source>
        <translation>
            <numerusform>Körning: %Ln väntar</numerusform>
            <numerusform>Körning: %Ln väntar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%Ln att avgöra</numerusform>
            <numerusform>%Ln att avgöra</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjort</translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) missing</source>
        <translation>
            <numerusform>%Ln uppgift saknas</numerusform>
            <numerusform>%Ln uppgifter saknas</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>Report written</source>
        <translation>Rapporten skriven</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Rapporterat</translation>
    </message>
    <message>
        <source>To be reported</source>
        <translation>Ska rapporteras</translation>
    </message>
    <message>
        <source>Reported on {day}</source>
        <translation>Rapporterat {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) late</source>
        <translation>
            <numerusform>%Ln arbetsdag försenad</numerusform>
            <numerusform>%Ln arbetsdagar försenad</numerusform>
        </translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>i dag är sista dagen</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%Ln arbetsdag kvar</numerusform>
            <numerusform>%Ln arbetsdagar kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>To be reported by {day}: {left}</source>
        <translation>Ska rapporteras senast {day}: {left}</translation>
    </message>
</context>
</TS>
