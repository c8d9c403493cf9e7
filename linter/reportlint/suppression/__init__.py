"""What keeps findings from being shown, after the rules: pure functions over results.

`stage` puts it together; `entries` (the ignore file and the baseline), `changes` (git) are its filters, sections of the configuration are known by `reportlint.sections`,
comments are read with the document by `reportlint.comments`; `verdict` says which of them are of no use any more.
"""
