"""Why an organisation is controller, organiser or producer of a document, in words."""

from __future__ import annotations

from enum import StrEnum

from kanta_desk.model.text import Text


class Operation(StrEnum):
    """The kind of operation in which a document came to be where it is."""

    OWN = "own"
    BY_RIGHT = "by right"
    PASSED_ON = "passed on"
    UNCLEAR = "unclear"


OPERATION_NAMES: dict[Operation, Text] = {
    Operation.OWN: Text(
        "Omaa toimintaa: palvelun järjestäjä on sen myös tuottanut",
        "Egen verksamhet: tjänsteanordnaren har också producerat tjänsten",
        "Own operation: the organiser of the service has also produced it",
    ),
    Operation.BY_RIGHT: Text(
        "Tuottaja on tallentanut järjestäjän rekisteriin rekisterinkäyttöoikeudella",
        "Producenten har lagrat i anordnarens register med rätt att använda registret",
        "The producer has stored into the organiser's register by right to use the register",
    ),
    Operation.PASSED_ON: Text(
        "Rekisteri on siirtynyt toiselle rekisterinpitäjälle",
        "Registret har övergått till en annan personuppgiftsansvarig",
        "The register has passed to another controller",
    ),
    Operation.UNCLEAR: Text(
        "Kuvailutiedoista ei selviä, kenen toimintaa tämä on",
        "Beskrivningsuppgifterna visar inte vems verksamhet detta är",
        "The metadata do not tell whose operation this is",
    ),
}

_ORGANISES = Text(
    "Vastaa asiakirjasta, koska se järjestää palvelun: palvelunjärjestäjä on rekisterinpitäjä.",
    "Ansvarar för handlingen eftersom den anordnar tjänsten: tjänsteanordnaren är personuppgiftsansvarig.",
    "Answers for the document because it organises the service: the organiser is the controller.",
)
_ORGANISER = Text(
    "On velvollinen järjestämään palvelun ja päättää siitä, kuka sen tuottaa.",
    "Är skyldig att ordna tjänsten och bestämmer vem som producerar den.",
    "Is bound to organise the service, and decides who produces it.",
)
_UNIT = Text(
    "Yksikkö, jossa asiakirja on laadittu.",
    "Enheten där handlingen har upprättats.",
    "The unit where the document was made.",
)
_IMPLEMENTER = Text(
    "Antaa palvelun käytännössä, tuottajan lukuun.",
    "Ger tjänsten i praktiken, för producentens räkning.",
    "Gives the service in practice, on the producer's behalf.",
)
_SAYS = Text(
    "Näin kuvailutiedoissa sanotaan.",
    "Så står det i beskrivningsuppgifterna.",
    "So the metadata say.",
)

WHY: dict[Operation, dict[str, Text]] = {
    Operation.OWN: {
        "controller": _ORGANISES,
        "organiser": _ORGANISER,
        "producer": Text(
            "Tuottaa palvelun itse; siksi asiakirja on sen omassa rekisterissä.",
            "Producerar tjänsten själv; därför finns handlingen i dess eget register.",
            "Produces the service itself; so the document is in its own register.",
        ),
        "implementer": _IMPLEMENTER,
        "service_unit": _UNIT,
    },
    Operation.BY_RIGHT: {
        "controller": Text(
            "Vastaa asiakirjasta, koska se järjestää palvelun, vaikka toinen tuottaa sen. Vain se, ja sen luvalla tuottaja, saa käyttää rekisteriä.",
            "Ansvarar för handlingen eftersom den anordnar tjänsten, fast en annan producerar den. Bara den, och med dess tillstånd producenten, får använda registret.",
            "Answers for the document because it organises the service, though another produces it. It alone may use the register, and with its permission the producer.",
        ),
        "organiser": _ORGANISER,
        "producer": Text(
            "Tuottaa palvelun järjestäjän lukuun ja on tallentanut asiakirjan järjestäjän rekisteriin. Asiakirja ei ole tuottajan oma.",
            "Producerar tjänsten för anordnarens räkning och har lagrat handlingen i anordnarens register. Handlingen är inte producentens egen.",
            "Produces the service on the organiser's behalf and has stored the document into the organiser's register. The document is not the producer's own.",
        ),
        "implementer": _IMPLEMENTER,
        "service_unit": _UNIT,
    },
    Operation.PASSED_ON: {
        "controller": Text(
            "Oli rekisterinpitäjä, kun asiakirja tallennettiin.",
            "Var personuppgiftsansvarig när handlingen lagrades.",
            "Was the controller when the document was stored.",
        ),
        "active_controller": Text(
            "Vastaa rekisteristä nyt: se on saanut sen entiseltä rekisterinpitäjältä, esimerkiksi toimintansa lopettaneelta palvelunantajalta.",
            "Ansvarar för registret nu: det har fått det av den tidigare personuppgiftsansvarige, till exempel en tillhandahållare som har upphört.",
            "Answers for the register now: it received it from the former controller, such as a provider that has ceased.",
        ),
        "organiser": Text(
            "Järjesti palvelun, kun asiakirja laadittiin.",
            "Anordnade tjänsten när handlingen upprättades.",
            "Organised the service when the document was made.",
        ),
        "producer": Text(
            "Tuotti palvelun, kun asiakirja laadittiin.",
            "Producerade tjänsten när handlingen upprättades.",
            "Produced the service when the document was made.",
        ),
        "implementer": _IMPLEMENTER,
        "service_unit": _UNIT,
    },
    Operation.UNCLEAR: dict.fromkeys(
        ("controller", "active_controller", "organiser", "producer", "implementer", "service_unit"),
        _SAYS,
    ),
}
"""By the kind of operation and the metadata field: why the party has that role."""

UNCLEAR: dict[str, Text] = {
    "controller": Text(
        "Rekisterinpitäjä puuttuu, joten ei tiedetä, kenen rekisteriin asiakirja kuuluu. Pyydä tuottajaa tai toimittajaa korjaamaan asiakirja.",
        "Den personuppgiftsansvarige saknas, så det är okänt vems register handlingen hör till. Be producenten eller leverantören rätta handlingen.",
        "The controller is missing, so it is not known whose register the document belongs to. Ask the producer or the vendor to correct it.",
    ),
    "organiser": Text(
        "Palvelunjärjestäjä ja rekisterinpitäjä ovat eri organisaatioita, vaikka järjestäjä on rekisterinpitäjä. Toinen niistä on luultavasti väärin.",
        "Tjänsteanordnaren och den personuppgiftsansvarige är olika organisationer, fast anordnaren är personuppgiftsansvarig. Den ena är troligen fel.",
        "The organiser and the controller are different organisations, though the organiser is the controller. One of them is probably wrong.",
    ),
    "producer": Text(
        "Palveluntuottajaa ei ole ilmoitettu, vaikka asiakirja on laadittu muussa organisaatiossa kuin rekisterinpitäjän.",
        "Tjänsteproducenten har inte angetts, fast handlingen har upprättats i en annan organisation än den personuppgiftsansvariges.",
        "The producer is not told, though the document was made in another organisation than the controller's.",
    ),
}
"""What does not fit together."""

OLD = Text(
    "Vanha asiakirja: se on laadittu ennen kuin organisaatio liittyi Kantaan ja tallennettu jälkikäteen. Roolit on merkitty tallennettaessa.",
    "Gammal handling: den har upprättats innan organisationen anslöt sig till Kanta och lagrats i efterhand. Rollerna har antecknats vid lagringen.",
    "Old document: it was made before the organisation joined Kanta and stored afterwards. The roles were noted when it was stored.",
)
