<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>MainWindow</name>
    <message>
        <source>The test {plan} has not been reported</source>
        <translation>Koetta {plan} ei ole ilmoitettu</translation>
    </message>
    <message>
        <source>It was to be reported by {day}.</source>
        <translation>Se piti ilmoittaa viimeistään {day}.</translation>
    </message>
    <message>
        <source>It is to be reported by {day}.</source>
        <translation>Se on ilmoitettava viimeistään {day}.</translation>
    </message>
    <message>
        <source>To the test</source>
        <translation>Kokeeseen</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of an earlier session were cut short.</source>
        <translation>
            <numerusform>Aiemman istunnon %Ln toiminto jäi kesken.</numerusform>
            <numerusform>Aiemman istunnon %Ln toimintoa jäi kesken.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program ended in the middle. The outcome was now recorded as unknown.</source>
        <translation>Ohjelma sulkeutui kesken toiminnon. Käyttölokiin kirjattiin nyt, ettei lopputulos ole tiedossa.</translation>
    </message>
    <message>
        <source>Show the access log</source>
        <translation>Näytä käyttöloki</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Peru</translation>
    </message>
</context>
<context>
    <name>CardDetailsView</name>
    <message>
        <source>No card reader found.</source>
        <translation>Kortinlukijaa ei löydy.</translation>
    </message>
    <message>
        <source>Card profile</source>
        <translation>Korttiprofiili</translation>
    </message>
    <message>
        <source>Answer to reset (ATR)</source>
        <translation>Kortin vastaus (ATR)</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Haltija</translation>
    </message>
    <message>
        <source>Unique identifier</source>
        <translation>Yksilöivä tunniste</translation>
    </message>
    <message>
        <source>Type of card</source>
        <translation>Korttityyppi</translation>
    </message>
    <message>
        <source>Type told by the rule</source>
        <translation>Tyypin kertova sääntö</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nimike</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisaatio</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Voimassaolo päättyy</translation>
    </message>
    <message>
        <source>Basic PIN (PIN1)</source>
        <translation>Perustunnusluku (PIN1)</translation>
    </message>
    <message>
        <source>Signature PIN (PIN2)</source>
        <translation>Allekirjoitustunnusluku (PIN2)</translation>
    </message>
    <message>
        <source>{profile}, not confirmed with a real card</source>
        <translation>{profile}, ei vahvistettu oikealla kortilla</translation>
    </message>
    <message>
        <source>the card does not tell its tries</source>
        <translation>kortti ei kerro jäljellä olevia yrityksiä</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>lukkiutunut</translation>
    </message>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%Ln yritys jäljellä</numerusform>
            <numerusform>%Ln yritystä jäljellä</numerusform>
        </translation>
    </message>
    <message>
        <source>not asked: the path is not trusted</source>
        <translation>ei kysytty: varmenneketju ei ole luotettu</translation>
    </message>
    <message>
        <source>being asked …</source>
        <translation>kysytään …</translation>
    </message>
    <message>
        <source>Certificate for signing in</source>
        <translation>Kirjautumisvarmenne (todentaminen)</translation>
    </message>
    <message>
        <source>Certificate for signatures</source>
        <translation>Allekirjoitusvarmenne</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>luotettu</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>ei luotettu</translation>
    </message>
    <message>
        <source>Certificate path</source>
        <translation>Varmenneketju</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Sulkutila</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Haltija</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Myöntäjä</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Voimassaolo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Avain</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Check again</source>
        <translation>Tarkasta uudelleen</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopioi raportti</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Tallenna raportti…</translation>
    </message>
    <message>
        <source>Card and reader</source>
        <translation>Kortti ja lukija</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Tarkastukset</translation>
    </message>
    <message>
        <source>In the reader</source>
        <translation>Lukijassa</translation>
    </message>
    <message>
        <source>The checks are still running</source>
        <translation>Tarkastukset ovat vielä kesken</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Tallenna raportti</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>What the program knows of this card has not been confirmed with a real card.</source>
        <translation>Ohjelman tietoja tästä korttityypistä ei ole vahvistettu oikealla kortilla.</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>voimassa {day} asti</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Looking for the card reader…</source>
        <translation>Kortinlukijaa etsitään…</translation>
    </message>
    <message>
        <source>The smart-card service is not running.</source>
        <translation>Älykorttipalvelu ei ole käynnissä.</translation>
    </message>
    <message>
        <source>The check of card and reader tells how to start it. This page goes on by itself as soon as it runs.</source>
        <translation>Kortin ja lukijan tarkastus kertoo, miten palvelu käynnistetään. Tämä sivu jatkaa itsestään heti, kun palvelu toimii.</translation>
    </message>
    <message>
        <source>No card reader found.</source>
        <translation>Kortinlukijaa ei löydy.</translation>
    </message>
    <message>
        <source>Plug the reader in. It is noticed at once.</source>
        <translation>Kytke lukija USB-porttiin. Ohjelma huomaa sen heti.</translation>
    </message>
    <message>
        <source>Reader found. Insert your card.</source>
        <translation>Lukija löytyi. Aseta kortti.</translation>
    </message>
    <message>
        <source>The chip goes in first, facing up in most readers.</source>
        <translation>Siru menee edellä ja useimmissa lukijoissa ylöspäin.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Korttia luetaan…</translation>
    </message>
    <message>
        <source>Leave the card in the reader.</source>
        <translation>Pidä kortti lukijassa.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>Kortti ei vastaa.</translation>
    </message>
    <message>
        <source>Take it out, wipe the chip with a dry cloth, and insert it again with the chip the right way round.</source>
        <translation>Ota kortti pois, pyyhi siru kuivalla liinalla ja aseta kortti takaisin siru oikein päin.</translation>
    </message>
    <message>
        <source>This card is not recognised.</source>
        <translation>Korttia ei tunnisteta.</translation>
    </message>
    <message>
        <source>Use a professional, staff or operator card of social welfare and health care.</source>
        <translation>Käytä sosiaali- ja terveydenhuollon ammatti-, henkilöstö- tai toimijakorttia.</translation>
    </message>
    <message>
        <source>Another program is using the card.</source>
        <translation>Toinen ohjelma käyttää korttia.</translation>
    </message>
    <message>
        <source>Close the program or browser tab that has the card open, or insert the card again.</source>
        <translation>Sulje ohjelma tai selaimen välilehti, jossa kortti on käytössä, tai aseta kortti uudelleen.</translation>
    </message>
    <message>
        <source>The card has been read.</source>
        <translation>Kortti on luettu.</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Evidence of the check {title}</source>
        <translation>Tarkastuksen perusteet: {title}</translation>
    </message>
    <message>
        <source>Hide the evidence</source>
        <translation>Piilota perusteet</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Perusteet</translation>
    </message>
</context>
<context>
    <name>ContextChoice</name>
    <message>
        <source>Register</source>
        <translation>Rekisteri</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Käyttötarkoitus</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Rekisteri</translation>
    </message>
    <message>
        <source>P&amp;urpose</source>
        <translation>Käyttö&amp;tarkoitus</translation>
    </message>
</context>
<context>
    <name>ErrorLine</name>
    <message>
        <source>Code {code}</source>
        <translation>Koodi {code}</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>Kopioi virhe</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Avataan…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Kirjaudu ulos</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>Kanta Desk on lukittu</translation>
    </message>
    <message>
        <source>The same card and PIN1 open it where you left off.</source>
        <translation>Sama kortti ja perustunnusluku (PIN1) avaavat sen siitä, mihin jäit.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Lukittu</translation>
    </message>
    <message>
        <source>This is not the card that opened the desk. Insert the card of {name}, or sign out.</source>
        <translation>Tämä ei ole kortti, jolla kirjauduttiin sisään. Aseta lukijaan kortti, jonka haltija on {name}, tai kirjaudu ulos.</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Opening the desk…</source>
        <translation>Kanta Deskiä avataan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Basic PIN (PI&amp;N1)</source>
        <translation>Perustunnusluku (PI&amp;N1)</translation>
    </message>
    <message>
        <source>Basic PIN (PIN1), 4 to 8 digits</source>
        <translation>Perustunnusluku (PIN1), 4–8 numeroa</translation>
    </message>
    <message>
        <source>I know the PIN. Use one of the last tries.</source>
        <translation>Olen varma tunnusluvusta. Käytä yksi viimeisistä yrityksistä.</translation>
    </message>
    <message>
        <source>PIN1 is blocked. It is opened with the activation PIN (PUK) of the card.</source>
        <translation>Perustunnusluku (PIN1) on lukkiutunut. Lukitus avataan kortin aktivointitunnusluvulla (PUK).</translation>
    </message>
</context>
<context>
    <name>PracticeCards</name>
    <message>
        <source>Practice card</source>
        <translation>Harjoituskortti</translation>
    </message>
    <message>
        <source>&amp;Practice card</source>
        <translation>&amp;Harjoituskortti</translation>
    </message>
    <message>
        <source>PIN1</source>
        <translation>PIN1</translation>
    </message>
    <message>
        <source>Pull the card</source>
        <translation>Ota kortti pois</translation>
    </message>
    <message>
        <source>Insert the card</source>
        <translation>Aseta kortti</translation>
    </message>
    <message>
        <source>PIN1 of the practice card: {pin}</source>
        <translation>Harjoituskortin PIN1: {pin}</translation>
    </message>
</context>
<context>
    <name>ProvePage</name>
    <message>
        <source>Check card and reader</source>
        <translation>Tarkasta kortti ja lukija</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Kirjaudu sisään</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Kirjaudutaan…</translation>
    </message>
    <message>
        <source>Sign in with your card</source>
        <translation>Kirjaudu kortilla</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Kirjautuminen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Lukitse</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Kirjaudu &amp;ulos</translation>
    </message>
    <message numerus="yes">
        <source>locks in %n second(s)</source>
        <translation>
            <numerusform>lukittuu %Ln sekunnin kuluttua</numerusform>
            <numerusform>lukittuu %Ln sekunnin kuluttua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locks in %n min</source>
        <translation>
            <numerusform>lukittuu %Ln min kuluttua</numerusform>
            <numerusform>lukittuu %Ln min kuluttua</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_NoRights</name>
    <message>
        <source>This card has no rights at this desk.</source>
        <translation>Tällä kortilla ei ole käyttöoikeuksia Kanta Deskissä.</translation>
    </message>
    <message>
        <source>The administrator grants them by the card's unique identifier:</source>
        <translation>Pääkäyttäjä myöntää ne kortin yksilöivällä tunnisteella:</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Unverified facts</source>
        <translation>Vahvistamattomia tietoja</translation>
    </message>
    <message>
        <source>The program runs partly on facts that nobody has confirmed. Show them.</source>
        <translation>Ohjelma toimii osin vahvistamattomien tietojen varassa. Näytä ne.</translation>
    </message>
</context>
<context>
    <name>UnverifiedView</name>
    <message>
        <source>Unverified facts</source>
        <translation>Vahvistamattomat tiedot</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) of the message profile are unverified</source>
        <translation>
            <numerusform>%Ln viestiprofiilin tieto on vahvistamatta</numerusform>
            <numerusform>%Ln viestiprofiilin tietoa on vahvistamatta</numerusform>
        </translation>
    </message>
    <message>
        <source>No published source confirms them for this archive. If the archive answers in a way that the program does not understand, compare these with what the archive's owner says, and correct the profile.</source>
        <translation>Mikään julkaistu lähde ei vahvista niitä tälle arkistolle. Jos arkisto vastaa tavalla, jota ohjelma ei ymmärrä, vertaa näitä arkiston ylläpitäjän ohjeisiin ja korjaa profiili.</translation>
    </message>
    <message>
        <source>Hide the facts</source>
        <translation>Piilota tiedot</translation>
    </message>
    <message>
        <source>Show the facts</source>
        <translation>Näytä tiedot</translation>
    </message>
</context>
<context>
    <name>TriesBadge</name>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%Ln yritys jäljellä</numerusform>
            <numerusform>%Ln yritystä jäljellä</numerusform>
        </translation>
    </message>
</context>
</TS>
