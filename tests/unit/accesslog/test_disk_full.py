"""A disk that fills up: an event is refused or kept, and the log goes on when there is room."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kanta_desk.accesslog.verify import verify
from kanta_desk.model.events import EventFilter
from tests.helpers.events import Clock, log_folder, open_log

if sys.platform == "win32":
    pytest.skip("the size of a process's files cannot be limited here", allow_module_level=True)

_FILLING = """
import json, resource, sys
from pathlib import Path
from kanta_desk.errors import LogError
from tests.helpers.events import act, open_log

limit, room = int(sys.argv[2]), resource.getrlimit(resource.RLIMIT_FSIZE)[1]
log, kept, refused = open_log(Path(sys.argv[1])), 0, []
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, room))
while len(refused) < 3:
    try:
        log.intend(act(query=f"r-{kept}"))
        kept += 1
    except LogError as error:
        refused.append(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
log.intend(act(query=f"r-{kept}"))
print(json.dumps([kept + 1, refused]))
log.close()
"""


@pytest.mark.parametrize("limit", [300_000, 700_000])
def test_an_event_is_refused_or_kept_and_the_log_goes_on_when_there_is_room(
    tmp_path: Path, limit: int
) -> None:
    open_log(tmp_path / "log").close()
    done = subprocess.run(
        [sys.executable, "-c", _FILLING, str(tmp_path / "log"), str(limit)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    kept, refused = json.loads(done.stdout)
    assert kept > 1
    assert set(refused) == {"KD-6001"}
    assert verify(log_folder(tmp_path / "log"), Clock()).intact
    log = open_log(tmp_path / "log")
    try:
        assert log.count(EventFilter()) == kept + 1  # and the year's opening event
    finally:
        log.close()
