"""Rules about words and passages that stand twice."""
