"""The Access rights page: who may act in the register, on what basis, and how it came about."""
