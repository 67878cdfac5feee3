(() => {
  const told = (name, value) => name === "sentence" && value !== null ? data.sentences[value] : value;
  const unpack = (table) => table.rows.map((row) => Object.fromEntries(table.columns.map((name, k) => [name, told(name, row[k])])));
  const panel = unpack(data.panel), quantities = unpack(data.quantities);
  const PAGE = 100, CHINESE = ["region", "subject", "text", "sentence"];

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }
  function draw(name, attributes = {}, words) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (words !== undefined) element.textContent = words;
    return element;
  }
  const statusTag = (row) => make("span", { class: "tag " + (row.status || "none") }, data.words[row.status || "none"]);
  function source(row) {
    const words = row.text || row.sentence || "", place = [row.source, blank(row.start) ? null : `${row.start}–${row.end}`].filter(Boolean).join(say(", "));
    if (!row.sentence && !place) return words;
    const body = make("p", { lang: "zh" }, row.sentence || "", " ", make("small", {}, place));
    return make("details", {}, make("summary", {}, words), body);
  }

  // A table that sorts, filters and turns pages; columns are [field, cell].
  function table(root, rows, columns, keeps) {
    const body = root.querySelector("tbody"), count = root.querySelector(".count");
    const [back, on] = root.querySelectorAll(".pager button"), heads = [...root.querySelectorAll("th")];
    const settle = rove(body, () => [...body.querySelectorAll("summary")], ["ArrowUp", "ArrowDown"]);
    let order = null, page = 0, kept = rows;
    function show() {
      page = Math.max(0, Math.min(page, Math.ceil(kept.length / PAGE) - 1));
      const from = page * PAGE, shown = kept.slice(from, from + PAGE);
      body.replaceChildren(...shown.map((row) => make("tr", {}, ...columns.map(([field, cell]) =>
        make("td", ["value", "year"].includes(field) ? { class: "number" } : CHINESE.includes(field) ? { class: field, lang: "zh" } : {}, cell ? cell(row) : blank(row[field]) ? "" : String(row[field]))))));
      count.textContent = kept.length ? say("Rows {}–{} of {}", from + 1, from + shown.length, kept.length) : say("No such rows");
      settle();
      back.disabled = page === 0;
      on.disabled = from + PAGE >= kept.length;
    }
    function filter() {
      kept = rows.filter(keeps);
      if (order) {
        const [field, way] = order, key = field === "value" ? "low" : field;
        kept.sort((a, b) => {
          if (blank(a[key]) || blank(b[key])) return blank(a[key]) - blank(b[key]);
          return way * (typeof a[key] === "number" ? a[key] - b[key] : String(a[key]).localeCompare(String(b[key]), "zh"));
        });
      }
      page = 0;
      show();
    }
    heads.forEach((head, k) => head.querySelector("button")?.addEventListener("click", () => {
      const way = order && order[0] === columns[k][0] ? -order[1] : 1;
      order = [columns[k][0], way];
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      filter();
    }));
    back.addEventListener("click", () => { page -= 1; show(); });
    on.addEventListener("click", () => { page += 1; show(); });
    filter();
    return filter;
  }

  const choices = (rows, field) => [...new Set(rows.map((row) => row[field]).filter((value) => !blank(value)))];
  function fill(select, values, words = (value) => value) {
    select.append(...values.map((value) => make("option", { value }, String(words(value)))));
  }
  const matches = (form, row) => [...form.querySelectorAll("select")].every((select) => select.value === "" || String(row[select.name]) === select.value);

  // ---- the panel ----
  const targets = document.getElementById("targets"), chosen = targets.querySelector("form");
  for (const row of panel) row.label ??= row.indicator;
  fill(chosen.label, choices(panel, "label"));
  fill(chosen.region, choices(panel, "region").sort((a, b) => a.localeCompare(b, "zh")));
  fill(chosen.year, choices(panel, "year").sort((a, b) => a - b));
  const filterTargets = table(targets, panel,
    [["region"], ["year"], ["label"], ["status", statusTag], ["value", (row) => row.value], ["text", source]], (row) => matches(chosen, row));
  chosen.addEventListener("change", () => { filterTargets(); if (chosen.label.value) { pick.value = chosen.label.value; chart(); } });
  chosen.addEventListener("reset", () => setTimeout(filterTargets));

  // ---- the chart ----
  const pick = document.getElementById("indicator"), board = document.getElementById("chart");
  const drawable = panel.filter((row) => !blank(row.low) && !blank(row.year) && ["target", "achieved"].includes(row.status));
  const often = (label) => new Set(drawable.filter((row) => row.label === label).map((row) => `${row.region} ${row.year}`)).size;
  fill(pick, choices(drawable, "label").sort((a, b) => often(b) - often(a)));
  function ends(row) {
    const high = blank(row.high) ? row.low : row.high, down = row.change === "decrease";
    const turned = { at_least: "at_most", at_most: "at_least" };
    return down ? [-high, -row.low, turned[row.bound] || row.bound] : [row.low, high, row.bound];
  }
  function figure(row, x, y, colour) {
    const [low, high, bound] = ends(row), middle = y((low + high) / 2);
    const group = draw("g", { class: `figure c${colour} ${row.status}` });
    group.append(draw("title", {}, `${row.region || ""} ${row.year} ${data.words[row.status] || ""} ${row.value}`));
    if (high > low) group.append(draw("rect", { x: x - 4, width: 8, y: y(high), height: Math.max(3, y(low) - y(high)) }));
    else if (bound === "at_least" || bound === "at_most") {
      const way = bound === "at_least" ? -1 : 1, tip = middle + way * 20;
      group.append(draw("path", { class: "stem", d: `M${x} ${middle}V${tip}` }), draw("path", { d: `M${x - 6} ${middle}h12M${x - 4} ${tip - way * 5}L${x} ${tip}L${x + 4} ${tip - way * 5}`, fill: "none" }));
    } else if (bound === "approx") group.append(draw("path", { d: `M${x} ${middle - 6}l6 6l-6 6l-6 -6z` }));
    else group.append(draw("circle", { cx: x, cy: middle, r: 4.5 }));
    return group;
  }
  function chart() {
    const all = drawable.filter((row) => row.label === pick.value);
    const units = all.map((row) => row.unit), unit = units.sort((a, b) => units.filter((v) => v === b).length - units.filter((v) => v === a).length)[0];
    const regions = choices(all, "region"), years = choices(all, "year").sort((a, b) => a - b);
    const rows = all.filter((row) => row.unit === unit);
    board.replaceChildren();
    if (!rows.length) return;
    const width = Math.max(320, Math.min(1100, board.clientWidth)), height = 320, left = width < 600 ? 50 : 70, bottom = 40, top = 30;
    const values = rows.flatMap((row) => ends(row).slice(0, 2)), least = Math.min(...values), most = Math.max(...values), room = (most - least || Math.abs(most) || 1) * 0.12;
    const y = (value) => top + (most + room - value) / (most - least + 2 * room) * (height - top - bottom);
    const step = (width - left - 10) / years.length;
    const x = (row) => left + step * (years.indexOf(row.year) + 0.5) + (regions.indexOf(row.region) - (regions.length - 1) / 2) * Math.min(16, step * 0.8 / Math.max(1, regions.length));
    const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": say("{}, by year and region; the values are in the table below", pick.value) });
    const rough = (most - least || room) / 4, ten = 10 ** Math.floor(Math.log10(rough)), tick = [1, 2, 5, 10].find((by) => by * ten >= rough) * ten;
    for (let k = Math.ceil((least - room) / tick); k * tick <= most + room; k += 1) {
      svg.append(draw("path", { class: "grid", d: `M${left} ${y(k * tick)}H${width - 10}` }), draw("text", { x: left - 8, y: y(k * tick) + 4, "text-anchor": "end" }, scaled(k * tick, 6)));
    }
    const every = Math.ceil(years.length / (width / 50));
    years.forEach((year, k) => { if (k % every === 0) svg.append(draw("text", { x: left + step * (k + 0.5), y: height - 14, "text-anchor": "middle" }, year)); });
    svg.append(draw("text", { x: 4, y: 14 }, unit || ""), ...rows.map((row) => figure(row, x(row), y, Math.min(8, Math.max(0, regions.indexOf(row.region))))));
    const key = make("ul", { class: "key" }, ...[...regions.slice(0, 8), ...(regions.length > 8 ? [say("{} more regions", regions.length - 8)] : [])].map((region, k) => {
      const sign = draw("svg", { width: 12, height: 12, "aria-hidden": "true" });
      const dot = draw("g", { class: `figure c${k}` });
      dot.append(draw("circle", { cx: 6, cy: 6, r: 4 }));
      sign.append(dot);
      return make("li", {}, sign, " " + region);
    }));
    const left_out = all.length - rows.length;
    board.append(svg, key, make("p", { class: "soft" }, say("Hollow: promised; filled: achieved. ◆ about; a bar: a range; an arrow up: at least, down: at most; decreases are below zero.") + " " + (left_out ? say("{} values in other units are not drawn; see the table.", left_out) : "")));
  }
  pick.addEventListener("change", chart);
  let drawn = 0;
  new ResizeObserver(() => { if (board.clientWidth !== drawn) { drawn = board.clientWidth; chart(); } }).observe(board);
  chart();

  // ---- search ----
  const search = document.getElementById("search");
  if (!search) return;
  const asked = search.querySelector("form");
  fill(asked.region, choices(quantities, "region").sort((a, b) => a.localeCompare(b, "zh")));
  fill(asked.year, choices(quantities, "year").sort((a, b) => a - b));
  fill(asked.kind, choices(quantities, "kind"), (value) => data.words[value] || value);
  fill(asked.status, choices(quantities, "status"), (value) => data.words[value] || value);
  let words = [];
  const holds = (row) => words.every((word) => `${row.text} ${row.subject || ""} ${row.sentence || ""}`.includes(word)) && matches(asked, row);
  const filterQuantities = table(search, quantities,
    [["region"], ["year"], ["subject"], ["status", statusTag], ["value", (row) => row.text], ["sentence", (row) => source({ ...row, text: row.sentence, sentence: "" })]], holds);
  let timer = 0;
  const again = () => { words = asked.words.value.split(/\s+/).filter(Boolean); filterQuantities(); };
  asked.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(again, 120); });
  asked.addEventListener("reset", () => setTimeout(again));
  asked.addEventListener("submit", (event) => { event.preventDefault(); again(); });
})();
