"""What is past its time is removed, and what nobody holds any longer; the audit log stays."""

from pipeline.housekeeping.run import run_housekeeping

__all__ = ["run_housekeeping"]
