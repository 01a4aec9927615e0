// The form of a record, made from the fields of its type.

let form = null; // { id, type, seen, own }: whose form is open, the record that it shows, whether it makes a change itself

const sharedFields = () => new Set(DATA.schema.shared);
const WHEN = ["when_as_reported", "when"]; // asked for with a record's own fields, though all event records have them

/** The fields of a type in the order in which they are asked for: required ones, its own, then what all share. */
const ordered = (type) => {
  const fields = classOf(type).fields.filter(({ node, name }) => !node.own && !(classOf(type).event && ["source", "spans", "quotes"].includes(name)));
  const shared = classOf(type).event ? sharedFields() : new Set();
  const refers = ({ node }) => (node.kind === "many" && node.item.kind === "id" ? 0 : 1);
  const own = fields.filter((field) => !field.required && !shared.has(field.name));
  return {
    first: fields.filter((field) => field.required),
    own: [...own.filter((f) => !refers(f)), ...fields.filter((f) => shared.has(f.name) && WHEN.includes(f.name)).sort((a) => (a.name === WHEN[0] ? -1 : 1)), ...own.filter(refers)],
    shared: fields.filter((field) => !field.required && shared.has(field.name) && !WHEN.includes(field.name)),
  };
};

/** A letter for each field, by which Alt leads to it. */
const lettersOf = (fields) => {
  const letters = new Map(), taken = new Set();
  for (const { name } of fields) {
    const letter = [...name, ..."abcdefghijklmnopqrstuvwxyz"].find((each) => /[a-z]/.test(each) && !taken.has(each));
    if (letter) { letters.set(name, letter); taken.add(letter); }
  }
  return letters;
};

/** The input for a value of a node. */
const inputFor = (options) => {
  const { node, value } = options;
  if (node.kind === "vocabulary" || node.kind === "id") return picker({ ...options, many: false, values: isNothing(value) ? [] : [value] });
  if (node.kind === "many" && ["vocabulary", "id"].includes(node.item.kind)) {
    return picker({ ...options, node: node.item, many: true, values: value || [] });
  }
  if (node.kind === "many" && node.item.kind === "part") return partsOf(options);
  if (node.kind === "many") return lines(options);
  if (node.kind === "map") return jsonArea(options);
  if (node.kind === "part") return optionalPart(options);
  if (node.kind === "flag") {
    const box = h("input", { type: "checkbox", checked: Boolean(value), "aria-labelledby": options.labelled, "aria-describedby": options.described, onchange: () => options.set(box.checked) });
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); options.advance(); } });
    return box;
  }
  return typed(options);
};

/** The fields of a part. A passage has its place from the text, and is never typed. */
const partFields = (cls, value, set, prefix, advance) =>
  fieldsOf(cls).map((field) => {
    const labelled = `${prefix}-${field.name}`;
    const change = (given) => { value = { ...value, [field.name]: given }; set(value); };
    if (cls === "Span" && field.name !== "section") return null;
    if (field.node.kind === "part" && field.node.cls === "Span") return passage(value[field.name], labelled, change);
    if (cls === "Quote" && field.name === "text") return null;
    const marks = field.required && !field.nullable ? " *" : "";
    return h("div", { class: "part-field" }, h("span", { id: labelled, class: "label", title: field.doc }, wordsOf(field.name) + marks),
      inputFor({ node: field.node, value: value[field.name], labelled, set: change, advance }));
  });

/** A passage: its words, and a button that gives it the place that is selected in the text. */
const passage = (span, labelled, set) => {
  const words = h("q", { dir: "auto" }, span ? legible(TEXT.slice(span.start, Math.min(span.end, TEXT.length))) : "");
  const use = () => {
    const { start, end } = chosen;
    set({ ...span, start, end });
    words.textContent = legible(TEXT.slice(start, end));
  };
  return h("div", { class: "part-field passage", id: labelled }, words, h("button", { type: "button", onclick: use }, "Use the selection"));
};

const emptyPart = (cls) => {
  const made = {};
  for (const { name, node } of fieldsOf(cls)) if (node.kind === "part" && node.cls === "Span") made[name] = { ...chosen };
  if (cls === "Span") Object.assign(made, chosen);
  return made;
};

let parts = 0;

const partBox = (cls, title, value, set, remove, advance) => {
  const prefix = `part-${++parts}`;
  const current = { value };
  const change = (next) => { current.value = next; set(next); };
  const head = cls === "Span" ? passage(value, prefix, ({ start, end }) => change({ ...current.value, start, end })) : null;
  return h("fieldset", { class: "part" }, h("legend", {}, title), head, ...partFields(cls, value, change, prefix, advance),
    h("button", { type: "button", class: "remove", onclick: remove }, `Remove this ${title}`));
};

const partsOf = ({ node, value, labelled, set, field, advance }) => {
  const box = h("div", { class: "parts", role: "group", "aria-labelledby": labelled }), title = field.name.replace(/ies$/, "y").replace(/s$/, "");
  let items = [...(value || [])];
  const who = fieldsOf(node.item.cls).find((each) => each.node.kind === "id");
  const draw = (focus = -1) => {
    const append = (part) => { items = [...items, { ...emptyPart(node.item.cls), ...part }]; set(items); draw(items.length - 1); };
    const asked = who ? askedIn(field).filter((id) => choicesFor(who.node).some((each) => each.value === id) && !items.some((item) => item[who.name] === id)) : [];
    const add = h("span", {}, h("button", { type: "button", onclick: () => append({}) }, `Add ${wordsOf(title)}`),
      ...asked.flatMap((id) => [" ", h("button", { type: "button", class: "asked", onclick: () => append({ [who.name]: id }) }, `Add ${nameOfId(id)}`)]));
    box.replaceChildren(...items.map((item, at) => partBox(node.item.cls, wordsOf(title), item,
      (next) => { items = items.map((other, index) => (index === at ? next : other)); set(items); },
      () => { items = items.filter((_, index) => index !== at); set(items); draw(); }, advance)), add);
    if (focus >= 0) box.children[focus].querySelector("input, textarea, button")?.focus(); else if (document.activeElement === document.body) add.firstChild.focus();
  };
  draw();
  return box;
};

const optionalPart = (options) => {
  const { node, set, field, labelled, advance } = options;
  const box = h("div", { class: "parts", role: "group", "aria-labelledby": labelled });
  const draw = (value, focus) => {
    box.replaceChildren(value === null
      ? h("button", { type: "button", onclick: () => { const made = emptyPart(node.cls); set(made); draw(made, true); } }, `Add ${wordsOf(field.name)}`)
      : partBox(node.cls, wordsOf(field.name), value, set, () => { set(null); draw(null, true); }, advance));
    if (focus) box.querySelector("input, textarea, button")?.focus();
  };
  draw(isNothing(options.value) ? null : options.value, false);
  return box;
};

/** Time words that were taken bring the date that they mean, unless another is there. */
const dateOf = (type, id, words, name) => {
  const record = STORE.get(id), dates = DATA.times.map((time) => time.date), found = timesHere().find((time) => time.words === words);
  if (!found || (record[name] && !dates.includes(record[name]))) return;
  own(() => STORE.put(type, { ...record, [name]: found.date }, `${wordsOf(name)} of ${id}`));
  const input = $("form").querySelector(`[data-field="${name}"] input`);
  if (input) input.value = found.date;
};

/** One field of a record: its name, its meaning, its input and what is wrong with it. */
const fieldRow = (type, id, field, letter, advance) => {
  const labelled = `field-${field.name}`, described = `about-${field.name}`;
  const set = (value) => {
    const record = { ...STORE.get(id) };
    if (isNothing(value) && value !== false) delete record[field.name]; else record[field.name] = value;
    own(() => STORE.put(type, record, `${wordsOf(field.name)} of ${id}`, `${id}:${field.name}`));
  };
  const record = STORE.get(id), at = letter ? field.name.indexOf(letter) : -1;
  const name = wordsOf(field.name);
  const label = h("span", { id: labelled, class: "label" }, ...(at < 0 ? [name] : [name.slice(0, at), h("u", {}, name[at]), name.slice(at + 1)]), field.required ? " *" : "");
  const input = inputFor({ node: field.node, value: record[field.name], labelled, described, set, field, advance: () => advance(field.name), took: (words) => { if (field.node.kind === "text") dateOf(type, id, words, field.name.replace("_as_reported", "")); } });
  return h("div", { class: `field ${field.node.kind}`, "data-field": field.name, "data-letter": letter }, label,
    h("small", { id: described, class: "about" }, field.doc, letter && at < 0 ? ` (Alt+${letter})` : ""), input, h("div", { class: "wrong", "data-path": field.name }));
};

/** Open the form of a record and go to its first field without a value. */
const openForm = (id, focus = "first") => {
  const type = STORE.type(id);
  if (!type) return;
  const { first, own, shared } = ordered(type), letters = lettersOf([...first, ...own, ...shared]);
  const names = [...first, ...own, ...shared].map((field) => field.name);
  const advance = (name) => {
    const at = first.findIndex((field) => field.name === name);
    const empty = at >= 0 && first.slice(at + 1).find((field) => isNothing(STORE.get(id)[field.name]));
    focusField(empty ? empty.name : at >= 0 && first.slice(at + 1).length ? names[first.length] : names[names.indexOf(name) + 1]);
  };
  form = { id, type, seen: STORE.get(id) };
  const row = (field) => fieldRow(type, id, field, letters.get(field.name), advance);
  const record = STORE.get(id), event = classOf(type).event;
  const passages = event ? ["spans", "quotes"].map((name) => classOf(type).fields.find((field) => field.name === name)).filter(Boolean) : [];
  const more = h("details", { open: shared.some((field) => !isNothing(record[field.name])) }, h("summary", {}, "More fields"), ...shared.map(row));
  const heading = h("h2", { id: "form-title", tabindex: "-1" }, `${singular(type)} `, h("code", {}, id));
  const element = h("form", { "aria-labelledby": "form-title", autocomplete: "off", onsubmit: (event) => event.preventDefault() },
    heading, h("p", { class: "about" }, classOf(type).doc),
    STORE.isDraft(id) ? h("p", { class: "draft" }, "A draft: nobody has judged it yet. ", button("Accept", "y", () => accept(id)), button("Reject", "x", () => reject(id)), ...doubtsOf(record)) : null,
    ...first.map(row), ...own.map(row), passages.length ? h("details", { class: "passages" }, h("summary", {}, summaryOf(record)), ...passages.map(row)) : null, shared.length ? more : null,
    h("div", { class: "wrong", "data-path": "" }),
    h("p", { class: "buttons" }, button("Done", "Ctrl+Enter", done), event ? button("Position here", "Ctrl+Shift+Enter", donePosition) : null, button("Delete", "Ctrl+Delete", () => reject(id))));
  $("form").replaceChildren(element);
  showWrong();
  if (focus === "first") focusField((first.find((field) => isNothing(record[field.name])) || own[0] || first[0])?.name);
  else if (focus) focusField(focus);
};

/** What a person should know of a draft: what its finder found wrong, and where its passage may stand. */
const doubtsOf = (record) => {
  const refuted = refutedIn(record), places = placesFor(record);
  const choose = ({ start, end }) => () => { STORE.put(form.type, { ...record, spans: [{ start, end }] }, "passage chosen"); goToRecord(record.id); openForm(record.id); };
  const around = ({ start, end }) => `… ${TEXT.slice(Math.max(0, start - 30), start)}[${TEXT.slice(start, end)}]${TEXT.slice(end, Math.min(TEXT.length, end + 30))} …`;
  return [
    refuted.length ? h("strong", { class: "refuted" }, `Asked again, the model found wrong: ${refuted.map(wordsOf).join(", ")}. `) : null,
    places.length ? h("span", { class: "places" }, "Its passage stands at several places. Which is meant? ", ...places.map((place) => h("button", { type: "button", onclick: choose(place) }, around(place)))) : null,
  ];
};

const summaryOf = ({ spans, quotes }) => `Passages: ${(spans || []).length}${quotes ? `, quotes: ${quotes.length}` : ""}`;

const button = (label, keys, act) => h("button", { type: "button", onclick: act, "aria-keyshortcuts": keys.replace("Ctrl", "Control") }, label, h("kbd", { "aria-hidden": "true" }, keys));

const focusField = (name) => {
  const row = name && $("form").querySelector(`[data-field="${name}"]`);
  if (!row) return $("form").querySelector(".buttons button")?.focus();
  row.closest("details")?.setAttribute("open", "");
  row.querySelector("input, textarea, button:not([tabindex])")?.focus();
};

const closeForm = () => {
  form = null;
  $("form").replaceChildren();
  flush();
};

/** Show beside each field what is wrong with it. */
const showWrong = () => {
  if (!form) return;
  const record = STORE.get(form.id);
  if (!record) return closeForm();
  const found = recordProblems(form.type, record, STORE), hints = recordHints(form.type, record, STORE), open = new Set(openFields(form.type, record));
  for (const box of $("form").querySelectorAll(".wrong")) {
    const name = box.dataset.path, start = `${form.id}.${name}`;
    const isHere = ({ path }) => (name ? path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`) : !/^[a-z_]/.test(path.slice(form.id.length + 1)));
    const line = (what, look) => ({ expected, hint }) => h("p", { class: look }, `${what} ${expected}${hint ? `; ${hint}` : ""}`);
    box.replaceChildren(...found.filter(isHere).map(line("Expected", "problem")), ...hints.filter(isHere).map(line("Hint: expected", "unsure")));
    const row = box.closest(".field");
    if (row?.classList.contains("date") && isDate(shownValue(record[name])) === null) box.append(h("p", { class: "unsure" }, `${ONLY_CHECK}.`));
    row?.classList.toggle("open", open.has(name));
  }
};
