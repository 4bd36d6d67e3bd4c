<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>IntegrityTab</name>
    <message numerus="yes">
        <source>Your card sealed the log: %n event(s)</source>
        <translation>
            <numerusform>Your card sealed the log: %Ln event</numerusform>
            <numerusform>Your card sealed the log: %Ln events</numerusform>
        </translation>
    </message>
</context>
</TS>
