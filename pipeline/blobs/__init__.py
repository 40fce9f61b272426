"""Uploaded files by content hash, behind one interface: a folder, or an S3-compatible store."""
