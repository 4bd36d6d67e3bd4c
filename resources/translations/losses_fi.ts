<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>LossesPanel</name>
    <message>
        <source>Why the events are gone, and who decided what</source>
        <translation>Miksi tapahtumat ovat poissa ja kuka päätti mitä</translation>
    </message>
    <message>
        <source>Acknowledge the loss…</source>
        <translation>Kuittaa menetys…</translation>
    </message>
    <message>
        <source>Writing the acknowledgement, and signing the log…</source>
        <translation>Kirjoitetaan kuittaus ja allekirjoitetaan loki…</translation>
    </message>
    <message>
        <source>{file}, events {first}–{last}</source>
        <translation>{file}, tapahtumat {first}–{last}</translation>
    </message>
    <message>
        <source>Acknowledged: {what} ({where}) · {by}, {time}: {reason}</source>
        <translation>Kuitattu: {what} ({where}) · {by}, {time}: {reason}</translation>
    </message>
    <message>
        <source>{file}: the key of epoch {epoch} follows no other</source>
        <translation>{file}: jakson {epoch} avain ei jatka aiempaa</translation>
    </message>
    <message>
        <source>{tree}: the events {first}–{last} that there were are gone; there are {now} events now</source>
        <translation>{tree}: aiemmat tapahtumat {first}–{last} ovat poissa; nyt tapahtumia on {now}</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Roolisi ei salli tätä.</translation>
    </message>
    <message>
        <source>Acknowledge the loss</source>
        <translation>Menetyksen kuittaus</translation>
    </message>
    <message>
        <source>The log will say for ever that these events are gone, why, and that you acknowledged it. A newer backup could still bring them back until then.</source>
        <translation>Lokiin jää pysyvästi, että nämä tapahtumat ovat poissa, miksi ja että sinä kuittasit sen. Sitä ennen uudempi varmuuskopio voisi vielä palauttaa ne.</translation>
    </message>
    <message>
        <source>Lost for good?</source>
        <translation>Poissa lopullisesti?</translation>
    </message>
    <message>
        <source>If a disk broke or an old backup had to be put back, and nothing newer is left, acknowledge the loss: the log then says what is missing and why, and a verification tells it as acknowledged. Any other loss stays a fault.</source>
        <translation>Jos levy rikkoutui tai oli palautettava vanha varmuuskopio eikä uudempaa ole, kuittaa menetys: lokiin jää, mitä puuttuu ja miksi, ja tarkastus kertoo sen kuitattuna. Mikä tahansa muu menetys on yhä vika.</translation>
    </message>
</context>
<context>
    <name>VerifiedLine</name>
    <message>
        <source>{what}: not done yet</source>
        <translation>{what}: ei vielä tehty</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>vuorokauden sisällä</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>eheä</translation>
    </message>
    <message>
        <source>faults were found</source>
        <translation>vikoja löytyi</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>myöhässä</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>%Ln päivän välein</numerusform>
            <numerusform>%Ln päivän välein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%Ln päivä sitten</numerusform>
            <numerusform>%Ln päivää sitten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntegrityTab</name>
    <message numerus="yes">
        <source>%n note(s) were missing in {place} and were sent again</source>
        <translation>
            <numerusform>Paikasta {place} puuttui %Ln merkintä, joka lähetettiin uudelleen</numerusform>
            <numerusform>Paikasta {place} puuttui %Ln merkintää, jotka lähetettiin uudelleen</numerusform>
        </translation>
    </message>
</context>
</TS>
