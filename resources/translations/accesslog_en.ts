<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>EventView</name>
    <message numerus="yes">
        <source>%n character(s) signed by the card</source>
        <translation>
            <numerusform>%Ln character signed by the card</numerusform>
            <numerusform>%Ln characters signed by the card</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsTab</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were exported</source>
        <translation>
            <numerusform>%Ln event was exported</numerusform>
            <numerusform>%Ln events were exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetsView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message numerus="yes">
        <source>{place}: %n checkpoint(s) wait ({reason})</source>
        <translation>
            <numerusform>{place}: %Ln checkpoint waits ({reason})</numerusform>
            <numerusform>{place}: %Ln checkpoints wait ({reason})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s)</source>
        <translation>
            <numerusform>%Ln checkpoint</numerusform>
            <numerusform>%Ln checkpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) by cards</source>
        <translation>
            <numerusform>%Ln signature by a card</numerusform>
            <numerusform>%Ln signatures by cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log is intact: %n event(s) verified</source>
        <translation>
            <numerusform>The log is intact: %Ln event verified</numerusform>
            <numerusform>The log is intact: %Ln events verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message numerus="yes">
        <source>%n month(s) are more than twelve years old.</source>
        <translation>
            <numerusform>%Ln month is more than twelve years old.</numerusform>
            <numerusform>%Ln months are more than twelve years old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would be disposed of for ever.</source>
        <translation>
            <numerusform>%Ln event would be disposed of for ever.</numerusform>
            <numerusform>%Ln events would be disposed of for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds keep %n event(s).</source>
        <translation>
            <numerusform>Holds keep %Ln event.</numerusform>
            <numerusform>Holds keep %Ln events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were disposed of</source>
        <translation>
            <numerusform>%Ln event was disposed of</numerusform>
            <numerusform>%Ln events were disposed of</numerusform>
        </translation>
    </message>
</context>
</TS>
