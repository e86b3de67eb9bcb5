// What part of the network is in sight, and what part of the canvas the panel leaves free.
"use strict";

(() => {
  const { places, isDrawn } = kg.marks;
  const CLOSEST = 1.25;
  const READABLE = 0.9;
  const SCALE_LIMITS = [0.04, 5];
  const MARGIN = 160;
  const EDGE = 48;
  const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
  let network = null;

  const animation = () => (stillness.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
  const clamp = (scale) => Math.min(SCALE_LIMITS[1], Math.max(SCALE_LIMITS[0], scale));

  function freeArea() {
    const canvas = kg.byId("canvas").getBoundingClientRect();
    const panel = kg.byId("panel").getBoundingClientRect();
    const area = { left: 0, right: canvas.width, top: 0, bottom: canvas.height };
    if (!panel.width) return area;
    const isSheet = panel.width > canvas.width * 0.8;
    if (isSheet) return { ...area, bottom: Math.max(panel.top - canvas.top, MARGIN) };
    return { ...area, right: panel.left - canvas.left };
  }

  function extentOf(spots, axis) {
    const values = spots.map((at) => at[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { middle: (low + high) / 2, length: high - low + MARGIN };
  }

  function bringIntoView(nodeIds) {
    const spots = nodeIds.map((id) => places.get(id));
    const [x, y] = [extentOf(spots, "x"), extentOf(spots, "y")];
    const { left, right, top, bottom } = freeArea();
    const { clientWidth, clientHeight } = kg.byId("canvas");
    const room = Math.min((right - left) / x.length, (bottom - top) / y.length);
    network.moveTo({
      position: { x: x.middle, y: y.middle },
      scale: Math.min(Math.max(network.getScale(), READABLE), room, CLOSEST),
      offset: { x: (left + right - clientWidth) / 2, y: (top + bottom - clientHeight) / 2 },
      animation: animation(),
    });
  }

  function isInView(nodeIds) {
    const { left, right, top, bottom } = freeArea();
    return nodeIds.every((id) => {
      const at = network.canvasToDOM(places.get(id));
      return at.x > left + EDGE && at.x < right - EDGE && at.y > top + EDGE && at.y < bottom - EDGE;
    });
  }

  function frame(nodeIds) {
    const drawn = nodeIds.filter(isDrawn);
    if (drawn.length) bringIntoView(drawn);
  }

  function reveal(nodeIds) {
    const drawn = nodeIds.filter(isDrawn);
    if (drawn.length && !isInView(drawn)) bringIntoView(drawn);
  }

  // How much of the canvas the notice takes at its top: marks behind it could not be read.
  function headroom() {
    const notice = kg.byId("notice");
    return notice.hidden ? 0 : notice.offsetTop + notice.offsetHeight;
  }

  function fit(isAnimated = true) {
    network.fit({ maxZoomLevel: CLOSEST, animation: false });
    const taken = headroom();
    const free = Math.max(0.5, 1 - taken / (kg.byId("canvas").clientHeight || 1));
    // Names hang below the marks and are not part of what vis-network fits.
    const scale = network.getScale() * 0.94 * free;
    network.moveTo({ scale, offset: { x: 0, y: taken / 2 }, animation: isAnimated ? animation() : false });
  }

  function zoom(factor) {
    network.moveTo({ scale: clamp(network.getScale() * factor), animation: animation() });
  }

  function keepInLimits({ scale }) {
    if (scale !== clamp(scale)) network.moveTo({ scale: clamp(scale) });
  }

  function start(drawnNetwork) {
    network = drawnNetwork;
    network.on("zoom", keepInLimits);
    kg.byId("zoom-in").addEventListener("click", () => zoom(1.3));
    kg.byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    kg.byId("zoom-fit").addEventListener("click", () => fit());
    fit(false);
  }

  kg.camera = { start, frame, reveal, fit, zoom };
})();
