"""What was found in a file is kept under its content and all that the judgement rests on, so that it need not be found again.

`keys` says when two checks must come to the same, `encoding` turns results into bytes and back without any code being run,
`store` is the file in which they lie, `memory` puts the three together for a run.
"""
