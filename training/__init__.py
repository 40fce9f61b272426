"""Scripts that train the small models the package carries. They need PyTorch, which the package does not."""
