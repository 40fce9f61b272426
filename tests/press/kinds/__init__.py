"""The kinds of papers that the press composes, one to a file."""
