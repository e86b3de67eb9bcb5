// What is shown, as files: events as CSV, the network as GEXF for Gephi, the picture as PNG.
"use strict";

(() => {
  const { el, words, theme, filters, marks } = kg;

  // The columns of events.csv, in their order.
  const actorField = (ids, field) => ids.map((id) => kg.actors.get(id)?.[field] ?? "").join(";");
  const tollField = (event, kind, end) => event.tolls.find((toll) => toll.kind === kind)?.[end];
  const leadArticle = (event) => kg.articles.get(kg.claims.get(event.lead).article);
  const leadSentence = (event) => kg.claims.get(event.lead).pieces.map(([text]) => text).join("");
  const CSV_COLUMNS = {
    event_id: (event) => event.id,
    status: (event) => event.status,
    event_type: (event) => event.type,
    mode: (event) => event.mode,
    contexts: (event) => event.contexts.join(";"),
    quad: (event) => event.quad,
    intensity: (event) => event.intensity,
    cameo: (event) => event.cameo,
    actor_ids: (event) => event.actors.join(";"),
    actors: (event) => actorField(event.actors, "name"),
    actor_countries: (event) => actorField(event.actors, "country"),
    actor_sectors: (event) => actorField(event.actors, "sector"),
    target_ids: (event) => event.targets.join(";"),
    targets: (event) => actorField(event.targets, "name"),
    target_countries: (event) => actorField(event.targets, "country"),
    target_sectors: (event) => actorField(event.targets, "sector"),
    date_earliest: (event) => event.earliest,
    date_latest: (event) => event.latest,
    date_precision: (event) => event.precision,
    place: (event) => event.place?.name,
    country: (event) => event.place?.country,
    latitude: (event) => event.place?.latitude,
    longitude: (event) => event.place?.longitude,
    place_precision: (event) => event.place?.precision,
    killed_low: (event) => tollField(event, "killed", "low"),
    killed_best: (event) => tollField(event, "killed", "best"),
    killed_high: (event) => tollField(event, "killed", "high"),
    injured_low: (event) => tollField(event, "injured", "low"),
    injured_best: (event) => tollField(event, "injured", "best"),
    injured_high: (event) => tollField(event, "injured", "high"),
    articles: (event) => event.articles,
    sources: (event) => event.sources,
    stories: (event) => event.stories,
    first_published: (event) => event.published,
    sentence: leadSentence,
    url: (event) => leadArticle(event).url,
    confidence: (event) => event.confidence,
  };

  // Spreadsheets run a cell that begins like a formula; an apostrophe in front makes it text.
  function csvCell(value) {
    if (value == null) return "";
    if (typeof value === "number") return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function csv() {
    const lines = filters.shown().map((event) => Object.values(CSV_COLUMNS).map((of) => csvCell(of(event))));
    return [Object.keys(CSV_COLUMNS), ...lines].map((cells) => cells.join(",") + "\r\n").join("");
  }

  // GEXF 1.3: the actors and lines on the canvas, with the events that pass the filters.

  const NODE_FIELDS = { kind: "string", country: "string", events: "integer" };
  const EDGE_FIELDS = { type: "string", quad: "integer", events: "integer", first_day: "string", last_day: "string", is_candidate: "boolean" };
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  // XML knows most control characters and half characters in no spelling.
  function xml(value) {
    const text = String(value ?? "").toWellFormed().replace(/[\u0000-\u001f\ufffe\uffff]/g, " ");
    return text.replace(/[&<>"]/g, (found) => ENTITIES[found]);
  }

  function fields(of, types) {
    const rows = Object.entries(types).map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`);
    return `<attributes class="${of}">${rows.join("")}</attributes>`;
  }

  const values = (given) => `<attvalues>${Object.entries(given).map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`).join("")}</attvalues>`;

  function gexfNode(node) {
    const { name, country } = kg.actors.get(node.actor);
    const at = marks.places.get(node.id);
    const place = `<viz:position x="${at.x.toFixed(1)}" y="${(-at.y).toFixed(1)}"/><viz:size value="${node.size}"/>`;
    return `<node id="${xml(node.id)}" label="${xml(name)}">${values({ kind: node.kind, country: country ?? "", events: node.events })}${place}</node>`;
  }

  function gexfEdge(tie) {
    const events = marks.eventsOf(tie).map((id) => kg.events.get(id));
    const days = events.flatMap((event) => [filters.firstDay(event), filters.lastDay(event)]).filter(Boolean).sort();
    const given = {
      type: tie.type, quad: tie.quad, events: events.length, first_day: days[0] ?? "", last_day: days.at(-1) ?? "",
      is_candidate: events.every((event) => event.status === "candidate"),
    };
    const direction = tie.arrows.to.enabled ? "directed" : "undirected";
    return `<edge id="${xml(tie.id)}" source="${xml(tie.from)}" target="${xml(tie.to)}" type="${direction}" label="${xml(words.typeName(tie.type))}" weight="${events.length}">${values(given)}</edge>`;
  }

  function gexf() {
    const nodes = kg.graph.visible();
    const ids = new Set(nodes.map((node) => node.id));
    const ties = marks.drawnTies().filter((tie) => ids.has(tie.from) && ids.has(tie.to) && marks.eventsOf(tie).length);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
      `<meta><description>${xml(kg.title)}</description></meta>`,
      '<graph defaultedgetype="directed">', fields("node", NODE_FIELDS), fields("edge", EDGE_FIELDS),
      "<nodes>", ...nodes.map(gexfNode), "</nodes>", "<edges>", ...ties.map(gexfEdge), "</edges>",
      "</graph>", "</gexf>", "",
    ].join("\n");
  }

  // The canvas is clear: behind it goes the page's ground, above it what it shows.
  function picture() {
    const drawn = kg.graph.picture();
    const ratio = drawn.width / drawn.clientWidth;
    const head = Math.round(44 * ratio);
    const canvas = el("canvas", { width: drawn.width, height: drawn.height + head });
    const context = canvas.getContext("2d");
    context.fillStyle = theme.css("--canvas");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(drawn, 0, head);
    context.fillStyle = theme.css("--ink");
    context.textBaseline = "middle";
    context.font = `600 ${15 * ratio}px sans-serif`;
    context.fillText(words.undirected(kg.title), 14 * ratio, head / 2);
    const { from, to } = filters.range;
    const about = [kg.byId("shown-count").textContent, (from || to) && `${from || "…"} to ${to || "…"}`];
    context.font = `${12 * ratio}px sans-serif`;
    context.textAlign = "right";
    context.fillText(about.filter(Boolean).join(" · "), canvas.width - 14 * ratio, head / 2);
    return canvas;
  }

  function save(name, blob) {
    const url = URL.createObjectURL(blob);
    el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  const FILES = {
    // The byte order mark tells Excel that this is UTF-8.
    csv: () => save("events.csv", new Blob(["\ufeff", csv()], { type: "text/csv;charset=utf-8" })),
    gexf: () => save("network.gexf", new Blob([gexf()], { type: "application/gexf+xml" })),
    png: () => picture().toBlob((blob) => save("network.png", blob), "image/png"),
  };

  function listen(menu) {
    const close = () => (menu.open = false);
    for (const [kind, write] of Object.entries(FILES)) {
      kg.byId(`download-${kind}`).addEventListener("click", () => {
        write();
        close();
      });
    }
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.stopPropagation();
      close();
      menu.querySelector("summary").focus();
    });
    document.addEventListener("pointerdown", (event) => menu.contains(event.target) || close());
  }

  kg.downloads = { csv, gexf, picture, start: () => listen(kg.byId("download")) };
})();
