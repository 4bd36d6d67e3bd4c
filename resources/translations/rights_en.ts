<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>RightsPage</name>
    <message numerus="yes">
        <source>%n right(s) were imported</source>
        <translation>
            <numerusform>%Ln right was imported</numerusform>
            <numerusform>%Ln rights were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%Ln right</numerusform>
            <numerusform>%Ln rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln persons</numerusform>
        </translation>
    </message>
</context>
</TS>
