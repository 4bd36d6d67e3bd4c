"""The access log: append-only events in SQLite under a Merkle tree."""
