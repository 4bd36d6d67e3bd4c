"""Documents (Asiakirjat): search, results, a document with its metadata, versions and findings."""
