<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>ConnectionsTab</name>
    <message numerus="yes">
        <source>%n unverified fact(s)</source>
        <translation>
            <numerusform>%Ln unverified fact</numerusform>
            <numerusform>%Ln unverified facts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryTab</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%Ln in all</numerusform>
            <numerusform>%Ln in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message numerus="yes">
        <source>Import without %n row(s) at fault</source>
        <translation>
            <numerusform>Import without %Ln row at fault</numerusform>
            <numerusform>Import without %Ln rows at fault</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) to look at</source>
        <translation>
            <numerusform>%Ln more file to look at</numerusform>
            <numerusform>%Ln more files to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramTab</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
