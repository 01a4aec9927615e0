"""When and where: time words with their dates, and names of places."""
