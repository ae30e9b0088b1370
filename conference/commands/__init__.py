"""What may be asked: a schema and a function for every command, pair by pair."""
