#!/usr/bin/env python3
"""Gets Kanta Desk going on this machine: ``python3 installers/start.py``.

Makes ``.venv/`` at the root of the checkout with everything that the program needs (see
``setup_environment``), then does the main job on the practice set: opens the window where there is
a display, and otherwise runs the same job headless, prints the matrix and says where the report,
the verdict and the pages' screenshots are. The second start finds all in place and only runs.

Exit status: the program's own; 2 if the machine could not be made ready; 130 if interrupted.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  this file must be readable by older ones to say so
    sys.exit(
        "Kanta Desk needs Python 3.11 or newer; this is Python %d.%d (%s).\n"  # noqa: UP031
        "What to do: install a newer one (on Debian 12 or Ubuntu 24.04: apt-get install python3;\n"
        "on Windows and macOS from python.org) and run this script with it, for example\n"
        "    python3.11 installers/start.py"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

import argparse
import os
import subprocess
from pathlib import Path

import setup_environment as setup


def has_display() -> bool:
    """Whether a window can be shown: on Linux an X or Wayland display, elsewhere always."""
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def main_job(headless: bool, out: Path) -> int:
    """The main job on the practice set, in the window or headless; the program's exit status."""
    command: list[str | Path] = [setup.PYTHON, "-m", "kanta_desk", "practice"]
    if not headless:
        return subprocess.call(command, cwd=setup.ROOT)
    status = subprocess.call([*command, "--headless", "--out", out], cwd=setup.ROOT)
    for name in ("report.pdf", "verdict.json"):
        if (out / name).exists():
            print(f"{name:<13} {out / name}")
    pages = sorted(out.glob("**/*.png"))
    if pages:
        print(f"{'screenshots':<13} {len(pages)} in {pages[0].parent}")
    return status


def main() -> int:
    """Read the arguments, make the machine ready, do the main job."""
    parser = argparse.ArgumentParser(
        prog="start.py", description="Sets up Kanta Desk and opens its practice set."
    )
    parser.add_argument("--headless", action="store_true", help="without a window")
    parser.add_argument(
        "--out",
        type=Path,
        default=setup.ROOT / "practice-out",
        metavar="DIR",
        help="where a headless run writes (default: practice-out)",
    )
    parser.add_argument("--check", action="store_true", help="only set up, run nothing")
    asked = parser.parse_args()
    headless = asked.headless or not has_display()
    groups = [setup.Packages.RUN] if headless else [setup.Packages.RUN, setup.Packages.DISPLAY]
    try:
        setup.prepare(groups)
        if asked.check:
            print("Everything is in place.")
            return 0
        return main_job(headless, asked.out.resolve())
    except setup.SetupFailed as failure:
        print(failure.explain(), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nInterrupted; the same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
