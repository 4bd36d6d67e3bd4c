<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>ConfirmView</name>
    <message>
        <source>Documents that would be invalidated</source>
        <translation>Handlingar som makuleras</translation>
    </message>
    <message>
        <source>Show the versions and the case of the chosen document</source>
        <translation>Visa den valda handlingens versioner och ärende</translation>
    </message>
    <message>
        <source>Show exactly what will be sent</source>
        <translation>Visa exakt vad som skickas</translation>
    </message>
    <message>
        <source>The message that will be sent, before its signature</source>
        <translation>Meddelandet som skickas, före underskriften</translation>
    </message>
    <message>
        <source>Stop at the first document that the archive refuses</source>
        <translation>Stanna vid den första handling som arkivet avvisar</translation>
    </message>
    <message>
        <source>Leave, send nothing (Esc)</source>
        <translation>Lämna utan att skicka (Esc)</translation>
    </message>
    <message>
        <source>In this register an invalidation takes two persons</source>
        <translation>I detta register kräver en makulering två personer</translation>
    </message>
    <message>
        <source>You propose, and send nothing. Another invalidator confirms with a card of their own; then it is carried out.</source>
        <translation>Du föreslår, och ingenting skickas. En annan makulerare bekräftar med sitt eget kort, och först då görs makuleringen.</translation>
    </message>
    <message>
        <source>You confirm what another person proposed</source>
        <translation>Du bekräftar en annan persons förslag</translation>
    </message>
    <message>
        <source>When you sign, it is carried out. Both of you are recorded.</source>
        <translation>När du undertecknar görs makuleringen. Ni antecknas båda.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>och %Ln till</numerusform>
            <numerusform>och %Ln till</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out: {why}</source>
        <translation>
            <numerusform>%Ln handling lämnades bort: {why}</numerusform>
            <numerusform>%Ln handlingar lämnades bort: {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the last four characters of the document's &amp;id</source>
        <translation>Skriv de fyra s&amp;ista tecknen i handlingens id</translation>
    </message>
    <message>
        <source>Type the number of documents that will be &amp;invalidated</source>
        <translation>Skriv antalet handl&amp;ingar som makuleras</translation>
    </message>
    <message numerus="yes">
        <source>Invalidate %n document(s)</source>
        <translation>
            <numerusform>Makulera %Ln handling</numerusform>
            <numerusform>Makulera %Ln handlingar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Propose to invalidate %n document(s)</source>
        <translation>
            <numerusform>Föreslå makulering av %Ln handling</numerusform>
            <numerusform>Föreslå makulering av %Ln handlingar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) will be signed, each with its own signature. PIN2 is asked once. A card that wants it for each signature is given it each time; it is forgotten at the end.</source>
        <translation>
            <numerusform>%Ln begäran undertecknas. PIN2 frågas en gång. Ett kort som kräver den för varje underskrift får den varje gång; till sist glöms den.</numerusform>
            <numerusform>%Ln begäranden undertecknas, var och en för sig. PIN2 frågas en gång. Ett kort som kräver den för varje underskrift får den varje gång; till sist glöms den.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the archive for versions and the case…</source>
        <translation>Frågar arkivet om versioner och ärende…</translation>
    </message>
    <message>
        <source>Hide what will be sent</source>
        <translation>Dölj det som skickas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad som makuleras</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Vad som följer</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Vad som skickas</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bekräftelse</translation>
    </message>
    <message>
        <source>What will be invalidated, and what follows</source>
        <translation>Vad som makuleras och vad som följer</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>%n version(s), all of which become invalid</source>
        <translation>
            <numerusform>%Ln version, som makuleras</numerusform>
            <numerusform>%Ln versioner, som alla makuleras</numerusform>
        </translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>You may not search this register, so the rest of the case is not shown.</source>
        <translation>Du får inte söka i detta register, så ärendets övriga handlingar visas inte.</translation>
    </message>
    <message>
        <source>The register holds nothing else of the same case.</source>
        <translation>Registret har inga andra handlingar i samma ärende.</translation>
    </message>
    <message numerus="yes">
        <source>%n other document(s) of the same case, which stay as they are</source>
        <translation>
            <numerusform>%Ln annan handling i samma ärende, som förblir oförändrad</numerusform>
            <numerusform>%Ln andra handlingar i samma ärende, som förblir oförändrade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>och %Ln till</numerusform>
            <numerusform>och %Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Invalidate…</source>
        <translation>Makulera…</translation>
    </message>
    <message>
        <source>Only the newest version in force can be invalidated.</source>
        <translation>Bara den nyaste gällande versionen kan makuleras.</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Makulerare</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Save the batch report…</source>
        <translation>Spara partiets rapport…</translation>
    </message>
    <message>
        <source>Show the client's identity code whole</source>
        <translation>Visa klientens personbeteckning i sin helhet</translation>
    </message>
    <message>
        <source>Open the receipt</source>
        <translation>Öppna kvittot</translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation>Spara kvittot…</translation>
    </message>
    <message>
        <source>Close the invalidation</source>
        <translation>Stäng makuleringen</translation>
    </message>
    <message>
        <source>The invalidation in full</source>
        <translation>Makuleringen i sin helhet</translation>
    </message>
    <message>
        <source>No invalidation chosen</source>
        <translation>Ingen makulering vald</translation>
    </message>
    <message>
        <source>Choose a row to see it in full, and to open its receipt.</source>
        <translation>Välj en rad för att se makuleringen i sin helhet och öppna kvittot.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>The request was prepared or sent, but what became of it is not known yet. Settle it: the archive is asked, nothing is assumed.</source>
        <translation>Begäran förbereddes eller skickades, men resultatet är ännu inte känt. Utred den: resultatet frågas från arkivet, ingenting antas.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad som makulerades</translation>
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
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Ny version</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Vem och varför</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>Invalidator</source>
        <translation>Makulerare</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Föreslagen av</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Känt sedan</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Utredd av</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Meddelandets id</translation>
    </message>
</context>
<context>
    <name>InvalidationsPage</name>
    <message>
        <source>Writing the report…</source>
        <translation>Rapporten skrivs…</translation>
    </message>
    <message>
        <source>report-{id}</source>
        <translation>rapport-{id}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
    <message>
        <source>The report was written</source>
        <translation>Rapporten skrevs</translation>
    </message>
    <message>
        <source>Invalidations</source>
        <translation>Makuleringar</translation>
    </message>
    <message>
        <source>Reading the invalidations from the access log…</source>
        <translation>Läser makuleringarna ur användningsloggen…</translation>
    </message>
    <message>
        <source>You may not invalidate here</source>
        <translation>Du får inte makulera i detta register</translation>
    </message>
    <message>
        <source>Given up: nothing more will be sent of it</source>
        <translation>Återtaget: inget mer skickas av det</translation>
    </message>
    <message>
        <source>Asking the archive what became of the requests…</source>
        <translation>Frågar arkivet vad som hänt med begärandena…</translation>
    </message>
    <message>
        <source>Writing the receipt…</source>
        <translation>Skriver kvittot…</translation>
    </message>
    <message>
        <source>Asking the archive how the documents stand now…</source>
        <translation>Frågar arkivet hur handlingarna är nu…</translation>
    </message>
    <message>
        <source>Looked at {done} of {total} documents</source>
        <translation>Granskat {done}/{total} handlingar</translation>
    </message>
    <message>
        <source>Proposed: it waits for another invalidator</source>
        <translation>Förslaget är gjort: det väntar på en annan makulerare</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) asked for: see the list</source>
        <translation>
            <numerusform>%Ln begäran frågad från arkivet: resultatet finns i listan</numerusform>
            <numerusform>%Ln begäranden frågade från arkivet: resultaten finns i listan</numerusform>
        </translation>
    </message>
    <message>
        <source>receipt-{id}</source>
        <translation>kvitto-{id}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Spara kvittot</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The receipt was written</source>
        <translation>Kvittot skrevs</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Upprättad</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>pågår…</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Invalidations, unsettled ones first</source>
        <translation>Makuleringar, de som ska utredas först</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>Makulerade</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>Ska utredas</translation>
    </message>
    <message>
        <source>Not invalidated</source>
        <translation>Inte makulerade</translation>
    </message>
    <message>
        <source>Document id, name or reason</source>
        <translation>Id, namn eller orsak</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Sök i listan</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Utred</translation>
    </message>
    <message numerus="yes">
        <source>%n invalidation(s) to be settled</source>
        <translation>
            <numerusform>%Ln makulering ska utredas</numerusform>
            <numerusform>%Ln makuleringar ska utredas</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of them is not known. The archive is asked for the outcome.</source>
        <translation>Resultatet är inte känt. Det frågas från arkivet.</translation>
    </message>
    <message numerus="yes">
        <source>%n invalidation(s)</source>
        <translation>
            <numerusform>%Ln makulering</numerusform>
            <numerusform>%Ln makuleringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Ingenting passar villkoren</translation>
    </message>
    <message>
        <source>Change what is shown above.</source>
        <translation>Ändra ovan vad som visas.</translation>
    </message>
    <message>
        <source>Nothing has been invalidated</source>
        <translation>Ingenting har makulerats</translation>
    </message>
    <message>
        <source>Choose documents on the Documents page, and then Invalidate…</source>
        <translation>Välj handlingar på sidan Handlingar och sedan Makulera…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n invalidation(s) to be settled</source>
        <translation>
            <numerusform>%Ln makulering ska utredas</numerusform>
            <numerusform>%Ln makuleringar ska utredas</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of them is not known yet; the archive can tell.</source>
        <translation>Resultatet är ännu inte känt; arkivet kan berätta det.</translation>
    </message>
    <message>
        <source>Show the invalidations</source>
        <translation>Visa makuleringarna</translation>
    </message>
</context>
<context>
    <name>Pin2Panel</name>
    <message>
        <source>This card wants PIN2 for each signature: you give it once, and the program gives it to the card each time until the run ends.</source>
        <translation>Detta kort kräver PIN2 för varje underskrift: du anger den en gång, och programmet ger den till kortet varje gång tills körningen är slut.</translation>
    </message>
    <message>
        <source>You give it once for the whole run.</source>
        <translation>Du anger den en gång för hela körningen.</translation>
    </message>
    <message>
        <source>Signature PIN (PI&amp;N2)</source>
        <translation>Signaturkod (PI&amp;N2)</translation>
    </message>
    <message>
        <source>Signature PIN (PIN2) of your card</source>
        <translation>Ditt korts signaturkod (PIN2)</translation>
    </message>
    <message>
        <source>I know PIN2. Use one of the last tries.</source>
        <translation>Jag kan PIN2. Använd ett av de sista försöken.</translation>
    </message>
    <message>
        <source>Type PIN2 on the reader's own keypad (not tried with real readers)</source>
        <translation>Mata in PIN2 på läsarens knappsats (inte prövat med riktiga läsare)</translation>
    </message>
    <message>
        <source>When you sign, type PIN2 on the reader's keypad.</source>
        <translation>Mata in PIN2 på läsarens knappsats när du undertecknar.</translation>
    </message>
    <message>
        <source>Your card is not in the reader. Put it in to sign.</source>
        <translation>Ditt kort är inte i läsaren. Sätt i det för att underteckna.</translation>
    </message>
    <message>
        <source>PIN2 is blocked. It is opened with the activation PIN (PUK).</source>
        <translation>PIN2 är låst. Den öppnas med aktiveringskoden (PUK).</translation>
    </message>
    <message>
        <source>With PIN2 you sign the request yourself. It is another code than PIN1, which you used to open the desk.</source>
        <translation>Med PIN2 undertecknar du begäran. Det är en annan kod än PIN1, som du öppnade skrivbordet med.</translation>
    </message>
    <message>
        <source>PIN2 of the practice card: {pin}</source>
        <translation>Övningskortets PIN2: {pin}</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Show the client's identity code whole</source>
        <translation>Visa klientens personbeteckning i sin helhet</translation>
    </message>
    <message>
        <source>Recorded as proposer</source>
        <translation>Antecknas som förslagsställare</translation>
    </message>
    <message>
        <source>Recorded as invalidator</source>
        <translation>Antecknas som makulerare</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Föreslagen av</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Upprättad</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Handlingens id</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%Ln annan</numerusform>
            <numerusform>%Ln andra</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Handlingar</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typer</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%Ln klient</numerusform>
            <numerusform>%Ln klienter</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klienter</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Förklaring</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Lämna (Esc)</translation>
    </message>
    <message>
        <source>Look at what it would mean</source>
        <translation>Se vad det innebär</translation>
    </message>
    <message>
        <source>Invalidating is the last resort: only where a new version cannot mend the error. First you are shown what would happen. Nothing is sent yet.</source>
        <translation>Makulering är den sista utvägen: bara när felet inte kan rättas med en ny version. Först visas vad som skulle hända. Ingenting skickas ännu.</translation>
    </message>
    <message numerus="yes">
        <source>Why invalidate %n document(s)?</source>
        <translation>
            <numerusform>Varför makuleras %Ln handling?</numerusform>
            <numerusform>Varför makuleras %Ln handlingar?</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>Välj en orsak.</translation>
    </message>
    <message>
        <source>This reason needs an explanation.</source>
        <translation>Denna orsak kräver en förklaring.</translation>
    </message>
    <message>
        <source>The reason is kept in your access log. Do not write the client's name or identity code in it.</source>
        <translation>Orsaken sparas i er egen användningslogg. Skriv inte klientens namn eller personbeteckning i den.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Save the report…</source>
        <translation>Spara rapporten…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Documents and what became of them</source>
        <translation>Handlingarna och deras resultat</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Utred</translation>
    </message>
    <message>
        <source>Give up the rest</source>
        <translation>Avstå från resten</translation>
    </message>
    <message>
        <source>To the list of invalidations</source>
        <translation>Till listan över makuleringar</translation>
    </message>
    <message>
        <source>Open the receipt</source>
        <translation>Öppna kvittot</translation>
    </message>
    <message>
        <source>Let this end first, or pause it</source>
        <translation>Låt detta först ta slut eller pausa det</translation>
    </message>
    <message>
        <source>Then choose anew.</source>
        <translation>Välj sedan på nytt.</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Behandlade handlingar</translation>
    </message>
    <message numerus="yes">
        <source>Invalidating %n document(s)…</source>
        <translation>
            <numerusform>Makulerar %Ln handling…</numerusform>
            <numerusform>Makulerar %Ln handlingar…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) invalidated</source>
        <translation>
            <numerusform>%Ln handling makulerad</numerusform>
            <numerusform>%Ln handlingar makulerade</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was carried out, and made sure of by asking</source>
        <translation>Allt utfördes, och det bekräftades med en fråga till arkivet</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to be settled</source>
        <translation>
            <numerusform>%Ln handling ska utredas</numerusform>
            <numerusform>%Ln handlingar ska utredas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not begun</source>
        <translation>
            <numerusform>%Ln handling är inte påbörjad</numerusform>
            <numerusform>%Ln handlingar är inte påbörjade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not invalidated</source>
        <translation>
            <numerusform>%Ln handling makulerades inte</numerusform>
            <numerusform>%Ln handlingar makulerades inte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on: invalidate %n document(s)</source>
        <translation>
            <numerusform>Fortsätt: makulera %Ln handling</numerusform>
            <numerusform>Fortsätt: makulera %Ln handlingar</numerusform>
        </translation>
    </message>
    <message>
        <source>The request left, but the answer is not known. Nothing is assumed.</source>
        <translation>Begäran skickades, men svaret är inte känt. Ingenting antas.</translation>
    </message>
    <message>
        <source>Nothing more is sent until you go on with PIN2.</source>
        <translation>Inget mer skickas innan du fortsätter med PIN2.</translation>
    </message>
    <message>
        <source>Choose a document to see what became of it</source>
        <translation>Välj en handling för att se vad som hände med den</translation>
    </message>
    <message>
        <source>Pausing: those on their way are finished first…</source>
        <translation>Pausar: de påbörjade slutförs först…</translation>
    </message>
    <message>
        <source>The run and its outcome</source>
        <translation>Makuleringens förlopp och resultat</translation>
    </message>
</context>
<context>
    <name>WaitingPlans</name>
    <message numerus="yes">
        <source>Proposal: invalidate %n document(s)</source>
        <translation>
            <numerusform>Förslag: makulera %Ln handling</numerusform>
            <numerusform>Förslag: makulera %Ln handlingar</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for another invalidator, who confirms with a card of their own.</source>
        <translation>Väntar på en annan makulerare, som bekräftar med sitt eget kort.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Återta</translation>
    </message>
    <message>
        <source>Waits for a second person: you may confirm it with your own card.</source>
        <translation>Väntar på en andra person: du kan bekräfta det med ditt eget kort.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Förkasta</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Bekräfta…</translation>
    </message>
    <message numerus="yes">
        <source>Cut short: {done} of %n document(s) invalidated</source>
        <translation>
            <numerusform>Avbruten: {done}/%Ln handling makulerad</numerusform>
            <numerusform>Avbruten: {done}/%Ln handlingar makulerade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun: nothing of them was sent.</source>
        <translation>
            <numerusform>%Ln är inte påbörjad: inget av den skickades.</numerusform>
            <numerusform>%Ln är inte påbörjade: inget av dem skickades.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled before going on.</source>
        <translation>
            <numerusform>%Ln ska utredas före fortsättning.</numerusform>
            <numerusform>%Ln ska utredas före fortsättning.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the one who began can go on.</source>
        <translation>Bara den som började kan fortsätta.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsätt…</translation>
    </message>
    <message>
        <source>Give up the rest</source>
        <translation>Avstå från resten</translation>
    </message>
</context>
</TS>
