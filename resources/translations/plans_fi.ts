<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>PlanPanel</name>
    <message>
        <source>Choose a plan…</source>
        <translation>Valitse suunnitelma…</translation>
    </message>
    <message>
        <source>Columns of the file…</source>
        <translation>Tiedoston sarakkeet…</translation>
    </message>
    <message>
        <source>Files of the folder…</source>
        <translation>Kansion tiedostot…</translation>
    </message>
    <message>
        <source>Save the plan…</source>
        <translation>Tallenna suunnitelma…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lisää</translation>
    </message>
    <message>
        <source>Folder, columns, saving and templates</source>
        <translation>Kansio, sarakkeet, tallennus ja pohjat</translation>
    </message>
    <message>
        <source>Use the practice plan</source>
        <translation>Käytä harjoitussuunnitelmaa</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ajot</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Aloita koe</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>Suunnitelmaa ei ole valittu</translation>
    </message>
    <message>
        <source>A table (XLSX or CSV), a JSON file or a folder of exported files. Templates are under More.</source>
        <translation>Taulukko (XLSX tai CSV), JSON-tiedosto tai kansio vietyjä tiedostoja. Pohjat ovat kohdassa Lisää.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln asiakirja</numerusform>
            <numerusform>%Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n count(s)</source>
        <translation>
            <numerusform>%Ln määrä</numerusform>
            <numerusform>%Ln määrää</numerusform>
        </translation>
    </message>
    <message>
        <source>test day {day}</source>
        <translation>koepäivä {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with an identity code that is no test code</source>
        <translation>
            <numerusform>%Ln rivillä henkilötunnus ei ole testitunnus</numerusform>
            <numerusform>%Ln rivillä henkilötunnus ei ole testitunnus</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a folder of exported files…</source>
        <translation>Avaa kansio vietyjä tiedostoja…</translation>
    </message>
    <message>
        <source>Template ({kind})…</source>
        <translation>Pohja ({kind})…</translation>
    </message>
</context>
<context>
    <name>PlanReading</name>
    <message>
        <source>Reading the plan…</source>
        <translation>Luetaan suunnitelmaa…</translation>
    </message>
    <message>
        <source>Plans and exports ({kinds})</source>
        <translation>Suunnitelmat ja viennit ({kinds})</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>Valitse suunnitelma</translation>
    </message>
    <message>
        <source>Choose a folder of exported files</source>
        <translation>Valitse kansio, jossa ovat viedyt tiedostot</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Tallenna suunnitelma</translation>
    </message>
    <message>
        <source>Plan (*.json)</source>
        <translation>Suunnitelma (*.json)</translation>
    </message>
    <message>
        <source>The plan was saved</source>
        <translation>Suunnitelma tallennettiin</translation>
    </message>
    <message>
        <source>plan-template</source>
        <translation>suunnitelmapohja</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Tallenna pohja</translation>
    </message>
    <message>
        <source>The template was saved</source>
        <translation>Pohja tallennettiin</translation>
    </message>
    <message>
        <source>Files of the folder</source>
        <translation>Kansion tiedostot</translation>
    </message>
    <message>
        <source>No part of the plan</source>
        <translation>Eivät kuulu suunnitelmaan</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Suunnitelmassa</translation>
    </message>
    <message>
        <source>Settings of columns</source>
        <translation>Sarakeasetukset</translation>
    </message>
    <message>
        <source>Settings of columns (*.json)</source>
        <translation>Sarakeasetukset (*.json)</translation>
    </message>
    <message>
        <source>The settings were saved</source>
        <translation>Asetukset tallennettiin</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the plan</source>
        <translation>
            <numerusform>Suunnitelmassa on %Ln virhe</numerusform>
            <numerusform>Suunnitelmassa on %Ln virhettä</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them in the file and open it again. The place is file, sheet, row and column.</source>
        <translation>Korjaa ne tiedostossa ja avaa se uudelleen. Kohta on tiedosto, taulukko, rivi ja sarake.</translation>
    </message>
</context>
<context>
    <name>PlanListing</name>
    <message>
        <source>Copy the list</source>
        <translation>Kopioi luettelo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Luettelo</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ja %Ln muu</numerusform>
            <numerusform>… ja %Ln muuta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>What are the columns?</source>
        <translation>Mitä sarakkeet ovat?</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Taulukko</translation>
    </message>
    <message>
        <source>Client information system</source>
        <translation>Asiakastietojärjestelmä</translation>
    </message>
    <message>
        <source>for example its name and version</source>
        <translation>esimerkiksi nimi ja versio</translation>
    </message>
    <message>
        <source>Use these columns again for files of this system</source>
        <translation>Käytä samoja sarakkeita tämän järjestelmän tiedostoille</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Käytä näitä sarakkeita</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at</source>
        <translation>
            <numerusform>%Ln sarake tarkistettavana</numerusform>
            <numerusform>%Ln saraketta tarkistettavana</numerusform>
        </translation>
    </message>
    <message>
        <source>settings of {system}</source>
        <translation>järjestelmän {system} asetukset</translation>
    </message>
    <message>
        <source>Two columns stand for the same: {names}</source>
        <translation>Kahdella sarakkeella on sama merkitys: {names}</translation>
    </message>
    <message>
        <source>Say which column holds the client's identity code.</source>
        <translation>Valitse sarake, jossa on asiakkaan henkilötunnus.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>The same for every row that does not say it</source>
        <translation>Sama kaikille riveille, jotka eivät sitä kerro</translation>
    </message>
    <message>
        <source>Settings from a file…</source>
        <translation>Asetukset tiedostosta…</translation>
    </message>
    <message>
        <source>Settings to a file…</source>
        <translation>Asetukset tiedostoon…</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Tiedoston sarakkeet</translation>
    </message>
</context>
<context>
    <name>MappingRows</name>
    <message>
        <source>Column of the file</source>
        <translation>Tiedoston sarake</translation>
    </message>
    <message>
        <source>Values, for example</source>
        <translation>Arvoja, esimerkiksi</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Merkitys</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(nimetön)</translation>
    </message>
    <message>
        <source>What {name} stands for</source>
        <translation>Sarakkeen {name} merkitys</translation>
    </message>
    <message>
        <source>– pass over –</source>
        <translation>– ohita –</translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
    <message>
        <source>Reading the run…</source>
        <translation>Luetaan ajoa…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the folder are no part of the plan</source>
        <translation>
            <numerusform>Kansion %Ln tiedosto ei kuulu suunnitelmaan</numerusform>
            <numerusform>Kansion %Ln tiedostoa ei kuulu suunnitelmaan</numerusform>
        </translation>
    </message>
    <message>
        <source>The choice is recorded and holds from the next run on</source>
        <translation>Valinta on kirjattu ja voimassa seuraavasta ajosta alkaen</translation>
    </message>
    <message>
        <source>Run again what failed</source>
        <translation>Aja uudelleen, mikä ei onnistunut</translation>
    </message>
</context>
</TS>
