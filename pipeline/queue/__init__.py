"""Work handed from process to process by id: reading a file, judging a revision, delivering a verdict."""
