"""What the options of the deployment test's papers say."""

from __future__ import annotations

from kanta_desk.model.text import Text

ANNEX = Text(
    "todistusaineisto omana liitteenään raportin viereen",
    "bevisen som egen bilaga bredvid rapporten",
    "the evidence as an annex of its own beside the report",
)
XLSX = Text(
    "sama työkirjana (XLSX) raportin viereen",
    "samma som arbetsbok (XLSX) bredvid rapporten",
    "the same as a workbook (XLSX) beside the report",
)
VERDICT = Text(
    "tulos ohjelmille (JSON) raportin viereen",
    "resultatet för program (JSON) bredvid rapporten",
    "the verdict for programs (JSON) beside the report",
)
MAIL = Text(
    "sähköpostiluonnos Kelalle (EML) liitteineen raportin viereen; mitään ei lähetetä",
    "utkast till e-post till FPA (EML) med bilagor bredvid rapporten; inget skickas",
    "a draft of the letter to Kela (EML) with the papers beside the report; nothing is sent",
)
SIGN = Text(
    "allekirjoita raportti kortilla; kysyy PIN2:n",
    "underteckna rapporten med kortet; frågar efter PIN2",
    "sign the report with the card; asks for PIN2",
)
PERFORMER = Text(
    "kokeen tekijä raporttiin; voi antaa monta kertaa",
    "den som gjorde provet, för rapporten; kan anges flera gånger",
    "who held the test, for the report; may be given several times",
)
PRODUCTION = Text(
    "tuotantokäytön alkamispäivä raporttiin",
    "dagen då produktionsbruket börjar, för rapporten",
    "the day on which production begins, for the report",
)
NO_REPORT = Text(
    "nimeä raportti (--report FILE): muut paperit kirjoitetaan sen viereen",
    "namnge rapporten (--report FILE): de andra dokumenten skrivs bredvid den",
    "name the report (--report FILE): the other papers are written beside it",
)
