"""What readers of plain data share: examples of what a field holds, and lists of open fields; a module for each."""
