"""An invented access log: what people did with clients' documents, as the gate would have told it.

For the practice set to have a log that is worth browsing, and for the benches to have one as large
as twelve years. Work comes in sessions of one user: a search, a list, documents opened, compared,
printed; at the hours and days when people work, holidays seen to. The kinds are in the proportions
that such chains give. A search's answer lists some of the client's documents, for most searches are
narrowed. Sign-ins carry no evidence, since nobody's card signed them.

The same population and seed give the same steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from random import Random

import holidays

from kanta_desk.model.events import Actor, EventKind, Intent, Outcome, Phase, Subject
from kanta_desk.model.people import Register, WorkContext
from kanta_desk.model.time import HELSINKI
from kanta_desk.practice.events_people import (
    Client,
    Draw,
    Population,
    User,
    set_of,
    versions_of,
)
from kanta_desk.practice.organisation import PURPOSES
from kanta_desk.rights.duty import on_duty

_DAY = timedelta(days=1)
_WEEKEND, _JULY, _TURN_OF_YEAR = 0.12, 0.6, 0.5
_SATURDAY = 5
_CASES, _VIEWS, _LISTED = 6, 1.7, 3.5
"""Means: clients in a session, documents opened of a client, documents that a search lists."""
_MOST_LISTED, _MOST_CASES = 20, 25

_ENDS = Draw(
    (Phase.DONE, Phase.FAILED, Phase.CANCELLED, Phase.UNKNOWN), (0.975, 0.018, 0.005, 0.002)
)
_FAULTS = Draw(("KD-2002", "KD-2003", "KD-5003", "KD-5001"), (5, 3, 3, 1))
_SAID = {
    "KD-2002": "host=arkisto.example:443, reason=read",
    "KD-2003": "host=arkisto.example:443, reason=certificate has expired",
    "KD-5003": "issue=STANDIN-VIRHE, said=pyyntö on puutteellinen",
    "KD-5001": "issue=HTTP 403",
}
_CARD_FAULTS = Draw(("KD-4101", "KD-4003", "KD-4005", "KD-3003"), (6, 2, 1, 1))
_PURPOSES = Draw(PURPOSES, (1, 3, 10, 2))
_MODES = Draw(("basic", "versions", "invalidated", "old"), (90, 6, 2, 2))
_AFTER_VIEW = (
    (EventKind.PRINT, 0.09),
    (EventKind.EXPORT, 0.05),
    (EventKind.CLIPBOARD, 0.03),
    (EventKind.INVALIDATION, 0.006),
)
_OFFICE_HOURS = Draw(
    (7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17), (3, 12, 16, 15, 9, 9, 14, 12, 8, 3, 1)
)
_ALL_HOURS = Draw(tuple(range(24)), (4, 3, 3, 3, 3, 4, 7, *[9] * 8, 8, 8, 7, 6, 6, 7, 6, 5, 4))


class Part(Enum):
    """Which event of an act a step is: its intent, its outcome, or one event that is both."""

    INTENT = "intent"
    OUTCOME = "outcome"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """One act; acts are told apart by identity. ``whole``: without an intent before it."""

    begins: datetime
    ends: datetime
    intent: Intent
    outcome: Outcome
    whole: bool = False

    @property
    def events(self) -> int:
        """How many events it leaves in the log."""
        return 1 if self.whole else 2


@dataclass(frozen=True, slots=True)
class Step:
    """One event to write: ``act``'s ``part`` at ``time`` (aware, UTC)."""

    time: datetime
    act: Act
    part: Part


def steps(
    population: Population,
    registers: Sequence[Register],
    seed: int,
    count: int,
    first: date,
    last: date,
) -> Iterator[Step]:
    """Exactly ``count`` events from ``first`` to ``last`` (both inclusive), in order of time.

    Every intent is followed by its outcome. Of the ``registers``, the first is used the most.
    """
    random = Random(seed)  # noqa: S311 - no secrets here
    of_register = Draw(registers, [0.2**rank for rank in range(len(registers))])
    days = [first + _DAY * number for number in range((last - first).days + 1)]
    free = holidays.country_holidays("FI", years=range(first.year, last.year + 1))
    shares = [_share(day, day in free) for day in days]
    scale, owed, left = count / sum(shares), 0.0, count
    for day, share in zip(days, shares, strict=True):
        owed += share * scale
        acts: list[Act] = []
        # A session may go beyond what is owed for the day; the days after it then have less.
        while left and (owed > 0 or day == last):
            some = _Session(day, share, population, of_register, random).acts(left)
            events = sum(act.events for act in some)
            owed, left = owed - events, left - events
            acts += some
        yield from sorted((step for act in acts for step in _steps_of(act)), key=_when)


def _share(day: date, holiday: bool) -> float:
    """How much of a usual day's work is done."""
    if holiday or day.weekday() >= _SATURDAY:
        return _WEEKEND
    if day.month == 7:
        return _JULY
    if (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 5):
        return _TURN_OF_YEAR
    return 1.0


def _steps_of(act: Act) -> Iterator[Step]:
    if act.whole:
        yield Step(act.begins, act, Part.WHOLE)
    else:
        yield Step(act.begins, act, Part.INTENT)
        yield Step(act.ends, act, Part.OUTCOME)


def _when(step: Step) -> datetime:
    return step.time


class _Session:
    """One user at work, from sign-in to sign-out, within one day."""

    def __init__(
        self,
        day: date,
        share: float,
        population: Population,
        of_register: Draw[Register],
        random: Random,
    ) -> None:
        self._population, self._random = population, random
        user = population.users(random)
        for _ in range(20 if share == _WEEKEND else 0):  # few work then, but somebody has to
            if user.unit.round_the_clock:
                break
            user = population.users(random)
        self._user = user
        hours = _ALL_HOURS if user.unit.round_the_clock else _OFFICE_HOURS
        start = time(hours(random), random.randrange(60), random.randrange(60))
        self._now = datetime.combine(day, start, HELSINKI).astimezone(UTC)
        self._midnight = datetime.combine(day + _DAY, time(), HELSINKI).astimezone(UTC)
        self._actor = self._acting(user)
        self._context = WorkContext(of_register(random), _PURPOSES(random), user.unit.party)

    def acts(self, room: int) -> list[Act]:
        """What was done, cut to leave at most ``room`` events, and at least one."""
        done: list[Act] = []
        for act in self._all():
            if act.events > room:
                # The holder left: the desk locked itself.
                done.append(self._whole(EventKind.LOCK, act.begins))
                return done
            # What would end after midnight belongs to nobody's day.
            if done and act.ends >= self._midnight:
                return done
            done.append(act)
            room -= act.events
            if not room:
                return done
        return done

    def _all(self) -> Iterator[Act]:
        random = self._random
        if random.random() < 0.04:
            code = _CARD_FAULTS(random)
            yield self._whole(EventKind.SIGN_IN, outcome=Outcome(Phase.FAILED, code))
            self._pass(20)
        yield self._whole(EventKind.SIGN_IN)
        work = self._auditing if "auditor" in self._actor.role else self._cases
        yield from work()
        if random.random() < 0.85:
            self._pass(30)
            yield self._whole(EventKind.SIGN_OUT)

    def _cases(self) -> Iterator[Act]:
        random = self._random
        for _ in range(min(_MOST_CASES, 1 + int(random.expovariate(1 / _CASES)))):
            chance = random.random()
            if chance < 0.02:
                self._context = replace(self._context, purpose=_PURPOSES(random))
                yield self._act(EventKind.CONTEXT, Subject(), Outcome(Phase.DONE))
            elif chance < 0.05:
                yield self._whole(EventKind.LOCK)
                self._pass(600)
                yield self._whole(EventKind.UNLOCK)
            elif chance < 0.053:
                yield from self._deployment_test()
            yield from self._case(self._client())
            self._pass(150)

    def _client(self) -> Client:
        """Mostly one of the unit's own clients, whose first ones come back again and again."""
        own = self._population.clients_of.get(self._user.unit)
        if own is not None and self._random.random() < 0.85:
            return own(self._random)
        return self._population.clients(self._random)

    def _case(self, client: Client) -> Iterator[Act]:
        random = self._random
        found = min(client.count, 1 + int(random.expovariate(1 / _LISTED)))
        # The newest documents are asked for the most.
        newest = client.first + client.count - int(random.random() ** 3 * (client.count - found))
        numbers = range(newest - 1, newest - 1 - found, -1) if random.random() < 0.96 else range(0)
        for _ in range(3):  # what failed is tried again
            search = self._search(client, numbers)
            yield search
            if search.outcome.phase is Phase.DONE:
                break
            self._pass(30)
        else:
            return
        opened = min(len(numbers), int(random.expovariate(1 / _VIEWS) + 0.5))
        for number in random.sample(numbers, opened):
            self._pass(12)
            yield from self._document(client, number)

    def _search(self, client: Client, numbers: Sequence[int]) -> Act:
        random = self._random
        by_id = random.random() < 0.85
        query = [f"mode:{_MODES(random)}"]
        if client.unit.task and random.random() < 0.3:
            query.insert(0, f"task:{client.unit.task}")
        asked = Subject(
            client_id=client.identifier if by_id else "",
            client_name="" if by_id else client.name,
            query=" ".join(query),
        )
        told = Subject(
            client_id=client.identifier if numbers else asked.client_id,
            client_name=client.name if numbers else asked.client_name,
            query=asked.query,
            documents=tuple(versions_of(n)[-1] for n in numbers[:_MOST_LISTED]),
        )
        return self._act(EventKind.SEARCH, asked, Outcome(Phase.DONE, "", len(numbers), told))

    def _document(self, client: Client, number: int) -> Iterator[Act]:
        random = self._random
        set_id, oids, types = set_of(number), versions_of(number), client.unit.types
        whole = Subject(
            client_id=client.identifier,
            client_name=client.name,
            document_oid=oids[-1],
            document_version=len(oids),
            set_id=set_id,
            document_type=types[number % len(types)],
            service_task=client.unit.task,
        )
        named = Subject(document_oid=whole.document_oid)
        told = Outcome(Phase.DONE, "", 1, whole)
        if random.random() < 0.3:
            yield self._act(EventKind.METADATA, named, told)
            self._pass(6)
        yield self._act(EventKind.VIEW, named, told)
        if random.random() < 0.12:
            self._pass(15)
            versions = Subject(
                client_id=client.identifier,
                client_name=client.name,
                set_id=set_id,
                documents=oids,
            )
            yield self._act(
                EventKind.VERSIONS,
                Subject(set_id=set_id),
                Outcome(Phase.DONE, "", len(oids), versions),
            )
            if len(oids) > 1:
                self._pass(10)
                yield self._act(EventKind.COMPARE, named, told)
        for kind, chance in _AFTER_VIEW:
            if random.random() < chance:
                self._pass(25)
                yield self._act(kind, whole, Outcome(Phase.DONE, "", 1))
        self._pass(40)

    def _deployment_test(self) -> Iterator[Act]:
        plan = f"koe-{self._now:%Y-%m-%d}.csv sha256:{self._random.getrandbits(256):064x}"
        yield self._act(
            EventKind.DEPLOYMENT_TEST,
            Subject(query=plan),
            Outcome(Phase.DONE, "", 5 + self._random.randrange(20)),
        )
        self._pass(60)
        yield self._act(EventKind.REPORT, Subject(query=plan), Outcome(Phase.DONE))

    def _auditing(self) -> Iterator[Act]:
        random = self._random
        for _ in range(1 + int(random.expovariate(1 / 4))):
            client = self._client()
            count = random.randrange(200)
            yield self._act(
                EventKind.LOG_SEARCH,
                Subject(client_id=client.identifier),
                Outcome(Phase.DONE, "", count),
            )
            for _ in range(min(count, int(random.expovariate(1 / 2)))):
                self._pass(20)
                seq = 1 + random.randrange(1_000_000)
                yield self._act(
                    EventKind.LOG_VIEW, Subject(query=f"seq:{seq}"), Outcome(Phase.DONE, "", 1)
                )
            if random.random() < 0.1:
                self._pass(20)
                yield self._act(EventKind.LOG_EXPORT, Subject(), Outcome(Phase.DONE, "", count))
            self._pass(60)
        if random.random() < 0.2:
            yield self._act(EventKind.LOG_VERIFY, Subject(), Outcome(Phase.DONE))

    def _whole(
        self, kind: EventKind, at: datetime | None = None, outcome: Outcome | None = None
    ) -> Act:
        moment = at or self._now
        actor = self._actor
        if kind in (EventKind.SIGN_IN, EventKind.UNLOCK):  # where the card was asked
            actor = replace(actor, card_id=f"9246{int(actor.user_id) % 10**12:015d}")
        intent = Intent(kind, actor, self._context)
        return Act(moment, moment, intent, outcome or Outcome(Phase.DONE), whole=True)

    def _act(self, kind: EventKind, asked: Subject, outcome: Outcome) -> Act:
        random = self._random
        begins, phase = self._now, _ENDS(random)
        took = random.lognormvariate(-1.0, 0.7)
        if phase is not Phase.DONE:
            took *= 20
            code = _FAULTS(random) if phase is Phase.FAILED else ""
            outcome = Outcome(phase, code, error_text=_SAID.get(code, ""))
        ends = self._now = begins + timedelta(milliseconds=1 + int(took * 1000))
        actor = on_duty(self._actor, kind, self._context.purpose)
        intent = Intent(kind, actor, self._context, asked, _uuid4(random))
        return Act(begins, ends, intent, outcome)

    def _pass(self, seconds: float) -> None:
        """Some time goes by: ``seconds`` in the middle, sometimes much more."""
        passed = seconds * self._random.lognormvariate(0, 0.8)
        self._now += timedelta(milliseconds=int(passed * 1000))

    def _acting(self, user: User) -> Actor:
        return Actor(
            user_id=user.identifier,
            user_name=user.name,
            role=user.role,
            title=user.title,
            unit_oid=str(user.unit.party.oid),
            unit_name=user.unit.party.name,
            card_type="professional",
            certificate_serial=f"{int(user.identifier):x}",
            session_id=f"{self._random.getrandbits(64):016x}",
        )


def _uuid4(random: Random) -> str:
    digits = f"{random.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
