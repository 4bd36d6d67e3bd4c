"""Card and reader: the diagnosis of the installation, and what is on the card."""
