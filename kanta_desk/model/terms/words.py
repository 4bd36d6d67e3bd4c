"""The words of the field that pages, reports and commands share, by their English name in code."""

from __future__ import annotations

from kanta_desk.model.text import Text

WORDS: dict[str, Text] = {
    "archivist": Text("arkistonhoitaja", "arkivarie", "archivist"),
    "document": Text("asiakirja", "handling", "document"),
    "metadata": Text("kuvailutiedot", "beskrivningsuppgifter", "metadata"),
    "controller": Text("rekisterinpitäjä", "personuppgiftsansvarig", "controller"),
    "register": Text("rekisteri", "register", "register"),
    "organiser": Text("palvelunjärjestäjä", "tjänsteanordnare", "organiser"),
    "producer": Text("palveluntuottaja", "tjänsteproducent", "producer"),
    "implementer": Text("palveluntoteuttaja", "tjänsteutförare", "implementer"),
    "register_right": Text("rekisterinkäyttöoikeus", "rätt att använda register", "right to use a register"),
    "service_task": Text("palvelutehtävä", "serviceuppgift", "service task"),
    "case": Text("asia", "ärende", "case"),
    "clientship": Text("asiakkuus", "klientskap", "clientship"),
    "client": Text("asiakas", "klient", "client"),
    "invalidate": Text("mitätöidä", "makulera", "invalidate"),
    "replace": Text("korvata", "ersätta", "replace"),
    "version": Text("versio", "version", "version"),
    "deployment_test": Text("käyttöönottokoe", "driftsättningsprov", "deployment test"),
    "access_log": Text("käyttöloki", "användningslogg", "access log"),
    "disclosure_log": Text("luovutusloki", "utlämningslogg", "disclosure log"),
    "purpose": Text("käyttötarkoitus", "användningsändamål", "purpose of use"),
    "basic_pin": Text("perustunnusluku (PIN1)", "baskod (PIN1)", "basic PIN (PIN1)"),
    "signature_pin": Text("allekirjoitustunnusluku (PIN2)", "signaturkod (PIN2)", "signature PIN (PIN2)"),
    "activation_pin": Text("aktivointitunnusluku (PUK)", "aktiveringskod (PUK)", "activation PIN (PUK)"),
    "check": Text("tarkastus", "kontroll", "check"),
    "finding": Text("havainto", "iakttagelse", "finding"),
    "severity": Text("vakavuus", "allvarlighet", "severity"),
}  # fmt: skip
"""The kinds of card are in ``model.people.CARD_TYPE_NAMES``, the acts in ``events.EVENT_NAMES``."""

YES_NO = {True: Text("kyllä", "ja", "yes"), False: Text("ei", "nej", "no")}
