"""A run of the diagnosis: its order, what is skipped, what becomes of errors and of bugs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.cards.source import Slot
from kanta_desk.diagnosis.check import Check, Scene, Seen, ok
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.diagnosis.installation import of_installation
from kanta_desk.diagnosis.registry import CHECKS
from kanta_desk.errors import CertificateExpired, FolderNotWritable, NoCard, SettingsUnreadable
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.options import FILE
from kanta_desk.settings.paths import Paths
from tests.helpers.diagnosis import COSMO_X, PlayedReaders, parts

FINE = Text("kunnossa", "i ordning", "in order")


def check(name: str, look: object, *needs: str) -> Check:
    """A check named ``name`` in every language."""
    return Check(name, "KD-9099", Text(name, name, name), look, needs)  # type: ignore[arg-type]


def raising(error: BaseException) -> object:
    """A look that raises."""

    def look(_: Scene) -> Seen:
        raise error

    return look


def fine(_: Scene) -> Seen:
    """A look at something sound."""
    return ok(FINE)


def states(results: tuple[CheckResult, ...]) -> list[CheckState]:
    """The results' states in order."""
    return [result.state for result in results]


def test_each_check_has_a_code_of_its_own_and_needs_before_it() -> None:
    assert len(CHECKS) == 12
    assert len({each.code for each in CHECKS}) == 12
    for place, each in enumerate(CHECKS):
        assert set(each.needs) <= {before.id for before in CHECKS[:place]}


def test_every_check_is_told_as_running_first_and_then_its_result_in_order(paths: Paths) -> None:
    told: list[CheckResult] = []
    checks = (check("a", fine), check("b", fine))
    results = Diagnosis(parts(paths), checks).run(told.append)
    assert [(each.id, each.state) for each in told] == [
        ("a", CheckState.RUNNING),
        ("b", CheckState.RUNNING),
        ("a", CheckState.OK),
        ("b", CheckState.OK),
    ]
    assert results == tuple(told[2:])


def test_what_depends_on_a_failed_check_is_skipped_with_the_reason(paths: Paths) -> None:
    checks = (
        check("first", raising(NoCard("reader"))),
        check("second", fine, "first"),
        check("third", fine, "second"),
        check("apart", fine),
    )
    results = Diagnosis(parts(paths), checks).run()
    assert states(results) == [
        CheckState.FAILED,
        CheckState.SKIPPED,
        CheckState.SKIPPED,
        CheckState.OK,
    ]
    assert "first" in results[1].summary.fi
    assert "second" in results[2].summary.sv


def test_a_warning_keeps_nothing_from_running(paths: Paths) -> None:
    warned = Seen(CheckState.WARNING, FINE)
    checks = (check("first", lambda _: warned), check("second", fine, "first"))
    results = Diagnosis(parts(paths), checks).run()
    assert states(results) == [CheckState.WARNING, CheckState.OK]


def test_an_error_of_the_tree_fails_in_its_own_words_and_code(paths: Paths) -> None:
    (result,) = Diagnosis(parts(paths), (check("a", raising(NoCard("reader"))),)).run()
    assert result.state is CheckState.FAILED
    assert result.code == NoCard.code
    assert result.summary.fi
    assert result.remedy is not None
    assert result.remedy.en


def test_a_result_that_is_not_sound_has_the_checks_code_unless_an_error_says_the_same(
    paths: Paths,
) -> None:
    seen = [Seen(state, FINE) for state in (CheckState.WARNING, CheckState.FAILED, CheckState.OK)]
    checks = tuple(check(str(n), lambda _, each=each: each) for n, each in enumerate(seen))
    results = Diagnosis(parts(paths), checks).run()
    assert [result.code for result in results] == ["KD-9099", "KD-9099", ""]


def test_a_bug_becomes_a_failure_by_its_type_without_its_text(paths: Paths) -> None:
    checks = (check("a", raising(ValueError("010181-900C"))), check("b", fine))
    results = Diagnosis(parts(paths), checks).run()
    assert states(results) == [CheckState.FAILED, CheckState.OK]
    assert results[0].evidence == ("ValueError",)
    assert "900C" not in repr(results)


def test_a_certificates_name_does_not_reach_the_result(paths: Paths) -> None:
    error = CertificateExpired("MEIKÄLÄINEN MAIJA 00990000017")
    (result,) = Diagnosis(parts(paths), (check("a", raising(error)),)).run()
    assert "MAIJA" not in repr(result)
    assert result.code == CertificateExpired.code


def test_a_home_folder_is_shown_without_its_owners_name(paths: Paths) -> None:
    error = FolderNotWritable(str(Path.home() / "kanta-desk"), "denied")
    (result,) = Diagnosis(parts(paths), (check("a", raising(error)),)).run()
    assert str(Path.home()) not in repr(result)
    assert "~" in result.summary.of(Language.FI)


def test_an_installation_without_reader_skips_all_of_the_card(paths: Paths) -> None:
    results = {each.id: each for each in Diagnosis(parts(paths)).run()}
    assert results["service"].state is CheckState.OK
    assert results["readers"].state is CheckState.FAILED
    for name in ("card", "type", "application", "certificates", "tries"):
        assert results[name].state is CheckState.SKIPPED
    assert results["stores"].state is CheckState.OK


def test_a_card_that_is_gone_when_it_is_spoken_to_fails_the_application(paths: Paths) -> None:
    readers = PlayedReaders(Slot("reader", present=True, atr=COSMO_X))
    results = {each.id: each for each in Diagnosis(parts(paths, readers)).run()}
    assert results["type"].state is CheckState.OK
    assert results["application"].code == NoCard.code
    assert results["tries"].state is CheckState.SKIPPED


def test_an_installation_with_broken_options_is_diagnosed_all_the_same(paths: Paths) -> None:
    (paths.config / FILE).write_text("language = 'xx'\n")
    (result,) = of_installation(paths, only=("archive",)).run()
    assert result.state is CheckState.FAILED
    assert result.code == SettingsUnreadable.code
    assert FILE in " ".join(result.evidence)


def test_only_the_checks_asked_for_are_run(paths: Paths) -> None:
    results = of_installation(paths, only=("program", "stores")).run()
    assert [result.id for result in results] == ["program", "stores"]


@pytest.mark.parametrize("language", Language)
def test_titles_are_told_apart_in_every_language(language: Language) -> None:
    assert len({each.title.of(language) for each in CHECKS}) == len(CHECKS)
