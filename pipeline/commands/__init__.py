"""One command of ``yushen`` a file: thin doors to the flow."""
