"""Who cannot be a side of an event, whatever the weights say of what is seen.

Each rule needs a reason of grammar or sense: who only tells of a deed, judges it, suffers another
one, or looks on, does not do it.
"""

from collections.abc import Sequence

from kg.lexicons import Lexicon
from kg.mentions.attribution import ASIDES, is_attribution
from kg.mentions.drafts import Draft, is_instrument
from kg.mentions.features import ACTOR, NEITHER, TARGET
from kg.mentions.phrases import is_against
from kg.mentions.somebody import names_actor
from kg.mentions.subjects import is_passive
from kg.mentions.undergoing import UNDERGOER
from kg.mentions.whereabouts import is_scene
from kg.mentions.words import Word
from kg.model import EventType

__all__ = ["corrected", "is_barred"]

ABOUT = ("of", "about", "over", "from", "to")  # lead from looking on to what is looked at
OF_ONE_PHRASE = frozenset(("conj", "appos", "nmod:desc", "flat", "compound", "amod"))
HAVING = ("nsubj", "nsubj:pass")  # a clause that has a subject of its own
FIRST_PERSON = frozenset(("i", "we"))
POWERS = frozenset(("COP", "GOV", "JUD", "MIL"))  # sectors whose people do not march
JUDGING = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.PROTEST))
SPEAKING_OF = JUDGING | {EventType.REQUEST}  # of deeds by others than who suffered them


def is_barred(word: Word, draft: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Tell whether a candidate that the grammar does not propose has its place in another event."""
    if word in (*draft.actors, *draft.targets):
        return False
    return (
        (draft.entry.event_type is EventType.ASSAULT and _is_bare_instrument(word, lexicon))
        or _is_own_object(word, draft)
        or is_attribution(word, lexicon)
        or word.case == "as"  # "resigned as minister": what somebody is, and nobody else
        or is_scene(word, draft.hit.word, draft.entry.event_type, lexicon)
        or _acts_elsewhere(word, draft.hit.word)
        or _only_says(word, draft.hit.word, lexicon)
        or _only_tells(word, draft, drafts)
        or _only_demands(word, draft, drafts)
        or _only_suffers(word, draft, drafts)
        or _suffers_beside(word, draft)
    )


def corrected(side: str, word: Word, draft: Draft, lexicon: Lexicon) -> str:
    """Return a side but for whom no event has for an actor.

    An anti-Danish march is against Danes; who "witnessed the raid" or "is concerned about it" looks
    on; and a minister "toppled after protests" did not protest.
    """
    event = draft.hit.word
    if is_against(word) and word.head is event:
        return TARGET
    if word in draft.slots.get(UNDERGOER, ()) and word in draft.targets:
        return TARGET  # who "came under attack" attacked nobody
    if side == TARGET:
        is_doer = word not in draft.targets and _would_do_it(word, draft, lexicon)
        return NEITHER if is_doer else TARGET
    return NEITHER if side == ACTOR and _is_no_actor(word, draft, lexicon) else side


def _is_no_actor(word: Word, draft: Draft, lexicon: Lexicon) -> bool:
    if is_against(word) or _looks_on(word, draft.hit.word, lexicon):
        return True
    is_proposed = word in draft.actors
    return not is_proposed and (_protests_not(word, draft, lexicon) or _is_another(word, draft))


def _is_own_object(word: Word, draft: Draft) -> bool:
    """Tell whether a word is the thing that makes the event: a curfew is eased for somebody.

    Its entry names the kinds of things, and looks for whom it is done to elsewhere.
    """
    is_object = word.dep in ("obj", "nsubj:pass") and word.head is draft.hit.word
    return is_object and bool(draft.entry.objects) and "object" not in draft.entry.frame.target


def _would_do_it(word: Word, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether a word is who would do what is threatened: "warned that jets would hit it"."""
    deed = word.head
    is_threat = draft.entry.event_type is EventType.THREATEN
    is_doer = word.dep == "nsubj" and deed.dep == "ccomp" and deed.head is draft.hit.word
    return is_threat and is_doer and any(names_actor(w, lexicon) for w in deed.has("obj"))


def _is_another(word: Word, draft: Draft) -> bool:
    """Tell whether an event has an actor of its own, and a word names somebody else's.

    Whose "we" it is the speaker tells; other pronouns may stand for who is named elsewhere.
    """
    pronouns = [w.text.lower() for w in draft.actors if w.pos == "PRON"]
    if any(pronoun in FIRST_PERSON for pronoun in pronouns):
        return True
    return bool(draft.actors) and not pronouns and _is_beside(word, draft.hit.word)


def _is_beside(word: Word, event: Word) -> bool:
    """Tell whether a word is in a clause beside the event's, and both have subjects of their own.

    Where "ministers met in Paris and envoys held talks", the ministers held none.
    """
    mine, other = _clause_of(event), _clause_of(word)
    if mine is other or not (mine.has(*HAVING) and other.has(*HAVING)):
        return False
    return (mine.dep == "conj" and mine.head is other) or (
        other.dep == "conj" and other.head is mine
    )


def _clause_of(word: Word) -> Word:
    """Return the verb whose clause a word is in, itself if it is one, or the sentence's root."""
    while not (word.is_verb or word.is_root):
        word = word.head
    return word


def _protests_not(word: Word, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether a word beside a protest names one who does not march: a leader, the army."""
    if draft.entry.event_type is not EventType.PROTEST or draft.hit.word.is_verb:
        return False
    sector = lexicon.world.sector_words.get(word.lemma)
    is_power = sector is not None and sector.sector in POWERS
    return is_power or (word.name is not None and word.name.label == "PERSON")


def _looks_on(word: Word, event: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word is the subject of a verb that is only about the event noun below it."""
    if event.is_verb:
        return False
    top = event.first_of_several()
    while not top.is_root and top.case == "of" and top.head.lemma in lexicon.grammar.event_sets:
        top = top.head  # "a round of shelling"
    is_looked_at = top.dep in ("obj", "nsubj:pass") or (
        top.dep in ("obl", "nmod") and top.case in ABOUT
    )
    is_subject = word.dep == "nsubj" and word.head is top.head
    return is_subject and is_looked_at and top.head.lemma in lexicon.grammar.onlooking


def _acts_elsewhere(word: Word, event: Word) -> bool:
    """Tell whether a word is the subject of a clause to which an event's own only gives a time.

    "Norland bombed Kessa after rockets were fired": nobody says who fired them.
    """
    if not event.is_verb or event.dep != "advcl" or not event.has("mark"):
        return False
    is_passive = event.first("aux:pass") is not None and event.first("nsubj:pass") is not None
    return is_passive and word.dep.startswith("nsubj") and word.head is event.head


def _only_says(word: Word, event: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word is who says, thinks or suspects that another did it.

    In "experts suspect that Norland tested a missile" the experts test none; whom a pronoun stands
    for may have spoken ("Norland said it would test one").
    """
    if word.dep != "nsubj" or event.dep != "ccomp" or event.head is not word.head:
        return False
    is_saying = lexicon.cues.complements.get(word.head.lemma) in ASIDES
    return is_saying and any(subject.pos != "PRON" for subject in event.has("nsubj"))


def _is_bare_instrument(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a subject is a thing that is nobody's ("missiles struck the refinery")."""
    if word.dep != "nsubj" or not is_instrument(word, lexicon):
        return False
    owners = word.has("amod", "compound", "nmod:poss", "nmod")
    return not any(names_actor(owner, lexicon) for owner in owners)


def _suffers_beside(word: Word, draft: Draft) -> bool:
    """Tell whether a word is the object of a deed beside this one, which has its own, or below it.

    Who "stormed the barracks and took the commander hostage" stormed no commander; who "declared
    martial law and broke off relations with Kessa" declared none there. Where "thousands were
    displaced and ten killed", the thousands were not.
    """
    own = draft.hit.word.has(*HAVING)
    if word.dep == "nsubj:pass" and own:
        is_bare = own[0].pos == "NUM" and not own[0].children  # "six were hurt and nine killed"
        return not is_bare and is_passive(draft.hit.word) and _is_beside(word, draft.hit.word)
    while word.dep == "nmod" and not word.is_root:
        word = word.head
    verb, other = draft.hit.word, word.head
    are_joined = (other.dep == "conj" and other.head is verb) or (
        verb.dep == "conj" and verb.head is other
    )
    return word.dep == "obj" and are_joined and bool(verb.has("obj"))


def _only_suffers(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word suffers what is judged or demanded, and did not do or is not to do it.

    Who "condemned the raid on Kessa" blames others; who "demanded the release of her son" demands
    it of others.
    """
    if draft.entry.event_type not in SPEAKING_OF:
        return False
    return any(
        other.hit.word.head is draft.hit.word
        and not other.hit.word.is_verb
        and word in other.targets
        for other in drafts
    )


def _only_tells(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word is the subject of a verb that only judges what happened.

    Who "condemned the raid", "praised the raid" or "described the raid as cruel" has no part in it,
    unless the grammar says so ("denounced his own raid"); nor has who "accused Kessa of raiding".
    """
    event = draft.hit.word
    if _is_judged(word, event, draft, drafts):
        return True
    verb = event.head.head if event.dep == "conj" else event.head
    if event.is_verb and not (event.dep == "advcl" and event.has("mark", "case")):
        return False
    judging = [
        other
        for other in drafts
        if other is not draft and other.hit.word is verb and other.entry.event_type in JUDGING
    ]
    if any(word in other.actors for other in judging):
        return True  # "accusing Kessa of a raid, Norland recalled its envoy"
    while word.dep in OF_ONE_PHRASE:
        word = word.head
    return word.dep == "nsubj" and word.head is verb and bool(judging)


def _only_demands(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word is who demands something about a deed that another does.

    Who "demanded an end to the raids by Kessa" raids nobody.
    """
    event = draft.hit.word
    if event.is_verb or not draft.actors:
        return False
    return any(
        other.entry.event_type is EventType.REQUEST
        and word in other.actors
        and event.is_below(other.hit.word)
        for other in drafts
    )


def _is_judged(word: Word, event: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word is who judges an event by a noun: "held a march against the siege"."""
    if event.dep != "nmod" or event.case not in ("against", "over", "about", "at"):
        return False
    return any(
        other is not draft
        and event.head in (other.hit.word, *other.also)
        and other.entry.event_type in JUDGING
        and word in other.actors
        for other in drafts
    )
