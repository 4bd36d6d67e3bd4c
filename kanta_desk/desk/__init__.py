"""The use cases: sign-in, the session, the gate, browsing, the deployment test, the log.

``desk.Desk`` is what the window and the commands hold. ``desk.start(session.search, criteria)``
runs a verb in its lane and gives a future; ``desk.submit(Lane.CARD, desk.sign_in, pin, context)``
runs anything else that blocks.
"""
