"""The tokenizer of the bundled pipeline: spaCy's for English, brought to the treebanks' words.

The English treebanks of Universal Dependencies keep bound prefixes with their word
("anti-government", "re-elected") but part other hyphens ("Russian - backed"), keep telephone
numbers, runs of marks and abbreviations whole, and part "7:30pm" and "and/or". The rules were
drawn from the training parts of EWT and GUM; they are stored with the weights.
"""

import re
from collections.abc import Iterator

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

__all__ = ["treebank_tokenizer"]

BOUND_PREFIXES = (
    "anti|arch|bi|co|contra|counter|cross|de|dis|e|eco|electro|ex|extra|fore|geo|hyper|inter|intra"
    "|intro|macro|mega|meta|micro|mid|mini|mis|mono|multi|narco|neo|non|omni|over|paleo|pan|para"
    "|peri|petro|poly|post|pre|pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|supra|tele"
    "|trans|tri|ultra|un|under|uni|vice"
)
ABBREVIATIONS = (
    "al. No. Nos. Ft. Mt. Lt. Col. Maj. Capt. Cmdr. Sgt. Cpl. Pvt. Brig. Adm. Gen. Sen. Sens."
    " Rep. Reps. Gov. Govs. Pres. Prof. Rev. Hon. Supt. Insp. Amb. Mon. Tue. Tues. Wed. Thu. Thur."
    " Thurs. Fri. Sat. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. approx."
    " dept. Dept. Attn. attn. est. Est. div. vol. Vol. eds. ed. Op. pp. p. ca. Bros. Univ."
)
# Two words of the treebanks in one of everyday spelling.
GLUED = "wan|na out|ta du|n|no let|s"
# spaCy keeps these whole, the treebanks part them.
PARTED = {"and/or", "):"}
_LETTER, _DIGIT = "A-Za-zÀ-ÖØ-öø-ÿ", "0-9"
_WHOLE = re.compile(
    # End and flags are part of the pattern: a stored tokenizer keeps its text alone.
    rf"(?i)(?:(?:{BOUND_PREFIXES})-[{_LETTER}]+"
    r"|(?:(?:\d-)?\d{3}-)?\d{3}-\d{4}"
    r"|([!?.*=_~#<>+$-])\1+|[!?]{2,}|\.[?!])\Z"
)


def treebank_tokenizer(nlp: Language) -> Tokenizer:
    """Return a tokenizer that cuts English as the treebanks do.

    Example:
        >>> import spacy
        >>> [t.text for t in treebank_tokenizer(spacy.blank("en"))("an anti-tank AK-47 at 7:30pm")]
        ['an', 'anti-tank', 'AK', '-', '47', 'at', '7:30', 'pm']
    """
    defaults = nlp.Defaults
    rules = {
        word: parts for word, parts in defaults.tokenizer_exceptions.items() if word not in PARTED
    }
    rules |= {word: [{ORTH: word}] for word in ABBREVIATIONS.split() if word not in rules}
    rules |= dict(_glued_words())
    infixes = [
        *defaults.infixes,
        rf"(?<=[{_LETTER}])-(?=[{_DIGIT}])",
        rf"(?<=[{_LETTER}]\.)-(?=[{_LETTER}])",
        rf"(?<=[{_DIGIT}]):(?=[{_LETTER}])",
        rf"(?<=[{_LETTER}]{{2}})/(?=[{_LETTER}]{{2}})",
        rf"(?<=[{_LETTER}]{{2}})[?!;]+(?=[{_LETTER}])",
        rf"(?<=[{_LETTER}]{{2}})[(\[](?=[{_LETTER}{_DIGIT}])",
        rf"(?<=[{_LETTER}]{{2}}),(?=[{_DIGIT}])",
        r"(?<=[0-9])–(?=[0-9])",
    ]
    suffixes = [*defaults.suffixes, rf"(?<=[{_DIGIT}])(?:[ap]m|[AP]M)", r"[!?]{2,}", r"([!?.])\1+"]
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_WHOLE.match,
        url_match=defaults.url_match,
    )


def _glued_words() -> Iterator[tuple[str, list[dict[int, str]]]]:
    """Yield the everyday spellings, in lower case and with a capital, and the words in them."""
    for row in GLUED.split():
        for cased in (row, row.capitalize()):
            parts = cased.split("|")
            yield "".join(parts), [{ORTH: part} for part in parts]
