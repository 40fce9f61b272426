"""The HTTP API: packets in, verdicts out. Routes are thin doors; what they refuse with stands in ``problems.py``."""
