"""Proposes who sits where: pure, seeded, rules first and then a search over the order of units."""
