"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const card = document.getElementById("card"), said = document.getElementById("said"), form = document.querySelector("form");
  const marks = [...document.querySelectorAll("mark[data-i]")];
  const row = (mark) => Object.fromEntries(data.columns.map((name, k) => [name, data.rows[mark.dataset.i][k]]));
  const blank = (value) => value === null || value === undefined;
  let open = null, timer = 0;

  function scaled(value) {
    const size = Math.abs(value);
    const [by, word] = size >= 1e8 ? [1e8, "亿"] : size >= 1e4 ? [1e4, "万"] : [1, ""];
    return String(Number((value / by).toPrecision(12))) + word;
  }
  function span(low, high, unit) {
    if (blank(low)) return null;
    return (low === high ? scaled(low) : scaled(low) + "–" + (blank(high) ? "" : scaled(high))) + (unit || "");
  }
  function fields(q) {
    const years = q.from_year === q.to_year ? q.from_year : q.from_year + "–" + q.to_year;
    const plain = ["subject", "indicator", "kind", "bound", "change", "status", "dimension"];
    const found = Object.fromEntries(plain.map((name) => [name, blank(q[name]) ? null : data.words[q[name]] ? data.words[q[name]] + " " + q[name] : q[name]]));
    if (q.kind !== "date") {
      found["low, high"] = span(q.low, q.high, q.unit);
      if (q.base_unit !== q.unit) found.base = span(q.base_low, q.base_high, q.base_unit);
    }
    found.years = blank(q.from_year) ? null : years;
    found.section = blank(q.section) ? null : data.sections[q.section];
    found["start, end"] = q.start + "–" + q.end;
    return data.labels.filter(([name]) => !blank(found[name])).map(([name, label]) => [name, label, found[name]]);
  }
  function citation(q) {
    const about = [q.subject, blank(q.to_year) ? null : q.to_year + "年", data.words[q.status]].filter(Boolean).join("，");
    const place = (blank(q.section) ? "" : data.sections[q.section] + "，") + "第" + q.start + "–" + q.end + "字符";
    return "“" + q.text + "”" + (about ? "（" + about + "）" : "") + "，" + data.citation + "，" + place + "。";
  }
  function show(mark) {
    clearTimeout(timer);
    if (open === mark) return;
    hide();
    const q = row(mark);
    card.querySelector("h3").textContent = q.text;
    card.querySelector("dl").replaceChildren(...fields(q).flatMap(([name, label, value]) => {
      const term = document.createElement("dt"), told = document.createElement("dd");
      term.textContent = label; term.title = name; told.textContent = value;
      return [term, told];
    }));
    card.hidden = false;
    open = mark;
    mark.classList.add("open");
    mark.setAttribute("aria-describedby", "card");
    const box = mark.getClientRects()[0], width = card.offsetWidth, height = card.offsetHeight;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    const below = box.bottom + 6 + height <= window.innerHeight || box.top < height + 6;
    card.style.left = left + window.scrollX + "px";
    card.style.top = (below ? box.bottom + 6 : box.top - height - 6) + window.scrollY + "px";
  }
  function hide() {
    clearTimeout(timer);
    if (!open) return;
    open.classList.remove("open");
    open.removeAttribute("aria-describedby");
    card.hidden = true;
    open = null;
  }
  const later = () => { clearTimeout(timer); timer = setTimeout(() => { if (document.activeElement !== open) hide(); }, 250); };

  async function copy() {
    if (!open) return;
    const words = citation(row(open));
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = document.createElement("textarea"), back = document.activeElement;
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      back.focus();
    }
    said.textContent = "已复制：" + words;
  }

  function inside(section, chosen) {
    while (section >= 0 && section !== chosen) section = data.parents[section];
    return section === chosen;
  }
  const sectionOf = (element) => Number(element.closest("[data-section]")?.dataset.section ?? -1);
  function filter() {
    hide();
    const chosen = Number(form.section.value);
    const picked = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
    const kinds = picked("kind"), statuses = picked("status");
    const isIn = data.parents.map((_, section) => inside(section, chosen));
    const shown = (element) => chosen < 0 || isIn[sectionOf(element)] === true;
    for (const element of document.querySelectorAll("#text > [data-section], #targets tbody tr")) element.hidden = !shown(element);
    for (const line of document.querySelectorAll("#targets tbody tr")) line.hidden ||= !statuses.has(line.dataset.status);
    let count = 0;
    for (const mark of marks) {
      const on = kinds.has(mark.dataset.kind) && statuses.has(mark.dataset.status);
      mark.classList.toggle("on", on);
      mark.tabIndex = on ? 0 : -1;
      if (on && shown(mark)) count += 1;
    }
    document.getElementById("count").textContent = `显示 ${count} / ${marks.length} 个数量`;
  }

  const text = document.getElementById("text");
  const markOf = (event) => event.target.closest("mark.on");
  text.addEventListener("mouseover", (event) => { const mark = markOf(event); if (mark) show(mark); });
  text.addEventListener("mouseout", (event) => { if (markOf(event)) later(); });
  text.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); });
  text.addEventListener("focusout", later);
  text.addEventListener("click", (event) => { const mark = markOf(event); if (mark) mark.focus(); });
  text.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], mark = markOf(event);
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(mark); copy(); }
    if (step) {
      const seen = marks.filter((other) => other.classList.contains("on") && !other.closest("[hidden]"));
      seen[seen.indexOf(mark) + step]?.focus();
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  card.addEventListener("mouseenter", () => clearTimeout(timer));
  card.addEventListener("mouseleave", later);
  card.querySelector("button").addEventListener("click", copy);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']"), goal = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!goal) return;
    event.preventDefault();
    goal.closest("#text > [data-section]")?.removeAttribute("hidden");
    goal.scrollIntoView({ block: "center" });
    if (goal.tabIndex < 0) goal.tabIndex = -1;
    goal.focus();
  });
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
