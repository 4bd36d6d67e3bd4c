<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>SealPanel</name>
    <message>
        <source>Seal the log, then sign out</source>
        <translation>Sinetöi loki ja kirjaudu ulos</translation>
    </message>
    <message>
        <source>Seal the log</source>
        <translation>Sinetöi loki</translation>
    </message>
    <message>
        <source>Seal and sign out</source>
        <translation>Sinetöi ja kirjaudu ulos</translation>
    </message>
    <message>
        <source>Seal with the card</source>
        <translation>Sinetöi kortilla</translation>
    </message>
    <message>
        <source>Sign out without sealing</source>
        <translation>Kirjaudu ulos sinetöimättä</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>With PIN1 your card signs the whole log as it stands: nobody can change it afterwards without being seen.</source>
        <translation>Korttisi allekirjoittaa PIN1:llä koko lokin nykytilan: kukaan ei voi muuttaa sitä myöhemmin huomaamatta.</translation>
    </message>
    <message>
        <source>Insert your own card.</source>
        <translation>Aseta oma korttisi lukijaan.</translation>
    </message>
    <message>
        <source>The card signs the log…</source>
        <translation>Kortti allekirjoittaa lokia…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Sign out and s&amp;eal</source>
        <translation>Kirjaudu ulos ja &amp;sinetöi</translation>
    </message>
    <message>
        <source>Your card signs the access log first.</source>
        <translation>Korttisi allekirjoittaa ensin käyttölokin.</translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message>
        <source>Seal with the card…</source>
        <translation>Sinetöi kortilla…</translation>
    </message>
    <message numerus="yes">
        <source>Your card sealed the log: %n event(s)</source>
        <translation>
            <numerusform>Korttisi sinetöi lokin: %Ln tapahtuma</numerusform>
            <numerusform>Korttisi sinetöi lokin: %Ln tapahtumaa</numerusform>
        </translation>
    </message>
    <message>
        <source>A verification counts the seal among the signatures by cards.</source>
        <translation>Tarkastus laskee sinetin korttien allekirjoituksiin.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>The card did not seal the log after the invalidations</source>
        <translation>Kortti ei sinetöinyt lokia mitätöintien jälkeen</translation>
    </message>
    <message>
        <source>They stand, and are in the log. Seal it when you sign out.</source>
        <translation>Mitätöinnit ovat voimassa ja lokissa. Sinetöi loki, kun kirjaudut ulos.</translation>
    </message>
</context>
</TS>
