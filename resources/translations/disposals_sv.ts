<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>PastDisposals</name>
    <message>
        <source>Show what was disposed of</source>
        <translation>Visa gjorda gallringar</translation>
    </message>
    <message>
        <source>Nothing has been disposed of.</source>
        <translation>Inget har gallrats.</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} händelser</translation>
    </message>
    <message>
        <source>Write the record…</source>
        <translation>Skriv protokollet…</translation>
    </message>
    <message>
        <source>Write the record of {months}</source>
        <translation>Skriv protokollet för {months}</translation>
    </message>
    <message>
        <source>Save the record of the disposal</source>
        <translation>Spara gallringsprotokollet</translation>
    </message>
    <message>
        <source>record-of-disposal</source>
        <translation>gallringsprotokoll</translation>
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
        <translation>Hur du vet att tiden är rätt</translation>
    </message>
    <message>
        <source>Confirm the time</source>
        <translation>Bekräfta tiden</translation>
    </message>
    <message>
        <source>The log's clock leapt from {before} to {after}, and nobody else has confirmed the time. What falls due is counted up to {before} only. Sign in with a network connection, so that the certificate's issuer tells the time, or have an auditor confirm it here.</source>
        <translation>Loggens klocka hoppade från {before} till {after}, och ingen annan har bekräftat tiden. Gallringen räknas bara till {before}. Logga in med nätförbindelse, så att certifikatutfärdaren anger tiden, eller be en loggövervakare bekräfta den här.</translation>
    </message>
    <message>
        <source>An auditor confirms the time.</source>
        <translation>Tiden bekräftas av en loggövervakare.</translation>
    </message>
</context>
</TS>
