"""What must not be made public: persons, secrets, and names that a masked text gives away."""
