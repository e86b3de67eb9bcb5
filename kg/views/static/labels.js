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
  const CELL = 48;
  const MARGIN = 200;
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

  // States are their name; bodies of many countries have no code worth a label.
  function codeOf(node) {
    const code = node.kind === "country" ? null : kg.actors.get(node.actor)?.country;
    return /^[A-Z]{3}$/.test(code ?? "") && code !== "IGO" && code !== "NGO" ? code : "";
  }

  const codeFont = `500 9.5px ${FONT}`;

  function codeWidth(context, node) {
    const code = codeOf(node);
    if (!code) return 0;
    const font = context.font;
    context.font = codeFont;
    const width = widthOf(context, code) + 4;
    context.font = font;
    return width;
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
    const code = codeWidth(context, node);
    const half = Math.max(...texts.map((text, number) => widthOf(context, text) + (number === texts.length - 1 ? code : 0))) / 2 + 3;
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

  // The code stands behind the last line, which moves left by half of its width.
  function writeName(context, node, box, colour) {
    const texts = linesOf(node);
    const shift = codeWidth(context, node) / 2;
    texts.forEach((text, number) => {
      const x = number === texts.length - 1 ? box.x - shift : box.x;
      write(context, [text], x, box.top + number * LINE, colour);
    });
  }

  function writeCode(context, node, box) {
    const code = codeOf(node);
    if (!code) return;
    const texts = linesOf(node);
    const end = box.x + (widthOf(context, texts.at(-1)) - codeWidth(context, node)) / 2 + 4;
    context.font = codeFont;
    context.textAlign = "left";
    write(context, [code], end, box.top + (texts.length - 1) * LINE + 0.5, theme.css("--muted"));
    context.textAlign = "center";
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

  // Boxes by the squares of a grid, so that thousands of marks are not compared with each other.
  function makeGrid() {
    const cells = new Map();
    function* cellsOf({ left, right, top, bottom }) {
      for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) {
        for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield x * 100_003 + y;
      }
    }
    function add(box, rank = -1) {
      for (const cell of cellsOf(box)) {
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push({ box, rank });
      }
    }
    function has(box, counts = () => true) {
      for (const cell of cellsOf(box)) {
        if (cells.get(cell)?.some((held) => counts(held.rank) && overlaps(box, held.box))) return true;
      }
      return false;
    }
    return { add, has };
  }

  // The names of the foremost may cover the marks of the less active; others cover nobody.
  function freeBox(boxes, marks, rank, taken) {
    const isInTheWay = (other) => (rank < PROMINENT ? other < rank : other !== rank);
    return boxes.find((box) => !taken.has(box) && !marks.has(box, isInTheWay));
  }

  function isInSight({ x, y }, { clientWidth, clientHeight }) {
    return x > -MARGIN && y > -MARGIN && x < clientWidth + MARGIN && y < clientHeight + MARGIN;
  }

  function drawNodeLabels(context, scene, taken) {
    const marks = makeGrid();
    const placed = [];
    const spots = scene.nodes.map((node) => scene.place(node.id));
    const inSight = spots.map((at) => isInSight(at, context.canvas));
    scene.nodes.forEach((node, rank) => {
      if (inSight[rank]) marks.add(markBox(spots[rank], node.size * scene.scale + 1), rank);
    });
    scene.nodes.forEach((node, rank) => {
      if (node.kind === "unnamed" || !inSight[rank]) return;
      const isStrong = rank < PROMINENT || scene.isChosen(node.id);
      context.font = fontOf(isStrong);
      const boxes = boxesAround(context, node, spots[rank], scene.scale);
      const box = freeBox(boxes, marks, rank, taken) ?? (scene.isChosen(node.id) ? boxes[0] : null);
      if (!box) return;
      taken.add(box);
      placed.push(box);
      context.globalAlpha = scene.isFaded(node.id) ? 0.25 : 1;
      writeName(context, node, box, theme.css(isStrong ? "--ink" : "--ink-soft"));
      writeCode(context, node, box);
      context.globalAlpha = 1;
    });
    return { placed, marks };
  }

  // Where many lines cross, their colours have to do until the reader comes closer or points at one.
  const hasRoomForTies = (scene) => scene.ties.length <= FEW_TIES || scene.scale >= CLOSE;

  function drawTieLabels(context, scene, taken, marks) {
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
      if (taken.has(box) || marks.has(box)) continue;
      taken.add(box);
      write(context, [text], at.x, at.y - LINE / 2, theme.quadText(tie.quad));
    }
  }

  // Returns where the names stand, so that a click on a name finds its actor.
  function draw(context, scene) {
    let placed = [];
    onScreen(context, () => {
      const taken = makeGrid();
      const drawn = drawNodeLabels(context, scene, taken);
      placed = drawn.placed;
      drawTieLabels(context, scene, taken, drawn.marks);
    });
    return placed;
  }

  kg.labels = { draw };
})();
