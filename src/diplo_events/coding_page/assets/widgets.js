// Small parts of forms: elements, lists to pick from by digit, letter or mouse, and an input for each kind of value.

/** An element; texts among its children are never markup. */
const h = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (["value", "checked", "readOnly"].includes(name)) made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
};

/** What cannot be seen, or turns the direction of what follows. Joiners are not among it: scripts and emoji need them. */
const UNSEEN = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;
const markOf = (character) => `\\u${character.codePointAt(0).toString(16).padStart(4, "0")}`;
const isUnseen = (character) => character.replace(UNSEEN, "") === "";
/** A text with marks in the place of what cannot be seen. */
const legible = (text) => String(text).replace(UNSEEN, markOf);

const bdi = (text) => h("bdi", {}, legible(text));
const $ = (id) => document.getElementById(id);
const say = (text) => { $("said").textContent = legible(text); };

const NAMING = ["name", "title", "label", "summary"];
const nameOf = (record) => NAMING.map((field) => record[field]).find(Boolean) || record.id;
const nameOfId = (id) => { const record = STORE.get(id); return record ? nameOf(record) : id; };

const RECENT = new Map();
const touch = (kind, value) => RECENT.set(kind, [value, ...(RECENT.get(kind) || []).filter((other) => other !== value)]);

/** What can be picked for a node: the terms of a vocabulary with their meaning, or the records of some types. */
const choicesFor = (node) => {
  if (node.kind === "vocabulary") {
    return DATA.schema.vocabularies[node.name].map((term) => ({ value: term.value, label: term.words, hint: term.meaning, also: term.value }));
  }
  return TYPES.filter((type) => node.types.includes(DATA.schema.collections[type])).flatMap((type) =>
    STORE.of(type).map((record) => ({
      value: record.id, label: nameOf(record), hint: nameOf(record) === record.id ? "" : record.id,
      also: [record.id, ...(record.names || []).map((name) => name.text)].join(" "),
      spellings: [record.name, ...(record.names || []).map((name) => name.text)].filter(Boolean),
    })));
};

const kindOf = (node) => (node.kind === "vocabulary" ? node.name : node.types.join());

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of the sentences of the record at hand. */
const wordsHere = () => {
  const spans = (form && STORE.get(form.id)?.spans) || [];
  const around = TEXT.sentences.filter(([start, end]) => spans.some((span) => span.start < end && span.end > start));
  return around.map(([start, end]) => TEXT.slice(start, end)).join("\n");
};

/** What a draft asks about a field: the values that it holds likeliest, first in the list and never filled in. */
const askedIn = (field) => {
  const asked = field && form && STORE.get(form.id)?.extra?.draft?.ask?.[field.name];
  return Array.isArray(asked) ? asked : asked === undefined || asked === null ? [] : [asked];
};

/** The choices that fit what was typed, by how well; with nothing typed, the likely and the recent ones, then those named in the sentence. */
const fitting = (choices, query, kind, asked) => {
  const recent = RECENT.get(kind) || [], words = wordsHere();
  const places = new Map(choices.map((choice) => {
    const at = recent.indexOf(choice.value), likely = asked.indexOf(choice.value);
    return [choice, likely >= 0 ? likely - asked.length : at >= 0 ? at : (choice.spellings || []).some((spelling) => words.includes(spelling)) ? 1e5 : 1e6];
  }));
  const place = (choice) => places.get(choice);
  const sorted = choices.map((choice, at) => [choice, at]).sort(([a, i], [b, j]) => place(a) - place(b) || i - j).map(([choice]) => choice);
  if (!query) return sorted;
  const sought = folded(query).split(/\s+/).filter(Boolean);
  const score = (choice) => {
    const label = folded(choice.label), all = `${label} ${folded(choice.also)}`;
    if (!sought.every((word) => all.includes(word))) return 0;
    return label.startsWith(sought[0]) ? 3 : all.split(/[\s/-]+/).some((word) => word.startsWith(sought[0])) ? 2 : 1;
  };
  const scored = sorted.map((choice) => [score(choice), choice]).filter(([points]) => points);
  const byMeaning = sorted.filter((choice) => !score(choice) && sought.every((word) => folded(choice.hint || "").includes(word)));
  return [...scored.sort(([a], [b]) => b - a).map(([, choice]) => choice), ...byMeaning];
};

const NEW_OF = { Actor: "actors", Place: "places", Issue: "issues", Document: "documents" };

/** A new record with a name that was typed; the rest of it is not coded yet. */
const created = (node, name) => {
  const type = NEW_OF[node.types[0]], naming = NAMING.find((field) => classOf(type).fields.some((each) => each.name === field));
  const slug = slugOf(name) || type.slice(0, -1);
  let id = slug;
  for (let number = 2; STORE.type(id); number++) id = `${slug}-${number}`;
  const record = { id, [naming]: name };
  if ((type === "actors" || type === "places") && TEXT.hasWords(name)) record.names = [{ text: name, sources: [DATA.source] }];
  own(() => STORE.put(type, record, `new ${singular(type)} ${name}`));
  return id;
};

/** Make a change that the form shows already: it is not drawn anew. */
const own = (act) => {
  if (form) form.own = true;
  act();
  if (form) Object.assign(form, { own: false, seen: STORE.get(form.id) });
};

let pickers = 0;

/** A list to pick from: one value, or several in order. */
const picker = ({ node, many, values, labelled, set, advance, described, field }) => {
  const key = `picker-${++pickers}`, kind = kindOf(node);
  let chosen = [...values], active = -1, shown = [];
  const list = h("ul", { role: "listbox", id: key, class: "choices", hidden: true, "aria-labelledby": labelled });
  const chips = h("ul", { class: "chips" });
  const input = h("input", {
    role: "combobox", "aria-expanded": "false", "aria-controls": key, "aria-autocomplete": "list", "aria-labelledby": labelled,
    "aria-describedby": described, autocomplete: "off", spellcheck: "false",
  });
  const draw = () => {
    chips.replaceChildren(...chosen.map((value) => {
      const label = node.kind === "vocabulary" ? choicesFor(node).find((each) => each.value === value)?.label || value : nameOfId(value);
      const drop = () => { change(chosen.filter((other) => other !== value)); input.focus(); };
      return h("li", {}, bdi(label), h("button", { type: "button", "aria-label": `Remove ${label}`, onclick: drop, tabindex: "-1" }, "×"));
    }));
    chips.hidden = !chosen.length;
  };
  const change = (next) => { chosen = next; draw(); set(many ? chosen : chosen[0] ?? null); };
  const close = () => { list.hidden = true; active = -1; input.setAttribute("aria-expanded", "false"); for (const name of ["aria-owns", "aria-activedescendant"]) input.removeAttribute(name); };
  const open = () => {
    const query = input.value.trim(), all = choicesFor(node).filter((each) => !chosen.includes(each.value));
    shown = fitting(all, query, kind, askedIn(field)).slice(0, 60);
    const exact = all.some((each) => folded(each.label) === folded(query));
    if (query && NEW_OF[node.types?.[0]] && !exact) shown.push({ fresh: true, value: query, label: `New: ${query}`, hint: `a new ${node.types[0].toLowerCase()}` });
    active = query ? 0 : -1;
    list.replaceChildren(...shown.map((each, at) =>
      h("li", { role: "option", id: `${key}-${at}`, "aria-selected": String(at === active), onmousedown: (event) => { event.preventDefault(); take(at, true); } },
        at < 9 && !query ? h("kbd", { "aria-hidden": "true" }, String(at + 1)) : null, bdi(each.label), each.hint ? h("small", {}, bdi(each.hint)) : null)));
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.setAttribute("aria-owns", key);
    mark();
  };
  const mark = () => {
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `${key}-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };
  const take = (at, stay) => {
    if (!shown[at]) return;
    const value = shown[at].fresh ? created(node, shown[at].value) : shown[at].value;
    touch(kind, value);
    input.value = "";
    change(many ? [...chosen, value] : [value]);
    if (many && stay) open(); else { close(); advance(); }
  };
  input.addEventListener("focus", open);
  input.addEventListener("click", open);
  input.addEventListener("input", open);
  input.addEventListener("blur", () => { input.value = ""; close(); });
  input.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = !input.value && (event.code.match(/^(?:Digit|Numpad)([1-9])$/) || event.key.match(/^([1-9])$/));
    if (digit) take(Number(digit[1]) - 1, event.shiftKey);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      active = active < 0 ? (step > 0 ? 0 : shown.length - 1) : (active + step + shown.length) % shown.length;
      mark();
    } else if (event.key === "Enter" && active >= 0) take(active, event.shiftKey);
    else if (event.key === "Enter") advance();
    else if (event.key === "Tab" && input.value && active >= 0) { take(active, true); return; }
    else if (event.key === "Backspace" && !input.value && chosen.length) change(chosen.slice(0, -1));
    else if (event.key === "Escape" && !list.hidden && input.value) { input.value = ""; open(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  draw();
  return h("div", { class: "picker" }, chips, input, list);
};

/** What a typed text is for a node: a number where one was meant, else the text itself. */
const parsed = (node, text) => {
  if (node.kind === "whole" && /^-?[0-9]{1,15}$/.test(text)) return Number(text);
  if (node.kind === "number" && /^-?[0-9]+(?:\.[0-9]+)?$/.test(text)) return Number(text);
  return text;
};

const shownValue = (value) => (isNothing(value) ? "" : value instanceof Raw ? value.source : String(value));

/** The time words of the sentences of the record at hand, those of its passages first. */
const timesHere = () => {
  const spans = (form && STORE.get(form.id)?.spans) || [];
  const within = (time, pieces) => pieces.some(([start, end]) => time.start >= start && time.end <= end);
  const own = spans.map(({ start, end }) => [start, end]);
  const around = TEXT.sentences.filter(([start, end]) => spans.some((span) => span.start < end && span.end > start));
  return [...DATA.times.filter((time) => within(time, own)), ...DATA.times.filter((time) => !within(time, own) && within(time, around))];
};

/** What the arrows offer in a field: dates that time words may mean and other records have, or the time words. */
const suggestions = (node, field) => {
  if (field?.name.endsWith("_as_reported")) return [...new Set(timesHere().map((time) => time.words))];
  if (node.kind !== "date") return [];
  const used = STORE.events().flatMap(({ record }) => [record.when, record.about_when]).filter(Boolean);
  return [...new Set([...timesHere().map((time) => time.date), ...used, ...DATA.times.map((time) => time.date)])];
};

const suggest = (event, input, values) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !values.length) return false;
  event.preventDefault();
  const at = values.indexOf(input.value);
  input.value = values[(at + step + (at < 0 && step < 0 ? 1 : 0) + values.length) % values.length];
  return true;
};

/** A line or an area in which a value is typed. */
const typed = ({ node, value, labelled, set, advance, described, field, took = () => {} }) => {
  const read = () => { const text = input.value; set(text.trim() === "" ? null : parsed(node, node.kind === "text" ? text : text.trim())); };
  const attributes = { value: shownValue(value), "aria-labelledby": labelled, "aria-describedby": described, oninput: read, autocomplete: "off" };
  const input = node.kind === "text" ? h("textarea", { ...attributes, rows: "1", dir: "auto" }) : h("input", { ...attributes, spellcheck: "false" });
  if (node.kind === "whole" || node.kind === "number") input.inputMode = "decimal";
  input.addEventListener("keydown", (event) => {
    if (!suggest(event, input, suggestions(node, field))) return;
    read();
    took(input.value);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    advance();
  });
  return input;
};

/** One value on each line. */
const lines = ({ node, value, labelled, set, described }) => {
  const read = () => set(input.value.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => parsed(node.item, line)));
  const input = h("textarea", { value: (value || []).map(shownValue).join("\n"), rows: "2", "aria-labelledby": labelled, "aria-describedby": described, oninput: read, title: "one on each line" });
  return input;
};

/** Fields with keys of the user's own, as JSON. */
const jsonArea = ({ value, labelled, set, described }) => {
  const text = isNothing(value) ? "" : sortedJson(value);
  const read = () => {
    try {
      const given = input.value.trim() ? parseJson(input.value) : {};
      const isMap = given && typeof given === "object" && !Array.isArray(given) && !(given instanceof Raw);
      input.setCustomValidity(isMap ? "" : "expected an object: {\"key\": \"value\"}");
      if (isMap) set(given);
    } catch (error) { input.setCustomValidity(String(error.message)); }
    input.setAttribute("aria-invalid", String(!input.validity.valid));
  };
  const input = h("textarea", { value: text, rows: "1", "aria-labelledby": labelled, "aria-describedby": described, oninput: read, spellcheck: "false" });
  return input;
};
