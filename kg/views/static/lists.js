// What all panels are made of: lists that open in steps, deeds by type, names that lead on.
"use strict";

(() => {
  const { el, bdi, words, theme, filters } = kg;
  const FIRST_EVENTS = 20;

  function button(label, onClick, attributes = {}) {
    return el("button", { type: "button", ...attributes, on: { click: onClick } }, label);
  }

  // Long lists open in steps, so that a panel of a thousand events appears at once.
  function inSteps(items, step, make, noun) {
    const box = el("div", {});
    const rest = [...items];
    const more = button("", () => grow(), { class: "more" });
    function grow() {
      more.before(...rest.splice(0, step).map(make));
      more.textContent = `${words.number(rest.length)} more ${noun}`;
      more.hidden = !rest.length;
    }
    box.append(more);
    grow();
    return box;
  }

  function section(title, ...content) {
    return el("section", { class: "panel-section" }, el("h3", {}, title), ...content);
  }

  function actorButton(actorId) {
    return button(bdi(words.actorName(actorId)), () => kg.select.actor(actorId), { class: "name-button" });
  }

  function marksKey() {
    const roles = ["actor", "action", "target"];
    return el("p", { class: "marks-key" }, ...roles.map((role) => el("mark", { class: role }, role)));
  }

  const newestFirst = (a, b) => ((filters.firstDay(b) ?? "") < (filters.firstDay(a) ?? "") ? -1 : 1);

  function shownEvents(ids) {
    const shown = new Set(filters.shown().map((event) => event.id));
    return ids.filter((id) => shown.has(id)).map((id) => kg.events.get(id)).sort(newestFirst);
  }

  function hiddenNote(all, shown) {
    return all > shown ? el("p", { class: "quiet-note" }, `${words.count(all - shown, "event")} hidden by the filters`) : null;
  }

  function deedRow([type, events]) {
    const name = el("span", { class: "tie-type" }, words.typeName(type));
    name.style.color = theme.quadText(events[0].quad);
    const row = el("details", { class: "deeds" }, el("summary", { class: "tie-row" }, name, el("span", { class: "tie-name" }), el("span", { class: "tie-count" }, words.number(events.length))));
    row.addEventListener("toggle", () => {
      if (row.open && row.children.length === 1) row.append(inSteps(events, FIRST_EVENTS, (event) => kg.evidence.eventCard(event.id, { hasTriple: true }), "events"));
    });
    return row;
  }

  function deeds(events) {
    const byType = [...kg.grouped(events.map((event) => [event.type, event]))];
    return byType.sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1)).map(deedRow);
  }

  function only(label, kind, ids, title) {
    const focus = filters.focus();
    const isOn = focus?.kind === kind && focus.actors.join() === ids.join();
    const change = () => (isOn ? filters.setFocus(null) : kg.select.only(kind, ids));
    return button(label, change, { class: "chip", "aria-pressed": String(isOn), title });
  }

  function stepRow(tie) {
    const [from, to] = kg.ways.endsOf(tie).map(words.actorName);
    const type = el("span", { class: "tie-type" }, words.typeName(tie.type));
    type.style.color = theme.quadText(tie.quad);
    const names = el("span", { class: "tie-name" }, bdi(from), tie.arrows.to.enabled ? " → " : " ↔ ", bdi(to));
    return button([type, names, el("span", { class: "tie-count" }, words.number(kg.marks.eventsOf(tie).length))], () => kg.select.tie(tie.id), { class: "tie-row" });
  }

  kg.lists = { FIRST_EVENTS, actorButton, button, deedRow, deeds, hiddenNote, inSteps, marksKey, only, section, shownEvents, stepRow };
})();
