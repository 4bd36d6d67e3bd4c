#!/usr/bin/env python3
"""Sets up what the tests need, then checks and tests everything: ``python3 tests/run.py``.

In this order: ruff (rules, then format), mypy (strict), the import contracts, pytest. All run even
if one fails, and one line a step tells its result and time. pytest runs twice side by side, units
and windows beside real parts and journeys, since these mostly wait; what the second says is shown
when both are done. ``--quick`` leaves out the tests with the real smart-card service and the
journeys; every other argument goes to one pytest, for example ``tests/run.py -k hetu``.

On Linux, pytest gets an X display of its own (Xvfb) for the tests marked ``display``; all others
run on Qt's offscreen platform. As root it is closed in as well: no network but the loopback, and a
``/run/pcscd`` of its own, so that nobody else sees the virtual reader's open port, and the
machine's own smart-card service is left alone. With ``CI=true`` a skipped test fails the run (see
``tests/conftest.py``).

Exit status: 0 all passed, 1 something failed, 2 the machine could not be made ready.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "installers"))

import setup_environment as setup  # noqa: E402

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("mypy", ("mypy",)),
    ("import contracts", ("lint-imports", "--no-logo")),
)
# from <linux/sched.h>, <linux/sockios.h>, <linux/if.h> and <linux/mount.h>
_NEW_MOUNTS, _NEW_NETWORK = 0x00020000, 0x40000000
_SET_FLAGS, _UP_AND_RUNNING = 0x8914, 0x41
_ALL_PRIVATE = 0x4000 | 0x40000
QUICK = ("-m", "not pcscd", "--ignore=tests/journeys")
HALVES = (("tests/unit", "tests/window"), ("tests/journeys", "tests/real"))


def close_in() -> None:
    """Give this process a network and a ``/run/pcscd`` of its own, where Linux allows it."""
    assert sys.platform == "linux"
    import fcntl

    libc = ctypes.CDLL(None)
    if libc.unshare(_NEW_MOUNTS | _NEW_NETWORK) != 0:
        return
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))
    libc.mount(b"none", b"/", None, _ALL_PRIVATE, None)
    os.makedirs("/run/pcscd", exist_ok=True)
    libc.mount(b"tmpfs", b"/run/pcscd", b"tmpfs", 0, None)


def run(
    title: str,
    command: Sequence[str],
    env: Mapping[str, str],
    first: Callable[[], None] | None = None,
) -> bool:
    """Run one step with its output shown; print and return whether it passed.

    ``first`` is called in the step's own process before its command.
    """
    print(f"── {title}", flush=True)
    began = time.monotonic()
    status = subprocess.run(
        [str(setup.SCRIPTS / command[0]), *command[1:]],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        preexec_fn=first,
        check=False,
    ).returncode
    took = time.monotonic() - began
    print(f"── {title}: {'passed' if status == 0 else f'FAILED ({status})'}, {took:.1f} s\n")
    sys.stdout.flush()
    return status == 0


def run_halves(
    options: Sequence[str], env: Mapping[str, str], first: Callable[[], None] | None
) -> bool:
    """Run both halves of the tests side by side; whether both passed."""
    with tempfile.TemporaryFile() as said:
        other = subprocess.Popen(
            [str(setup.SCRIPTS / "pytest"), *HALVES[1], *options],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            preexec_fn=first,  # noqa: PLW1509 - this program has no threads
        )
        passed = run("pytest: units and windows", ("pytest", *HALVES[0], *options), env, first)
        status = other.wait()
        said.seek(0)
        print("── pytest: journeys and real parts", flush=True)
        print(said.read().decode("utf-8", "replace"), end="")
    print(
        f"── pytest: journeys and real parts: {'passed' if status == 0 else 'FAILED'}\n", flush=True
    )
    return passed and status == 0


@contextmanager
def x_display() -> Iterator[dict[str, str]]:
    """An X display for the time of the run, as the variables that name it; none but on Linux."""
    if sys.platform != "linux":
        yield {}
        return
    reading, writing = os.pipe()
    options = ("-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-displayfd", str(writing))
    with subprocess.Popen(
        ["Xvfb", *options], pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        try:
            with open(reading, encoding="ascii") as answer:  # waits until the server is ready
                number = answer.readline().strip()
            if not number:
                raise setup.SetupFailed(
                    "The X server for the tests did not start.", "try: Xvfb -screen 0 800x600x24"
                )
            yield {"DISPLAY": f":{number}"}
        finally:
            server.terminate()


def main() -> int:
    """Set up, run every step, and sum up in the last line."""
    parser = argparse.ArgumentParser(
        prog="run.py", description="Checks and tests Kanta Desk.", epilog="The rest goes to pytest."
    )
    parser.add_argument("--quick", action="store_true", help="without pcscd and journeys")
    asked, for_pytest = parser.parse_known_args()
    began = time.monotonic()
    try:
        setup.prepare(
            (setup.Packages.RUN, setup.Packages.DISPLAY, setup.Packages.TESTS), extras=["dev"]
        )
        env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        failed = [title for title, command in CHECKS if not run(title, command, env)]
        closed = close_in if sys.platform == "linux" else None
        with x_display() as display:
            options = QUICK if asked.quick else ()
            shown = {**env, **display}
            passed = (
                run("pytest", ("pytest", *options, *for_pytest), shown, closed)
                if for_pytest
                else run_halves(options, shown, closed)
            )
            if not passed:
                failed.append("pytest")
    except setup.SetupFailed as failure:
        print(failure.explain(), file=sys.stderr)
        return 2
    took = time.monotonic() - began
    print(f"Failed: {', '.join(failed)}; {took:.0f} s" if failed else f"All passed in {took:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
