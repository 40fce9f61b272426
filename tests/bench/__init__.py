"""Benchmarks: scripts that print what they measure. None of them is a test."""
