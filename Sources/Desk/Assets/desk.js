// What the pages do beyond links and forms; every page works without it.
"use strict";

// The report: a line lights its words, words light their lines.
for (const report of document.querySelectorAll(".report")) {
  const words = [...report.querySelectorAll("[data-lines]")];
  const lines = new Map([...report.querySelectorAll("[data-line]")].map(line => [line.dataset.line, line]));
  const linesOf = element => element.dataset.lines.split(" ");
  const fixed = new Set([...report.querySelectorAll(".lit")]);
  const clear = () => report.querySelectorAll(".lit").forEach(element => {
    if (!fixed.has(element)) element.classList.remove("lit");
  });
  const light = id => words.forEach(element => {
    if (linesOf(element).includes(id)) element.classList.add("lit");
  });
  // A line that the address names keeps its words lit.
  const named = () => {
    const id = location.hash.slice(1);
    if (lines.has(id)) light(id);
  };
  addEventListener("hashchange", () => { clear(); named(); });
  named();
  const onLine = event => {
    const line = event.target.closest("[data-line]");
    clear();
    if (line) light(line.dataset.line);
  };
  const onWords = event => {
    const element = event.target.closest("[data-lines]");
    clear();
    if (element) for (const id of linesOf(element)) lines.get(id)?.classList.add("lit");
  };
  const record = report.querySelector(".record");
  const text = report.querySelector(".text");
  record.addEventListener("pointerover", onLine);
  record.addEventListener("focusin", onLine);
  record.addEventListener("pointerleave", clear);
  text.addEventListener("pointerover", onWords);
  text.addEventListener("focusin", onWords);
  text.addEventListener("pointerleave", clear);
  record.addEventListener("click", event => {
    const link = event.target.closest("a.words");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = link.closest("[data-line]").dataset.line;
    const first = words.find(element => linesOf(element).includes(id));
    if (!first) return;
    event.preventDefault();
    first.scrollIntoView({ block: "center" });
  });
  text.addEventListener("click", event => {
    const element = event.target.closest("[data-lines]");
    if (!element || element.href) return;
    lines.get(linesOf(element)[0])?.scrollIntoView({ block: "center" });
  });
}

// Times in the reader's zone; the original stays in the title and, where there is room, beside it.
for (const time of document.querySelectorAll("time[datetime*='T']")) {
  const date = new Date(time.dateTime);
  if (isNaN(date)) continue;
  time.title = "as given: " + time.dateTime;
  const zone = time.dateTime.match(/(Z|[+-]\d\d:\d\d)$/);
  if (!zone) continue;
  const given = zone[0] === "Z" ? 0 : (zone[0][0] === "-" ? -1 : 1) * (zone[0].slice(1, 3) * 60 + +zone[0].slice(4));
  if (given === -date.getTimezoneOffset()) continue;
  const here = date.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  time.textContent = time.closest("table, .told, .share, .kicker, .facets")
    ? here + ", your time" : here + " (your time; given as " + time.textContent.trim() + ")";
}

// Review by keyboard: j and k move, c confirms, r rejects, e corrects, u undoes.
const review = document.querySelector("[data-review]");
if (review) {
  const items = [...review.querySelectorAll("[data-line]")];
  let at = Math.max(0, items.findIndex(item => item.id === location.hash.slice(1)));
  const show = index => {
    if (!items.length) return;
    items[at].removeAttribute("aria-current");
    at = Math.min(items.length - 1, Math.max(0, index));
    items[at].setAttribute("aria-current", "true");
    items[at].focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "center" });
  };
  const press = name => items[at]?.querySelector(`button[value="${name}"]`)?.click();
  const keys = {
    j: () => show(at + 1), k: () => show(at - 1), c: () => press("confirm"), x: () => press("reject"), r: () => press("reject"),
    e: () => { const box = items[at]?.querySelector("details"); if (box) { box.open = true; box.querySelector("select, input:not([type=hidden]), textarea")?.focus(); } },
    u: () => review.querySelector("button[value=undo]")?.click(),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { event.target.blur(); return; }
    if (event.target.matches("input, textarea, select")) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  show(at);
}

// The slash goes to the search field, as on many desks.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  document.getElementById("q")?.focus();
});

// On a narrow screen the pages' row scrolls: the page that is shown stands in sight.
document.querySelector(".masthead nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
