"""What classes of attrs share."""
