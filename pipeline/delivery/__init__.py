"""Verdicts on their way out of the house: where to, signed how, tried how often, and the one door they leave by."""
