"""What is kept: packets, evidence, verdicts, deliveries, keys and the audit log, in SQLite or PostgreSQL."""
