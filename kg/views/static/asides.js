// Panels beside those of actors, ties and events: a place, the shortest ways, a line between groups.
"use strict";

(() => {
  const { el, bdi, words, filters } = kg;
  const { FIRST_EVENTS, actorButton, deedRow, hiddenNote, inSteps, marksKey, only, section, shownEvents, stepRow } = kg.lists;
  const FIRST_LINES = 8;

  function wayPanel(focus) {
    const { length, ties, stepOf } = kg.ways.shortest(focus.actors, filters.shown());
    const steps = [...kg.grouped(ties.map((tie) => [stepOf(tie), tie]))].sort(([a], [b]) => a - b);
    const rows = (found) => inSteps(found.filter((tie) => kg.marks.eventsOf(tie).length), FIRST_LINES, stepRow, "lines");
    const [from, to] = focus.actors;
    return [
      el("p", { class: "kicker" }, "Shortest ways"),
      el("h2", {}, actorButton(from), el("span", { class: "arrow" }, " … "), actorButton(to)),
      el("p", { class: "about" }, length ? words.count(length, "step") : "No way between them in what the filters show"),
      ...steps.map(([number, found]) => section(`Step ${number + 1}`, rows(found))),
    ];
  }

  function byWhom(events) {
    const key = (event) => `${event.type}\u001f${event.actors.join("\u001f")}`;
    const groups = [...kg.grouped(events.map((event) => [key(event), event])).values()];
    return groups.sort((a, b) => b.length - a.length || (key(a[0]) < key(b[0]) ? -1 : 1));
  }

  function byWhomRow(events) {
    const row = deedRow([events[0].type, events]);
    row.querySelector(".tie-name").append(events[0].actors.length ? bdi(words.names(events[0].actors)) : "Unnamed");
    return row;
  }

  function placePanel(place) {
    const events = shownEvents(place.events);
    const about = [place.country && words.country(place.country), words.count(events.length, "event")];
    const facts = place.aliases.length ? el("p", { class: "about" }, "Also written ", bdi(place.aliases.join(", "))) : null;
    return [
      el("p", { class: "kicker" }, kg.kindIcon("place"), "Place"),
      el("h2", {}, bdi(place.name)),
      el("p", { class: "about" }, about.filter(Boolean).join(" · ")),
      facts,
      el("p", { class: "chips" }, only("Only its events", "place", [place.id], "Hide all events of other places")),
      hiddenNote(place.events.length, events.length),
      section("Who did what there", inSteps(byWhom(events), FIRST_LINES, byWhomRow, "lines")),
      section("Events", marksKey(), inSteps(events, FIRST_EVENTS, (event) => kg.evidence.eventCard(event.id, { hasTriple: true }), "events")),
    ];
  }

  // A line between two marks of which one is folded: the lines that it stands for.
  function betweenPanel({ quad, ties, count }) {
    const byCount = (a, b) => kg.marks.eventsOf(b).length - kg.marks.eventsOf(a).length || (a.id < b.id ? -1 : 1);
    return [
      el("p", { class: "kicker" }, "Between two groups"),
      el("h2", {}, kg.quads.get(quad).label),
      el("p", { class: "about" }, words.count(count, "event")),
      inSteps([...ties].sort(byCount), FIRST_EVENTS, stepRow, "lines"),
    ];
  }

  kg.asides = { place: placePanel, way: wayPanel, between: betweenPanel };
})();
