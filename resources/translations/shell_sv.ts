<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>MainWindow</name>
    <message>
        <source>The test {plan} has not been reported</source>
        <translation>Provet {plan} har inte rapporterats</translation>
    </message>
    <message>
        <source>It was to be reported by {day}.</source>
        <translation>Det skulle rapporteras senast {day}.</translation>
    </message>
    <message>
        <source>It is to be reported by {day}.</source>
        <translation>Det ska rapporteras senast {day}.</translation>
    </message>
    <message>
        <source>To the test</source>
        <translation>Till provet</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of an earlier session were cut short.</source>
        <translation>
            <numerusform>%Ln åtgärd från en tidigare session avbröts.</numerusform>
            <numerusform>%Ln åtgärder från en tidigare session avbröts.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program ended in the middle. The outcome was now recorded as unknown.</source>
        <translation>Programmet avslutades mitt i en åtgärd. I användningsloggen antecknades nu att utfallet är okänt.</translation>
    </message>
    <message>
        <source>Show the access log</source>
        <translation>Visa användningsloggen</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>CardDetailsView</name>
    <message>
        <source>No card reader found.</source>
        <translation>Ingen kortläsare hittades.</translation>
    </message>
    <message>
        <source>Card profile</source>
        <translation>Kortprofil</translation>
    </message>
    <message>
        <source>Answer to reset (ATR)</source>
        <translation>Kortets svar (ATR)</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Innehavare</translation>
    </message>
    <message>
        <source>Unique identifier</source>
        <translation>Unik identifierare</translation>
    </message>
    <message>
        <source>Type of card</source>
        <translation>Korttyp</translation>
    </message>
    <message>
        <source>Type told by the rule</source>
        <translation>Regel som anger typen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Giltigt till</translation>
    </message>
    <message>
        <source>Basic PIN (PIN1)</source>
        <translation>Baskod (PIN1)</translation>
    </message>
    <message>
        <source>Signature PIN (PIN2)</source>
        <translation>Signaturkod (PIN2)</translation>
    </message>
    <message>
        <source>{profile}, not confirmed with a real card</source>
        <translation>{profile}, inte bekräftad med ett riktigt kort</translation>
    </message>
    <message>
        <source>the card does not tell its tries</source>
        <translation>kortet anger inte hur många försök som är kvar</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>låst</translation>
    </message>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%Ln försök kvar</numerusform>
            <numerusform>%Ln försök kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>not asked: the path is not trusted</source>
        <translation>inte efterfrågad: certifikatkedjan är inte betrodd</translation>
    </message>
    <message>
        <source>being asked …</source>
        <translation>efterfrågas …</translation>
    </message>
    <message>
        <source>Certificate for signing in</source>
        <translation>Inloggningscertifikat (autentisering)</translation>
    </message>
    <message>
        <source>Certificate for signatures</source>
        <translation>Underskriftscertifikat</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>betrodd</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>inte betrodd</translation>
    </message>
    <message>
        <source>Certificate path</source>
        <translation>Certifikatkedja</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Spärrstatus</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Innehavare</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Utfärdare</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Giltighetstid</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Nyckel</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serienummer</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Check again</source>
        <translation>Kontrollera igen</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopiera rapporten</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Spara rapporten…</translation>
    </message>
    <message>
        <source>Card and reader</source>
        <translation>Kort och läsare</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kontroller</translation>
    </message>
    <message>
        <source>In the reader</source>
        <translation>I läsaren</translation>
    </message>
    <message>
        <source>The checks are still running</source>
        <translation>Kontrollerna pågår ännu</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>What the program knows of this card has not been confirmed with a real card.</source>
        <translation>Programmets uppgifter om denna korttyp har inte bekräftats med ett riktigt kort.</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>giltigt till {day}</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Looking for the card reader…</source>
        <translation>Kortläsaren söks…</translation>
    </message>
    <message>
        <source>The smart-card service is not running.</source>
        <translation>Smartkortstjänsten är inte i gång.</translation>
    </message>
    <message>
        <source>The check of card and reader tells how to start it. This page goes on by itself as soon as it runs.</source>
        <translation>Kontrollen av kort och läsare berättar hur tjänsten startas. Sidan fortsätter av sig själv så snart tjänsten fungerar.</translation>
    </message>
    <message>
        <source>No card reader found.</source>
        <translation>Ingen kortläsare hittades.</translation>
    </message>
    <message>
        <source>Plug the reader in. It is noticed at once.</source>
        <translation>Anslut läsaren till en USB-port. Programmet märker den genast.</translation>
    </message>
    <message>
        <source>Reader found. Insert your card.</source>
        <translation>Läsaren hittades. Sätt i kortet.</translation>
    </message>
    <message>
        <source>The chip goes in first, facing up in most readers.</source>
        <translation>Chippet ska in först och vara vänt uppåt i de flesta läsare.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Kortet läses…</translation>
    </message>
    <message>
        <source>Leave the card in the reader.</source>
        <translation>Låt kortet sitta kvar i läsaren.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>Kortet svarar inte.</translation>
    </message>
    <message>
        <source>Take it out, wipe the chip with a dry cloth, and insert it again with the chip the right way round.</source>
        <translation>Ta ut kortet, torka av chippet med en torr duk och sätt i kortet igen med chippet åt rätt håll.</translation>
    </message>
    <message>
        <source>This card is not recognised.</source>
        <translation>Kortet känns inte igen.</translation>
    </message>
    <message>
        <source>Use a professional, staff or operator card of social welfare and health care.</source>
        <translation>Använd ett yrkes-, personal- eller aktörskort inom social- och hälsovården.</translation>
    </message>
    <message>
        <source>Another program is using the card.</source>
        <translation>Ett annat program använder kortet.</translation>
    </message>
    <message>
        <source>Close the program or browser tab that has the card open, or insert the card again.</source>
        <translation>Stäng programmet eller webbläsarfliken där kortet används, eller sätt i kortet på nytt.</translation>
    </message>
    <message>
        <source>The card has been read.</source>
        <translation>Kortet har lästs.</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Evidence of the check {title}</source>
        <translation>Underlag för kontrollen: {title}</translation>
    </message>
    <message>
        <source>Hide the evidence</source>
        <translation>Dölj underlaget</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Underlag</translation>
    </message>
</context>
<context>
    <name>ContextChoice</name>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Användningsändamål</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Register</translation>
    </message>
    <message>
        <source>P&amp;urpose</source>
        <translation>Användningsän&amp;damål</translation>
    </message>
</context>
<context>
    <name>ErrorLine</name>
    <message>
        <source>Code {code}</source>
        <translation>Kod {code}</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>Kopiera felet</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Öppnar…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Logga ut</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>Kanta Desk är låst</translation>
    </message>
    <message>
        <source>The same card and PIN1 open it where you left off.</source>
        <translation>Samma kort och baskoden (PIN1) öppnar det där du slutade.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>This is not the card that opened the desk. Insert the card of {name}, or sign out.</source>
        <translation>Det här är inte kortet som användes vid inloggningen. Sätt i kortet vars innehavare är {name}, eller logga ut.</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Opening the desk…</source>
        <translation>Kanta Desk öppnas…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Basic PIN (PI&amp;N1)</source>
        <translation>Baskod (PI&amp;N1)</translation>
    </message>
    <message>
        <source>Basic PIN (PIN1), 4 to 8 digits</source>
        <translation>Baskod (PIN1), 4–8 siffror</translation>
    </message>
    <message>
        <source>I know the PIN. Use one of the last tries.</source>
        <translation>Jag är säker på PIN-koden. Använd ett av de sista försöken.</translation>
    </message>
    <message>
        <source>PIN1 is blocked. It is opened with the activation PIN (PUK) of the card.</source>
        <translation>Baskoden (PIN1) är låst. Den låses upp med kortets aktiveringskod (PUK).</translation>
    </message>
</context>
<context>
    <name>PracticeCards</name>
    <message>
        <source>Practice card</source>
        <translation>Övningskort</translation>
    </message>
    <message>
        <source>&amp;Practice card</source>
        <translation>Ö&amp;vningskort</translation>
    </message>
    <message>
        <source>PIN1</source>
        <translation>PIN1</translation>
    </message>
    <message>
        <source>Pull the card</source>
        <translation>Ta ut kortet</translation>
    </message>
    <message>
        <source>Insert the card</source>
        <translation>Sätt i kortet</translation>
    </message>
    <message>
        <source>PIN1 of the practice card: {pin}</source>
        <translation>Övningskortets PIN1: {pin}</translation>
    </message>
</context>
<context>
    <name>ProvePage</name>
    <message>
        <source>Check card and reader</source>
        <translation>Kontrollera kort och läsare</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Logga in</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Loggar in…</translation>
    </message>
    <message>
        <source>Sign in with your card</source>
        <translation>Logga in med kort</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Inloggning</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Lås</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Logga &amp;ut</translation>
    </message>
    <message numerus="yes">
        <source>locks in %n second(s)</source>
        <translation>
            <numerusform>låses om %Ln sekund</numerusform>
            <numerusform>låses om %Ln sekunder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locks in %n min</source>
        <translation>
            <numerusform>låses om %Ln min</numerusform>
            <numerusform>låses om %Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_NoRights</name>
    <message>
        <source>This card has no rights at this desk.</source>
        <translation>Det här kortet har inga behörigheter i Kanta Desk.</translation>
    </message>
    <message>
        <source>The administrator grants them by the card's unique identifier:</source>
        <translation>Huvudanvändaren beviljar dem med kortets unika identifierare:</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Unverified facts</source>
        <translation>Obekräftade uppgifter</translation>
    </message>
    <message>
        <source>The program runs partly on facts that nobody has confirmed. Show them.</source>
        <translation>Programmet bygger delvis på uppgifter som inte har bekräftats. Visa dem.</translation>
    </message>
</context>
<context>
    <name>UnverifiedView</name>
    <message>
        <source>Unverified facts</source>
        <translation>Obekräftade uppgifter</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) of the message profile are unverified</source>
        <translation>
            <numerusform>%Ln uppgift i meddelandeprofilen är obekräftad</numerusform>
            <numerusform>%Ln uppgifter i meddelandeprofilen är obekräftade</numerusform>
        </translation>
    </message>
    <message>
        <source>No published source confirms them for this archive. If the archive answers in a way that the program does not understand, compare these with what the archive's owner says, and correct the profile.</source>
        <translation>Ingen publicerad källa bekräftar dem för detta arkiv. Om arkivet svarar på ett sätt som programmet inte förstår, jämför dessa med arkivförvaltarens anvisningar och rätta profilen.</translation>
    </message>
    <message>
        <source>Hide the facts</source>
        <translation>Dölj uppgifterna</translation>
    </message>
    <message>
        <source>Show the facts</source>
        <translation>Visa uppgifterna</translation>
    </message>
</context>
<context>
    <name>TriesBadge</name>
    <message numerus="yes">
        <source>%n try/tries left</source>
        <translation>
            <numerusform>%Ln försök kvar</numerusform>
            <numerusform>%Ln försök kvar</numerusform>
        </translation>
    </message>
</context>
</TS>
