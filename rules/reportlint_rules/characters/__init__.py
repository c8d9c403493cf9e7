"""Rules about single characters and marks."""
