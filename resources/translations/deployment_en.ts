<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>HistoryPanel</name>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%Ln mended</numerusform>
            <numerusform>%Ln mended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%Ln with a fault</numerusform>
            <numerusform>%Ln with a fault</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%Ln to choose</numerusform>
            <numerusform>%Ln to choose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%Ln not checked</numerusform>
            <numerusform>%Ln not checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%Ln in order</numerusform>
            <numerusform>%Ln in order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeLines</name>
    <message numerus="yes">
        <source>%n document(s) of the test persons that the plan does not name</source>
        <translation>
            <numerusform>%Ln document of the test persons that the plan does not name</numerusform>
            <numerusform>%Ln documents of the test persons that the plan does not name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) of the test as a whole</source>
        <translation>
            <numerusform>%Ln finding of the test as a whole</numerusform>
            <numerusform>%Ln findings of the test as a whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed: %n document(s) with a fault</source>
        <translation>
            <numerusform>Not passed: %Ln document with a fault</numerusform>
            <numerusform>Not passed: %Ln documents with a fault</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RealClientsPanel</name>
    <message numerus="yes">
        <source>%n row(s) whose henkilötunnus is not artificial:</source>
        <translation>
            <numerusform>%Ln row whose henkilötunnus is not artificial:</numerusform>
            <numerusform>%Ln rows whose henkilötunnus is not artificial:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message numerus="yes">
        <source>%n document(s) that the test found</source>
        <translation>
            <numerusform>%Ln document that the test found</numerusform>
            <numerusform>%Ln documents that the test found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run: %n waiting</source>
        <translation>
            <numerusform>Run: %Ln waiting</numerusform>
            <numerusform>Run: %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%Ln to decide</numerusform>
            <numerusform>%Ln to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) missing</source>
        <translation>
            <numerusform>%Ln detail missing</numerusform>
            <numerusform>%Ln details missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) late</source>
        <translation>
            <numerusform>%Ln working day late</numerusform>
            <numerusform>%Ln working days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%Ln working day left</numerusform>
            <numerusform>%Ln working days left</numerusform>
        </translation>
    </message>
</context>
</TS>
