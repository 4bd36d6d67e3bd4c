"""Secrets: asked from the operating system's keyring, and kept nowhere else.

An administrator puts them there with the keyring's own command, for example
``keyring set "Kanta Desk" client-key``.
"""

from __future__ import annotations

import keyring
from keyring.errors import KeyringError

from kanta_desk.errors import SecretStoreMissing

SERVICE = "Kanta Desk"
CLIENT_KEY = "client-key"


def client_key_passphrase() -> str:
    """The passphrase of the connection's client key; empty if none was put in the keyring.

    Raises:
        SecretStoreMissing: if the system has no keyring, or will not open it.
    """
    try:
        return keyring.get_password(SERVICE, CLIENT_KEY) or ""
    except KeyringError:
        raise SecretStoreMissing from None
