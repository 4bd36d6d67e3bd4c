<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>DeploymentPage</name>
    <message numerus="yes">
        <source>%n document(s) of the test persons that the plan does not name</source>
        <translation>
            <numerusform>%Ln document of the test persons that the plan does not name</numerusform>
            <numerusform>%Ln documents of the test persons that the plan does not name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed: %n document(s) with a fault</source>
        <translation>
            <numerusform>Not passed: %Ln document with a fault</numerusform>
            <numerusform>Not passed: %Ln documents with a fault</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%Ln in order</numerusform>
            <numerusform>%Ln in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%Ln with a fault</numerusform>
            <numerusform>%Ln with a fault</numerusform>
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
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
</TS>
