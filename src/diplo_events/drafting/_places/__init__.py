"""Where: names of places."""
