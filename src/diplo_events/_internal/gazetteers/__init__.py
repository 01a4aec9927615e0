"""What a gazetteer is, for those who ask one without drafting: its type costs no patterns."""
