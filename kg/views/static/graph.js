// The network on its canvas. Positions come with the page; nothing moves unless the reader moves it.
"use strict";

(() => {
  const { words, theme, filters, marks, camera } = kg;
  const { places, kept, chosen, drawnTies, eventsOf, isDrawn } = marks;
  const WIDTH_FULL_AT = 40;
  const STEP = 100;
  const MOST_IN_FOCUS = 300;

  const nodes = new vis.DataSet();
  const ties = new vis.DataSet();
  let network = null;
  let visible = [];
  let labelBoxes = [];
  let drawnFocus = null;
  let isFresh = true;

  function redraw() {
    visible = marks.visibleNodes();
    const ids = new Set(visible.map((node) => node.id));
    renew(nodes, marks.drawnNodes().map((node) => marks.nodeLook(node, ids.has(node.id))));
    renew(ties, [...drawnTies().map(marks.tieLook), ...[...marks.foldTies().values()].map(marks.foldTieLook)]);
    sayWhatIsDrawn();
  }

  // What was folded or opened meanwhile leaves the canvas.
  function renew(held, looks) {
    if (kg.folds.all.size) {
      const ids = new Set(looks.map((look) => look.id));
      held.remove(held.getIds().filter((id) => !ids.has(id)));
    }
    held.update(looks);
  }

  function sayWhatIsFolded() {
    const closed = kg.folds.closedFolds().length;
    const open = kg.folds.all.size - closed;
    kg.byId("notice").hidden = filters.isActive();
    kg.byId("notice-text").textContent = `${words.count(kg.totals.nodes, "actor")} in ${words.count(kg.folds.all.size, "group")}: click one to open it`;
    kg.byId("draw-more").textContent = "Fold all again";
    kg.byId("draw-more").hidden = !open;
  }

  function openFold(id) {
    kg.folds.open([id]);
    kg.byId("hint").hidden = true;
    const members = kg.folds.all.get(id).members.filter(isDrawn);
    light([], [], null, null);
    camera.frame(members);
    kg.permalink.write();
    kg.byId("status").textContent = `${kg.folds.all.get(id).label}: opened, ${words.count(members.length, "actor")} drawn`;
  }

  function openOnly(ids) {
    if (!kg.folds.openOnly(ids)) return;
    redraw();
    camera.fit();
  }

  function foldAgain() {
    kg.folds.closeAll();
    kg.select.nothing();
    camera.fit();
  }

  function sayWhatIsDrawn() {
    if (kg.folds.all.size) {
      sayWhatIsFolded();
      return;
    }
    const drawn = marks.drawnNodes().filter((node) => node.kind !== "unnamed").length;
    const all = kg.totals.nodes;
    const waiting = Math.min(STEP, undrawnActors().length);
    kg.byId("notice").hidden = drawn >= all || filters.isActive();
    kg.byId("notice-text").textContent = `${words.number(drawn)} of ${words.count(all, "actor")}: the most active`;
    kg.byId("draw-more").textContent = `Show ${words.number(waiting)} more`;
    kg.byId("draw-more").hidden = !waiting;
  }

  // The page lists its nodes by activity, so the next are the most active of the rest.
  function undrawnActors() {
    const isWaiting = (node) => node.kind !== "unnamed" && !isDrawn(node.id);
    return kg.network.nodes.filter(isWaiting).map((node) => node.actor);
  }

  function drawMore() {
    if (kg.folds.all.size) {
      foldAgain();
      return;
    }
    add(undrawnActors().slice(0, STEP));
    camera.fit();
  }

  // Who belongs to what the reader asks to see alone comes onto the canvas, the most active first.
  function drawFocus(eventIds) {
    const focus = filters.focus();
    kg.byId("focus").hidden = !focus;
    if (!focus || focus === drawnFocus) return (drawnFocus = focus);
    drawnFocus = focus;
    const found = new Set([...eventIds].flatMap((id) => kg.tiesByEvent.get(id) ?? []).flatMap(kg.ways.endsOf));
    const eventsOfActor = (id) => kg.nodesByActor.get(id)[0].events;
    const actors = [...found].sort((a, b) => eventsOfActor(b) - eventsOfActor(a) || (a < b ? -1 : 1));
    marks.add(actors.slice(0, MOST_IN_FOCUS));
    kg.byId("focus-text").replaceChildren(...kg.ways.title(focus), `: ${words.count(eventIds.size, "event")}`);
    return focus;
  }

  function frameFocus() {
    camera.frame(visible.map((node) => node.id));
  }

  // What the reader points at.

  function light(nodeIds, tieIds, keepNodes, keepTies) {
    chosen.nodes = new Set(nodeIds);
    kept.nodes = keepNodes && new Set(keepNodes);
    kept.ties = keepTies && new Set(keepTies);
    hideTip();
    redraw();
    const selection = { nodes: nodeIds.filter((id) => nodes.get(id)), edges: tieIds.filter((id) => ties.get(id)) };
    network.setSelection(selection, { highlightEdges: false });
  }

  function showActor(actorId) {
    marks.add([actorId]);
    const own = (kg.nodesByActor.get(actorId) ?? []).map((node) => node.id);
    const touching = kg.tiesByActor.get(actorId) ?? [];
    const met = touching.flatMap((tie) => [tie.from, tie.to]);
    light(own, [], [...own, ...met], touching.map((tie) => tie.id));
  }

  function showTies(found) {
    const ends = found.flatMap((tie) => [tie.from, tie.to]);
    marks.add(ends.map(kg.actorOf));
    const ids = found.map((tie) => tie.id);
    light([], ids, ends, ids);
  }

  const showNothing = () => light([], [], null, null);

  function add(actorIds) {
    if (marks.add(actorIds)) redraw();
  }

  // Names.

  function drawLabels(context) {
    const lit = drawnTies()
      .filter((tie) => !marks.isDim(tie))
      .map((tie) => ({ ...tie, shown: eventsOf(tie).length }))
      .filter((tie) => tie.shown)
      .sort((a, b) => b.shown - a.shown);
    labelBoxes = kg.labels.draw(context, {
      nodes: visible,
      ties: lit,
      scale: network.getScale(),
      place: spotOf,
      middle: middleOf,
      isChosen: (id) => chosen.nodes.has(id),
      isFaded: marks.isFaded,
    });
  }

  const spotOf = (nodeId) => network.canvasToDOM(places.get(nodeId));

  // vis-network tells where lines bend only inside; without it lines merely go unnamed.
  function middleOf(tieId) {
    const point = network.body?.edges?.[tieId]?.edgeType?.getPoint?.(0.5);
    return point ? network.canvasToDOM(point) : null;
  }

  function nodeNamedAt({ x, y }) {
    return labelBoxes.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
  }

  // Pointer and tips.

  function onClick({ nodes: [nodeId], edges: [tieId], pointer }) {
    const found = nodeId ?? (tieId === undefined ? nodeNamedAt(pointer.DOM) : undefined);
    if (kg.folds.all.has(found)) openFold(found);
    else if (found !== undefined) kg.select.actor(kg.actorOf(found));
    else if (marks.foldTies().has(tieId)) kg.select.between(tieId);
    else if (tieId !== undefined) kg.select.tie(tieId);
    else kg.select.nothing();
  }

  function foldTip({ label, events }) {
    return [label, `${words.count(events, "event")} · click to open`];
  }

  function foldTieTip(tie) {
    const names = [tie.from, tie.to].map((id) => kg.folds.all.get(id)?.label ?? words.actorName(kg.actorOf(id)));
    return [names.join(" – "), `${kg.quads.get(tie.quad).label}: ${words.count(tie.count, "event")}`];
  }

  const tipOfNode = (id) => (kg.folds.all.has(id) ? foldTip(kg.folds.all.get(id)) : nodeTip(kg.nodes.get(id)));
  const tipOfTie = (id) => (marks.foldTies().has(id) ? foldTieTip(marks.foldTies().get(id)) : tieTip(kg.ties.get(id)));

  function tieTip(tie) {
    const arrow = tie.arrows.to.enabled ? "→" : "↔";
    const [from, to] = [tie.from, tie.to].map((id) => words.actorName(kg.actorOf(id)));
    const title = tie.from === tie.to ? from : `${from} ${arrow} ${to}`;
    return [title, `${words.typeName(tie.type)}: ${words.count(eventsOf(tie).length, "event")}`];
  }

  function nodeTip(node) {
    const { name, country } = kg.actors.get(node.actor);
    const about = [words.kindName(node.kind), country && words.country(country), words.count(node.events, "event")];
    return [name, about.filter(Boolean).join(" · ")];
  }

  function showTip([title, about], { x, y }) {
    const tip = kg.byId("tip");
    tip.replaceChildren(kg.bdi(title, { class: "tip-title" }), kg.bdi(about));
    tip.hidden = false;
    const room = kg.byId("canvas").clientWidth - tip.offsetWidth - 8;
    tip.style.transform = `translate(${Math.max(8, Math.min(x + 14, room))}px, ${y + 16}px)`;
    kg.byId("canvas").style.cursor = "pointer";
  }

  function hideTip() {
    kg.byId("tip").hidden = true;
    kg.byId("canvas").style.cursor = "";
  }

  function rememberMoved({ nodes: moved }) {
    for (const [id, at] of Object.entries(network.getPositions(moved))) places.set(id, at);
  }

  // Keys: the canvas is one stop, arrows step through the actors on it.

  function stepTo(offset) {
    const byActivity = (a, b) => b.events - a.events || (a.id < b.id ? -1 : 1);
    const order = visible.filter((node) => node.kind !== "unnamed").sort(byActivity);
    if (!order.length) return;
    const here = order.findIndex((node) => chosen.nodes.has(node.id));
    const next = here < 0 ? order.at(offset > 0 ? 0 : -1) : order.at((here + offset) % order.length);
    if (kg.folds.all.has(next.id)) light([next.id], [], null, null);
    else showActor(next.actor);
    camera.reveal([next.id]);
    kg.byId("status").textContent = tipOfNode(next.id).join(", ");
  }

  function openChosen() {
    const [nodeId] = chosen.nodes;
    if (nodeId === undefined) return;
    if (kg.folds.all.has(nodeId)) {
      openFold(nodeId);
      return;
    }
    kg.select.actor(kg.actorOf(nodeId));
    kg.byId("panel").focus();
  }

  const KEYS = {
    ArrowRight: () => stepTo(1),
    ArrowDown: () => stepTo(1),
    ArrowLeft: () => stepTo(-1),
    ArrowUp: () => stepTo(-1),
    Enter: openChosen,
    "+": () => camera.zoom(1.3),
    "-": () => camera.zoom(1 / 1.3),
    0: () => camera.fit(),
  };

  function onKey(event) {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
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
    network.on("afterDrawing", drawLabels);
    network.on("dragEnd", rememberMoved);
    for (const event of ["dragStart", "blurNode", "blurEdge", "zoom"]) network.on(event, hideTip);
    network.on("hoverNode", ({ node, pointer }) => showTip(tipOfNode(node), pointer.DOM));
    network.on("hoverEdge", ({ edge, pointer }) => showTip(tipOfTie(edge), pointer.DOM));
    kg.byId("canvas").addEventListener("keydown", onKey);
    kg.byId("draw-more").addEventListener("click", drawMore);
    kg.byId("focus-end").addEventListener("click", () => filters.setFocus(null));
  }

  function start() {
    const canvas = kg.byId("canvas");
    marks.placeGiven(canvas.clientHeight > canvas.clientWidth);
    redraw();
    network = new vis.Network(canvas, { nodes, edges: ties }, options());
    listen();
    camera.start(network);
    theme.onChange(redraw);
    filters.onChange((ids) => {
      // A page that opens without filters stands as it was drawn.
      const isDone = isFresh && ids.size === kg.events.size && !filters.isActive();
      isFresh = false;
      if (isDone) return;
      const isNew = filters.focus() && filters.focus() !== drawnFocus;
      marks.show(ids);
      drawFocus(ids);
      redraw();
      if (isNew) frameFocus();
    });
  }

  const picture = () => kg.byId("canvas").querySelector("canvas");

  kg.graph = { start, add, picture, showActor, showTies, showNothing, middleOf, spotOf, frameFocus, openFold, openOnly, visible: () => visible };
})();
