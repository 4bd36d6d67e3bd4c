<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_US">
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n count(s)</source>
        <translation>
            <numerusform>%Ln count</numerusform>
            <numerusform>%Ln counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with an identity code that is no test code</source>
        <translation>
            <numerusform>%Ln row has an identity code that is no test code</numerusform>
            <numerusform>%Ln rows have identity codes that are no test codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReading</name>
    <message numerus="yes">
        <source>%n fault(s) in the plan</source>
        <translation>
            <numerusform>%Ln fault in the plan</numerusform>
            <numerusform>%Ln faults in the plan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanListing</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at</source>
        <translation>
            <numerusform>%Ln column to look at</numerusform>
            <numerusform>%Ln columns to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeploymentPage</name>
    <message numerus="yes">
        <source>%n file(s) of the folder are no part of the plan</source>
        <translation>
            <numerusform>%Ln file of the folder is no part of the plan</numerusform>
            <numerusform>%Ln files of the folder are no part of the plan</numerusform>
        </translation>
    </message>
</context>
</TS>
