<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>ComparePane</name>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%Ln place differs</numerusform>
            <numerusform>%Ln places differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text (%n word(s))</source>
        <translation>
            <numerusform>text (%Ln word)</numerusform>
            <numerusform>text (%Ln words)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>metadata (%n field(s))</source>
        <translation>
            <numerusform>metadata (%Ln field)</numerusform>
            <numerusform>metadata (%Ln fields)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>structured form (%n value(s))</source>
        <translation>
            <numerusform>structured form (%Ln value)</numerusform>
            <numerusform>structured form (%Ln values)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages as pictures (%n page(s))</source>
        <translation>
            <numerusform>pages as pictures (%Ln page)</numerusform>
            <numerusform>pages as pictures (%Ln pages)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message numerus="yes">
        <source>%n place(s) look different</source>
        <translation>
            <numerusform>%Ln place looks different</numerusform>
            <numerusform>%Ln places look different</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message numerus="yes">
        <source>Show fields hidden from readers (%n)</source>
        <translation>
            <numerusform>Show fields hidden from readers (%Ln)</numerusform>
            <numerusform>Show fields hidden from readers (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) missing though required</source>
        <translation>
            <numerusform>%Ln required field is missing</numerusform>
            <numerusform>%Ln required fields are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) unknown to the definition</source>
        <translation>
            <numerusform>%Ln field is unknown to the definition</numerusform>
            <numerusform>%Ln fields are unknown to the definition</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not as defined</source>
        <translation>
            <numerusform>%Ln value is not as defined</numerusform>
            <numerusform>%Ln values are not as defined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>%Ln page sent to the printer</numerusform>
            <numerusform>%Ln pages sent to the printer</numerusform>
        </translation>
    </message>
</context>
</TS>
