// How things are called and coloured: dates, tolls, names, and the reader's light or dark page.
"use strict";

(() => {
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const darkness = window.matchMedia("(prefers-color-scheme: dark)");

  const cssValues = new Map();
  darkness.addEventListener("change", () => cssValues.clear());

  // Asked for on every frame, so each value is read once.
  function css(name) {
    if (!cssValues.has(name)) {
      cssValues.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    }
    return cssValues.get(name);
  }

  const shade = () => (darkness.matches ? "dark" : "light");

  const theme = {
    // A folded community is drawn like ink on paper.
    kind: (kind) => (kind === "fold" ? theme.css("--muted") : theme.ofKind(kind)),
    ofKind: (kind) => (kg.kinds.get(kind) ?? kg.kinds.get("other"))[shade()],
    isHollow: (kind) => kind === "place" || kind === "unnamed" || kind === "fold",
    quadLine: (quad) => kg.quads.get(quad)?.line ?? theme.css("--muted"),
    quadText: (quad) => kg.quads.get(quad)?.[shade()] ?? theme.css("--ink"),
    css: (name) => css(name),
    onChange: (react) => darkness.addEventListener("change", react),
  };

  // Dates stay strings: a Date would move them by the reader's time zone.
  function day(iso) {
    const [year, month, date] = iso.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }

  const month = (iso) => `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

  function days(earliest, latest, precision) {
    const first = earliest ?? latest;
    const last = latest ?? earliest;
    if (!first) return null;
    if (precision === "year" && first.slice(0, 4) === last.slice(0, 4)) return first.slice(0, 4);
    if (precision === "month" && first.slice(0, 7) === last.slice(0, 7)) return month(first);
    if (first === last) return day(first);
    if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${day(last)}`;
    return `${day(first)} – ${day(last)}`;
  }

  function when(event) {
    const stated = days(event.earliest, event.latest, event.precision);
    if (stated) return stated;
    return event.published ? `reported ${day(event.published)}` : "no date";
  }

  const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const typeName = (type) => sentenceCase(type);
  const plain = (code) => code.replaceAll("-", " ").replaceAll("_", " ");

  function action(event) {
    return event.mode ? `${typeName(event.type)} (${plain(event.mode)})` : typeName(event.type);
  }

  const actorName = (id) => kg.actors.get(id)?.name ?? id;
  const names = (ids) => ids.map(actorName).join(", ");
  const country = (code) => kg.countries.get(code) ?? code;
  const kindName = (kind) => kg.kinds.get(kind)?.label ?? kind;
  const number = (value) => value.toLocaleString("en");
  const count = (value, noun) => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;

  // "12 killed (9–12+)": the best number, then the range where reports differ.
  function toll({ kind, low, best, high, is_open: isOpen }) {
    const more = isOpen ? "+" : "";
    if (low === high) return `${number(best)}${more} ${kind}`;
    return `${number(best)} ${kind} (${number(low)}–${number(high)}${more})`;
  }

  const tolls = (event) => event.tolls.map(toll).join(", ");

  // The canvas and the tips know no <bdi>; the marks that turn the writing are left out there.
  const undirected = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "");

  Object.assign(kg, {
    theme,
    words: {
      action, actorName, count, country, day, days, kindName, names, number, plain, sentenceCase, toll,
      tolls, typeName, undirected, when,
    },
  });
})();
