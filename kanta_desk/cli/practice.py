"""`practice` and `standin`: the practice set in the window, headless, or its archive alone."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kanta_desk.cli import texts, words
from kanta_desk.cli.display import show_window
from kanta_desk.cli.output import make_folder, note, say, write_file
from kanta_desk.cli.papers import Wanted, write_papers
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.signing_in import open_desk, sign_in
from kanta_desk.cli.verify import run_plan
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.look import Look
from kanta_desk.model.mode import MODE_BANNERS, Mode, ReaderKind
from kanta_desk.practice.faults import FAULTS

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

T = TypeVar("T")
_OUT = Path("practice-out")

_PAST = 4_000
"""Events that the practice log begins with, for there to be something to look through."""


def register(app: typer.Typer, program: Program) -> None:
    """Add the commands to ``app`` in the program's language."""
    t = program.text

    @app.command("practice", help=t(texts.PRACTICE))
    def practice(
        headless: Annotated[bool, typer.Option("--headless", help=t(texts.HEADLESS))] = False,
        out: Annotated[Path, typer.Option(help=t(texts.OUT_DIR), metavar="DIR")] = _OUT,
        reader: Annotated[ReaderKind, typer.Option(help=t(texts.READER))] = ReaderKind.SOFTWARE,
        card: Annotated[
            list[Path] | None, typer.Option(help=t(texts.CARD_FILE), metavar="FILE")
        ] = None,
        state: Annotated[
            Path | None, typer.Option(help=t(texts.STATE), metavar="DIR", show_default=False)
        ] = None,
        look: Annotated[Look, typer.Option(help=t(texts.LOOK))] = Look.SYSTEM,
    ) -> None:
        if headless:
            with open_desk(
                program, practice=True, state=state, reader=reader, cards=card or (), past=_PAST
            ) as desk:
                raise typer.Exit(_headless(program, desk, out, look))

        def open_practice() -> "Desk":
            from kanta_desk.desk.assemble import assemble_practice

            root = state or program.practice_folder
            return assemble_practice(root, reader=reader, cards=card or (), past=_PAST)

        raise typer.Exit(show_window(program, open_practice, look))

    @app.command("standin", help=t(texts.STANDIN))
    def standin(
        port: Annotated[int, typer.Option(min=0, max=65_535, help=t(texts.PORT))] = 0,
        state: Annotated[
            Path | None, typer.Option(help=t(texts.STATE), metavar="DIR", show_default=False)
        ] = None,
        fault: Annotated[
            list[str] | None,
            typer.Option(help=t(texts.FAULT, kinds=", ".join(FAULTS)), metavar="KIND[:N]"),
        ] = None,
        seed_size: Annotated[
            str, typer.Option(help=t(texts.SEED_SIZE), metavar="CLIENTS[:DOCUMENTS]")
        ] = "",
    ) -> None:
        from kanta_desk.practice.pki import PracticePki
        from kanta_desk.practice.sealing import Seals
        from kanta_desk.practice.seed import seed
        from kanta_desk.practice.standin import StandIn
        from kanta_desk.practice.standin_crowd import Size, crowd_of
        from kanta_desk.practice.standin_faults import read_faults

        size = _parsed("--seed-size", lambda: Size.parse(seed_size)) if seed_size else None
        root = state or program.practice_folder
        pki = PracticePki.create(root / "pki")
        staged, shown = _parsed("--fault", lambda: read_faults(fault or (), pki))
        seed(root / "archive", Seals.of(pki))
        crowd = crowd_of(size) if size else None
        with StandIn(
            root / "archive",
            shown,
            port,
            authorities=pki.intermediates,
            crowd=crowd,
            faults=staged,
        ) as server:
            say(t(MODE_BANNERS[Mode.PRACTICE]))
            if crowd is not None:
                example = crowd.client(0)
                say(t(words.CROWD, client=example.id, name=example.name, case=crowd.case(0)))
            say(
                t(
                    words.LISTENING,
                    url=server.url,
                    chain=pki.client_chain,
                    key=pki.client_key,
                    roots=pki.ca_file,
                )
            )
            _until_interrupted()


def _headless(program: Program, desk: "Desk", out: Path, look: Look) -> Status:
    """The whole main job on the practice set; the status speaks of the run, not of its verdict."""
    from kanta_desk.desk.planning import matrix_lines, verdict_json

    if desk.practice_plan is None:
        raise SettingsUnreadable("practice plan", "missing")
    make_folder(out)
    session = sign_in(program, desk)
    verdict = run_plan(program, desk, session, desk.practice_plan)
    for line in matrix_lines(verdict, program.language):
        say(line)
    write_file(out / "verdict.json", verdict_json(verdict))
    papers = Wanted(out / "report.pdf", annex=True, xlsx=True, mail=True)
    write_papers(program, desk, session, verdict, papers)
    if not verdict.complete:
        note(program.text(words.INCOMPLETE))
        return Status.COULD_NOT_RUN
    pages = _pictures(program, desk, out / "pages", look)
    if not pages:
        return Status.COULD_NOT_RUN
    say(program.text(words.HEADLESS_DONE, out=out.resolve(), pages=len(pages)))
    return Status.DONE


def _pictures(program: Program, desk: "Desk", folder: Path, look: Look) -> tuple[Path, ...]:
    """The pages as PNG files; none if they could not be made, which is told."""
    make_folder(folder)
    try:
        pages = program.window.screenshots(desk, folder, language=program.language, look=look)
    except Exception as error:  # the window's parts may be missing, or draw nothing
        program.log_fault(error)
        note(program.text(words.SCREENSHOTS_FAILED, kind=type(error).__name__))
        return ()
    if not pages or not all(page.is_file() for page in pages):
        note(program.text(words.SCREENSHOTS_FAILED, kind="0"))
        return ()
    return tuple(pages)


def _parsed(option: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def _until_interrupted() -> None:
    # Waits in pieces: on Windows a wait without an end cannot be interrupted.
    never = threading.Event()
    try:
        while not never.wait(3600.0):
            pass
    except KeyboardInterrupt:
        return
