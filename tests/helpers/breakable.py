"""A stand-in and a wire to it as processes of their own, to be killed and cut.

Both are forked and steered over a socket: a command is done when it has been answered.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kanta_desk.archive.profile import Key
from kanta_desk.model.identifiers import Oid
from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.standin import StandIn
from kanta_desk.practice.standin_store import FILE, Store
from tests.helpers.practice import PATIENCE


class Server:
    """The stand-in in a process of its own, steered over a socket."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = free_port()
        self.control: int = self._listener.getsockname()[1]
        self.pid = 0

    def start(self) -> None:
        """Start, and wait until it answers."""
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self._serve()
            finally:
                os._exit(1)
        self.tell("calm")

    def stop(self) -> None:
        """Kill it."""
        _kill(self.pid)
        self._listener.close()

    def restart_if_dead(self) -> None:
        """Start it again where it listened before, if it is gone."""
        if _is_dead(self.pid):
            self.start()

    def tell(self, command: str) -> None:
        """Have it do something, and wait until it has."""
        told(self.control, command)

    def actions(self) -> list[dict[str, Any]]:
        """Its action log."""
        return [asdict(action) for action in _store_of(self._root, Store.actions)]

    def states(self, oids: list[Oid]) -> dict[str, str]:
        """What has become of documents."""

        def read(store: Store) -> dict[str, str]:
            found = {oid.value: store.version(oid.value) for oid in oids}
            return {oid: stored.state.value for oid, stored in found.items() if stored}

        states: dict[str, str] = _store_of(self._root, read)
        return states

    def _serve(self) -> None:
        pki = PracticePki.load(self._root / "pki")
        standin = StandIn(
            self._root / "archive",
            pki,
            self.port,
            authorities=pki.intermediates,
            die=lambda: os.kill(os.getpid(), signal.SIGKILL),
        )
        standin.start()
        while True:
            with self._listener.accept()[0] as caller:
                command = caller.recv(200).decode().split()
                match command:
                    case ["stage", mishap, key]:
                        standin.stage(Mishap[mishap], Key(key))
                    case ["calm"]:
                        standin.calm()
                caller.sendall(b"ok")


class Proxy:
    """A wire to the server that can be cut, in one direction or both, after some more bytes; or
    that holds what is sent until long after its sender is gone (``hold``, ``let``, ``deliver``)."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._control = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.control: int = self._control.getsockname()[1]
        self._pid = 0

    def start(self, to: int) -> None:
        """Start it in a process of its own."""
        self._pid = os.fork()
        if self._pid == 0:
            try:
                _Wire(self._listener, self._control, to).run()
            finally:
                os._exit(1)

    def stop(self) -> None:
        """Kill it."""
        _kill(self._pid)
        self._listener.close()
        self._control.close()

    def tell(self, command: str) -> None:
        """Have it do something, and wait until it has."""
        told(self.control, command)


class _Wire:
    def __init__(self, listener: socket.socket, control: socket.socket, to: int) -> None:
        self._listener, self._control, self._to = listener, control, to
        self._lock = threading.Lock()
        self._left: dict[str, int] = {}
        self._open: list[socket.socket] = []
        self._holding = False
        self._held: dict[socket.socket, _Held] = {}

    def run(self) -> None:
        threading.Thread(target=self._accept, daemon=True).start()
        while True:
            with self._control.accept()[0] as caller:
                command = caller.recv(200).decode().split()
                with self._lock:
                    match command:
                        case ["cut", way, left]:
                            ways = ("up", "down") if way == "both" else (way,)
                            self._left = dict.fromkeys(ways, int(left))
                        case ["hold"]:
                            self._holding = True
                        case ["let"]:
                            self._holding = False
                        case ["restore"]:
                            self._left = {}
                            self._drop_all()
                if command == ["deliver"]:
                    self._deliver()
                caller.sendall(b"ok")

    def _deliver(self) -> None:
        """Let what was held arrive, and wait until the server has answered each or hung up.

        What broke off in the middle of a message is never answered: that is given up.
        """
        held = list(self._held.items())
        for far, each in held:
            with self._lock:
                if not each.gone:
                    each.answered.clear()
            with suppress(OSError):
                far.sendall(each.data)
        until = time.monotonic() + PATIENCE / 2
        for far, each in held:
            each.answered.wait(max(0.0, until - time.monotonic()))
            with self._lock:
                del self._held[far]
                _shut(far)

    def _accept(self) -> None:
        while True:
            near = self._listener.accept()[0]
            try:
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open += [near, far]
            for way, source, sink in (("up", near, far), ("down", far, near)):
                threading.Thread(target=self._pass, args=(way, source, sink), daemon=True).start()

    def _pass(self, way: str, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                with self._lock:
                    if way == "up" and (self._holding or sink in self._held):
                        self._held.setdefault(sink, _Held()).data += data
                        continue
                    if source in self._held:
                        self._held[source].answered.set()
                    left = self._left.get(way)
                    if left is not None:
                        data = data[:left]
                        self._left[way] = left - len(data)
                sink.sendall(data)
                if left is not None and len(data) == left:
                    break
        except OSError:
            pass
        for end in (source, sink):
            with self._lock:
                if end not in self._held:
                    _shut(end)
                elif end is source:  # the server hung up
                    self._held[end].gone = True
                    self._held[end].answered.set()

    def _drop_all(self) -> None:
        for end in self._open:
            if end not in self._held:
                _shut(end)
        self._open = []


@dataclass
class _Held:
    """What was sent on one connection and has not arrived; ``answered`` once it has, or once the
    server has hung up (``gone``)."""

    data: bytes = b""
    gone: bool = False
    answered: threading.Event = field(default_factory=threading.Event)


def _shut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


def _store_of(root: Path, read: Callable[[Store], Any]) -> Any:
    assert (root / "archive" / FILE).exists()
    store = Store(root / "archive")
    try:
        return read(store)
    finally:
        store.close()


def told(port: int, command: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
                line.sendall(command.encode())
                if line.recv(10) == b"ok":
                    return
        except OSError:
            pass
        if time.monotonic() > deadline:
            raise TimeoutError(command)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def _kill(pid: int) -> None:
    if pid and not _is_dead(pid):
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _is_dead(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True
