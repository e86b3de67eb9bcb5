"""How the bundled English pipeline is made. Imports `kg`; is never imported by it."""
