"""The rules over documents, one small rule each, in one registry."""
