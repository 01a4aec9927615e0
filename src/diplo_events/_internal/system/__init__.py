"""The file system and the collector of cycles: files replaced as a whole, collection paused; a module for each."""
