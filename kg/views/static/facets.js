// The left column: filters with counts, which are the legend as well.
"use strict";

(() => {
  const { el, filters, words, theme } = kg;
  const FIRST_NAMES = 12;
  const QUADS_CONFLICT_FIRST = [4, 3, 2, 1];
  const STATUSES = {
    reported: ["Reported", {}],
    disputed: ["Disputed", { barred: true }],
    candidate: ["Threatened or feared", { dashed: true }],
    historical: ["Historical background", { width: 1.2 }],
  };
  const boxes = [];

  function row(facet, value, label, icon, className = "") {
    const box = el("input", {
      type: "checkbox",
      on: { change: () => filters.toggle(facet, value, box.checked) },
    });
    const number = el("span", { class: "facet-count" });
    const line = el("label", { class: `facet-row ${className}` }, box, icon, el("span", { class: "facet-name" }, label), number);
    boxes.push({ facet, value, box, number, line });
    return line;
  }

  function section(title, isOpen, ...rows) {
    return el("details", { class: "facet", open: isOpen }, el("summary", {}, title), ...rows);
  }

  function swatch(quad) {
    const box = el("span", { class: "swatch", "aria-hidden": "true" });
    box.style.background = theme.quadLine(quad);
    return box;
  }

  function actions() {
    const totals = filters.totals("action");
    const types = new Map([...kg.events.values()].map((event) => [event.type, event.quad]));
    return QUADS_CONFLICT_FIRST.filter((quad) => totals.has(`quad ${quad}`)).flatMap((quad) => [
      row("action", `quad ${quad}`, kg.quads.get(quad).label, swatch(quad), "facet-group"),
      ...byCount(totals)
        .filter((type) => types.get(type) === quad)
        .map((type) => row("action", type, words.typeName(type), null, "facet-part")),
    ]);
  }

  function byCount(totals) {
    return [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a) || (a < b ? -1 : 1));
  }

  function kinds() {
    const totals = filters.totals("kind");
    return byCount(totals).map((kind) => row("kind", kind, words.kindName(kind), kg.kindIcon(kind)));
  }

  function statuses() {
    const totals = filters.totals("status");
    return Object.entries(STATUSES)
      .filter(([status]) => totals.has(status))
      .map(([status, [label, look]]) => row("status", status, label, kg.lineIcon(look)));
  }

  function certainties() {
    const totals = filters.totals("certainty");
    return ["certain", "probable", "possible"]
      .filter((value) => totals.has(value))
      .map((value) => row("certainty", value, words.sentenceCase(value), null));
  }

  function confidences() {
    const totals = filters.totals("confidence");
    const steps = Object.entries(filters.CONFIDENCES).filter(([step]) => totals.has(step));
    return steps.map(([step, least]) => row("confidence", step, `${words.sentenceCase(step)}${least ? `: ${least} and more` : ""}`, null));
  }

  const countries = () => named("country", words.country);
  const outlets = () => named("outlet", (name) => name);

  function named(facet, nameOf) {
    const rows = byCount(filters.totals(facet)).map((value) => row(facet, value, kg.bdi(nameOf(value)), null));
    const rest = rows.slice(FIRST_NAMES);
    if (!rest.length) return rows;
    for (const line of rest) line.hidden = true;
    const more = el("button", { type: "button", class: "more" }, `${rest.length} more`);
    more.addEventListener("click", () => {
      for (const line of rest) line.hidden = false;
      more.remove();
    });
    return [...rows, more];
  }

  function key() {
    return el(
      "p",
      { class: "key" },
      "Larger marks take part in more events, wider lines stand for more events. A line without an arrow is mutual; one that comes back names nobody else.",
    );
  }

  function draw() {
    boxes.length = 0;
    const held = kg.events.size;
    const isCapped = held < kg.totals.events;
    const capped = isCapped && el("p", { class: "key" }, `This page holds ${words.number(held)} of ${words.number(kg.totals.events)} events, those that most texts tell of.`);
    const clear = el("button", { type: "button", class: "more clear", id: "clear-filters", on: { click: filters.clear } }, "Clear all");
    kg.byId("filters").replaceChildren(
      el("div", { class: "facet-head" }, el("p", { id: "shown-count" }), clear),
      capped || "",
      section("Action", true, ...actions()),
      section("Who takes part", true, ...kinds()),
      section("Status", true, ...statuses()),
      section("Certainty", false, ...certainties()),
      section("Outlet", false, ...outlets()),
      section("Country", false, ...countries()),
      section("Confidence", false, ...confidences()),
      key(),
    );
  }

  function refresh(shown) {
    const counts = new Map(filters.names.map((name) => [name, filters.counts(name)]));
    for (const { facet, value, box, number, line } of boxes) {
      const here = counts.get(facet).get(value) ?? 0;
      box.checked = filters.chosen[facet].has(value);
      number.textContent = words.number(here);
      line.classList.toggle("is-empty", !here);
    }
    sayHowMany(shown.size);
    kg.byId("clear-filters").hidden = !filters.isActive();
  }

  function sayHowMany(shown) {
    const all = kg.events.size;
    const text = shown === all ? words.count(all, "event") : `${words.number(shown)} of ${words.count(all, "event")}`;
    kg.byId("shown-count").textContent = text;
    kg.byId("status").textContent = `${text} shown`;
  }

  kg.facets = {
    start() {
      draw();
      filters.onChange(refresh);
      theme.onChange(() => {
        draw();
        filters.changed();
      });
    },
  };
})();
