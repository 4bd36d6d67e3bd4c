<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>CardDetailsView</name>
    <message>
        <source>{file} in the main folder</source>
        <translation>{file} pääkansiossa</translation>
    </message>
    <message>
        <source>{file} in the card&apos;s application</source>
        <translation>{file} kortin sovelluksessa</translation>
    </message>
    <message>
        <source>{file} in the folder for signatures</source>
        <translation>{file} allekirjoituskansiossa</translation>
    </message>
    <message>
        <source>This is a remote session ({kind}). Only readers that are shared with it are seen.</source>
        <translation>Tämä on etäistunto ({kind}). Vain siihen jaetut lukijat näkyvät.</translation>
    </message>
    <message>
        <source>Reader's keypad</source>
        <translation>Lukijan näppäimistö</translation>
    </message>
    <message>
        <source>PINs can be typed on the reader. Not tried with real readers.</source>
        <translation>Tunnusluvut voi syöttää lukijan näppäimistöllä. Ei kokeiltu oikeilla lukijoilla.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%Ln päivä jäljellä</numerusform>
            <numerusform>%Ln päivää jäljellä</numerusform>
        </translation>
    </message>
    <message>
        <source>How the program uses this card</source>
        <translation>Miten ohjelma käyttää tätä korttia</translation>
    </message>
    <message>
        <source>{fact}, not confirmed</source>
        <translation>{fact}, ei vahvistettu</translation>
    </message>
    <message>
        <source>Issued under</source>
        <translation>Myöntäjien ketju</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>New PIN</source>
        <translation>Uusi tunnusluku</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>Uusi tunnusluku uudelleen</translation>
    </message>
    <message>
        <source>Type them on the reader's own keypad (not tried with readers)</source>
        <translation>Syötä tunnusluvut lukijan näppäimistöllä (ei kokeiltu oikeilla lukijoilla)</translation>
    </message>
    <message>
        <source>I know the code. Use one of the last tries.</source>
        <translation>Tiedän tunnusluvun. Käytä yksi viimeisistä yrityksistä.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Jätä sikseen</translation>
    </message>
    <message>
        <source>The reader asks for the current PIN, and twice for the new one.</source>
        <translation>Lukija kysyy nykyisen tunnusluvun ja kahdesti uuden.</translation>
    </message>
    <message>
        <source>The new PINs are not the same.</source>
        <translation>Uudet tunnusluvut eivät ole samat.</translation>
    </message>
    <message>
        <source>The new PIN has {least} to {most} digits.</source>
        <translation>Uudessa tunnusluvussa on {least}–{most} numeroa.</translation>
    </message>
</context>
<context>
    <name>PinCareView</name>
    <message>
        <source>PINs of the card</source>
        <translation>Kortin tunnusluvut</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>Nykyinen tunnusluku</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Vaihda tunnusluku</translation>
    </message>
    <message>
        <source>Activation PIN (PUK)</source>
        <translation>Aktivointitunnusluku (PUK)</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Aseta tunnusluku</translation>
    </message>
    <message>
        <source>The activation PIN came with the card, in a letter or a sealed cover of its own. It sets a PIN that was never chosen, has been forgotten, or is blocked. When its own tries run out, the card must be replaced.</source>
        <translation>Aktivointitunnusluku tuli kortin mukana, omassa kirjeessään tai suljetussa kuoressa. Sillä asetetaan tunnusluku, jota ei ole vielä valittu, joka on unohtunut tai joka on lukkiutunut. Kun sen omat yritykset loppuvat, kortti on vaihdettava uuteen.</translation>
    </message>
    <message>
        <source>Change PIN1…</source>
        <translation>Vaihda PIN1…</translation>
    </message>
    <message>
        <source>Change PIN2…</source>
        <translation>Vaihda PIN2…</translation>
    </message>
    <message>
        <source>Set PIN1 with the PUK…</source>
        <translation>Aseta PIN1 PUK-luvulla…</translation>
    </message>
    <message>
        <source>Set PIN2 with the PUK…</source>
        <translation>Aseta PIN2 PUK-luvulla…</translation>
    </message>
    <message>
        <source>Kanta Desk sets PINs only of cards of social welfare and health care. Use the reader software for this one.</source>
        <translation>Kanta Desk asettaa vain sosiaali- ja terveydenhuollon korttien tunnuslukuja. Käytä tähän korttiin kortinlukijaohjelmistoa.</translation>
    </message>
    <message>
        <source>Change PIN{number}</source>
        <translation>PIN{number}-tunnusluvun vaihto</translation>
    </message>
    <message>
        <source>I change PIN{number} of the card of {name}.</source>
        <translation>Vaihdan PIN{number}-tunnusluvun kortille, jonka haltija on {name}.</translation>
    </message>
    <message>
        <source>Set PIN{number} with the activation PIN</source>
        <translation>PIN{number} aktivointitunnusluvulla</translation>
    </message>
    <message>
        <source>I replace PIN{number} of the card of {name}; the old one is no longer of use.</source>
        <translation>Korvaan PIN{number}-tunnusluvun kortilta, jonka haltija on {name}; vanha ei enää kelpaa.</translation>
    </message>
    <message>
        <source>PIN{number} has been set.</source>
        <translation>PIN{number} on asetettu.</translation>
    </message>
    <message>
        <source>The card is at work…</source>
        <translation>Kortti työskentelee…</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Type the PIN on the reader's own keypad (not tried with real readers)</source>
        <translation>Syötä tunnusluku lukijan näppäimistöllä (ei kokeiltu oikeilla lukijoilla)</translation>
    </message>
    <message>
        <source>When you go on, type PIN1 on the reader's keypad.</source>
        <translation>Kun jatkat, syötä PIN1 lukijan näppäimistöllä.</translation>
    </message>
    <message>
        <source>The PIN is asked in the window of the reader software.</source>
        <translation>Tunnusluku kysytään kortinlukijaohjelmiston ikkunassa.</translation>
    </message>
</context>
<context>
    <name>SigningWaysView</name>
    <message>
        <source>Way of signing</source>
        <translation>Allekirjoitustapa</translation>
    </message>
    <message>
        <source>Signing in and signatures go to the card this way. The choice is kept on this machine.</source>
        <translation>Kirjautuminen ja allekirjoitukset kulkevat kortille tätä tietä. Valinta muistetaan tällä koneella.</translation>
    </message>
    <message>
        <source>being looked at …</source>
        <translation>katsotaan…</translation>
    </message>
    <message>
        <source>not found ({code})</source>
        <translation>ei löydy ({code})</translation>
    </message>
    <message>
        <source>sees another card</source>
        <translation>näkee toisen kortin</translation>
    </message>
    <message>
        <source>found, sees no card</source>
        <translation>löytyy, ei näe korttia</translation>
    </message>
    <message>
        <source>found, sees the card</source>
        <translation>löytyy, näkee kortin</translation>
    </message>
    <message>
        <source>The PIN is asked in the window of the reader software, for each signature anew.</source>
        <translation>Tunnusluku kysytään kortinlukijaohjelmiston ikkunassa, jokaiseen allekirjoitukseen erikseen.</translation>
    </message>
</context>
<context>
    <name>Pin2Panel</name>
    <message>
        <source>The PIN is asked in the window of the reader software, for each document anew.</source>
        <translation>Tunnusluku kysytään kortinlukijaohjelmiston ikkunassa, jokaisesta asiakirjasta erikseen.</translation>
    </message>
</context>
</TS>
