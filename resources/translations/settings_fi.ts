<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>ChangesModel</name>
    <message>
        <source>Change</source>
        <translation>Muutos</translation>
    </message>
    <message>
        <source>Code or OID</source>
        <translation>Koodi tai OID</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nyt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Tuonnin jälkeen</translation>
    </message>
</context>
<context>
    <name>ConnectionsTab</name>
    <message>
        <source>The options name no connection to an archive.</source>
        <translation>Asetuksissa ei ole yhteyttä arkistoon.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>käytössä</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Osoite</translation>
    </message>
    <message>
        <source>Message profile</source>
        <translation>Sanomaprofiili</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Oma varmenne</translation>
    </message>
    <message>
        <source>Certificate's file</source>
        <translation>Varmennetiedosto</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Luotetut varmentajat</translation>
    </message>
    <message numerus="yes">
        <source>%n unverified fact(s)</source>
        <translation>
            <numerusform>%Ln vahvistamaton tieto</numerusform>
            <numerusform>%Ln vahvistamatonta tietoa</numerusform>
        </translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vahvistettu</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ei voi lukea</translation>
    </message>
    <message>
        <source>expired {day}</source>
        <translation>vanhentui {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>voimassa {day} asti</translation>
    </message>
</context>
<context>
    <name>HoldingView</name>
    <message>
        <source>Remove…</source>
        <translation>Poista…</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Kyllä, poista</translation>
    </message>
    <message>
        <source>No, keep</source>
        <translation>Ei, säilytä</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Määrä</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Tuotu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>What ships with the program will be used again, where there is such.</source>
        <translation>Ohjelman mukana tuleva otetaan taas käyttöön, jos sellainen on.</translation>
    </message>
</context>
<context>
    <name>HoldingsModel</name>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Määrä</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ei voi lukea</translation>
    </message>
    <message>
        <source>imported {day}</source>
        <translation>tuotu {day}</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>vahvistamaton</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>ohjelman mukana</translation>
    </message>
</context>
<context>
    <name>LibraryTab</name>
    <message>
        <source>Code sets, registers and structures</source>
        <translation>Koodistot, rekisterit ja rakenteet</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Kaikki lajit</translation>
    </message>
    <message>
        <source>Name or OID</source>
        <translation>Nimi tai OID</translation>
    </message>
    <message>
        <source>Show those with this name or OID</source>
        <translation>Näytä ne, joilla on tämä nimi tai OID</translation>
    </message>
    <message>
        <source>Code system's OID</source>
        <translation>Koodiston OID</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Tuo…</translation>
    </message>
    <message>
        <source>Folder of structures…</source>
        <translation>Rakennekansio…</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>Valitse rivi</translation>
    </message>
    <message>
        <source>Import takes exports of the code service (CSV, XML), among them the SOTE organisation register, and document structures (JSON, zip). What would change is shown before anything is taken in.</source>
        <translation>Tuoda voi Koodistopalvelun vientejä (CSV, XML), myös SOTE-organisaatiorekisterin, sekä asiakirjarakenteita (JSON, zip). Muutokset näytetään, ennen kuin mitään otetaan käyttöön.</translation>
    </message>
    <message>
        <source>Reading what there is…</source>
        <translation>Luetaan, mitä on…</translation>
    </message>
    <message>
        <source>Taking it in…</source>
        <translation>Otetaan käyttöön…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Luetaan {file}…</translation>
    </message>
    <message>
        <source>Imported: {name}</source>
        <translation>Tuotiin: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%Ln kaikkiaan</numerusform>
            <numerusform>%Ln kaikkiaan</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>Poistettiin: {name}</translation>
    </message>
    <message>
        <source>A file can be looked at now; importing it needs an administrator's right.</source>
        <translation>Tiedostoa voi katsoa nyt; tuontiin tarvitaan pääkäyttäjän oikeus.</translation>
    </message>
    <message>
        <source>Exports and structures (*.csv *.txt *.xml *.json *.zip)</source>
        <translation>Viennit ja rakenteet (*.csv *.txt *.xml *.json *.zip)</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Valitse tiedostot</translation>
    </message>
    <message>
        <source>Choose a folder of structures</source>
        <translation>Valitse rakenteiden kansio</translation>
    </message>
    <message>
        <source>Code system's &amp;OID</source>
        <translation>Koodiston &amp;OID</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Lue tiedosto</translation>
    </message>
    <message>
        <source>Code sets and structures</source>
        <translation>Koodistot ja rakenteet</translation>
    </message>
</context>
<context>
    <name>OrganisationTab</name>
    <message>
        <source>Own organisation</source>
        <translation>Oma organisaatio</translation>
    </message>
    <message>
        <source>The options name no organisation yet, so nobody can sign in.</source>
        <translation>Asetuksissa ei ole vielä organisaatiota, joten kukaan ei voi kirjautua.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Business id</source>
        <translation>Y-tunnus</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Yksikkö</translation>
    </message>
    <message>
        <source>Unit's OID</source>
        <translation>Yksikön OID</translation>
    </message>
    <message>
        <source>In the organisation register</source>
        <translation>Organisaatiorekisterissä</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Rekisterit</translation>
    </message>
    <message>
        <source>Where you have a right; known when you have signed in.</source>
        <translation>Rekisterit, joissa sinulla on oikeus; tiedossa kirjautumisen jälkeen.</translation>
    </message>
    <message>
        <source>Name, business id and validity agree with the register.</source>
        <translation>Nimi, Y-tunnus ja voimassaolo ovat rekisterin mukaiset.</translation>
    </message>
    <message>
        <source>Purposes of use</source>
        <translation>Käyttötarkoitukset</translation>
    </message>
    <message>
        <source>What one works for; chosen at sign-in and logged.</source>
        <translation>Mitä varten työtä tehdään; valitaan kirjautuessa ja kirjataan lokiin.</translation>
    </message>
    <message>
        <source>The options name no purposes of use.</source>
        <translation>Asetuksissa ei ole käyttötarkoituksia.</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Changes and faults</source>
        <translation>Muutokset ja virheet</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Mikä muuttuisi</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Virheet</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Muutokset</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Faults ({count})</source>
        <translation>Virheet ({count})</translation>
    </message>
    <message numerus="yes">
        <source>Import without %n row(s) at fault</source>
        <translation>
            <numerusform>Tuo ilman %Ln virheellistä riviä</numerusform>
            <numerusform>Tuo ilman %Ln virheellistä riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Tuo</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>replaces {version}</source>
        <translation>korvaa version {version}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>To import, sign in with an administrator's right.</source>
        <translation>Tuonti vaatii kirjautumisen pääkäyttäjän oikeudella.</translation>
    </message>
    <message>
        <source>The first {shown} of {total} changes are listed.</source>
        <translation>Luettelossa on {total} muutoksesta {shown} ensimmäistä.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Mikään ei muuttuisi.</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) to look at</source>
        <translation>
            <numerusform>%Ln tiedosto vielä katsomatta</numerusform>
            <numerusform>%Ln tiedostoa vielä katsomatta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Place</source>
        <translation>Kohta</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mikä</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Arvo</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Mitä tehdä</translation>
    </message>
</context>
<context>
    <name>ProgramTab</name>
    <message>
        <source>Access log</source>
        <translation>Käyttöloki</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Salaus</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Palautusavain</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei ole</translation>
    </message>
    <message>
        <source>Anchored in</source>
        <translation>Ankkuroitu kansioon</translation>
    </message>
    <message>
        <source>nowhere: whoever controls this machine could rewrite the newest part</source>
        <translation>ei minnekään: tätä konetta hallitseva voisi kirjoittaa uusimman osan uudelleen</translation>
    </message>
    <message>
        <source>Disposal takes</source>
        <translation>Hävitykseen tarvitaan</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln henkilö</numerusform>
            <numerusform>%Ln henkilöä</numerusform>
        </translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Locks after</source>
        <translation>Lukittuu</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln minuutin jälkeen</numerusform>
            <numerusform>%Ln minuutin jälkeen</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Tiedot</translation>
    </message>
    <message>
        <source>The language and the look are chosen when the program is started (--lang, --look); the rest in the file of settings, which is read at start.</source>
        <translation>Kieli ja ulkoasu valitaan ohjelmaa käynnistettäessä (--lang, --look); muut asetukset ovat tiedostossa, joka luetaan käynnistyksessä.</translation>
    </message>
    <message>
        <source>on; the key is in the operating system's keyring</source>
        <translation>päällä; avain on käyttöjärjestelmän avainnipussa</translation>
    </message>
    <message>
        <source>on; the key is under a passphrase</source>
        <translation>päällä; avain on salalauseen takana</translation>
    </message>
    <message>
        <source>off</source>
        <translation>pois päältä</translation>
    </message>
    <message>
        <source>on; the key of the practice set is a plain file</source>
        <translation>päällä; harjoitusaineiston avain on tavallinen tiedosto</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <translation>Asetusten osat</translation>
    </message>
    <message>
        <source>Organisation and registers</source>
        <translation>Organisaatio ja rekisterit</translation>
    </message>
    <message>
        <source>Archive connections</source>
        <translation>Arkistoyhteydet</translation>
    </message>
    <message>
        <source>Code sets and structures</source>
        <translation>Koodistot ja rakenteet</translation>
    </message>
    <message>
        <source>Log and program</source>
        <translation>Loki ja ohjelma</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
</context>
</TS>
