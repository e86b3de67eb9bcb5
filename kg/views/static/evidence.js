// What stands behind an event: its sentences with actor, action and target marked, and who says so.
"use strict";

(() => {
  const { el, bdi, link, words } = kg;
  const MOST_NUMBERS = 8;
  const BOUNDS = { exactly: "", at_least: "at least ", at_most: "at most ", about: "about " };
  const RELATIONS = { total: "", part_of: " (among them)", additional: " (more)", update: " (new total)" };
  const STATUS_NOTES = {
    disputed: "Disputed",
    candidate: "Threatened or feared, not reported as done",
    historical: "Historical background",
  };

  function sentence(claim) {
    const pieces = claim.pieces.map(([text, role]) => (role ? el("mark", { class: role, title: role }, text) : text));
    return el("blockquote", { class: "sentence", dir: "auto" }, ...pieces);
  }

  function outlet(article) {
    const name = article.source ?? "Outlet not known";
    return article.published ? [bdi(name, { class: "outlet" }), `, ${words.day(article.published)}`] : [bdi(name, { class: "outlet" })];
  }

  function headline(article) {
    const title = article.title ?? (article.url ? "Read the article" : null);
    if (!title) return null;
    return el("span", { class: "headline" }, link(article.url, bdi(title)));
  }

  function note(text, className = "") {
    return el("span", { class: `note ${className}` }, text);
  }

  function speakers(claim) {
    const chain = [claim.speaker, ...claim.speakers_beyond].filter(Boolean);
    if (!chain.length) return null;
    return el("span", { class: "note" }, "said by ", ...chain.flatMap((name, number) => [number ? ", according to " : "", bdi(name)]));
  }

  function notes(claim) {
    return el(
      "p",
      { class: "notes" },
      claim.certainty !== "certain" && note(claim.certainty, "is-unsure"),
      claim.temporality !== "past" && note(claim.temporality),
      speakers(claim),
    );
  }

  function countText({ kind, value, bound, relation, text }) {
    return el("li", {}, `${words.sentenceCase(kind)}: ${BOUNDS[bound]}${words.number(value)}${RELATIONS[relation]} `, el("q", { dir: "auto" }, text));
  }

  function counts(claim) {
    return claim.counts.length ? el("ul", { class: "counts" }, ...claim.counts.map(countText)) : null;
  }

  function madeBy(claim) {
    const [entry, frame, rule] = claim.made_by;
    return el(
      "p",
      { class: "made-by" },
      "Read by rule ",
      el("code", {}, entry),
      ` (${frame}, ${rule}) with confidence ${claim.confidence.toFixed(2)}`,
    );
  }

  function claimCard(claimId) {
    const claim = kg.claims.get(claimId);
    const article = kg.articles.get(claim.article);
    const isDenied = claim.polarity === "denied";
    return el(
      "li",
      { class: isDenied ? "claim is-denied" : "claim", "data-claim": claim.id },
      el("p", { class: "by" }, isDenied && note("Denied", "is-denial"), ...outlet(article)),
      sentence(claim),
      notes(claim),
      counts(claim),
      el("p", { class: "where-from" }, headline(article)),
      madeBy(claim),
    );
  }

  function tollRow({ kind, low, best, high, is_open: isOpen }) {
    const cell = (label, value) => el("td", {}, el("span", { class: "unit" }, label), value);
    const most = words.number(high) + (isOpen ? "+" : "");
    if (low === high) return el("tr", {}, el("th", { scope: "row" }, words.sentenceCase(kind)), el("td", { class: "best", colspan: 3 }, most));
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, words.sentenceCase(kind)),
      cell("low", words.number(low)),
      el("td", { class: "best" }, el("span", { class: "unit" }, "best"), words.number(best)),
      cell("high", most),
    );
  }

  function tollTable(event) {
    return event.tolls.length ? el("table", { class: "tolls" }, el("tbody", {}, ...event.tolls.map(tollRow))) : null;
  }

  // Which outlet gives which number, and on whose word: reports differ, and both stand.
  function numberRow([claim, count]) {
    const article = kg.articles.get(claim.article);
    const said = [claim.speaker, ...claim.speakers_beyond].filter(Boolean);
    const number = `${BOUNDS[count.bound]}${words.number(count.value)} ${count.kind}${RELATIONS[count.relation]}`;
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, number),
      el("td", {}, ...outlet(article), said.length ? [", said by ", bdi(said.join(", according to "))] : []),
    );
  }

  function numbersByOutlet(event) {
    const given = [...event.claims, ...event.denials].map((id) => kg.claims.get(id)).flatMap((claim) => claim.counts.map((count) => [claim, count]));
    if (given.length < 2) return null;
    const day = ([claim]) => kg.articles.get(claim.article).published ?? "";
    const rank = ([, { kind }]) => event.tolls.findIndex((toll) => toll.kind === kind) + 1 || event.tolls.length + 1;
    const order = (a, b) => rank(a) - rank(b) || day(a).localeCompare(day(b), "en");
    return el("details", { class: "numbers", open: given.length <= MOST_NUMBERS }, el("summary", {}, "Numbers by outlet"), el("table", {}, el("tbody", {}, ...given.sort(order).map(numberRow))));
  }

  // Copies of one text are told apart from independent ones: three outlets may be one voice.
  function support(event) {
    const parts = [words.count(event.claims.length, "report"), words.count(event.sources, "outlet")];
    if (event.stories < event.articles) parts.push(words.count(event.stories, "independent text"));
    if (event.denials.length) parts.push(words.count(event.denials.length, "denial"));
    return parts.join(" · ");
  }

  function eventHead(event) {
    const where = event.place && [" · ", bdi(event.place.name)];
    return el(
      "header",
      { class: "event-head" },
      el("p", { class: "event-when" }, words.when(event), ...(where || [])),
      STATUS_NOTES[event.status] && el("p", { class: `status is-${event.status}` }, STATUS_NOTES[event.status]),
    );
  }

  function triple(event) {
    const quad = el("strong", {}, words.action(event));
    quad.style.color = kg.theme.quadText(event.quad);
    const actors = event.actors.length ? words.names(event.actors) : "Unnamed";
    const targets = event.targets.length ? [" → ", bdi(words.names(event.targets))] : [];
    return el("p", { class: "triple" }, bdi(actors), " ", quad, ...targets);
  }

  function lead(event) {
    const claim = kg.claims.get(event.lead);
    const article = kg.articles.get(claim.article);
    return el("div", { class: "lead" }, sentence(claim), el("p", { class: "by" }, ...outlet(article), article.url && [" · ", headline(article)]));
  }

  // The lead sentence and every denial stand open; the other reports wait behind one click.
  function eventCard(eventId, { isOpen = false, hasTriple = false } = {}) {
    const event = kg.events.get(eventId);
    const first = lead(event);
    const reports = el(
      "details",
      { class: "reports", open: isOpen, on: { toggle: () => (first.hidden = reports.open) } },
      el("summary", {}, support(event)),
      el("ol", { class: "claims" }, ...event.claims.map(claimCard)),
    );
    // The same sentence twice is once too often.
    first.hidden = isOpen;
    const denials = event.denials.length ? el("ol", { class: "claims" }, ...event.denials.map(claimCard)) : null;
    const parts = [eventHead(event), hasTriple ? triple(event) : modeLine(event), first, tollTable(event), numbersByOutlet(event), denials, reports];
    return el("article", { class: "event", "data-event": event.id }, ...parts);
  }

  function modeLine(event) {
    const parts = [event.mode, ...event.contexts].filter(Boolean).map(words.plain);
    return parts.length ? el("p", { class: "modes" }, parts.join(" · ")) : null;
  }

  kg.evidence = { eventCard };
})();
