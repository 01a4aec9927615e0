// Drawings and tables are taken away as they are seen: a drawing as SVG or PNG, a table as CSV or JSON, with a citation.
const STYLED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-style",
  "text-anchor", "paint-order"];
const PAINTED = "path, rect, circle, line, text";
const standalone = (drawing) => {
  const copy = drawing.cloneNode(true);
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const originals = drawing.querySelectorAll(PAINTED);
  copy.querySelectorAll(PAINTED).forEach((part, at) => {
    const looks = getComputedStyle(originals[at]);
    for (const name of STYLED) part.style.setProperty(name, looks.getPropertyValue(name));
  });
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const colour = getComputedStyle(drawing).backgroundColor;
  const isClear = colour === "transparent" || colour.endsWith(", 0)");
  for (const [name, value] of Object.entries({ width, height, fill: isClear ? getComputedStyle(document.body).backgroundColor : colour }))
    paper.setAttribute(name, value);
  copy.prepend(paper);
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width, height,
    "font-family": "system-ui, sans-serif" })) copy.setAttribute(name, value);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
};
const asPicture = async ({ text, width, height }) => {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.drawImage(picture, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
};
const textIn = (cell) => {
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll("br, blockquote, .faint")) part.before(" ");
  return copy.textContent.trim().replace(/\s+/g, " ");
};
const NUMBERS = Object.fromEntries(Object.entries(SIGNS).map(([number, sign]) => [sign, number]));
const stancesOf = (table) => {
  const names = [...table.querySelectorAll(".head")].map(textIn);
  return [...table.tBodies[0].rows].filter((row) => !row.hidden).flatMap((row) => names.flatMap((actor, at) => {
    const cell = row.cells[at + 1].querySelector("a.cell:not([hidden])");
    const words = cell?.getAttribute("aria-label") ?? "";
    return cell ? [{ proposition: textIn(row.cells[0]), actor, stance: textIn(cell).split(" / ").map((sign) => NUMBERS[sign]).join(" / "), words }] : [];
  }));
};
const differencesOf = (table) => [...table.tBodies].flatMap((group) => {
  const [about, ...rows] = group.rows;
  return rows.map((row) => ({ difference: textIn(about), source: textIn(row.cells[0]), value: textIn(row.cells[1]),
    "own words": textIn(row.cells[2]) }));
});
const tableAsCsv = (rows) => [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)]
  .map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
const takeAway = (section, name, forms) => {
  const bar = document.createElement("p");
  bar.className = "take";
  const citation = document.createElement("textarea");
  citation.readOnly = true;
  citation.rows = 2;
  citation.hidden = true;
  citation.setAttribute("aria-label", "Citation of this view");
  const cite = () => {
    citation.value = citationOf(section.querySelector("h2").textContent,
      section.querySelector(`form.filters[id="${location.hash.slice(1).split("?")[0]}"]`) ? location.hash : `#${section.id}`);
    citation.hidden = false;
    citation.select();
  };
  for (const [text, take] of [...forms, ["cite this view", cite]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "more";
    button.textContent = text;
    button.addEventListener("click", take);
    bar.append(button);
  }
  (section.querySelector(":scope > details") ?? section).append(bar, citation);
};
for (const name of ["timeline", "map", "network"]) {
  const section = document.getElementById(name);
  if (!section?.querySelector(`svg.${name}`)) continue;
  const drawing = () => standalone([...section.querySelectorAll(`svg.${name}`)].find((each) => each.checkVisibility()));
  takeAway(section, name, [
    ["SVG", () => saved(`${name}.svg`, "image/svg+xml", drawing().text)],
    ["PNG", async () => saved(`${name}.png`, "image/png", await asPicture(drawing()))],
  ]);
}
// Tables and lists without filters leave as rows; what is packed is unpacked first.
const wordingsOf = (tables) => tables.flatMap((table) => [...table.tBodies[0].rows].map((row) => ({
  utterance: textIn(table.caption), source: textIn(row.cells[0]), wording: textIn(row.cells[1]), relation: textIn(row.cells[2]) })));
const nodesOf = async (holder) => {
  if (!holder.dataset.parts) return [...holder.children];
  if (!listings.has(holder)) await listingOf(holder, holder).show();
  await listings.get(holder).ready(listings.get(holder).entries);
  return listings.get(holder).entries.map(({ node }) => node);
};
const findingsOf = (items) => Promise.all(items.map(async (item) => ({
  group: textIn(item.closest("div").querySelector("h3")),
  finding: textIn(item.querySelector("p")),
  records: (await nodesOf(item.querySelector(".proof ul")))
    .flatMap((node) => [...new Set([...node.querySelectorAll("a.of-record")].map((link) => decodeURIComponent(link.hash.slice(1))))]).join(" "),
})));
const recordsOf = (items) => items.map((item) => ({ id: item.id, name: textIn(item.querySelector(".who")),
  text: [...item.querySelectorAll(":scope > :not(.who)")].map(textIn).join(" | ") }));
const RECORDS = ["documents", "actors", "sources"];
for (const name of ["findings", "renderings", ...RECORDS]) {
  const section = document.getElementById(name);
  if (!section) continue;
  const rows = async () => {
    if (name === "findings") return findingsOf([...section.querySelectorAll("li[id]")]);
    const items = await nodesOf(section.querySelector(":scope > details > div"));
    return name === "renderings" ? wordingsOf(items.map((item) => item.querySelector("table"))) : recordsOf(items);
  };
  takeAway(section, name, [
    ["CSV", async () => saved(`${name}.csv`, "text/csv", tableAsCsv(await rows()))],
    ["JSON", async () => saved(`${name}.json`, "application/json", JSON.stringify(await rows(), null, 2))],
  ]);
}
for (const [name, choice, rowsOf] of [["stances", ".matrix", stancesOf], ["contradictions", ".differences", differencesOf]]) {
  const section = document.getElementById(name);
  const table = section?.querySelector(choice);
  if (!table) continue;
  const rows = async () => {
    await listings.get(table)?.ready(listings.get(table).entries);
    const groups = (listings.get(table)?.entries ?? []).map(({ node }) => node);
    return rowsOf(groups.length ? { tBodies: groups } : table);
  };
  takeAway(section, name, [
    ["CSV", async () => saved(`${name}.csv`, "text/csv", tableAsCsv(await rows()))],
    ["JSON", async () => saved(`${name}.json`, "application/json", JSON.stringify(await rows(), null, 2))],
  ]);
}
