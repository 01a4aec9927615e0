"""What a text reports that somebody said, and texts that are somebody's own words."""
