"""What pages and plots draw alike: the axis of time, the outlines of land."""
