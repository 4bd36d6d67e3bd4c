"""Options, folders, resources and secrets of one installation."""
