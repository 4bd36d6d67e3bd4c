"""The commands: the same desk without a window."""
