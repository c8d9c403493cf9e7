"""Rules about the kind of report."""
