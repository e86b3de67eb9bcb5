"""How likely an event is told as it was read, learned from the annotated claims."""
