"""One function per class of rules.tsv that puts a defect of that class into a clean text.

The words and shapes are chosen here: nothing is read from the rules.
"""

from accuracy.injectors import characters, disclosure, figures, laws, markers, masks, phrases, privacy, slots, structure, years
from accuracy.injectors.defect import INJECTORS, Defect, Injector

__all__ = [
    "INJECTORS",
    "Defect",
    "Injector",
    "characters",
    "disclosure",
    "figures",
    "laws",
    "markers",
    "masks",
    "phrases",
    "privacy",
    "slots",
    "structure",
    "years",
]
