<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>ConfirmView</name>
    <message>
        <source>Documents that would be invalidated</source>
        <translation>Mitätöitävät asiakirjat</translation>
    </message>
    <message>
        <source>Show the versions and the case of the chosen document</source>
        <translation>Näytä valitun asiakirjan versiot ja asia</translation>
    </message>
    <message>
        <source>Show exactly what will be sent</source>
        <translation>Näytä täsmälleen, mitä lähetetään</translation>
    </message>
    <message>
        <source>The message that will be sent, before its signature</source>
        <translation>Lähetettävä sanoma ennen allekirjoitusta</translation>
    </message>
    <message>
        <source>Stop at the first document that the archive refuses</source>
        <translation>Pysähdy ensimmäiseen asiakirjaan, jonka arkisto torjuu</translation>
    </message>
    <message>
        <source>Leave, send nothing (Esc)</source>
        <translation>Poistu lähettämättä (Esc)</translation>
    </message>
    <message>
        <source>In this register an invalidation takes two persons</source>
        <translation>Tässä rekisterissä mitätöintiin tarvitaan kaksi henkilöä</translation>
    </message>
    <message>
        <source>You propose, and send nothing. Another invalidator confirms with a card of their own; then it is carried out.</source>
        <translation>Sinä ehdotat, eikä mitään lähetetä. Toinen mitätöijä vahvistaa omalla kortillaan, ja vasta sitten mitätöinti tehdään.</translation>
    </message>
    <message>
        <source>You confirm what another person proposed</source>
        <translation>Vahvistat toisen henkilön ehdotuksen</translation>
    </message>
    <message>
        <source>When you sign, it is carried out. Both of you are recorded.</source>
        <translation>Kun allekirjoitat, mitätöinti tehdään. Teidät molemmat kirjataan.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out: {why}</source>
        <translation>
            <numerusform>%Ln asiakirja jätettiin pois: {why}</numerusform>
            <numerusform>%Ln asiakirjaa jätettiin pois: {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the last four characters of the document's &amp;id</source>
        <translation>Kirjoita asiakirjan tunnuksen neljä v&amp;iimeistä merkkiä</translation>
    </message>
    <message>
        <source>Type the number of documents that will be &amp;invalidated</source>
        <translation>Kirjoita m&amp;itätöitävien asiakirjojen määrä</translation>
    </message>
    <message numerus="yes">
        <source>Invalidate %n document(s)</source>
        <translation>
            <numerusform>Mitätöi %Ln asiakirja</numerusform>
            <numerusform>Mitätöi %Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Propose to invalidate %n document(s)</source>
        <translation>
            <numerusform>Ehdota %Ln asiakirjan mitätöintiä</numerusform>
            <numerusform>Ehdota %Ln asiakirjan mitätöintiä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) will be signed, each with its own signature. PIN2 is asked once. A card that wants it for each signature is given it each time; it is forgotten at the end.</source>
        <translation>
            <numerusform>Allekirjoitetaan %Ln pyyntö. PIN2 kysytään kerran. Kortille, joka vaatii sen joka allekirjoitukseen, se annetaan joka kerta; lopuksi se unohdetaan.</numerusform>
            <numerusform>Allekirjoitetaan %Ln pyyntöä, kukin erikseen. PIN2 kysytään kerran. Kortille, joka vaatii sen joka allekirjoitukseen, se annetaan joka kerta; lopuksi se unohdetaan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the archive for versions and the case…</source>
        <translation>Kysytään arkistosta versioita ja asiaa…</translation>
    </message>
    <message>
        <source>Hide what will be sent</source>
        <translation>Piilota lähetettävä sanoma</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä mitätöidään</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Mitä siitä seuraa</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Mitä lähetetään</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Vahvistus</translation>
    </message>
    <message>
        <source>What will be invalidated, and what follows</source>
        <translation>Mitä mitätöidään ja mitä siitä seuraa</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>%n version(s), all of which become invalid</source>
        <translation>
            <numerusform>%Ln versio, joka mitätöityy</numerusform>
            <numerusform>%Ln versiota, jotka kaikki mitätöityvät</numerusform>
        </translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versio {number}</translation>
    </message>
    <message>
        <source>You may not search this register, so the rest of the case is not shown.</source>
        <translation>Sinulla ei ole oikeutta hakea tästä rekisteristä, joten asian muita asiakirjoja ei näytetä.</translation>
    </message>
    <message>
        <source>The register holds nothing else of the same case.</source>
        <translation>Rekisterissä ei ole muita saman asian asiakirjoja.</translation>
    </message>
    <message numerus="yes">
        <source>%n other document(s) of the same case, which stay as they are</source>
        <translation>
            <numerusform>%Ln muu saman asian asiakirja, joka jää ennalleen</numerusform>
            <numerusform>%Ln muuta saman asian asiakirjaa, jotka jäävät ennalleen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Invalidate…</source>
        <translation>Mitätöi…</translation>
    </message>
    <message>
        <source>Only the newest version in force can be invalidated.</source>
        <translation>Vain uusin voimassa oleva versio voidaan mitätöidä.</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Mitätöijä</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Save the batch report…</source>
        <translation>Tallenna erän raportti…</translation>
    </message>
    <message>
        <source>Show the client's identity code whole</source>
        <translation>Näytä asiakkaan henkilötunnus kokonaan</translation>
    </message>
    <message>
        <source>Open the receipt</source>
        <translation>Avaa kuitti</translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation>Tallenna kuitti…</translation>
    </message>
    <message>
        <source>Close the invalidation</source>
        <translation>Sulje mitätöinti</translation>
    </message>
    <message>
        <source>The invalidation in full</source>
        <translation>Mitätöinti kokonaan</translation>
    </message>
    <message>
        <source>No invalidation chosen</source>
        <translation>Mitätöintiä ei ole valittu</translation>
    </message>
    <message>
        <source>Choose a row to see it in full, and to open its receipt.</source>
        <translation>Valitse rivi, niin näet mitätöinnin kokonaan ja saat sen kuitin.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>The request was prepared or sent, but what became of it is not known yet. Settle it: the archive is asked, nothing is assumed.</source>
        <translation>Pyyntö valmisteltiin tai lähetettiin, mutta sen tulosta ei vielä tiedetä. Selvitä se: tulos kysytään arkistosta, mitään ei oleteta.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä mitätöitiin</translation>
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
        <source>Client</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Uusi versio</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Kuka ja miksi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>Invalidator</source>
        <translation>Mitätöijä</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Ehdottaja</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Selvillä</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Selvittäjä</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Sanoman tunnus</translation>
    </message>
</context>
<context>
    <name>InvalidationsPage</name>
    <message>
        <source>Writing the report…</source>
        <translation>Kirjoitetaan raporttia…</translation>
    </message>
    <message>
        <source>report-{id}</source>
        <translation>raportti-{id}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Tallenna raportti</translation>
    </message>
    <message>
        <source>The report was written</source>
        <translation>Raportti kirjoitettiin</translation>
    </message>
    <message>
        <source>Invalidations</source>
        <translation>Mitätöinnit</translation>
    </message>
    <message>
        <source>Reading the invalidations from the access log…</source>
        <translation>Luetaan mitätöintejä käyttölokista…</translation>
    </message>
    <message>
        <source>You may not invalidate here</source>
        <translation>Et voi mitätöidä tässä rekisterissä</translation>
    </message>
    <message>
        <source>Given up: nothing more will be sent of it</source>
        <translation>Peruttu: siitä ei lähetetä enempää</translation>
    </message>
    <message>
        <source>Asking the archive what became of the requests…</source>
        <translation>Kysytään arkistosta, mitä pyynnöille tapahtui…</translation>
    </message>
    <message>
        <source>Writing the receipt…</source>
        <translation>Kirjoitetaan kuittia…</translation>
    </message>
    <message>
        <source>Asking the archive how the documents stand now…</source>
        <translation>Kysytään arkistosta asiakirjojen nykytilaa…</translation>
    </message>
    <message>
        <source>Looked at {done} of {total} documents</source>
        <translation>Katsottu {done}/{total} asiakirjaa</translation>
    </message>
    <message>
        <source>Proposed: it waits for another invalidator</source>
        <translation>Ehdotus tehty: se odottaa toista mitätöijää</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) asked for: see the list</source>
        <translation>
            <numerusform>%Ln pyyntö kysytty arkistosta: tulos on luettelossa</numerusform>
            <numerusform>%Ln pyyntöä kysytty arkistosta: tulokset ovat luettelossa</numerusform>
        </translation>
    </message>
    <message>
        <source>receipt-{id}</source>
        <translation>kuitti-{id}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Tallenna kuitti</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The receipt was written</source>
        <translation>Kuitti kirjoitettiin</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Laadittu</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>kesken…</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Invalidations, unsettled ones first</source>
        <translation>Mitätöinnit, selvitettävät ensin</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Näytä</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>Mitätöidyt</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>Selvitettävät</translation>
    </message>
    <message>
        <source>Not invalidated</source>
        <translation>Mitätöimättä jääneet</translation>
    </message>
    <message>
        <source>Document id, name or reason</source>
        <translation>Tunnus, nimi tai syy</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Etsi luettelosta</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Selvitä</translation>
    </message>
    <message numerus="yes">
        <source>%n invalidation(s) to be settled</source>
        <translation>
            <numerusform>%Ln mitätöinti on selvittämättä</numerusform>
            <numerusform>%Ln mitätöintiä on selvittämättä</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of them is not known. The archive is asked for the outcome.</source>
        <translation>Niiden tulosta ei tiedetä. Se kysytään arkistosta.</translation>
    </message>
    <message numerus="yes">
        <source>%n invalidation(s)</source>
        <translation>
            <numerusform>%Ln mitätöinti</numerusform>
            <numerusform>%Ln mitätöintiä</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Mikään ei sovi ehtoihin</translation>
    </message>
    <message>
        <source>Change what is shown above.</source>
        <translation>Muuta ylhäältä, mitä näytetään.</translation>
    </message>
    <message>
        <source>Nothing has been invalidated</source>
        <translation>Mitään ei ole mitätöity</translation>
    </message>
    <message>
        <source>Choose documents on the Documents page, and then Invalidate…</source>
        <translation>Valitse asiakirjat Asiakirjat-sivulla ja sitten Mitätöi…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n invalidation(s) to be settled</source>
        <translation>
            <numerusform>%Ln mitätöinti on selvittämättä</numerusform>
            <numerusform>%Ln mitätöintiä on selvittämättä</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of them is not known yet; the archive can tell.</source>
        <translation>Niiden tulosta ei vielä tiedetä; arkisto osaa kertoa sen.</translation>
    </message>
    <message>
        <source>Show the invalidations</source>
        <translation>Näytä mitätöinnit</translation>
    </message>
</context>
<context>
    <name>Pin2Panel</name>
    <message>
        <source>This card wants PIN2 for each signature: you give it once, and the program gives it to the card each time until the run ends.</source>
        <translation>Tämä kortti vaatii PIN2:n joka allekirjoitukseen: annat sen kerran, ja ohjelma antaa sen kortille joka kerta, kunnes ajo päättyy.</translation>
    </message>
    <message>
        <source>You give it once for the whole run.</source>
        <translation>Annat sen kerran koko ajoa varten.</translation>
    </message>
    <message>
        <source>Signature PIN (PI&amp;N2)</source>
        <translation>Allekirjoitustunnusluku (PI&amp;N2)</translation>
    </message>
    <message>
        <source>Signature PIN (PIN2) of your card</source>
        <translation>Korttisi allekirjoitustunnusluku (PIN2)</translation>
    </message>
    <message>
        <source>I know PIN2. Use one of the last tries.</source>
        <translation>Tiedän PIN2:n. Käytä yksi viimeisistä yrityksistä.</translation>
    </message>
    <message>
        <source>Type PIN2 on the reader's own keypad (not tried with real readers)</source>
        <translation>Syötä PIN2 lukijan näppäimistöllä (ei kokeiltu oikeilla lukijoilla)</translation>
    </message>
    <message>
        <source>When you sign, type PIN2 on the reader's keypad.</source>
        <translation>Kun allekirjoitat, syötä PIN2 lukijan näppäimistöllä.</translation>
    </message>
    <message>
        <source>Your card is not in the reader. Put it in to sign.</source>
        <translation>Korttisi ei ole lukijassa. Aseta se, jotta voit allekirjoittaa.</translation>
    </message>
    <message>
        <source>PIN2 is blocked. It is opened with the activation PIN (PUK).</source>
        <translation>PIN2 on lukittunut. Sen avaa aktivointitunnusluku (PUK).</translation>
    </message>
    <message>
        <source>With PIN2 you sign the request yourself. It is another code than PIN1, which you used to open the desk.</source>
        <translation>PIN2:lla allekirjoitat pyynnön. Se on eri tunnusluku kuin PIN1, jolla avasit työpöydän.</translation>
    </message>
    <message>
        <source>PIN2 of the practice card: {pin}</source>
        <translation>Harjoituskortin PIN2: {pin}</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Show the client's identity code whole</source>
        <translation>Näytä asiakkaan henkilötunnus kokonaan</translation>
    </message>
    <message>
        <source>Recorded as proposer</source>
        <translation>Ehdottajaksi kirjataan</translation>
    </message>
    <message>
        <source>Recorded as invalidator</source>
        <translation>Mitätöijäksi kirjataan</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Ehdottaja</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Laadittu</translation>
    </message>
    <message>
        <source>Document id</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%Ln muu</numerusform>
            <numerusform>%Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Asiakirjoja</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tyypit</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%Ln asiakas</numerusform>
            <numerusform>%Ln asiakasta</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Asiakkaat</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Selitys</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Poistu (Esc)</translation>
    </message>
    <message>
        <source>Look at what it would mean</source>
        <translation>Katso, mitä siitä seuraa</translation>
    </message>
    <message>
        <source>Invalidating is the last resort: only where a new version cannot mend the error. First you are shown what would happen. Nothing is sent yet.</source>
        <translation>Mitätöinti on viimeinen keino: vain silloin, kun virhettä ei voi korjata uudella versiolla. Ensin näet, mitä tapahtuisi. Mitään ei vielä lähetetä.</translation>
    </message>
    <message numerus="yes">
        <source>Why invalidate %n document(s)?</source>
        <translation>
            <numerusform>Miksi %Ln asiakirja mitätöidään?</numerusform>
            <numerusform>Miksi %Ln asiakirjaa mitätöidään?</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>Valitse syy.</translation>
    </message>
    <message>
        <source>This reason needs an explanation.</source>
        <translation>Tämä syy vaatii selityksen.</translation>
    </message>
    <message>
        <source>The reason is kept in your access log. Do not write the client's name or identity code in it.</source>
        <translation>Syy jää omaan käyttölokiinne. Älä kirjoita siihen asiakkaan nimeä tai henkilötunnusta.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Save the report…</source>
        <translation>Tallenna raportti…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Documents and what became of them</source>
        <translation>Asiakirjat ja niiden tulokset</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Selvitä</translation>
    </message>
    <message>
        <source>Give up the rest</source>
        <translation>Luovu lopuista</translation>
    </message>
    <message>
        <source>To the list of invalidations</source>
        <translation>Mitätöintien luetteloon</translation>
    </message>
    <message>
        <source>Open the receipt</source>
        <translation>Avaa kuitti</translation>
    </message>
    <message>
        <source>Let this end first, or pause it</source>
        <translation>Anna tämän ensin päättyä tai keskeytä se</translation>
    </message>
    <message>
        <source>Then choose anew.</source>
        <translation>Valitse sitten uudelleen.</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Käsitellyt asiakirjat</translation>
    </message>
    <message numerus="yes">
        <source>Invalidating %n document(s)…</source>
        <translation>
            <numerusform>Mitätöidään %Ln asiakirja…</numerusform>
            <numerusform>Mitätöidään %Ln asiakirjaa…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) invalidated</source>
        <translation>
            <numerusform>%Ln asiakirja mitätöity</numerusform>
            <numerusform>%Ln asiakirjaa mitätöity</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was carried out, and made sure of by asking</source>
        <translation>Kaikki toteutui, ja se varmistettiin kysymällä arkistosta</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to be settled</source>
        <translation>
            <numerusform>%Ln asiakirja on selvittämättä</numerusform>
            <numerusform>%Ln asiakirjaa on selvittämättä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not begun</source>
        <translation>
            <numerusform>%Ln asiakirja on aloittamatta</numerusform>
            <numerusform>%Ln asiakirjaa on aloittamatta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not invalidated</source>
        <translation>
            <numerusform>%Ln asiakirjaa ei mitätöity</numerusform>
            <numerusform>%Ln asiakirjaa ei mitätöity</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on: invalidate %n document(s)</source>
        <translation>
            <numerusform>Jatka: mitätöi %Ln asiakirja</numerusform>
            <numerusform>Jatka: mitätöi %Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message>
        <source>The request left, but the answer is not known. Nothing is assumed.</source>
        <translation>Pyyntö lähti, mutta vastausta ei tiedetä. Mitään ei oleteta.</translation>
    </message>
    <message>
        <source>Nothing more is sent until you go on with PIN2.</source>
        <translation>Mitään muuta ei lähetetä, ennen kuin jatkat PIN2:lla.</translation>
    </message>
    <message>
        <source>Choose a document to see what became of it</source>
        <translation>Valitse asiakirja, niin näet, mitä sille tapahtui</translation>
    </message>
    <message>
        <source>Pausing: those on their way are finished first…</source>
        <translation>Keskeytetään: jo aloitetut viedään ensin loppuun…</translation>
    </message>
    <message>
        <source>The run and its outcome</source>
        <translation>Mitätöinnin kulku ja tulos</translation>
    </message>
</context>
<context>
    <name>WaitingPlans</name>
    <message numerus="yes">
        <source>Proposal: invalidate %n document(s)</source>
        <translation>
            <numerusform>Ehdotus: mitätöidään %Ln asiakirja</numerusform>
            <numerusform>Ehdotus: mitätöidään %Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for another invalidator, who confirms with a card of their own.</source>
        <translation>Odottaa toista mitätöijää, joka vahvistaa omalla kortillaan.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Peru ehdotus</translation>
    </message>
    <message>
        <source>Waits for a second person: you may confirm it with your own card.</source>
        <translation>Odottaa toista henkilöä: voit vahvistaa sen omalla kortillasi.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Hylkää</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Vahvista…</translation>
    </message>
    <message numerus="yes">
        <source>Cut short: {done} of %n document(s) invalidated</source>
        <translation>
            <numerusform>Keskeytynyt: mitätöity {done}/%Ln asiakirja</numerusform>
            <numerusform>Keskeytynyt: mitätöity {done}/%Ln asiakirjaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun: nothing of them was sent.</source>
        <translation>
            <numerusform>%Ln on aloittamatta: siitä ei lähetetty mitään.</numerusform>
            <numerusform>%Ln on aloittamatta: niistä ei lähetetty mitään.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled before going on.</source>
        <translation>
            <numerusform>%Ln on selvitettävä ennen jatkamista.</numerusform>
            <numerusform>%Ln on selvitettävä ennen jatkamista.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the one who began can go on.</source>
        <translation>Vain aloittaja voi jatkaa.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Jatka…</translation>
    </message>
    <message>
        <source>Give up the rest</source>
        <translation>Luovu lopuista</translation>
    </message>
</context>
</TS>
