"""The Joining page: what has to be done before storing begins, by when, and by whom."""
