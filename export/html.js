// Pointing at a statement in the text lights it up in the table, and the other way round.
(() => {
  "use strict";
  const light = (event) => {
    for (const e of document.querySelectorAll(".on")) e.classList.remove("on");
    const e = event.target.closest("[data-s]");
    if (!e) return;
    const n = e.dataset.s.split(" ").pop(); // the innermost
    for (const other of e.closest("article").querySelectorAll(`[data-s~="${n}"], [data-cue~="${n}"], [data-who~="${n}"]`)) other.classList.add("on");
  };
  const jump = (event) => {
    const e = event.target.closest("[data-s]");
    if (!e || event.target.closest("a") || String(getSelection())) return;
    const id = e.closest("article").id, n = e.dataset.s.split(" ").pop();
    const row = e.matches("tr");
    document.getElementById(id + (row ? "s" : "r") + n).scrollIntoView({block: row ? "center" : "nearest", behavior: "smooth"});
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("click", jump);
})();
