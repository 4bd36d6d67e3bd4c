"""The settings: organisation, connections, code sets and structures, log and program."""
