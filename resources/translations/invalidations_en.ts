<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_FI" sourcelanguage="en_US">
<context>
    <name>ConfirmView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) left out: {why}</source>
        <translation>
            <numerusform>%Ln document left out: {why}</numerusform>
            <numerusform>%Ln documents left out: {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invalidate %n document(s)</source>
        <translation>
            <numerusform>Invalidate %Ln document</numerusform>
            <numerusform>Invalidate %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Propose to invalidate %n document(s)</source>
        <translation>
            <numerusform>Propose to invalidate %Ln document</numerusform>
            <numerusform>Propose to invalidate %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) will be signed, each with its own signature. PIN2 is asked once. A card that wants it for each signature is given it each time; it is forgotten at the end.</source>
        <translation>
            <numerusform>%Ln request will be signed. PIN2 is asked once. A card that wants it for each signature is given it each time; it is forgotten at the end.</numerusform>
            <numerusform>%Ln requests will be signed, each with its own signature. PIN2 is asked once. A card that wants it for each signature is given it each time; it is forgotten at the end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>%n version(s), all of which become invalid</source>
        <translation>
            <numerusform>%Ln version, which becomes invalid</numerusform>
            <numerusform>%Ln versions, all of which become invalid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other document(s) of the same case, which stay as they are</source>
        <translation>
            <numerusform>%Ln other document of the same case, which stays as it is</numerusform>
            <numerusform>%Ln other documents of the same case, which stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvalidationsPage</name>
    <message numerus="yes">
        <source>%n request(s) asked for: see the list</source>
        <translation>
            <numerusform>%Ln request asked for: see the list</numerusform>
            <numerusform>%Ln requests asked for: see the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message numerus="yes">
        <source>%n invalidation(s) to be settled</source>
        <translation>
            <numerusform>%Ln invalidation to be settled</numerusform>
            <numerusform>%Ln invalidations to be settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalidation(s)</source>
        <translation>
            <numerusform>%Ln invalidation</numerusform>
            <numerusform>%Ln invalidations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n invalidation(s) to be settled</source>
        <translation>
            <numerusform>%Ln invalidation to be settled</numerusform>
            <numerusform>%Ln invalidations to be settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message numerus="yes">
        <source>Why invalidate %n document(s)?</source>
        <translation>
            <numerusform>Why invalidate %Ln document?</numerusform>
            <numerusform>Why invalidate %Ln documents?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message numerus="yes">
        <source>Invalidating %n document(s)…</source>
        <translation>
            <numerusform>Invalidating %Ln document…</numerusform>
            <numerusform>Invalidating %Ln documents…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) invalidated</source>
        <translation>
            <numerusform>%Ln document invalidated</numerusform>
            <numerusform>%Ln documents invalidated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to be settled</source>
        <translation>
            <numerusform>%Ln document to be settled</numerusform>
            <numerusform>%Ln documents to be settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not begun</source>
        <translation>
            <numerusform>%Ln document not begun</numerusform>
            <numerusform>%Ln documents not begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) not invalidated</source>
        <translation>
            <numerusform>%Ln document not invalidated</numerusform>
            <numerusform>%Ln documents not invalidated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on: invalidate %n document(s)</source>
        <translation>
            <numerusform>Go on: invalidate %Ln document</numerusform>
            <numerusform>Go on: invalidate %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPlans</name>
    <message numerus="yes">
        <source>Proposal: invalidate %n document(s)</source>
        <translation>
            <numerusform>Proposal: invalidate %Ln document</numerusform>
            <numerusform>Proposal: invalidate %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut short: {done} of %n document(s) invalidated</source>
        <translation>
            <numerusform>Cut short: {done} of %Ln document invalidated</numerusform>
            <numerusform>Cut short: {done} of %Ln documents invalidated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun: nothing of them was sent.</source>
        <translation>
            <numerusform>%Ln not begun: nothing of it was sent.</numerusform>
            <numerusform>%Ln not begun: nothing of them was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled before going on.</source>
        <translation>
            <numerusform>%Ln to be settled before going on.</numerusform>
            <numerusform>%Ln to be settled before going on.</numerusform>
        </translation>
    </message>
</context>
</TS>
