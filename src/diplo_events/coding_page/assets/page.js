// The page: lists beside the text, what remains to do, the keys, and how it begins.

const recordLink = (id, type, words) =>
  h("li", { class: STORE.isDraft(id) ? "draft" : "" }, h("button", { type: "button", "aria-current": id === current ? "true" : undefined, onclick: () => { goToRecord(id); openForm(id); } },
    h("span", { class: "kind" }, singular(type)), " ", bdi(words)),
    STORE.isDraft(id) ? h("span", { class: "faint" }, " draft") : null);

/** The records of the selected passage. */
const showHere = () => {
  const here = STORE.at(chosen.start, chosen.end);
  const inHere = (STORE.get(DATA.source).uncoded || []).map((each, at) => ({ ...each, at })).filter(({ span }) => span.start < chosen.end && span.end > chosen.start);
  $("here").replaceChildren(
    ...here.map(({ type, record }) => recordLink(record.id, type, nameOf(record))),
    ...inHere.map(({ reason, at }) => h("li", {}, `uncoded: ${wordsOf(reason)} `, h("button", { type: "button", onclick: () => includeAgain(at) }, "Take back"))));
  $("nothing-here").hidden = here.length + inHere.length > 0;
};

const includeAgain = (at) => {
  const source = STORE.get(DATA.source);
  STORE.put("sources", { ...source, uncoded: source.uncoded.filter((_, index) => index !== at) }, "uncoded passage taken back");
};

let checked = []; // what `check` found, where the page is served

const showChecked = (problems) => { checked = problems; showToDo(); };

/** What remains: drafts, fields that are not coded yet, and what is wrong. */
const showToDo = () => {
  const drafts = STORE.events().filter(({ record }) => STORE.isDraft(record.id));
  const open = [...STORE.now.records.values()].map(({ type, record }) => [type, record, openFields(type, record)]).filter(([, , names]) => names.length);
  const problems = STORE.problems(), hints = STORE.hints();
  const go = (id, field) => () => { goToRecord(id); openForm(id, field); };
  const item = (id, words, field) => h("li", {}, h("button", { type: "button", onclick: go(id, field) }, h("code", {}, id)), " ", words);
  const wrong = ({ path, expected }) => {
    const id = [...STORE.now.records.keys()].find((key) => path.startsWith(`${key}.`)) || path, rest = path.slice(id.length + 1);
    return item(id, `${rest}: expected ${expected}`, rest.match(/^[a-z_]+/)?.[0]);
  };
  const group = (title, items) => (items.length ? [h("h3", {}, `${title} (${items.length})`), h("ul", {}, ...items)] : []);
  $("to-do").replaceChildren(
    ...group("Drafts to judge", drafts.map(({ record }) => item(record.id, ""))),
    ...group("Not coded yet", open.map(([, record, names]) => item(record.id, names.map(wordsOf).join(", "), names[0]))),
    ...group("Problems", problems.map(wrong)),
    ...group("Hints", hints.map(wrong)),
    ...group("What check says", checked.map((line) => h("li", {}, line))));
  const count = drafts.length + open.length + problems.length;
  $("to-do-count").textContent = count ? `${count} to do` : "nothing to do";
};

const showRecords = () => {
  const others = TYPES.filter((type) => !classOf(type).event);
  $("records").replaceChildren(...[...EVENT_TYPES, ...others].flatMap((type) => {
    const records = classOf(type).event ? STORE.events().filter((each) => each.type === type).map((each) => each.record) : STORE.of(type);
    return records.length ? [h("h3", {}, `${wordsOf(type)} (${records.length})`), h("ul", {}, ...records.map((record) => recordLink(record.id, type, nameOf(record))))] : [];
  }));
};

const showAll = () => {
  showText();
  showHere();
  showToDo();
  if ($("all").open) showRecords();
  if (form && !STORE.get(form.id)) closeForm();
  else if (form && !form.own && STORE.get(form.id) !== form.seen) openForm(form.id, null);
  else showWrong();
  $("undo").disabled = !STORE.past.length;
  $("redo").disabled = !STORE.future.length;
  showSettling();
};

/** Ask for the reason why a passage is uncoded: one key. */
const askReason = () => {
  const box = $("reasons");
  const pick = (reason) => { box.close(); leaveOut(reason); $("text").focus(); };
  box.replaceChildren(h("h2", { id: "reasons-title" }, "Why is there nothing to code?"), h("ol", {}, ...REASONS.map((term, at) =>
    h("li", {}, h("button", { type: "button", onclick: () => pick(term.value) }, h("kbd", {}, KEYS_OF_REASONS[at]), " ", term.words), h("small", {}, term.meaning)))));
  box.onkeydown = (event) => {
    const at = KEYS_OF_REASONS.indexOf(event.key);
    if (at >= 0 && REASONS[at]) { event.preventDefault(); pick(REASONS[at].value); }
  };
  box.showModal();
};

const KEYS_OF_REASONS = "123456789abcdefghijklm";

let waiting = 0; // for the next moment without typing

/** Show a change and save it: at once, or after a moment if it was made in a field, where more may come. */
const onChange = (what) => {
  clearTimeout(waiting);
  waiting = 0;
  if (!STORE.now.key) { showAll(); autosave(); } else {
    showWrong();
    waiting = setTimeout(flush, 250);
  }
  say(what);
};

const flush = () => {
  clearTimeout(waiting);
  if (!waiting) return;
  waiting = 0;
  showAll();
  autosave();
};

const READING_KEYS = {
  ArrowDown: ["next sentence", () => goTo(cursor + 1)], ArrowUp: ["sentence before", () => goTo(cursor - 1)],
  Home: ["first sentence", () => goTo(0)], End: ["last sentence", () => goTo(TEXT.sentences.length - 1)],
  n: ["next sentence that is left", () => goToLeft(cursor + 1)], N: ["the one before that is left", () => goToLeft(cursor - 1, -1)],
  ",": ["end at the last comma, dash or semicolon before the end", endAtClause], ".": ["the whole sentence", () => goTo(cursor)],
  c: ["the clauses of the sentence, one after another", nextClause],
  "Shift+ArrowDown": ["one sentence more", () => choose(chosen.start, TEXT.sentences[Math.min(TEXT.sentences.length - 1, TEXT.sentences.findLastIndex(([a]) => a < chosen.end) + 1)][1])],
  "Shift+ArrowRight": ["end one word later", () => adjust("end", 1)], "Shift+ArrowLeft": ["end one word earlier", () => adjust("end", -1)],
  ArrowRight: ["begin one word later", () => adjust("start", 1)], ArrowLeft: ["begin one word earlier", () => adjust("start", -1)],
  ...Object.fromEntries(Object.entries(TYPE_KEYS).map(([key, type]) => [key, [`new ${singular(type)}`, () => begin(type)]])),
  u: ["uncoded, with its reason", askReason], q: ["the selection is a quote of the record", () => addTo("quotes")],
  "+": ["the selection is another passage of the record", () => addTo("spans")],
  Enter: ["open the record here, or the next one here", () => openHere()], d: ["next draft", () => nextDraft()],
  y: ["accept the draft", () => judge(accept)], x: ["reject the draft, or delete the record", () => judge(reject)],
  o: ["the source: its title, kind and date", () => openForm(DATA.source)],
  ...(DATA.settle.length ? {
    1: ["keep the first coding", () => settle(differences[settlingAt], "first")], 2: ["take the second coding", () => settle(differences[settlingAt], "second")],
    3: ["what was picked by field is settled", () => settle(differences[settlingAt], "fields")],
    "<": ["difference before", () => goToDifference(settlingAt - 1)], ">": ["next difference", () => goToDifference(settlingAt + 1)],
  } : {}),
  z: ["undo", () => STORE.undo()], Z: ["redo", () => STORE.redo()], "?": ["these keys", () => showHelp()],
};

const openHere = () => {
  const here = STORE.at(chosen.start, chosen.end).map(({ record }) => record.id);
  if (!here.length) return say("No record here: s, a, m, v, t or p makes one.");
  if (!here.includes(current) || form?.id === current) current = here[(here.indexOf(current) + 1) % here.length];
  openForm(current);
};

const judge = (act) => {
  const here = STORE.at(chosen.start, chosen.end).map(({ record }) => record.id);
  if (!here.includes(current)) current = here.find((id) => STORE.isDraft(id)) || here[0];
  if (!current) return say("No record here.");
  if (act === accept && !STORE.isDraft(current)) return say("This is not a draft.");
  act(current);
};

const FORM_KEYS = [["1 to 9", "the first nine of a list: the most recent come first"], ["letters", "find in a list, by name, spelling or meaning"], ["Enter", "take what is marked and go on; with nothing typed, go on to the next field"], ["Shift", "with Enter or a digit: take one, and stay for another"], ["↓ ↑", "in a date or in time words: those of the passage"], ["Backspace", "drop the last one taken"], ["Alt and a letter", "go to the field whose letter is underlined"], ["Ctrl+Enter", "done: on to the next draft or the next sentence that is left"], ["Ctrl+Shift+Enter", "done, and a position of the same passage"], ["Ctrl+Delete", "delete the record, or reject the draft"], ["Escape", "back to the text"], ["Ctrl+Z, Ctrl+Shift+Z", "undo, redo: anywhere but while typing"], ["Ctrl+S", "export, or save to the file"]];

const showHelp = () => {
  $("help").showModal();
  $("help-title").focus();
};

const fillHelp = () => {
  const row = (key, words) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, words));
  $("keys-reading").replaceChildren(...Object.entries(READING_KEYS).map(([key, [words]]) => row(key.replace("Arrow", ""), words)));
  $("keys-form").replaceChildren(...FORM_KEYS.map(([key, words]) => row(key, words)));
};

const isTyping = (target) => target.matches("textarea, input:not([type=checkbox])") && target.value !== "";

const onKey = (event) => {
  const command = event.ctrlKey || event.metaKey, inForm = $("form").contains(event.target);
  const key = event.key.length === 1 && command ? event.key.toLowerCase() : event.key;
  if (document.querySelector("dialog[open]")) return;
  const act = command && key === "Enter" && form ? (event.shiftKey && classOf(form.type).event ? donePosition : done)
    : command && key === "s" ? (DATA.serve ? save : exportYaml)
    : command && key === "Delete" && form ? () => reject(form.id)
    : command && key === "z" && !isTyping(event.target) ? () => (event.shiftKey ? STORE.redo() : STORE.undo())
    : key === "Escape" && inForm ? () => { closeForm(); $("text").focus(); }
    : event.altKey && inForm ? letterAct(event)
    : (event.target === $("text") || event.target === document.body) && !command && !event.altKey
      ? READING_KEYS[event.shiftKey && key.startsWith("Arrow") ? `Shift+${key}` : key]?.[1] : null;
  if (!act) return;
  event.preventDefault();
  act();
};

const letterAct = (event) => {
  const letter = event.code.replace("Key", "").toLowerCase();
  const row = $("form").querySelector(`[data-letter="${letter}"]`);
  return row ? () => focusField(row.dataset.field) : null;
};

const start = () => {
  const back = restore();
  if (!back) dropRejected();
  layOut();
  fillHelp();
  showOnlyChecked();
  $("title").replaceChildren(bdi(DATA.text.name));
  for (const { record } of STORE.events()) for (const id of record.speakers || record.actors || []) touch("Actor", id);
  STORE.watchers.push(onChange);
  for (const leaving of ["pagehide", "visibilitychange", "blur"]) addEventListener(leaving, flush);
  document.addEventListener("keydown", onKey);
  $("text").addEventListener("mouseup", () => setTimeout(takeMouse));
  const click = (id, act) => $(id).addEventListener("click", act);
  click("undo", () => STORE.undo());
  click("redo", () => STORE.redo());
  click("export", exportYaml);
  click("keys", showHelp);
  click("anew", () => { if (confirm("Drop everything that this browser keeps for this text?")) forget(); });
  $("all").addEventListener("toggle", () => { if ($("all").open) showRecords(); });
  showAll();
  status(back ? "Your work was brought back from this browser." : DATA.serve ? `Each change is saved to ${DATA.serve.name}.` : "Each change is kept in this browser.");
  if (differences.length) goToDifference(0); else if (STORE.now.drafts.size) nextDraft(); else goToLeft(0);
  $("text").focus();
  document.documentElement.dataset.ready = "";
};

start();
