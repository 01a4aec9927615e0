// Two codings side by side: for each difference, the first is kept, the second taken, or fields picked one by one.

let settlingAt = 0;

const settleKey = (item) => `${item.first || ""}|${item.second ? item.second.id : ""}`;
const differences = [...DATA.settle].sort((a, b) => firstPlaceOf(a) - firstPlaceOf(b));

function firstPlaceOf(item) {
  const ours = item.first && DATA.document[item.type].find((record) => record.id === item.first);
  return Math.min(...((item.second || ours).spans || []).map((span) => span.start), Infinity);
}

/** What a difference is about: the fields in which the two have other values. */
const differing = (item) => {
  const ours = item.first ? STORE.get(item.first) : null, theirs = item.second;
  if (!ours || !theirs) return [];
  return classOf(item.type).fields.filter(({ name, node }) => !node.own && !sameAs(
    isNothing(ours[name]) ? null : canonicalValue(node, ours[name]), isNothing(theirs[name]) ? null : canonicalValue(node, theirs[name])));
};

const shownField = (node, value) => {
  if (isNothing(value)) return "nothing";
  if (node.kind === "many" && node.item.kind === "id") return value.map(nameOfId).join(", ");
  if (node.kind === "many" && node.item.kind === "part" && node.item.cls === "Span") return value.map(({ start, end }) => TEXT.slice(start, end)).join(" | ");
  if (node.kind === "many" && node.item.kind === "part" && node.item.cls === "Quote") return value.map(({ text }) => text).join(" | ");
  if (node.kind === "many" && node.item.kind === "vocabulary") return value.map(wordsOf).join(", ");
  if (node.kind === "id") return nameOfId(value);
  return typeof value === "object" && !(value instanceof Raw) ? sortedJson(value) : wordsOf(shownValue(value));
};

/** Settle a difference: `first` keeps the first coding, `second` takes the second, `fields` what was picked. */
const settle = (item, decision) => {
  STORE.change(`settled: ${decision}`, (next) => {
    if (decision === "second") {
      if (item.second) {
        for (const { type, record } of item.brings) if (!next.records.has(record.id)) next.records.set(record.id, { type, record });
        next.records.set(item.first || item.second.id, { type: item.type, record: { ...item.second, id: item.first || item.second.id } });
      } else next.records.delete(item.first);
    }
    next.settled.set(settleKey(item), decision);
  });
  const next = differences.findIndex((each) => !STORE.now.settled.has(settleKey(each)));
  if (next >= 0) goToDifference(next);
};

const takeField = (item, name) => {
  const record = { ...STORE.get(item.first) };
  if (isNothing(item.second[name])) delete record[name]; else record[name] = item.second[name];
  STORE.change(`${wordsOf(name)} from the second coding`, (next) => {
    for (const { type, record: brought } of item.brings) if (!next.records.has(brought.id)) next.records.set(brought.id, { type, record: brought });
    next.records.set(item.first, { type: item.type, record });
  });
};

const goToDifference = (at) => {
  settlingAt = (at + differences.length) % differences.length;
  const item = differences[settlingAt], span = (item.second || STORE.get(item.first))?.spans?.[0];
  if (span) choose(span.start, Math.min(span.end, TEXT.length));
  showSettling();
};

const showSettling = () => {
  const box = $("settling");
  box.hidden = !differences.length;
  if (!differences.length) return;
  const item = differences[settlingAt], ours = item.first ? STORE.get(item.first) : null, decided = STORE.now.settled.get(settleKey(item));
  const open = differences.filter((each) => !STORE.now.settled.has(settleKey(each))).length;
  const row = ({ name, node }) => h("tr", {}, h("th", { scope: "row" }, wordsOf(name)), h("td", {}, bdi(shownField(node, ours[name]))),
    h("td", {}, bdi(shownField(node, item.second[name])), " ", h("button", { type: "button", onclick: () => takeField(item, name), "aria-label": `Take ${wordsOf(name)} from the second` }, "Take")));
  const whole = (record) => (record ? nameOf(record) : "nothing");
  box.replaceChildren(h("h2", { id: "settling-title" }, `Two codings: ${open} of ${differences.length} to settle`),
    h("p", {}, `${settlingAt + 1}: ${singular(item.type)} `, h("code", {}, item.first || item.second.id), decided ? ` (settled: ${decided})` : ""),
    h("table", { class: "settle" }, h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col" }, "First"), h("th", { scope: "col" }, "Second"))),
      h("tbody", {}, ...(ours && item.second ? differing(item).map(row) : [h("tr", {}, h("th", { scope: "row" }, "record"), h("td", {}, bdi(whole(ours))), h("td", {}, bdi(whole(item.second))))]))),
    h("p", { class: "buttons" }, button("Keep the first", "1", () => settle(item, "first")), button("Take the second", "2", () => settle(item, "second")),
      ours ? button("Picked by field", "3", () => settle(item, "fields")) : null, button("Before", "<", () => goToDifference(settlingAt - 1)), button("Next", ">", () => goToDifference(settlingAt + 1))));
};
