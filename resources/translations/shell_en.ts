<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n act(s) of an earlier session were cut short.</source>
        <translation>
            <numerusform>%Ln act of an earlier session was cut short.</numerusform>
            <numerusform>%Ln acts of an earlier session were cut short.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDetailsView</name>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%Ln try left</numerusform>
            <numerusform>%Ln tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>locks in %n second(s)</source>
        <translation>
            <numerusform>locks in %Ln second</numerusform>
            <numerusform>locks in %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locks in %n min</source>
        <translation>
            <numerusform>locks in %Ln min</numerusform>
            <numerusform>locks in %Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnverifiedView</name>
    <message numerus="yes">
        <source>%n fact(s) of the message profile are unverified</source>
        <translation>
            <numerusform>%Ln fact of the message profile is unverified</numerusform>
            <numerusform>%Ln facts of the message profile are unverified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriesBadge</name>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%Ln try left</numerusform>
            <numerusform>%Ln tries left</numerusform>
        </translation>
    </message>
</context>
</TS>
