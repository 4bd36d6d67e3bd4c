<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>BackgroundView</name>
    <message>
        <source>Whose document is it, and why</source>
        <translation>Kenen asiakirja tämä on ja miksi</translation>
    </message>
    <message>
        <source>What does the client see in OmaKanta</source>
        <translation>Mitä asiakas näkee OmaKannassa</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Allekirjoitus</translation>
    </message>
    <message>
        <source>What stands behind the document</source>
        <translation>Asiakirjan taustat</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>ei ilmoitettu</translation>
    </message>
    <message>
        <source>Concluded from the metadata: what OmaKanta really shows, the archivist cannot see.</source>
        <translation>Päätelty kuvailutiedoista: arkistonhoitaja ei näe, mitä OmaKanta todella näyttää.</translation>
    </message>
    <message>
        <source>Is shown since {time}</source>
        <translation>Näkyy {time} alkaen</translation>
    </message>
    <message>
        <source>Is shown</source>
        <translation>Näkyy</translation>
    </message>
    <message>
        <source>Is shown from {time} on</source>
        <translation>Näkyy vasta {time} alkaen</translation>
    </message>
    <message>
        <source>Is not shown</source>
        <translation>Ei näy</translation>
    </message>
    <message>
        <source>It is not known whether it is shown</source>
        <translation>Ei tiedetä, näkyykö</translation>
    </message>
    <message>
        <source>by a published source</source>
        <translation>julkaistun lähteen mukaan</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>oletettu</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>vahvistamatta</translation>
    </message>
    <message>
        <source>{how_sure}: {source}</source>
        <translation>{how_sure}: {source}</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>As at first</source>
        <translation>Palauta alkuperäiset</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>Service task</source>
        <translation>Palvelutehtävä</translation>
    </message>
    <message>
        <source>All service tasks</source>
        <translation>Kaikki palvelutehtävät</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Asiakirjan tyyppi</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Kaikki tyypit</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Luotu aikaisintaan</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Luotu viimeistään</translation>
    </message>
    <message>
        <source>Service process</source>
        <translation>Palveluprosessi</translation>
    </message>
    <message>
        <source>All service processes</source>
        <translation>Kaikki palveluprosessit</translation>
    </message>
    <message>
        <source>Document group</source>
        <translation>Asiakirjaryhmä</translation>
    </message>
    <message>
        <source>All document groups</source>
        <translation>Kaikki asiakirjaryhmät</translation>
    </message>
    <message>
        <source>Archived from</source>
        <translation>Arkistoitu alkaen</translation>
    </message>
    <message>
        <source>Archived to</source>
        <translation>Arkistoitu päättyen</translation>
    </message>
    <message>
        <source>Professional's identifier</source>
        <translation>Ammattihenkilön tunniste</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Palveluntuottaja</translation>
    </message>
    <message>
        <source>Producer: business id or OID</source>
        <translation>Palveluntuottaja: Y-tunnus tai OID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Luotu</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arkistoitu</translation>
    </message>
    <message>
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Päivää ei voi lukea. Kirjoita se muodossa 22.11.2026.</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Alkupäivä on loppupäivän jälkeen.</translation>
    </message>
    <message>
        <source>The producer is not a business id (1234567-8) nor an OID. Nothing was sent.</source>
        <translation>Palveluntuottaja ei ole Y-tunnus (1234567-8) eikä OID. Mitään ei lähetetty.</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>old document</source>
        <translation>vanha asiakirja</translation>
    </message>
    <message>
        <source>Parts of the document</source>
        <translation>Asiakirjan osat</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Kuvailutiedot</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Selitys</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiot</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Havainnot</translation>
    </message>
    <message>
        <source>Metadata of the document</source>
        <translation>Asiakirjan kuvailutiedot</translation>
    </message>
    <message>
        <source>No document chosen</source>
        <translation>Asiakirjaa ei ole valittu</translation>
    </message>
    <message>
        <source>Choose a row to see its metadata. Double-click or press Enter to open it.</source>
        <translation>Valitse rivi, niin näet sen kuvailutiedot. Kaksoisnapsauta tai paina Enter, niin asiakirja avautuu.</translation>
    </message>
    <message>
        <source>Document id {oid}</source>
        <translation>Asiakirjan tunnus {oid}</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versio {number}</translation>
    </message>
    <message>
        <source>This version has been invalidated</source>
        <translation>Tämä versio on mitätöity</translation>
    </message>
    <message>
        <source>It must not be used in deciding on the client's matters.</source>
        <translation>Sitä ei saa käyttää asiakasta koskevassa päätöksenteossa.</translation>
    </message>
    <message>
        <source>A newer version has replaced this one</source>
        <translation>Uudempi versio on korvannut tämän</translation>
    </message>
    <message>
        <source>The Versions tab shows which.</source>
        <translation>Versiot-välilehti näyttää, mikä.</translation>
    </message>
    <message>
        <source>Stored into another's register by right to use the register</source>
        <translation>Tallennettu toisen rekisterinpitäjän rekisteriin rekisterinkäyttöoikeudella</translation>
    </message>
    <message>
        <source>Register of {controller}. Produced by {producer}.</source>
        <translation>Rekisterinpitäjä: {controller}. Palveluntuottaja: {producer}.</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>Havainnot ({count})</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Asiakirjat</translation>
    </message>
    <message>
        <source>Searching the archive…</source>
        <translation>Haetaan arkistosta…</translation>
    </message>
    <message>
        <source>Fetching more…</source>
        <translation>Haetaan lisää…</translation>
    </message>
    <message>
        <source>Fetching the document…</source>
        <translation>Noudetaan asiakirjaa…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Checking the document…</source>
        <translation>Tarkastetaan asiakirjaa…</translation>
    </message>
    <message>
        <source>Compare with the version before</source>
        <translation>Vertaa edelliseen versioon</translation>
    </message>
    <message>
        <source>Choose the other document</source>
        <translation>Valitse toinen asiakirja</translation>
    </message>
    <message>
        <source>Choose it in the table: the two are then opened side by side, and logged.</source>
        <translation>Valitse se taulukosta: molemmat avataan rinnakkain, ja avaamiset kirjataan.</translation>
    </message>
</context>
<context>
    <name>FacetsView</name>
    <message>
        <source>Clear the choices</source>
        <translation>Poista rajaukset</translation>
    </message>
    <message>
        <source>Narrow what was found</source>
        <translation>Rajaa löydettyjä</translation>
    </message>
    <message>
        <source>What was found is all alike: nothing to narrow by.</source>
        <translation>Löydetyt ovat kaikki samanlaisia: ei rajattavaa.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln muu</numerusform>
            <numerusform>%Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Vuosi</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Palvelutehtävä</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Rekisterinpitäjä</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Palveluntuottaja</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Findings in the metadata</source>
        <translation>Kuvailutietojen havainnot</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>ei aikaa</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>ei palvelutehtävää</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>ei tyyppiä</translation>
    </message>
    <message>
        <source>no controller</source>
        <translation>ei rekisterinpitäjää</translation>
    </message>
    <message>
        <source>no producer</source>
        <translation>ei palveluntuottajaa</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>virheitä</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>varoituksia</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>huomautuksia</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei havaintoja</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>ei vielä tarkastettu</translation>
    </message>
</context>
<context>
    <name>FieldsList</name>
    <message>
        <source>Copy the value</source>
        <translation>Kopioi arvo</translation>
    </message>
    <message>
        <source>Copy the code or OID</source>
        <translation>Kopioi koodi tai OID</translation>
    </message>
    <message>
        <source>Copy the field and its value</source>
        <translation>Kopioi kenttä ja arvo</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Not checked yet</source>
        <translation>Ei vielä tarkastettu</translation>
    </message>
    <message>
        <source>Open the document: its metadata and content are then checked.</source>
        <translation>Avaa asiakirja, niin sen kuvailutiedot ja sisältö tarkastetaan.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ei havaintoja</translation>
    </message>
    <message>
        <source>The metadata and the content passed every check.</source>
        <translation>Kuvailutiedot ja sisältö läpäisivät kaikki tarkastukset.</translation>
    </message>
    <message>
        <source>Findings of the checks</source>
        <translation>Tarkastusten havainnot</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Every search is written to the access log.</source>
        <translation>Jokainen haku kirjataan käyttölokiin.</translation>
    </message>
    <message>
        <source>Personal identity code</source>
        <translation>Henkilötunnus</translation>
    </message>
    <message>
        <source>Temporary identifier: write its value after its root.</source>
        <translation>Tilapäinen tunnus: kirjoita tunnus juuren perään.</translation>
    </message>
    <message>
        <source>Temporary identifier</source>
        <translation>Tilapäinen yksilöintitunnus</translation>
    </message>
    <message>
        <source>Name: the date of birth is needed too, such as 1.1.1981.</source>
        <translation>Nimi: tarvitaan myös syntymäaika, esimerkiksi 1.1.1981.</translation>
    </message>
    <message>
        <source>Name and date of birth</source>
        <translation>Nimi ja syntymäaika</translation>
    </message>
    <message>
        <source>Document id (OID)</source>
        <translation>Asiakirjan tunnus (OID)</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Asiatunnus</translation>
    </message>
    <message>
        <source>This is not in the archive that the archivist searches.</source>
        <translation>Tätä ei ole arkistossa, josta arkistonhoitaja hakee.</translation>
    </message>
    <message>
        <source>Write whom or what to search for.</source>
        <translation>Kirjoita, ketä tai mitä haetaan.</translation>
    </message>
    <message>
        <source>A personal identity code has the form 010181-900C. Nothing was sent.</source>
        <translation>Henkilötunnus on muotoa 010181-900C. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>The personal identity code has a date that does not exist. Nothing was sent.</source>
        <translation>Henkilötunnuksen päivämäärää ei ole olemassa. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>The personal identity code's check character does not match: one of its characters is wrong. Nothing was sent.</source>
        <translation>Henkilötunnuksen tarkistusmerkki ei täsmää: jokin merkeistä on väärin. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>The personal identity code is not valid. Nothing was sent.</source>
        <translation>Henkilötunnus ei ole kelvollinen. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>A document id is numbers and dots, such as 1.2.246.10.1234567.11.2026.1. Nothing was sent.</source>
        <translation>Asiakirjan tunnus koostuu numeroista ja pisteistä, kuten 1.2.246.10.1234567.11.2026.1. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>Only the root of a temporary identifier: write its value after a space. Nothing was sent.</source>
        <translation>Tämä on vain tilapäisen tunnuksen juuri: kirjoita sen perään välilyönti ja tunnus. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>The temporary identifier is not valid. Nothing was sent.</source>
        <translation>Tilapäinen yksilöintitunnus ei ole kelvollinen. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>Write first name, surname and date of birth: Maija Meikäläinen 1.1.1981.</source>
        <translation>Kirjoita etunimi, sukunimi ja syntymäaika: Maija Meikäläinen 1.1.1981.</translation>
    </message>
    <message>
        <source>There is no such date of birth. Nothing was sent.</source>
        <translation>Tällaista syntymäaikaa ei ole. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>The case number is too long. Nothing was sent.</source>
        <translation>Asiatunnus on liian pitkä. Mitään ei lähetetty.</translation>
    </message>
    <message>
        <source>Information, permits and prohibitions are not here</source>
        <translation>Informoinnit, luvat ja kiellot eivät ole täällä</translation>
    </message>
    <message>
        <source>Kanta information, disclosure permits and prohibitions are in Kela's service of expressions of will (Tahdonilmaisupalvelu), which the archivist's interface does not show. The client sees and changes them in OmaKanta; a professional sees them in the client information system. Consents that are documents of their own, such as to adoption, are found by their type.</source>
        <translation>Kanta-informointi, luovutusluvat ja luovutuskiellot ovat Kelan Tahdonilmaisupalvelussa, jota arkistonhoitajan käyttöliittymä ei näytä. Asiakas näkee ja muuttaa niitä OmaKannassa, ammattihenkilö näkee ne asiakastietojärjestelmässä. Suostumukset, jotka ovat omia asiakirjojaan, kuten suostumus adoptioon, löytyvät asiakirjan tyypillä.</translation>
    </message>
    <message>
        <source>Personal identity code, unfinished: its sign and end are missing.</source>
        <translation>Henkilötunnus kesken: välimerkki ja loppuosa puuttuvat.</translation>
    </message>
    <message numerus="yes">
        <source>Personal identity code, unfinished: %n character(s) missing.</source>
        <translation>
            <numerusform>Henkilötunnus kesken: %Ln merkki puuttuu.</numerusform>
            <numerusform>Henkilötunnus kesken: %Ln merkkiä puuttuu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataView</name>
    <message>
        <source>Find a field</source>
        <translation>Etsi kenttää</translation>
    </message>
    <message>
        <source>Show empty fields too</source>
        <translation>Näytä myös tyhjät kentät</translation>
    </message>
    <message>
        <source>Metadata of the document</source>
        <translation>Asiakirjan kuvailutiedot</translation>
    </message>
    <message>
        <source>{shown} of {all} fields</source>
        <translation>{shown} / {all} kenttää</translation>
    </message>
    <message>
        <source>given by the client information system</source>
        <translation>antaa asiakastietojärjestelmä</translation>
    </message>
    <message>
        <source>given by the archive</source>
        <translation>antaa arkisto</translation>
    </message>
    <message>
        <source>given by whoever searched</source>
        <translation>antaa hakija</translation>
    </message>
    <message>
        <source>concluded by this program</source>
        <translation>tämä ohjelma päättelee</translation>
    </message>
    <message>
        <source>field assumed</source>
        <translation>kenttä oletettu</translation>
    </message>
    <message>
        <source>field not confirmed</source>
        <translation>kenttä vahvistamatta</translation>
    </message>
    <message>
        <source>The field is confirmed by a published source.</source>
        <translation>Julkaistu lähde vahvistaa kentän.</translation>
    </message>
    <message>
        <source>The field is known from patient data and assumed here.</source>
        <translation>Kenttä tunnetaan potilastiedoista ja oletetaan tässä.</translation>
    </message>
    <message>
        <source>No published source confirms the field for social care.</source>
        <translation>Mikään julkaistu lähde ei vahvista kenttää sosiaalihuollossa.</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Palvelutehtävä</translation>
    </message>
    <message>
        <source>v</source>
        <comment>version, as a column</comment>
        <translation>v</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Otsikko</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Rekisterinpitäjä</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arkistoitu</translation>
    </message>
    <message>
        <source>Service process</source>
        <translation>Palveluprosessi</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Asiatunnus</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Ammattihenkilö</translation>
    </message>
    <message>
        <source>Service unit</source>
        <translation>Palveluyksikkö</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Findings in the metadata</source>
        <translation>Kuvailutietojen havainnot</translation>
    </message>
    <message>
        <source>{state}, old</source>
        <translation>{state}, vanha</translation>
    </message>
    <message>
        <source>In the register of {controller}, stored by {producer} by right to use the register</source>
        <translation>Rekisterinpitäjä {controller}, tallentanut {producer} rekisterinkäyttöoikeudella</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>ei vielä tarkastettu</translation>
    </message>
    <message>
        <source>errors in the metadata</source>
        <translation>virheitä kuvailutiedoissa</translation>
    </message>
    <message>
        <source>warnings about the metadata</source>
        <translation>varoituksia kuvailutiedoista</translation>
    </message>
    <message>
        <source>notes on the metadata</source>
        <translation>huomautuksia kuvailutiedoista</translation>
    </message>
    <message>
        <source>no findings in the metadata</source>
        <translation>ei havaintoja kuvailutiedoissa</translation>
    </message>
    <message>
        <source>{controller} ← {producer}</source>
        <translation>{controller} ← {producer}</translation>
    </message>
</context>
<context>
    <name>ResultsSide</name>
    <message>
        <source>Narrow</source>
        <translation>Rajaa</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sarakkeet</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vertaa…</translation>
    </message>
    <message>
        <source>Search for documents</source>
        <translation>Hae asiakirjoja</translation>
    </message>
    <message>
        <source>Write a personal identity code, a document id or a case number above. Documents of the register in hand are searched, for the purpose that stands at the top.</source>
        <translation>Kirjoita yllä olevaan kenttään henkilötunnus, asiakirjan tunnus tai asiatunnus. Haku kohdistuu valittuun rekisteriin ja kirjataan valitulla käyttötarkoituksella.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Mitään ei löytynyt</translation>
    </message>
    <message>
        <source>Check the register at the top, the kind of search, and the conditions.</source>
        <translation>Tarkista ylhäältä rekisteri, hakutapa ja hakuehdot.</translation>
    </message>
    <message>
        <source>The choices leave nothing</source>
        <translation>Rajaukset eivät jätä mitään</translation>
    </message>
    <message>
        <source>Documents were found, but none that fits everything chosen on the left.</source>
        <translation>Asiakirjoja löytyi, mutta yksikään ei sovi kaikkiin vasemmalla valittuihin rajauksiin.</translation>
    </message>
    <message>
        <source>Clear the choices</source>
        <translation>Poista rajaukset</translation>
    </message>
    <message numerus="yes">
        <source>Invalidate %n document(s)…</source>
        <translation>
            <numerusform>Mitätöi %Ln asiakirja…</numerusform>
            <numerusform>Mitätöi %Ln asiakirjaa…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln asiakirja</numerusform>
            <numerusform>%Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of the {fetched} fetched fit the choices</source>
        <translation>{shown} / {fetched} haetusta sopii rajauksiin</translation>
    </message>
    <message>
        <source>{fetched} of {total} fetched, newest first</source>
        <translation>haettu {fetched} / {total}, uusimmat ensin</translation>
    </message>
    <message>
        <source>the archive gives no more: narrow the search</source>
        <translation>arkisto ei anna enempää: tarkenna hakua</translation>
    </message>
    <message>
        <source>Counted of the {fetched} fetched; the rest are not known yet.</source>
        <translation>Laskettu {fetched} haetusta; muita ei vielä tunneta.</translation>
    </message>
    <message>
        <source>Fetch more</source>
        <translation>Hae lisää</translation>
    </message>
    <message>
        <source>Documents that were found</source>
        <translation>Löydetyt asiakirjat</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Kopioi rivit</translation>
    </message>
    <message>
        <source>Copy the document ids</source>
        <translation>Kopioi asiakirjojen tunnukset</translation>
    </message>
</context>
<context>
    <name>SaveLine</name>
    <message>
        <source>Name of the search</source>
        <translation>Haun nimi</translation>
    </message>
    <message>
        <source>Keep also whom or what is searched for</source>
        <translation>Tallenna myös hakusana</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Saved searches are not encrypted in this installation.</source>
        <translation>Tallennettuja hakuja ei ole salattu tässä asennuksessa.</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved searches</source>
        <translation>Tallennetut haut</translation>
    </message>
    <message>
        <source>Holds whom or what to search for. Saved by {who}.</source>
        <translation>Sisältää hakusanan. Tallensi {who}.</translation>
    </message>
    <message>
        <source>Conditions alone. Saved by {who}.</source>
        <translation>Vain ehdot. Tallensi {who}.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Tallenna tämä haku…</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Kind of search</source>
        <translation>Hakutapa</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Hae</translation>
    </message>
    <message>
        <source>It is a case number</source>
        <translation>Se on asiatunnus</translation>
    </message>
    <message>
        <source>Search by personal identity code, document id, case number or name</source>
        <translation>Hae henkilötunnuksella, asiakirjan tunnuksella, asiatunnuksella tai nimellä</translation>
    </message>
    <message>
        <source>Personal identity code, document OID, case number, or name and date of birth</source>
        <translation>Henkilötunnus, asiakirjan OID, asiatunnus tai nimi ja syntymäaika</translation>
    </message>
    <message>
        <source>Basic search</source>
        <translation>Perushaku</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Kaikki versiot</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>Mitätöidyt</translation>
    </message>
    <message>
        <source>Old documents</source>
        <translation>Vanhat asiakirjat</translation>
    </message>
    <message>
        <source>Fewer conditions</source>
        <translation>Vähemmän ehtoja</translation>
    </message>
    <message numerus="yes">
        <source>More conditions (%n in use)</source>
        <translation>
            <numerusform>Lisää ehtoja (%Ln käytössä)</numerusform>
            <numerusform>Lisää ehtoja (%Ln käytössä)</numerusform>
        </translation>
    </message>
    <message>
        <source>More conditions</source>
        <translation>Lisää ehtoja</translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>Not verified yet</source>
        <translation>Ei vielä todennettu</translation>
    </message>
    <message>
        <source>Open the document: its signature is then verified.</source>
        <translation>Avaa asiakirja, niin sen allekirjoitus todennetaan.</translation>
    </message>
    <message>
        <source>The metadata say: {words}</source>
        <translation>Kuvailutietojen mukaan: {words}</translation>
    </message>
    <message>
        <source>Signatures cannot be verified in this installation.</source>
        <translation>Allekirjoituksia ei voi todentaa tässä asennuksessa.</translation>
    </message>
    <message>
        <source>The metadata speak of a signature, but the document holds none: nobody can tell from it who made it.</source>
        <translation>Kuvailutiedoissa mainitaan allekirjoitus, mutta asiakirjassa ei ole sellaista: siitä ei voi päätellä, kuka sen on tehnyt.</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Allekirjoittaja</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisaatio</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Kattaa</translation>
    </message>
    <message>
        <source>Certificate from</source>
        <translation>Varmenteen myöntäjä</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algoritmi</translation>
    </message>
    <message>
        <source>{time}, by the signer's own clock</source>
        <translation>{time}, allekirjoittajan oman kellon mukaan</translation>
    </message>
    <message>
        <source>{time}, which the signature does not cover</source>
        <translation>{time}, jota allekirjoitus ei kata</translation>
    </message>
    <message>
        <source>not the document's content</source>
        <translation>ei asiakirjan sisältöä</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>koko asiakirjan</translation>
    </message>
    <message>
        <source>the content alone</source>
        <translation>vain sisällön</translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message>
        <source>Version {first} is missing from the archive</source>
        <translation>Versio {first} puuttuu arkistosta</translation>
    </message>
    <message>
        <source>Versions {first}–{last} are missing from the archive</source>
        <translation>Versiot {first}–{last} puuttuvat arkistosta</translation>
    </message>
    <message numerus="yes">
        <source>Fork: %n other version(s) claim this place</source>
        <translation>
            <numerusform>Haara: %Ln muu versio on samalla paikalla</numerusform>
            <numerusform>Haara: %Ln muuta versiota on samalla paikalla</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not follow the version before it</source>
        <translation>Ei jatka edellistä versiota</translation>
    </message>
    <message>
        <source>Version {number} – {state}</source>
        <translation>Versio {number} – {state}</translation>
    </message>
    <message>
        <source>{version} (shown here)</source>
        <translation>{version} (näkyy tässä)</translation>
    </message>
    <message>
        <source>Created {time}</source>
        <translation>Luotu {time}</translation>
    </message>
    <message>
        <source>archived {time}</source>
        <translation>arkistoitu {time}</translation>
    </message>
    <message>
        <source>Metadata as before; whether the content changed, compare.</source>
        <translation>Kuvailutiedot ennallaan; sisällön muutokset näkyvät vertaamalla.</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> ja %Ln muu</numerusform>
            <numerusform> ja %Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>Muuttui: {fields}</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Versions, newest first</source>
        <translation>Versiot, uusin ensin</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vertaa…</translation>
    </message>
    <message>
        <source>Opening is logged. Choose two with Ctrl to compare them.</source>
        <translation>Avaaminen kirjataan. Valitse kaksi Ctrl-näppäimellä, niin voit verrata niitä.</translation>
    </message>
    <message>
        <source>The versions have not been fetched</source>
        <translation>Versioita ei ole noudettu</translation>
    </message>
    <message>
        <source>Fetching them is written to the access log.</source>
        <translation>Noutaminen kirjataan käyttölokiin.</translation>
    </message>
    <message>
        <source>Fetch the versions</source>
        <translation>Nouda versiot</translation>
    </message>
    <message>
        <source>Fetching the versions…</source>
        <translation>Noudetaan versioita…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Numbers are missing: a version was perhaps never archived, or it is in another register.</source>
        <translation>Numeroita puuttuu: versiota ei ehkä ole arkistoitu, tai se on toisessa rekisterissä.</translation>
    </message>
    <message>
        <source>Two versions claim the same place: find out which one is right.</source>
        <translation>Kaksi versiota on samalla paikalla: selvitä, kumpi on oikea.</translation>
    </message>
    <message>
        <source>A version does not say which one it replaces.</source>
        <translation>Jokin versio ei kerro, minkä se korvaa.</translation>
    </message>
    <message>
        <source>The history is not one unbroken line</source>
        <translation>Versiohistoria ei ole yhtenäinen</translation>
    </message>
</context>
</TS>
