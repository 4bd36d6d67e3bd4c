"""The one way out of the program: HTTP with time limits, TLS contexts and client certificates."""
