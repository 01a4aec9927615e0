// Stances: a cell shows its evidence in the panel beside the table; the filters leave out positions, rows and columns.
const stances = document.getElementById("_stance-filters");
const bases = () => new Set([...stances.querySelectorAll("[name=basis]:checked")].map((box) => box.value));
const holds = (piece, day) => (!piece.from || piece.from <= day) && (!piece.until || day < piece.until);
// What is replaced is shown with what replaced it; on a day, only what could stand then.
const isShown = (piece) => {
  const day = stances.elements.on.value;
  return bases().has(piece.basis) && (!day || holds(piece, day));
};
const counts = (piece, kept, day) => kept.has(piece.basis) && (day ? holds(piece, day) : piece.stands);
const panel = document.getElementById("_panel");
let current = null;
const close = () => {
  panel.hidden = true;
  current?.removeAttribute("aria-current");
  current?.focus();
  current = null;
};
const evidenceOf = async (key) => document.getElementById(key)?.cloneNode(true) ?? elementOf(await placeOf(key));
const openCell = async (cell) => {
  const evidence = await evidenceOf(cell.dataset.cell);
  evidence.removeAttribute("id");
  for (const piece of evidence.querySelectorAll("li[data-number]")) piece.hidden = !isShown(piece.dataset);
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
document.addEventListener("click", (event) => {
  const cell = event.target.closest("a.cell");
  if (!cell || (cell.dataset.cell.startsWith("_") && !document.getElementById(cell.dataset.cell) && !canUnpack)) return;
  event.preventDefault();
  openCell(cell);
});
panel?.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
const SIGNS = { "-2": "−−", "-1": "−", 0: "0", 1: "+", 2: "++" };
const NAMES = ["strongly_disagree", "disagree", "neutral", "agree", "strongly_agree"];
if (stances) {
  const packed = canUnpack && document.querySelector("#_evidence > [data-cells]");
  const table = document.querySelector(".matrix");
  const thin = document.querySelector("ul.columns");
  const pieces = new Map();  // of each cell
  const looks = new Map();
  let thinKeys = [];
  const load = async () => {
    const found = packed ? await dataOf(packed.dataset.cells) : { pieces: {}, thin: [] };
    for (const [key, of] of Object.entries(found.pieces)) pieces.set(key, of);
    thinKeys = found.thin;
    if (packed) return;
    for (const evidence of document.querySelectorAll(".of-cell[id]"))
      pieces.set(evidence.id, [...evidence.querySelectorAll("li[data-number]")].map((item) => item.dataset));
  };
  const paint = (cell, kept, day, isAll) => {
    if (!looks.has(cell)) looks.set(cell, [cell.className, cell.textContent, cell.getAttribute("aria-label")]);
    const [look, sign, label] = looks.get(cell);
    const counted = isAll ? [] : pieces.get(cell.dataset.cell).filter((piece) => counts(piece, kept, day));
    const numbers = [...new Set(counted.map((piece) => Number(piece.number)))].sort((a, b) => a - b);
    const signs = isAll ? sign : numbers.map((number) => SIGNS[number]).join(" / ");
    const conflict = numbers.length > 1 && numbers[0] <= 0 && numbers.at(-1) >= 0;
    cell.hidden = !isAll && !numbers.length;
    cell.textContent = signs;
    cell.setAttribute("aria-label", isAll ? label : `${label}; with these filters: ${signs}`);
    cell.className = isAll ? look : `cell ${conflict ? "conflict" : `stance-${NAMES[(numbers[0] ?? 0) + 2]}`}`;
  };
  // Rows and columns with too few stances are folded: the script names them and opens them; without it they are there.
  const folded = document.getElementById("_folded");
  const openers = document.querySelectorAll("#stances .whole");
  let isWhole = false;
  const fold = () => {
    const rows = table ? [...table.tBodies[0].rows] : [];
    const isOut = (part) => !isWhole && part.classList.contains("thin");
    for (const row of rows) row.hidden = isOut(row) || !row.querySelector("a.cell:not([hidden])");
    table?.querySelectorAll(".head").forEach((head, at) => {
      const column = [head, ...rows.map((row) => row.cells[at + 1])];
      const filled = !isOut(head) && column.some((part) => !part.parentElement.hidden && part.querySelector("a.cell:not([hidden])"));
      for (const part of column) part.hidden = !filled;
    });
    if (!folded) return void camps();
    folded.hidden = false;
    folded.querySelector("p").hidden = isWhole;
    for (const opener of openers) {
      opener.setAttribute("aria-expanded", String(isWhole));
      opener.textContent = isWhole ? "fold the sparse ones again" : opener.dataset.words;
    }
    camps();
  };
  const camps = () => {
    let at = 0;
    for (const camp of table?.querySelectorAll(".camp") ?? []) {
      camp.dataset.width ||= String(camp.colSpan);
      const width = Number(camp.dataset.width);
      const heads = [...table.querySelectorAll(".head")].slice(at, at + width).filter((head) => !head.hidden);
      camp.hidden = !heads.length;
      camp.colSpan = Math.max(heads.length, 1);
      at += width;
    }
  };
  const boxes = [...stances.querySelectorAll("[name=basis]")];
  const apply = async () => {
    if (!pieces.size) await load();
    const [kept, day] = [bases(), stances.elements.on.value];
    const isAll = !day && kept.size === boxes.length;
    const paintAll = () => { for (const cell of document.querySelectorAll("a.cell")) paint(cell, kept, day, isAll); };
    const seen = new Set([...pieces.keys()].filter((key) => isAll || pieces.get(key).some((piece) => counts(piece, kept, day))));
    const listing = packed && listings.get(thin);
    if (listing) {
      listing.fitting = listing.entries.filter((_, at) => seen.has(thinKeys[at]));
      [listing.start, listing.limit] = [0, PAGE];
      listing.afterwards = paintAll;
      await listing.show();
    }
    paintAll();
    if (!listing) for (const item of thin?.children ?? []) item.hidden = !item.querySelector("a.cell:not([hidden])");
    fold();
    const away = [...(table?.querySelectorAll("tbody a.cell:not([hidden])") ?? [])].filter((cell) => cell.closest("[hidden]")).length;
    stances.querySelector("output").value = `${seen.size} of ${pieces.size}${away ? `, ${away} of them folded` : ""}`;
    if (current) current.hidden ? close() : openCell(current);
  };
  const change = () => {
    apply();
    const left = boxes.some((box) => !box.checked) ? bases() : [];
    const query = [...(stances.elements.on.value ? [["on", stances.elements.on.value]] : []),
      ...[...left].map((basis) => ["basis", basis]), ...(isWhole ? [["rows", "all"]] : [])];
    history.replaceState(null, "", `#${stances.id}${query.length ? `?${new URLSearchParams(query)}` : ""}`);
  };
  for (const changing of ["input", "change"]) stances.addEventListener(changing, change);
  stances.addEventListener("submit", (event) => event.preventDefault());
  stances.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    stances.reset();
    change();
  });
  for (const opener of openers) opener.addEventListener("click", () => {
    isWhole = !isWhole;
    change();
  });
  views.set(stances.id, { form: stances, restore: async (query) => {
    const wanted = new URLSearchParams(query);
    stances.elements.on.value = wanted.get("on") ?? "";
    isWhole = wanted.get("rows") === "all";
    for (const box of boxes) box.checked = !wanted.has("basis") || wanted.getAll("basis").includes(box.value);
    await apply();
  } });
  thin?.closest("details").addEventListener("toggle", apply);
  stances.hidden = false;
  apply();
}
