"""Rules about several reports of one run that share their text."""
