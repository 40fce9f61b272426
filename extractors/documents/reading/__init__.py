"""Which words of a paper answer which of its fields, over the whole page at once."""
