"""The packets that are committed below ``samples/packets``: id → the twist's name and a seed that made a good example."""

COMMITTED: dict[str, tuple[str, int]] = {}
