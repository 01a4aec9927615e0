"""When: time words with their dates."""
