"""Rules about years and dates."""
