r"""Whether a query would ask a service elsewhere: its text enters, yes or no leaves.

Oxigraph has no switch for SERVICE, so it has to be found before the query is run. To look for the
word outside of strings does not do: where a string begins depends on the grammar (`\'` belongs to a
name, `<` to an IRI or a comparison), and one mistake hides all that follows. So the whole text is
looked at, strings and comments too, for what no SERVICE can do without: the word, whom to ask, and
a brace (SPARQL 1.1, rule 59). No blank is needed before the word or after it.
"""

import re

__all__ = ["asks_a_service"]

MAX_COMMENTS = 100  # after the word; nobody writes that many, and each is read to its line's end

# Names: variables, and what follows the colon of prefixed names (rules 143 and 169). All that is
# not ASCII is taken for a letter; where it is none, the query is not valid anyway.
_LETTER = r"\w\x80-\U0010ffff"
_MARK = r"%[0-9A-F]{2} | \\[-_~.!$&'()*+,;=/?\#@%]"
_VARIABLE = rf"[?$] [{_LETTER}]+"
_LOCAL = rf"(?: [{_LETTER}:] | {_MARK}) (?: [{_LETTER}:-] | {_MARK} | \.+ (?=[{_LETTER}:%\\-]))*"

_GAP = r"(?: \s | \# [^\n\r]* [\n\r] )*"
_PREFIX = rf"(?: (?!service) [{_LETTER}.-] )*"  # one that has the word in it is found by that word
_WHOM = rf"(?: {_VARIABLE} | < [^<>{{}}]* > | {_PREFIX} : (?: {_LOCAL} )? )"
_ASKING = rf"service (?= {_GAP} (?: silent {_GAP} )? {_WHOM} {_GAP} \{{ )"
_FOUND = re.compile(rf"{_VARIABLE} | :{_LOCAL} | (?P<asking>{_ASKING})", re.I | re.X)
_COMMENTED = re.compile(r"service\s*\#", re.I)


def asks_a_service(query: str) -> bool:
    """Tell whether a SPARQL query may ask a service elsewhere.

    One that does is never missed; one that only quotes such a clause, in a string or comment, is
    taken for one that does.

    Example:
        >>> asks_a_service("ASK { ?s ?p ?o.SERVICE <https://x.example/> { ?s ?p ?o } }")
        True
        >>> asks_a_service('ASK { ?service rdfs:label "Secret Service" }')
        False
    """
    if len(_COMMENTED.findall(query)) > MAX_COMMENTS:
        return True
    return any(match["asking"] for match in _FOUND.finditer(query))
