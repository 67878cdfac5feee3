(() => {
  const card = document.getElementById("card"), said = document.getElementById("said"), form = document.querySelector("form");
  if (matchMedia("(max-width: 52rem)").matches) for (const fold of document.querySelectorAll(".fold")) fold.open = false;
  const marks = [...document.querySelectorAll("mark[data-i]")];
  const row = (mark) => Object.fromEntries(data.columns.map((name, k) => [name, data.rows[mark.dataset.i][k]]));
  let open = null, timer = 0;

  function span(low, high, unit) {
    if (blank(low)) return null;
    const gap = data.language === "en" && unit && !"%‰".includes(unit) ? " " : "";
    return (low === high ? scaled(low) : scaled(low) + "–" + (blank(high) ? "" : scaled(high))) + gap + (unit || "");
  }
  const years = (q) => blank(q.from_year) || q.from_year === q.to_year ? q.to_year : q.from_year + "–" + q.to_year;
  function fields(q) {
    const plain = ["subject", "indicator", "kind", "bound", "change", "status", "dimension"];
    const worded = (value) => data.words[value] && data.words[value] !== value ? data.words[value] + " " + value : value;
    const found = Object.fromEntries(plain.map((name) => [name, blank(q[name]) ? null : worded(q[name])]));
    if (q.kind !== "date") {
      found["low, high"] = span(q.low, q.high, q.unit);
      if (q.base_unit !== q.unit) found.base = span(q.base_low, q.base_high, q.base_unit);
    }
    found.years = years(q);
    found.section = blank(q.section) ? null : data.sections[q.section];
    found["start, end"] = q.start + "–" + q.end;
    return data.labels.filter(([name]) => !blank(found[name])).map(([name, label]) => [name, label, found[name]]);
  }
  function citation(q) {
    const about = [q.subject, blank(q.to_year) ? null : say("{year}", years(q)), data.words[q.status]];
    const section = blank(q.section) ? "" : data.sections[q.section] + say(", ");
    const told = about.filter((part) => !blank(part)).join(say(", "));
    return say("“{}” ({}), {}, {}characters {}–{}.", q.text, told, data.citation, section, q.start, q.end);
  }
  function show(mark) {
    clearTimeout(timer);
    if (open === mark) return;
    hide();
    const q = row(mark);
    card.querySelector("h3").textContent = q.text;
    card.querySelector("dl").replaceChildren(...fields(q).flatMap(([name, label, value]) => {
      const term = document.createElement("dt"), told = document.createElement("dd");
      term.textContent = label; term.title = name; told.textContent = value; told.lang = ["subject", "section"].includes(name) ? "zh" : data.language;
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
    said.textContent = say("Copied: ") + words;
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
      if (on && shown(mark)) count += 1;
    }
    document.getElementById("count").textContent = say("{} of {} quantities", count, marks.length);
    settle();
  }

  const text = document.getElementById("text");
  const settle = rove(text, () => marks.filter((mark) => mark.classList.contains("on") && !mark.closest("[hidden]")), ["ArrowLeft", "ArrowRight"]);
  const markOf = (event) => event.target.closest("mark.on");
  text.addEventListener("mouseover", (event) => { const mark = markOf(event); if (mark) show(mark); });
  text.addEventListener("mouseout", (event) => { if (markOf(event)) later(); });
  text.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); });
  text.addEventListener("focusout", later);
  text.addEventListener("click", (event) => { const mark = markOf(event); if (mark) mark.focus(); });
  text.addEventListener("keydown", (event) => {
    const mark = markOf(event);
    if (mark && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); show(mark); copy(); }
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
