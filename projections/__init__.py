"""The documents: what people read, folded from the facts."""
