"""What the library is built of and nobody outside it imports: each folder is a family of its own."""
