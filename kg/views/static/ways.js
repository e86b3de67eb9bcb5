// One actor's own events, its circle, and the shortest ways between two: which events belong to them.
"use strict";

(() => {
  // Whoever is unnamed may be anybody, so no way leads through.
  const isSomebody = (id) => kg.actors.has(id) && kg.actors.get(id).kind !== "unnamed";

  const endsOf = (tie) => [kg.actorOf(tie.from), kg.actorOf(tie.to)];
  const tiesOf = (event) => kg.tiesByEvent.get(event.id) ?? [];
  const touches = (event, actorId) => tiesOf(event).some((tie) => endsOf(tie).includes(actorId));

  function neighboursByActor(events) {
    const found = new Map();
    const meet = (a, b) => {
      if (!found.has(a)) found.set(a, new Set());
      found.get(a).add(b);
    };
    for (const [a, b] of events.flatMap(tiesOf).map(endsOf)) {
      if (a === b || !isSomebody(a) || !isSomebody(b)) continue;
      meet(a, b);
      meet(b, a);
    }
    return found;
  }

  function distances(from, neighbours) {
    const steps = new Map([[from, 0]]);
    const waiting = [from];
    for (const here of waiting) {
      for (const next of neighbours.get(here) ?? []) {
        if (steps.has(next)) continue;
        steps.set(next, steps.get(here) + 1);
        waiting.push(next);
      }
    }
    return steps;
  }

  // All ways of the fewest steps: the ties that lie on one, and how many steps it takes.
  function shortest([from, to], events) {
    const neighbours = neighboursByActor(events);
    const [away, home] = [distances(from, neighbours), distances(to, neighbours)];
    const length = away.get(to);
    const isOn = (a, b) => away.get(a) + 1 + home.get(b) === length;
    const isOnWay = (tie) => {
      const [a, b] = endsOf(tie);
      return isOn(a, b) || isOn(b, a);
    };
    const ties = length ? [...new Set(events.flatMap(tiesOf))].filter(isOnWay) : [];
    const stepOf = (tie) => Math.min(...endsOf(tie).map((id) => away.get(id)));
    return { length, ties, stepOf };
  }

  function circleOf(actorId, events) {
    const own = events.filter((event) => touches(event, actorId)).flatMap(tiesOf).flatMap(endsOf);
    const members = new Set([actorId, ...own.filter(isSomebody)]);
    return (event) => touches(event, actorId) || tiesOf(event).some((tie) => endsOf(tie).every((id) => members.has(id)));
  }

  const FOCUSES = {
    own: ([actorId], events) => events.filter((event) => touches(event, actorId)),
    circle: ([actorId], events) => events.filter(circleOf(actorId, events)),
    place: ([id], events) => {
      const there = new Set(kg.places.get(id).events);
      return events.filter((event) => there.has(event.id));
    },
    way(actorIds, events) {
      const ties = new Set(shortest(actorIds, events).ties);
      return events.filter((event) => tiesOf(event).some((tie) => ties.has(tie)));
    },
  };
  const ACTORS_OF = { own: 1, circle: 1, way: 2 };
  const NAMES = { own: "Only events of", circle: "Only the circle of", way: "Shortest ways between", place: "Only events in" };

  function title({ kind, actors }) {
    const names = actors.map((id) => (kind === "place" ? kg.places.get(id).name : kg.words.actorName(id)));
    return [`${NAMES[kind]} `, kg.bdi(names[0]), ...names.slice(1).flatMap((name) => [" and ", kg.bdi(name)])];
  }

  function isFocus(kind, actorIds) {
    if (kind === "place") return actorIds.length === 1 && kg.places.has(actorIds[0]);
    const isKnown = Object.hasOwn(ACTORS_OF, kind) && actorIds.length === ACTORS_OF[kind];
    return isKnown && new Set(actorIds).size === actorIds.length && actorIds.every(isSomebody);
  }

  kg.ways = { inFocus: ({ kind, actors }, events) => FOCUSES[kind](actors, events), isFocus, title, shortest, endsOf };
})();
