<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>ContentView</name>
    <message>
        <source>Form of the content</source>
        <translation>Sisällön muoto</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Muoto</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Vie tiedostoon…</translation>
    </message>
    <message>
        <source>Content of the document</source>
        <translation>Asiakirjan sisältö</translation>
    </message>
    <message>
        <source>The document has not been opened</source>
        <translation>Asiakirjaa ei ole avattu</translation>
    </message>
    <message>
        <source>Opening it is written to the access log as viewing the client's data.</source>
        <translation>Avaaminen kirjataan käyttölokiin asiakkaan tietojen katseluna.</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Avaa asiakirja</translation>
    </message>
    <message>
        <source>Display form</source>
        <translation>Näyttömuoto</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sivut</translation>
    </message>
    <message>
        <source>Text of the pages</source>
        <translation>Sivujen teksti</translation>
    </message>
    <message>
        <source>Structured data</source>
        <translation>Rakenteinen tieto</translation>
    </message>
    <message>
        <source>The document has no content.</source>
        <translation>Asiakirjalla ei ole sisältöä.</translation>
    </message>
    <message>
        <source>Preparing the document…</source>
        <translation>Valmistellaan asiakirjaa…</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>pp.kk.vvvv</translation>
    </message>
    <message>
        <source>This is not a day. Write it as 22.11.2026.</source>
        <translation>Tämä ei ole päivämäärä. Kirjoita se muodossa 22.11.2026.</translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
    <message>
        <source>Matrix of the deployment test</source>
        <translation>Käyttöönottokokeen matriisi</translation>
    </message>
    <message>
        <source>Choose the plan of the test</source>
        <translation>Valitse kokeen suunnitelma</translation>
    </message>
    <message>
        <source>The test looks up each document of the plan in the archive, and checks that it is there, in the right register, with the right metadata and the right content.</source>
        <translation>Koe etsii suunnitelman jokaisen asiakirjan arkistosta ja tarkastaa, että se on arkistoitu oikeaan rekisteriin oikein kuvailutiedoin ja että sen sisältö on oikea.</translation>
    </message>
    <message>
        <source>Choose a plan…</source>
        <translation>Valitse suunnitelma…</translation>
    </message>
    <message>
        <source>Deployment test</source>
        <translation>Käyttöönottokoe</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>Luetaan suunnitelmaa…</translation>
    </message>
    <message>
        <source>The test is running…</source>
        <translation>Koe on käynnissä…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Kirjoitetaan raporttia…</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Valitse toinen tiedosto</translation>
    </message>
    <message>
        <source>Checked {done} of {total} documents</source>
        <translation>Tarkastettu {done} / {total} asiakirjaa</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Aloita uudelleen</translation>
    </message>
    <message>
        <source>Write the report (PDF)…</source>
        <translation>Kirjoita raportti (PDF)…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of the test persons that the plan does not name</source>
        <translation>
            <numerusform>Testihenkilöillä on %Ln asiakirja, jota suunnitelmassa ei ole</numerusform>
            <numerusform>Testihenkilöillä on %Ln asiakirjaa, joita suunnitelmassa ei ole</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Näytä</translation>
    </message>
    <message>
        <source>It was stopped by error {code}.</source>
        <translation>Koe pysähtyi virheeseen {code}.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Koe peruttiin.</translation>
    </message>
    <message>
        <source>The test did not come to its end</source>
        <translation>Koe jäi kesken</translation>
    </message>
    <message>
        <source>The test is passed</source>
        <translation>Koe on hyväksytty</translation>
    </message>
    <message numerus="yes">
        <source>Not passed: %n document(s) with a fault</source>
        <translation>
            <numerusform>Ei hyväksytty: %Ln asiakirjassa on virhe</numerusform>
            <numerusform>Ei hyväksytty: %Ln asiakirjassa on virhe</numerusform>
        </translation>
    </message>
    <message>
        <source>A failed test is not reported. Have the faults mended and run it again.</source>
        <translation>Hylättyä koetta ei raportoida. Pyydä korjaamaan virheet ja tee koe uudelleen.</translation>
    </message>
    <message>
        <source>No faults, but something needs a look</source>
        <translation>Virheitä ei ole, mutta jotakin on selvitettävä</translation>
    </message>
    <message>
        <source>Look at the marked cells before you report.</source>
        <translation>Selvitä merkityt kohdat ennen raportointia.</translation>
    </message>
    <message>
        <source>Report it to Kela by {day}: two working days from the test.</source>
        <translation>Toimita raportti Kelaan viimeistään {day} eli kahden työpäivän kuluessa kokeesta.</translation>
    </message>
    <message>
        <source>The documents checked so far are shown. Start the test again to check all.</source>
        <translation>Tähän mennessä tarkastetut asiakirjat näkyvät. Aloita koe uudelleen, jotta kaikki tarkastetaan.</translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%Ln kunnossa</numerusform>
            <numerusform>%Ln kunnossa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%Ln virheellinen</numerusform>
            <numerusform>%Ln virheellistä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%Ln selvitettävä</numerusform>
            <numerusform>%Ln selvitettävää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%Ln tarkastamatta</numerusform>
            <numerusform>%Ln tarkastamatta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln odottaa</numerusform>
            <numerusform>%Ln odottaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>Valitse suunnitelma</translation>
    </message>
    <message>
        <source>Plans (*.csv *.json)</source>
        <translation>Suunnitelmat (*.csv *.json)</translation>
    </message>
    <message>
        <source>deployment-test-{day}.pdf</source>
        <translation>kayttoonottokoe-{day}.pdf</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Tallenna raportti</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report was written</source>
        <translation>Raportti on kirjoitettu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
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
        <source>Versions</source>
        <translation>Versiot</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Havainnot</translation>
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
        <source>Documents</source>
        <translation>Asiakirjat</translation>
    </message>
    <message>
        <source>Searching the archive…</source>
        <translation>Haetaan arkistosta…</translation>
    </message>
    <message>
        <source>Fetching the document…</source>
        <translation>Noudetaan asiakirjaa…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Viedään…</translation>
    </message>
    <message>
        <source>Only the newest {shown} of {total} are shown</source>
        <translation>Näytetään vain {shown} uusinta, kaikkiaan {total}</translation>
    </message>
    <message>
        <source>Narrow the search by service task, type or time.</source>
        <translation>Rajaa hakua palvelutehtävällä, tyypillä tai ajalla.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln asiakirja</numerusform>
            <numerusform>%Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the document…</source>
        <translation>Tarkastetaan asiakirjaa…</translation>
    </message>
    <message>
        <source>Export the document as it came</source>
        <translation>Vie asiakirja sellaisena kuin se saatiin</translation>
    </message>
    <message>
        <source>CDA (*.xml)</source>
        <translation>CDA (*.xml)</translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation>Viety tiedostoon {file}</translation>
    </message>
    <message>
        <source>The file holds the client's data: keep it only as long as it is needed, and delete it then.</source>
        <translation>Tiedostossa on asiakkaan tietoja: säilytä sitä vain niin kauan kuin tarvitset, ja hävitä se sitten.</translation>
    </message>
    <message>
        <source>Documents that were found</source>
        <translation>Löydetyt asiakirjat</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>No cell chosen</source>
        <translation>Kohtaa ei ole valittu</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see what it stands on.</source>
        <translation>Valitse matriisin kohta, niin näet, mihin tulos perustuu.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ei vielä tarkastettu</translation>
    </message>
    <message>
        <source>The evidence comes here when the document has been checked.</source>
        <translation>Perusteet tulevat tähän, kun asiakirja on tarkastettu.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Perusteet</translation>
    </message>
    <message>
        <source>Documents that the plan does not name</source>
        <translation>Asiakirjat, joita suunnitelmassa ei ole</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
    <message>
        <source>archived {time}</source>
        <translation>arkistoitu {time}</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Odotettu</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Arkistossa</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Evidence</source>
        <translation>Peruste</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Virhe</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Varoitus</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
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
    <name>MatrixModel</name>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
</context>
<context>
    <name>MetadataView</name>
    <message>
        <source>Show empty fields too</source>
        <translation>Näytä myös tyhjät kentät</translation>
    </message>
    <message>
        <source>Metadata of the document</source>
        <translation>Asiakirjan kuvailutiedot</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page of the document</source>
        <translation>Asiakirjan sivu</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Edellinen sivu</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Seuraava sivu</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Pienennä</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Suurenna</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Sovita leveyteen</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Sivu {page} / {pages}</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Choose a plan…</source>
        <translation>Valitse suunnitelma…</translation>
    </message>
    <message>
        <source>Use the practice plan</source>
        <translation>Käytä harjoitussuunnitelmaa</translation>
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
        <source>A plan lists the documents that the client information system stored. It is a CSV or JSON file.</source>
        <translation>Suunnitelmassa luetellaan asiakirjat, jotka asiakastietojärjestelmä on tallentanut. Se on CSV- tai JSON-tiedosto.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln asiakirja</numerusform>
            <numerusform>%Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message>
        <source>test day {day}</source>
        <translation>koepäivä {day}</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Organisation</source>
        <translation>Organisaatio</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Y-tunnus</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Rekisterinpitäjä</translation>
    </message>
    <message>
        <source>Controller's OID</source>
        <translation>Rekisterinpitäjän OID</translation>
    </message>
    <message>
        <source>Client information system</source>
        <translation>Asiakastietojärjestelmä</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Toimittaja</translation>
    </message>
    <message>
        <source>Test case</source>
        <translation>Testitapaus</translation>
    </message>
    <message>
        <source>Day of the test</source>
        <translation>Koepäivä</translation>
    </message>
    <message>
        <source>Performers</source>
        <translation>Kokeen suorittajat</translation>
    </message>
    <message>
        <source>Names, separated by commas</source>
        <translation>Nimet pilkuin erotettuina</translation>
    </message>
    <message>
        <source>Production use begins</source>
        <translation>Tuotantokäyttö alkaa</translation>
    </message>
    <message>
        <source>Archivist</source>
        <translation>Kanta-arkistonhoitaja</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Huomautukset</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Tallenna PDF-tiedostona…</translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation>Takaisin perusteisiin</translation>
    </message>
    <message>
        <source>Report of the deployment test</source>
        <translation>Käyttöönottokokeen raportti</translation>
    </message>
    <message>
        <source>Details of the report</source>
        <translation>Raportin tiedot</translation>
    </message>
    <message>
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Päivää ei voi lukea. Kirjoita se muodossa 22.11.2026.</translation>
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
        <source>Version</source>
        <translation>Versio</translation>
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
        <source>{state}, old</source>
        <translation>{state}, vanha</translation>
    </message>
    <message>
        <source>In the register of {controller}, stored by {producer} by right to use the register</source>
        <translation>Rekisterinpitäjä {controller}, tallentanut {producer} rekisterinkäyttöoikeudella</translation>
    </message>
    <message>
        <source>{controller} ← {producer}</source>
        <translation>{controller} ← {producer}</translation>
    </message>
    <message>
        <source>v</source>
        <comment>version, as a column</comment>
        <translation>v</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search by personal identity code, document id, case number or name</source>
        <translation>Hae henkilötunnuksella, asiakirjan tunnuksella, asiatunnuksella tai nimellä</translation>
    </message>
    <message>
        <source>Personal identity code, document OID, case number, or name and date of birth</source>
        <translation>Henkilötunnus, asiakirjan OID, asiatunnus tai nimi ja syntymäaika</translation>
    </message>
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
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Päivää ei voi lukea. Kirjoita se muodossa 22.11.2026.</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Alkupäivä on loppupäivän jälkeen.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Luotu</translation>
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
        <source>Every search is written to the access log.</source>
        <translation>Jokainen haku kirjataan käyttölokiin.</translation>
    </message>
    <message>
        <source>Personal identity code</source>
        <translation>Henkilötunnus</translation>
    </message>
    <message>
        <source>Temporary identifier</source>
        <translation>Tilapäinen yksilöintitunnus</translation>
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
</context>
<context>
    <name>VersionsModel</name>
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
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Versions, newest first</source>
        <translation>Versiot, uusin ensin</translation>
    </message>
    <message>
        <source>Double-click or press Enter to open a version; opening is logged.</source>
        <translation>Avaa versio kaksoisnapsauttamalla tai Enter-näppäimellä. Avaaminen kirjataan käyttölokiin.</translation>
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
</context>
</TS>
