"""Withdrawing documents: what will be sent, in which order, and the receipt of what was done."""
