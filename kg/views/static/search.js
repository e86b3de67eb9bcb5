// The search box: names and aliases, found while typing; Enter opens the first.
"use strict";

(() => {
  const { el, bdi, words, fold } = kg;
  const MOST_FOUND = 10;
  const ASK = "Find an actor or place";
  const weight = (actor) => Math.max(0, ...(kg.nodesByActor.get(actor.id) ?? []).map((node) => node.events));
  const entry = (actor, events, isPlace) => ({ actor, isPlace, texts: [actor.name, ...(actor.aliases ?? [])], weight: events });
  const entries = [
    ...[...kg.actors.values()].filter((actor) => actor.kind !== "unnamed" && !kg.places.ofActor(actor)).map((actor) => entry(actor, weight(actor), false)),
    ...kg.places.all().map((place) => entry(place, place.events.length, true)),
  ];
  const folded = new Map(entries.map((entry) => [entry, entry.texts.map(fold)]));
  let found = [];
  let active = -1;
  let wayFrom = null;

  // 3: the whole name, 2: the beginning of one of its words, 1: a part of it; 0: not found. Last names count as first.
  function grade(text, query) {
    if (text === query) return 3;
    if (text.startsWith(query) || text.includes(` ${query}`)) return 2;
    return query.length > 2 && text.includes(query) ? 1 : 0;
  }

  // Its own name counts for more than an alias: "Kyiv" is the city first, then the government there.
  function match(entry, query) {
    const grades = folded.get(entry).map((text, number) => grade(text, query) && grade(text, query) + (number ? 0 : 0.5));
    const best = Math.max(...grades);
    return { ...entry, grade: best, text: entry.texts[grades.indexOf(best)] };
  }

  function search(text) {
    const query = fold(text.trim());
    if (!query) return [];
    return entries
      .map((entry) => match(entry, query))
      .filter((hit) => hit.grade && !(wayFrom && (hit.isPlace || hit.actor.id === wayFrom)))
      .sort((a, b) => b.grade - a.grade || b.weight - a.weight || (a.actor.id < b.actor.id ? -1 : 1))
      .slice(0, MOST_FOUND);
  }

  function option(hit, number) {
    const { actor } = hit;
    const about = [words.kindName(actor.kind), actor.country, words.count(hit.weight, "event")];
    const alias = hit.text === actor.name ? null : el("span", { class: "found-alias" }, bdi(hit.text));
    return el(
      "li",
      { role: "option", id: `found-${number}`, "aria-selected": String(number === active), on: { mousedown: (event) => take(event, number) } },
      kg.kindIcon(actor.kind),
      el("span", { class: "found-name" }, bdi(actor.name), alias),
      el("span", { class: "found-about" }, about.filter(Boolean).join(" · ")),
    );
  }

  function take(event, number) {
    event.preventDefault();
    choose(number);
  }

  function choose(number) {
    const hit = found[number];
    if (!hit) return;
    const input = kg.byId("search");
    input.value = hit.actor.name;
    const from = wayFrom;
    close();
    kg.table.show("graph");
    if (from) {
      endWay();
      kg.select.only("way", [from, hit.actor.id]);
      return;
    }
    if (hit.isPlace) {
      kg.select.place(hit.actor.id);
      return;
    }
    kg.select.actor(hit.actor.id);
    kg.camera.reveal((kg.nodesByActor.get(hit.actor.id) ?? []).map((node) => node.id));
  }

  function draw() {
    const list = kg.byId("search-found");
    const isAsked = Boolean(kg.byId("search").value.trim());
    list.replaceChildren(...found.map(option));
    if (isAsked && !found.length) list.append(el("li", { class: "found-none" }, "Nobody of that name takes part in these events"));
    list.hidden = !isAsked;
    kg.byId("search").setAttribute("aria-expanded", String(isAsked));
    const current = active >= 0 ? `found-${active}` : "";
    kg.byId("search").setAttribute("aria-activedescendant", current);
  }

  function close() {
    found = [];
    active = -1;
    kg.byId("search-found").hidden = true;
    kg.byId("search").setAttribute("aria-expanded", "false");
  }

  // The same box asks for the other end of a way.
  function askForWay(actorId) {
    const input = kg.byId("search");
    wayFrom = actorId;
    input.value = "";
    input.placeholder = `From ${words.undirected(words.actorName(actorId))} to …`;
    input.setAttribute("aria-label", input.placeholder);
    input.focus();
  }

  function endWay() {
    wayFrom = null;
    kg.byId("search").placeholder = ASK;
    kg.byId("search").setAttribute("aria-label", ASK);
  }

  function onInput(event) {
    found = search(event.target.value);
    active = found.length ? 0 : -1;
    draw();
  }

  function move(step) {
    if (!found.length) return;
    active = (active + step + found.length) % found.length;
    draw();
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(active),
    Escape: () => {
      kg.byId("search").value = "";
      close();
      endWay();
    },
  };

  function onKey(event) {
    const act = KEYS[event.key];
    if (!act) return;
    if (event.key !== "Enter") event.preventDefault();
    event.stopPropagation();
    act();
  }

  kg.search = {
    askForWay,
    find: (text) => search(text).map((hit) => hit.actor.id),
    start() {
      const input = kg.byId("search");
      input.addEventListener("input", onInput);
      input.addEventListener("focus", onInput);
      input.addEventListener("blur", () => {
        close();
        endWay();
      });
      input.addEventListener("keydown", onKey);
    },
  };
})();
