<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>AccessLogPage</name>
    <message>
        <source>You may not look at the access log</source>
        <translation>Sinulla ei ole oikeutta katsella käyttölokia</translation>
    </message>
    <message>
        <source>Parts of the access log</source>
        <translation>Käyttölokin osat</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Tapahtumat</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Eheys</translation>
    </message>
    <message>
        <source>Retention and copies</source>
        <translation>Säilytys ja kopiot</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Käyttöloki</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Selvitykset</translation>
    </message>
</context>
<context>
    <name>CaseRow</name>
    <message>
        <source>Events, such as 2026/6</source>
        <translation>Tapahtumat, esim. 2026/6</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Määräpäivä</translation>
    </message>
    <message>
        <source>Show event {number}</source>
        <translation>Näytä tapahtuma {number}</translation>
    </message>
    <message>
        <source>opened {time}, {person}</source>
        <translation>avattu {time}, {person}</translation>
    </message>
    <message>
        <source>late since {day}</source>
        <translation>myöhässä {day} alkaen</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>määräpäivä {day}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Mitä löytyi</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Päätä selvitys</translation>
    </message>
    <message>
        <source>Close case {number}</source>
        <translation>Päätä selvitys {number}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Muuta…</translation>
    </message>
    <message>
        <source>Change case {number}</source>
        <translation>Muuta selvitystä {number}</translation>
    </message>
    <message>
        <source>Why it is added or removed</source>
        <translation>Miksi lisätään tai poistetaan</translation>
    </message>
    <message>
        <source>Remove event {number}</source>
        <translation>Poista tapahtuma {number}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lisää</translation>
    </message>
    <message>
        <source>Add events to case {number}</source>
        <translation>Lisää tapahtumia selvitykseen {number}</translation>
    </message>
    <message>
        <source>Set the day</source>
        <translation>Aseta päivä</translation>
    </message>
    <message>
        <source>Set the day case {number} is due</source>
        <translation>Aseta selvityksen {number} määräpäivä</translation>
    </message>
    <message>
        <source>Why it is opened again</source>
        <translation>Miksi avataan uudelleen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Avaa uudelleen</translation>
    </message>
    <message>
        <source>Open case {number} again</source>
        <translation>Avaa selvitys {number} uudelleen</translation>
    </message>
    <message>
        <source>Earlier decision: {decision}</source>
        <translation>Aiempi päätös: {decision}</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Näytä kaikki tapahtumat</translation>
    </message>
</context>
<context>
    <name>CasesTab</name>
    <message>
        <source>What is looked into</source>
        <translation>Mitä selvitetään</translation>
    </message>
    <message>
        <source>Events, such as 2026/6</source>
        <translation>Tapahtumat, esim. 2026/6</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Määräpäivä</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Avaa selvitys</translation>
    </message>
    <message>
        <source>Reading the cases…</source>
        <translation>Luetaan selvityksiä…</translation>
    </message>
    <message>
        <source>Check the event numbers and the day</source>
        <translation>Tarkista tapahtumien numerot ja päivä</translation>
    </message>
    <message>
        <source>Write events as 2026/6 and the day as 22.11.2026.</source>
        <translation>Kirjoita tapahtumat muodossa 2026/6 ja päivä muodossa 22.11.2026.</translation>
    </message>
    <message>
        <source>Case {number} is closed</source>
        <translation>Selvitys {number} on päätetty</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Avoimia selvityksiä ei ole.</translation>
    </message>
    <message>
        <source>No case has been closed.</source>
        <translation>Päätettyjä selvityksiä ei ole.</translation>
    </message>
    <message>
        <source>Case {number} is open</source>
        <translation>Selvitys {number} on avattu</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Avoimet selvitykset</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>Päätetyt selvitykset</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Selvitykset</translation>
    </message>
    <message>
        <source>Case {number} is changed</source>
        <translation>Selvitys {number} on muutettu</translation>
    </message>
</context>
<context>
    <name>CheckpointsModel</name>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Tapahtumat</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Puu</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Juuritiiviste</translation>
    </message>
</context>
<context>
    <name>EventView</name>
    <message>
        <source>Clock</source>
        <translation>Kello</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Näytettyjä</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Katselun kesto</translation>
    </message>
    <message>
        <source>Error in words</source>
        <translation>Virheen selite</translation>
    </message>
    <message>
        <source>State before</source>
        <translation>Tila ennen</translation>
    </message>
    <message>
        <source>State after</source>
        <translation>Tila jälkeen</translation>
    </message>
    <message>
        <source>Reason's code</source>
        <translation>Syyn koodi</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Hyväksyjä</translation>
    </message>
    <message>
        <source>Acted as</source>
        <translation>Työtehtävä</translation>
    </message>
    <message>
        <source>Card's number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Merkinnät</translation>
    </message>
    <message>
        <source>Service process</source>
        <translation>Palveluprosessi</translation>
    </message>
    <message>
        <source>Category of data</source>
        <translation>Tietoluokka</translation>
    </message>
    <message>
        <source>Source of data</source>
        <translation>Tiedon lähde</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Kenen lukuun</translation>
    </message>
    <message>
        <source>Right to use the register</source>
        <translation>Rekisterinkäyttöoikeus</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Asiayhteys</translation>
    </message>
    <message>
        <source>Special reason</source>
        <translation>Erityinen syy</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Perustelu</translation>
    </message>
    <message>
        <source>Emergency use</source>
        <translation>Hätäkäyttö</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>System's id</source>
        <translation>Järjestelmän tunniste</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaus</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Show the intent</source>
        <translation>Näytä aie</translation>
    </message>
    <message>
        <source>Why the client must be seen</source>
        <translation>Miksi asiakas on tarpeen nähdä</translation>
    </message>
    <message>
        <source>Show the client</source>
        <translation>Näytä asiakas</translation>
    </message>
    <message>
        <source>The reason is written to the log.</source>
        <translation>Perustelu kirjataan lokiin.</translation>
    </message>
    <message>
        <source>Save the proof…</source>
        <translation>Tallenna todiste…</translation>
    </message>
    <message>
        <source>Close the event</source>
        <translation>Sulje tapahtuma</translation>
    </message>
    <message>
        <source>The event in full</source>
        <translation>Tapahtuma kokonaan</translation>
    </message>
    <message>
        <source>{act} – event {number}</source>
        <translation>{act} – tapahtuma {number}</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Tapahtuma</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Käyttäjä</translation>
    </message>
    <message>
        <source>Client and document</source>
        <translation>Asiakas ja asiakirja</translation>
    </message>
    <message>
        <source>Register and purpose</source>
        <translation>Rekisteri ja käyttötarkoitus</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Työasema</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Tuloksia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Virhe</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Hakuehdot</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Tunniste</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rooli</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Ammatti</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Yksikkö</translation>
    </message>
    <message>
        <source>Unit's id</source>
        <translation>Yksikön tunnus</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kortti</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Varmenne</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Istunto</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Identity code</source>
        <translation>Henkilötunnus</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Original document</source>
        <translation>Alkuperäinen asiakirja</translation>
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
        <source>Documents</source>
        <translation>Asiakirjat</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Rekisterinpitäjä</translation>
    </message>
    <message>
        <source>Controller's id</source>
        <translation>Rekisterinpitäjän tunnus</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Rekisteri</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Käyttötarkoitus</translation>
    </message>
    <message>
        <source>Signed in to it</source>
        <translation>Käyttöjärjestelmän käyttäjä</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Sanoma</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Eheys</translation>
    </message>
    <message>
        <source>Not yet: a checkpoint comes within the hour, or with the proof.</source>
        <translation>Ei vielä: tarkistuspiste tulee tunnin kuluessa tai todisteen mukana.</translation>
    </message>
    <message>
        <source>{time}, with {size} events</source>
        <translation>{time}, jolloin tapahtumia oli {size}</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Tarkistuspiste</translation>
    </message>
    <message>
        <source>A card has signed the log since</source>
        <translation>Kortilla on sen jälkeen allekirjoitettu loki</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ei vielä</translation>
    </message>
    <message>
        <source>Event's id</source>
        <translation>Tapahtuman tunnus</translation>
    </message>
    <message>
        <source>Settles intent</source>
        <translation>Päättää aikeen</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Lehtitiiviste</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Todiste</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) signed by the card</source>
        <translation>
            <numerusform>%Ln merkki kortin allekirjoittamana</numerusform>
            <numerusform>%Ln merkkiä kortin allekirjoittamana</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>Avaa selvitys…</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Käyttäjä</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Toiminto</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Vaihe</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Rekisteri</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Käyttötarkoitus</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>fetching…</source>
        <translation>noudetaan…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln asiakirja</numerusform>
            <numerusform>%Ln asiakirjaa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsTab</name>
    <message>
        <source>Events, newest first</source>
        <translation>Tapahtumat, uusin ensin</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Koko aika</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>Siirry päivään</translation>
    </message>
    <message>
        <source>Show the event in full</source>
        <translation>Näytä tapahtuma kokonaan</translation>
    </message>
    <message>
        <source>Also with Enter or a double click. Looking at an event is written to the log.</source>
        <translation>Myös Enter-näppäimellä tai kaksoisnapsautuksella. Tapahtuman katselu kirjataan lokiin.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Vie…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Päivitä</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Mikään tapahtuma ei vastaa ehtoja</translation>
    </message>
    <message>
        <source>Clear a condition, or widen the time.</source>
        <translation>Poista jokin ehto tai pidennä aikaväliä.</translation>
    </message>
    <message>
        <source>Searching the log…</source>
        <translation>Haetaan lokista…</translation>
    </message>
    <message>
        <source>Fetching the event…</source>
        <translation>Noudetaan tapahtumaa…</translation>
    </message>
    <message>
        <source>Writing the proof…</source>
        <translation>Kirjoitetaan todistetta…</translation>
    </message>
    <message>
        <source>Exporting events…</source>
        <translation>Viedään tapahtumia…</translation>
    </message>
    <message>
        <source>No event is as old as that</source>
        <translation>Niin vanhaa tapahtumaa ei ole</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%Ln tapahtuma</numerusform>
            <numerusform>%Ln tapahtumaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Choose a folder for the proof</source>
        <translation>Valitse kansio todisteelle</translation>
    </message>
    <message>
        <source>The proof was saved</source>
        <translation>Todiste tallennettiin</translation>
    </message>
    <message>
        <source>Anyone can check it with the program beside it; it needs Python alone.</source>
        <translation>Kuka tahansa voi tarkastaa sen viereisellä ohjelmalla; siihen riittää Python.</translation>
    </message>
    <message>
        <source>access-log</source>
        <translation>kayttoloki</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Vie tapahtumat</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Taulukot (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were exported</source>
        <translation>
            <numerusform>Vietiin %Ln tapahtuma</numerusform>
            <numerusform>Vietiin %Ln tapahtumaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Tapahtumat</translation>
    </message>
</context>
<context>
    <name>FacetsView</name>
    <message>
        <source>How the events are shared</source>
        <translation>Miten tapahtumat jakautuvat</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Toiminto</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Käyttäjä</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Vaihe</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Yksikkö</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Käyttötarkoitus</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>User</source>
        <translation>Käyttäjä</translation>
    </message>
    <message>
        <source>Name or identifier</source>
        <translation>Nimi tai tunniste</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Name or personal identity code</source>
        <translation>Nimi tai henkilötunnus</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Asiakirja</translation>
    </message>
    <message>
        <source>Document id (OID)</source>
        <translation>Asiakirjan tunnus (OID)</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Toiminto</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Kaikki toiminnot</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Vaihe</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>Kaikki vaiheet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Alkupäivä</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Loppupäivä</translation>
    </message>
    <message>
        <source>The personal identity code is not valid. Check it.</source>
        <translation>Henkilötunnus ei ole kelvollinen. Tarkista se merkki merkiltä.</translation>
    </message>
    <message>
        <source>A document id is numbers and dots. Copy it whole.</source>
        <translation>Asiakirjan tunnus koostuu numeroista ja pisteistä. Kopioi se kokonaan.</translation>
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
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tyhjennä</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Hae</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Events over time</source>
        <translation>Tapahtumat ajan mukaan</translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message>
        <source>Verify the whole log</source>
        <translation>Tarkasta koko loki</translation>
    </message>
    <message>
        <source>Verify what is new</source>
        <translation>Tarkasta uudet</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Tallenna raportti…</translation>
    </message>
    <message>
        <source>Sign the log now</source>
        <translation>Allekirjoita loki nyt</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>Paperille…</translation>
    </message>
    <message>
        <source>The chosen checkpoint, or the newest, as a page with a QR code.</source>
        <translation>Valittu tarkistuspiste tai viimeisin sivuna, jossa on QR-koodi.</translation>
    </message>
    <message>
        <source>Checkpoints, newest first</source>
        <translation>Tarkistuspisteet, uusin ensin</translation>
    </message>
    <message>
        <source>Reading the checkpoints…</source>
        <translation>Luetaan tarkistuspisteitä…</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Tarkastetaan lokia…</translation>
    </message>
    <message>
        <source>Signing the log…</source>
        <translation>Allekirjoitetaan loki…</translation>
    </message>
    <message>
        <source>No anchor outside this workstation</source>
        <translation>Työaseman ulkopuolella ei ole ankkuria</translation>
    </message>
    <message>
        <source>Whoever controls this workstation could rewrite the log unseen. Name a folder elsewhere in the settings ([log] anchor_folder), or keep pages on paper.</source>
        <translation>Työaseman hallitsija voisi kirjoittaa lokin uudelleen huomaamatta. Nimeä muualla oleva kansio asetuksissa ([log] anchor_folder) tai säilytä sivuja paperilla.</translation>
    </message>
    <message>
        <source>The newest anchor {time}, in {place}</source>
        <translation>Viimeisin ankkuri {time}, paikka: {place}</translation>
    </message>
    <message>
        <source>Nothing has reached {place} since the start</source>
        <translation>Käynnistyksen jälkeen mitään ei ole viety paikkaan {place}</translation>
    </message>
    <message numerus="yes">
        <source>{place}: %n checkpoint(s) wait ({reason})</source>
        <translation>
            <numerusform>{place}: %Ln tarkistuspiste odottaa ({reason})</numerusform>
            <numerusform>{place}: %Ln tarkistuspistettä odottaa ({reason})</numerusform>
        </translation>
    </message>
    <message>
        <source>Some checkpoints have not reached their place</source>
        <translation>Kaikki tarkistuspisteet eivät ole vielä perillä</translation>
    </message>
    <message>
        <source>Checkpoints are kept outside this workstation too</source>
        <translation>Tarkistuspisteet säilyvät myös työaseman ulkopuolella</translation>
    </message>
    <message>
        <source>Verified {done} of {total} events</source>
        <translation>Tarkastettu {done} / {total} tapahtumaa</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s)</source>
        <translation>
            <numerusform>%Ln tarkistuspiste</numerusform>
            <numerusform>%Ln tarkistuspistettä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) by cards</source>
        <translation>
            <numerusform>%Ln kortin allekirjoitus</numerusform>
            <numerusform>%Ln kortin allekirjoitusta</numerusform>
        </translation>
    </message>
    <message>
        <source>Root hash {root}</source>
        <translation>Juuritiiviste {root}</translation>
    </message>
    <message>
        <source>Not reached: {places}</source>
        <translation>Ei tavoitettu: {places}</translation>
    </message>
    <message numerus="yes">
        <source>The log is intact: %n event(s) verified</source>
        <translation>
            <numerusform>Loki on eheä: %Ln tapahtuma tarkastettu</numerusform>
            <numerusform>Loki on eheä: %Ln tapahtumaa tarkastettu</numerusform>
        </translation>
    </message>
    <message>
        <source>… and more.</source>
        <translation>… ja muita.</translation>
    </message>
    <message>
        <source>The log does not match its hashes</source>
        <translation>Loki ei vastaa tiivisteitään</translation>
    </message>
    <message>
        <source>Do not use the log as evidence. Tell the data protection officer at once.</source>
        <translation>Älä käytä lokia todisteena. Ilmoita heti tietosuojavastaavalle.</translation>
    </message>
    <message>
        <source>{file}, events {first}–{last}</source>
        <translation>{file}, tapahtumat {first}–{last}</translation>
    </message>
    <message>
        <source>The verification was cancelled</source>
        <translation>Tarkastus peruttiin</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Tallenna raportti</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>lokin-tarkastus</translation>
    </message>
    <message>
        <source>Save the checkpoint</source>
        <translation>Tallenna tarkistuspiste</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>tarkistuspiste</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Tiedosto kirjoitettiin</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Tarkastus</translation>
    </message>
    <message>
        <source>Every event is compared with its hash, the hash trees, the signed checkpoints, the cards' signatures, and what is kept outside.</source>
        <translation>Jokaista tapahtumaa verrataan tiivisteeseensä, tiivistepuihin, allekirjoitettuihin tarkistuspisteisiin, korttien allekirjoituksiin ja muualla säilytettyyn.</translation>
    </message>
    <message>
        <source>Checkpoints and anchors</source>
        <translation>Tarkistuspisteet ja ankkurit</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Eheys</translation>
    </message>
</context>
<context>
    <name>QueryLine</name>
    <message>
        <source>Search the log</source>
        <translation>Hae lokista</translation>
    </message>
    <message>
        <source>For example user:smith type:view time:2026-03</source>
        <translation>Esimerkiksi käyttäjä:mattila tyyppi:mitätöinti aika:2026-03</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Kentät</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Tallennetut haut</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Haun nimi</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Unohda</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Tallenna tämä haku…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Hae</translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message>
        <source>These backups hold the former key: destroy them</source>
        <translation>Näissä varmuuskopioissa on entinen avain: hävitä ne</translation>
    </message>
    <message>
        <source>Session's id</source>
        <translation>Istunnon tunnus</translation>
    </message>
    <message>
        <source>First day of the span</source>
        <translation>Ajan ensimmäinen päivä</translation>
    </message>
    <message>
        <source>Last day of the span</source>
        <translation>Ajan viimeinen päivä</translation>
    </message>
    <message>
        <source>Write the days of the span as 22.11.2026</source>
        <translation>Kirjoita ajan päivät muodossa 22.11.2026</translation>
    </message>
    <message>
        <source>Each year is a file of its own, and its disposal an act of its own.</source>
        <translation>Jokainen vuosi on oma tiedostonsa, ja sen hävitys oma tapahtumansa.</translation>
    </message>
    <message>
        <source>The time is confirmed in the log</source>
        <translation>Kellonaika on vahvistettu lokiin</translation>
    </message>
    <message>
        <source>The record was written</source>
        <translation>Pöytäkirja kirjoitettiin</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ajalta</translation>
    </message>
    <message>
        <source>to</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Reason for the disposal</source>
        <translation>Hävityksen perustelu</translation>
    </message>
    <message>
        <source>See what would go</source>
        <translation>Katso, mitä hävitettäisiin</translation>
    </message>
    <message>
        <source>Propose to another person</source>
        <translation>Esitä toiselle henkilölle</translation>
    </message>
    <message>
        <source>Dispose…</source>
        <translation>Hävitä…</translation>
    </message>
    <message>
        <source>Client's identity code</source>
        <translation>Asiakkaan henkilötunnus</translation>
    </message>
    <message>
        <source>User's identifier</source>
        <translation>Käyttäjän tunniste</translation>
    </message>
    <message>
        <source>Document id (OID)</source>
        <translation>Asiakirjan tunnus (OID)</translation>
    </message>
    <message>
        <source>Why they must stay</source>
        <translation>Miksi tapahtumat säilytetään</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tarkistus</translation>
    </message>
    <message>
        <source>Place a hold</source>
        <translation>Aseta hävityskielto</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Varmuuskopioi…</translation>
    </message>
    <message>
        <source>Reading what may be disposed of…</source>
        <translation>Luetaan, mitä voi hävittää…</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Roolisi ei salli tätä.</translation>
    </message>
    <message>
        <source>Choose months of one year</source>
        <translation>Valitse yhden vuoden kuukausia</translation>
    </message>
    <message>
        <source>Working out what would go…</source>
        <translation>Selvitetään, mitä hävitettäisiin…</translation>
    </message>
    <message>
        <source>The proposal was recorded</source>
        <translation>Esitys kirjattiin</translation>
    </message>
    <message>
        <source>Another administrator disposes of the same months within 30 days.</source>
        <translation>Toinen pääkäyttäjä hävittää samat kuukaudet 30 päivän kuluessa.</translation>
    </message>
    <message>
        <source>Verifying, and disposing…</source>
        <translation>Tarkastetaan ja hävitetään…</translation>
    </message>
    <message>
        <source>The hold was lifted</source>
        <translation>Hävityskielto poistettiin</translation>
    </message>
    <message>
        <source>Copying the log…</source>
        <translation>Kopioidaan lokia…</translation>
    </message>
    <message>
        <source>Nothing may be disposed of yet. The law keeps each event for twelve years; what is older is listed here by months.</source>
        <translation>Mitään ei voi vielä hävittää. Laki säilyttää jokaisen tapahtuman kaksitoista vuotta; vanhemmat luetellaan tässä kuukausittain.</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) are more than twelve years old.</source>
        <translation>
            <numerusform>%Ln kuukausi on yli kaksitoista vuotta vanha.</numerusform>
            <numerusform>%Ln kuukautta on yli kaksitoista vuotta vanhoja.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would be disposed of for ever.</source>
        <translation>
            <numerusform>%Ln tapahtuma hävitettäisiin lopullisesti.</numerusform>
            <numerusform>%Ln tapahtumaa hävitettäisiin lopullisesti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds keep %n event(s).</source>
        <translation>
            <numerusform>Hävityskielto säilyttää %Ln tapahtuman.</numerusform>
            <numerusform>Hävityskielto säilyttää %Ln tapahtumaa.</numerusform>
        </translation>
    </message>
    <message>
        <source>No hold is in force.</source>
        <translation>Hävityskieltoja ei ole.</translation>
    </message>
    <message>
        <source>review {day}</source>
        <translation>tarkistus {day}</translation>
    </message>
    <message>
        <source>Reason for lifting</source>
        <translation>Poistamisen perustelu</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Lift the hold {number}</source>
        <translation>Poista hävityskielto {number}</translation>
    </message>
    <message>
        <source>The hold {number} is in force</source>
        <translation>Hävityskielto {number} on voimassa</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were disposed of</source>
        <translation>
            <numerusform>%Ln tapahtuma hävitettiin</numerusform>
            <numerusform>%Ln tapahtumaa hävitettiin</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} events were copied</source>
        <translation>Kopioitiin {size} tapahtumaa</translation>
    </message>
    <message>
        <source>Dispose of log data</source>
        <translation>Lokitietojen hävitys</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Tätä ei voi perua.</translation>
    </message>
    <message>
        <source>Save the record of the disposal</source>
        <translation>Tallenna hävittämispöytäkirja</translation>
    </message>
    <message>
        <source>record-of-disposal</source>
        <translation>havittamispoytakirja</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Valitse tyhjä kansio</translation>
    </message>
    <message>
        <source>Disposal after twelve years</source>
        <translation>Hävitys kahdentoista vuoden jälkeen</translation>
    </message>
    <message>
        <source>Holds: what an open matter keeps</source>
        <translation>Hävityskiellot: mitä kesken oleva asia säilyttää</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopiot</translation>
    </message>
    <message>
        <source>A backup is the log encrypted as it is, with each file compared with its hash tree. It opens with the keys of this workstation, or the recovery key.</source>
        <translation>Varmuuskopio on loki salattuna kuten se on, ja jokainen tiedosto verrataan tiivistepuuhunsa. Se aukeaa tämän työaseman avaimilla tai palautusavaimella.</translation>
    </message>
    <message>
        <source>Retention and copies</source>
        <translation>Säilytys ja kopiot</translation>
    </message>
</context>
</TS>
