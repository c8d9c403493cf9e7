"""Rules about what a document holds beside its text: revisions, comments, hidden words."""
