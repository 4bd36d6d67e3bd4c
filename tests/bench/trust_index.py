"""Indexes one list in a process of its own, for ``tests.bench.trust``: prints seconds and bytes.

Linux only: anonymous memory is read from the system, since pages mapped from the list's file are
the file's and can be taken back at any time.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_index import add_index

_TICK = 0.005


def anonymous() -> int:
    """Bytes of memory that are this process's alone and belong to no file."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (each for each in status.splitlines() if each.startswith("RssAnon:"))
    return int(line.split()[1]) * 1024


def main(path: Path, issuer: Path) -> None:
    """Index the list at ``path``."""
    signer = Certificate.parse(issuer.read_bytes())
    before = most = anonymous()
    done = threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(_TICK):
            most = max(most, anonymous())

    watcher = threading.Thread(target=watch)
    watcher.start()
    began = time.perf_counter()
    with path.open("r+b") as file:
        add_index(file, signer, "http://status.example/ca.crl", "", "")
    seconds = time.perf_counter() - began
    done.set()
    watcher.join()
    print(seconds, most - before, path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
