"""The questions that the world lexicon answers: who, which country, where, what sort."""

from kg.lexicons.actor_lookup import find_actor
from kg.lexicons.country_lookup import find_country
from kg.lexicons.place_lookup import find_place, find_town
from kg.lexicons.sector_lookup import sector_of

__all__ = ["find_actor", "find_country", "find_place", "find_town", "sector_of"]
