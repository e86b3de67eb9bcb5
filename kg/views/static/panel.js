// The panel at the right: one actor, one tie or one event, and the way back to the one before.
"use strict";

(() => {
  const { el, bdi, link, words, theme, filters } = kg;
  const { FIRST_EVENTS, actorButton, button, deeds, hiddenNote, inSteps, marksKey, only, section, shownEvents } = kg.lists;
  const FIRST_TIES = 8;
  const trail = [];
  let current = null;

  // A tie: all events of one type between the same two.

  function tieTitle(tie) {
    const [from, to] = [kg.actorOf(tie.from), kg.actorOf(tie.to)];
    const isMutual = !tie.arrows.to.enabled;
    if (from === to) return el("h2", {}, actorButton(from));
    return el("h2", {}, actorButton(from), el("span", { class: "arrow", "aria-label": isMutual ? "and" : "to" }, isMutual ? " ↔ " : " → "), actorButton(to));
  }

  function quadLine(tie) {
    const line = el("p", { class: "kicker" }, words.typeName(tie.type));
    line.style.color = theme.quadText(tie.quad);
    return line;
  }

  function tiePanel(tie) {
    const events = shownEvents(tie.events);
    const isOnly = events.length === 1;
    return [
      quadLine(tie),
      tieTitle(tie),
      el("p", { class: "about" }, `${words.count(events.length, "event")} · ${kg.quads.get(tie.quad).label.toLowerCase()}`),
      marksKey(),
      hiddenNote(tie.events.length, events.length),
      inSteps(events, FIRST_EVENTS, (event) => kg.evidence.eventCard(event.id, { isOpen: isOnly }), "events"),
    ];
  }

  // Away from the actor: all of a type by or against it, its circle, and ways to others.

  function deedSections(actorId, events) {
    const parts = [
      ["What it did", events.filter((event) => event.actors.includes(actorId))],
      ["What was done to it", events.filter((event) => event.targets.includes(actorId))],
    ];
    return parts.filter(([, found]) => found.length).map(([title, found]) => section(title, ...deeds(found)));
  }

  function focusButtons(actorId) {
    return el(
      "p",
      { class: "chips" },
      only("Only its events", "own", [actorId], "Hide all events in which it takes no part"),
      only("With its circle", "circle", [actorId], "And the events among those whom it met"),
      button("Way to …", () => kg.search.askForWay(actorId), { class: "chip", title: "The shortest ways to another actor" }),
    );
  }

  // An actor: who it is, whom it met, what it did and what was done to it.

  function role({ title, of, since, until }) {
    const years = [since, until].map((day) => day?.slice(0, 4) ?? "");
    const period = since || until ? ` (${years.join("–")})` : "";
    return el("li", {}, bdi(title), of ? ", " : "", of ? bdi(of) : "", period);
  }

  function wikidataLink(id) {
    return /^Q\d+$/.test(id) ? link(`https://www.wikidata.org/wiki/${id}`, id) : bdi(id);
  }

  function facts(actor) {
    const rows = [
      ["Also named", actor.aliases?.length && bdi(actor.aliases.join(", "))],
      ["Part of", actor.part_of?.length && bdi(actor.part_of.join(", "))],
      ["Roles", actor.roles?.length && el("ul", { class: "roles" }, ...actor.roles.map(role))],
      ["Wikidata", actor.wikidata && wikidataLink(actor.wikidata)],
    ];
    const known = rows.filter(([, value]) => value);
    return known.length ? el("dl", { class: "facts" }, ...known.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])) : null;
  }

  function tieRow(tie, actorId) {
    const isActor = kg.actorOf(tie.from) === actorId;
    const other = kg.actorOf(isActor ? tie.to : tie.from);
    const shown = kg.marks.eventsOf(tie).length;
    const name = other === actorId ? ownLoop(tie, actorId) : bdi(words.actorName(other), { class: "tie-name" });
    const type = el("span", { class: "tie-type" }, words.typeName(tie.type));
    type.style.color = theme.quadText(tie.quad);
    return button([type, name, el("span", { class: "tie-count" }, words.number(shown))], () => kg.select.tie(tie.id), { class: "tie-row" });
  }

  // A line from a mark to itself: nobody else is named, or it did it to itself.
  function ownLoop(tie, actorId) {
    const isToItself = kg.marks.eventsOf(tie).some((id) => kg.events.get(id).targets.includes(actorId));
    return el("span", { class: "tie-name quiet-note" }, isToItself ? "itself" : "nobody named");
  }

  function tieList(ties, actorId) {
    const shown = ties.filter((tie) => kg.marks.eventsOf(tie).length);
    const sorted = shown.sort((a, b) => kg.marks.eventsOf(b).length - kg.marks.eventsOf(a).length || (a.id < b.id ? -1 : 1));
    return sorted.length ? inSteps(sorted, FIRST_TIES, (tie) => tieRow(tie, actorId), "lines") : null;
  }

  function tieSections(actorId) {
    const ties = kg.tiesByActor.get(actorId) ?? [];
    const isMutual = (tie) => !tie.arrows.to.enabled;
    const parts = [
      ["To whom", ties.filter((tie) => !isMutual(tie) && kg.actorOf(tie.from) === actorId)],
      ["By whom", ties.filter((tie) => !isMutual(tie) && kg.actorOf(tie.to) === actorId && kg.actorOf(tie.from) !== actorId)],
      ["Together with", ties.filter(isMutual)],
    ];
    return parts.map(([title, found]) => [title, tieList(found, actorId)]).filter(([, list]) => list).map(([title, list]) => section(title, list));
  }

  function expandButton(actorId) {
    const own = (kg.nodesByActor.get(actorId) ?? []).map((node) => node.id);
    const hidden = own.flatMap(kg.marks.neighbours).filter((id) => !kg.marks.isDrawn(id));
    const actors = [...new Set(hidden.map(kg.actorOf))];
    if (!actors.length) return null;
    return button(`Draw ${words.count(actors.length, "more neighbour")}`, () => {
      kg.graph.add(actors);
      kg.select.actor(actorId);
    }, { class: "more" });
  }

  function actorEvents(actorId) {
    const ties = kg.tiesByActor.get(actorId) ?? [];
    return [...new Set(ties.flatMap((tie) => tie.events))];
  }

  function actorPanel(actor) {
    const ids = actorEvents(actor.id);
    const events = shownEvents(ids);
    const about = [words.kindName(actor.kind), actor.country && words.country(actor.country), words.count(events.length, "event")];
    return [
      el("p", { class: "kicker" }, kg.kindIcon(actor.kind), about[0]),
      el("h2", {}, bdi(actor.name)),
      el("p", { class: "about" }, about.slice(1).filter(Boolean).join(" · ")),
      focusButtons(actor.id),
      expandButton(actor.id),
      facts(actor),
      ...deedSections(actor.id, events),
      ...tieSections(actor.id),
      section("Events", marksKey(), hiddenNote(ids.length, events.length), inSteps(events, FIRST_EVENTS, (event) => kg.evidence.eventCard(event.id, { hasTriple: true }), "events")),
    ];
  }

  function eventPanel(event) {
    const kicker = el("p", { class: "kicker" }, words.action(event));
    kicker.style.color = theme.quadText(event.quad);
    const actors = event.actors.length ? event.actors : ["unnamed"];
    const names = (ids) => ids.flatMap((id, number) => [number ? ", " : "", kg.actors.has(id) ? actorButton(id) : "Unnamed"]);
    const title = el("h2", {}, ...names(actors));
    if (event.targets.length) title.append(el("span", { class: "arrow" }, " → "), ...names(event.targets));
    return [kicker, title, marksKey(), kg.evidence.eventCard(event.id, { isOpen: true })];
  }

  const PANELS = {
    actor: (id) => kg.actors.has(id) && actorPanel(kg.actors.get(id)),
    tie: (id) => kg.ties.has(id) && tiePanel(kg.ties.get(id)),
    place: (id) => kg.places.has(id) && kg.asides.place(kg.places.get(id)),
    between: (id) => kg.marks.foldTies().has(id) && kg.asides.between(kg.marks.foldTies().get(id)),
    way: () => filters.focus()?.kind === "way" && kg.asides.way(filters.focus()),
    event: (id) => kg.events.has(id) && eventPanel(kg.events.get(id)),
  };

  function bar() {
    const back = trail.length > 0 && button("‹ Back", goBack, { class: "back" });
    return el("div", { class: "panel-bar" }, back, button("×", () => kg.select.nothing(), { class: "close", "aria-label": "Close" }));
  }

  function draw() {
    const panel = kg.byId("panel");
    const content = current && PANELS[current.kind](current.id);
    panel.hidden = !content;
    document.body.classList.toggle("has-panel", Boolean(content));
    if (!content) return false;
    panel.replaceChildren(bar(), el("div", { class: "panel-body" }, ...content.filter(Boolean)));
    return true;
  }

  function open(kind, id) {
    const isSame = current?.kind === kind && current?.id === id;
    if (current && !isSame) trail.push(current);
    current = { kind, id };
    if (draw()) kg.byId("panel").scrollTop = 0;
    else current = null;
  }

  function close() {
    current = null;
    trail.length = 0;
    draw();
  }

  function goBack() {
    const before = trail.pop();
    current = null;
    if (before.kind === "way" && !PANELS.way()) kg.select.nothing();
    else kg.select[before.kind](before.id);
  }

  kg.panel = {
    open,
    close,
    current: () => current,
    start() {
      filters.onChange(draw);
      theme.onChange(draw);
    },
  };
})();
