"""The decisions and the doors."""
