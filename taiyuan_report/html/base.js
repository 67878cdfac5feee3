"use strict";
// What the script of each page uses.
const data = JSON.parse(document.getElementById("data").textContent);
const blank = (value) => value === null || value === undefined || value === "";

// A text in the language of the page, its places filled in their order.
function say(text, ...parts) {
  return data.texts[text].replace(/\{\w*\}/g, () => parts.shift());
}
function scaled(value, digits = 12) {
  const [by, word] = data.scales.find(([size]) => Math.abs(value) >= size) || [1, ""];
  const exact = Number((value / by).toPrecision(digits));
  return (data.language === "en" ? exact.toLocaleString("en-US", { maximumFractionDigits: 12 }) : String(exact)) + word;
}

// One tab stop for many elements: of those that `stops` gives, keys move to the one before and after, the first and the
// last. What it returns is to be called when these have changed.
function rove(root, stops, [back, on]) {
  let current = null;
  function settle() {
    const all = stops();
    if (!all.includes(current)) {
      if (current) current.tabIndex = -1;
      current = all[0] || null;
    }
    for (const stop of all) stop.tabIndex = stop === current ? 0 : -1;
  }
  root.addEventListener("focusin", (event) => {
    if (event.target === current || !stops().includes(event.target)) return;
    if (current) current.tabIndex = -1;
    current = event.target;
    current.tabIndex = 0;
  });
  root.addEventListener("keydown", (event) => {
    if (![back, on, "Home", "End"].includes(event.key)) return;
    const all = stops(), at = all.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    const goal = { [back]: at - 1, [on]: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (all[goal]) all[goal].focus();
  });
  return settle;
}
