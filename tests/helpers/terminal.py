"""A command in a terminal of its own: it asks, a person reads and types.

Standard output goes to a file, as where a program reads the answer; questions and words go to the
terminal. What is typed shows in ``transcript`` only if the terminal echoes it.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from typing import Self

PATIENCE = 60.0
_PIECE = 4096
_AT_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # the terminal is this process's own from now on
"""
_KANTA_DESK = """
import runpy
runpy.run_module("kanta_desk", run_name="__main__", alter_sys=True)
"""


class Terminal:
    """Runs ``kanta-desk`` with ``arguments`` within a ``with``, or other ``code`` of Python's."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], code: str = _KANTA_DESK
    ) -> None:
        self._code = _AT_TERMINAL + code
        self._arguments = arguments
        self._environment = {**os.environ, "PYTHONUTF8": "1", **environment}
        self._said = b""
        self._read_to = 0

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        self._out = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [sys.executable, "-c", self._code, *self._arguments],
            stdin=slave,
            stdout=self._out,
            stderr=slave,
            env=self._environment,
            start_new_session=True,
        )
        os.close(slave)
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)
        self._out.close()

    @property
    def transcript(self) -> str:
        """All that the terminal has shown."""
        return self._said.decode("utf-8", "replace").replace("\r\n", "\n")

    def await_text(self, text: str) -> None:
        """Read on until ``text`` is shown after what was awaited before."""
        wanted, until = text.encode(), time.monotonic() + PATIENCE
        while (found := self._said.find(wanted, self._read_to)) < 0:
            if not self._more(until):
                raise AssertionError(f"{text!r} was not said: {self.transcript!r}")
        self._read_to = found + len(wanted)

    def type_line(self, line: str) -> None:
        """Type a line and press Enter."""
        os.write(self._master, line.encode() + b"\n")

    def end(self) -> tuple[int, bytes]:
        """Wait until the command has ended; its exit status and standard output."""
        until = time.monotonic() + PATIENCE
        while self._more(until):
            pass
        status = self._process.wait(PATIENCE)
        self._out.seek(0)
        return status, self._out.read()

    def _more(self, until: float) -> bool:
        """Take what it says next; False when it has closed its terminal."""
        if not select.select([self._master], [], [], max(0.0, until - time.monotonic()))[0]:
            raise AssertionError(f"nothing more was said: {self.transcript!r}")
        try:
            piece = os.read(self._master, _PIECE)
        except OSError:  # Linux says so that the other end has closed
            return False
        self._said += piece
        return bool(piece)
