// Places of events: an attack on a market in Kyiv is found under Kyiv, though its target is the market.
"use strict";

(() => {
  // One place has many spellings; the gazetteer's number is the same for all.
  function idOf({ name, country, geonames }) {
    return geonames ? `g${geonames}` : [country, name].filter(Boolean).join(":");
  }

  const held = [...kg.events.values()].filter((event) => event.place);
  const eventsById = kg.grouped(held.map((event) => [idOf(event.place), event]));

  function spellings(events) {
    const counts = kg.grouped(events.map(({ place }) => [place.name, place]));
    return [...counts.keys()].sort((a, b) => counts.get(b).length - counts.get(a).length || (a < b ? -1 : 1));
  }

  function placeOf([id, events]) {
    const [name, ...aliases] = spellings(events);
    return { id, name, aliases, kind: "place", country: events[0].place.country, events: events.map(({ id: event }) => event) };
  }

  const places = new Map([...eventsById].map(placeOf).map((place) => [place.id, place]));
  const spelt = ({ name, country }) => `${country ?? ""}:${name}`;
  const idBySpelling = new Map(held.map((event) => [spelt(event.place), idOf(event.place)]));

  // A mark on the canvas that stands for a place, as the place that it is.
  function ofActor(actor) {
    return actor?.kind === "place" ? places.get(idBySpelling.get(spelt(actor))) : undefined;
  }

  kg.places = { get: (id) => places.get(id), has: (id) => places.has(id), all: () => [...places.values()], ofActor };
})();
