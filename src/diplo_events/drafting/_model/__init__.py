"""A language model as a finder: what it is asked, what it answered, and the server between."""
