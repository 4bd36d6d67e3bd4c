<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>LossesPanel</name>
    <message>
        <source>Why the events are gone, and who decided what</source>
        <translation>Varför händelserna är borta och vem som beslutade vad</translation>
    </message>
    <message>
        <source>Acknowledge the loss…</source>
        <translation>Kvittera förlusten…</translation>
    </message>
    <message>
        <source>Writing the acknowledgement, and signing the log…</source>
        <translation>Kvitteringen skrivs och loggen undertecknas…</translation>
    </message>
    <message>
        <source>{file}, events {first}–{last}</source>
        <translation>{file}, händelserna {first}–{last}</translation>
    </message>
    <message>
        <source>Acknowledged: {what} ({where}) · {by}, {time}: {reason}</source>
        <translation>Kvitterad: {what} ({where}) · {by}, {time}: {reason}</translation>
    </message>
    <message>
        <source>{file}: the key of epoch {epoch} follows no other</source>
        <translation>{file}: nyckeln för period {epoch} följer ingen annan</translation>
    </message>
    <message>
        <source>{tree}: the events {first}–{last} that there were are gone; there are {now} events now</source>
        <translation>{tree}: händelserna {first}–{last} som fanns är borta; nu finns {now} händelser</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Din roll tillåter inte detta.</translation>
    </message>
    <message>
        <source>Acknowledge the loss</source>
        <translation>Kvittera förlusten</translation>
    </message>
    <message>
        <source>The log will say for ever that these events are gone, why, and that you acknowledged it. A newer backup could still bring them back until then.</source>
        <translation>I loggen står för alltid att de här händelserna är borta, varför, och att du kvitterade det. Dessförinnan kan en nyare säkerhetskopia ännu återställa dem.</translation>
    </message>
    <message>
        <source>Lost for good?</source>
        <translation>Borta för gott?</translation>
    </message>
    <message>
        <source>If a disk broke or an old backup had to be put back, and nothing newer is left, acknowledge the loss: the log then says what is missing and why, and a verification tells it as acknowledged. Any other loss stays a fault.</source>
        <translation>Om en disk gick sönder eller en gammal säkerhetskopia måste återställas och inget nyare finns, kvittera förlusten: loggen säger då vad som saknas och varför, och en kontroll anger den som kvitterad. Varje annan förlust är fortfarande ett fel.</translation>
    </message>
</context>
<context>
    <name>VerifiedLine</name>
    <message>
        <source>{what}: not done yet</source>
        <translation>{what}: ännu inte gjord</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>inom ett dygn</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>hel</translation>
    </message>
    <message>
        <source>faults were found</source>
        <translation>fel hittades</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>försenad</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>var %Ln:e dag</numerusform>
            <numerusform>var %Ln:e dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>för %Ln dag sedan</numerusform>
            <numerusform>för %Ln dagar sedan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message numerus="yes">
        <source>%n note(s) were missing in {place} and were sent again</source>
        <translation>
            <numerusform>%Ln anteckning saknades i {place} och sändes på nytt</numerusform>
            <numerusform>%Ln anteckningar saknades i {place} och sändes på nytt</numerusform>
        </translation>
    </message>
</context>
</TS>
