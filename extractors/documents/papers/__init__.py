"""One file for each type of paper: what such a paper says, and what about it is like no other."""
