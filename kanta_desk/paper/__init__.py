"""What is printed: the house style of every PDF that the program writes."""
