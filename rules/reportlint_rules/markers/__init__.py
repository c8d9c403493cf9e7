"""Rules about what a web site left in a text."""
