<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>SealPanel</name>
    <message>
        <source>Seal the log, then sign out</source>
        <translation>Försegla loggen och logga ut</translation>
    </message>
    <message>
        <source>Seal the log</source>
        <translation>Försegla loggen</translation>
    </message>
    <message>
        <source>Seal and sign out</source>
        <translation>Försegla och logga ut</translation>
    </message>
    <message>
        <source>Seal with the card</source>
        <translation>Försegla med kortet</translation>
    </message>
    <message>
        <source>Sign out without sealing</source>
        <translation>Logga ut utan att försegla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>With PIN1 your card signs the whole log as it stands: nobody can change it afterwards without being seen.</source>
        <translation>Med PIN1 undertecknar ditt kort hela loggen som den är nu: ingen kan ändra den efteråt utan att det syns.</translation>
    </message>
    <message>
        <source>Insert your own card.</source>
        <translation>Sätt i ditt eget kort.</translation>
    </message>
    <message>
        <source>The card signs the log…</source>
        <translation>Kortet undertecknar loggen…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Sign out and s&amp;eal</source>
        <translation>Logga ut och &amp;försegla</translation>
    </message>
    <message>
        <source>Your card signs the access log first.</source>
        <translation>Ditt kort undertecknar först användningsloggen.</translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message>
        <source>Seal with the card…</source>
        <translation>Försegla med kort…</translation>
    </message>
    <message numerus="yes">
        <source>Your card sealed the log: %n event(s)</source>
        <translation>
            <numerusform>Ditt kort förseglade loggen: %Ln händelse</numerusform>
            <numerusform>Ditt kort förseglade loggen: %Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>A verification counts the seal among the signatures by cards.</source>
        <translation>Kontrollen räknar förseglingen bland kortens underskrifter.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>The card did not seal the log after the invalidations</source>
        <translation>Kortet förseglade inte loggen efter makuleringarna</translation>
    </message>
    <message>
        <source>They stand, and are in the log. Seal it when you sign out.</source>
        <translation>Makuleringarna gäller och finns i loggen. Försegla den när du loggar ut.</translation>
    </message>
</context>
</TS>
