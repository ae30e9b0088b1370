"""The facts: what is recorded, in words that never change."""
