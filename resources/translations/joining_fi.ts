<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>TasksModel</name>
    <message>
        <source>Task</source>
        <translation>Tehtävä</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Begin by</source>
        <translation>Alkaa</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Vastuussa</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Done</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>Day it was done</source>
        <translation>Päivä, jona tehtiin</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Vastuussa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Begin by</source>
        <translation>Alkaa viimeistään</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Valmis viimeistään</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Kestää</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Liikkumavara</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>The chosen task</source>
        <translation>Valittu tehtävä</translation>
    </message>
</context>
<context>
    <name>JoiningPage</name>
    <message>
        <source>Tasks of joining</source>
        <translation>Liittymisen tehtävät</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Katso nyt</translation>
    </message>
    <message>
        <source>Looks at the reader, the card, the connection, rights and the register</source>
        <translation>Katsoo lukijan, kortin, yhteyden, oikeudet ja rekisterin</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Tulosta…</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>Valitse tehtävä</translation>
    </message>
    <message>
        <source>Its reason, its days and what the program sees of it are shown here.</source>
        <translation>Tässä näkyvät sen syy, päivät ja mitä ohjelma siitä näkee.</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Liittyminen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Katsotaan…</translation>
    </message>
    <message>
        <source>What the program sees was looked at just now</source>
        <translation>Ohjelma katsoi juuri, mitä se näkee</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Tallennettu</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done}/{all} tehty</translation>
    </message>
    <message>
        <source>Storing can begin on {day} at the earliest</source>
        <translation>Tallentaminen voi alkaa aikaisintaan {day}</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Tallenna luettelo</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>liittyminen</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Tiedosto kirjoitettiin</translation>
    </message>
</context>
</TS>
