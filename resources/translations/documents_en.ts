<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>FacetsView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message numerus="yes">
        <source>Personal identity code, unfinished: %n character(s) missing.</source>
        <translation>
            <numerusform>Personal identity code, unfinished: %Ln character missing.</numerusform>
            <numerusform>Personal identity code, unfinished: %Ln characters missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsSide</name>
    <message numerus="yes">
        <source>Invalidate %n document(s)…</source>
        <translation>
            <numerusform>Invalidate %Ln document…</numerusform>
            <numerusform>Invalidate %Ln documents…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message numerus="yes">
        <source>More conditions (%n in use)</source>
        <translation>
            <numerusform>More conditions (%Ln in use)</numerusform>
            <numerusform>More conditions (%Ln in use)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message numerus="yes">
        <source>Fork: %n other version(s) claim this place</source>
        <translation>
            <numerusform>Fork: %Ln other version claims this place</numerusform>
            <numerusform>Fork: %Ln other versions claim this place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
