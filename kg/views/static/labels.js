// Names on the canvas: as on a map, always at reading size, the most active first, none over another.
"use strict";

(() => {
  const { words, theme } = kg;
  const FONT = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
  const LINE = 15;
  const LINE_CHARS = 20;
  const MOST_CHARS = 38;
  const LONG_EDGE_PX = 120;
  const PROMINENT = 12;
  const FEW_TIES = 40;
  const CLOSE = 1.6;
  const lines = new Map();
  const widths = new Map();

  // Wraps once, at the space nearest to the middle; a name that long is cut.
  function wrapped(name) {
    const text = words.undirected(name).replace(/\s+/g, " ").trim();
    const short = [...text].length > MOST_CHARS ? [...text].slice(0, MOST_CHARS - 1).join("") + "…" : text;
    if (short.length <= LINE_CHARS) return [short];
    const middle = short.length / 2;
    const spaces = [...short.matchAll(/ /g)].map((found) => found.index);
    if (!spaces.length) return [short];
    const cut = spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
    return [short.slice(0, cut), short.slice(cut + 1)];
  }

  function linesOf(node) {
    if (!lines.has(node.id)) lines.set(node.id, wrapped(node.label));
    return lines.get(node.id);
  }

  function widthOf(context, text) {
    const key = `${context.font}\n${text}`;
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
  }

  const overlaps = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // Where a name may stand: below its mark, else above, else to the right or left.
  function boxesAround(context, node, at, scale) {
    const texts = linesOf(node);
    const half = Math.max(...texts.map((text) => widthOf(context, text))) / 2 + 3;
    const height = texts.length * LINE;
    const reach = node.size * scale + 4;
    const room = context.canvas.clientWidth;
    const x = inside(at.x, half, room);
    const beside = [at.x + reach + half, at.x - reach - half].filter((spot) => inside(spot, half, room) === spot);
    const spots = [[x, at.y + reach], [x, at.y - reach - height], ...beside.map((spot) => [spot, at.y - height / 2])];
    return spots.map(([middle, top]) => boxAt(node.id, middle, top, half, height));
  }

  const boxAt = (id, x, top, half, height) => ({ id, x, left: x - half, right: x + half, top, bottom: top + height });

  const markBox = ({ x, y }, reach) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });

  // The name of a mark near the edge moves inwards rather than out of sight.
  function inside(x, half, width) {
    return x < -half || x > width + half || 2 * half > width ? x : Math.min(Math.max(x, half), width - half);
  }

  function write(context, texts, x, top, colour) {
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeStyle = theme.css("--canvas");
    context.fillStyle = colour;
    texts.forEach((text, number) => {
      const y = top + number * LINE + LINE / 2;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    });
  }

  const fontOf = (isStrong) => `${isStrong ? 600 : 400} ${isStrong ? 13 : 12.5}px ${FONT}`;

  // The canvas is drawn in its own units; labels are placed in screen pixels.
  function onScreen(context, draw) {
    const { canvas } = context;
    const ratio = canvas.width / canvas.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "middle";
    draw();
    context.restore();
  }

  // The names of the foremost may cover the marks of the less active; others cover nobody.
  function freeBox(boxes, marks, rank, taken) {
    const inTheWay = [...taken, ...(rank < PROMINENT ? marks.slice(0, rank) : marks.toSpliced(rank, 1))];
    return boxes.find((box) => !inTheWay.some((other) => overlaps(box, other)));
  }

  function drawNodeLabels(context, scene, taken) {
    const marks = scene.nodes.map((node) => markBox(scene.place(node.id), node.size * scene.scale + 1));
    scene.nodes.forEach((node, rank) => {
      if (node.kind === "unnamed") return;
      const isStrong = rank < PROMINENT || scene.isChosen(node.id);
      context.font = fontOf(isStrong);
      const boxes = boxesAround(context, node, scene.place(node.id), scene.scale);
      const box = freeBox(boxes, marks, rank, taken) ?? (scene.isChosen(node.id) ? boxes[0] : null);
      if (!box) return;
      taken.push(box);
      context.globalAlpha = scene.isFaded(node.id) ? 0.25 : 1;
      write(context, linesOf(node), box.x, box.top, theme.css(isStrong ? "--ink" : "--ink-soft"));
      context.globalAlpha = 1;
    });
    const placed = [...taken];
    taken.push(...marks);
    return placed;
  }

  // Where many lines cross, their colours have to do until the reader comes closer or points at one.
  const hasRoomForTies = (scene) => scene.ties.length <= FEW_TIES || scene.scale >= CLOSE;

  function drawTieLabels(context, scene, taken) {
    if (!hasRoomForTies(scene)) return;
    context.font = fontOf(false).replace("12.5px", "11px");
    for (const tie of scene.ties) {
      const [a, b] = [scene.place(tie.from), scene.place(tie.to)];
      if (Math.hypot(a.x - b.x, a.y - b.y) < LONG_EDGE_PX) continue;
      const at = scene.middle(tie.id);
      if (!at) continue;
      const text = tie.shown > 1 ? `${words.typeName(tie.type)} ${tie.shown}` : words.typeName(tie.type);
      const half = widthOf(context, text) / 2 + 2;
      const box = { left: at.x - half, right: at.x + half, top: at.y - 8, bottom: at.y + 8 };
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      write(context, [text], at.x, at.y - LINE / 2, theme.quadText(tie.quad));
    }
  }

  // Returns where the names stand, so that a click on a name finds its actor.
  function draw(context, scene) {
    let placed = [];
    onScreen(context, () => {
      const taken = [];
      placed = drawNodeLabels(context, scene, taken);
      drawTieLabels(context, scene, taken);
    });
    return placed;
  }

  kg.labels = { draw };
})();
