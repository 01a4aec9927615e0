// Lists: each has filters named after the data attribute that they look at, and an order; it is shown page by page.
const views = new Map();
const whatOf = (record) => {
  const text = (part) => record.querySelector(`:scope > ${part}`)?.textContent ?? "";
  const quotes = [...record.querySelectorAll(":scope > blockquote")].map((quote) => quote.textContent);
  return { id: record.id, source: record.dataset.source, when: record.dataset.when, head: text("p"),
    text: text("p + p"), quotes };
};
const quoted = (value) => {
  const isFormula = /^[=+\-@\t\r]/.test(value) && !/^-\d+$/.test(value);
  const text = isFormula ? `'${value}` : value;  // no formula for a spreadsheet
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
const citationOf = (view, address) => `${document.querySelector("main").dataset.cite.replace(/\.$/, "")}. ${view}, `
  + `${location.href.split("#")[0]}${address}, seen on ${new Date().toISOString().slice(0, 10)}.`;
for (const form of document.querySelectorAll("form.filters[data-list]")) {
  const container = document.getElementById(form.dataset.list);
  const listing = listingOf(container, container);
  const records = listing.entries;
  const count = form.querySelector("output");
  const citation = form.querySelector("textarea");
  const chosen = () => [...form.elements].filter((e) => e.name && e.value).map((e) => [e.name, e.value]);
  let isIndexed = !container.dataset.index;
  const index = async () => {
    const columns = await dataOf(container.dataset.index);
    records.forEach((record, at) => {
      record.values = Object.fromEntries(Object.entries(columns).map(([name, [known, numbers]]) =>
        [name, known[numbers[at]]]));
    });
    isIndexed = true;
  };
  const valueOf = (record, name) => (record.values ? record.values[name] : record.node.dataset[name]) || "";
  const nameOf = (record) => record.values?.who ?? record.node.querySelector(".who")?.textContent ?? "";
  const textsOf = async () => {
    for (const record of records) record.text ??= record.node
      ? record.node.textContent.toLowerCase()
      : (await elementOf(record.part)).textContent.toLowerCase();
  };
  let asked = 0;
  const apply = async () => {
    const mine = asked += 1;
    const wanted = chosen().filter(([name]) => name !== "sort");
    const order = form.elements.sort.value;
    if (!isIndexed && (wanted.length || order)) await index();
    if (wanted.some(([name]) => name === "words") && container.dataset.index) await textsOf();
    if (mine !== asked) return;
    [listing.start, listing.limit] = [0, PAGE];
    const fits = (record, name, value) => name === "words"
      ? (record.text ??= record.node.textContent.toLowerCase()).includes(value.toLowerCase())
      : valueOf(record, name).split(" ").includes(value);
    listing.fitting = records.filter((record) => wanted.every(([name, value]) => fits(record, name, value)));
    if (order) {
      const key = order === "who" ? nameOf : (record) => valueOf(record, order) || "9999";
      const collator = new Intl.Collator();
      const keys = new Map(listing.fitting.map((record) => [record, key(record)]));
      listing.fitting = [...listing.fitting].sort((a, b) => collator.compare(keys.get(a), keys.get(b)));
    }
    citation.hidden = true;
    count.value = `${listing.fitting.length} of ${records.length}`;
    await listing.show();
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
  for (const button of form.querySelectorAll("[data-take]")) button.addEventListener("click", async () => {
    if (button.dataset.take !== "cite") await listing.ready(listing.fitting);
    const rows = button.dataset.take === "cite" ? [] : listing.fitting.map((record) => whatOf(record.node));
    const name = form.dataset.list;
    if (button.dataset.take === "csv") saved(`${name}.csv`, "text/csv", asCsv(rows));
    if (button.dataset.take === "json") saved(`${name}.json`, "application/json", JSON.stringify(rows, null, 2));
    if (button.dataset.take === "cite") {
      citation.value = citationOf(`${listing.fitting.length} of ${records.length} records`, address());
      citation.hidden = false;
      citation.select();
    }
  });
  views.set(form.dataset.list, {
    form,
    listing,
    restore: async (query) => {
      form.reset();
      for (const [name, value] of new URLSearchParams(query)) if (form.elements[name]) form.elements[name].value = value;
      await apply();
    },
    reveal: async (entry) => {
      if (!listing.fitting.includes(entry)) {
        form.reset();
        await apply();
      }
      await listing.reveal(entry);
    },
  });
  form.hidden = false;
  apply();
}
