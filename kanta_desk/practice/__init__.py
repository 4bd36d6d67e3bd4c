"""The practice set: stand-in archive, software card, test certificates, seeded documents."""
