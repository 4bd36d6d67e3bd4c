"""One event of the access log in full, line by line: what is not there is left out."""

from __future__ import annotations

from kanta_desk.cli import words
from kanta_desk.cli.output import say
from kanta_desk.cli.program import Program
from kanta_desk.cli.values import labelled
from kanta_desk.model.event_details import Grounds
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, Event
from kanta_desk.model.people import role_words
from kanta_desk.model.text import Text
from kanta_desk.model.time import finnish_time

_TASK = Text("Työtehtävä", "Arbetsuppgift", "Acted as")
_CARD = Text("Kortin numero", "Kortets nummer", "Card's number")
_BEHALF = Text("Kenen lukuun", "För vems räkning", "On behalf of")
_RIGHT = Text("Rekisterinkäyttöoikeus", "Rätt att använda registret", "Right to use the register")
_YES, _NO = Text("kyllä", "ja", "yes"), Text("ei", "nej", "no")
_FLAGS = Text("Asiakkaan merkinnät", "Markeringar om klienten", "Client's flags")
_CATEGORY = Text("Tietoluokka", "Uppgiftskategori", "Category of data")
_PROCESS = Text("Palveluprosessi", "Serviceprocess", "Service process")
_ORIGIN = Text("Tiedon lähde", "Uppgifternas källa", "Source of data")
_CONTEXT = Text("Asiayhteys", "Sammanhang", "Context")
_SPECIAL = Text("Erityinen syy", "Särskilt skäl", "Special reason")
_REASON = Text("Perustelu", "Motivering", "Reason")
_EMERGENCY = Text("Hätäkäyttö", "Nödanvändning", "Emergency use")
_SHOWN = Text("Näytettyjä", "Visade", "Shown")
_DWELL = Text("Katselun kesto (ms)", "Visningens längd (ms)", "Time shown (ms)")
_EXPLAINED = Text("Virheen selite", "Förklaring till felet", "Error in words")
_CHANGE = Text("Muutos", "Ändring", "Change")
_CLOCK = Text("Kello", "Klocka", "Clock")
_SYSTEM = Text("Järjestelmä", "System", "System")
_ANSWER = Text("Vastauksen tunniste", "Svarets id", "Answer's id")


def say_event(program: Program, event: Event) -> None:
    """Write an event's lines to standard output."""
    subject, actor, t = event.subject, event.actor, program.text
    change, clock = event.change, event.clock
    zone = "" if clock.zone_min is None else f"UTC{clock.zone_min / 60:+g}"
    shown = [
        (words.EVENT_NUMBER, event.ref.short),
        (words.EVENT_TIME, finnish_time(event.time, seconds=True)),
        (_CLOCK, " · ".join(filter(None, (clock.state, zone)))),
        (words.EVENT_KIND, f"{t(EVENT_NAMES[event.kind])} · {t(PHASE_NAMES[event.phase])}"),
        (words.EVENT_USER, f"{actor.user_name} ({actor.user_id})"),
        (words.EVENT_ROLE, role_words(actor.role, program.language)),
        (_TASK, role_words(actor.task, program.language) if actor.task else ""),
        (words.EVENT_UNIT, actor.unit_name),
        (_CARD, actor.card_id),
        (words.EVENT_CLIENT, f"{subject.client_name} {subject.client_id}".strip()),
        (_FLAGS, ", ".join(subject.client_flags)),
        (words.EVENT_DOCUMENT, subject.document_oid),
        (words.EVENT_DOCUMENTS, " ".join(subject.documents)),
        (_CATEGORY, subject.category),
        (_PROCESS, subject.process),
        (_ORIGIN, subject.origin),
        (words.EVENT_QUERY, subject.query),
        (words.EVENT_REGISTER, f"{event.controller_name} ({event.controller_oid})"),
        (words.EVENT_PURPOSE, event.purpose),
        (_BEHALF, event.for_whom),
        *_grounds(program, event.grounds),
        (words.EVENT_RESULT, _number(event.result_count)),
        (_SHOWN, _number(event.shown_count)),
        (_DWELL, _number(event.dwell_ms)),
        (words.EVENT_ERROR, event.error_code),
        (_EXPLAINED, event.error_text),
        (_CHANGE, _joined(change.before, change.after, change.reason, change.approver)),
        (words.EVENT_STATION, f"{event.workstation} · {event.os_user} · {event.software}"),
        (_SYSTEM, event.system_oid),
        (_ANSWER, event.answer_ref),
        (words.EVENT_HASH, event.leaf_hash),
    ]
    for line in labelled(shown, program.language):
        say(line)


def _grounds(program: Program, grounds: Grounds) -> list[tuple[Text, str]]:
    right = grounds.register_right
    used = "" if right is None else program.text(_YES if right else _NO)
    return [
        (_RIGHT, f"{used} {grounds.right_service}".strip()),
        (_CONTEXT, _joined(grounds.context_type, grounds.context_id, grounds.context_state)),
        (_SPECIAL, grounds.special_reason),
        (_REASON, grounds.reason),
        (_EMERGENCY, program.text(_YES) if grounds.emergency else ""),
    ]


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
