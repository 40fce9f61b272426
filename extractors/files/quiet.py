"""Silence for decoders' remarks."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """Keep libraries from warning about odd metadata in an untrusted file: it changes nothing about what the file shows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
