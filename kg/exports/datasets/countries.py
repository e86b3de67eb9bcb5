"""What other data sets call a country: our alpha-3 code enters, names and codes leave."""

from kg.lexicons import CountryCodes, load_lexicon

__all__ = ["country_codes", "country_name"]


def country_name(code: str | None) -> str | None:
    """Return the English name of a country, the code itself where we have none.

    Example:
        >>> country_name("UKR"), country_name("XNO"), country_name(None)
        ('Ukraine', 'XNO', None)
    """
    country = load_lexicon().world.countries.get(code or "")
    return country.name if country else code


def country_codes(code: str | None) -> CountryCodes:
    """Return its codes, all None where we have none.

    Example:
        >>> country_codes("UKR").fips, country_codes("XNO").fips
        ('UP', None)
    """
    return load_lexicon().datasets.countries.get(code or "", CountryCodes())
