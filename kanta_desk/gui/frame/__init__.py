"""What stands around the pages: banner, places, top bar, status bar, and the idle watch."""
