// Who is on the canvas, where, and how marks and lines look now.
"use strict";

(() => {
  const { theme, filters } = kg;
  const FADED = 0.13;
  const FREE_DISTANCE = 90;
  const GOLDEN_ANGLE = 2.399963;

  const places = new Map();
  const kept = { nodes: null, ties: null };
  const chosen = { nodes: new Set() };
  let shownEvents = new Set(kg.events.keys());

  const isDrawn = (nodeId) => places.has(nodeId);
  const isOpen = (nodeId) => isDrawn(nodeId) && !kg.folds.isHidden(nodeId);
  const drawnTies = () => kg.network.edges.filter((tie) => isOpen(tie.from) && isOpen(tie.to));
  const drawnNodes = () => [...kg.network.nodes.filter((node) => isOpen(node.id)), ...kg.folds.closedFolds()];
  let foldTies = new Map();
  const eventsOf = (tie) => tie.events.filter((id) => shownEvents.has(id));

  // The page gives places to the most active; the picture lies, and on an upright screen it is set
  // on its side to fill it.
  function placeGiven(isUpright) {
    for (const { id, x, y } of [...kg.network.nodes, ...kg.network.folds]) {
      if (x !== undefined) places.set(id, isUpright ? { x: y, y: x } : { x, y });
    }
  }

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
      const angle = turn * GOLDEN_ANGLE;
      const spot = { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
      if (taken.every((at) => Math.hypot(at.x - spot.x, at.y - spot.y) >= FREE_DISTANCE)) return spot;
    }
  }

  // Somebody whom the reader asks for comes to stand among those whom he met.
  function place(nodeId) {
    const known = neighbours(nodeId).filter(isDrawn).map((id) => places.get(id));
    const mean = (axis) => known.reduce((sum, at) => sum + at[axis], 0) / Math.max(known.length, 1);
    places.set(nodeId, freeSpotNear(mean("x"), mean("y")));
  }

  // Tells whether anybody was added.
  function add(actorIds) {
    const isUnnamed = (id) => kg.nodes.get(id).kind === "unnamed";
    const nodeIds = actorIds.flatMap((id) => kg.nodesByActor.get(id) ?? []).map((node) => node.id);
    const wasClosed = kg.folds.open(nodeIds.filter((id) => !isUnnamed(id)));
    const missing = nodeIds.filter((id) => !isDrawn(id) && !isUnnamed(id));
    missing.forEach(place);
    const beside = missing.flatMap(neighbours).filter((id) => isUnnamed(id) && !isDrawn(id));
    new Set(beside).forEach(place);
    return wasClosed || missing.length > 0;
  }

  // An actor without any event shown disappears; without filters everybody is here.
  function visibleNodes() {
    foldTies = kg.folds.ties(isDrawn, eventsOf);
    const lines = [...drawnTies().filter((tie) => eventsOf(tie).length), ...foldTies.values()];
    const met = new Set([...lines.flatMap((tie) => [tie.from, tie.to]), ...foldsWithin()]);
    const isChosen = (node) => chosen.nodes.has(node.id);
    return drawnNodes()
      .filter((node) => met.has(node.id) || !filters.isActive())
      .sort((a, b) => isChosen(b) - isChosen(a) || b.events - a.events);
  }

  // A community whose events are all among its own has no line, and is not empty for that.
  function foldsWithin() {
    const within = kg.network.edges.filter((tie) => kg.folds.isHidden(tie.from) && eventsOf(tie).length);
    return within.map((tie) => kg.folds.standIn(tie.from));
  }

  function isFaded(nodeId) {
    const members = kg.folds.all.get(nodeId)?.members ?? [nodeId];
    return kept.nodes !== null && !members.some((id) => kept.nodes.has(id));
  }

  const isFoldTieDim = ({ ties }) => kept.ties !== null && !ties.some((tie) => kept.ties.has(tie.id));
  const isDim = (tie) => kept.ties !== null && !kept.ties.has(tie.id);

  function nodeLook(node, isVisible) {
    const fill = theme.kind(node.kind);
    const canvas = theme.css("--canvas");
    const isHollow = theme.isHollow(node.kind);
    const paint = isHollow ? { background: canvas, border: fill } : { background: fill, border: canvas };
    const lit = { background: paint.background, border: theme.css("--ink") };
    return {
      id: node.id,
      ...places.get(node.id),
      shape: node.shape,
      size: node.size,
      hidden: !isVisible,
      opacity: isFaded(node.id) ? FADED : 1,
      shapeProperties: { borderDashes: node.kind === "unnamed" ? [2, 2] : false },
      color: { ...paint, highlight: lit, hover: lit },
    };
  }

  function foldTieLook(tie) {
    const colour = theme.quadLine(tie.quad);
    const opacity = isFoldTieDim(tie) ? FADED / 2 : solidity(tie.count);
    const bend = { enabled: true, type: "curvedCW", roundness: 0.06 * (tie.quad - 2.5) };
    return {
      id: tie.id, from: tie.from, to: tie.to, width: (1 + Math.sqrt(tie.count / 4)) * kg.folds.magnification, hidden: false, dashes: false, smooth: bend,
      arrows: { to: { enabled: false } }, color: { color: colour, highlight: colour, hover: colour, opacity },
    };
  }

  // What is told once recedes behind what is told often.
  const solidity = (count) => Math.min(0.92, 0.5 + 0.12 * Math.sqrt(count));

  // Dashes and bars speak of the events shown, so they follow the filters.
  function tieLook(tie) {
    const events = eventsOf(tie).map((id) => kg.events.get(id));
    const colour = theme.quadLine(tie.quad);
    const isDisputed = events.some((event) => event.status === "disputed");
    return {
      id: tie.id,
      from: tie.from,
      to: tie.to,
      value: events.length,
      hidden: !events.length,
      smooth: tie.smooth ?? { enabled: false },
      selfReference: { ...kg.network.options.edges.selfReference, ...tie.selfReference },
      dashes: events.every((event) => event.status === "candidate") ? [6, 5] : false,
      arrows: { ...tie.arrows, middle: { ...tie.arrows.middle, enabled: isDisputed } },
      color: { color: colour, highlight: colour, hover: colour, opacity: isDim(tie) ? FADED / 2 : solidity(events.length) },
    };
  }

  kg.marks = {
    add, chosen, drawnNodes, drawnTies, eventsOf, isDim, isDrawn, isFaded, kept, neighbours, nodeLook,
    foldTieLook, foldTies: () => foldTies, placeGiven, places, tieLook, visibleNodes,
    show: (eventIds) => (shownEvents = eventIds),
  };
})();
