"""What is told of a run of a deployment test that stops, or cannot be found."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import Detail, Told
from kanta_desk.model.text import Text

TEXTS: dict[type[e.KantaError], Told] = {
    e.RealClients: Told(
        Text(
            "Suunnitelman asiakas voi olla oikea ihminen",
            "En klient i planen kan vara en verklig människa",
            "A client of the plan may be a real person",
        ),
        Text(
            "Käyttöönottokoe tehdään testihenkilöillä, joiden henkilötunnuksen yksilönumero on "
            "900–999. Muu tunnus voi olla elävän ihmisen, joten koetta ei aloitettu eikä arkistolta "
            "kysytty mitään.",
            "Driftsättningsprovet görs med testpersoner vars personbeteckning har individnummer "
            "900–999. En annan beteckning kan tillhöra en levande människa, så provet inleddes inte "
            "och arkivet tillfrågades inte.",
            "The deployment test is made with test persons, whose individual number is 900–999. Any "
            "other code may be a living person's, so the test was not begun and the archive was not "
            "asked anything.",
        ),
        Text(
            "Vaihda riveille testihenkilöt. Jos asiakkaiden tietojen katseluun on peruste, käynnistä "
            "koe uudelleen ja kirjoita peruste; se jää käyttölokiin.",
            "Byt till testpersoner på raderna. Om det finns grund att se klienternas uppgifter, starta "
            "provet på nytt och ange grunden; den blir kvar i användningsloggen.",
            "Put test persons on the rows. If there is a basis for looking at the clients' data, start "
            "the test again and write the basis; it stays in the access log.",
        ),
        (Detail("places", Text("Rivit: {value}.", "Rader: {value}.", "Rows: {value}.")),),
    ),
    e.RunUnknown: Told(
        Text(
            "Kokeen ajoa ei löydy",
            "Provets körning finns inte",
            "The run of the test is not there",
        ),
        Text(
            "Tällä rekisterillä ei ole sellaista ajoa, tai sen tallenne on ohjelman toisesta "
            "versiosta.",
            "Registret har ingen sådan körning, eller så är dess journal från en annan version av "
            "programmet.",
            "This register has no such run, or its journal is of another version of the program.",
        ),
        Text(
            "Valitse ajo historiasta, tai aja koe alusta.",
            "Välj en körning i historiken, eller kör provet från början.",
            "Choose a run from the history, or run the test from its beginning.",
        ),
        (Detail("run", Text("Ajo: {value}.", "Körning: {value}.", "Run: {value}.")),),
    ),
}
