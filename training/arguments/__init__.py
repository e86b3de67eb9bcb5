"""Learned weights of who is actor and target of an event."""
