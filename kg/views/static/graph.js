// The network on its canvas. Positions come with the page; nothing moves unless the reader moves it.
"use strict";

(() => {
  const { words, theme, filters } = kg;
  const CLOSEST = 1.25;
  const SCALE_LIMITS = [0.04, 5];
  const FADED = 0.13;
  const FREE_DISTANCE = 90;
  const GOLDEN_ANGLE = 2.399963;
  const WIDTH_FULL_AT = 40;
  const STEP = 100;

  const nodes = new vis.DataSet();
  const ties = new vis.DataSet();
  const places = new Map();
  const kept = { nodes: null, ties: null };
  const chosen = { nodes: new Set(), ties: new Set() };
  const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

  let network = null;
  let shownEvents = new Set(kg.events.keys());
  let named = [];

  const animation = () => (stillness.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

  // Who is on the canvas: those placed by the page, and those whom the reader asked for since.

  function isDrawn(nodeId) {
    return places.has(nodeId);
  }

  const drawnTies = () => kg.network.edges.filter((tie) => isDrawn(tie.from) && isDrawn(tie.to));
  const drawnNodes = () => kg.network.nodes.filter((node) => isDrawn(node.id));
  const eventsOf = (tie) => tie.events.filter((id) => shownEvents.has(id));

  function neighbours(nodeId) {
    const touching = kg.tiesByActor.get(kg.actorOf(nodeId)) ?? [];
    return touching
      .filter((tie) => tie.from === nodeId || tie.to === nodeId)
      .map((tie) => (tie.from === nodeId ? tie.to : tie.from));
  }

  function freeSpotNear(x, y) {
    const taken = [...places.values()];
    for (let turn = 1; ; turn += 1) {
      const reach = FREE_DISTANCE * Math.sqrt(turn);
      const spot = { x: x + reach * Math.cos(turn * GOLDEN_ANGLE), y: y + reach * Math.sin(turn * GOLDEN_ANGLE) };
      if (taken.every((at) => Math.hypot(at.x - spot.x, at.y - spot.y) >= FREE_DISTANCE)) return spot;
    }
  }

  function place(nodeId) {
    const known = neighbours(nodeId).filter(isDrawn).map((id) => places.get(id));
    const mean = (axis) => (known.length ? known.reduce((sum, at) => sum + at[axis], 0) / known.length : 0);
    places.set(nodeId, freeSpotNear(mean("x"), mean("y")));
  }

  function add(actorIds) {
    const missing = actorIds
      .flatMap((id) => kg.nodesByActor.get(id) ?? [])
      .filter((node) => !isDrawn(node.id) && node.kind !== "unnamed");
    missing.forEach((node) => place(node.id));
    const unnamed = missing.flatMap((node) => neighbours(node.id)).filter((id) => !isDrawn(id) && kg.nodes.get(id).kind === "unnamed");
    new Set(unnamed).forEach(place);
    if (missing.length) redraw();
  }

  // How marks and lines look now.

  function nodeLook(node) {
    const fill = theme.kind(node.kind);
    const isHollow = theme.isHollow(node.kind);
    const paint = {
      background: isHollow ? theme.css("--canvas") : fill,
      border: isHollow ? fill : theme.css("--canvas"),
    };
    const lit = { background: paint.background, border: theme.css("--ink") };
    return {
      id: node.id,
      ...places.get(node.id),
      shape: node.shape,
      size: node.size,
      hidden: !named.includes(node),
      opacity: isFaded(node.id) ? FADED : 1,
      shapeProperties: { borderDashes: node.kind === "unnamed" ? [2, 2] : false },
      color: { ...paint, highlight: lit, hover: lit },
    };
  }

  function tieLook(tie) {
    const events = eventsOf(tie).map((id) => kg.events.get(id));
    const colour = theme.quadLine(tie.quad);
    const isDim = kept.ties && !kept.ties.has(tie.id);
    return {
      id: tie.id,
      from: tie.from,
      to: tie.to,
      value: events.length,
      hidden: !events.length,
      smooth: tie.smooth ?? { enabled: false },
      selfReference: { ...kg.network.options.edges.selfReference, ...tie.selfReference },
      dashes: events.every((event) => event.status === "candidate") ? [6, 5] : false,
      arrows: { ...tie.arrows, middle: { ...tie.arrows.middle, enabled: events.some((e) => e.status === "disputed") } },
      color: { color: colour, highlight: colour, hover: colour, opacity: isDim ? FADED / 2 : solidity(events.length) },
    };
  }

  // What is told once recedes behind what is told often.
  const solidity = (count) => Math.min(0.92, 0.5 + 0.12 * Math.sqrt(count));

  const isFaded = (nodeId) => kept.nodes !== null && !kept.nodes.has(nodeId);

  // An actor without any event shown disappears; without filters everybody is here.
  function findNamed() {
    const met = new Set();
    for (const tie of drawnTies()) {
      if (!eventsOf(tie).length) continue;
      met.add(tie.from).add(tie.to);
    }
    const byActivity = (a, b) => chosen.nodes.has(b.id) - chosen.nodes.has(a.id) || b.events - a.events;
    return drawnNodes()
      .filter((node) => met.has(node.id) || !filters.isActive())
      .sort(byActivity);
  }

  function redraw() {
    named = findNamed();
    nodes.update(drawnNodes().map(nodeLook));
    ties.update(drawnTies().map(tieLook));
    sayWhatIsDrawn();
  }

  function sayWhatIsDrawn() {
    const drawn = named.filter((node) => node.kind !== "unnamed").length;
    const all = kg.totals.nodes;
    const isPartial = drawn < all && !filters.isActive();
    const waiting = Math.min(STEP, undrawnActors().length);
    kg.byId("notice").hidden = !isPartial;
    kg.byId("notice-text").textContent = `${words.number(drawn)} of ${words.count(all, "actor")}: the most active`;
    kg.byId("draw-more").textContent = `Show ${words.number(waiting)} more`;
    kg.byId("draw-more").hidden = !waiting;
  }

  // The page lists its nodes by activity, so the next are the most active of the rest.
  const undrawnActors = () => kg.network.nodes.filter((node) => node.kind !== "unnamed" && !isDrawn(node.id)).map((node) => node.actor);

  function drawMore() {
    add(undrawnActors().slice(0, STEP));
    fit();
  }

  // What the reader points at.

  function light(nodeIds, tieIds, keepNodes, keepTies) {
    chosen.nodes = new Set(nodeIds);
    chosen.ties = new Set(tieIds);
    kept.nodes = keepNodes && new Set(keepNodes);
    kept.ties = keepTies && new Set(keepTies);
    redraw();
    network.setSelection(
      { nodes: nodeIds.filter(isDrawn), edges: tieIds.filter((id) => ties.get(id)) },
      { highlightEdges: false },
    );
  }

  function showActor(actorId) {
    add([actorId]);
    const own = (kg.nodesByActor.get(actorId) ?? []).map((node) => node.id);
    const touching = kg.tiesByActor.get(actorId) ?? [];
    light(own, [], [...own, ...touching.flatMap((tie) => [tie.from, tie.to])], touching.map((tie) => tie.id));
  }

  function showTies(found) {
    const ends = found.flatMap((tie) => [tie.from, tie.to]);
    add(ends.map(kg.actorOf));
    const ids = found.map((tie) => tie.id);
    light([], ids, ends, ids);
  }

  const showNothing = () => light([], [], null, null);

  // Brings marks into the part of the canvas that the panel leaves free.
  function bringIntoView(nodeIds) {
    const spots = nodeIds.filter(isDrawn).map((id) => places.get(id));
    if (!spots.length) return;
    const xs = spots.map((at) => at.x);
    const ys = spots.map((at) => at.y);
    const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
    const { left, right, top, bottom } = freeArea();
    const room = Math.min((right - left) / (Math.max(...xs) - Math.min(...xs) + 160), (bottom - top) / (Math.max(...ys) - Math.min(...ys) + 160));
    const canvas = kg.byId("canvas");
    network.moveTo({
      position: middle,
      scale: Math.min(Math.max(network.getScale(), 0.9), room, CLOSEST),
      offset: { x: (left + right - canvas.clientWidth) / 2, y: (top + bottom - canvas.clientHeight) / 2 },
      animation: animation(),
    });
  }

  function freeArea() {
    const canvas = kg.byId("canvas").getBoundingClientRect();
    const panel = kg.byId("panel").getBoundingClientRect();
    const area = { left: 0, right: canvas.width, top: 0, bottom: canvas.height };
    if (!panel.width) return area;
    if (panel.width > canvas.width * 0.8) return { ...area, bottom: Math.max(panel.top - canvas.top, 120) };
    return { ...area, right: panel.left - canvas.left };
  }

  function isInView(nodeIds) {
    const { left, right, top, bottom } = freeArea();
    return nodeIds.filter(isDrawn).every((id) => {
      const at = network.canvasToDOM(places.get(id));
      return at.x > left + 20 && at.x < right - 20 && at.y > top + 20 && at.y < bottom - 20;
    });
  }

  function reveal(nodeIds) {
    if (!isInView(nodeIds)) bringIntoView(nodeIds);
  }

  function fit(isAnimated = true) {
    network.fit({ maxZoomLevel: CLOSEST, animation: false });
    // Names hang below the marks and are not part of what vis-network fits.
    const scale = network.getScale() * 0.94;
    network.moveTo({ scale, animation: isAnimated ? animation() : false });
  }

  function zoom(factor) {
    const [least, most] = SCALE_LIMITS;
    const scale = Math.min(most, Math.max(least, network.getScale() * factor));
    network.moveTo({ scale, animation: animation() });
  }

  function keepZoomInLimits({ scale }) {
    const [least, most] = SCALE_LIMITS;
    if (scale < least || scale > most) network.moveTo({ scale: Math.min(most, Math.max(least, scale)) });
  }

  // Names.

  let labelBoxes = [];

  function drawLabels(context) {
    const byWeight = (a, b) => b.shown - a.shown;
    const lit = drawnTies()
      .filter((tie) => !kept.ties || kept.ties.has(tie.id))
      .map((tie) => ({ ...tie, shown: eventsOf(tie).length }))
      .filter((tie) => tie.shown)
      .sort(byWeight);
    labelBoxes = kg.labels.draw(context, {
      nodes: named,
      ties: lit,
      scale: network.getScale(),
      place: (id) => network.canvasToDOM(places.get(id)),
      middle: middleOf,
      isChosen: (id) => chosen.nodes.has(id),
      isFaded,
    });
  }

  // vis-network tells where lines bend only inside; without it lines merely go unnamed.
  function middleOf(tieId) {
    const point = network.body?.edges?.[tieId]?.edgeType?.getPoint?.(0.5);
    return point ? network.canvasToDOM(point) : null;
  }

  function nodeNamedAt({ x, y }) {
    return labelBoxes.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
  }

  // Pointer, tips and keys.

  function onClick({ nodes: [nodeId], edges: [tieId], pointer }) {
    const found = nodeId ?? (tieId ? undefined : nodeNamedAt(pointer.DOM));
    if (found !== undefined) kg.select.actor(kg.actorOf(found));
    else if (tieId !== undefined) kg.select.tie(tieId);
    else kg.select.nothing();
  }

  function tieTip(tie) {
    const arrow = tie.arrows.to.enabled ? "→" : "↔";
    const [from, to] = [tie.from, tie.to].map((id) => words.actorName(kg.actorOf(id)));
    const title = tie.from === tie.to ? from : `${from} ${arrow} ${to}`;
    return [title, `${words.typeName(tie.type)}: ${words.count(eventsOf(tie).length, "event")}`];
  }

  function nodeTip(node) {
    const actor = kg.actors.get(node.actor);
    const about = [words.kindName(node.kind), actor.country && words.country(actor.country), words.count(node.events, "event")];
    return [actor.name, about.filter(Boolean).join(" · ")];
  }

  function showTip([title, about], { x, y }) {
    const tip = kg.byId("tip");
    tip.replaceChildren(kg.bdi(title, { class: "tip-title" }), kg.el("span", {}, about));
    tip.hidden = false;
    const room = kg.byId("canvas").clientWidth - tip.offsetWidth - 8;
    tip.style.transform = `translate(${Math.max(8, Math.min(x + 14, room))}px, ${y + 16}px)`;
  }

  const hideTip = () => {
    kg.byId("tip").hidden = true;
    kg.byId("canvas").style.cursor = "";
  };

  function tipOn(event, tipOf) {
    network.on(event, ({ pointer, node, edge }) => {
      showTip(tipOf(node ?? edge), pointer.DOM);
      kg.byId("canvas").style.cursor = "pointer";
    });
  }

  function stepTo(offset) {
    const order = named.filter((node) => node.kind !== "unnamed").sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1));
    if (!order.length) return;
    const here = order.findIndex((node) => chosen.nodes.has(node.id));
    const next = order[(here + offset + order.length + (here < 0 && offset < 0 ? 1 : 0)) % order.length];
    showActor(next.actor);
    reveal([next.id]);
    kg.byId("status").textContent = nodeTip(next).join(", ");
  }

  const KEYS = {
    ArrowRight: () => stepTo(1),
    ArrowDown: () => stepTo(1),
    ArrowLeft: () => stepTo(-1),
    ArrowUp: () => stepTo(-1),
    Enter: () => {
      const [nodeId] = chosen.nodes;
      if (nodeId === undefined) return;
      kg.select.actor(kg.actorOf(nodeId));
      kg.byId("panel").focus();
    },
    "+": () => zoom(1.3),
    "-": () => zoom(1 / 1.3),
    0: () => fit(),
  };

  function onKey(event) {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  function rememberMoved({ nodes: moved }) {
    for (const [id, at] of Object.entries(network.getPositions(moved))) places.set(id, at);
  }

  // vis-network has no word for "thick slowly": widths grow with the root of the number of events.
  function options() {
    const given = kg.network.options;
    const byRoot = (least, most, total, value) =>
      Math.sqrt(Math.max(value - 1, 0) / Math.max(WIDTH_FULL_AT, most - 1));
    const scaling = { ...given.edges.scaling, customScalingFunction: byRoot };
    return { ...given, edges: { ...given.edges, scaling } };
  }

  function listen() {
    network.on("click", onClick);
    network.on("zoom", keepZoomInLimits);
    network.on("afterDrawing", drawLabels);
    network.on("dragEnd", rememberMoved);
    network.on("dragStart", hideTip);
    network.on("blurNode", hideTip);
    network.on("blurEdge", hideTip);
    tipOn("hoverNode", (id) => nodeTip(kg.nodes.get(id)));
    tipOn("hoverEdge", (id) => tieTip(kg.ties.get(id)));
    kg.byId("canvas").addEventListener("keydown", onKey);
    kg.byId("draw-more").addEventListener("click", drawMore);
    kg.byId("zoom-in").addEventListener("click", () => zoom(1.3));
    kg.byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    kg.byId("zoom-fit").addEventListener("click", () => fit());
  }

  function start() {
    const { clientWidth, clientHeight } = kg.byId("canvas");
    const isUpright = clientHeight > clientWidth;
    for (const { id, x, y } of kg.network.nodes) {
      // The picture lies; on an upright screen it is set on its side to fill it.
      if (x !== undefined) places.set(id, isUpright ? { x: y, y: x } : { x, y });
    }
    redraw();
    network = new vis.Network(kg.byId("canvas"), { nodes, edges: ties }, options());
    listen();
    fit(false);
    theme.onChange(redraw);
    filters.onChange((ids) => {
      shownEvents = ids;
      redraw();
    });
  }

  kg.graph = {
    start, add, showActor, showTies, showNothing, reveal, fit, isDrawn, eventsOf, middleOf,
    neighbours,
    spotOf: (nodeId) => network.canvasToDOM(places.get(nodeId)),
    drawnNodes, drawnTies,
  };
})();
