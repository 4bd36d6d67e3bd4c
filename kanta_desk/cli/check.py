"""`check`: the checks over document files, without an archive and without signing in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kanta_desk.cli import check_texts as texts
from kanta_desk.cli.output import machine, note, say
from kanta_desk.cli.program import Program, Status
from kanta_desk.cli.texts import JSON
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.signatures import DOUBT_NAMES, STATE_NAMES, SignatureReport, SignatureState
from kanta_desk.model.time import finnish_time

if TYPE_CHECKING:  # `--help` needs none of the rooms
    from kanta_desk.desk.checking import CheckedFile


def register(app: typer.Typer, program: Program) -> None:
    """Add the command to ``app`` in the program's language."""
    t = program.text

    @app.command("check", help=t(texts.CHECK))
    def check(
        files: Annotated[
            list[Path] | None, typer.Argument(help=t(texts.FILES), metavar="FILE…")
        ] = None,
        structures: Annotated[
            Path | None,
            typer.Option("--structures", help=t(texts.STRUCTURES), metavar="DIR", file_okay=False),
        ] = None,
        test_clients: Annotated[
            bool, typer.Option("--test-clients", help=t(texts.TEST_CLIENTS))
        ] = False,
        rules: Annotated[bool, typer.Option("--rules", help=t(texts.RULES))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=t(JSON))] = False,
    ) -> None:
        from kanta_desk.desk.checking import FileChecker

        if rules:
            _say_rules(program, as_json=as_json)
            return
        if not files:
            raise typer.BadParameter(t(texts.NO_FILES))
        with FileChecker(
            program.paths, structures=structures, test_clients_only=test_clients
        ) as checker:
            checked = []
            for each in checker.check(files):
                checked.append(each)
                if not as_json:
                    _say_file(program, each)
        if as_json:
            machine({"files": [_file_value(program, each) for each in checked]})
        found = sum(bool(_counting(each)) for each in checked)
        total = texts.FILES_CHECKED.filled(program.language, len(checked))
        note(f"{total}, {texts.FILES_FOUND.filled(program.language, found)}")
        if not checked:
            raise typer.Exit(Status.COULD_NOT_RUN)
        raise typer.Exit(Status.FOUND_WRONG if found else Status.DONE)


def _counting(checked: "CheckedFile") -> list[Finding]:
    """What makes the command say that something was found: a note asks for nothing."""
    return [f for f in checked.findings if f.severity is not Severity.NOTE]


def _say_file(program: Program, checked: "CheckedFile") -> None:
    t = program.text
    name = f"{checked.path}" + (f" ({checked.document})" if checked.document else "")
    say(f"{name}: {t(texts.NOTHING_FOUND) if not checked.findings else ''}".rstrip())
    for finding in checked.findings:
        severity = t(texts.SEVERITIES[finding.severity])
        say(f"  {severity:<10} {finding.rule:<7} {t(finding.title)}")
        if finding.place or finding.evidence:
            say(f"             {' '.join(filter(None, (finding.place, finding.evidence)))}")
        say(f"             {t(finding.remedy)}")
    for report in checked.signatures:
        say(f"  {_signature_line(program, report)}")
    if checked.document and not checked.signatures:
        say(f"  {t(STATE_NAMES[SignatureState.NONE])}")


def _signature_line(program: Program, report: SignatureReport) -> str:
    why = f": {program.text(DOUBT_NAMES[report.doubt])}" if report.doubt else ""
    told = [
        program.text(STATE_NAMES[report.state]) + why,
        " ".join(filter(None, (report.signer, report.organisation))),
        finnish_time(report.time, seconds=True) if report.time else "",
    ]
    return ", ".join(filter(None, told))


def _file_value(program: Program, checked: "CheckedFile") -> dict[str, Any]:
    return {
        "file": str(checked.path),
        "document": checked.document,
        "findings": [_finding_value(program, finding) for finding in checked.findings],
        "signatures": [
            {
                "state": report.state.value,
                "doubt": report.doubt.value if report.doubt else None,
                "signer": report.signer,
                "organisation": report.organisation,
                "issuer": report.issuer,
                "serial": report.serial,
                "time": report.time.isoformat() if report.time else None,
                "time_signed": report.time_signed,
                "whole_document": report.whole,
                "algorithm": report.algorithm,
            }
            for report in checked.signatures
        ],
    }


def _finding_value(program: Program, finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": program.text(finding.title),
        "remedy": program.text(finding.remedy),
        "place": finding.place,
        "evidence": finding.evidence,
        "source": finding.source,
        "grade": finding.grade.value,
    }


def _say_rules(program: Program, *, as_json: bool) -> None:
    from kanta_desk.desk.checking import all_rules

    t = program.text
    if as_json:
        machine(
            {
                "rules": [
                    {
                        "code": rule.code,
                        "severity": rule.severity.value,
                        "title": t(rule.title).format(about="…"),
                        "remedy": t(rule.remedy),
                        "source": rule.source,
                        "grade": rule.grade.value,
                    }
                    for rule in all_rules()
                ]
            }
        )
        return
    for rule in all_rules():
        severity = t(texts.SEVERITIES[rule.severity])
        say(f"{rule.code:<7} {severity:<10} {t(rule.title).format(about='…')}")
        say(f"        {rule.source} ({rule.grade.value})")
