"""Sign-in and the locked desk: the card's state in words, PIN1, register and purpose."""
