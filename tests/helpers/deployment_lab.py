"""A laboratory for deployment tests: a stand-in with many documents in a process of its own, a plan
that expects them, and programs that are killed (-9) in the middle of the run and go on.

What was fetched is read from the server's own action log: the access log tells by each message's
identifier which document it asked for.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.writing import write_document
from kanta_desk.deployment.export import verdict_json
from kanta_desk.deployment.journal import Journal
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.model.deployment import ExpectedDocument, Plan, Progress, Verdict
from kanta_desk.model.documents import DocumentMetadata, PersonName, RecordState
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.net.http import Timeouts
from kanta_desk.practice.organisation import OWN, PROFILE
from kanta_desk.practice.seed import SeededVersion, seeded
from kanta_desk.practice.seed_data import SeedSet
from kanta_desk.practice.seed_forms import archive_payloads, plain_text
from kanta_desk.practice.standin_store import Store
from tests.helpers.breakable import Server
from tests.helpers.invalidation_lab import desk_on, forked
from tests.helpers.practice import prepare, sign_in

TEST_DAY = date(2026, 11, 20)
_FIRST = 8_000_000
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_PATIENT = Timeouts(connect=5.0, read=30.0, total=60.0)


def artificial(number: int) -> Henkilotunnus:
    """A test person's code: the individual number is 900–999."""
    born = date(1940, 1, 1) + timedelta(number)
    digits = f"{born:%d%m%y}{900 + number % 100:03}"
    return Henkilotunnus.parse(f"{digits[:6]}-{digits[6:]}{_CHECK[int(digits) % 31]}")


@dataclass(frozen=True)
class Tally:
    """How runs ended that were killed. ``twice_known`` counts documents that were fetched although
    the journal knew their verdict; ``in_flight`` those asked for again because the program died
    between the asking and the journal."""

    kills: int = 0
    rounds: int = 0
    documents: int = 0
    fetched: int = 0
    twice_known: int = 0
    in_flight: int = 0
    other_verdicts: int = 0
    most_in_flight: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both."""
        return Tally(
            self.kills + other.kills,
            self.rounds + other.rounds,
            self.documents + other.documents,
            self.fetched + other.fetched,
            self.twice_known + other.twice_known,
            self.in_flight + other.in_flight,
            self.other_verdicts + other.other_verdicts,
            max(self.most_in_flight, other.most_in_flight),
        )


class DeploymentLab:
    """One laboratory in a folder; ``with`` it, since it has a server to end."""

    def __init__(self, root: Path, documents: int, per_client: int = 10) -> None:
        self.root = root
        prepare(root)
        self.plan = stock(root, documents, per_client)
        self._server = Server(root)

    def __enter__(self) -> DeploymentLab:
        self._server.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"https://127.0.0.1:{self._server.port}"

    def program(self, act: Callable[[Desk, Session], Any]) -> Any:
        """What ``act`` gives on a signed-in desk in a process of its own; None if that dies."""

        def work() -> Any:
            with desk_on(self.root, self.url, _PATIENT) as desk:
                desk.settle_interrupted()
                return act(desk, sign_in(desk))

        return forked(work)

    def round(self, kills: list[Kill], expected: Any) -> Tally:
        """One run, killed at each of ``kills`` and gone on with; then to its end."""
        before = len(self._server.actions())
        known: list[set[str]] = []
        for number, kill in enumerate(kills):
            self.program(partial(_killed, self.plan, kill, number == 0))
            known.append(set(self.program(lambda _, s: _known(s))))
        told = self.program(lambda _, s: _finished(s))
        fetched = self._fetched(before, told["asked"])
        twice = {oid for oid, times in Counter(fetched).items() if times > 1}
        late = {oid for n, oids in enumerate(known) for oid in oids & set(told["after"][n])}
        return Tally(
            kills=len(kills),
            rounds=1,
            documents=len(self.plan.documents),
            fetched=len(fetched),
            twice_known=len(late),
            in_flight=len(twice - late),
            other_verdicts=int(told["verdict"] != expected),
            most_in_flight=len(twice),
        )

    def _fetched(self, before: int, asked: dict[str, str]) -> list[str]:
        """The documents that the server sent, by its own log."""
        actions = self._server.actions()[before:]
        return [asked[a["message_id"]] for a in actions if a["message_id"] in asked]


@dataclass(frozen=True)
class Kill:
    """When the program dies: with the ``row``-th row, or ``after`` so many seconds."""

    row: int = 0
    after: float = 0.0


def whole_verdict(session: Session, plan: Plan) -> Any:
    """The verdict of a run that nothing disturbs."""
    return comparable(session.tests.run(plan))


def comparable(verdict: Verdict) -> Any:
    """A verdict without what differs between any two runs: its identifier and times."""
    told = orjson.loads(verdict_json(verdict))
    return {name: told[name] for name in told if name not in ("run_id", "started", "ended")}


def _killed(plan: Plan, kill: Kill, begin: bool, _: Desk, session: Session) -> None:
    seen = []

    def die(progress: Progress) -> None:
        seen.append(progress)
        if kill.row and len(seen) >= kill.row:
            os.kill(os.getpid(), signal.SIGKILL)

    if kill.after:
        threading.Timer(kill.after, os.kill, (os.getpid(), signal.SIGKILL)).start()
    if begin:
        session.tests.run(plan, die)
    else:
        session.tests.resume(session.tests.runs()[0].run_id, die)
    if kill.after:
        os.kill(os.getpid(), signal.SIGKILL)


def _known(session: Session) -> list[str]:
    """The documents of which the newest run's journal has the verdict; asks nobody."""
    run = session.tests.runs()[0]
    journal = Journal(session._around.custody.work, session.context.register.key, run.run_id)
    return [row.document_oid.value for row in journal.rows().values() if row.document_oid]


def _finished(session: Session) -> dict[str, Any]:
    """The run brought to its end; which message asked for which document, in all and after each
    start of the program."""
    (run, *_) = session.tests.runs()
    verdict = (
        session.tests.resume(run.run_id) if run.can_resume else session.tests.verdict(run.run_id)
    )
    events = session._logbook.events_of(EventKind, session.context.register.key)
    views = sorted(
        (e for e in events if e.kind is EventKind.VIEW and e.phase is Phase.INTENT),
        key=lambda event: event.ref,
    )
    starts = sorted(
        e.ref
        for e in events
        if e.kind is EventKind.DEPLOYMENT_TEST
        and e.phase is Phase.INTENT
        and e.subject.query.endswith("jatkuu")
        and run.run_id in e.subject.query
    )
    return {
        "verdict": comparable(verdict),
        "asked": {e.request_id: e.subject.document_oid for e in views},
        "after": [[e.subject.document_oid for e in views if e.ref > start] for start in starts],
    }


def stock(root: Path, documents: int, per_client: int) -> Plan:
    """Fill the stand-in below ``root`` and give the plan that expects just that, with sources."""
    profile, model = MessageProfile.load(PROFILE), _model()
    sources = root / "sources"
    sources.mkdir()
    rows: list[ExpectedDocument] = []

    def made() -> Iterator[tuple[DocumentMetadata, bytes]]:
        for number in range(documents):
            row, metadata, cda = _document(model, profile, number, per_client, sources)
            rows.append(row)
            yield metadata, cda

    store = Store(root / "archive")
    try:
        store.replace_all(made(), SeedSet.load().digest)
    finally:
        store.close()
    return Plan("Laboratorio", root / "plan.json", "cd" * 32, tuple(rows), test_day=TEST_DAY)


def _model() -> SeededVersion:
    return next(
        version
        for version in seeded(SeedSet.load())
        if version.metadata.active_controller == OWN.controller
        and version.metadata.state is RecordState.VALID
        and version.metadata.version == 1
        and isinstance(version.metadata.client_id, Henkilotunnus)
        and version.seed.form != "pdf"
    )


def _document(
    model: SeededVersion, profile: MessageProfile, number: int, per_client: int, sources: Path
) -> tuple[ExpectedDocument, DocumentMetadata, bytes]:
    client = artificial(number // per_client)
    oid = Oid(f"{OWN.business_id.oid}.11.2026.{_FIRST + number}")
    name = PersonName("Testi", f"Henkilö{number // per_client}")
    person = replace(model.content.client, id=client, name=name, birth=client.birth_date)
    created = model.content.created + timedelta(days=number % per_client)
    content = replace(model.content, client=person, created=created)
    metadata = replace(
        model.metadata,
        document_oid=oid,
        set_id=oid,
        client_id=client,
        client_name=name,
        client_birth=client.birth_date,
        created=created,
        author_time=created,
        archived=created + timedelta(minutes=1),
    )
    source = sources / f"{number}.txt"
    source.write_bytes(plain_text(content).encode())
    row = ExpectedDocument(
        key=f"R{number}",
        client_id=client,
        document_oid=oid if number % 2 else None,
        title=metadata.title or "",
        document_type=metadata.document_type.value if metadata.document_type else "",
        created=created,
        source=source,
    )
    return (
        row,
        metadata,
        write_document(metadata, archive_payloads(content, model.seed.form), profile),
    )


def main() -> None:
    """``python -m tests.helpers.deployment_lab DOCUMENTS ROW…``: the tally of killing a run of so
    many documents at each of the rows, as JSON, on standard output."""
    documents, *rows = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, DeploymentLab(Path(folder), documents) as lab:
        expected = lab.program(lambda _, session: whole_verdict(session, lab.plan))
        tally = lab.round([Kill(row) for row in rows], expected)
    print(orjson.dumps(asdict(tally)).decode())  # noqa: T201


if __name__ == "__main__":
    main()
