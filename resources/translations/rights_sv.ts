<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>FirstForm</name>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Controller's OID</source>
        <translation>Den ansvariges OID</translation>
    </message>
    <message>
        <source>Controller's name</source>
        <translation>Den ansvariges namn</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Beslutets nummer</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>Beslutets datum</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Beslutsfattare</translation>
    </message>
    <message>
        <source>Begin as the first administrator</source>
        <translation>Börja som första huvudanvändare</translation>
    </message>
    <message>
        <source>The rights of rights.toml do not hold before an administrator brings them in. That is done now, with your card and on a decision of the controller.</source>
        <translation>Behörigheterna i rights.toml gäller inte förrän en huvudanvändare importerar dem. Det görs nu med ditt kort och på den personuppgiftsansvariges beslut.</translation>
    </message>
    <message>
        <source>Nobody has rights at this desk yet. Your card makes you the administrator, on a decision of the controller. It is written to the access log.</source>
        <translation>Ingen har ännu behörigheter. Med ditt kort blir du huvudanvändare på den personuppgiftsansvariges beslut. Det antecknas i användningsloggen.</translation>
    </message>
</context>
<context>
    <name>GrantForm</name>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Identifier on the card</source>
        <translation>Identifierare på kortet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Name of the mandate</source>
        <translation>Fullmaktens namn</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>Beslutets datum</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Beslutsfattare</translation>
    </message>
    <message>
        <source>Mandate begins</source>
        <translation>Fullmakten börjar</translation>
    </message>
    <message>
        <source>Mandate ends</source>
        <translation>Fullmakten upphör</translation>
    </message>
    <message>
        <source>Right begins</source>
        <translation>Behörigheten börjar</translation>
    </message>
    <message>
        <source>Right ends</source>
        <translation>Behörigheten upphör</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>tills vidare</translation>
    </message>
    <message>
        <source>The right is written to the access log with your name, and holds from the next act on.</source>
        <translation>Behörigheten antecknas i användningsloggen med ditt namn och gäller från och med nästa åtgärd.</translation>
    </message>
    <message>
        <source>Grant the right</source>
        <translation>Bevilja behörigheten</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Stäng formuläret</translation>
    </message>
    <message>
        <source>Details of the right</source>
        <translation>Behörighetens uppgifter</translation>
    </message>
    <message>
        <source>Renew the right</source>
        <translation>Förnya behörigheten</translation>
    </message>
    <message>
        <source>Grant a right</source>
        <translation>Bevilja en behörighet</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>Suomi.fi mandate</source>
        <translation>Suomi.fi-fullmakt</translation>
    </message>
    <message>
        <source>Fill in: {field}</source>
        <translation>Fyll i: {field}</translation>
    </message>
    <message>
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Datumet kan inte läsas. Skriv det i formen 22.11.2026.</translation>
    </message>
</context>
<context>
    <name>GrantView</name>
    <message>
        <source>Opens in your browser; the registration number is copied for the search.</source>
        <translation>Öppnas i din webbläsare; registreringsnumret kopieras för sökningen.</translation>
    </message>
    <message>
        <source>Why is the right revoked?</source>
        <translation>Varför återkallas behörigheten?</translation>
    </message>
    <message>
        <source>Reason for revoking</source>
        <translation>Orsak till återkallandet</translation>
    </message>
    <message>
        <source>Revoke the right</source>
        <translation>Återkalla behörigheten</translation>
    </message>
    <message>
        <source>Renew the right…</source>
        <translation>Förnya behörigheten…</translation>
    </message>
    <message>
        <source>A revoked right ends at once, in open sessions too.</source>
        <translation>En återkallad behörighet upphör genast, även i öppna sessioner.</translation>
    </message>
    <message>
        <source>The chosen right</source>
        <translation>Den valda behörigheten</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gäller</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Beviljad</translation>
    </message>
    <message>
        <source>The person granted the right to himself or herself.</source>
        <translation>Personen har beviljat sig själv behörigheten.</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Återkallad</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>GrantsModel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gäller</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>upphör snart</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Invalidation</source>
        <translation>Makulering</translation>
    </message>
    <message>
        <source>Changes of rights</source>
        <translation>Ändringar av behörigheter</translation>
    </message>
    <message>
        <source>The register and its changes</source>
        <translation>Registret och dess ändringar</translation>
    </message>
    <message>
        <source>One person proposes an invalidation, another confirms it.</source>
        <translation>En person föreslår en makulering, en annan bekräftar den.</translation>
    </message>
    <message>
        <source>One person is enough for an invalidation.</source>
        <translation>För makulering räcker en person.</translation>
    </message>
    <message>
        <source>Let one person be enough</source>
        <translation>Låt en person räcka</translation>
    </message>
    <message>
        <source>Require two persons</source>
        <translation>Kräv två personer</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Rights, those in force first</source>
        <translation>Behörigheter, gällande först</translation>
    </message>
    <message>
        <source>Also ended and revoked</source>
        <translation>Även upphörda och återkallade</translation>
    </message>
    <message>
        <source>Grant a right…</source>
        <translation>Bevilja behörighet…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importera…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <source>You may not look at the access rights</source>
        <translation>Du får inte se behörigheterna</translation>
    </message>
    <message>
        <source>Access rights</source>
        <translation>Behörigheter</translation>
    </message>
    <message>
        <source>Reading the rights…</source>
        <translation>Läser behörigheterna…</translation>
    </message>
    <message>
        <source>The right was revoked</source>
        <translation>Behörigheten återkallades</translation>
    </message>
    <message>
        <source>An invalidation now takes two persons</source>
        <translation>Makulering kräver nu två personer</translation>
    </message>
    <message>
        <source>One person is now enough for an invalidation</source>
        <translation>För makulering räcker nu en person</translation>
    </message>
    <message>
        <source>Writing the change to the access log…</source>
        <translation>Antecknar ändringen i användningsloggen…</translation>
    </message>
    <message>
        <source>The right was granted</source>
        <translation>Behörigheten beviljades</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) were imported</source>
        <translation>
            <numerusform>%Ln behörighet importerades</numerusform>
            <numerusform>%Ln behörigheter importerades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%Ln behörighet</numerusform>
            <numerusform>%Ln behörigheter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln personer</numerusform>
        </translation>
    </message>
    <message>
        <source>To be noticed</source>
        <translation>Att uppmärksamma</translation>
    </message>
    <message>
        <source>The register opens in your browser</source>
        <translation>Registret öppnas i din webbläsare</translation>
    </message>
    <message>
        <source>The registration number {number} was copied.</source>
        <translation>Registreringsnumret {number} kopierades.</translation>
    </message>
    <message>
        <source>Choose a file of rights</source>
        <translation>Välj en behörighetsfil</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabeller (*.csv)</translation>
    </message>
    <message>
        <source>Export the rights</source>
        <translation>Exportera behörigheterna</translation>
    </message>
    <message>
        <source>Save the report on rights</source>
        <translation>Spara behörighetsrapporten</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>access-rights-{day}</source>
        <translation>behorigheter-{day}</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Filen skrevs</translation>
    </message>
</context>
</TS>
