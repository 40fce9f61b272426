"""One cause, one finding: what each finding asks for, which follow from which, and which may stand side by side."""
