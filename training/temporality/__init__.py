"""Learned weights of when an event is told to be."""
