"""What hides or was left out, found in one pass over a text; the rules beside this package tell it, each its own class.

`scan` is the pass, `tokens` and `words` what it reads, `signs`, `slots`, `issuers`, `phrases` and `cuts` judge what it finds.
"""
