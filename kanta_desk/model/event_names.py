"""The names of the kinds of event and of their phases.

They are data (``resources/log/kinds.toml``), which ``accesslog.kinds`` reads and hands over here:
this floor reads no files. Of a kind that nobody has named, such as one that a newer version wrote,
the code is the name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from kanta_desk.model.text import Text

K = TypeVar("K", bound=str)


class Names(dict[K, Text]):
    """Names by code; of a code without one the code itself."""

    def __missing__(self, code: K) -> Text:
        """The code, in all three languages."""
        return Text(str(code), str(code), str(code))

    def learn(self, names: Mapping[K, Text]) -> None:
        """Know these names, and no others."""
        self.clear()
        self.update(names)
