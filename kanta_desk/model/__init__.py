"""The words of the field as plain values: no I/O, no Qt, no clock, no network.

Whatever travels from a room below up to the window or the commands is defined here, so that those
two need to know nothing else.
"""
