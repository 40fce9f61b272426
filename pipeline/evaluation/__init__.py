"""How right the verdicts are, measured against packets whose verdict is known."""
