<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>SafeBrowser</name>
    <message>
        <source>Copy (is logged)</source>
        <translation>Kopioi (kirjataan)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Valitse kaikki</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Parts of the comparison</source>
        <translation>Vertailun osat</translation>
    </message>
    <message>
        <source>Differing only</source>
        <translation>Vain eroavat</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Edellinen ero (Vaihto+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Seuraava ero (F8)</translation>
    </message>
    <message>
        <source>Fetching the documents…</source>
        <translation>Haetaan asiakirjoja…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Verrataan…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teksti</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Kuvailutiedot</translation>
    </message>
    <message>
        <source>Structured data</source>
        <translation>Rakenteinen tieto</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sivut</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Vasen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Oikea</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kenttä</translation>
    </message>
    <message>
        <source>… {count} fields are the same</source>
        <translation>… {count} kenttää samoja</translation>
    </message>
    <message>
        <source>The same: the very same bytes</source>
        <translation>Samat: tavulleen sama sisältö</translation>
    </message>
    <message>
        <source>Copy from the document itself</source>
        <translation>Kopioi asiakirjasta</translation>
    </message>
    <message>
        <source>Open the document to copy from it; the comparison is for looking.</source>
        <translation>Avaa asiakirja, kun haluat kopioida siitä. Vertailu on katselua varten.</translation>
    </message>
    <message>
        <source>Texts side by side</source>
        <translation>Tekstit rinnakkain</translation>
    </message>
    <message>
        <source>Metadata side by side</source>
        <translation>Kuvailutiedot rinnakkain</translation>
    </message>
    <message>
        <source>Structured forms side by side</source>
        <translation>Rakenteiset muodot rinnakkain</translation>
    </message>
    <message>
        <source>Comparing page {done} of {total}</source>
        <translation>Verrataan sivua {done}/{total}</translation>
    </message>
    <message>
        <source>Compared: {parts}.</source>
        <translation>Verrattu: {parts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%Ln kohta eroaa</numerusform>
            <numerusform>%Ln kohtaa eroaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text (%n word(s))</source>
        <translation>
            <numerusform>teksti (%Ln sana)</numerusform>
            <numerusform>teksti (%Ln sanaa)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>metadata (%n field(s))</source>
        <translation>
            <numerusform>kuvailutiedot (%Ln kenttä)</numerusform>
            <numerusform>kuvailutiedot (%Ln kenttää)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>structured form (%n value(s))</source>
        <translation>
            <numerusform>rakenteinen muoto (%Ln arvo)</numerusform>
            <numerusform>rakenteinen muoto (%Ln arvoa)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages as pictures (%n page(s))</source>
        <translation>
            <numerusform>sivut kuvina (%Ln sivu)</numerusform>
            <numerusform>sivut kuvina (%Ln sivua)</numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation>teksti</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>kuvailutiedot</translation>
    </message>
    <message>
        <source>structured form</source>
        <translation>rakenteinen muoto</translation>
    </message>
    <message>
        <source>pages as pictures</source>
        <translation>sivut kuvina</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Back to the documents</source>
        <translation>Takaisin asiakirjoihin</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vertailu</translation>
    </message>
    <message>
        <source>… {count} lines are the same</source>
        <translation>… {count} riviä samoja</translation>
    </message>
    <message>
        <source>No difference in what could be compared</source>
        <translation>Ei eroja siinä, mitä voitiin verrata</translation>
    </message>
    <message>
        <source>No differences in what a reader sees</source>
        <translation>Ei eroja siinä, minkä lukija näkee</translation>
    </message>
    <message>
        <source>The files' bytes differ: order, white space or technical parts.</source>
        <translation>Tiedostojen tavut eroavat: järjestys, välit tai tekniset osat.</translation>
    </message>
    <message>
        <source>No differences in this part</source>
        <translation>Tässä osassa ei ole eroja</translation>
    </message>
    <message>
        <source>Not compared: {parts}.</source>
        <translation>Ei verrattu: {parts}.</translation>
    </message>
    <message>
        <source>Difference {at} of {total}</source>
        <translation>Ero {at}/{total}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>muuttunut</translation>
    </message>
    <message>
        <source>left only</source>
        <translation>vain vasemmalla</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>vain oikealla</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>version {number}</source>
        <translation>versio {number}</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>This page looks the same in both.</source>
        <translation>Sivu näyttää samalta molemmissa.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sivu</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Edellinen sivu</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Seuraava sivu</translation>
    </message>
    <message>
        <source>− Only the left document has this page.</source>
        <translation>− Sivu on vain vasemmassa asiakirjassa.</translation>
    </message>
    <message>
        <source>+ Only the right document has this page.</source>
        <translation>+ Sivu on vain oikeassa asiakirjassa.</translation>
    </message>
    <message>
        <source>Pages side by side</source>
        <translation>Sivut rinnakkain</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) look different</source>
        <translation>
            <numerusform>%Ln kohta näyttää erilaiselta</numerusform>
            <numerusform>%Ln kohtaa näyttää erilaiselta</numerusform>
        </translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>/ {pages}</translation>
    </message>
</context>
<context>
    <name>ContentView</name>
    <message>
        <source>A form of this document cannot be read</source>
        <translation>Asiakirjan yhtä muotoa ei voi lukea</translation>
    </message>
    <message>
        <source>{place}: {reason}. The rest is shown; see the findings.</source>
        <translation>{place}: {reason}. Muu näytetään; katso havainnot.</translation>
    </message>
    <message>
        <source>Form of the content</source>
        <translation>Sisällön muoto</translation>
    </message>
    <message>
        <source>Content of the document</source>
        <translation>Asiakirjan sisältö</translation>
    </message>
    <message>
        <source>The document has not been opened</source>
        <translation>Asiakirjaa ei ole avattu</translation>
    </message>
    <message>
        <source>Opening it is written to the access log as viewing the client's data.</source>
        <translation>Avaaminen kirjataan käyttölokiin asiakkaan tietojen katseluna.</translation>
    </message>
    <message>
        <source>The document has no content.</source>
        <translation>Asiakirjalla ei ole sisältöä.</translation>
    </message>
    <message>
        <source>Preparing the document…</source>
        <translation>Valmistellaan asiakirjaa…</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Avaa asiakirja</translation>
    </message>
    <message>
        <source>This form cannot be shown</source>
        <translation>Tätä muotoa ei voi näyttää</translation>
    </message>
    <message>
        <source>The original can be looked at as source, and exported.</source>
        <translation>Alkuperäistä voi katsoa lähdemuodossa, ja sen voi viedä tiedostoon.</translation>
    </message>
    <message>
        <source>Display form</source>
        <translation>Näyttömuoto</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sivut</translation>
    </message>
    <message>
        <source>Structured data</source>
        <translation>Rakenteinen</translation>
    </message>
    <message>
        <source>Source (XML)</source>
        <translation>Lähde (XML)</translation>
    </message>
    <message>
        <source>Text of the pages</source>
        <translation>Sivujen teksti</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation>Etsi asiakirjasta</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Edellinen (Vaihto+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Seuraava (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Sulje (Esc)</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at}/{total}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Pages of the document</source>
        <translation>Asiakirjan sivut</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sivu</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Edellinen sivu</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Seuraava sivu</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Sovita leveyteen</translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>/ {pages}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Part of the document</source>
        <translation>Asiakirjan osa</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Edellinen osa</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Seuraava osa</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Osa</translation>
    </message>
    <message>
        <source>of {parts}</source>
        <translation>/ {parts}</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>The document as it came</source>
        <translation>Asiakirja sellaisena kuin se tuli</translation>
    </message>
    <message>
        <source>Line breaks were added for reading; the original has none.</source>
        <translation>Rivinvaihdot on lisätty lukemista varten; alkuperäisessä niitä ei ole.</translation>
    </message>
    <message>
        <source>{count} more characters</source>
        <translation>{count} merkkiä lisää</translation>
    </message>
    <message>
        <source>Only the first {lines} lines are shown.</source>
        <translation>Vain {lines} ensimmäistä riviä näytetään.</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Structured form of the document</source>
        <translation>Asiakirjan rakenteinen muoto</translation>
    </message>
    <message numerus="yes">
        <source>Show fields hidden from readers (%n)</source>
        <translation>
            <numerusform>Näytä lukijalta piilotetut kentät (%Ln)</numerusform>
            <numerusform>Näytä lukijalta piilotetut kentät (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) missing though required</source>
        <translation>
            <numerusform>%Ln pakollinen kenttä puuttuu</numerusform>
            <numerusform>%Ln pakollista kenttää puuttuu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) unknown to the definition</source>
        <translation>
            <numerusform>%Ln kenttää määrittely ei tunne</numerusform>
            <numerusform>%Ln kenttää määrittely ei tunne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not as defined</source>
        <translation>
            <numerusform>%Ln arvo ei ole määrittelyn mukainen</numerusform>
            <numerusform>%Ln arvoa ei ole määrittelyn mukaisia</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown as it stands: its definition is not at hand</source>
        <translation>Näytetään sellaisenaan: määrittelyä ei ole käytettävissä</translation>
    </message>
    <message>
        <source>The document does not name a document structure.</source>
        <translation>Asiakirja ei nimeä asiakirjarakennetta.</translation>
    </message>
    <message>
        <source>not as defined</source>
        <translation>ei määrittelyn mukainen</translation>
    </message>
    <message>
        <source>The form is long: only its beginning is shown here.</source>
        <translation>Lomake on pitkä: tässä näytetään vain sen alku.</translation>
    </message>
    <message>
        <source>not in the definition</source>
        <translation>ei kuulu määrittelyyn</translation>
    </message>
    <message>
        <source>hidden from readers</source>
        <translation>piilotettu lukijalta</translation>
    </message>
    <message>
        <source>By the definition “{title}” ({oid})</source>
        <translation>Määrittelyn ”{title}” mukaan ({oid})</translation>
    </message>
    <message>
        <source>missing, though required</source>
        <translation>puuttuu, vaikka se on pakollinen</translation>
    </message>
    <message>
        <source>of another type than defined</source>
        <translation>eri tyyppiä kuin määrittelyssä</translation>
    </message>
    <message>
        <source>too few values</source>
        <translation>liian vähän arvoja</translation>
    </message>
    <message>
        <source>empty, though a value is required</source>
        <translation>tyhjä, vaikka arvo vaaditaan</translation>
    </message>
    <message>
        <source>not among the allowed values</source>
        <translation>ei ole sallittu arvo</translation>
    </message>
    <message>
        <source>not of the defined form</source>
        <translation>ei määrittelyn muotoinen</translation>
    </message>
    <message>
        <source>Import the document structure {oid} in the settings to see the fields' Finnish and Swedish titles.</source>
        <translation>Tuo asetuksissa asiakirjarakenne {oid}, niin kentät näkyvät suomen- ja ruotsinkielisin otsikoin.</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Original as it came (*.xml)</source>
        <translation>Alkuperäinen sellaisenaan (*.xml)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Structured form (*.json)</source>
        <translation>Rakenteinen muoto (*.json)</translation>
    </message>
    <message>
        <source>Display form (*.xhtml)</source>
        <translation>Näyttömuoto (*.xhtml)</translation>
    </message>
    <message>
        <source>Export the document</source>
        <translation>Vie asiakirja tiedostoon</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Viedään…</translation>
    </message>
    <message>
        <source>Print the document</source>
        <translation>Tulosta asiakirja</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Tulostetaan…</translation>
    </message>
    <message>
        <source>The file holds the client's data: keep it only as long as it is needed, and delete it then.</source>
        <translation>Tiedostossa on asiakkaan tietoja: säilytä se vain niin kauan kuin tarvitset, ja poista se sitten.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>%Ln sivu lähetetty tulostimelle</numerusform>
            <numerusform>%Ln sivua lähetetty tulostimelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch the pages from the printer at once.</source>
        <translation>Hae sivut tulostimelta heti.</translation>
    </message>
    <message>
        <source>Copying was written to the access log.</source>
        <translation>Kopiointi kirjattiin käyttölokiin.</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Kopioi tarkistussumma</translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation>Viety tiedostoon {file}</translation>
    </message>
    <message>
        <source>Copied: {count} characters</source>
        <translation>Kopioitu: {count} merkkiä</translation>
    </message>
    <message>
        <source>The checksum is in {file}</source>
        <translation>Tarkistussumma on tiedostossa {file}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Find in the document (Ctrl+F)</source>
        <translation>Etsi asiakirjasta (Ctrl+F)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Pienennä</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Suurenna</translation>
    </message>
    <message>
        <source>Compare with another document…</source>
        <translation>Vertaa toiseen asiakirjaan…</translation>
    </message>
    <message>
        <source>Print… (Ctrl+P)</source>
        <translation>Tulosta… (Ctrl+P)</translation>
    </message>
    <message>
        <source>Write the checksum too (.sha256)</source>
        <translation>Kirjoita myös tarkistussumma (.sha256)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Vie</translation>
    </message>
    <message>
        <source>Original as it came (XML)…</source>
        <translation>Alkuperäinen sellaisenaan (XML)…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Structured form (JSON)…</source>
        <translation>Rakenteinen muoto (JSON)…</translation>
    </message>
    <message>
        <source>Display form (XHTML)…</source>
        <translation>Näyttömuoto (XHTML)…</translation>
    </message>
    <message>
        <source>Display form as PDF…</source>
        <translation>Näyttömuoto PDF:nä…</translation>
    </message>
</context>
</TS>
