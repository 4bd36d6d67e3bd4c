<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>AccessLogPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log is intact: %n event(s) verified</source>
        <translation>
            <numerusform>The log is intact: %n event verified</numerusform>
            <numerusform>The log is intact: %n events verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
    <message numerus="yes">
        <source>%n document(s) of the test persons that the plan does not name</source>
        <translation>
            <numerusform>%n document of the test persons that the plan does not name</numerusform>
            <numerusform>%n documents of the test persons that the plan does not name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed: %n document(s) with a fault</source>
        <translation>
            <numerusform>Not passed: %n document with a fault</numerusform>
            <numerusform>Not passed: %n documents with a fault</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%n in order</numerusform>
            <numerusform>%n in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault</source>
        <translation>
            <numerusform>%n with a fault</numerusform>
            <numerusform>%n with a fault</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n not checked</numerusform>
            <numerusform>%n not checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventView</name>
    <message numerus="yes">
        <source>%n character(s) signed by the card</source>
        <translation>
            <numerusform>%n character signed by the card</numerusform>
            <numerusform>%n characters signed by the card</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
</TS>
