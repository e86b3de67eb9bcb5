"""The command line."""

from kg.cli.app import app, main

__all__ = ["app", "main"]
