"""Masks and slots: what was never filled in, or was taken out."""
