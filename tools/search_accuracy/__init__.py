"""How well search finds: a collection of our own, and queries with what they must find in it."""
