// The records: their fields as the schema lists them, their canonical form, what is wrong with them, undo.

const classOf = (type) => DATA.schema.classes[DATA.schema.collections[type]];
const fieldsOf = (name) => DATA.schema.classes[name].fields;
const TYPES = Object.keys(DATA.schema.collections);
const EVENT_TYPES = TYPES.filter((type) => classOf(type).event);
const wordsOf = (name) => name.replaceAll("_", " ");
const singular = (type) => wordsOf(type).replace(/s$/, "");
const REASONS = DATA.schema.vocabularies.UncodedReason;

const isNothing = (value) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length)
  || (typeof value === "object" && !(value instanceof Raw) && !Array.isArray(value) && !Object.keys(value).length);

const sameAs = (a, b) => sortedJson(a ?? null) === sortedJson(b ?? null);

/** A value as files hold it: fields in order, defaults left out, sets sorted, numbers exact. */
const canonicalValue = (node, value) => {
  switch (node.kind) {
    case "part": return canonicalFields(requiredFirst(fieldsOf(node.cls)), value);
    case "many": {
      const items = value.map((item) => canonicalValue(node.item, item));
      return node.ordered ? items : items.sort((a, b) => byCodePoint(String(a), String(b)));
    }
    case "number": return typeof value === "number" ? new Raw(pythonFloat(value)) : value;
    case "map": return sortedMap(value);
    default: return value;
  }
};

const sortedMap = (value) => {
  if (Array.isArray(value)) return value.map(sortedMap);
  if (!value || typeof value !== "object" || value instanceof Raw) return value;
  return new Map(members(value).map(([key, item]) => [key, sortedMap(item)]).sort(([a], [b]) => byCodePoint(a, b)));
};

const canonicalFields = (fields, value) => {
  const plain = {};
  for (const { name, node, default: usual, required, nullable } of fields) {
    const given = nullable && isNothing(value[name]) ? null : value[name];
    if (given === undefined || given === "" || (required && !nullable && isNothing(given))) continue;
    const canonical = canonicalValue(node, given ?? null);
    if (given === null ? nullable || usual !== null : required || !sameAs(canonical, usual)) plain[name] = canonical;
  }
  return plain;
};

const requiredFirst = (fields) => [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];

const openFields = (type, record) =>
  classOf(type).fields.filter((field) => field.openable && isNothing(record[field.name])).map((field) => field.name);

/** A record as files hold it. A required field without a value is not coded yet: it is listed under `open`. */
const canonicalRecord = (type, record) => {
  const open = openFields(type, record), { fields } = classOf(type);
  if (!open.length) return canonicalFields(requiredFirst(fields), record);
  const { id, ...rest } = canonicalFields(fields, record);
  return { id, open, ...rest };
};

/** What is wrong with a value, as far as it shows in the value alone. */
const valueProblems = (node, value, path) => {
  const wrong = (expected, hint) => [problem(path, expected, String(value), hint)];
  switch (node.kind) {
    case "text":
      if (typeof value !== "string" || !/[^\s\x1c-\x1f\x85]/u.test(value)) return wrong("text");
      return /[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]/u.test(value) ? wrong("plain text") : [];
    case "id": case "code":
      return new RegExp(node.pattern, "u").test(value) ? [] : wrong(node.expected, node.hint);
    case "whole":
      return value instanceof Raw || Number.isSafeInteger(value) ? [] : wrong("a whole number");
    case "number": return value instanceof Raw || Number.isFinite(value) ? [] : wrong("a finite number");
    case "date": return dateProblems(value, path);
    case "vocabulary":
      return DATA.schema.vocabularies[node.name].some((term) => term.value === value) ? [] : wrong(`a member of ${node.name}`);
    case "part": return fieldProblems(node.cls, value, path);
    case "many": {
      if (value.length < node.least) return [problem(path, `at least ${node.least === 1 ? "one" : node.least}`, "none")];
      const seen = new Set(), found = [];
      value.forEach((item, at) => {
        found.push(...valueProblems(node.item, item, `${path}[${at}]`));
        const key = sortedJson(item);
        if (seen.has(key)) found.push(problem(`${path}[${at}]`, "each item once", "it is there again"));
        seen.add(key);
      });
      return found;
    }
    default: return [];
  }
};

const dotted = (path, name) => (path ? `${path}.${name}` : name);

const fieldProblems = (name, value, path) => {
  const found = [], wrong = new Set();
  for (const field of fieldsOf(name)) {
    const at = dotted(path, field.name), given = value[field.name];
    const missing = field.required && !field.openable && !field.nullable ? [problem(at, "a value", "none")] : [];
    const here = isNothing(given) ? missing : valueProblems(field.node, given, at);
    if (here.length) wrong.add(field.name);
    found.push(...here);
  }
  return [...found, ...relationProblems(name, value, path, wrong)];
};

/** The ids to which a record refers, with the types that they may have. */
const referencesIn = (fields, value, path = "") => {
  const found = [];
  const visit = (node, item, at) => {
    if (isNothing(item)) return;
    if (node.kind === "id" && !node.own) found.push({ path: at, id: item, types: node.types });
    if (node.kind === "many") item.forEach((each, index) => visit(node.item, each, `${at}[${index}]`));
    if (node.kind === "part") found.push(...referencesIn(fieldsOf(node.cls), item, at));
  };
  for (const field of fields) visit(field.node, value[field.name], dotted(path, field.name));
  return found;
};

/** All that the page knows to be wrong with a record. */
const recordProblems = (type, record, store) => {
  const found = fieldProblems(DATA.schema.collections[type], record, "").map((each) => ({ ...each, path: `${record.id}.${each.path}` }));
  for (const { path, id, types } of referencesIn(classOf(type).fields, record)) {
    const target = store.type(id);
    if (!target && store.header.complete !== false) found.push(problem(`${record.id}.${path}`, "the id of a record", id));
    if (target && store.isDraft(id) && !store.isDraft(record.id)) {
      found.push(problem(`${record.id}.${path}`, "the id of a record that is judged", id, "accept it first"));
    }
    if (target && !types.includes(DATA.schema.collections[target])) {
      found.push(problem(`${record.id}.${path}`, `the id of ${types.join(" or ")}`, `${id}, which is another kind`));
    }
  }
  found.push(...fitProblems(type, record, store));
  if (classOf(type).event && record.source === DATA.source) {
    found.push(...anchorProblems(record, TEXT), ...namingProblems(type, record, store));
  }
  if (record.id === DATA.source) {
    if (number(record.length) !== TEXT.length) found.push(problem(`${record.id}.length`, String(TEXT.length), String(record.length ?? "none")));
    (record.uncoded || []).forEach(({ span }, at) => found.push(...spanProblems(`${record.id}.uncoded[${at}].span`, span, TEXT)));
  }
  for (const [at, name] of (type === "actors" || type === "places" ? record.names || [] : []).entries()) {
    if ((name.sources || []).includes(DATA.source) && !TEXT.hasWords(name.text)) {
      found.push(problem(`${record.id}.names[${at}]`, `a spelling of ${DATA.source}, as whole words`, name.text));
    }
  }
  return found;
};

/** Fields with their numbers as numbers: a `4.0` of a file is a 4 here, as its field says that it is not whole. */
const unwrapped = (fields, value) => {
  const plain = { ...value };
  const unwrap = (node, item) =>
    node.kind === "number" && item instanceof Raw ? Number(item.source)
    : node.kind === "many" ? item.map((each) => unwrap(node.item, each))
    : node.kind === "part" ? unwrapped(fieldsOf(node.cls), item) : item;
  for (const { name, node } of fields) if (!isNothing(plain[name])) plain[name] = unwrap(node, plain[name]);
  return plain;
};

/** The dataset, the state of its drafts, and all earlier states. */
class Store {
  constructor(header) {
    this.header = header;
    this.watchers = [];
  }
  /** Begin with plain data. */
  load(document, drafts, settled) {
    const records = new Map();
    for (const type of TYPES) {
      for (const { open, ...record } of document[type] || []) records.set(record.id, { type, record: unwrapped(classOf(type).fields, record) });
    }
    this.now = { records, drafts: new Set(drafts), settled: new Map(settled), what: "" };
    this.past = [];
    this.future = [];
  }
  get(id) { return this.now.records.get(id)?.record; }
  type(id) { return this.now.records.get(id)?.type; }
  of(type) { return [...this.now.records.values()].filter((each) => each.type === type).map((each) => each.record); }
  events() {
    const ours = [...this.now.records.values()].filter(({ type, record }) => classOf(type).event && record.source === DATA.source);
    const first = ({ record }) => Math.min(...(record.spans || []).map((span) => span.start), Infinity);
    return ours.sort((a, b) => first(a) - first(b) || byCodePoint(a.record.id, b.record.id));
  }
  at(start, end) {
    return this.events().filter(({ record }) => (record.spans || []).some((span) => span.start < end && span.end > start));
  }
  isDraft(id) { return this.now.drafts.has(id); }
  /** Make a change that can be undone; several with the same key, one after another, are one. */
  change(what, edit, key = "") {
    const next = { records: new Map(this.now.records), drafts: new Set(this.now.drafts), settled: new Map(this.now.settled), what, key };
    edit(next);
    if (!key || key !== this.now.key) this.past.push(this.now);
    if (this.past.length > 500) this.past.shift();
    this.now = next;
    this.future = [];
    this.tell(what);
  }
  put(type, record, what, key = "") {
    this.change(what, (next) => { next.records.set(record.id, { type, record }); next.drafts.delete(record.id); }, key);
  }
  remove(id, what) {
    this.change(what, (next) => { next.records.delete(id); next.drafts.delete(id); });
  }
  undo() { this.step(this.past, this.future, "undone"); }
  redo() { this.step(this.future, this.past, "done again"); }
  step(from, to, said) {
    if (!from.length) return;
    to.push(this.now);
    const what = from === this.past ? this.now.what : from.at(-1).what;
    this.now = from.pop();
    this.tell(`${what}: ${said}`);
  }
  tell(what) { for (const watch of this.watchers) watch(what); }
  newId(type) {
    const prefix = classOf(type).event ? `${DATA.source}/${type === "territorial_claims" ? "c" : type[0]}` : type;
    for (let number = 1; ; number++) if (!this.now.records.has(`${prefix}${number}`)) return `${prefix}${number}`;
  }
  /** The whole dataset in its canonical form. */
  document() {
    const plain = { ...this.header };
    if (plain.extra) plain.extra = sortedMap(plain.extra);
    for (const type of TYPES) {
      const records = this.of(type).sort((a, b) => byCodePoint(a.id, b.id));
      if (records.length) plain[type] = records.map((record) => canonicalRecord(type, record));
    }
    return plain;
  }
  problems() {
    return [...this.now.records.values()].flatMap(({ type, record }) => recordProblems(type, record, this));
  }
  hints() {
    return this.events().filter(({ record }) => !this.isDraft(record.id)).flatMap(({ type, record }) => recordHints(type, record, this));
  }
  coverage() {
    const judged = this.events().filter(({ record }) => !this.isDraft(record.id));
    const recorded = judged.flatMap(({ record }) => record.spans || []);
    return coverage(TEXT, recorded, (this.get(DATA.source).uncoded || []).map((each) => each.span));
  }
}

const slugOf = (name) =>
  name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);

const STORE = new Store(DATA.header);
STORE.load(DATA.document, DATA.drafts, []);
