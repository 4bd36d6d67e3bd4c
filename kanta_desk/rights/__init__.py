"""Who may act in which register, on what basis, from when to when."""
