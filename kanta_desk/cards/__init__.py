"""From reader to card holder: monitor, commands, card profiles, PINs, challenge and response."""
