// Events over time: bars that filter when dragged over or clicked, and two date fields that do the same.
"use strict";

(() => {
  const { el, svg, words, theme, filters } = kg;
  const HEIGHT = 44;
  const MOST_BARS = 160;
  const STEP_MS = 450;
  const MOST_LABELS = 6;
  const LABEL_PX = 84;
  const QUADS = [4, 3, 2, 1];
  const DAY_MS = 86_400_000;
  const UNITS = ["day", "week", "month", "year"];
  let bars = [];
  let unit = "day";
  let chart = null;
  let playing = null;

  // Days as numbers, in UTC throughout, so that no time zone moves a day.
  const toNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
  const toIso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

  function startOf(day, of) {
    const date = new Date(day * DAY_MS);
    if (of === "week") return day - ((date.getUTCDay() + 6) % 7);
    if (of === "month") return toNumber(`${toIso(day).slice(0, 7)}-01`);
    if (of === "year") return toNumber(`${toIso(day).slice(0, 4)}-01-01`);
    return day;
  }

  function startOfNext(day, of) {
    const steps = { day: 1, week: 7, month: 31, year: 366 };
    return startOf(startOf(day, of) + steps[of], of);
  }

  // Background of other years would press a season of news into one bar, so it has no say in the
  // axis; nor has the one date in fifty that is likely a misreading.
  function extent() {
    const events = [...kg.events.values()];
    const current = events.filter((event) => event.status !== "historical");
    const days = (current.length ? current : events).map(filters.firstDay).filter(Boolean).map(toNumber).sort((a, b) => a - b);
    if (!days.length) return null;
    return [days[Math.floor(days.length * 0.02)], days[days.length - 1]];
  }

  function layBars([first, last]) {
    unit = UNITS.find((of) => (last - first) / { day: 1, week: 7, month: 30, year: 365 }[of] <= MOST_BARS) ?? "year";
    const made = [];
    for (let day = startOf(first, unit); day <= last; day = startOfNext(day, unit)) {
      made.push({ from: day, to: startOfNext(day, unit) - 1, counts: new Map() });
    }
    return made;
  }

  // An event counts where all its possible days lie in one bar; a vague one belongs to no bar, nor
  // does one that no day is known of, not even that of a report.
  function fillBars() {
    for (const bar of bars) bar.counts.clear();
    const ends = bars.map((bar) => bar.to);
    const outside = { vague: 0, undated: 0 };
    for (const event of filters.shownAtAnyTime()) {
      const bar = barOf(event, ends);
      if (bar) bar.counts.set(event.quad, (bar.counts.get(event.quad) ?? 0) + 1);
      else outside[filters.firstDay(event) ? "vague" : "undated"] += 1;
    }
    return outside;
  }

  function barOf(event, ends) {
    if (!filters.firstDay(event)) return null;
    const first = toNumber(filters.firstDay(event));
    const last = toNumber(filters.lastDay(event));
    const bar = bars[ends.findIndex((end) => end >= first)];
    return bar && bar.from <= first && bar.to >= last ? bar : null;
  }

  const totalOf = (bar) => [...bar.counts.values()].reduce((sum, count) => sum + count, 0);

  function drawBars() {
    const outside = fillBars();
    const most = Math.max(1, ...bars.map(totalOf));
    const marks = bars.map((bar, number) => {
      let top = HEIGHT;
      const parts = QUADS.filter((quad) => bar.counts.has(quad)).map((quad) => {
        const height = (bar.counts.get(quad) / most) * (HEIGHT - 2);
        top -= height;
        return svg("rect", { x: number + 0.1, y: top, width: 0.8, height, fill: theme.quadLine(quad) });
      });
      return svg("g", { class: isBarIn(bar) ? "bar" : "bar is-out" }, ...parts);
    });
    chart.replaceChildren(...marks, selection());
    kg.byId("timeline-note").textContent = noteOn(outside);
  }

  function noteOn({ vague, undated }) {
    if (!undated) return vague ? `${words.count(vague, "event")} of wider or older date` : "";
    return `${words.count(undated, "event")} without date${vague ? `, ${words.number(vague)} of wider or older` : ""}`;
  }

  function isBarIn(bar) {
    const { from, to } = filters.range;
    return (!from || toIso(bar.to) >= from) && (!to || toIso(bar.from) <= to);
  }

  function selection() {
    const inside = bars.map((bar, number) => (isBarIn(bar) ? number : -1)).filter((number) => number >= 0);
    const isWhole = !filters.range.from && !filters.range.to;
    if (isWhole || !inside.length) return svg("g", {});
    return svg("rect", { class: "brush", x: inside[0], y: 0, width: inside.length, height: HEIGHT });
  }

  function drawAxis() {
    const room = Math.floor(kg.byId("timeline-axis").clientWidth / LABEL_PX);
    const steps = Math.max(1, Math.ceil(bars.length / Math.min(Math.max(room, 2), MOST_LABELS)));
    const labels = bars
      .map((bar, number) => ({ bar, number }))
      .filter(({ number }) => number % steps === 0)
      .map(({ bar, number }) => {
        const label = el("span", {}, axisText(toIso(bar.from)));
        label.style.left = `${((number + 0.5) / bars.length) * 100}%`;
        return label;
      });
    kg.byId("timeline-axis").replaceChildren(...labels);
  }

  function axisText(iso) {
    if (unit === "year") return iso.slice(0, 4);
    const text = words.day(iso);
    return unit === "month" ? text.replace(/^\d+ /, "") : text.replace(/ \d{4}$/, "");
  }

  // Brush: press, drag, release; a press without a drag is a click on a bar.

  function barAt(event) {
    const { left, width } = chart.getBoundingClientRect();
    const number = Math.floor(((event.clientX - left) / width) * bars.length);
    return Math.min(Math.max(number, 0), bars.length - 1);
  }

  function choose(a, b) {
    const [first, last] = [Math.min(a, b), Math.max(a, b)];
    const [from, to] = [toIso(bars[first].from), toIso(bars[last].to)];
    const isAgain = from === filters.range.from && to === filters.range.to;
    filters.setRange(isAgain ? "" : from, isAgain ? "" : to);
  }

  // Play: the chosen span, or one bar, walks to the end; what stands still shows the steps as well.

  function spanChosen() {
    const inside = bars.map((bar, number) => (isBarIn(bar) ? number : -1)).filter((number) => number >= 0);
    const isWhole = (!filters.range.from && !filters.range.to) || inside.length === bars.length || !inside.length;
    return isWhole ? { first: -1, length: 1 } : { first: inside[0], length: inside.length };
  }

  function nextWithEvents(first, length) {
    for (let at = first; at + length <= bars.length; at += 1) {
      if (bars.slice(at, at + length).some(totalOf)) return at;
    }
    return -1;
  }

  function step() {
    const { first, length } = spanChosen();
    const next = nextWithEvents(first + 1, length);
    if (next < 0) {
      stop();
      return;
    }
    filters.setRange(toIso(bars[next].from), toIso(bars[next + length - 1].to));
    kg.byId("timeline-note").textContent = words.days(filters.range.from, filters.range.to, unit);
  }

  function stop() {
    clearInterval(playing);
    playing = null;
    sayPlaying();
  }

  function play() {
    const { first, length } = spanChosen();
    if (nextWithEvents(first + 1, length) < 0) filters.setRange(toIso(bars[0].from), toIso(bars[length - 1].to));
    else step();
    playing = setInterval(step, STEP_MS);
    sayPlaying();
  }

  function sayPlaying() {
    const button = kg.byId("play");
    const label = playing ? "Stop" : "Play through time";
    button.textContent = playing ? "■" : "▶";
    button.setAttribute("aria-label", label);
    button.setAttribute("title", label);
  }

  function listen() {
    let pressed = null;
    kg.byId("play").addEventListener("click", () => (playing ? stop() : play()));
    chart.addEventListener("pointerdown", (event) => {
      stop();
      pressed = barAt(event);
      chart.setPointerCapture(event.pointerId);
    });
    chart.addEventListener("pointermove", (event) => {
      const here = barAt(event);
      kg.byId("timeline-note").textContent = barText(bars[here]);
      if (pressed !== null && here !== pressed) preview(pressed, here);
    });
    chart.addEventListener("pointerup", (event) => {
      if (pressed !== null) choose(pressed, barAt(event));
      pressed = null;
    });
    chart.addEventListener("pointercancel", () => {
      pressed = null;
      drawBars();
    });
    chart.addEventListener("pointerleave", () => pressed === null && drawBars());
  }

  function preview(a, b) {
    const x = Math.min(a, b);
    chart.lastChild.replaceWith(svg("rect", { class: "brush", x, y: 0, width: Math.abs(a - b) + 1, height: HEIGHT }));
  }

  function barText(bar) {
    const days = words.days(toIso(bar.from), toIso(bar.to), unit);
    return `${days}: ${words.count(totalOf(bar), "event")}`;
  }

  function dateField(id, label) {
    const field = el("input", { type: "date", id, "aria-label": label });
    field.addEventListener("change", () => filters.setRange(kg.byId("from").value, kg.byId("to").value));
    return field;
  }

  function draw() {
    chart = svg("svg", { class: "bars", viewBox: `0 0 ${bars.length} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": "Number of events over time; the date fields filter as the bars do" });
    kg.byId("timeline").replaceChildren(
      el("div", { class: "timeline-fields" }, dateField("from", "From"), el("span", { "aria-hidden": "true" }, "–"), dateField("to", "To"), el("button", { type: "button", id: "play", class: "play" }), el("span", { id: "timeline-note", class: "timeline-note" })),
      el("div", { class: "timeline-chart" }, chart, el("div", { id: "timeline-axis", class: "timeline-axis", "aria-hidden": "true" })),
    );
    drawAxis();
    listen();
    sayPlaying();
  }

  function refresh() {
    kg.byId("from").value = filters.range.from;
    kg.byId("to").value = filters.range.to;
    drawBars();
  }

  kg.timeline = {
    start() {
      const found = extent();
      kg.byId("timeline").hidden = !found;
      if (!found) return;
      bars = layBars(found);
      draw();
      filters.onChange(refresh);
      theme.onChange(refresh);
    },
    bars: () => bars,
    choose,
    step,
  };
})();
