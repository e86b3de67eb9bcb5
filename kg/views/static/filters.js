// Which events are shown: the reader's choices, and what passes them.
"use strict";

(() => {
  const participants = (event) => [...event.actors, ...event.targets].map((id) => kg.actors.get(id));

  const unique = (values) => [...new Set(values.filter(Boolean))];

  function kindsOf(event) {
    const kinds = participants(event).map((actor) => actor?.kind);
    return unique(event.actors.length ? kinds : [...kinds, "unnamed"]);
  }

  function countriesOf(event) {
    return unique([...participants(event).map((actor) => actor?.country), event.place?.country]);
  }

  const articlesOf = (event) => [...event.claims, ...event.denials].map((id) => kg.articles.get(kg.claims.get(id).article));

  // The least confidence of each step; what is below all of them is "low".
  const CONFIDENCES = { high: 0.9, medium: 0.7, low: 0 };
  const confidenceOf = (event) => Object.keys(CONFIDENCES).find((step) => event.confidence >= CONFIDENCES[step]);

  // An event passes a facet when one of its values is chosen, or when nothing is.
  const FACETS = {
    action: (event) => [`quad ${event.quad}`, event.type],
    kind: kindsOf,
    status: (event) => [event.status],
    certainty: (event) => unique([event.certainty]),
    outlet: (event) => unique(articlesOf(event).map((article) => article.source)),
    country: countriesOf,
    confidence: (event) => [confidenceOf(event)],
  };

  const names = Object.keys(FACETS);
  const values = new Map(
    names.map((name) => [name, new Map([...kg.events.values()].map((e) => [e.id, FACETS[name](e)]))]),
  );

  const chosen = Object.fromEntries(names.map((name) => [name, new Set()]));
  const range = { from: "", to: "" };
  let focus = null;
  const listeners = [];

  // Where no report states a day, the event is no later than its first report.
  const firstDay = (event) => event.earliest ?? event.latest ?? event.published;
  const lastDay = (event) => event.latest ?? event.earliest ?? event.published;

  function isInRange(event) {
    if (!range.from && !range.to) return true;
    const first = firstDay(event);
    if (!first) return false;
    return (!range.from || lastDay(event) >= range.from) && (!range.to || first <= range.to);
  }

  function passes(event, except) {
    return names.every((name) => {
      if (name === except || !chosen[name].size) return true;
      return values.get(name).get(event.id).some((value) => chosen[name].has(value));
    });
  }

  const all = () => [...kg.events.values()];
  const focused = (events) => (focus ? kg.ways.inFocus(focus, events) : events);
  const shown = () => focused(all().filter((event) => passes(event) && isInRange(event)));
  const shownAtAnyTime = () => focused(all().filter((event) => passes(event)));

  // Counts of a facet ignore its own choices: they say what a click would add.
  function counts(name) {
    const found = new Map();
    for (const event of focused(all().filter((event) => passes(event, name) && isInRange(event)))) {
      for (const value of values.get(name).get(event.id)) found.set(value, (found.get(value) ?? 0) + 1);
    }
    return found;
  }

  function totals(name) {
    const found = new Map();
    for (const held of values.get(name).values()) {
      for (const value of held) found.set(value, (found.get(value) ?? 0) + 1);
    }
    return found;
  }

  const isActive = () => Boolean(focus || range.from || range.to) || names.some((name) => chosen[name].size);

  function changed() {
    const ids = new Set(shown().map((event) => event.id));
    for (const react of listeners) react(ids);
  }

  function toggle(name, value, isOn) {
    if (isOn) chosen[name].add(value);
    else chosen[name].delete(value);
    changed();
  }

  function setRange(from, to) {
    Object.assign(range, { from, to });
    changed();
  }

  function setFocus(asked) {
    focus = asked;
    changed();
  }

  function replace(choices, from, to, asked = null) {
    focus = asked;
    for (const name of names) chosen[name] = new Set(choices[name] ?? []);
    setRange(from, to);
  }

  const clear = () => replace({}, "", "");

  kg.filters = {
    names, chosen, range, focus: () => focus, setFocus, CONFIDENCES, shown, shownAtAnyTime, counts, totals, isActive, toggle, setRange, replace,
    clear, changed, firstDay, lastDay, onChange: (react) => listeners.push(react),
  };
})();
