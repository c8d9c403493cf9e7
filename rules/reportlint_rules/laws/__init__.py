"""Rules about laws, fixed phrases and the numbers of documents."""
