"""Measure merging on synthetic claims: time, memory, and how both grow.

usage: python -m benchmarks.resolution [--claims N …]

Occurrences follow each other over years; a few actors and places have most of them (Zipf), each is
told by one to a dozen articles of different outlets within three days, most of them briefly, and a
tenth of the texts are printed by another outlet too. Seconds are those of the processor, in a
process for each size.
"""

import argparse
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from kg.lexicons import Lexicon
from kg.model import (
    ActorMention,
    Article,
    Bound,
    Certainty,
    Claim,
    Count,
    CountKind,
    CountRelation,
    EventType,
    MadeBy,
    Place,
    PlacePrecision,
    Polarity,
    Span,
    Temporality,
    Time,
    TimePrecision,
    claim_id,
)

SIZES = (10_000, 100_000, 1_000_000)
FIRST_DAY = date(2014, 1, 1)
OCCURRENCES_A_DAY = 60  # so that ten times the claims are ten times the days
REPORTS = (1, 1, 1, 1, 2, 2, 3, 4, 6, 12)  # articles that tell an occurrence
CLAIMS_AN_ARTICLE = 5
OUTLETS = 200
UNKNOWN_SHARE = 0.3  # of actors that no lexicon knows
NO_PLACE, NO_DAY, DENIED, POSSIBLE, COPIED = 0.3, 0.4, 0.04, 0.06, 0.1  # shares
TYPES = (
    *("ASSAULT",) * 8,
    *("CONSULT",) * 4,
    *("ACCUSE", "REQUEST", "THREATEN", "COERCE", "SUPPORT") * 2,
    *("AGREE", "AID", "MOBILIZE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "COOPERATE"),
)
WORDS = [
    "army",
    "town",
    "border",
    "convoy",
    "night",
    "morning",
    "officials",
    "residents",
    "shells",
    "drones",
    "talks",
    "envoy",
    "minister",
    "market",
    "bridge",
    "port",
    "village",
    "troops",
    "fighters",
    "rebels",
    "police",
    "crowd",
    "capital",
    "region",
    "agency",
    "wounded",
    "smoke",
    "road",
    "hospital",
    "school",
    "station",
    "river",
    "airport",
    "factory",
    "checkpoint",
    "ceasefire",
    "offensive",
]
ALONE = """
import pathlib, re, sys, time
from benchmarks.resolution import make_world
from kg.lexicons import load_lexicon
from kg.resolution import resolve
articles, claims = make_world(int(sys.argv[1]), load_lexicon())
started = time.process_time()
found = resolve(articles, claims, load_lexicon())
seconds = time.process_time() - started
peak = int(re.search("VmHWM:\\\\s+([0-9]+)", pathlib.Path("/proc/self/status").read_text())[1])
print(len(claims), len(articles), len(found.events), len(found.actors), seconds, peak / 1024)
"""


def main() -> None:
    """Run all sizes and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    before = None
    for size in parser.parse_args().claims:
        alone = [sys.executable, "-c", ALONE, str(size)]
        done = subprocess.run(alone, capture_output=True, text=True, check=True)
        claims, articles, events, actors, seconds, megabytes = map(float, done.stdout.split())
        growth = f", {seconds / before[1]:.1f} times that of {before[0]:,.0f}" if before else ""
        print(
            f"{claims:,.0f} claims of {articles:,.0f} articles: {events:,.0f} events, "
            f"{actors:,.0f} actors in {seconds:,.0f} s ({claims / seconds:,.0f} a second{growth}), "
            f"{megabytes:,.0f} MB",
            flush=True,
        )
        before = (claims, seconds)


def make_world(size: int, lexicon: Lexicon) -> tuple[list[Article], list[Claim]]:
    """Return articles and claims, the same for the same size and lexicon."""
    maker = _Maker(random.Random(size), lexicon)
    articles, claims = list[Article](), list[Claim]()
    for article, told in maker.iter_articles(size):
        articles.append(article)
        claims.extend(told)
        if len(claims) >= size:
            break
    return articles, claims[:size]


class _Maker:
    """Draws occurrences, and articles that tell them."""

    def __init__(self, rng: random.Random, lexicon: Lexicon) -> None:
        self._rng = rng
        self._known = [entry for entry in lexicon.world.actors.values() if entry.name]
        self._rng.shuffle(self._known)
        self._places = sorted({p.name: p for p in _places(lexicon)}.values(), key=lambda p: p.name)
        self._rng.shuffle(self._places)
        self._actor_weights = _zipf(len(self._known))
        self._place_weights = _zipf(len(self._places))

    def iter_articles(self, size: int) -> Iterator[tuple[Article, list[Claim]]]:
        number = 0
        day = FIRST_DAY
        while True:
            waiting = [
                (occurrence, told)
                for occurrence in [self._occurrence(day) for _ in range(OCCURRENCES_A_DAY)]
                for told in range(self._rng.choice(REPORTS))
            ]
            self._rng.shuffle(waiting)
            for start in range(0, len(waiting), CLAIMS_AN_ARTICLE):
                told = [occurrence for occurrence, _ in waiting[start : start + CLAIMS_AN_ARTICLE]]
                sentences = [self._sentence(occurrence) for occurrence in told]
                for _ in range(1 + (self._rng.random() < COPIED)):
                    number += 1
                    yield self._article(number, day, told, sentences)
            day += timedelta(days=1)

    def _occurrence(self, day: date) -> dict[str, object]:
        return {
            "type": EventType(self._rng.choice(TYPES)),
            "actors": [self._actor() for _ in range(self._rng.choice((1, 1, 1, 2)))],
            "targets": [self._actor() for _ in range(self._rng.choice((0, 1, 1, 2)))],
            "place": self._pick(self._places, self._place_weights),
            "day": day,
            "killed": self._rng.choice((None, None, 2, 5, 9, 12, 40)),
            "words": self._rng.sample(WORDS, 6),
        }

    def _actor(self) -> tuple[str, str | None, str | None, str | None]:
        if self._rng.random() < UNKNOWN_SHARE:
            name = f"{self._rng.choice(WORDS).title()} {self._rng.randrange(400)} Brigade"
            return name, None, None, "UAF"
        entry = self._pick(self._known, self._actor_weights)
        return entry.name, entry.id, entry.country or None, entry.sector or None

    def _pick(self, items: Sequence, weights: Sequence[float]) -> object:
        return self._rng.choices(items, cum_weights=weights)[0]

    def _article(
        self, number: int, day: date, told: list[dict[str, object]], sentences: list[str]
    ) -> tuple[Article, list[Claim]]:
        id_ = f"a-{number:07}"
        published = day + timedelta(days=self._rng.choice((0, 1, 1, 2)))
        text = " ".join(sentences) + f" Report {id_}."
        source = f"Outlet {self._rng.randrange(OUTLETS)}"
        article = Article(id=id_, text=text, source=source, published=published)
        claims, at = list[Claim](), 0
        for occurrence, sentence in zip(told, sentences, strict=True):
            claims.append(self._claim(id_, at, sentence, occurrence))
            at += len(sentence) + 1
        return article, claims

    def _sentence(self, occurrence: dict[str, object]) -> str:
        words = [*occurrence["words"], *self._rng.sample(WORDS, 4)]
        self._rng.shuffle(words)
        who = " and ".join(name for name, *_ in (*occurrence["actors"], *occurrence["targets"]))
        return f"{who} {' '.join(words)} {self._rng.randrange(10**6)}."

    def _claim(self, id_: str, at: int, sentence: str, occurrence: dict[str, object]) -> Claim:
        rng = self._rng
        action = Span(start=at, end=at + 3, text=sentence[:3])
        polarity = Polarity.DENIED if rng.random() < DENIED else Polarity.AFFIRMED
        certainty = Certainty.POSSIBLE if rng.random() < POSSIBLE else Certainty.CERTAIN
        killed = occurrence["killed"] and max(1, occurrence["killed"] + rng.choice((0, 0, 1, 3)))
        return Claim(
            id=claim_id(id_, action, occurrence["type"]),
            article_id=id_,
            event_type=occurrence["type"],
            mode=None,
            contexts=(),
            cameo="180",
            quad=4,
            intensity=-9.0,
            actors=_mentions(occurrence["actors"], at),
            targets=_mentions(occurrence["targets"], at + 60),
            action=action,
            action_lemma="act",
            polarity=polarity,
            certainty=certainty,
            temporality=Temporality.PAST,
            attributed_to=None,
            attribution_chain=(),
            place=None if rng.random() < NO_PLACE else occurrence["place"],
            time=None if rng.random() < NO_DAY else _day(occurrence["day"]),
            counts=(_count(killed),) if killed else (),
            sentence=Span(start=at, end=at + len(sentence), text=sentence),
            confidence=0.8,
            made_by=MadeBy(entry="ASSAULT.act", frame="transitive", rule="active"),
        )


def _zipf(number: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, number + 1)))


def _places(lexicon: Lexicon) -> Iterator[Place]:
    for entries in list(lexicon.world.places.values())[:4000]:
        entry = entries[0]
        yield Place(
            span=Span(start=0, end=0, text=""),
            name=entry.name,
            latitude=entry.latitude,
            longitude=entry.longitude,
            country=entry.country or None,
            precision=PlacePrecision.CITY,
        )


def _mentions(actors: list[tuple[str, str | None, str | None, str | None]], at: int) -> tuple:
    return tuple(
        ActorMention(
            span=Span(start=at + 10 * n, end=at + 10 * n + 5, text=name[:5]),
            name=name,
            actor_id=id_,
            country=country,
            sector=sector,
            label="ORG",
        )
        for n, (name, id_, country, sector) in enumerate(actors)
    )


def _day(day: date) -> Time:
    span = Span(start=0, end=3, text="day")
    return Time(span=span, earliest=day, latest=day, precision=TimePrecision.DAY)


def _count(value: int) -> Count:
    return Count(
        kind=CountKind.KILLED,
        value=value,
        bound=Bound.EXACTLY,
        relation=CountRelation.TOTAL,
        of="people",
        span=Span(start=0, end=1, text="n"),
    )


if __name__ == "__main__":
    main()
