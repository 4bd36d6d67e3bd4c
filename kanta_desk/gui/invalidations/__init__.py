"""The place where documents are invalidated, and where one sees what became of it."""
