"""The deployment test: plans, pairing, comparison, verdict and report."""
