"""Rules about the parts, headings and numbering of a report."""
