"""What workers do with a message, whatever brought it: read, judge, deliver; and the sweep for what was lost."""
