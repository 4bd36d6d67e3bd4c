<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_US">
<context>
    <name>FirstForm</name>
    <message>
        <source>Register</source>
        <translation>Rekisteri</translation>
    </message>
    <message>
        <source>Controller's OID</source>
        <translation>Rekisterinpitäjän OID</translation>
    </message>
    <message>
        <source>Controller's name</source>
        <translation>Rekisterinpitäjän nimi</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Päätöksen numero</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>Päätöksen päivä</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Päättäjä</translation>
    </message>
    <message>
        <source>Begin as the first administrator</source>
        <translation>Aloita ensimmäisenä pääkäyttäjänä</translation>
    </message>
    <message>
        <source>The rights of rights.toml do not hold before an administrator brings them in. That is done now, with your card and on a decision of the controller.</source>
        <translation>Tiedoston rights.toml oikeudet eivät ole voimassa, ennen kuin pääkäyttäjä tuo ne. Se tehdään nyt kortillasi ja rekisterinpitäjän päätöksellä.</translation>
    </message>
    <message>
        <source>Nobody has rights at this desk yet. Your card makes you the administrator, on a decision of the controller. It is written to the access log.</source>
        <translation>Kenelläkään ei ole vielä oikeuksia. Kortillasi sinusta tulee pääkäyttäjä rekisterinpitäjän päätöksellä. Se kirjataan käyttölokiin.</translation>
    </message>
</context>
<context>
    <name>GrantForm</name>
    <message>
        <source>Card</source>
        <translation>Kortti</translation>
    </message>
    <message>
        <source>Identifier on the card</source>
        <translation>Tunniste kortilla</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rooli</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Peruste</translation>
    </message>
    <message>
        <source>Name of the mandate</source>
        <translation>Valtuuden nimi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>Päätöksen päivä</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Päättäjä</translation>
    </message>
    <message>
        <source>Mandate begins</source>
        <translation>Valtuus alkaa</translation>
    </message>
    <message>
        <source>Mandate ends</source>
        <translation>Valtuus päättyy</translation>
    </message>
    <message>
        <source>Right begins</source>
        <translation>Oikeus alkaa</translation>
    </message>
    <message>
        <source>Right ends</source>
        <translation>Oikeus päättyy</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>toistaiseksi</translation>
    </message>
    <message>
        <source>The right is written to the access log with your name, and holds from the next act on.</source>
        <translation>Oikeus kirjataan käyttölokiin nimelläsi, ja se on voimassa seuraavasta toiminnosta alkaen.</translation>
    </message>
    <message>
        <source>Grant the right</source>
        <translation>Myönnä oikeus</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Sulje lomake</translation>
    </message>
    <message>
        <source>Details of the right</source>
        <translation>Oikeuden tiedot</translation>
    </message>
    <message>
        <source>Renew the right</source>
        <translation>Jatka oikeutta</translation>
    </message>
    <message>
        <source>Grant a right</source>
        <translation>Myönnä oikeus</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>Suomi.fi mandate</source>
        <translation>Suomi.fi-valtuus</translation>
    </message>
    <message>
        <source>Fill in: {field}</source>
        <translation>Täytä: {field}</translation>
    </message>
    <message>
        <source>The day cannot be read. Write it as 22.11.2026.</source>
        <translation>Päivää ei voi lukea. Kirjoita se muodossa 22.11.2026.</translation>
    </message>
</context>
<context>
    <name>GrantView</name>
    <message>
        <source>Opens in your browser; the registration number is copied for the search.</source>
        <translation>Avautuu selaimeesi; rekisteröintinumero kopioidaan hakua varten.</translation>
    </message>
    <message>
        <source>Why is the right revoked?</source>
        <translation>Miksi oikeus perutaan?</translation>
    </message>
    <message>
        <source>Reason for revoking</source>
        <translation>Perumisen syy</translation>
    </message>
    <message>
        <source>Revoke the right</source>
        <translation>Peru oikeus</translation>
    </message>
    <message>
        <source>Renew the right…</source>
        <translation>Jatka oikeutta…</translation>
    </message>
    <message>
        <source>A revoked right ends at once, in open sessions too.</source>
        <translation>Peruttu oikeus lakkaa heti, myös avoimissa istunnoissa.</translation>
    </message>
    <message>
        <source>The chosen right</source>
        <translation>Valittu oikeus</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Peruste</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Myönnetty</translation>
    </message>
    <message>
        <source>The person granted the right to himself or herself.</source>
        <translation>Henkilö on myöntänyt oikeuden itselleen.</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
</context>
<context>
    <name>GrantsModel</name>
    <message>
        <source>Person</source>
        <translation>Henkilö</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rooli</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Peruste</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>päättyy pian</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Invalidation</source>
        <translation>Mitätöinti</translation>
    </message>
    <message>
        <source>Changes of rights</source>
        <translation>Oikeuksien muutokset</translation>
    </message>
    <message>
        <source>The register and its changes</source>
        <translation>Rekisteri ja sen muutokset</translation>
    </message>
    <message>
        <source>One person proposes an invalidation, another confirms it.</source>
        <translation>Yksi henkilö ehdottaa mitätöintiä, toinen vahvistaa sen.</translation>
    </message>
    <message>
        <source>One person is enough for an invalidation.</source>
        <translation>Mitätöintiin riittää yksi henkilö.</translation>
    </message>
    <message>
        <source>Let one person be enough</source>
        <translation>Yksi henkilö riittää</translation>
    </message>
    <message>
        <source>Require two persons</source>
        <translation>Vaadi kaksi henkilöä</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Rights, those in force first</source>
        <translation>Oikeudet, voimassa olevat ensin</translation>
    </message>
    <message>
        <source>Also ended and revoked</source>
        <translation>Myös päättyneet ja perutut</translation>
    </message>
    <message>
        <source>Grant a right…</source>
        <translation>Myönnä oikeus…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Tuo…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Vie…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Raportti…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Muutokset</translation>
    </message>
    <message>
        <source>You may not look at the access rights</source>
        <translation>Et voi katsella käyttöoikeuksia</translation>
    </message>
    <message>
        <source>Access rights</source>
        <translation>Käyttöoikeudet</translation>
    </message>
    <message>
        <source>Reading the rights…</source>
        <translation>Luetaan oikeuksia…</translation>
    </message>
    <message>
        <source>The right was revoked</source>
        <translation>Oikeus peruttiin</translation>
    </message>
    <message>
        <source>An invalidation now takes two persons</source>
        <translation>Mitätöintiin tarvitaan nyt kaksi henkilöä</translation>
    </message>
    <message>
        <source>One person is now enough for an invalidation</source>
        <translation>Mitätöintiin riittää nyt yksi henkilö</translation>
    </message>
    <message>
        <source>Writing the change to the access log…</source>
        <translation>Kirjataan muutosta käyttölokiin…</translation>
    </message>
    <message>
        <source>The right was granted</source>
        <translation>Oikeus myönnettiin</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) were imported</source>
        <translation>
            <numerusform>Tuotiin %Ln oikeus</numerusform>
            <numerusform>Tuotiin %Ln oikeutta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%Ln oikeus</numerusform>
            <numerusform>%Ln oikeutta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln henkilö</numerusform>
            <numerusform>%Ln henkilöä</numerusform>
        </translation>
    </message>
    <message>
        <source>To be noticed</source>
        <translation>Huomattavaa</translation>
    </message>
    <message>
        <source>The register opens in your browser</source>
        <translation>Rekisteri avautuu selaimeesi</translation>
    </message>
    <message>
        <source>The registration number {number} was copied.</source>
        <translation>Rekisteröintinumero {number} kopioitiin.</translation>
    </message>
    <message>
        <source>Choose a file of rights</source>
        <translation>Valitse oikeustiedosto</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Taulukot (*.csv)</translation>
    </message>
    <message>
        <source>Export the rights</source>
        <translation>Vie oikeudet</translation>
    </message>
    <message>
        <source>Save the report on rights</source>
        <translation>Tallenna oikeuksien raportti</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>access-rights-{day}</source>
        <translation>kayttooikeudet-{day}</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Tiedosto kirjoitettiin</translation>
    </message>
</context>
</TS>
