"""A laboratory for breaking invalidations: program, network and server as processes of their own.

A round forks a program that invalidates a few fresh documents and has something break at one step
of one of them; when all that is left is restarted, a second program settles, and then invalidates
anew what is said not to have been done, as a person would. Where a request was held on its way, its
sender is killed and it arrives only after all that. What the server's own action log says is then
laid beside the access log, event by event.

The server, a TCP proxy in front of it and every program are forked from one small process without
threads, so that a ``kill -9`` hits the one that it is meant for and starting again is cheap.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.writing import write_document
from kanta_desk.desk import assemble as assembly
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.invalidation.ledger import KINDS, read_ledger
from kanta_desk.model.documents import DocumentMetadata, RecordState
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import (
    BatchProgress,
    BatchReport,
    Confirmation,
    Fate,
    InvalidationPlan,
    Step,
)
from kanta_desk.net.http import HttpClient, Timeouts
from kanta_desk.practice import plan as plans
from kanta_desk.practice import standin as standins
from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.organisation import OWN, PROFILE
from kanta_desk.practice.seed import seeded
from kanta_desk.practice.seed_data import SeedSet
from kanta_desk.practice.standin_app import UNAVAILABLE
from kanta_desk.practice.standin_store import Store
from tests.helpers.breakable import Proxy, Server
from tests.helpers.breakable import told as tell
from tests.helpers.practice import await_cards, prepare, presence, sign_in

DOCUMENTS = 3
"""Documents in one round: more than are on their way at once, fewer than would take long."""
_IN_DOUBT = (
    Mishap.UNAVAILABLE, Mishap.SILENT, Mishap.HALF, Mishap.BROKEN, Mishap.LOST_REQUEST,
    Mishap.LOST_ANSWER, Mishap.LATE_REQUEST, Mishap.LATE_ANSWER, Mishap.TWICE,
    Mishap.DEATH_BEFORE, Mishap.DEATH_AFTER,
)  # fmt: skip
"""What leaves in doubt whether a message was taken; of a plain refusal there is none."""
_HASTY = Timeouts(connect=2.0, read=1.0, total=2.0)
_STEPS = tuple(step for step in Step if step is not Step.PLANNED)


@dataclass(frozen=True)
class Break:
    """What breaks at which step of which item; ``detail`` is a mishap, or a direction."""

    what: str  # program, server, network, mishap, held
    step: Step = Step.INTENDED
    item: int = 0
    detail: str = ""
    bytes_left: int = 0


@dataclass
class Tally:
    """What the rounds came to. All but ``rounds`` and ``invalidated`` must be 0.

    ``twice`` counts documents that the archive was asked to invalidate by more than one message,
    let in or not, and those that it invalidated more than once.
    """

    rounds: int = 0
    invalidated: int = 0
    without_intent: int = 0
    twice: int = 0
    lost: int = 0
    untrue: int = 0
    unlogged: int = 0

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        for name, value in asdict(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        wrong = (self.without_intent, self.twice, self.lost, self.untrue, self.unlogged)
        return not any(wrong)


def breaks(count: int, seed: int) -> Iterator[Break]:
    """``count`` different breaks: every step with everything that can break there, then more."""
    chance = random.Random(seed)
    every = [Break("program", step, item) for step in _STEPS for item in range(DOCUMENTS)]
    every += [
        Break("network", step, 0, direction)
        for step in _STEPS
        for direction in ("both", "up", "down")
    ]
    every += [
        Break("mishap", step, 0, f"{mishap.name} {key}")
        for mishap in _IN_DOUBT
        for step, key in (
            (Step.INTENDED, Key.METADATA_QUERY),
            (Step.SIGNED, Key.INVALIDATION),
            (Step.ANSWERED, Key.METADATA_QUERY),
        )
    ]
    every += [Break("server", step, item) for step in _STEPS for item in range(DOCUMENTS)]
    every += [
        Break("held", step, item)
        for step in (Step.SIGNED, Step.SENDING)
        for item in range(DOCUMENTS)
    ]
    chance.shuffle(every)
    for number in range(count):
        once = every[number % len(every)]
        item, left = chance.randrange(DOCUMENTS), chance.randrange(9000)
        yield replace(once, item=item if number >= len(every) else once.item, bytes_left=left)


class Lab:
    """One laboratory in a folder; ``with`` it, since it has processes to end."""

    def __init__(self, root: Path, documents: int) -> None:
        self.root = root
        prepare(root)
        self._oids = iter(stock(root / "archive", documents))
        self._asks = MessageProfile.load(PROFILE)[Key.INVALIDATION]
        self._server = Server(root)
        self._proxy = Proxy()

    def __enter__(self) -> Lab:
        self._server.start()
        self._proxy.start(self._server.port)
        return self

    def __exit__(self, *exception: object) -> None:
        self._proxy.stop()
        self._server.stop()

    def server_seconds(self) -> float:
        """Processor time that the server has used so far (Linux)."""
        said = Path(f"/proc/{self._server.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def url(self) -> str:
        """The server's own address, past the proxy."""
        return f"https://127.0.0.1:{self._server.port}"

    def documents(self, count: int) -> list[Oid]:
        """Documents that no round has used yet."""
        return list(islice(self._oids, count))

    def round(self, broken: Break) -> Tally:
        """One round: break, restart, settle, compare."""
        oids = self.documents(DOCUMENTS)
        before = len(self._server.actions())
        wire = self._proxy.control
        steered = {"network": wire, "held": wire, "mishap": self._server.control}
        control = steered.get(broken.what, 0)
        self._program(partial(_break_off, oids, broken, control, self._server.pid))
        self._server.restart_if_dead()
        self._server.tell("calm")
        self._proxy.tell("let")
        self._proxy.tell("restore")
        told = self._program(partial(_settle, oids))
        self._proxy.tell("deliver")
        if told is None:
            raise RuntimeError(f"{broken}: the program that settles has died")
        return self._compare(oids, told, before)

    def _program(self, act: Callable[[Desk, Session], Any]) -> Any:
        url = f"https://127.0.0.1:{self._proxy.port}"
        return forked(lambda: _with_desk(self.root, url, act))

    def _compare(self, oids: list[Oid], told: dict[str, Any], before: int) -> Tally:
        actions = self._server.actions()
        done = [a for a in actions[before:] if a["invalidated"]]
        whole = [a for a in actions if a["invalidated"] in {oid.value for oid in oids}]
        tally = Tally(rounds=1, invalidated=len(done))
        asked = {
            action["message_id"]
            for action in actions[before:]
            if action["interaction"] == self._asks and action["outcome"] != UNAVAILABLE
        }
        tally.without_intent = len(asked - set(told["intents"]))
        tally.twice = len(whole) - len({a["invalidated"] for a in whole})
        tally.twice += len(asked) - len({told["intents"].get(message) for message in asked})
        tally.lost = sum(fate == Fate.UNSETTLED for fate in told["settled"].values())
        shown = {o: s == RecordState.INVALIDATED for o, s in self._server.states(oids).items()}
        for oid, fate in told["fates"].items():
            if fate != Fate.UNSETTLED and (fate == Fate.DONE) is not shown[oid]:
                tally.untrue += 1
        tally.untrue += sum(state and oid not in told["fates"] for oid, state in shown.items())
        known = set(told["requests"])
        tally.unlogged = sum(a["message_id"].split(".")[0] not in known for a in actions[before:])
        return tally


def run_rounds(count: int, seed: int, on_round: Callable[[Break, Tally], None]) -> Tally:
    """``count`` rounds in a temporary laboratory."""
    whole = Tally()
    with tempfile.TemporaryDirectory() as folder, Lab(Path(folder), count * DOCUMENTS) as lab:
        for broken in breaks(count, seed):
            tally = lab.round(broken)
            on_round(broken, tally)
            whole.add(tally)
    return whole


def stock(folder: Path, count: int) -> list[Oid]:
    """Fill the stand-in's store with ``count`` documents of one client, in our own register."""
    profile = MessageProfile.load(PROFILE)
    model = next(
        version
        for version in seeded(SeedSet.load())
        if version.metadata.active_controller == OWN.controller
        and version.metadata.state is RecordState.VALID
        and version.metadata.version == 1
    )
    root = OWN.business_id.oid

    def made() -> Iterator[tuple[DocumentMetadata, bytes]]:
        for number in range(count):
            oid = Oid(f"{root}.11.2026.{7_000_000 + number}")
            metadata = replace(model.metadata, document_oid=oid, set_id=oid, case_id=None)
            yield metadata, write_document(metadata, model.payloads, profile)

    store = Store(folder)
    try:
        store.replace_all(made(), SeedSet.load().digest)
    finally:
        store.close()
    return [Oid(f"{root}.11.2026.{7_000_000 + number}") for number in range(count)]


def forked(work: Callable[[], Any]) -> Any:
    """What ``work`` gives, done in a process of its own; None if that dies."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            answer = json.dumps(work()).encode()
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(answer)
            status = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else None


@contextmanager
def desk_on(root: Path, url: str, timeouts: Timeouts | None = None) -> Iterator[Desk]:
    """A practice desk whose archive is at ``url``, in another process."""
    with ExitStack() as undo:
        elsewhere = _patched(standins, "StandIn", lambda *_, **__: _Elsewhere(url))
        undo.enter_context(elsewhere)
        # The sample plan takes a while to write, and nobody here uses it.
        undo.enter_context(_patched(plans, "write_plan", lambda folder: folder))
        if timeouts is not None:

            def hasty(
                url: str, roots: Path, chain: Path, key: Path, _: Timeouts, **more: Any
            ) -> HttpClient:
                return HttpClient(url, roots, chain, key, timeouts, **more)

            undo.enter_context(_patched(assembly, "HttpClient", hasty))
        desk = assembly.assemble_practice(root)
        undo.callback(desk.close)
        await_cards(desk, lambda state: bool(state.best and state.best.card and presence(state)))
        yield desk


def invalidate(
    desk: Desk,
    session: Session,
    oids: list[Oid],
    on_progress: Callable[[BatchProgress], None] = lambda _: None,
) -> BatchReport:
    """Invalidate documents as one batch, PIN2 given."""
    return _run(session, session.invalidations.plan(oids, "KOE"), on_progress)


def _run(
    session: Session,
    plan: InvalidationPlan,
    on_progress: Callable[[BatchProgress], None] = lambda _: None,
) -> BatchReport:
    return session.invalidations.run(
        plan,
        Confirmation(plan.digest, len(plan.items)),
        lambda _: bytearray(b"567890"),
        on_progress=on_progress,
    )


def _with_desk(root: Path, url: str, act: Callable[[Desk, Session], Any]) -> Any:
    with desk_on(root, url, _HASTY) as desk:
        desk.settle_interrupted()
        return act(desk, sign_in(desk))


def _break_off(
    oids: list[Oid], broken: Break, control: int, server: int, desk: Desk, session: Session
) -> None:
    meant: list[str] = []

    def at_step(progress: BatchProgress) -> None:
        if progress.message_id not in meant:
            meant.append(progress.message_id)
        if progress.step is not broken.step or meant.index(progress.message_id) != broken.item:
            return
        match broken.what:
            case "program":
                os.kill(os.getpid(), signal.SIGKILL)
            case "server":
                os.kill(server, signal.SIGKILL)
            case "network":
                tell(control, f"cut {broken.detail} {broken.bytes_left}")
            case "mishap":
                tell(control, f"stage {broken.detail}")
            case "held":
                tell(control, "hold")

    def at_any(progress: BatchProgress) -> None:
        at_step(progress)
        if broken.what == "held" and progress.step is Step.ANSWERED:
            os.kill(os.getpid(), signal.SIGKILL)

    invalidate(desk, session, oids, at_any)


def _settle(oids: list[Oid], desk: Desk, session: Session) -> dict[str, Any]:
    session.invalidations.settle()
    settled = _fates(session, oids)
    anew = [oid for oid in oids if settled.get(oid.value) != Fate.DONE]
    if anew:
        plan = session.invalidations.plan(anew, "KOE")
        if plan.items:
            _run(session, plan)
    events = session._logbook.events_of(EventKind, session.context.register.key)
    return {
        "settled": settled,
        "fates": _fates(session, oids),
        "intents": {
            e.request_id: e.subject.document_oid
            for e in events
            if e.kind is EventKind.INVALIDATION and e.phase is Phase.INTENT
        },
        "requests": [e.request_id for e in events if e.request_id],
    }


def _fates(session: Session, oids: list[Oid]) -> dict[str, str]:
    """What our log says of each document that it tells of; of two attempts the one that was done,
    or else the newer one."""
    events = session._logbook.events_of(KINDS, session.context.register.key)
    wanted = {oid.value for oid in oids}
    told = [e for e in reversed(read_ledger(events).entries()) if e.document_oid in wanted]
    told.sort(key=lambda entry: entry.fate is Fate.DONE)
    return {e.document_oid: e.fate.value for e in told}


@dataclass
class _Elsewhere:
    """A stand-in that runs in another process."""

    url: str

    def __enter__(self) -> _Elsewhere:
        return self

    def __exit__(self, *exception: object) -> None:
        """It goes on."""


@contextmanager
def _patched(owner: Any, name: str, value: Any) -> Iterator[None]:
    kept = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, kept)


def main() -> None:
    """``python -m tests.helpers.invalidation_lab ROUNDS SEED``: the tally as JSON."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])

    def told(broken: Break, tally: Tally) -> None:
        if not tally.clean or "-v" in sys.argv:
            print(broken, tally, file=sys.stderr, flush=True)  # noqa: T201

    print(json.dumps(asdict(run_rounds(count, seed, told))))  # noqa: T201


if __name__ == "__main__":
    main()
