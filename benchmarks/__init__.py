"""Quality and speed, measured; nothing here is imported by kg."""
