"""Deployment test (Käyttöönottokoe): a plan, its run, the matrix with evidence, the report."""
