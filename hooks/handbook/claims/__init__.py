"""Facts that age: what pages state, from which source, and when it was last checked."""
