"""Invalidation (mitätöinti): planned, confirmed, signed, sent exactly once, and proven."""
