<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
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
</TS>
