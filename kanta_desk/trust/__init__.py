"""Certificates: what kind of card they make, whose they are, and the path to a trusted root."""
