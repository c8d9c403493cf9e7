"""Generated reports, and what reportlint takes to read them: see README.md."""
