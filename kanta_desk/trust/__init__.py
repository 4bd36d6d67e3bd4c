"""Certificates: whose they are, the path to a trusted root, and whether they are revoked."""
