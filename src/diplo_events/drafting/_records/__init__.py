"""From finds to records: those at hand recognised, and what is left to a person as a question."""
