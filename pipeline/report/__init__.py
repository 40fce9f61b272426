"""Verdicts as HTML: one self-contained page a packet, and an index over many."""
