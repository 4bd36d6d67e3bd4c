"""The one dictionary of the program's words in Finnish, Swedish and English."""
