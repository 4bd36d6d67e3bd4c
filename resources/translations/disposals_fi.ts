<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>PastDisposals</name>
    <message>
        <source>Show what was disposed of</source>
        <translation>Näytä tehdyt hävitykset</translation>
    </message>
    <message>
        <source>Nothing has been disposed of.</source>
        <translation>Mitään ei ole hävitetty.</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} tapahtumaa</translation>
    </message>
    <message>
        <source>Write the record…</source>
        <translation>Kirjoita pöytäkirja…</translation>
    </message>
    <message>
        <source>Write the record of {months}</source>
        <translation>Kirjoita pöytäkirja kuukausista {months}</translation>
    </message>
    <message>
        <source>Save the record of the disposal</source>
        <translation>Tallenna hävittämispöytäkirja</translation>
    </message>
    <message>
        <source>record-of-disposal</source>
        <translation>havittamispoytakirja</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>ClockLine</name>
    <message>
        <source>How you know that the time is right</source>
        <translation>Mistä tiedät, että aika on oikea</translation>
    </message>
    <message>
        <source>Confirm the time</source>
        <translation>Vahvista aika</translation>
    </message>
    <message>
        <source>The log's clock leapt from {before} to {after}, and nobody else has confirmed the time. What falls due is counted up to {before} only. Sign in with a network connection, so that the certificate's issuer tells the time, or have an auditor confirm it here.</source>
        <translation>Lokin kello hyppäsi päivästä {before} päivään {after}, eikä kukaan muu ole vahvistanut aikaa. Hävitettävää lasketaan vain päivään {before} asti. Kirjaudu verkkoyhteydellä, jolloin varmenteen myöntäjä kertoo ajan, tai pyydä lokin valvojaa vahvistamaan se tässä.</translation>
    </message>
    <message>
        <source>An auditor confirms the time.</source>
        <translation>Ajan vahvistaa lokin valvoja.</translation>
    </message>
</context>
</TS>
