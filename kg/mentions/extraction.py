"""The door of the room: a parsed article in, its mentions out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from kg.lexicons import Complement, Lexicon, fold
from kg.mentions.attribution import is_told_of, speaker_of_sentence
from kg.mentions.clocks import TimeWord, iter_time_words
from kg.mentions.drafts import Draft, draft_event, has_needs, is_likely
from kg.mentions.governors import read_meaning
from kg.mentions.joining import join_drafts
from kg.mentions.locations import read_places, read_scenes
from kg.mentions.meaning import Meaning
from kg.mentions.mishaps import is_mishap
from kg.mentions.obligations import find_obligations
from kg.mentions.phrases import actor_phrase, is_none, text_of, whole_of
from kg.mentions.quantities import read_quantities
from kg.mentions.quotes import named_by_speaker, quoted_voices
from kg.mentions.reference import References, resolve_references
from kg.mentions.refusals import with_refusals
from kg.mentions.scopes import read_around, read_scope
from kg.mentions.sides import side_phrases
from kg.mentions.sureness import OBLIGED, chance_of, sureness_of
from kg.mentions.syntax import read_sentences
from kg.mentions.timing import read_time, settle_time, teller_of
from kg.mentions.topics import is_topic
from kg.mentions.triggers import find_hits
from kg.mentions.weighing import weigh_sides
from kg.mentions.words import Sentence, Word
from kg.model import (
    ActorPhrase,
    Article,
    Certainty,
    EventType,
    Mention,
    Polarity,
    Quantity,
    Span,
    Temporality,
)

__all__ = ["complements_of", "extract_mentions", "find_drafts", "iter_events"]

FREE_CHOICE = frozenset(("any", "whatever", "whichever"))
SPEECH_ACTS = frozenset(
    (
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.AGREE,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One article under reading."""

    article: Article
    lexicon: Lexicon
    references: References


def extract_mentions(article: Article, doc: Doc, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of an article, by the place of their action.

    Args:
        article: The article; all offsets are characters of its text.
        doc: Its parse, of the same text.
        lexicon: The triggers, frames and cues.
    """
    sentences, reading = _read_article(article, doc, lexicon)
    speakers = [_speaker_of(sentence, reading) for sentence in sentences]
    voices = quoted_voices(sentences, speakers)
    mentions: list[Mention] = []
    for sentence, voice in zip(sentences, voices, strict=True):
        told = (_attribute(m, voice) for _, m in _read_sentence(sentence, reading))
        mentions += [_name_speaker(mention, article.text) for mention in told]
        mentions += _read_obligations(sentence, voice, reading)
    return tuple(sorted(mentions, key=lambda m: (m.action.start, m.action.end, m.entry)))


def _read_article(article: Article, doc: Doc, lexicon: Lexicon) -> tuple[list[Sentence], _Reading]:
    sentences = list(read_sentences(doc, lexicon.lemmas))
    references = resolve_references(sentences, lexicon)
    return sentences, _Reading(article=article, lexicon=lexicon, references=references)


def iter_events(
    article: Article, doc: Doc, lexicon: Lexicon
) -> Iterator[tuple[Draft | None, Mention]]:
    """Yield the events of an article's sentences, each as it was drafted and as it is mentioned.

    A demand put as an obligation has no draft. Speech that goes over several sentences is not
    looked at. For what is learned from mentions.

    Args:
        article: The article.
        doc: Its parse.
        lexicon: The triggers, frames and cues.
    """
    sentences, reading = _read_article(article, doc, lexicon)
    for sentence in sentences:
        yield from _read_sentence(sentence, reading)
        yield from ((None, mention) for mention in _read_obligations(sentence, None, reading))


def complements_of(drafts: Iterable[Draft]) -> dict[int, Complement]:
    """Return what events make of others in their complement, by index of their words."""
    return {d.hit.word.index: d.entry.complement for d in drafts if d.entry.complement is not None}


def find_drafts(sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Return the events of a sentence with the sides that the grammar alone gives them."""
    hits = with_refusals(find_hits(sentence, lexicon), sentence, lexicon)
    drafts = [draft for hit in hits if (draft := draft_event(hit, lexicon)) is not None]
    return join_drafts([d for d in drafts if not is_mishap(d, lexicon)], lexicon)


def _attribute(mention: Mention, voice: ActorPhrase | None) -> Mention:
    """Give a mention in quoted speech its speaker, where its own sentence names none."""
    if voice is None or mention.speakers:
        return mention
    if _event_type(mention) in SPEECH_ACTS and _acts(voice, mention):
        return mention
    return replace(mention, speakers=(voice,))


def _name_speaker(mention: Mention, text: str) -> Mention:
    """Name "I" and "we"; who says "I condemn" does it by saying so, and nobody tells of it."""
    named = named_by_speaker(mention, text)
    if named.actors == mention.actors or _event_type(mention) not in SPEECH_ACTS:
        return named
    is_done = mention.action.text.partition(" ")[0].lower() == mention.lemma.partition(" ")[0]
    if not is_done or mention.temporality not in (Temporality.PRESENT, Temporality.PAST):
        return named
    return replace(named, speakers=named.speakers[:-1], temporality=Temporality.PAST)


def _event_type(mention: Mention) -> EventType:
    return EventType(mention.entry.split(".")[0])


def _acts(speaker: ActorPhrase, mention: Mention) -> bool:
    return any(fold(actor.name) == fold(speaker.name) for actor in mention.actors)


def _speaker_of(sentence: Sentence, reading: _Reading) -> ActorPhrase | None:
    head = speaker_of_sentence(sentence.words, reading.lexicon)
    return _phrase(head, reading) if head is not None else None


def _read_obligations(
    sentence: Sentence, voice: ActorPhrase | None, reading: _Reading
) -> Iterator[Mention]:
    """Demands put as obligations, by a named speaker or within quoted speech."""
    text = reading.article.text
    for modal, verb, entry, bound, speakers in find_obligations(sentence, reading.lexicon):
        demanders = [_phrase(word, reading) for word in speakers[:1]] or ([voice] if voice else [])
        if demanders:
            yield Mention(
                article_id=reading.article.id,
                sentence=_sentence_span(sentence, text),
                action=text_of([modal, verb], text),
                lemma=f"{modal.lemma} {verb.lemma}",
                entry=entry.id,
                rule="obligation",
                actors=tuple(demanders),
                targets=_sides(bound, reading),
                scope=(text_of([modal, verb], text),),
                confidence=chance_of(OBLIGED, reading.lexicon.sureness.weights),
            )


def _sentence_span(sentence: Sentence, text: str) -> Span:
    return Span(start=sentence.start, end=sentence.end, text=text[sentence.start : sentence.end])


def _read_sentence(sentence: Sentence, reading: _Reading) -> Iterator[tuple[Draft, Mention]]:
    drafts = find_drafts(sentence, reading.lexicon)
    drafts = weigh_sides(drafts, sentence, reading.lexicon)
    drafts = [d for d in drafts if has_needs(d, reading.lexicon) or d.also or is_likely(d)]
    if not drafts:
        return
    complement_of = complements_of(drafts)
    clock = tuple(iter_time_words(sentence, reading.lexicon.cues))
    for draft in drafts:
        mention = _mention(draft, sentence, reading, complement_of, clock)
        if mention is not None:
            yield draft, mention


def _mention(
    draft: Draft,
    sentence: Sentence,
    reading: _Reading,
    complement_of: dict[int, Complement],
    clock: Sequence[TimeWord],
) -> Mention | None:
    told_by = teller_of(draft, reading.lexicon)
    meaning = read_meaning(
        told_by,
        reading.lexicon,
        complement_of=complement_of,
        also=[word.index for word in draft.also],
    )
    quantities = _quantities(draft, reading)
    if meaning.is_demanded or is_topic(draft, quantities, reading.lexicon):
        return None
    if draft.entry.negated:
        if meaning.polarity is Polarity.AFFIRMED:
            return None
        meaning.deny()
    if meaning.polarity is Polarity.AFFIRMED and _is_of_any_kind(draft.hit.word):
        meaning.weaken(Certainty.POSSIBLE)
    text = reading.article.text
    actors = _sides(draft.actors, reading)
    acting = {phrase.span for phrase in actors}  # nobody is on both sides, however the tree is
    targets = tuple(p for p in _sides(draft.targets, reading) if p.span not in acting)
    actors = _without_themselves(actors, draft.targets, reading)
    speakers = _speakers(draft, meaning, reading)
    scope = read_scope(draft, text)
    read_time(meaning, draft, clock, scope, reading.lexicon)
    settle_time(meaning, draft, clock, scope, reading.lexicon)
    places = read_places(
        _heads(draft),
        draft.actors,
        draft.targets,
        text,
        reading.lexicon,
        event_type=draft.entry.event_type,
        mode=draft.entry.mode,
    )
    mention = Mention(
        article_id=reading.article.id,
        sentence=_sentence_span(sentence, text),
        action=_action(draft, text),
        lemma=" ".join(draft.trigger.lemmas),
        entry=draft.entry.id,
        rule=draft.rule,
        actors=actors,
        targets=targets,
        polarity=_polarity(meaning, draft, reading),
        certainty=meaning.certainty,
        temporality=meaning.temporality,
        speakers=speakers,
        scope=scope,
        around=read_around(draft, text),
        places=places,
        scenes=read_scenes(_heads(draft), sentence.words, text, reading.lexicon),
        quantities=quantities,
    )
    return replace(mention, confidence=sureness_of(draft, mention, reading.lexicon))


def _sides(heads: Iterable[Word], reading: _Reading) -> tuple[ActorPhrase, ...]:
    """The phrases of actors or targets, nobody twice; "no one" names nobody."""
    phrases = (
        phrase
        for head in heads
        if not _is_nobody(head, reading) and not is_none(head)
        for phrase in _side(whole_of(head, reading.lexicon.grammar), reading)
    )
    by_name: dict[str, ActorPhrase] = {}
    spans: set[Span] = set()
    for phrase in phrases:
        if phrase.span not in spans:  # "the armies of Peru and Chile": Chile's army, not Chile too
            by_name.setdefault(fold(phrase.name), phrase)
            spans.add(phrase.span)
    return tuple(by_name.values())


def _without_themselves(
    actors: tuple[ActorPhrase, ...], targets: Iterable[Word], reading: _Reading
) -> tuple[ActorPhrase, ...]:
    """Leave out whom a pronoun among the targets stands for: nobody "jailed her" herself.

    Who does it to himself is told by "himself".
    """
    suffering = {fold(name) for w in targets if (name := reading.references.of(w)) is not None}
    others = tuple(phrase for phrase in actors if fold(phrase.name) not in suffering)
    return others or actors


def _side(word: Word, reading: _Reading) -> tuple[ActorPhrase, ...]:
    refers_to = reading.references.of(word)
    return side_phrases(word, reading.article.text, reading.lexicon, refers_to=refers_to)


def _heads(draft: Draft) -> list[Word]:
    heads = [draft.hit.word, *draft.also]
    if draft.hit.noun is not None:
        heads.append(draft.hit.noun)
    return heads


def _action(draft: Draft, text: str) -> Span:
    """The trigger's words; of a wording with a gap, its verb and what follows on it."""
    words = list(draft.hit.words)
    head = draft.hit.word
    near = [w for w in words if abs(w.index - head.index) <= len(words) + 1]
    return text_of(sorted(near, key=lambda w: w.index), text)


def _quantities(draft: Draft, reading: _Reading) -> tuple[Quantity, ...]:
    pairs = [
        (word, draft.governors.get(word.index, draft.hit.word.lemma)) for word in draft.counted
    ]
    return tuple(read_quantities(pairs, reading.article.text, reading.lexicon))


def _is_nobody(word: Word, reading: _Reading) -> bool:
    return word.text.lower() in reading.lexicon.cues.negators


def _polarity(meaning: Meaning, draft: Draft, reading: _Reading) -> Polarity:
    """Say that "no one was hurt in the attack" affirms the attack, with a toll of zero."""
    if draft.also and any(_is_nobody(w, reading) or is_none(w) for w in draft.counted):
        return Polarity.AFFIRMED
    return meaning.polarity


def _is_of_any_kind(noun: Word) -> bool:
    """Tell whether a noun is of whatever there may be: "will answer any attack" tells of none."""
    return any(word.lemma in FREE_CHOICE for word in noun.has("det"))


def _speakers(draft: Draft, meaning: Meaning, reading: _Reading) -> tuple[ActorPhrase, ...]:
    """Speakers, but not of their own speech acts, unless these are what they tell of."""
    phrases = [_phrase(word, reading) for word in meaning.speakers]
    if draft.entry.event_type in SPEECH_ACTS and not is_told_of(draft.hit.word, reading.lexicon):
        actors = {fold(_phrase(w, reading).name) for w in draft.actors}
        phrases = [p for p in phrases if fold(p.name) not in actors]
    return tuple({p.span: p for p in phrases}.values())


def _phrase(word: Word, reading: _Reading) -> ActorPhrase:
    refers_to = reading.references.of(word)
    return actor_phrase(word, reading.article.text, reading.lexicon, refers_to=refers_to)
