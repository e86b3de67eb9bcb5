// The same events as a table, for sorting, reading aloud and printing.
"use strict";

(() => {
  const { el, bdi, words, theme, filters } = kg;
  const STEP = 200;
  const killed = (event) => event.tolls.find((toll) => toll.kind === "killed")?.best ?? -1;
  const COLUMNS = [
    { name: "Date", key: (event) => filters.firstDay(event) ?? "", cell: (event) => words.when(event) },
    { name: "Actor", key: (event) => words.names(event.actors), cell: (event) => people(event.actors, "unnamed") },
    { name: "Action", key: (event) => words.action(event), cell: actionCell },
    { name: "Target", key: (event) => words.names(event.targets), cell: (event) => people(event.targets, "") },
    { name: "Place", key: (event) => event.place?.name ?? "", cell: (event) => bdi(event.place?.name ?? "") },
    { name: "Toll", key: killed, cell: (event) => words.tolls(event) },
    { name: "Status", key: (event) => event.status, cell: (event) => el("span", { class: `status is-${event.status}` }, event.status) },
    { name: "Outlets", key: (event) => event.sources, cell: (event) => words.number(event.sources) },
  ];
  const NUMERIC = new Set(["Toll", "Outlets"]);
  let sorted = { column: COLUMNS[0], isDown: true };
  let isStale = true;

  function people(ids, none) {
    return ids.length ? bdi(words.names(ids)) : el("span", { class: "quiet-note" }, none);
  }

  function actionCell(event) {
    const open = el("button", { type: "button", class: "action-button" }, words.action(event));
    open.style.color = theme.quadText(event.quad);
    return open;
  }

  function row(event) {
    const cells = COLUMNS.map((column) => el("td", NUMERIC.has(column.name) ? { class: "number" } : {}, column.cell(event)));
    return el("tr", { "data-event": event.id, on: { click: (click) => open(event, click) } }, ...cells);
  }

  // A click anywhere in a row, the button's among them, unless it ends the marking of some text.
  function open(event, click) {
    if (click.target.closest("button") || document.getSelection().isCollapsed) kg.select.event(event.id);
  }

  function compare(a, b) {
    const [left, right] = [sorted.column.key(a), sorted.column.key(b)];
    const order = typeof left === "number" ? left - right : left.localeCompare(right, "en");
    return (sorted.isDown ? -order : order) || (a.id < b.id ? -1 : 1);
  }

  function header(column) {
    const isSorted = sorted.column === column;
    const direction = sorted.isDown ? "descending" : "ascending";
    const sort = el("button", { type: "button", on: { click: () => sortBy(column) } }, column.name, el("span", { "aria-hidden": "true", class: "sort" }, isSorted ? (sorted.isDown ? "↓" : "↑") : ""));
    return el("th", { scope: "col", "aria-sort": isSorted ? direction : "none", class: NUMERIC.has(column.name) ? "number" : null }, sort);
  }

  function sortBy(column) {
    const isDown = sorted.column === column ? !sorted.isDown : NUMERIC.has(column.name);
    sorted = { column, isDown };
    draw();
    kg.byId("view-table").querySelectorAll("th button")[COLUMNS.indexOf(column)].focus();
  }

  // Rows come by the hundred, so that ten thousand events open as fast as ten.
  function draw() {
    isStale = false;
    const rest = filters.shown().sort(compare);
    const body = el("tbody", {});
    const more = el("button", { type: "button", class: "more", on: { click: () => grow() } });
    function grow() {
      body.append(...rest.splice(0, STEP).map(row));
      more.textContent = `${words.number(rest.length)} more events`;
      more.hidden = !rest.length;
    }
    grow();
    const head = el("thead", {}, el("tr", {}, ...COLUMNS.map(header)));
    const caption = el("caption", { class: "unseen" }, "Events, with buttons in the header that sort them");
    kg.byId("view-table").replaceChildren(el("table", { class: "events" }, caption, head, body), more);
    if (!body.children.length) kg.byId("view-table").append(el("p", { class: "empty" }, "No event passes these filters."));
  }

  const isOpen = () => !kg.byId("view-table").hidden;

  function refresh() {
    isStale = true;
    if (isOpen()) draw();
  }

  function show(name) {
    for (const view of ["graph", "table"]) {
      kg.byId(`view-${view}`).hidden = view !== name;
      const tab = kg.byId(`tab-${view}`);
      tab.setAttribute("aria-selected", String(view === name));
      tab.tabIndex = view === name ? 0 : -1;
    }
    if (name === "table" && isStale) draw();
    kg.permalink?.write();
  }

  function onTabKey(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = event.target.id === "tab-graph" ? "table" : "graph";
    show(other);
    kg.byId(`tab-${other}`).focus();
  }

  kg.table = {
    show,
    current: () => (isOpen() ? "table" : "graph"),
    start() {
      for (const name of ["graph", "table"]) {
        kg.byId(`tab-${name}`).addEventListener("click", () => show(name));
        kg.byId(`tab-${name}`).addEventListener("keydown", onTabKey);
      }
      filters.onChange(refresh);
      theme.onChange(refresh);
    },
  };
})();
