"""Files replaced as a whole, how much memory there is, and a pause for the collector of cycles; a module for each."""
