// Zooming keeps the middle in the middle, and a drag moves the drawing. Without it the steps zoom and the frame scrolls.
"use strict";

(() => {
  const frame = document.querySelector(".scroll");
  const steps = document.querySelector(".zooms");
  const STILL = 4;
  const focus = frame.dataset.focus.split(" ").map((part) => Number(part) / 100);
  let middle = focus;

  // In parts of the drawing, which stay what they are when it grows.
  const seen = () => [
    (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth,
    (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight,
  ];

  function show([x, y]) {
    frame.scrollLeft = x * frame.scrollWidth - frame.clientWidth / 2;
    frame.scrollTop = y * frame.scrollHeight - frame.clientHeight / 2;
  }

  function drag(start) {
    if (start.pointerType !== "mouse" || start.button !== 0) return;
    const from = { x: start.clientX, y: start.clientY, left: frame.scrollLeft, top: frame.scrollTop };
    let isMoved = false;
    const move = (event) => {
      isMoved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL;
      if (!isMoved) return;
      frame.classList.add("is-dragged");
      frame.scrollLeft = from.left + from.x - event.clientX;
      frame.scrollTop = from.top + from.y - event.clientY;
    };
    const end = () => {
      removeEventListener("pointermove", move);
      frame.classList.remove("is-dragged");
      // A drag that ends on a mark is no click on it.
      if (isMoved) addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end, { once: true });
  }

  const isWhole = () => frame.scrollWidth <= frame.clientWidth && frame.scrollHeight <= frame.clientHeight;

  // From the whole, zooming goes to where most is.
  function remember() {
    middle = isWhole() ? focus : seen();
  }

  frame.addEventListener("scroll", remember, { passive: true });
  frame.addEventListener("pointerdown", drag);
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  steps.addEventListener("change", () => {
    show(middle);
    remember();
  });
  addEventListener("resize", () => show(middle));

  document.getElementById(`zoom-${steps.dataset.start}`).checked = true;
  show(focus);
})();
