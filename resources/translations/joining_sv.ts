<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>TasksModel</name>
    <message>
        <source>Task</source>
        <translation>Uppgift</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Begin by</source>
        <translation>Inleds</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Ansvarig</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Done</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>Day it was done</source>
        <translation>Dagen då det gjordes</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Ansvarig</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmärkning</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Begin by</source>
        <translation>Inleds senast</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Klar senast</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tar</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Marginal</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Väntar på</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>The chosen task</source>
        <translation>Den valda uppgiften</translation>
    </message>
</context>
<context>
    <name>JoiningPage</name>
    <message>
        <source>Tasks of joining</source>
        <translation>Anslutningens uppgifter</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Se nu</translation>
    </message>
    <message>
        <source>Looks at the reader, the card, the connection, rights and the register</source>
        <translation>Ser på läsaren, kortet, förbindelsen, behörigheterna och registret</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Skriv ut…</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>Välj en uppgift</translation>
    </message>
    <message>
        <source>Its reason, its days and what the program sees of it are shown here.</source>
        <translation>Här visas dess orsak, dagar och vad programmet ser av den.</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Anslutning</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Ser efter…</translation>
    </message>
    <message>
        <source>What the program sees was looked at just now</source>
        <translation>Programmet såg nyss efter vad det ser</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Sparat</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done}/{all} gjorda</translation>
    </message>
    <message>
        <source>Storing can begin on {day} at the earliest</source>
        <translation>Lagringen kan börja tidigast {day}</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Spara listan</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>anslutning</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Filen skrevs</translation>
    </message>
</context>
</TS>
