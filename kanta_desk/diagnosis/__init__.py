"""The checks of an installation, each with result, evidence and remedy."""
