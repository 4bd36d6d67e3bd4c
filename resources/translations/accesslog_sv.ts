<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>AccessLogPage</name>
    <message>
        <source>You may not look at the access log</source>
        <translation>Du har inte rätt att läsa användningsloggen</translation>
    </message>
    <message>
        <source>Parts of the access log</source>
        <translation>Användningsloggens delar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integritet</translation>
    </message>
    <message>
        <source>Retention and copies</source>
        <translation>Bevarande och kopior</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Användningslogg</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Utredningar</translation>
    </message>
</context>
<context>
    <name>CaseRow</name>
    <message>
        <source>Events, such as 2026/6</source>
        <translation>Händelser, t.ex. 2026/6</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>Show event {number}</source>
        <translation>Visa händelsen {number}</translation>
    </message>
    <message>
        <source>opened {time}, {person}</source>
        <translation>öppnad {time}, {person}</translation>
    </message>
    <message>
        <source>late since {day}</source>
        <translation>försenad sedan {day}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>senast {day}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Vad som framkom</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Avsluta utredningen</translation>
    </message>
    <message>
        <source>Close case {number}</source>
        <translation>Avsluta utredningen {number}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändra…</translation>
    </message>
    <message>
        <source>Change case {number}</source>
        <translation>Ändra utredning {number}</translation>
    </message>
    <message>
        <source>Why it is added or removed</source>
        <translation>Varför den läggs till eller tas bort</translation>
    </message>
    <message>
        <source>Remove event {number}</source>
        <translation>Ta bort händelse {number}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Add events to case {number}</source>
        <translation>Lägg till händelser i utredning {number}</translation>
    </message>
    <message>
        <source>Set the day</source>
        <translation>Ange dagen</translation>
    </message>
    <message>
        <source>Set the day case {number} is due</source>
        <translation>Ange sista dagen för utredning {number}</translation>
    </message>
    <message>
        <source>Why it is opened again</source>
        <translation>Varför den öppnas på nytt</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Öppna på nytt</translation>
    </message>
    <message>
        <source>Open case {number} again</source>
        <translation>Öppna utredning {number} på nytt</translation>
    </message>
    <message>
        <source>Earlier decision: {decision}</source>
        <translation>Tidigare beslut: {decision}</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Visa alla händelser</translation>
    </message>
</context>
<context>
    <name>CasesTab</name>
    <message>
        <source>What is looked into</source>
        <translation>Vad som utreds</translation>
    </message>
    <message>
        <source>Events, such as 2026/6</source>
        <translation>Händelser, t.ex. 2026/6</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Öppna en utredning</translation>
    </message>
    <message>
        <source>Reading the cases…</source>
        <translation>Läser utredningarna…</translation>
    </message>
    <message>
        <source>Check the event numbers and the day</source>
        <translation>Kontrollera händelsernas nummer och dagen</translation>
    </message>
    <message>
        <source>Write events as 2026/6 and the day as 22.11.2026.</source>
        <translation>Skriv händelserna som 2026/6 och dagen som 22.11.2026.</translation>
    </message>
    <message>
        <source>Case {number} is closed</source>
        <translation>Utredningen {number} är avslutad</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Det finns inga öppna utredningar.</translation>
    </message>
    <message>
        <source>No case has been closed.</source>
        <translation>Det finns inga avslutade utredningar.</translation>
    </message>
    <message>
        <source>Case {number} is open</source>
        <translation>Utredningen {number} är öppnad</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Öppna utredningar</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>Avslutade utredningar</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Utredningar</translation>
    </message>
    <message>
        <source>Case {number} is changed</source>
        <translation>Utredning {number} är ändrad</translation>
    </message>
</context>
<context>
    <name>CheckpointsModel</name>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Anledning</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Träd</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Rotkondensat</translation>
    </message>
</context>
<context>
    <name>EventView</name>
    <message>
        <source>Clock</source>
        <translation>Klocka</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Visade</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Visningens längd</translation>
    </message>
    <message>
        <source>Error in words</source>
        <translation>Förklaring till felet</translation>
    </message>
    <message>
        <source>State before</source>
        <translation>Läge före</translation>
    </message>
    <message>
        <source>State after</source>
        <translation>Läge efter</translation>
    </message>
    <message>
        <source>Reason's code</source>
        <translation>Orsakens kod</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Godkännare</translation>
    </message>
    <message>
        <source>Acted as</source>
        <translation>Arbetsuppgift</translation>
    </message>
    <message>
        <source>Card's number</source>
        <translation>Kortets nummer</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Markeringar</translation>
    </message>
    <message>
        <source>Service process</source>
        <translation>Serviceprocess</translation>
    </message>
    <message>
        <source>Category of data</source>
        <translation>Uppgiftskategori</translation>
    </message>
    <message>
        <source>Source of data</source>
        <translation>Uppgifternas källa</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>För vems räkning</translation>
    </message>
    <message>
        <source>Right to use the register</source>
        <translation>Rätt att använda registret</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Sammanhang</translation>
    </message>
    <message>
        <source>Special reason</source>
        <translation>Särskilt skäl</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivering</translation>
    </message>
    <message>
        <source>Emergency use</source>
        <translation>Nödanvändning</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>System's id</source>
        <translation>Systemets id</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Show the intent</source>
        <translation>Visa avsikten</translation>
    </message>
    <message>
        <source>Why the client must be seen</source>
        <translation>Varför klienten måste visas</translation>
    </message>
    <message>
        <source>Show the client</source>
        <translation>Visa klienten</translation>
    </message>
    <message>
        <source>The reason is written to the log.</source>
        <translation>Motiveringen skrivs i loggen.</translation>
    </message>
    <message>
        <source>Save the proof…</source>
        <translation>Spara beviset…</translation>
    </message>
    <message>
        <source>Close the event</source>
        <translation>Stäng händelsen</translation>
    </message>
    <message>
        <source>The event in full</source>
        <translation>Hela händelsen</translation>
    </message>
    <message>
        <source>{act} – event {number}</source>
        <translation>{act} – händelse {number}</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Client and document</source>
        <translation>Klient och handling</translation>
    </message>
    <message>
        <source>Register and purpose</source>
        <translation>Register och användningsändamål</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbetsstation</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fel</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Sökvillkor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifierare</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Yrke</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Unit's id</source>
        <translation>Enhetens id</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certifikat</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Identity code</source>
        <translation>Personbeteckning</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Original document</source>
        <translation>Ursprunglig handling</translation>
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
        <source>Documents</source>
        <translation>Handlingar</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Personuppgiftsansvarig</translation>
    </message>
    <message>
        <source>Controller's id</source>
        <translation>Den personuppgiftsansvariges id</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Användningsändamål</translation>
    </message>
    <message>
        <source>Signed in to it</source>
        <translation>Operativsystemets användare</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meddelande</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integritet</translation>
    </message>
    <message>
        <source>Not yet: a checkpoint comes within the hour, or with the proof.</source>
        <translation>Inte ännu: en kontrollpunkt kommer inom en timme, eller med beviset.</translation>
    </message>
    <message>
        <source>{time}, with {size} events</source>
        <translation>{time}, då händelserna var {size}</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Kontrollpunkt</translation>
    </message>
    <message>
        <source>A card has signed the log since</source>
        <translation>Ett kort har därefter undertecknat loggen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Inte ännu</translation>
    </message>
    <message>
        <source>Event's id</source>
        <translation>Händelsens id</translation>
    </message>
    <message>
        <source>Settles intent</source>
        <translation>Avslutar avsikten</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Lövkondensat</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bevis</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) signed by the card</source>
        <translation>
            <numerusform>%Ln tecken undertecknat med kortet</numerusform>
            <numerusform>%Ln tecken undertecknade med kortet</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>Öppna en utredning…</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Skede</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Användningsändamål</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>fetching…</source>
        <translation>hämtas…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln handling</numerusform>
            <numerusform>%Ln handlingar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsTab</name>
    <message>
        <source>Events, newest first</source>
        <translation>Händelser, nyast först</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>All tid</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>Gå till en dag</translation>
    </message>
    <message>
        <source>Show the event in full</source>
        <translation>Visa hela händelsen</translation>
    </message>
    <message>
        <source>Also with Enter or a double click. Looking at an event is written to the log.</source>
        <translation>Också med Enter eller dubbelklick. Visningen av en händelse antecknas i loggen.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Uppdatera</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Ingen händelse motsvarar villkoren</translation>
    </message>
    <message>
        <source>Clear a condition, or widen the time.</source>
        <translation>Ta bort ett villkor eller utvidga tidsperioden.</translation>
    </message>
    <message>
        <source>Searching the log…</source>
        <translation>Söker i loggen…</translation>
    </message>
    <message>
        <source>Fetching the event…</source>
        <translation>Hämtar händelsen…</translation>
    </message>
    <message>
        <source>Writing the proof…</source>
        <translation>Beviset skrivs…</translation>
    </message>
    <message>
        <source>Exporting events…</source>
        <translation>Händelserna exporteras…</translation>
    </message>
    <message>
        <source>No event is as old as that</source>
        <translation>Ingen händelse är så gammal</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%Ln händelse</numerusform>
            <numerusform>%Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Choose a folder for the proof</source>
        <translation>Välj en mapp för beviset</translation>
    </message>
    <message>
        <source>The proof was saved</source>
        <translation>Beviset sparades</translation>
    </message>
    <message>
        <source>Anyone can check it with the program beside it; it needs Python alone.</source>
        <translation>Vem som helst kan kontrollera det med programmet bredvid; det behöver bara Python.</translation>
    </message>
    <message>
        <source>access-log</source>
        <translation>anvandningslogg</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Exportera händelser</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabeller (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were exported</source>
        <translation>
            <numerusform>%Ln händelse exporterades</numerusform>
            <numerusform>%Ln händelser exporterades</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Händelser</translation>
    </message>
</context>
<context>
    <name>FacetsView</name>
    <message>
        <source>How the events are shared</source>
        <translation>Hur händelserna fördelas</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Skede</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Användningsändamål</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>och %Ln till</numerusform>
            <numerusform>och %Ln till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Name or identifier</source>
        <translation>Namn eller identifierare</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Name or personal identity code</source>
        <translation>Namn eller personbeteckning</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Document id (OID)</source>
        <translation>Handlingens id (OID)</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Åtgärd</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Alla åtgärder</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Skede</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>Alla skeden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>The personal identity code is not valid. Check it.</source>
        <translation>Personbeteckningen är inte giltig. Kontrollera den tecken för tecken.</translation>
    </message>
    <message>
        <source>A document id is numbers and dots. Copy it whole.</source>
        <translation>En handlings id består av siffror och punkter. Kopiera den i sin helhet.</translation>
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
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Töm</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Events over time</source>
        <translation>Händelser över tid</translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message>
        <source>Verify the whole log</source>
        <translation>Kontrollera hela loggen</translation>
    </message>
    <message>
        <source>Verify what is new</source>
        <translation>Kontrollera det nya</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Spara rapporten…</translation>
    </message>
    <message>
        <source>Sign the log now</source>
        <translation>Underteckna loggen nu</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>På papper…</translation>
    </message>
    <message>
        <source>The chosen checkpoint, or the newest, as a page with a QR code.</source>
        <translation>Den valda kontrollpunkten, eller den senaste, som en sida med QR-kod.</translation>
    </message>
    <message>
        <source>Checkpoints, newest first</source>
        <translation>Kontrollpunkter, den nyaste först</translation>
    </message>
    <message>
        <source>Reading the checkpoints…</source>
        <translation>Kontrollpunkterna läses…</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Kontrollerar loggen…</translation>
    </message>
    <message>
        <source>Signing the log…</source>
        <translation>Loggen undertecknas…</translation>
    </message>
    <message>
        <source>No anchor outside this workstation</source>
        <translation>Det finns inget ankare utanför arbetsstationen</translation>
    </message>
    <message>
        <source>Whoever controls this workstation could rewrite the log unseen. Name a folder elsewhere in the settings ([log] anchor_folder), or keep pages on paper.</source>
        <translation>Den som styr arbetsstationen kunde skriva om loggen obemärkt. Ange en mapp på annat håll i inställningarna ([log] anchor_folder), eller bevara sidor på papper.</translation>
    </message>
    <message>
        <source>The newest anchor {time}, in {place}</source>
        <translation>Det senaste ankaret {time}, plats: {place}</translation>
    </message>
    <message>
        <source>Nothing has reached {place} since the start</source>
        <translation>Inget har nått {place} sedan starten</translation>
    </message>
    <message numerus="yes">
        <source>{place}: %n checkpoint(s) wait ({reason})</source>
        <translation>
            <numerusform>{place}: %Ln kontrollpunkt väntar ({reason})</numerusform>
            <numerusform>{place}: %Ln kontrollpunkter väntar ({reason})</numerusform>
        </translation>
    </message>
    <message>
        <source>Some checkpoints have not reached their place</source>
        <translation>Alla kontrollpunkter har inte nått fram</translation>
    </message>
    <message>
        <source>Checkpoints are kept outside this workstation too</source>
        <translation>Kontrollpunkterna bevaras även utanför arbetsstationen</translation>
    </message>
    <message>
        <source>Verified {done} of {total} events</source>
        <translation>Kontrollerat {done} av {total} händelser</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s)</source>
        <translation>
            <numerusform>%Ln kontrollpunkt</numerusform>
            <numerusform>%Ln kontrollpunkter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) by cards</source>
        <translation>
            <numerusform>%Ln underskrift med kort</numerusform>
            <numerusform>%Ln underskrifter med kort</numerusform>
        </translation>
    </message>
    <message>
        <source>Root hash {root}</source>
        <translation>Rotkondensat {root}</translation>
    </message>
    <message>
        <source>Not reached: {places}</source>
        <translation>Nåddes inte: {places}</translation>
    </message>
    <message numerus="yes">
        <source>The log is intact: %n event(s) verified</source>
        <translation>
            <numerusform>Loggen är intakt: %Ln händelse kontrollerad</numerusform>
            <numerusform>Loggen är intakt: %Ln händelser kontrollerade</numerusform>
        </translation>
    </message>
    <message>
        <source>… and more.</source>
        <translation>… med flera.</translation>
    </message>
    <message>
        <source>The log does not match its hashes</source>
        <translation>Loggen motsvarar inte sina kondensat</translation>
    </message>
    <message>
        <source>Do not use the log as evidence. Tell the data protection officer at once.</source>
        <translation>Använd inte loggen som bevis. Meddela dataskyddsombudet genast.</translation>
    </message>
    <message>
        <source>{file}, events {first}–{last}</source>
        <translation>{file}, händelserna {first}–{last}</translation>
    </message>
    <message>
        <source>The verification was cancelled</source>
        <translation>Kontrollen avbröts</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>loggkontroll</translation>
    </message>
    <message>
        <source>Save the checkpoint</source>
        <translation>Spara kontrollpunkten</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>kontrollpunkt</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Filen skrevs</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Every event is compared with its hash, the hash trees, the signed checkpoints, the cards' signatures, and what is kept outside.</source>
        <translation>Varje händelse jämförs med sitt kondensat, kondensatträden, de undertecknade kontrollpunkterna, kortens underskrifter och det som bevaras på annat håll.</translation>
    </message>
    <message>
        <source>Checkpoints and anchors</source>
        <translation>Kontrollpunkter och ankare</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integritet</translation>
    </message>
</context>
<context>
    <name>QueryLine</name>
    <message>
        <source>Search the log</source>
        <translation>Sök i loggen</translation>
    </message>
    <message>
        <source>For example user:smith type:view time:2026-03</source>
        <translation>Till exempel användare:mattila typ:makulering tid:2026-03</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Sparade sökningar</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Sökningens namn</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Glöm</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Spara sökningen…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message>
        <source>These backups hold the former key: destroy them</source>
        <translation>Dessa säkerhetskopior har den tidigare nyckeln: förstör dem</translation>
    </message>
    <message>
        <source>Session's id</source>
        <translation>Sessionens id</translation>
    </message>
    <message>
        <source>First day of the span</source>
        <translation>Tidens första dag</translation>
    </message>
    <message>
        <source>Last day of the span</source>
        <translation>Tidens sista dag</translation>
    </message>
    <message>
        <source>Write the days of the span as 22.11.2026</source>
        <translation>Skriv tidens dagar i formen 22.11.2026</translation>
    </message>
    <message>
        <source>Each year is a file of its own, and its disposal an act of its own.</source>
        <translation>Varje år är en egen fil, och gallringen av det en egen åtgärd.</translation>
    </message>
    <message>
        <source>The time is confirmed in the log</source>
        <translation>Klockslaget är bekräftat i loggen</translation>
    </message>
    <message>
        <source>The record was written</source>
        <translation>Protokollet skrevs</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>to</source>
        <translation>till</translation>
    </message>
    <message>
        <source>Reason for the disposal</source>
        <translation>Motivering till gallringen</translation>
    </message>
    <message>
        <source>See what would go</source>
        <translation>Se vad som skulle gallras</translation>
    </message>
    <message>
        <source>Propose to another person</source>
        <translation>Föreslå för en annan person</translation>
    </message>
    <message>
        <source>Dispose…</source>
        <translation>Gallra…</translation>
    </message>
    <message>
        <source>Client's identity code</source>
        <translation>Klientens personbeteckning</translation>
    </message>
    <message>
        <source>User's identifier</source>
        <translation>Användarens identifierare</translation>
    </message>
    <message>
        <source>Document id (OID)</source>
        <translation>Handlingens id (OID)</translation>
    </message>
    <message>
        <source>Why they must stay</source>
        <translation>Varför händelserna bevaras</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Översyn</translation>
    </message>
    <message>
        <source>Place a hold</source>
        <translation>Lägg till gallringsförbud</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Säkerhetskopiera…</translation>
    </message>
    <message>
        <source>Reading what may be disposed of…</source>
        <translation>Det som kan gallras läses…</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Din roll tillåter inte detta.</translation>
    </message>
    <message>
        <source>Choose months of one year</source>
        <translation>Välj månader av ett år</translation>
    </message>
    <message>
        <source>Working out what would go…</source>
        <translation>Det som skulle gallras utreds…</translation>
    </message>
    <message>
        <source>The proposal was recorded</source>
        <translation>Förslaget antecknades</translation>
    </message>
    <message>
        <source>Another administrator disposes of the same months within 30 days.</source>
        <translation>En annan administratör gallrar samma månader inom 30 dagar.</translation>
    </message>
    <message>
        <source>Verifying, and disposing…</source>
        <translation>Kontroll och gallring pågår…</translation>
    </message>
    <message>
        <source>The hold was lifted</source>
        <translation>Gallringsförbudet upphävdes</translation>
    </message>
    <message>
        <source>Copying the log…</source>
        <translation>Loggen kopieras…</translation>
    </message>
    <message>
        <source>Nothing may be disposed of yet. The law keeps each event for twelve years; what is older is listed here by months.</source>
        <translation>Inget kan ännu gallras. Lagen bevarar varje händelse i tolv år; äldre händelser räknas upp här per månad.</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) are more than twelve years old.</source>
        <translation>
            <numerusform>%Ln månad är äldre än tolv år.</numerusform>
            <numerusform>%Ln månader är äldre än tolv år.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would be disposed of for ever.</source>
        <translation>
            <numerusform>%Ln händelse skulle gallras för gott.</numerusform>
            <numerusform>%Ln händelser skulle gallras för gott.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds keep %n event(s).</source>
        <translation>
            <numerusform>Förbud bevarar %Ln händelse.</numerusform>
            <numerusform>Förbud bevarar %Ln händelser.</numerusform>
        </translation>
    </message>
    <message>
        <source>No hold is in force.</source>
        <translation>Inga gallringsförbud gäller.</translation>
    </message>
    <message>
        <source>review {day}</source>
        <translation>översyn {day}</translation>
    </message>
    <message>
        <source>Reason for lifting</source>
        <translation>Motivering till upphävandet</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Upphäv</translation>
    </message>
    <message>
        <source>Lift the hold {number}</source>
        <translation>Upphäv gallringsförbudet {number}</translation>
    </message>
    <message>
        <source>The hold {number} is in force</source>
        <translation>Gallringsförbudet {number} gäller</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were disposed of</source>
        <translation>
            <numerusform>%Ln händelse gallrades</numerusform>
            <numerusform>%Ln händelser gallrades</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} events were copied</source>
        <translation>{size} händelser kopierades</translation>
    </message>
    <message>
        <source>Dispose of log data</source>
        <translation>Gallring av logguppgifter</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Detta kan inte ångras.</translation>
    </message>
    <message>
        <source>Save the record of the disposal</source>
        <translation>Spara gallringsprotokollet</translation>
    </message>
    <message>
        <source>record-of-disposal</source>
        <translation>gallringsprotokoll</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Välj en tom mapp</translation>
    </message>
    <message>
        <source>Disposal after twelve years</source>
        <translation>Gallring efter tolv år</translation>
    </message>
    <message>
        <source>Holds: what an open matter keeps</source>
        <translation>Gallringsförbud: vad ett pågående ärende bevarar</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopior</translation>
    </message>
    <message>
        <source>A backup is the log encrypted as it is, with each file compared with its hash tree. It opens with the keys of this workstation, or the recovery key.</source>
        <translation>En säkerhetskopia är loggen krypterad som den är, och varje fil jämförs med sitt kondensatträd. Den öppnas med arbetsstationens nycklar eller återställningsnyckeln.</translation>
    </message>
    <message>
        <source>Retention and copies</source>
        <translation>Bevarande och kopior</translation>
    </message>
</context>
</TS>
