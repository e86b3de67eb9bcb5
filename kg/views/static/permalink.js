// The view in the address: filters, tab and selection after "#", so that a copied link shows the same.
"use strict";

(() => {
  const { filters } = kg;
  const SELECTIONS = ["actor", "tie", "event", "place", "way"];
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");
  let isReading = false;

  function view() {
    const parts = new URLSearchParams();
    for (const name of filters.names) {
      for (const value of [...filters.chosen[name]].sort()) parts.append(name, value);
    }
    if (filters.range.from) parts.set("from", filters.range.from);
    if (filters.range.to) parts.set("to", filters.range.to);
    const focus = filters.focus();
    if (focus) for (const value of [focus.kind, ...focus.actors]) parts.append("only", value);
    for (const id of kg.folds.openFolds()) parts.append("open", id);
    if (kg.table.current() === "table") parts.set("view", "table");
    const selected = kg.panel.current();
    // "select" keeps a chosen event apart from the facets.
    if (selected && SELECTIONS.includes(selected.kind)) parts.set("select", `${selected.kind}:${selected.id}`);
    return parts.toString();
  }

  // A page inside a notebook's frame has no address of its own to change.
  function write() {
    if (isReading || location.protocol === "about:") return;
    const hash = view();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function read() {
    isReading = true;
    const parts = new URLSearchParams(location.hash.slice(1));
    const choices = Object.fromEntries(filters.names.map((name) => [name, known(name, parts.getAll(name))]));
    const [from, to] = ["from", "to"].map((end) => (isDay(parts.get(end)) ? parts.get(end) : ""));
    const [kind, ...actors] = parts.getAll("only");
    const focus = kg.ways.isFocus(kind, actors) ? { kind, actors } : null;
    filters.replace(choices, from, to, focus);
    kg.graph.openOnly(parts.getAll("open").filter((id) => kg.folds.all.has(id)));
    kg.table.show(parts.get("view") === "table" ? "table" : "graph");
    select(parts.get("select") ?? "");
    isReading = false;
  }

  // Links are written by anybody: what this page does not hold is left out.
  function known(name, values) {
    const held = filters.totals(name);
    return values.filter((value) => held.has(value));
  }

  function select(text) {
    const [kind, ...rest] = text.split(":");
    if (SELECTIONS.includes(kind)) kg.select[kind](rest.join(":"));
    else kg.select.nothing();
  }

  kg.permalink = {
    write,
    start() {
      filters.onChange(write);
      read();
      window.addEventListener("hashchange", read);
    },
  };
})();
