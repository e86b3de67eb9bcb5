// Marks are one stop of the Tab key: arrow keys step through them, Enter opens one, Escape closes what it opened.
"use strict";

(() => {
  const marks = [...document.querySelectorAll("[data-steps] a")];
  const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function stopAt(mark) {
    for (const other of marks) other.setAttribute("tabindex", other === mark ? "0" : "-1");
  }

  function next(from, key) {
    if (key === "Home") return marks[0];
    if (key === "End") return marks[marks.length - 1];
    return marks[(marks.indexOf(from) + KEYS[key] + marks.length) % marks.length];
  }

  function onKey(event) {
    const mark = event.target.closest("a");
    if (!mark || !(event.key in KEYS || event.key === "Home" || event.key === "End")) return;
    event.preventDefault();
    next(mark, event.key).focus();
  }

  function close(event) {
    const opened = event.key === "Escape" && document.querySelector(".card:target .close");
    if (opened) opened.click();
  }

  for (const drawing of document.querySelectorAll("[data-steps]")) drawing.addEventListener("keydown", onKey);
  for (const mark of marks) mark.addEventListener("focus", () => stopAt(mark));
  addEventListener("keydown", close);
  if (marks.length) stopAt(marks[0]);
})();
