// The page's one global, and the records of its data block, indexed.
"use strict";

const kg = (window.kg = {});

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);

  const byId = (records) => new Map(records.map((record) => [record.id, record]));

  // Ids come from texts, so lookups are Maps: an actor called "__proto__" is an actor like any other.
  function grouped(pairs) {
    const groups = new Map();
    for (const [key, value] of pairs) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(value);
    }
    return groups;
  }

  const nodes = byId(data.network.nodes);
  const actorOf = (nodeId) => nodes.get(nodeId).actor;

  function tiesByActor() {
    const pairs = data.network.edges.flatMap((tie) => {
      const ends = new Set([actorOf(tie.from), actorOf(tie.to)]);
      return [...ends].map((actor) => [actor, tie]);
    });
    return grouped(pairs);
  }

  const tiesByEvent = () => grouped(data.network.edges.flatMap((tie) => tie.events.map((id) => [id, tie])));

  // A search for "Selenskyj" should not need to know how the reports spell him.
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  Object.assign(kg, {
    title: data.title,
    totals: data.totals,
    kinds: new Map(Object.entries(data.kinds)),
    quads: new Map(Object.entries(data.quads).map(([quad, style]) => [Number(quad), style])),
    countries: new Map(Object.entries(data.countries)),
    network: data.network,
    nodes,
    ties: byId(data.network.edges),
    actors: byId(data.actors),
    events: byId(data.events),
    claims: byId(data.claims),
    articles: byId(data.articles),
    nodesByActor: grouped(data.network.nodes.map((node) => [node.actor, node])),
    tiesByActor: tiesByActor(),
    tiesByEvent: tiesByEvent(),
    actorOf,
    fold,
    grouped,
  });
})();
