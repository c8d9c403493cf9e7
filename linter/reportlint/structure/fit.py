from __future__ import annotations
def check_structure(document, sections, subject, kind):
    return {}, ()
