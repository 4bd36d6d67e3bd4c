<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
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
        <source>The test as a whole</source>
        <translation>Koe kokonaisuutena</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
    <message>
        <source>archived {time}</source>
        <translation>arkistoitu {time}</translation>
    </message>
</context>
<context>
    <name>CandidateForm</name>
    <message>
        <source>Which document is meant?</source>
        <translation>Mitä asiakirjaa tarkoitetaan?</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ei mikään näistä</translation>
    </message>
    <message>
        <source>Why this one?</source>
        <translation>Miksi tämä?</translation>
    </message>
    <message>
        <source>Reason of the choice</source>
        <translation>Valinnan peruste</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Valitse</translation>
    </message>
    <message>
        <source>The choice holds from the next run on: run again what failed.</source>
        <translation>Valinta on voimassa seuraavasta ajosta alkaen: aja uudelleen, mikä ei onnistunut.</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>The archivist's decision</source>
        <translation>Arkistonhoitajan ratkaisu</translation>
    </message>
    <message>
        <source>Why? The reason is kept in the log.</source>
        <translation>Miksi? Peruste jää lokiin.</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Ratkaisun peruste</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Kirjaa ratkaisu</translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
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
        <source>Reading the run…</source>
        <translation>Luetaan ajoa…</translation>
    </message>
    <message>
        <source>The test is running…</source>
        <translation>Koe on käynnissä…</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Valitse toinen tiedosto</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Näytä</translation>
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
        <source>The choice is recorded and holds from the next run on</source>
        <translation>Valinta on kirjattu ja voimassa seuraavasta ajosta alkaen</translation>
    </message>
    <message>
        <source>Run again what failed</source>
        <translation>Aja uudelleen, mikä ei onnistunut</translation>
    </message>
</context>
<context>
    <name>RowFilters</name>
    <message>
        <source>Rows by state</source>
        <translation>Rivit tilan mukaan</translation>
    </message>
    <message>
        <source>Rows by client</source>
        <translation>Rivit asiakkaan mukaan</translation>
    </message>
    <message>
        <source>Rows by document type</source>
        <translation>Rivit asiakirjatyypin mukaan</translation>
    </message>
    <message>
        <source>Row, title or id</source>
        <translation>Rivi, otsikko tai tunnus</translation>
    </message>
    <message>
        <source>Rows by words</source>
        <translation>Rivit sanojen mukaan</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Näytä kaikki</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Kaikki rivit</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>Ei kunnossa</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Ratkaistavana</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Kunnossa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Kaikki asiakkaat</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Kaikki tyypit</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Runs, the newest first</source>
        <translation>Ajot, uusin ensin</translation>
    </message>
    <message>
        <source>No test has been run in this register yet.</source>
        <translation>Tässä rekisterissä ei ole vielä ajettu koetta.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Näytä</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Mitä muuttui</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Out of the history; its events stay in the log</source>
        <translation>Pois historiasta; tapahtumat jäävät lokiin</translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation>Takaisin perusteisiin</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ajot</translation>
    </message>
    <message>
        <source>What changed between two runs</source>
        <translation>Mitä kahden ajon välillä muuttui</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%Ln rivi muuttui</numerusform>
            <numerusform>%Ln riviä muuttui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%Ln korjautui</numerusform>
            <numerusform>%Ln korjautui</numerusform>
        </translation>
    </message>
    <message>
        <source>New unexpected document: {oid}</source>
        <translation>Uusi odottamaton asiakirja: {oid}</translation>
    </message>
    <message>
        <source>No longer there: {oid}</source>
        <translation>Ei enää arkistossa: {oid}</translation>
    </message>
    <message>
        <source>Another document stands for the row</source>
        <translation>Rivillä on toinen asiakirja</translation>
    </message>
    <message>
        <source>The archived document is another, byte for byte</source>
        <translation>Arkistoitu asiakirja on tavuiltaan toinen</translation>
    </message>
</context>
<context>
    <name>MarkedDifference</name>
    <message>
        <source>Expected: {value}</source>
        <translation>Odotettu: {value}</translation>
    </message>
    <message>
        <source>Found: {value}</source>
        <translation>Arkistossa: {value}</translation>
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
    <message>
        <source>The archivist has decided on it</source>
        <translation>Arkistonhoitaja on ratkaissut sen</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Matrix of the deployment test</source>
        <translation>Käyttöönottokokeen matriisi</translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%Ln virheellinen</numerusform>
            <numerusform>%Ln virheellistä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%Ln valittava</numerusform>
            <numerusform>%Ln valittavaa</numerusform>
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
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%Ln näkyvissä</numerusform>
            <numerusform>%Ln näkyvissä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%Ln kunnossa</numerusform>
            <numerusform>%Ln kunnossa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeLines</name>
    <message>
        <source>Run again</source>
        <translation>Aja uudelleen</translation>
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
    <message numerus="yes">
        <source>%n finding(s) of the test as a whole</source>
        <translation>
            <numerusform>%Ln havainto koko kokeesta</numerusform>
            <numerusform>%Ln havaintoa koko kokeesta</numerusform>
        </translation>
    </message>
    <message>
        <source>The test did not come to its end</source>
        <translation>Koe jäi kesken</translation>
    </message>
    <message>
        <source>What was checked is kept. Go on from there under Runs, or start again.</source>
        <translation>Tarkastettu on tallessa. Jatka siitä kohdasta Ajot, tai aloita alusta.</translation>
    </message>
    <message>
        <source>A run of {plan} came to a halt</source>
        <translation>Ajo {plan} jäi kesken</translation>
    </message>
    <message>
        <source>Begun {time}; {done} of {total} documents are checked and need not be asked again.</source>
        <translation>Alkoi {time}; {done}/{total} asiakirjaa on tarkastettu, eikä niitä tarvitse hakea uudelleen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
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
        <source>What was not in order is accepted, each with a reason.</source>
        <translation>Se, mikä ei ollut kunnossa, on hyväksytty perustellen.</translation>
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
        <source>Have the faults mended, then run again what failed.</source>
        <translation>Korjauta virheet ja aja sitten uudelleen, mikä ei onnistunut.</translation>
    </message>
    <message>
        <source>No faults, but something needs a look</source>
        <translation>Virheitä ei ole, mutta jotakin on selvitettävä</translation>
    </message>
    <message>
        <source>Look at the marked cells and decide on each before you report.</source>
        <translation>Katso merkityt kohdat ja ratkaise jokainen ennen kuin raportoit.</translation>
    </message>
</context>
<context>
    <name>RealClientsPanel</name>
    <message>
        <source>Basis for looking at real clients</source>
        <translation>Peruste oikeiden asiakkaiden katselulle</translation>
    </message>
    <message>
        <source>The basis: who decided, when, and why. It is kept in the log and the report.</source>
        <translation>Peruste: kuka päätti, milloin ja miksi. Se jää lokiin ja raporttiin.</translation>
    </message>
    <message>
        <source>Run it all the same</source>
        <translation>Aja silti</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>Älä aja</translation>
    </message>
    <message>
        <source>Is this a real person's henkilötunnus?</source>
        <translation>Onko tämä oikean ihmisen henkilötunnus?</translation>
    </message>
    <message>
        <source>A test is held with artificial henkilötunnus alone (individual number 900–999). Mend the plan, unless you have a basis to look at these clients.</source>
        <translation>Koe tehdään vain keinotekoisilla henkilötunnuksilla (yksilönumero 900–999). Korjaa suunnitelma, ellei sinulla ole perustetta katsoa näiden asiakkaiden tietoja.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) whose henkilötunnus is not artificial:</source>
        <translation>
            <numerusform>%Ln rivi, jonka henkilötunnus ei ole keinotekoinen:</numerusform>
            <numerusform>%Ln riviä, joiden henkilötunnus ei ole keinotekoinen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivedTable</name>
    <message>
        <source>agrees</source>
        <translation>vastaa</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>poikkeaa</translation>
    </message>
    <message>
        <source>Expected: {value}</source>
        <translation>Odotettu: {value}</translation>
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
        <source>Evidence apart, as an annex</source>
        <translation>Perusteet erikseen liitteenä</translation>
    </message>
    <message>
        <source>Draft of the e-mail to Kela</source>
        <translation>Sähköpostiluonnos Kelaan</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Työkirja (XLSX)</translation>
    </message>
    <message>
        <source>For programs (JSON)</source>
        <translation>Ohjelmia varten (JSON)</translation>
    </message>
    <message>
        <source>Sign with my card (PIN2)</source>
        <translation>Allekirjoita kortillani (PIN2)</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Lisäksi</translation>
    </message>
    <message>
        <source>Opens in your mail program; nothing is sent by this one</source>
        <translation>Avautuu postiohjelmassasi; tämä ohjelma ei lähetä mitään</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Tallenna…</translation>
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
    <name>ReportSide</name>
    <message>
        <source>Writing the report…</source>
        <translation>Kirjoitetaan raporttia…</translation>
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
        <source>No mail program opened the draft: open it from its folder.</source>
        <translation>Mikään postiohjelma ei avannut luonnosta: avaa se kansiostaan.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>The report was written</source>
        <translation>Raportti on kirjoitettu</translation>
    </message>
</context>
<context>
    <name>ReportedForm</name>
    <message>
        <source>Day of the report</source>
        <translation>Ilmoituspäivä</translation>
    </message>
    <message>
        <source>How it was reported</source>
        <translation>Miten ilmoitettiin</translation>
    </message>
    <message>
        <source>Mark as reported</source>
        <translation>Merkitse ilmoitetuksi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>The test has been reported</source>
        <translation>Koe on ilmoitettu</translation>
    </message>
    <message>
        <source>The program sends nothing itself: write down when you did.</source>
        <translation>Ohjelma ei itse lähetä mitään: merkitse, milloin lähetit.</translation>
    </message>
    <message>
        <source>e-mail to {address}</source>
        <translation>sähköposti: {address}</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Begun</source>
        <translation>Alkoi</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Suunnitelma</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rivejä</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Write the report…</source>
        <translation>Kirjoita raportti…</translation>
    </message>
    <message>
        <source>Mark as reported…</source>
        <translation>Merkitse ilmoitetuksi…</translation>
    </message>
    <message>
        <source>Invalidate the documents…</source>
        <translation>Mitätöi kokeen asiakirjat…</translation>
    </message>
    <message>
        <source>Missing: {names}</source>
        <translation>Puuttuu: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that the test found</source>
        <translation>
            <numerusform>%Ln asiakirja, jonka koe löysi</numerusform>
            <numerusform>%Ln asiakirjaa, jotka koe löysi</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ajo</translation>
    </message>
    <message numerus="yes">
        <source>Run: %n waiting</source>
        <translation>
            <numerusform>Ajo: %Ln odottaa</numerusform>
            <numerusform>Ajo: %Ln odottaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%Ln ratkaistava</numerusform>
            <numerusform>%Ln ratkaistavaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Ratkaistu</translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) missing</source>
        <translation>
            <numerusform>%Ln tieto puuttuu</numerusform>
            <numerusform>%Ln tietoa puuttuu</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Tiedot</translation>
    </message>
    <message>
        <source>Report written</source>
        <translation>Raportti kirjoitettu</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raportti</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Ilmoitettu</translation>
    </message>
    <message>
        <source>To be reported</source>
        <translation>Ilmoitettava</translation>
    </message>
    <message>
        <source>Reported on {day}</source>
        <translation>Ilmoitettu {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) late</source>
        <translation>
            <numerusform>%Ln työpäivä myöhässä</numerusform>
            <numerusform>%Ln työpäivää myöhässä</numerusform>
        </translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>tänään on viimeinen päivä</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%Ln työpäivä jäljellä</numerusform>
            <numerusform>%Ln työpäivää jäljellä</numerusform>
        </translation>
    </message>
    <message>
        <source>To be reported by {day}: {left}</source>
        <translation>Ilmoitettava viimeistään {day}: {left}</translation>
    </message>
</context>
</TS>
