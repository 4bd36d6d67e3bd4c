<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>CardDetailsView</name>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n act(s) of an earlier session were cut short.</source>
        <translation>
            <numerusform>%n act of an earlier session was cut short.</numerusform>
            <numerusform>%n acts of an earlier session were cut short.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>locks in %n second(s)</source>
        <translation>
            <numerusform>locks in %n second</numerusform>
            <numerusform>locks in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locks in %n min</source>
        <translation>
            <numerusform>locks in %n min</numerusform>
            <numerusform>locks in %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnverifiedView</name>
    <message numerus="yes">
        <source>%n fact(s) of the message profile are unverified</source>
        <translation>
            <numerusform>%n fact of the message profile is unverified</numerusform>
            <numerusform>%n facts of the message profile are unverified</numerusform>
        </translation>
    </message>
</context>
</TS>
