<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_US">
<context>
    <name>SafeBrowser</name>
    <message>
        <source>Copy (is logged)</source>
        <translation>Kopiera (loggas)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Markera allt</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Parts of the comparison</source>
        <translation>Jämförelsens delar</translation>
    </message>
    <message>
        <source>Differing only</source>
        <translation>Endast skillnader</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Föregående skillnad (Skift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Nästa skillnad (F8)</translation>
    </message>
    <message>
        <source>Fetching the documents…</source>
        <translation>Hämtar handlingarna…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Jämför…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Beskrivningsuppgifter</translation>
    </message>
    <message>
        <source>Structured data</source>
        <translation>Strukturerade data</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Vänster</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Höger</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>… {count} fields are the same</source>
        <translation>… {count} fält är lika</translation>
    </message>
    <message>
        <source>The same: the very same bytes</source>
        <translation>Lika: samma innehåll byte för byte</translation>
    </message>
    <message>
        <source>Copy from the document itself</source>
        <translation>Kopiera från handlingen</translation>
    </message>
    <message>
        <source>Open the document to copy from it; the comparison is for looking.</source>
        <translation>Öppna handlingen för att kopiera ur den. Jämförelsen är för visning.</translation>
    </message>
    <message>
        <source>Texts side by side</source>
        <translation>Texterna sida vid sida</translation>
    </message>
    <message>
        <source>Metadata side by side</source>
        <translation>Beskrivningsuppgifterna sida vid sida</translation>
    </message>
    <message>
        <source>Structured forms side by side</source>
        <translation>De strukturerade formerna sida vid sida</translation>
    </message>
    <message>
        <source>Comparing page {done} of {total}</source>
        <translation>Jämför sida {done} av {total}</translation>
    </message>
    <message>
        <source>Compared: {parts}.</source>
        <translation>Jämfört: {parts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%Ln ställe skiljer sig</numerusform>
            <numerusform>%Ln ställen skiljer sig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text (%n word(s))</source>
        <translation>
            <numerusform>text (%Ln ord)</numerusform>
            <numerusform>text (%Ln ord)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>metadata (%n field(s))</source>
        <translation>
            <numerusform>beskrivningsuppgifter (%Ln fält)</numerusform>
            <numerusform>beskrivningsuppgifter (%Ln fält)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>structured form (%n value(s))</source>
        <translation>
            <numerusform>strukturerad form (%Ln värde)</numerusform>
            <numerusform>strukturerad form (%Ln värden)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages as pictures (%n page(s))</source>
        <translation>
            <numerusform>sidorna som bilder (%Ln sida)</numerusform>
            <numerusform>sidorna som bilder (%Ln sidor)</numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>beskrivningsuppgifter</translation>
    </message>
    <message>
        <source>structured form</source>
        <translation>strukturerad form</translation>
    </message>
    <message>
        <source>pages as pictures</source>
        <translation>sidorna som bilder</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Back to the documents</source>
        <translation>Tillbaka till handlingarna</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Jämförelse</translation>
    </message>
    <message>
        <source>… {count} lines are the same</source>
        <translation>… {count} rader är lika</translation>
    </message>
    <message>
        <source>No difference in what could be compared</source>
        <translation>Inga skillnader i det som kunde jämföras</translation>
    </message>
    <message>
        <source>No differences in what a reader sees</source>
        <translation>Inga skillnader i det som en läsare ser</translation>
    </message>
    <message>
        <source>The files' bytes differ: order, white space or technical parts.</source>
        <translation>Filernas byte skiljer sig: ordning, mellanrum eller tekniska delar.</translation>
    </message>
    <message>
        <source>No differences in this part</source>
        <translation>Inga skillnader i denna del</translation>
    </message>
    <message>
        <source>Not compared: {parts}.</source>
        <translation>Inte jämfört: {parts}.</translation>
    </message>
    <message>
        <source>Difference {at} of {total}</source>
        <translation>Skillnad {at} av {total}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>ändrad</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>endast till vänster</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>endast till höger</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>This page looks the same in both.</source>
        <translation>Sidan ser likadan ut i båda.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sida</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Föregående sida</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nästa sida</translation>
    </message>
    <message>
        <source>− Only the left document has this page.</source>
        <translation>− Sidan finns endast i den vänstra handlingen.</translation>
    </message>
    <message>
        <source>+ Only the right document has this page.</source>
        <translation>+ Sidan finns endast i den högra handlingen.</translation>
    </message>
    <message>
        <source>Pages side by side</source>
        <translation>Sidorna sida vid sida</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) look different</source>
        <translation>
            <numerusform>%Ln ställe ser annorlunda ut</numerusform>
            <numerusform>%Ln ställen ser annorlunda ut</numerusform>
        </translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>av {pages}</translation>
    </message>
</context>
<context>
    <name>ContentView</name>
    <message>
        <source>A form of this document cannot be read</source>
        <translation>En form av handlingen kan inte läsas</translation>
    </message>
    <message>
        <source>{place}: {reason}. The rest is shown; see the findings.</source>
        <translation>{place}: {reason}. Resten visas; se iakttagelserna.</translation>
    </message>
    <message>
        <source>Form of the content</source>
        <translation>Innehållets form</translation>
    </message>
    <message>
        <source>Content of the document</source>
        <translation>Handlingens innehåll</translation>
    </message>
    <message>
        <source>The document has not been opened</source>
        <translation>Handlingen har inte öppnats</translation>
    </message>
    <message>
        <source>Opening it is written to the access log as viewing the client's data.</source>
        <translation>Öppnandet antecknas i användningsloggen som visning av klientens uppgifter.</translation>
    </message>
    <message>
        <source>The document has no content.</source>
        <translation>Handlingen har inget innehåll.</translation>
    </message>
    <message>
        <source>Preparing the document…</source>
        <translation>Förbereder handlingen…</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Öppna handlingen</translation>
    </message>
    <message>
        <source>This form cannot be shown</source>
        <translation>Denna form kan inte visas</translation>
    </message>
    <message>
        <source>The original can be looked at as source, and exported.</source>
        <translation>Originalet kan visas som källa och exporteras.</translation>
    </message>
    <message>
        <source>Display form</source>
        <translation>Visningsform</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>Structured data</source>
        <translation>Strukturerad</translation>
    </message>
    <message>
        <source>Source (XML)</source>
        <translation>Källa (XML)</translation>
    </message>
    <message>
        <source>Text of the pages</source>
        <translation>Sidornas text</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation>Sök i handlingen</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Föregående (Skift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nästa (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Stäng (Esc)</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at} av {total}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>hittas inte</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Pages of the document</source>
        <translation>Handlingens sidor</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sida</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Föregående sida</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nästa sida</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Anpassa till bredden</translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>av {pages}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Part of the document</source>
        <translation>Handlingens del</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Föregående del</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nästa del</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>of {parts}</source>
        <translation>av {parts}</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>The document as it came</source>
        <translation>Handlingen som den kom</translation>
    </message>
    <message>
        <source>Line breaks were added for reading; the original has none.</source>
        <translation>Radbrytningarna har lagts till för läsning; originalet saknar dem.</translation>
    </message>
    <message>
        <source>{count} more characters</source>
        <translation>{count} tecken till</translation>
    </message>
    <message>
        <source>Only the first {lines} lines are shown.</source>
        <translation>Endast de första {lines} raderna visas.</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Structured form of the document</source>
        <translation>Handlingens strukturerade form</translation>
    </message>
    <message numerus="yes">
        <source>Show fields hidden from readers (%n)</source>
        <translation>
            <numerusform>Visa fält som är dolda för läsaren (%Ln)</numerusform>
            <numerusform>Visa fält som är dolda för läsaren (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) missing though required</source>
        <translation>
            <numerusform>%Ln obligatoriskt fält saknas</numerusform>
            <numerusform>%Ln obligatoriska fält saknas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) unknown to the definition</source>
        <translation>
            <numerusform>%Ln fält som definitionen inte känner</numerusform>
            <numerusform>%Ln fält som definitionen inte känner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not as defined</source>
        <translation>
            <numerusform>%Ln värde följer inte definitionen</numerusform>
            <numerusform>%Ln värden följer inte definitionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown as it stands: its definition is not at hand</source>
        <translation>Visas som den är: definitionen finns inte till hands</translation>
    </message>
    <message>
        <source>The document does not name a document structure.</source>
        <translation>Handlingen anger ingen handlingsstruktur.</translation>
    </message>
    <message>
        <source>not as defined</source>
        <translation>följer inte definitionen</translation>
    </message>
    <message>
        <source>The form is long: only its beginning is shown here.</source>
        <translation>Formuläret är långt: här visas endast början.</translation>
    </message>
    <message>
        <source>not in the definition</source>
        <translation>ingår inte i definitionen</translation>
    </message>
    <message>
        <source>hidden from readers</source>
        <translation>dold för läsaren</translation>
    </message>
    <message>
        <source>By the definition “{title}” ({oid})</source>
        <translation>Enligt definitionen ”{title}” ({oid})</translation>
    </message>
    <message>
        <source>missing, though required</source>
        <translation>saknas, fast den är obligatorisk</translation>
    </message>
    <message>
        <source>of another type than defined</source>
        <translation>av annan typ än definierat</translation>
    </message>
    <message>
        <source>too few values</source>
        <translation>för få värden</translation>
    </message>
    <message>
        <source>empty, though a value is required</source>
        <translation>tom, fast ett värde krävs</translation>
    </message>
    <message>
        <source>not among the allowed values</source>
        <translation>inte ett tillåtet värde</translation>
    </message>
    <message>
        <source>not of the defined form</source>
        <translation>inte av definierad form</translation>
    </message>
    <message>
        <source>Import the document structure {oid} in the settings to see the fields' Finnish and Swedish titles.</source>
        <translation>Importera handlingsstrukturen {oid} i inställningarna för att se fälten med finska och svenska rubriker.</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Original as it came (*.xml)</source>
        <translation>Originalet som det kom (*.xml)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Structured form (*.json)</source>
        <translation>Strukturerad form (*.json)</translation>
    </message>
    <message>
        <source>Display form (*.xhtml)</source>
        <translation>Visningsform (*.xhtml)</translation>
    </message>
    <message>
        <source>Export the document</source>
        <translation>Exportera handlingen</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exporterar…</translation>
    </message>
    <message>
        <source>Print the document</source>
        <translation>Skriv ut handlingen</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Skriver ut…</translation>
    </message>
    <message>
        <source>The file holds the client's data: keep it only as long as it is needed, and delete it then.</source>
        <translation>Filen innehåller klientens uppgifter: förvara den endast så länge den behövs och radera den sedan.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>%Ln sida skickad till skrivaren</numerusform>
            <numerusform>%Ln sidor skickade till skrivaren</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch the pages from the printer at once.</source>
        <translation>Hämta sidorna från skrivaren genast.</translation>
    </message>
    <message>
        <source>Copying was written to the access log.</source>
        <translation>Kopieringen antecknades i användningsloggen.</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Kopiera kontrollsumman</translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation>Exporterad till {file}</translation>
    </message>
    <message>
        <source>Copied: {count} characters</source>
        <translation>Kopierat: {count} tecken</translation>
    </message>
    <message>
        <source>The checksum is in {file}</source>
        <translation>Kontrollsumman finns i {file}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Find in the document (Ctrl+F)</source>
        <translation>Sök i handlingen (Ctrl+F)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zooma ut</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zooma in</translation>
    </message>
    <message>
        <source>Compare with another document…</source>
        <translation>Jämför med en annan handling…</translation>
    </message>
    <message>
        <source>Print… (Ctrl+P)</source>
        <translation>Skriv ut… (Ctrl+P)</translation>
    </message>
    <message>
        <source>Write the checksum too (.sha256)</source>
        <translation>Skriv också kontrollsumman (.sha256)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
    <message>
        <source>Original as it came (XML)…</source>
        <translation>Originalet som det kom (XML)…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Structured form (JSON)…</source>
        <translation>Strukturerad form (JSON)…</translation>
    </message>
    <message>
        <source>Display form (XHTML)…</source>
        <translation>Visningsform (XHTML)…</translation>
    </message>
    <message>
        <source>Display form as PDF…</source>
        <translation>Visningsformen som PDF…</translation>
    </message>
</context>
</TS>
