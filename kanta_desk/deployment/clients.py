"""How a test person is named in what is sent to Kela.

An artificial henkilötunnus belongs to nobody and is how Kela finds the test person's documents, so
it is shown whole. Any other identifier may be a living person's and is masked.
"""

from __future__ import annotations

from kanta_desk.model.identifiers import ClientId, Henkilotunnus


def name_of_test_person(client: ClientId) -> str:
    """The identifier whole if it is artificial, else masked."""
    artificial = isinstance(client, Henkilotunnus) and client.is_artificial
    return str(client) if artificial else client.masked
