"""What the bar at the top of the window says of the connection."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

PRODUCTION = Text(
    "TUOTANTO – oikeiden asiakkaiden tiedot",
    "PRODUKTION – verkliga klienters uppgifter",
    "PRODUCTION – real clients' data",
)
CONFIRM = Text("Jatka tuotannossa", "Fortsätt i produktion", "Go on in production")
EXPIRED = Text(
    "Yhteyden varmenne on vanhentunut",
    "Anslutningens certifikat har gått ut",
    "The connection's certificate has expired",
)
EXPIRES = Counted(
    Text(
        "Yhteyden varmenne vanhenee {n} päivän kuluttua",
        "Anslutningens certifikat går ut om {n} dag",
        "The connection's certificate expires in {n} day",
    ),
    Text(
        "Yhteyden varmenne vanhenee {n} päivän kuluttua",
        "Anslutningens certifikat går ut om {n} dagar",
        "The connection's certificate expires in {n} days",
    ),
)
SKEWED = Counted(
    Text(
        "Tietokoneen ja arkiston kellot eroavat {n} minuutin",
        "Datorns och arkivets klockor skiljer sig med {n} minut",
        "This computer's clock and the archive's differ by {n} minute",
    ),
    Text(
        "Tietokoneen ja arkiston kellot eroavat {n} minuuttia",
        "Datorns och arkivets klockor skiljer sig med {n} minuter",
        "This computer's clock and the archive's differ by {n} minutes",
    ),
)
CHOOSE = Text(
    "Yhteyksiä on useita; käytössä on {name}. Toisen voi valita: --connection NIMI",
    "Det finns flera anslutningar; {name} används. En annan kan väljas: --connection NAMN",
    "There are several connections; {name} is used. Choose another by --connection NAME",
)
