"""The actors of a text, and which of them a name in a sentence means."""
