"""The entry: canonical, complete, and read back as it was written."""

from __future__ import annotations

import json
import unicodedata
from base64 import b64encode
from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog import entry
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.model.documents import Party
from kanta_desk.model.event_details import (
    CASE,
    LOCAL,
    NO_CLIENT,
    NO_GROUNDS,
    SAFETY_BAN,
    USUAL_CLOCK,
    Change,
    ClockReading,
    Grounds,
)
from kanta_desk.model.events import (
    EVENT_NAMES,
    PHASE_NAMES,
    Actor,
    Event,
    EventKind,
    EventRef,
    Intent,
    LogHead,
    Outcome,
    Phase,
    Subject,
    TreeHead,
    TreeName,
)
from kanta_desk.model.identifiers import Oid
from tests.helpers.events import CLIENT, CONTEXT, DONE, MAIJA, act

STATION = entry.Station("TYO-1", "maija", "Kanta Desk 0.1.0")
NOW = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
TREE = TreeName("1.2.246.10.99999990.10.0/1", 2026)


NO_PURPOSE = replace(CONTEXT, purpose=replace(CONTEXT.purpose, code=""))


def at(seq: int) -> EventRef:
    return EventRef(TREE.register, TREE.year, seq)


# Stored text is NFC on one line; anything else is made so before it is stored.
_texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_numbers = st.none() | st.integers(-(2**53), 2**53)


_elsewhere = st.builds(
    EventRef, st.sampled_from([TREE.register, "vanha"]), st.integers(2020, 2025), st.integers(1, 99)
)


_whole = st.none() | st.integers(0, 2**53)
_grounds = st.builds(
    Grounds, _texts, _texts, _texts, st.sampled_from((None, True, False)), _texts, _texts, _texts,
    st.booleans(),
)  # fmt: skip
_usual = st.sampled_from((NO_GROUNDS, Grounds()))
_lists = st.lists(_texts.filter(bool), max_size=3).map(tuple)
_ids = st.binary(min_size=16, max_size=16).map(lambda b: b64encode(b).decode()[:22])


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event that the log could hold."""
    moment = draw(st.datetimes(datetime(2020, 1, 1), datetime(2120, 1, 1), timezones=st.just(UTC)))
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    return Event(
        at(draw(st.integers(1, 2**53))),
        draw(_ids),
        moment,
        draw(st.sampled_from(EventKind) | st.just(EventKind("UUSI_LAJI"))),
        draw(st.sampled_from(Phase) | st.just(Phase("hyväksyttiin"))),
        draw(st.builds(Actor, *[_texts] * 11)),
        *draw(st.tuples(_texts, _texts, _texts, _texts)),
        draw(
            st.builds(
                Subject, _texts, _texts, _texts, _numbers, _texts, _texts, _texts, _texts, _lists,
                _lists, _texts, _texts, _texts,
            )
        ),
        draw(_texts),
        draw(_numbers),
        *draw(st.tuples(_texts, _texts, _texts, _texts)),
        draw(st.none() | st.builds(at, st.integers(1, 2**53)) | _elsewhere),
        "00" * 32,
        draw(_texts),
        draw(_texts),
        draw(_whole),
        draw(_whole),
        draw(_texts),
        draw(_texts),
        draw(_texts),
        draw(_usual | _grounds),
        draw(st.builds(Change, _texts, _texts, _texts, _texts)),
        draw(st.builds(ClockReading, _whole, st.none() | st.integers(-900, 900), _texts)),
    )  # fmt: skip


@given(events())
def test_an_event_is_read_back_as_it_was_written(event: Event) -> None:
    assert entry.decode(entry.encode(event), bytes(32), TREE) == event


@given(events())
def test_the_text_is_canonical_json_that_any_other_writer_gives_too(event: Event) -> None:
    text = entry.encode(event)

    array = json.loads(text)

    assert json.dumps(array, ensure_ascii=False, separators=(",", ":")).encode() == text
    assert len(entry.places(text)) == entry.LENGTH
    assert array[-1] is not None
    assert text.startswith(entry.beginning_of(event.seq))


def test_fields_have_the_places_that_searches_and_exports_count_on() -> None:
    outcome = Outcome(Phase.FAILED, "KD-5001", 3, evidence="todiste")
    intent = act(client_id=CLIENT, document_oid="1.2", document_version=2, documents=("1.3",))
    array = entry.places(entry.encode(entry.first_event(intent, outcome, STATION, at(7), NOW)))

    assert array[0:2] == [1, 7]
    assert array[3] == 1795348800123
    assert array[5:8] == ["KATSELU", "epäonnistui", [8, "KD-5001", None]]
    assert array[8:10] == [MAIJA.user_id, MAIJA.user_name]
    assert array[13] is None
    assert array[14] == ["1.2.246.10.99999990.10.0", "1", "Hoiva Esimerkki Oy"]
    assert array[16:18] == [CLIENT, None]
    assert array[19] == ["1.2", 2, None]
    assert array[23] == "1"
    assert array[28] == [3, None]
    assert array[31:34] == [[None, "Kanta Desk 0.1.0"], ["TYO-1", "maija"], "istunto-1"]
    assert array[35:37] == [None, [["1.3"], "todiste"]]


def test_two_entries_of_one_event_differ_by_their_nonce_alone() -> None:
    event = entry.first_event(act(), None, STATION, at(1), NOW)
    one, two = (json.loads(entry.encode(event)) for _ in range(2))

    assert one[2].pop() != two[2].pop()
    assert one == two


def test_the_event_id_is_a_time_ordered_uuid_and_never_the_same() -> None:
    ids = [entry.first_event(act(), None, STATION, at(1), NOW).uuid for _ in range(50)]

    assert len(set(ids)) == 50
    for text in ids:
        uuid = UUID(text)
        assert (uuid.version, uuid.variant) == (7, "specified in RFC 4122")
        assert uuid.int >> 80 == 1795348800123


def test_text_from_outside_is_made_one_line_of_whole_characters() -> None:
    odd = act(client_name="A\u0308ija\n\x00\ud800nen")

    event = entry.decode(
        entry.encode(entry.first_event(odd, None, STATION, at(1), NOW)), leaf_hash(b""), TREE
    )

    assert event.subject.client_name == "Äija  ?nen"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Äijä Önnerstrand ☺", "Äijä Önnerstrand ☺"),
        ('Matti "Masa" \\ Oy', 'Matti "Masa" \\ Oy'),
        ("A\u0308ija\u0301", "Äijá"),
        ("rivi\ntoinen\x7f\x1f", "rivi toinen  "),
        ("\ud800", "?"),
    ],
)
@pytest.mark.parametrize("place", ["client_name", "query", "documents", "role"])
def test_a_text_is_kept_the_same_way_wherever_it_stands(place: str, said: str, kept: str) -> None:
    actor, subject = MAIJA, Subject(client_id=CLIENT)
    match place:
        case "role":
            actor = replace(actor, role=said)
        case "documents":
            subject = replace(subject, documents=("1.2", said))
        case "query":
            subject = replace(subject, query=said)
        case _:
            subject = replace(subject, client_name=said)
    intent = replace(act(), actor=actor, subject=subject)
    asked = entry.first_event(intent, None, STATION, at(1), NOW)

    text, as_it_was = entry.encoded(asked)

    read = entry.decode(text, bytes(32), TREE)
    told = (read.actor.role, read.subject.client_name, read.subject.query, *read.subject.documents)
    assert kept in told
    assert not as_it_was or replace(read, leaf_hash="") == asked
    assert (said == kept) or not as_it_was


def test_an_outcome_fills_only_what_the_intent_left_open() -> None:
    asked = entry.first_event(act(client_id=CLIENT, document_oid="1.2"), None, STATION, at(1), NOW)
    told = Subject(client_id="toinen", client_name="Aino Esimerkki", document_version=2)

    settled = entry.settling_event(asked, Outcome(Phase.DONE, subject=told), STATION, at(2), NOW)

    assert settled.subject == Subject(
        client_id=CLIENT, client_name="Aino Esimerkki", document_oid="1.2", document_version=2
    )
    assert (settled.actor, settled.purpose) == (asked.actor, asked.purpose)
    assert settled.intent_ref == at(1)
    assert settled.event_id != asked.event_id


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b"[1,2]", b"null", b"[2" + b",1" * 40 + b"]"])
def test_what_is_no_entry_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="not an entry"):
        entry.decode(text, bytes(32), TREE)


@pytest.mark.parametrize(
    ("intent", "phase"),
    [
        (act(actor=Actor("", "Maija")), Phase.INTENT),
        (act(actor=Actor("999", " ")), Phase.INTENT),
        (Intent(EventKind.LOCK, Actor("", ""), CONTEXT), Phase.DONE),
        (Intent(EventKind.LOG_SEARCH, Actor("", ""), CONTEXT), Phase.INTENT),
        (Intent(EventKind.SIGN_IN, Actor("", ""), CONTEXT), Phase.DONE),
        (Intent(EventKind.LOCK, MAIJA, NO_PURPOSE), Phase.INTENT),
    ],
)
def test_an_event_without_what_the_law_asks_is_refused(intent: Intent, phase: Phase) -> None:
    with pytest.raises(ValueError, match="mandatory"):
        entry.demand_complete(intent, phase)


@pytest.mark.parametrize(
    ("intent", "phase"),
    [
        (Intent(EventKind.SIGN_IN, Actor("", ""), CONTEXT), Phase.INTENT),
        (Intent(EventKind.SIGN_IN, Actor("", ""), CONTEXT), Phase.FAILED),
        (Intent(EventKind.LOCK, MAIJA, CONTEXT), DONE.phase),
        (act(), Phase.INTENT),
    ],
)
def test_a_sign_in_that_fails_needs_no_user(intent: Intent, phase: Phase) -> None:
    entry.demand_complete(intent, phase)


def test_an_entry_of_the_old_form_is_read_as_it_is() -> None:
    old = (
        b'[1,7,["01939ddb-2a23-7aaa-8000-000000000001","AAAAAAAAAAAAAAAAAAAAAA=="],1795348800123,'
        b'[null,null,null],"KATSELU","toteutui",[0,null,null],"999","Maija",[null,null,null],'
        b'[null,null],[null,null,null],"1.2",["1.2","1","Hoiva"],null,null,null,null,'
        b'[null,null,null],[null,null],[null,null],null,"1",[null,null,null],[null,null],null,null,'
        b'[null,null],null,null,[null,"Kanta Desk 0.1.0"],["TYO-1","maija"],null,[null,null],6,'
        b"[[],null]]"
    )
    event = entry.decode(old, bytes(32), TREE)

    assert event.uuid == event.event_id == "01939ddb-2a23-7aaa-8000-000000000001"
    assert (event.grounds, event.clock, event.on_behalf) == (NO_GROUNDS, USUAL_CLOCK, "1.2")
    assert (event.ref, event.intent_ref) == (at(7), at(6))
    assert (event.register_key, event.subject.documents) == ("1.2/1", ())


def test_evidence_keeps_its_lines() -> None:
    intent = act()
    outcome = Outcome(Phase.DONE, evidence="yksi 1 AA==\nkaksi 2 BB==\n")
    text = entry.encode(entry.first_event(intent, outcome, STATION, at(1), NOW))

    assert entry.decode(text, bytes(32), TREE).evidence == outcome.evidence


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026/15", EventRef("1.2/1", 2026, 15)),
        (" vanha/2026/15 ", EventRef("vanha", 2026, 15)),
        ("1.2.246.10/A-b/2025/1", EventRef("1.2.246.10/A-b", 2025, 1)),
    ],
)
def test_an_event_s_number_is_read_short_and_whole(text: str, read: EventRef) -> None:
    assert EventRef.parse(text, "1.2/1") == read
    assert EventRef.parse(str(read)) == read
    assert EventRef.parse(read.short, read.register) == read


@pytest.mark.parametrize("text", ["", "15", "2026/0", "2026/", "26/1", "2026/1/x", "2026/ 1"])
def test_what_is_no_number_of_an_event_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="2026/15"):
        EventRef.parse(text, "1.2/1")


def test_heads_are_read_back_from_their_text() -> None:
    head = LogHead(
        (TreeHead(TREE, 21, bytes(range(32))), TreeHead(TreeName("vanha", 2025), 3, bytes(32)))
    )

    assert LogHead.parse(head.text) == head
    assert str(head).startswith("24:")
    assert head.of(TREE) == head.trees[0]


def test_what_is_told_only_seldom_has_its_place_too() -> None:
    intent = Intent(
        EventKind.VIEW,
        replace(MAIJA, task="auditor", card_type="staff", card_id="9246"),
        CONTEXT,
        Subject(
            client_id=CLIENT,
            document_oid="1.2",
            client_flags=(SAFETY_BAN,),
            document_type="1000",
            category="EHDS-1",
            service_task="10",
            process="5",
            origin=LOCAL,
        ),
        "kysely-1",
        grounds=Grounds(CASE, "A-1", "auki", False, "P-1", "S-1", "huoli", True),
        on_behalf="1.2.9",
    )
    outcome = Outcome(
        Phase.DONE,
        "KD-5003",
        9,
        error_text="host=arkisto",
        shown_count=3,
        dwell_ms=61_000,
        answer_ref="vastaus-1",
        change=Change("valid", "invalidated", "11", "999"),
        clock=ClockReading(7, 0, "moved 400 s"),
    )
    event = entry.first_event(intent, outcome, STATION, at(7), NOW)

    array = entry.places(entry.encode(event))

    assert array[4] == [7, 0, "moved 400 s"]
    assert array[7] == [0, "KD-5003", "host=arkisto"]
    assert array[10] == ["archivist", None, "auditor"]
    assert array[12] == ["staff", None, "9246"]
    assert (array[13], array[15]) == ("1.2.9", [0, "P-1"])
    assert (array[18], array[20], array[21]) == ([SAFETY_BAN], ["1000", "EHDS-1"], ["10", "5"])
    assert (array[22], array[24]) == (LOCAL, [CASE, "A-1", "auki"])
    assert (array[25], array[26]) == (["S-1", "huoli"], 1)
    assert (array[28], array[29]) == ([9, 3], 61_000)
    assert array[30] == ["valid", "invalidated", "11", "999"]
    assert array[34] == ["kysely-1", "vastaus-1"]


def test_what_is_as_usual_takes_no_room() -> None:
    usual = entry.first_event(act(), DONE, STATION, at(1), NOW)
    plain = replace(
        usual, grounds=Grounds(), change=Change(), clock=ClockReading(), on_behalf="", dwell_ms=None
    )

    assert len(entry.encode(usual)) == len(entry.encode(plain))
    seldom = (4, 13, 15, 18, 22, 24, 25, 26, 29, 30)
    array = json.loads(entry.encode(usual))
    assert [array[at] for at in seldom] == [None] * len(seldom)


def test_another_s_register_is_used_by_the_right_to_use_it() -> None:
    other = Party(Oid("1.2.246.10.99999300.19.0"), "Esimerkkilän hyvinvointialue")
    register = replace(CONTEXT.register, controller=other)
    there = replace(act(), context=replace(CONTEXT, register=register))

    viewed = entry.first_event(there, None, STATION, at(1), NOW)
    settled = entry.settling_event(viewed, DONE, STATION, at(2), NOW)
    signed_in = entry.first_event(
        replace(there, kind=EventKind.SIGN_IN, subject=Subject()), None, STATION, at(3), NOW
    )

    assert entry.places(entry.encode(viewed))[15] == [1, None]
    assert (viewed.for_whom, settled.for_whom) == (other.oid.value, other.oid.value)
    assert (signed_in.for_whom, signed_in.grounds) == ("", NO_GROUNDS)
    assert entry.first_event(act(), None, STATION, at(4), NOW).for_whom == ""


@pytest.mark.parametrize(
    ("intent", "phase", "missing"),
    [
        (Intent(EventKind.VIEW, MAIJA, CONTEXT), Phase.INTENT, "document"),
        (Intent(EventKind.PRINT, MAIJA, CONTEXT), Phase.DONE, "document"),
        (act(actor=replace(MAIJA, role="")), Phase.INTENT, "unit and role"),
        (act(actor=replace(MAIJA, unit_oid="")), Phase.DONE, "unit and role"),
    ],
)
def test_an_event_without_what_its_kind_asks_is_refused(
    intent: Intent, phase: Phase, missing: str
) -> None:
    with pytest.raises(ValueError, match=f"the (user's )?{missing} (is|are) mandatory"):
        entry.demand_complete(intent, phase)


def test_an_attempt_that_was_refused_needs_no_document() -> None:
    entry.demand_complete(Intent(EventKind.VIEW, replace(MAIJA, role=""), CONTEXT), Phase.FAILED)


def test_what_was_done_tells_whose_data_it_was_or_that_it_was_nobody_s() -> None:
    nobody = replace(act(), subject=Subject(document_oid="1.2"))
    asked = entry.first_event(nobody, None, STATION, at(1), NOW)

    with pytest.raises(ValueError, match="client is mandatory"):
        entry.settling_event(asked, DONE, STATION, at(2), NOW)
    with pytest.raises(ValueError, match="client is mandatory"):
        entry.first_event(nobody, DONE, STATION, at(2), NOW)

    told = replace(DONE, subject=Subject(client_flags=(NO_CLIENT,)))
    assert entry.settling_event(asked, told, STATION, at(2), NOW).subject.client_flags
    failed = Outcome(Phase.FAILED, "KD-5003")
    assert entry.settling_event(asked, failed, STATION, at(2), NOW).phase is Phase.FAILED


def test_an_entry_of_a_later_version_is_read_as_far_as_it_is_known() -> None:
    array = json.loads(entry.encode(entry.first_event(act(), DONE, STATION, at(1), NOW)))
    array[5:7] = ["TULEVA_LAJI", "hyväksyttiin"]
    array += [None] * (entry.LENGTH - len(array)) + ["uusi"]
    array[10] = ["archivist", None, None, "neljäs"]

    event = entry.decode(json.dumps(array), bytes(32), TREE)

    assert (event.kind, event.phase) == ("TULEVA_LAJI", "hyväksyttiin")
    assert EVENT_NAMES[event.kind].fi == "TULEVA_LAJI"
    assert PHASE_NAMES[event.phase].sv == "hyväksyttiin"
    assert event.actor == MAIJA
    assert event.kind == EventKind("TULEVA_LAJI")
    assert len({event.kind, EventKind("TULEVA_LAJI")}) == 1


@pytest.mark.parametrize("kind", [None, 7, [], "", "x" * 200])
def test_a_kind_that_is_no_code_is_refused(kind: object) -> None:
    array = json.loads(entry.encode(entry.first_event(act(), DONE, STATION, at(1), NOW)))
    array[5] = kind

    with pytest.raises(ValueError, match="not an entry"):
        entry.decode(json.dumps(array), bytes(32), TREE)


def test_an_event_that_was_read_is_a_value_like_any_other() -> None:
    text = entry.encode(entry.first_event(act(), DONE, STATION, at(1), NOW))
    one, two = (entry.decode(text, bytes(32), TREE) for _ in range(2))
    made = Event(**{field.name: getattr(one, field.name) for field in fields(Event)})

    assert one == two == made
    assert hash(one) == hash(two) == hash(made)
    assert (type(one), type(one.subject), type(one.ref)) == (Event, Subject, EventRef)
    assert replace(one, purpose="x").purpose == "x"
    for value, name in ((one, "purpose"), (one.subject, "client_id"), (one.ref, "seq")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "x")


def test_who_acted_is_read_anew_when_anything_about_them_changed() -> None:
    ref = [at(1), at(2)]
    actors = [MAIJA, replace(MAIJA, role="archivist, auditor")]
    texts = [
        entry.encode(entry.first_event(act(actor=actor), None, STATION, at_, NOW))
        for actor, at_ in zip(actors, ref, strict=True)
    ]
    stations = [STATION, replace(STATION, workstation="TYO-2")]
    texts += [
        entry.encode(entry.first_event(act(), None, station, at(3), NOW)) for station in stations
    ]

    read = [entry.decode(text, bytes(32), TREE) for text in (*texts, *texts)]

    assert [event.actor for event in read] == [*actors, MAIJA, MAIJA] * 2
    assert [event.workstation for event in read] == ["TYO-1", "TYO-1", "TYO-1", "TYO-2"] * 2
