<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>VerifiedLine</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %Ln day</numerusform>
            <numerusform>every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message numerus="yes">
        <source>%n note(s) were missing in {place} and were sent again</source>
        <translation>
            <numerusform>%Ln note was missing in {place} and was sent again</numerusform>
            <numerusform>%Ln notes were missing in {place} and were sent again</numerusform>
        </translation>
    </message>
</context>
</TS>
