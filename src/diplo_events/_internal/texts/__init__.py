"""Texts of sources as they are compared and shown, and words that are like others; a module for each."""
