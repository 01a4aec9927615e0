"""Words of English: what they are, what they name, and which of them say something."""
