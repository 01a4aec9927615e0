"""Parts of a text: its lines, sentences and quotations, and its language."""
