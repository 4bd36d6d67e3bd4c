"""Kanta Desk: the desk of a Finnish social-care provider's Kanta archivist."""

__version__ = "0.2.0"
