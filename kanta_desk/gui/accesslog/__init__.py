"""Access log (Käyttöloki): who used whose data, searched, shown in full, verified."""
