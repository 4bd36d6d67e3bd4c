<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>PlanPanel</name>
    <message>
        <source>Choose a plan…</source>
        <translation>Välj en plan…</translation>
    </message>
    <message>
        <source>Columns of the file…</source>
        <translation>Filens kolumner…</translation>
    </message>
    <message>
        <source>Files of the folder…</source>
        <translation>Mappens filer…</translation>
    </message>
    <message>
        <source>Save the plan…</source>
        <translation>Spara planen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mera</translation>
    </message>
    <message>
        <source>Folder, columns, saving and templates</source>
        <translation>Mapp, kolumner, sparande och mallar</translation>
    </message>
    <message>
        <source>Use the practice plan</source>
        <translation>Använd övningsplanen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Körningar</translation>
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
        <source>A table (XLSX or CSV), a JSON file or a folder of exported files. Templates are under More.</source>
        <translation>En tabell (XLSX eller CSV), en JSON-fil eller en mapp med exporterade filer. Mallar finns under Mera.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln handling</numerusform>
            <numerusform>%Ln handlingar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n count(s)</source>
        <translation>
            <numerusform>%Ln antal</numerusform>
            <numerusform>%Ln antal</numerusform>
        </translation>
    </message>
    <message>
        <source>test day {day}</source>
        <translation>provdag {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with an identity code that is no test code</source>
        <translation>
            <numerusform>På %Ln rad är personbeteckningen ingen testbeteckning</numerusform>
            <numerusform>På %Ln rader är personbeteckningen ingen testbeteckning</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a folder of exported files…</source>
        <translation>Öppna en mapp med exporterade filer…</translation>
    </message>
    <message>
        <source>Template ({kind})…</source>
        <translation>Mall ({kind})…</translation>
    </message>
</context>
<context>
    <name>PlanReading</name>
    <message>
        <source>Reading the plan…</source>
        <translation>Planen läses…</translation>
    </message>
    <message>
        <source>Plans and exports ({kinds})</source>
        <translation>Planer och exporter ({kinds})</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>Välj en plan</translation>
    </message>
    <message>
        <source>Choose a folder of exported files</source>
        <translation>Välj mappen med de exporterade filerna</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Spara planen</translation>
    </message>
    <message>
        <source>Plan (*.json)</source>
        <translation>Plan (*.json)</translation>
    </message>
    <message>
        <source>The plan was saved</source>
        <translation>Planen sparades</translation>
    </message>
    <message>
        <source>plan-template</source>
        <translation>planmall</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Spara mallen</translation>
    </message>
    <message>
        <source>The template was saved</source>
        <translation>Mallen sparades</translation>
    </message>
    <message>
        <source>Files of the folder</source>
        <translation>Mappens filer</translation>
    </message>
    <message>
        <source>No part of the plan</source>
        <translation>Hör inte till planen</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>I planen</translation>
    </message>
    <message>
        <source>Settings of columns</source>
        <translation>Kolumninställningar</translation>
    </message>
    <message>
        <source>Settings of columns (*.json)</source>
        <translation>Kolumninställningar (*.json)</translation>
    </message>
    <message>
        <source>The settings were saved</source>
        <translation>Inställningarna sparades</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the plan</source>
        <translation>
            <numerusform>Det finns %Ln fel i planen</numerusform>
            <numerusform>Det finns %Ln fel i planen</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them in the file and open it again. The place is file, sheet, row and column.</source>
        <translation>Rätta dem i filen och öppna den på nytt. Stället är fil, blad, rad och kolumn.</translation>
    </message>
</context>
<context>
    <name>PlanListing</name>
    <message>
        <source>Copy the list</source>
        <translation>Kopiera listan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… och %Ln till</numerusform>
            <numerusform>… och %Ln till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>What are the columns?</source>
        <translation>Vad är kolumnerna?</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Client information system</source>
        <translation>Klientdatasystem</translation>
    </message>
    <message>
        <source>for example its name and version</source>
        <translation>till exempel namn och version</translation>
    </message>
    <message>
        <source>Use these columns again for files of this system</source>
        <translation>Använd samma kolumner för filer från detta system</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Använd dessa kolumner</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at</source>
        <translation>
            <numerusform>%Ln kolumn att kontrollera</numerusform>
            <numerusform>%Ln kolumner att kontrollera</numerusform>
        </translation>
    </message>
    <message>
        <source>settings of {system}</source>
        <translation>inställningar för {system}</translation>
    </message>
    <message>
        <source>Two columns stand for the same: {names}</source>
        <translation>Två kolumner står för samma: {names}</translation>
    </message>
    <message>
        <source>Say which column holds the client's identity code.</source>
        <translation>Välj kolumnen med klientens personbeteckning.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>The same for every row that does not say it</source>
        <translation>Samma för alla rader som inte säger det</translation>
    </message>
    <message>
        <source>Settings from a file…</source>
        <translation>Inställningar från fil…</translation>
    </message>
    <message>
        <source>Settings to a file…</source>
        <translation>Inställningar till fil…</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Filens kolumner</translation>
    </message>
</context>
<context>
    <name>MappingRows</name>
    <message>
        <source>Column of the file</source>
        <translation>Filens kolumn</translation>
    </message>
    <message>
        <source>Values, for example</source>
        <translation>Värden, till exempel</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Betydelse</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(utan namn)</translation>
    </message>
    <message>
        <source>What {name} stands for</source>
        <translation>Betydelse för {name}</translation>
    </message>
    <message>
        <source>– pass over –</source>
        <translation>– förbigå –</translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
    <message>
        <source>Reading the run…</source>
        <translation>Läser körningen…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the folder are no part of the plan</source>
        <translation>
            <numerusform>%Ln fil i mappen hör inte till planen</numerusform>
            <numerusform>%Ln filer i mappen hör inte till planen</numerusform>
        </translation>
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
</TS>
