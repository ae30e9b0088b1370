"""Pure rules of the trade, standard library only."""
