from __future__ import annotations
from reportlint.report import Subject
def recognise(document, sections, kinds, settings):
    return Subject(), None
