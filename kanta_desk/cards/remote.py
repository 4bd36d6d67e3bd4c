"""Whether the desk is seen from another machine, by what the session says of itself.

In a remote session only shared readers are visible, which looks just like no reader at all.
Windows sets ``SESSIONNAME`` to ``RDP-Tcp#n`` (Microsoft's documentation of Remote Desktop Services)
and Citrix to ``ICA-tcp#n``; xrdp sets ``XRDP_SESSION``; ``ssh -X`` sets ``DISPLAY`` to a display of
this host numbered from 10 (sshd_config(5), X11DisplayOffset).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kanta_desk.model.cards import RemoteSession

_FORWARDED = re.compile(r"localhost:[1-9]\d+(\.\d+)?")


def remote_session(environment: Mapping[str, str]) -> RemoteSession:
    """The kind of session that an environment (``os.environ``) tells of."""
    name = environment.get("SESSIONNAME", "").upper()
    if name.startswith("ICA"):
        return RemoteSession.CITRIX
    if name.startswith("RDP") or environment.get("XRDP_SESSION"):
        return RemoteSession.RDP
    if environment.get("SSH_CONNECTION") and _FORWARDED.fullmatch(environment.get("DISPLAY", "")):
        return RemoteSession.X_FORWARDED
    return RemoteSession.NONE
