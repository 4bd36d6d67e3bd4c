"""The client of the archive: message frames, documents and their payloads, by a profile file."""
