"""Signs documents as a client information system would: see ``practice.sealing``."""

from __future__ import annotations

from kanta_desk.practice.sealing import PLACE, Sealer

__all__ = ["PLACE", "Sealer"]
