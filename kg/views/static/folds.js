// Communities of a large graph, one mark each until the reader opens them, and the lines between them.
"use strict";

(() => {
  const MOST_TIES = 400;
  const folds = new Map(kg.network.folds.map((fold) => [fold.id, { ...fold, kind: "fold", shape: "dot", label: nameOf(fold) }]));
  const foldOf = new Map(kg.network.folds.flatMap((fold) => fold.members.map((id) => [id, fold.id])));
  const closed = new Set(folds.keys());

  function nameOf({ names, actors }) {
    return actors > 1 ? `${names[0]} and ${kg.words.number(actors - 1)} more` : names[0];
  }

  // Someone unnamed stands with those whom he acts against.
  for (const node of folds.size ? kg.network.nodes : []) {
    if (node.kind !== "unnamed") continue;
    const met = (kg.tiesByActor.get(node.actor) ?? []).find((tie) => tie.from === node.id);
    if (met && foldOf.has(met.to)) foldOf.set(node.id, foldOf.get(met.to));
  }

  // Folds are looked at from afar, so what is drawn between them is as much wider.
  const magnification = Math.max(1, ...[...folds.values()].map((fold) => fold.size / 20));

  const isHidden = (nodeId) => closed.has(foldOf.get(nodeId));
  const standIn = (nodeId) => (isHidden(nodeId) ? foldOf.get(nodeId) : nodeId);

  // Tells whether any was closed before.
  function open(nodeIds) {
    const found = nodeIds.map((id) => (folds.has(id) ? id : foldOf.get(id))).filter((id) => closed.has(id));
    for (const id of found) closed.delete(id);
    return found.length > 0;
  }

  function closeAll() {
    for (const id of folds.keys()) closed.add(id);
  }

  const openFolds = () => [...folds.keys()].filter((id) => !closed.has(id));

  // Opens these and no others; tells whether that changed anything.
  function openOnly(ids) {
    const before = openFolds().join();
    closeAll();
    for (const id of ids) closed.delete(id);
    return openFolds().join() !== before;
  }

  // One line for each quad between two marks of which one at least is folded.
  function ties(isDrawn, eventsOf) {
    const found = new Map();
    for (const tie of closed.size ? kg.network.edges : []) {
      if (!isHidden(tie.from) && !isHidden(tie.to)) continue;
      const [from, to] = [standIn(tie.from), standIn(tie.to)].sort();
      if (from === to || !isDrawn(from) || !isDrawn(to)) continue;
      const count = eventsOf(tie).length;
      if (!count) continue;
      const id = `fold:${tie.quad}:${from}|${to}`;
      if (!found.has(id)) found.set(id, { id, from, to, quad: tie.quad, count: 0, ties: [] });
      const held = found.get(id);
      held.count += count;
      held.ties.push(tie);
    }
    return new Map([...found].sort(([, a], [, b]) => b.count - a.count).slice(0, MOST_TIES));
  }

  const closedFolds = () => [...closed].map((id) => folds.get(id));

  kg.folds = { all: folds, open, openFolds, openOnly, closeAll, closedFolds, isHidden, magnification, standIn, ties };
})();
