"""Rules about the annual report on the disclosure of government information."""
