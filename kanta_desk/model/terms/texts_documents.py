"""What is told of showing, printing and saving documents."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import Told
from kanta_desk.model.text import Text

TEXTS: dict[type[e.KantaError], Told] = {
    e.PrintingFailed: Told(
        Text("Tulostus ei onnistunut", "Utskriften misslyckades", "Printing failed"),
        Text(
            "Tulostin ei ottanut asiakirjaa vastaan. Osa sivuista on voinut tulostua.",
            "Skrivaren tog inte emot handlingen. En del av sidorna kan ha skrivits ut.",
            "The printer did not take the document. Some of the pages may have been printed.",
        ),
        Text(
            "Tarkista, että tulostin on päällä ja yhteydessä, ja hae tulostuneet sivut pois. "
            "Yritä sitten uudelleen tai valitse toinen tulostin.",
            "Kontrollera att skrivaren är på och ansluten och hämta de utskrivna sidorna. "
            "Försök sedan på nytt eller välj en annan skrivare.",
            "Check that the printer is on and connected, and fetch the printed pages. Then try "
            "again, or choose another printer.",
        ),
    ),
}
