"""What readers of plain data share: examples, lists of open fields, and data that are wrong in parts."""
