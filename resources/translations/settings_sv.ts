<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>ChangesModel</name>
    <message>
        <source>Change</source>
        <translation>Ändring</translation>
    </message>
    <message>
        <source>Code or OID</source>
        <translation>Kod eller OID</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter importen</translation>
    </message>
</context>
<context>
    <name>ConnectionsTab</name>
    <message>
        <source>The options name no connection to an archive.</source>
        <translation>Inställningarna har ingen anslutning till ett arkiv.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>används</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Message profile</source>
        <translation>Meddelandeprofil</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Eget certifikat</translation>
    </message>
    <message>
        <source>Certificate's file</source>
        <translation>Certifikatfil</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Betrodda utfärdare</translation>
    </message>
    <message numerus="yes">
        <source>%n unverified fact(s)</source>
        <translation>
            <numerusform>%Ln obekräftad uppgift</numerusform>
            <numerusform>%Ln obekräftade uppgifter</numerusform>
        </translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bekräftad</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kan inte läsas</translation>
    </message>
    <message>
        <source>expired {day}</source>
        <translation>gick ut {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>giltigt till {day}</translation>
    </message>
</context>
<context>
    <name>HoldingView</name>
    <message>
        <source>Remove…</source>
        <translation>Ta bort…</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Ja, ta bort</translation>
    </message>
    <message>
        <source>No, keep</source>
        <translation>Nej, behåll</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Giltig</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importerad</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>What ships with the program will be used again, where there is such.</source>
        <translation>Det som följer med programmet tas åter i bruk, om sådant finns.</translation>
    </message>
</context>
<context>
    <name>HoldingsModel</name>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Giltig</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kan inte läsas</translation>
    </message>
    <message>
        <source>imported {day}</source>
        <translation>importerad {day}</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>obekräftad</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>följer med programmet</translation>
    </message>
</context>
<context>
    <name>LibraryTab</name>
    <message>
        <source>Code sets, registers and structures</source>
        <translation>Kodsystem, register och strukturer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alla slag</translation>
    </message>
    <message>
        <source>Name or OID</source>
        <translation>Namn eller OID</translation>
    </message>
    <message>
        <source>Show those with this name or OID</source>
        <translation>Visa dem som har detta namn eller denna OID</translation>
    </message>
    <message>
        <source>Code system's OID</source>
        <translation>Kodsystemets OID</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importera…</translation>
    </message>
    <message>
        <source>Folder of structures…</source>
        <translation>Mapp med strukturer…</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>Välj en rad</translation>
    </message>
    <message>
        <source>Import takes exports of the code service (CSV, XML), among them the SOTE organisation register, and document structures (JSON, zip). What would change is shown before anything is taken in.</source>
        <translation>Det går att importera exporter ur kodtjänsten (CSV, XML), även SOTE-organisationsregistret, samt handlingsstrukturer (JSON, zip). Ändringarna visas innan något tas i bruk.</translation>
    </message>
    <message>
        <source>Reading what there is…</source>
        <translation>Läser vad som finns…</translation>
    </message>
    <message>
        <source>Taking it in…</source>
        <translation>Tas i bruk…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Läser {file}…</translation>
    </message>
    <message>
        <source>Imported: {name}</source>
        <translation>Importerades: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%Ln allt som allt</numerusform>
            <numerusform>%Ln allt som allt</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>Togs bort: {name}</translation>
    </message>
    <message>
        <source>A file can be looked at now; importing it needs an administrator's right.</source>
        <translation>En fil kan ses på nu; för import krävs administratörens behörighet.</translation>
    </message>
    <message>
        <source>Exports and structures (*.csv *.txt *.xml *.json *.zip)</source>
        <translation>Exporter och strukturer (*.csv *.txt *.xml *.json *.zip)</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Välj filer</translation>
    </message>
    <message>
        <source>Choose a folder of structures</source>
        <translation>Välj mappen med strukturer</translation>
    </message>
    <message>
        <source>Code system's &amp;OID</source>
        <translation>Kodsystemets &amp;OID</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Läs filen</translation>
    </message>
    <message>
        <source>Code sets and structures</source>
        <translation>Kodsystem och strukturer</translation>
    </message>
</context>
<context>
    <name>OrganisationTab</name>
    <message>
        <source>Own organisation</source>
        <translation>Egen organisation</translation>
    </message>
    <message>
        <source>The options name no organisation yet, so nobody can sign in.</source>
        <translation>Inställningarna har ännu ingen organisation, så ingen kan logga in.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Business id</source>
        <translation>FO-nummer</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Unit's OID</source>
        <translation>Enhetens OID</translation>
    </message>
    <message>
        <source>In the organisation register</source>
        <translation>I organisationsregistret</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Where you have a right; known when you have signed in.</source>
        <translation>Register där du har behörighet; vet man efter inloggningen.</translation>
    </message>
    <message>
        <source>Name, business id and validity agree with the register.</source>
        <translation>Namn, FO-nummer och giltighet stämmer med registret.</translation>
    </message>
    <message>
        <source>Purposes of use</source>
        <translation>Användningsändamål</translation>
    </message>
    <message>
        <source>What one works for; chosen at sign-in and logged.</source>
        <translation>Vad arbetet görs för; väljs vid inloggningen och loggas.</translation>
    </message>
    <message>
        <source>The options name no purposes of use.</source>
        <translation>Inställningarna har inga användningsändamål.</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Changes and faults</source>
        <translation>Ändringar och fel</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Vad som skulle ändras</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fel</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Faults ({count})</source>
        <translation>Fel ({count})</translation>
    </message>
    <message numerus="yes">
        <source>Import without %n row(s) at fault</source>
        <translation>
            <numerusform>Importera utan %Ln felaktig rad</numerusform>
            <numerusform>Importera utan %Ln felaktiga rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importera</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>replaces {version}</source>
        <translation>ersätter {version}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Giltig</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>To import, sign in with an administrator's right.</source>
        <translation>För import krävs inloggning med administratörens behörighet.</translation>
    </message>
    <message>
        <source>The first {shown} of {total} changes are listed.</source>
        <translation>Listan har de {shown} första av {total} ändringar.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Inget skulle ändras.</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) to look at</source>
        <translation>
            <numerusform>%Ln fil till att se på</numerusform>
            <numerusform>%Ln filer till att se på</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Place</source>
        <translation>Ställe</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Vad som ska göras</translation>
    </message>
</context>
<context>
    <name>ProgramTab</name>
    <message>
        <source>Access log</source>
        <translation>Användningslogg</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Kryptering</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Återställningsnyckel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>finns inte</translation>
    </message>
    <message>
        <source>Anchored in</source>
        <translation>Förankrad i</translation>
    </message>
    <message>
        <source>nowhere: whoever controls this machine could rewrite the newest part</source>
        <translation>ingenstans: den som styr datorn kunde skriva om den nyaste delen</translation>
    </message>
    <message>
        <source>Disposal takes</source>
        <translation>Gallring kräver</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln personer</numerusform>
        </translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Locks after</source>
        <translation>Låses efter</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln minut</numerusform>
            <numerusform>%Ln minuter</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>The language and the look are chosen when the program is started (--lang, --look); the rest in the file of settings, which is read at start.</source>
        <translation>Språk och utseende väljs när programmet startas (--lang, --look); resten finns i filen med inställningar, som läses vid start.</translation>
    </message>
    <message>
        <source>on; the key is in the operating system's keyring</source>
        <translation>på; nyckeln finns i operativsystemets nyckelring</translation>
    </message>
    <message>
        <source>on; the key is under a passphrase</source>
        <translation>på; nyckeln skyddas av en lösenfras</translation>
    </message>
    <message>
        <source>off</source>
        <translation>av</translation>
    </message>
    <message>
        <source>on; the key of the practice set is a plain file</source>
        <translation>på; övningsmaterialets nyckel är en vanlig fil</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <translation>Inställningarnas delar</translation>
    </message>
    <message>
        <source>Organisation and registers</source>
        <translation>Organisation och register</translation>
    </message>
    <message>
        <source>Archive connections</source>
        <translation>Arkivanslutningar</translation>
    </message>
    <message>
        <source>Code sets and structures</source>
        <translation>Kodsystem och strukturer</translation>
    </message>
    <message>
        <source>Log and program</source>
        <translation>Logg och program</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
</context>
</TS>
