"""News in German and French: who is named, who says something, when, and who meets whom."""
