"use strict";
// Lists: each has filters named after the data attribute that they look at, and an order; it is shown page by page.
const PAGE = 20;
const views = new Map();
const whatOf = (record) => {
  const text = (part) => record.querySelector(`:scope > ${part}`)?.textContent ?? "";
  const quotes = [...record.querySelectorAll(":scope > blockquote")].map((quote) => quote.textContent);
  return { id: record.id, source: record.dataset.source, when: record.dataset.when, head: text("p"),
    text: text("p + p"), quotes };
};
const quoted = (value) => {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;  // no formula for a spreadsheet
  return `"${text.replaceAll('"', '""')}"`;
};
const asCsv = (rows) => ["id,source,when,head,text,quotes",
  ...rows.map((row) => [row.id, row.source, row.when, row.head, row.text, row.quotes.join(" | ")].map(quoted).join(","))]
  .join("\r\n") + "\r\n";
const saved = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
for (const form of document.querySelectorAll("form.filters[data-list]")) {
  const list = document.getElementById(form.dataset.list);
  const records = [...list.querySelectorAll(":scope > [data-filtered]")];
  const count = form.querySelector("output");
  const citation = form.querySelector("textarea");
  const more = document.createElement("button");
  more.className = "more";
  more.type = "button";
  list.after(more);
  let limit = PAGE;
  let fitting = records;
  const texts = new Map();
  const textOf = (record) => {
    if (!texts.has(record)) texts.set(record, record.textContent.toLowerCase());
    return texts.get(record);
  };
  const nameOf = (record) => record.querySelector(".who")?.textContent ?? "";
  const chosen = () => [...form.elements].filter((e) => e.name && e.value).map((e) => [e.name, e.value]);
  const show = () => {
    const shown = new Set(fitting.slice(0, limit));
    for (const record of records) record.hidden = !shown.has(record);
    more.hidden = fitting.length <= limit;
    more.textContent = `show ${Math.min(PAGE, fitting.length - limit)} more of ${fitting.length}`;
    count.value = `${fitting.length} of ${records.length}`;
  };
  const apply = () => {
    const wanted = chosen().filter(([name]) => name !== "sort");
    limit = PAGE;
    fitting = records.filter((record) => wanted.every(([name, value]) =>
      name === "words" ? textOf(record).includes(value.toLowerCase())
        : (record.dataset[name] || "").split(" ").includes(value)));
    const order = form.elements.sort.value;
    if (order) {
      const key = order === "who" ? nameOf : (record) => record.dataset[order] || "9999";
      fitting = [...fitting].sort((a, b) => key(a).localeCompare(key(b)));
    }
    list.append(...(order ? [...fitting, ...records.filter((r) => !fitting.includes(r))] : records));
    citation.hidden = true;
    show();
  };
  const address = () => {
    const query = new URLSearchParams(chosen()).toString();
    return `#${form.dataset.list}${query ? `?${query}` : ""}`;
  };
  const change = () => {
    apply();
    history.replaceState(null, "", address());
  };
  for (const changing of ["input", "change"]) form.addEventListener(changing, (event) => {
    if (event.target !== citation) change();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    change();
  });
  for (const button of form.querySelectorAll("[data-take]")) button.addEventListener("click", () => {
    const rows = fitting.map(whatOf);
    const name = form.dataset.list;
    if (button.dataset.take === "csv") saved(`${name}.csv`, "text/csv", asCsv(rows));
    if (button.dataset.take === "json") saved(`${name}.json`, "application/json", JSON.stringify(rows, null, 2));
    if (button.dataset.take === "cite") {
      const page = location.href.split("#")[0];
      const about = document.querySelector("main").dataset.cite;
      citation.value = `${about}. ${fitting.length} of ${records.length} records, ${page}${address()}, `
        + `seen on ${new Date().toISOString().slice(0, 10)}.`;
      citation.hidden = false;
      citation.select();
    }
  });
  more.addEventListener("click", () => {
    limit += PAGE;
    show();
  });
  views.set(form.dataset.list, {
    form,
    restore: (query) => {
      form.reset();
      for (const [name, value] of new URLSearchParams(query)) if (form.elements[name]) form.elements[name].value = value;
      apply();
    },
    reveal: (record) => {
      if (!fitting.includes(record)) {
        form.reset();
        apply();
      }
      limit = Math.max(limit, fitting.indexOf(record) + 1);
      show();
    },
  });
  form.hidden = false;
  apply();
}
// A link to a record shows it, whatever the filters say; a link to a view restores it.
const reveal = () => {
  const [key, query] = decodeURIComponent(location.hash.slice(1)).split("?");
  if (views.has(key)) views.get(key).restore(query ?? "");
  const target = views.has(key) ? views.get(key).form : key && document.getElementById(key);
  if (!target) return;
  for (let around = target; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
    if ("filtered" in around.dataset && views.has(around.parentElement.id)) views.get(around.parentElement.id).reveal(around);
  }
  target.querySelector(":scope > details")?.setAttribute("open", "");
  target.scrollIntoView({ block: target.tagName === "SECTION" || views.has(key) ? "start" : "center" });
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
};
addEventListener("hashchange", reveal);
// Stances: a cell shows its evidence in the panel beside the table; the filters leave out positions, rows and columns.
const panel = document.getElementById("_panel");
let current = null;
const close = () => {
  panel.hidden = true;
  current?.removeAttribute("aria-current");
  current?.focus();
  current = null;
};
const openCell = (cell) => {
  const evidence = document.getElementById(cell.dataset.cell).cloneNode(true);
  evidence.removeAttribute("id");
  evidence.className = "";
  const button = document.createElement("button");
  button.className = "more";
  button.textContent = "close";
  button.addEventListener("click", close);
  current?.removeAttribute("aria-current");
  current = cell;
  cell.setAttribute("aria-current", "true");
  panel.replaceChildren(...evidence.childNodes, button);
  panel.hidden = false;
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
};
for (const cell of document.querySelectorAll("a.cell")) cell.addEventListener("click", (event) => {
  event.preventDefault();
  openCell(cell);
});
panel?.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
const SIGNS = { "-2": "−−", "-1": "−", 0: "0", 1: "+", 2: "++" };
const stances = document.getElementById("_stance-filters");
if (stances) {
  const cells = [...document.querySelectorAll("a.cell")].map((cell) => ({
    cell, looks: cell.className, sign: cell.textContent, label: cell.getAttribute("aria-label"),
    pieces: [...document.getElementById(cell.dataset.cell).querySelectorAll("li[data-number]")] }));
  const apply = () => {
    const bases = new Set([...stances.querySelectorAll("[name=basis]:checked")].map((box) => box.value));
    const by = stances.elements.by.value;
    const all = !by && bases.size === stances.querySelectorAll("[name=basis]").length;
    let seen = 0;
    for (const { cell, looks, sign, label, pieces } of cells) {
      const kept = pieces.filter((piece) => {
        const fits = bases.has(piece.dataset.basis) && (!by || piece.dataset.from <= by);
        piece.hidden = !fits;
        return fits;
      });
      const numbers = [...new Set(kept.map((piece) => Number(piece.dataset.number)))].sort((a, b) => a - b);
      cell.hidden = !kept.length;
      seen += !cell.hidden;
      const signs = numbers.map((number) => SIGNS[number]).join(" / ");
      cell.textContent = all ? sign : signs;
      cell.setAttribute("aria-label", all ? label : `${label}; with these filters: ${signs}`);
      const conflict = numbers.length > 1 && numbers[0] <= 0 && numbers.at(-1) >= 0;
      const names = ["strongly_disagree", "disagree", "neutral", "agree", "strongly_agree"];
      cell.className = all ? looks : `cell ${conflict ? "conflict" : `stance-${names[(numbers[0] ?? 0) + 2]}`}`;
    }
    for (const item of document.querySelectorAll(".columns > li")) item.hidden = !item.querySelector("a.cell:not([hidden])");
    const table = document.querySelector(".matrix");
    const rows = table ? [...table.tBodies[0].rows] : [];
    for (const row of rows) row.hidden = !row.querySelector("a.cell:not([hidden])");
    table?.querySelectorAll(".head").forEach((head, at) => {
      const column = [head, ...rows.map((row) => row.cells[at + 1])];
      const filled = column.some((part) => part.querySelector("a.cell:not([hidden])"));
      for (const part of column) part.hidden = !filled;
    });
    let at = 0;
    for (const camp of table?.querySelectorAll(".camp") ?? []) {
      camp.dataset.width ||= String(camp.colSpan);
      const width = Number(camp.dataset.width);
      const heads = [...table.querySelectorAll(".head")].slice(at, at + width).filter((head) => !head.hidden);
      camp.hidden = !heads.length;
      camp.colSpan = Math.max(heads.length, 1);
      at += width;
    }
    stances.querySelector("output").value = `${seen} of ${cells.length}`;
    if (current) current.hidden ? close() : openCell(current);
  };
  for (const changing of ["input", "change"]) stances.addEventListener(changing, apply);
  stances.addEventListener("submit", (event) => event.preventDefault());
  stances.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    stances.reset();
    apply();
  });
  stances.hidden = false;
  apply();
}
// A table that fits needs no frame that scrolls: its heads stick to the window, and all its rows are seen.
const frame = document.querySelector(".matrix-frame");
const fit = () => {
  frame.classList.remove("fits");
  frame.classList.toggle("fits", frame.scrollWidth <= frame.clientWidth);
};
if (frame) {
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(frame.parentElement);
  fit();
}
reveal();
