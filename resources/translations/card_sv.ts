<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>CardDetailsView</name>
    <message>
        <source>{file} in the main folder</source>
        <translation>{file} i huvudkatalogen</translation>
    </message>
    <message>
        <source>{file} in the card&apos;s application</source>
        <translation>{file} i kortets applikation</translation>
    </message>
    <message>
        <source>{file} in the folder for signatures</source>
        <translation>{file} i signaturkatalogen</translation>
    </message>
    <message>
        <source>This is a remote session ({kind}). Only readers that are shared with it are seen.</source>
        <translation>Det här är en fjärrsession ({kind}). Bara läsare som delas med den syns.</translation>
    </message>
    <message>
        <source>Reader's keypad</source>
        <translation>Läsarens knappsats</translation>
    </message>
    <message>
        <source>PINs can be typed on the reader. Not tried with real readers.</source>
        <translation>Koderna kan matas in på läsaren. Inte prövat med riktiga läsare.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%Ln dag kvar</numerusform>
            <numerusform>%Ln dagar kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>How the program uses this card</source>
        <translation>Så använder programmet kortet</translation>
    </message>
    <message>
        <source>{fact}, not confirmed</source>
        <translation>{fact}, inte bekräftat</translation>
    </message>
    <message>
        <source>Issued under</source>
        <translation>Utfärdarnas kedja</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>New PIN</source>
        <translation>Ny PIN-kod</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>Den nya koden en gång till</translation>
    </message>
    <message>
        <source>Type them on the reader's own keypad (not tried with readers)</source>
        <translation>Mata in koderna på läsarens knappsats (inte prövat med riktiga läsare)</translation>
    </message>
    <message>
        <source>I know the code. Use one of the last tries.</source>
        <translation>Jag kan koden. Använd ett av de sista försöken.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The reader asks for the current PIN, and twice for the new one.</source>
        <translation>Läsaren frågar efter den nuvarande koden och två gånger efter den nya.</translation>
    </message>
    <message>
        <source>The new PINs are not the same.</source>
        <translation>De nya koderna är inte lika.</translation>
    </message>
    <message>
        <source>The new PIN has {least} to {most} digits.</source>
        <translation>Den nya koden har {least}–{most} siffror.</translation>
    </message>
</context>
<context>
    <name>PinCareView</name>
    <message>
        <source>PINs of the card</source>
        <translation>Kortets PIN-koder</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>Nuvarande PIN-kod</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Byt PIN-kod</translation>
    </message>
    <message>
        <source>Activation PIN (PUK)</source>
        <translation>Aktiveringskod (PUK)</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Ställ in PIN-koden</translation>
    </message>
    <message>
        <source>The activation PIN came with the card, in a letter or a sealed cover of its own. It sets a PIN that was never chosen, has been forgotten, or is blocked. When its own tries run out, the card must be replaced.</source>
        <translation>Aktiveringskoden kom med kortet, i ett eget brev eller förseglat kuvert. Med den väljs en PIN-kod som aldrig valts, som glömts bort eller som är låst. När dess egna försök är slut måste kortet bytas ut.</translation>
    </message>
    <message>
        <source>Change PIN1…</source>
        <translation>Byt PIN1…</translation>
    </message>
    <message>
        <source>Change PIN2…</source>
        <translation>Byt PIN2…</translation>
    </message>
    <message>
        <source>Set PIN1 with the PUK…</source>
        <translation>Välj PIN1 med PUK…</translation>
    </message>
    <message>
        <source>Set PIN2 with the PUK…</source>
        <translation>Välj PIN2 med PUK…</translation>
    </message>
    <message>
        <source>Kanta Desk sets PINs only of cards of social welfare and health care. Use the reader software for this one.</source>
        <translation>Kanta Desk ställer bara in PIN-koder på social- och hälsovårdens kort. Använd kortläsarprogrammet för det här kortet.</translation>
    </message>
    <message>
        <source>Change PIN{number}</source>
        <translation>Byte av PIN{number}</translation>
    </message>
    <message>
        <source>I change PIN{number} of the card of {name}.</source>
        <translation>Jag byter PIN{number} på kortet vars innehavare är {name}.</translation>
    </message>
    <message>
        <source>Set PIN{number} with the activation PIN</source>
        <translation>PIN{number} med aktiveringskoden</translation>
    </message>
    <message>
        <source>I replace PIN{number} of the card of {name}; the old one is no longer of use.</source>
        <translation>Jag ersätter PIN{number} på kortet vars innehavare är {name}; den gamla gäller inte längre.</translation>
    </message>
    <message>
        <source>PIN{number} has been set.</source>
        <translation>PIN{number} har ställts in.</translation>
    </message>
    <message>
        <source>The card is at work…</source>
        <translation>Kortet arbetar…</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Type the PIN on the reader's own keypad (not tried with real readers)</source>
        <translation>Mata in koden på läsarens knappsats (inte prövat med riktiga läsare)</translation>
    </message>
    <message>
        <source>When you go on, type PIN1 on the reader's keypad.</source>
        <translation>När du fortsätter, mata in PIN1 på läsarens knappsats.</translation>
    </message>
    <message>
        <source>The PIN is asked in the window of the reader software.</source>
        <translation>Koden efterfrågas i kortläsarprogrammets fönster.</translation>
    </message>
</context>
<context>
    <name>SigningWaysView</name>
    <message>
        <source>Way of signing</source>
        <translation>Underskriftssätt</translation>
    </message>
    <message>
        <source>Signing in and signatures go to the card this way. The choice is kept on this machine.</source>
        <translation>Inloggning och underskrifter går till kortet den här vägen. Valet sparas på den här datorn.</translation>
    </message>
    <message>
        <source>being looked at …</source>
        <translation>undersöks…</translation>
    </message>
    <message>
        <source>not found ({code})</source>
        <translation>hittas inte ({code})</translation>
    </message>
    <message>
        <source>sees another card</source>
        <translation>ser ett annat kort</translation>
    </message>
    <message>
        <source>found, sees no card</source>
        <translation>hittas, ser inget kort</translation>
    </message>
    <message>
        <source>found, sees the card</source>
        <translation>hittas, ser kortet</translation>
    </message>
    <message>
        <source>The PIN is asked in the window of the reader software, for each signature anew.</source>
        <translation>Koden efterfrågas i kortläsarprogrammets fönster, för varje underskrift på nytt.</translation>
    </message>
</context>
<context>
    <name>Pin2Panel</name>
    <message>
        <source>The PIN is asked in the window of the reader software, for each document anew.</source>
        <translation>Koden efterfrågas i kortläsarprogrammets fönster, för varje handling på nytt.</translation>
    </message>
</context>
</TS>
