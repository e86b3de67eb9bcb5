// Elements. Text from articles only ever becomes text nodes: nothing here reads markup.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") listen(element, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== false));
    return element;
  }

  function listen(element, handlers) {
    for (const [name, handler] of Object.entries(handlers)) element.addEventListener(name, handler);
  }

  function el(tag, attributes = {}, ...children) {
    return fill(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes = {}, ...children) {
    return fill(document.createElementNS(SVG, tag), attributes, children);
  }

  // Names may hold marks that turn the direction of writing; <bdi> keeps them to themselves.
  function bdi(text, attributes = {}) {
    return el("bdi", attributes, text);
  }

  // The data holds http and https links only; this is the second lock on that door.
  function link(url, ...children) {
    if (!/^https?:\/\//i.test(url ?? "")) return el("span", {}, ...children);
    return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
  }

  const byId = (id) => document.getElementById(id);

  const SHAPES = {
    dot: () => svg("circle", { cx: 8, cy: 8, r: 5.5 }),
    square: () => svg("rect", { x: 3, y: 3, width: 10, height: 10 }),
    diamond: () => svg("path", { d: "M8 1.5 14.5 8 8 14.5 1.5 8Z" }),
    triangle: () => svg("path", { d: "M8 2 14.2 13H1.8Z" }),
    triangleDown: () => svg("path", { d: "M8 14 14.2 3H1.8Z" }),
    hexagon: () => svg("path", { d: "M4.8 2.5h6.4L14.4 8l-3.2 5.5H4.8L1.6 8Z" }),
    star: () => svg("path", { d: "M8 1.2 10 6h5l-4 3.2 1.5 5L8 11.2l-4.5 3 1.5-5L1 6h5Z" }),
  };

  function kindIcon(kind) {
    const shape = SHAPES[kg.kinds.get(kind)?.shape] ?? SHAPES.dot;
    const colour = kg.theme.kind(kind);
    const hollow = kg.theme.isHollow(kind);
    const paint = { fill: hollow ? "none" : colour, stroke: colour, "stroke-width": 1.6 };
    return svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", ...paint }, shape());
  }

  function lineIcon({ colour = "currentColor", dashed = false, barred = false, width = 2.5 }) {
    return svg(
      "svg",
      { class: "icon line", viewBox: "0 0 26 16", "aria-hidden": "true", stroke: colour, fill: "none" },
      svg("path", { d: "M1 8h24", "stroke-width": width, "stroke-dasharray": dashed ? "5 4" : "none" }),
      barred && svg("path", { d: "M13 3v10", "stroke-width": 2.5 }),
    );
  }

  Object.assign(kg, { el, svg, bdi, link, byId, kindIcon, lineIcon });
})();
